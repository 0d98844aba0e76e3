// SPDX-License-Identifier: Apache-2.0
#include "cli/sessioncommandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct SessionUsage
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::SessionCommandLine)
};

Error wrongUsage(const QString &text)
{
    return {ErrorCode::InvalidInput, text, {}, {}};
}

struct SessionParser
{
    QCommandLineParser parser;
    QCommandLineOption initialScn{u"initial-scn"_s, SessionUsage::tr("Refuse plugins whose SCN is lower."),
                                  u"YYYYMMDDHHMMSS"_s};
    QCommandLineOption timeout{u"timeout"_s, SessionUsage::tr("Time limit of a call; 5 seconds if left out."),
                               SessionUsage::tr("SECONDS")};
    QCommandLineOption sandbox{
        u"sandbox"_s,
        SessionUsage::tr("Without network, and able to write only to a scratch folder; needs bubblewrap.")};
    QCommandLineOption name{u"name"_s, SessionUsage::tr("Name of the plugin to follow."), SessionUsage::tr("NAME")};
    QCommandLineOption json{u"json"_s, SessionUsage::tr("JSON on standard output.")};
    QCommandLineOption goRoot{u"goroot"_s, SessionUsage::tr("A further Go installation; may be given several times."),
                              SessionUsage::tr("FOLDER")};
    QCommandLineOption help{{u"h"_s, u"help"_s}, SessionUsage::tr("Show this.")};

    explicit SessionParser(SessionCommandLine::Command command)
    {
        using Command = SessionCommandLine::Command;
        if (command == Command::Load) {
            parser.setApplicationDescription(
                SessionUsage::tr("Loads a plugin, which runs its init functions, and shows "
                                 "what it exports."));
            addPlugin(u"load"_s);
            parser.addOption(initialScn);
        } else if (command == Command::Call) {
            parser.setApplicationDescription(SessionUsage::tr(
                "Loads a plugin and calls a function of it, or a method of a variable, such as Contract.String.\n"
                "What it returns is printed as JSON; what it prints goes to standard error."));
            addPlugin(u"call"_s);
            parser.addPositionalArgument(SessionUsage::tr("SYMBOL"), SessionUsage::tr("What to call."));
            parser.addPositionalArgument(
                SessionUsage::tr("ARGS-JSON"),
                SessionUsage::tr(
                    "An array with an element for each parameter but contexts; @FILE reads it from a file."),
                SessionUsage::tr("[ARGS-JSON]"));
            parser.addOption(timeout);
        } else {
            parser.setApplicationDescription(SessionUsage::tr(
                "Keeps a session that follows the newest SCN of a plugin in a folder, and takes calls as JSON lines on "
                "standard input:\n"
                "  {\"id\": 1, \"symbol\": \"Total\", \"args\": [3], \"timeout\": 5}\n"
                "  {\"do\": \"generations\"}, {\"do\": \"answer\", \"generation\": 1}, {\"do\": \"restart\"}, "
                "{\"do\": \"quit\"}"));
            parser.addPositionalArgument(u"serve"_s, {}, u"serve"_s);
            parser.addPositionalArgument(SessionUsage::tr("FOLDER"),
                                         SessionUsage::tr("Where builds of the plugin appear."));
            parser.addOption(name);
            parser.addOption(initialScn);
        }
        parser.addOptions({sandbox, goRoot, help});
        if (command != Command::Serve)
            parser.addOption(json);
    }

    void addPlugin(const QString &command)
    {
        parser.addPositionalArgument(command, {}, command);
        parser.addPositionalArgument(SessionUsage::tr("PLUGIN"),
                                     SessionUsage::tr("A plugin (.so or .so.gz) or its build info (.pinf)."));
    }
};

Result<QByteArray> readArguments(const QString &given)
{
    QByteArray text = given.toUtf8();
    if (given.startsWith(u'@')) {
        QFile file(given.sliced(1));
        if (!file.open(QIODevice::ReadOnly))
            return wrongUsage(SessionUsage::tr("%1 cannot be read: %2").arg(given.sliced(1), file.errorString()));
        text = file.readAll();
    }
    QJsonParseError error;
    if (!QJsonDocument::fromJson(text, &error).isArray()) {
        return wrongUsage(error.error == QJsonParseError::NoError
                              ? SessionUsage::tr("The arguments are not a JSON array, such as [1, \"two\"].")
                              : SessionUsage::tr("The arguments are not JSON: %1, at byte %2.")
                                    .arg(error.errorString())
                                    .arg(error.offset));
    }
    return text;
}

Result<void> readOptions(const SessionParser &p, SessionCommandLine *line)
{
    if (p.parser.isSet(p.goRoot)) {
        for (const QString &root : p.parser.values(p.goRoot))
            line->goRoots += QFileInfo(root).absoluteFilePath();
    }
    line->isSandboxed = p.parser.isSet(p.sandbox);
    if (line->command != SessionCommandLine::Command::Serve)
        line->json = p.parser.isSet(p.json);
    if (line->command != SessionCommandLine::Command::Call && p.parser.isSet(p.initialScn)) {
        const auto scn = Scn::parse(p.parser.value(p.initialScn));
        if (!scn)
            return wrongUsage(SessionUsage::tr("“%1” is not an SCN: it is 14 digits, YYYYMMDDHHMMSS.")
                                  .arg(p.parser.value(p.initialScn)));
        line->initialScn = *scn;
    }
    if (line->command == SessionCommandLine::Command::Call && p.parser.isSet(p.timeout)) {
        bool isNumber = false;
        const double seconds = p.parser.value(p.timeout).toDouble(&isNumber);
        constexpr double Longest = 1e6;
        if (!isNumber || !(seconds > 0 && seconds <= Longest))
            return wrongUsage(SessionUsage::tr("--timeout needs a number of seconds."));
        line->limit = std::chrono::milliseconds(qMax(1, qRound(seconds * 1000)));
    }
    return {};
}

Result<void> readPlaces(const SessionParser &p, SessionCommandLine *line)
{
    using Command = SessionCommandLine::Command;
    const QStringList words = p.parser.positionalArguments().sliced(1);
    const qsizetype most = line->command == Command::Call ? 3 : 1;
    if (words.isEmpty())
        return wrongUsage(line->command == Command::Serve ? SessionUsage::tr("serve needs a folder.")
                                                          : SessionUsage::tr("A plugin is missing."));
    if (words.size() > most)
        return wrongUsage(SessionUsage::tr("“%1” is too much.").arg(words[most]));
    line->plugin = QDir::cleanPath(QFileInfo(words[0]).absoluteFilePath());
    if (line->command == Command::Serve) {
        line->name = p.parser.value(p.name);
        if (line->name.isEmpty())
            return wrongUsage(SessionUsage::tr("serve needs --name NAME."));
    }
    if (line->command != Command::Call)
        return {};
    if (words.size() < 2)
        return wrongUsage(SessionUsage::tr("call needs the name of a function."));
    line->symbol = words[1];
    if (words.size() < 3)
        return {};
    auto arguments = readArguments(words[2]);
    if (!arguments)
        return arguments.error();
    line->arguments = *std::move(arguments);
    return {};
}

} // namespace

bool SessionCommandLine::isCommand(const QString &word)
{
    return word == "load"_L1 || word == "call"_L1 || word == "serve"_L1;
}

Result<SessionCommandLine> SessionCommandLine::parse(const QStringList &arguments)
{
    const QString word = arguments.value(0);
    SessionCommandLine line;
    line.command = word == "load"_L1 ? Command::Load : word == "call"_L1 ? Command::Call : Command::Serve;
    SessionParser p(line.command);
    if (!p.parser.parse(QStringList{u"plugsmith-cli"_s} + arguments)) {
        return Error{ErrorCode::InvalidInput,
                     p.parser.errorText(),
                     SessionUsage::tr("“plugsmith-cli %1 --help” lists all options.").arg(word),
                     {}};
    }
    if (p.parser.isSet(p.help)) {
        line.command = Command::Help;
        line.helpText = p.parser.helpText();
        return line;
    }
    for (const auto &step : {readPlaces, readOptions}) {
        if (auto read = step(p, &line); !read)
            return read.error();
    }
    return line;
}

} // namespace plugsmith
