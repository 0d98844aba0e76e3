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
class ToolchainSession;

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
    /// Takes what concerns the pages from the settings anew.
    void applySettings();

signals:
    /// One sentence about the last event on a page.
    void said(const QString &sentence);
    void settingsRequested(const QString &page);

private:
    void addBuildPage();
    void addPluginsPage();
    void addToolchainsPage();

    BuildSession &m_session;
    Actions &m_actions;
    Settings &m_settings;
    Navigator &m_navigator;
    BuildPage *m_build;
    PluginsPage *m_plugins;
    ToolchainSession *m_toolchains;
    NavButton *m_buildButton = nullptr;
    NavButton *m_toolchainsButton = nullptr;
};

} // namespace plugsmith
