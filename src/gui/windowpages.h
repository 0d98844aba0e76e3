// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QToolBar;

namespace plugsmith {

struct Actions;
class BuildPage;
class BuildSession;
class LoadPage;
class LoadSessions;
class NavButton;
class Navigator;
class PluginsSession;
class Settings;
struct PageEntry;
class ToolchainSession;

/// The pages of the window: makes them, gives each its place in stack and bar, and connects the ways between them. The
/// stack of the navigator owns the pages.
class WindowPages : public QObject
{
    Q_OBJECT

public:
    WindowPages(BuildSession &session, PluginsSession &plugins, LoadSessions &sessions, Actions &actions,
                Settings &settings, Navigator &navigator, QObject *parent);

    /// The bar with a button for each page.
    QToolBar *makeBar();
    /// Goes to the page that the settings want first.
    void showFirst();
    /// Files, and folders of them, on the page for plugins.
    void showPlugins(const QStringList &paths);
    /// Makes the pages that were not needed for the first frame, one after the other.
    void makeRest();
    /// What the badges in the bar count.
    void refreshBadges();
    /// Takes what concerns the pages from the settings anew.
    void applySettings();

    /// Plugins that were dropped or pasted: loads or shows them, as the page that is open suggests.
    void takePlugins(const QStringList &paths);
    /// Files of presets that were dropped or pasted.
    void importPresets(const QStringList &paths);

signals:
    /// One sentence about the last event on a page.
    void said(const QString &sentence);
    void settingsRequested(const QString &page);
    /// Something for the desktop, if nobody looks at the window.
    void notified(const QString &title, const QString &text);

private:
    void addBuildPage();
    void connectSelection();
    void addOtherPages();
    PageEntry makePluginsPage();
    PageEntry makeLoadPage();
    PageEntry makeToolchainsPage();
    void countNewPlugins();
    void loadSelected();

    BuildSession &m_session;
    Actions &m_actions;
    Settings &m_settings;
    Navigator &m_navigator;
    PluginsSession &m_plugins;
    LoadSessions &m_sessions;
    BuildPage *m_build;
    LoadPage *m_load = nullptr; // until it is made
    ToolchainSession *m_toolchains;
    int m_newPlugins = 0; // built since the page for them was last open
    NavButton *m_buildButton = nullptr;
    NavButton *m_pluginsButton = nullptr;
    NavButton *m_loadButton = nullptr;
    NavButton *m_toolchainsButton = nullptr;
};

} // namespace plugsmith
