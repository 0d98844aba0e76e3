// SPDX-License-Identifier: Apache-2.0
#include "app/startup.h"

#include "app/translation.h"
#include "app/version.h"
#include "gui/theme.h"

#include <QApplication>

namespace plugsmith {

using namespace Qt::StringLiterals;

void prepareStart()
{
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
}

void setUp(QApplication &application)
{
    QCoreApplication::setApplicationName(u"plugsmith"_s);
    QCoreApplication::setApplicationVersion(programVersion());
    QGuiApplication::setApplicationDisplayName(u"Plugsmith"_s);
    QGuiApplication::setDesktopFileName(u"plugsmith"_s);
    applyTheme(application);
    installTranslation();
}

} // namespace plugsmith
