// SPDX-License-Identifier: Apache-2.0
#include "cli/toolchaincommandline.h"

#include "base/settingkeys.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct ToolchainCommandLineText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::ToolchainCommandLine)
};

const QString ActionWords = u"list|available|add|remove|verify"_s;

Error wrongUsage(const QString &text)
{
    return {ErrorCode::InvalidInput, text, {}, {}};
}

/// The versions after the action; for `add`, names of files too.
Result<void> readSubjects(const QStringList &subjects, ToolchainCommandLine &line)
{
    using Action = ToolchainCommandLine::Action;
    for (const QString &subject : subjects) {
        const auto version = GoVersion::parse(subject);
        if (version)
            line.versions += *version;
        else if (line.action == Action::Add && QFileInfo(subject).isFile())
            line.files += QFileInfo(subject).absoluteFilePath();
        else
            return wrongUsage(
                ToolchainCommandLineText::tr("“%1” is not a Go version; one is written like 1.22.6.").arg(subject));
    }
    const bool needsSubjects = line.action != Action::List && line.action != Action::Available;
    if (needsSubjects == subjects.isEmpty())
        return wrongUsage(needsSubjects ? ToolchainCommandLineText::tr("A Go version is missing.")
                                        : ToolchainCommandLineText::tr("There is no need to name a Go version."));
    return {};
}

Result<void> readAction(const QStringList &words, ToolchainCommandLine &line)
{
    const qsizetype action = ActionWords.split(u'|').indexOf(words.value(1));
    if (action < 0)
        return wrongUsage(ToolchainCommandLineText::tr("toolchain needs one of %1.").arg(ActionWords));
    line.action = static_cast<ToolchainCommandLine::Action>(action);
    return readSubjects(words.sliced(2), line);
}

} // namespace

BuildEngine::Setup ToolchainCommandLine::setup(const Settings &settings) const
{
    BuildEngine::Setup setup;
    setup.goFolders = settings.get(keys::GoFolders) + goRoots;
    setup.compilers = compilers + UserCompiler::of(settings); // the first for a platform counts
    return setup;
}

bool ToolchainCommandLine::isCommand(const QString &word)
{
    return word == "toolchain"_L1 || word == "targets"_L1;
}

Result<ToolchainCommandLine> ToolchainCommandLine::parse(const QStringList &arguments)
{
    const bool isToolchain = arguments.value(0) == "toolchain"_L1;
    QCommandLineParser parser;
    const QCommandLineOption json(u"json"_s, ToolchainCommandLineText::tr("One JSON object in each line."));
    const QCommandLineOption offline(u"offline"_s, ToolchainCommandLineText::tr("Contact nothing."));
    const QCommandLineOption goRoot(u"goroot"_s, ToolchainCommandLineText::tr("A further Go installation."),
                                    ToolchainCommandLineText::tr("FOLDER"));
    const QCommandLineOption compiler(
        u"cc"_s, ToolchainCommandLineText::tr("A C compiler for a platform, with its arguments."), u"OS/ARCH=CC"_s);
    const QCommandLineOption help({u"h"_s, u"help"_s}, ToolchainCommandLineText::tr("Show this."));
    parser.addPositionalArgument(arguments.value(0), {}, arguments.value(0));
    if (isToolchain) {
        parser.setApplicationDescription(ToolchainCommandLineText::tr(
            "Lists, fetches, checks and removes Go versions. What is added is kept apart from the system's."));
        parser.addPositionalArgument(u"ACTION"_s, {}, ActionWords);
        parser.addPositionalArgument(ToolchainCommandLineText::tr("VERSION"),
                                     ToolchainCommandLineText::tr("1.22.6, or an archive of Go to add."),
                                     ToolchainCommandLineText::tr("[VERSION...]"));
    } else {
        parser.setApplicationDescription(ToolchainCommandLineText::tr(
            "Shows for which platforms plugins can be built here, with which C compiler, and what is missing."));
    }
    parser.addOptions({json, offline, goRoot, compiler, help});
    if (!parser.parse(QStringList{u"plugsmith-cli"_s} + arguments))
        return wrongUsage(parser.errorText());
    ToolchainCommandLine line;
    if (parser.isSet(help)) {
        line.helpText = parser.helpText();
        return line;
    }
    line.command = isToolchain ? Command::Toolchain : Command::Targets;
    line.json = parser.isSet(json);
    line.isOffline = parser.isSet(offline);
    for (const QString &root : parser.values(goRoot))
        line.goRoots += QFileInfo(root).absoluteFilePath();
    const auto compilers = UserCompiler::parseAll(parser.values(compiler));
    if (!compilers)
        return compilers.error();
    line.compilers = *compilers;
    if (!isToolchain && parser.positionalArguments().size() > 1)
        return wrongUsage(ToolchainCommandLineText::tr("targets takes no arguments."));
    if (isToolchain) {
        if (const auto read = readAction(parser.positionalArguments(), line); !read)
            return read.error();
    }
    return line;
}

} // namespace plugsmith
