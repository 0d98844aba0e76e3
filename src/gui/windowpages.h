// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QToolBar;

namespace plugsmith {

struct Actions;
class BuildPage;
class BuildSession;
class NavButton;
class Navigator;
class PluginsPage;
class PluginsSession;
class Settings;

/// The pages of the window: makes them, gives each its place in stack and bar, and connects the ways between them. The
/// stack of the navigator owns the pages.
class WindowPages : public QObject
{
    Q_OBJECT

public:
    WindowPages(BuildSession &session, PluginsSession &plugins, Actions &actions, Settings &settings,
                Navigator &navigator, QObject *parent);

    /// The bar with a button for each page.
    QToolBar *makeBar();
    /// Goes to the page that the settings want first.
    void showFirst();
    /// Files, and folders of them, on the page for plugins.
    void showPlugins(const QStringList &paths);
    /// What the badges in the bar count.
    void refreshBadges();

signals:
    /// One sentence about the last event on a page.
    void said(const QString &sentence);

private:
    void addBuildPage();
    void addPluginsPage();

    BuildSession &m_session;
    Actions &m_actions;
    Settings &m_settings;
    Navigator &m_navigator;
    BuildPage *m_build;
    PluginsPage *m_plugins;
    NavButton *m_buildButton = nullptr;
};

} // namespace plugsmith
