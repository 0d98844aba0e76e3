// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/settings.h"
#include "build/buildengine.h"
#include "gui/mainwindow.h"
#include "models/buildsession.h"

#include <QStringList>

namespace plugsmith {

/// The objects of the window program, in the order in which they need each other.
class Composition
{
public:
    Composition();

    MainWindow &window() { return m_window; }
    /// Shows the window; discovery and sources begin once it is painted.
    void start(const QStringList &sources, bool buildAtOnce);

private:
    Settings m_settings;
    BuildEngine m_engine;
    BuildSession m_session;
    MainWindow m_window;
};

} // namespace plugsmith
