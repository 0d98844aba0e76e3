// SPDX-License-Identifier: Apache-2.0
// plugsmith-cli: does what only reads files itself, and becomes plugsmith-commands for everything else. That one needs
// libraries for the network and for databases; to load them takes longer than to inspect a plugin.
#include "app/commandline.h"
#include "app/translation.h"
#include "app/version.h"
#include "base/folders.h"
#include "cli/filecommands.h"
#include "cli/output.h"

#include <QCoreApplication>
#include <QFile>

#include <unistd.h>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

/// Returns only if that fails.
int becomeCommands(char *argv[])
{
    const QString program = folders::helperProgram(u"plugsmith-commands"_s);
    if (!program.isEmpty())
        ::execv(QFile::encodeName(program).constData(), argv);
    installTranslation();
    printError(QCoreApplication::translate("plugsmith::CommandLine",
                                           "The program plugsmith-commands, which belongs to this one, is missing. "
                                           "Install Plugsmith again."));
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"plugsmith-cli"_s);
    QCoreApplication::setApplicationVersion(programVersion());
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    const QString command = arguments.value(0);
    if (!isFileCommand(command))
        return becomeCommands(argv);
    installTranslation();
    return withLine<CatalogCommandLine>(arguments, runFileCommand);
}
