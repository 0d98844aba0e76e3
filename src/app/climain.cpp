// SPDX-License-Identifier: Apache-2.0
#include "app/translation.h"
#include "app/version.h"
#include "cli/buildcommand.h"
#include "cli/catalogcommands.h"
#include "cli/scancommand.h"
#include "cli/servecommand.h"
#include "cli/sessioncommand.h"
#include "cli/targetscommand.h"
#include "cli/toolchaincommand.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

template<class Command, class Line>
int run(const Line &line)
{
    Command command(line);
    // Queued: a command may finish before the event loop has begun.
    QObject::connect(
        &command, &Command::finished, qApp, [](int exitCode) { QCoreApplication::exit(exitCode); },
        Qt::QueuedConnection);
    command.start();
    return QCoreApplication::exec();
}

int runSession(const QStringList &arguments)
{
    const auto line = SessionCommandLine::parse(arguments);
    if (!line) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(line.error().sentence()));
        return 2;
    }
    if (line->command == SessionCommandLine::Command::Serve)
        return run<ServeCommand>(*line);
    if (line->command != SessionCommandLine::Command::Help)
        return run<SessionCommand>(*line);
    std::fputs(qUtf8Printable(line->helpText), stdout);
    return 0;
}

int runCatalog(const QStringList &arguments)
{
    const auto line = CatalogCommandLine::parse(arguments);
    if (!line) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(line.error().sentence()));
        return 2;
    }
    switch (line->command) {
    case CatalogCommandLine::Command::Help:
        std::fputs(qUtf8Printable(line->helpText), stdout);
        return 0;
    case CatalogCommandLine::Command::Inspect:
        return runInspect(*line);
    case CatalogCommandLine::Command::Compare:
        return runCompare(*line);
    case CatalogCommandLine::Command::List:
        return run<ListCommand>(*line);
    }
    return 2;
}

int runToolchains(const QStringList &arguments)
{
    const auto line = ToolchainCommandLine::parse(arguments);
    if (!line) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(line.error().sentence()));
        return 2;
    }
    switch (line->command) {
    case ToolchainCommandLine::Command::Toolchain:
        return run<ToolchainCommand>(*line);
    case ToolchainCommandLine::Command::Targets:
        return run<TargetsCommand>(*line);
    case ToolchainCommandLine::Command::Help:
        break;
    }
    std::fputs(qUtf8Printable(line->helpText), stdout);
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"plugsmith-cli"_s);
    QCoreApplication::setApplicationVersion(programVersion());
    installTranslation();

    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (SessionCommandLine::isCommand(arguments.value(0)))
        return runSession(arguments);
    if (CatalogCommandLine::isCommand(arguments.value(0)))
        return runCatalog(arguments);
    if (ToolchainCommandLine::isCommand(arguments.value(0)))
        return runToolchains(arguments);
    const auto line = CommandLine::parse(arguments);
    if (!line) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(line.error().sentence()));
        return 2;
    }
    switch (line->command) {
    case CommandLine::Command::Help:
        std::fputs(qUtf8Printable(line->helpText), stdout);
        return 0;
    case CommandLine::Command::Version:
        std::printf("plugsmith-cli %s\n", qUtf8Printable(programVersion()));
        return 0;
    case CommandLine::Command::Scan:
        return run<ScanCommand>(*line);
    case CommandLine::Command::Build:
        return run<BuildCommand>(*line);
    }
    return 2;
}
