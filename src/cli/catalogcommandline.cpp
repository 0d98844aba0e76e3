// SPDX-License-Identifier: Apache-2.0
#include "cli/catalogcommandline.h"

#include "catalog/pluginfilter.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct CatalogCommandLineText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::CatalogCommandLine)
};

Error wrongUsage(const QString &text)
{
    return {ErrorCode::InvalidInput, text, {}, {}};
}

CatalogCommandLine::Command commandOf(const QString &word)
{
    using Command = CatalogCommandLine::Command;
    if (word == "inspect"_L1)
        return Command::Inspect;
    if (word == "list"_L1)
        return Command::List;
    if (word == "stamp"_L1)
        return Command::Stamp;
    return word == "compare"_L1 ? Command::Compare : Command::Help;
}

/// The plain arguments of a command, as its help names them.
void describe(QCommandLineParser &parser, CatalogCommandLine::Command command)
{
    switch (command) {
    case CatalogCommandLine::Command::Inspect:
        parser.setApplicationDescription(CatalogCommandLineText::tr(
            "Shows what files say about themselves: exports with their types, Go version, modules. Runs nothing."));
        parser.addPositionalArgument(u"FILE"_s, CatalogCommandLineText::tr("A plugin (.so, .so.gz) or program."),
                                     u"FILE..."_s);
        break;
    case CatalogCommandLine::Command::List:
        parser.setApplicationDescription(CatalogCommandLineText::tr("Lists the plugins in folders."));
        parser.addPositionalArgument(u"DIR"_s, CatalogCommandLineText::tr("A folder; those inside it count too."),
                                     u"DIR..."_s);
        break;
    case CatalogCommandLine::Command::Compare:
        parser.setApplicationDescription(CatalogCommandLineText::tr("Shows how one plugin differs from another."));
        parser.addPositionalArgument(u"A"_s, CatalogCommandLineText::tr("The older one."), u"A"_s);
        parser.addPositionalArgument(u"B"_s, CatalogCommandLineText::tr("The newer one."), u"B"_s);
        break;
    case CatalogCommandLine::Command::Stamp:
        parser.setApplicationDescription(CatalogCommandLineText::tr(
            "Writes the build info (.pinf) beside plugins, or corrects one that does not fit. "
            "What the file says is right; the SCN of a present build info stays."));
        parser.addPositionalArgument(u"FILE"_s, CatalogCommandLineText::tr("A plugin (.so, .so.gz) or program."),
                                     u"FILE..."_s);
        break;
    case CatalogCommandLine::Command::Help:
        break;
    }
}

Result<void> check(const CatalogCommandLine &line)
{
    using Command = CatalogCommandLine::Command;
    if (line.command == Command::Compare && line.paths.size() != 2)
        return wrongUsage(CatalogCommandLineText::tr("compare needs two plugins."));
    if (line.command == Command::Inspect && line.paths.isEmpty())
        return wrongUsage(CatalogCommandLineText::tr("inspect needs a file."));
    if (line.command == Command::Stamp && line.paths.isEmpty())
        return wrongUsage(CatalogCommandLineText::tr("stamp needs a file."));
    if (line.command == Command::List && line.paths.isEmpty())
        return wrongUsage(CatalogCommandLineText::tr("list needs a folder."));
    if (const auto filter = PluginFilter::parse(line.filter); !filter)
        return filter.error();
    return {};
}

} // namespace

bool CatalogCommandLine::isCommand(const QString &word)
{
    return commandOf(word) != Command::Help;
}

Result<CatalogCommandLine> CatalogCommandLine::parse(const QStringList &arguments)
{
    CatalogCommandLine line;
    const QString word = arguments.value(0);
    line.command = commandOf(word);
    QCommandLineParser parser;
    const QCommandLineOption json(u"json"_s, CatalogCommandLineText::tr("One JSON object in each line."));
    const QCommandLineOption filter(
        u"filter"_s,
        CatalogCommandLineText::tr("Only those that match, such as “go:1.22 symbol:Quote is:newest”. Keys: %1")
            .arg(PluginFilter::keys().join(u' ')),
        CatalogCommandLineText::tr("EXPR"));
    const QCommandLineOption symbols(
        u"symbols"_s, CatalogCommandLineText::tr("Also the named types of exports, with fields and methods."));
    const QCommandLineOption modules(u"modules"_s, CatalogCommandLineText::tr("Also modules and build settings."));
    const QCommandLineOption dryRun(u"dry-run"_s, CatalogCommandLineText::tr("Shows what would be written."));
    const QCommandLineOption help({u"h"_s, u"help"_s}, CatalogCommandLineText::tr("Show this."));
    parser.addPositionalArgument(word, {}, word);
    describe(parser, line.command);
    parser.addOptions({json, help});
    if (line.command == Command::List)
        parser.addOption(filter);
    if (line.command == Command::Inspect)
        parser.addOptions({symbols, modules});
    if (line.command == Command::Stamp)
        parser.addOption(dryRun);
    if (!parser.parse(QStringList{u"plugsmith-cli"_s} + arguments)) {
        return Error{ErrorCode::InvalidInput,
                     parser.errorText(),
                     CatalogCommandLineText::tr("“plugsmith-cli %1 --help” lists all options.").arg(word),
                     {}};
    }
    if (parser.isSet(help)) {
        line.command = Command::Help;
        line.helpText = parser.helpText();
        return line;
    }
    for (const QString &path : parser.positionalArguments().sliced(1))
        line.paths << QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    line.json = parser.isSet(json);
    if (line.command == Command::List)
        line.filter = parser.value(filter);
    if (line.command == Command::Inspect) {
        line.symbols = parser.isSet(symbols);
        line.modules = parser.isSet(modules);
    }
    if (line.command == Command::Stamp)
        line.dryRun = parser.isSet(dryRun);
    if (const auto checked = check(line); !checked)
        return checked.error();
    return line;
}

} // namespace plugsmith
