// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/settings.h"
#include "build/buildengine.h"
#include "gui/mainwindow.h"
#include "models/buildsession.h"
#include "models/loadsessions.h"
#include "models/pluginssession.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace plugsmith {

/// The objects of the window program, in the order in which they need each other.
class Composition : public QObject
{
    Q_OBJECT

public:
    Composition();

    MainWindow &window() { return *m_window; }
    /// Shows the window; discovery and sources begin once it is painted. `sources` are paths and addresses.
    void start(const QStringList &sources, bool buildAtOnce);

private:
    void makeWindow();
    void changeLanguage();

    Settings m_settings;
    BuildEngine m_engine;
    BuildSession m_session;
    PluginsSession m_plugins;
    LoadSessions m_sessions;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace plugsmith
