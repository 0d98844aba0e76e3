// SPDX-License-Identifier: Apache-2.0
// The window program until its first frame is on the screen; main.cpp does the same and goes on.
#include "app/composition.h"
#include "app/startup.h"

#include <QApplication>

#include <cstdlib>

using namespace plugsmith;

int main(int argc, char *argv[])
{
    const std::jthread fonts = prepareStart();
    QApplication app(argc, argv);
    setUp(app);
    Composition composition;
    QObject::connect(&composition.window(), &MainWindow::firstPainted, [] { std::_Exit(0); });
    composition.start({}, false);
    return QApplication::exec();
}
