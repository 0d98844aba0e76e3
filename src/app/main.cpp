// SPDX-License-Identifier: Apache-2.0
#include "app/composition.h"
#include "app/startup.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace plugsmith;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    const std::jthread fonts = prepareStart();
    QApplication app(argc, argv);
    setUp(app);

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Builds, inspects and loads Go plugins."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption build(u"build"_s,
                                   QCoreApplication::translate("main", "Build the source as soon as it is read."));
    parser.addOption(build);
    parser.addPositionalArgument(
        u"SOURCE"_s,
        QCoreApplication::translate("main", "An archive, a folder, a .go file or the address of an archive; "
                                            "further ones supply local modules."),
        u"[SOURCE...]"_s);
    parser.process(app);

    Composition composition;
    composition.start(parser.positionalArguments(), parser.isSet(build));
    return QApplication::exec();
}
