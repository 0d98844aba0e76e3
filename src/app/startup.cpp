// SPDX-License-Identifier: Apache-2.0
#include "app/startup.h"

#include "app/translation.h"
#include "app/version.h"
#include "base/settingkeys.h"
#include "gui/theme.h"

#include <QApplication>
#include <QNetworkProxyFactory>

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
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    const Settings settings;
    applyTheme(application, settings.get(keys::Theme));
    installTranslation(settings.get(keys::Language));
}

} // namespace plugsmith
