// SPDX-License-Identifier: Apache-2.0
#include "app/startup.h"

#include "app/translation.h"
#include "app/version.h"
#include "base/settingkeys.h"
#include "gui/theme.h"

#include <QApplication>
#include <QNetworkProxyFactory>

#ifdef PLUGSMITH_HAS_FONTCONFIG
#include <fontconfig/fontconfig.h>
#endif

namespace plugsmith {

using namespace Qt::StringLiterals;

std::jthread prepareStart()
{
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
#ifdef PLUGSMITH_HAS_FONTCONFIG
    return std::jthread([] { FcInit(); }); // whoever comes second finds it done, or does it again
#else
    return {};
#endif
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
