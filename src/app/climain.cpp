// SPDX-License-Identifier: Apache-2.0
#include "app/translation.h"
#include "app/version.h"
#include "cli/buildcommand.h"
#include "cli/scancommand.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

template<class Command>
int run(const CommandLine &line)
{
    Command command(line);
    // Queued: a command may finish before the event loop has begun.
    QObject::connect(
        &command, &Command::finished, qApp, [](int exitCode) { QCoreApplication::exit(exitCode); },
        Qt::QueuedConnection);
    command.start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"plugsmith-cli"_s);
    QCoreApplication::setApplicationVersion(programVersion());
    installTranslation();

    const auto line = CommandLine::parse(QCoreApplication::arguments().sliced(1));
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
