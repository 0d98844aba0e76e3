// SPDX-License-Identifier: Apache-2.0
// plugsmith-commands: what plugsmith-cli becomes for commands that do more than read files.
#include "app/commandline.h"
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

int runSession(const SessionCommandLine &line)
{
    return line.command == SessionCommandLine::Command::Serve ? run<ServeCommand>(line) : run<SessionCommand>(line);
}

int runToolchains(const ToolchainCommandLine &line)
{
    return line.command == ToolchainCommandLine::Command::Targets ? run<TargetsCommand>(line)
                                                                  : run<ToolchainCommand>(line);
}

int runBuild(const CommandLine &line)
{
    if (line.command == CommandLine::Command::Version) {
        std::printf("plugsmith-cli %s\n", qUtf8Printable(programVersion()));
        return 0;
    }
    return line.command == CommandLine::Command::Scan ? run<ScanCommand>(line) : run<BuildCommand>(line);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"plugsmith-cli"_s);
    QCoreApplication::setApplicationVersion(programVersion());
    installTranslation();

    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    const QString command = arguments.value(0);
    if (SessionCommandLine::isCommand(command))
        return withLine<SessionCommandLine>(arguments, runSession);
    if (CatalogCommandLine::isCommand(command))
        return withLine<CatalogCommandLine>(arguments, run<ListCommand, CatalogCommandLine>);
    if (ToolchainCommandLine::isCommand(command))
        return withLine<ToolchainCommandLine>(arguments, runToolchains);
    return withLine<CommandLine>(arguments, runBuild);
}
