// SPDX-License-Identifier: Apache-2.0
#include "gui/windowpages.h"

#include "base/settingkeys.h"
#include "gui/actions.h"
#include "gui/buildpage.h"
#include "gui/loadpage.h"
#include "gui/navbutton.h"
#include "gui/navigator.h"
#include "gui/pagebar.h"
#include "gui/pluginspage.h"
#include "gui/toolchainspage.h"
#include "models/buildsession.h"
#include "models/loadsessions.h"
#include "models/pluginssession.h"
#include "models/toolchainsession.h"

#include <QTimer>

namespace plugsmith {

using namespace Qt::StringLiterals;

WindowPages::WindowPages(BuildSession &session, PluginsSession &plugins, LoadSessions &sessions, Actions &actions,
                         Settings &settings, Navigator &navigator, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_actions(actions)
    , m_settings(settings)
    , m_navigator(navigator)
    , m_plugins(plugins)
    , m_sessions(sessions)
    , m_build(new BuildPage(session, actions, settings))
    , m_toolchains(new ToolchainSession(session.engine(), settings, this))
{
    addBuildPage();
    connectSelection();
    addOtherPages();
    countNewPlugins();
}

void WindowPages::addBuildPage()
{
    m_navigator.addPage({u"build"_s,
                         m_actions.buildPage,
                         m_build,
                         {},
                         {},
                         [this](bool forward) { m_build->focusNextPane(forward); },
                         [this](Settings &settings) { m_build->saveState(settings); },
                         [this] { return m_build->plugin(); }});
    connect(m_build, &BuildPage::loadRequested, this, [this](const QString &path) {
        m_navigator.go({u"load"_s, path, {}});
    });
    connect(m_actions.addLocalModule, &QAction::triggered, m_build, &BuildPage::openLocalModule);
    connect(m_actions.copyCommand, &QAction::triggered, m_build, &BuildPage::copyCommand);
    connect(m_actions.showBuilt, &QAction::triggered, m_build, &BuildPage::showPlugins);
    connect(m_build, &BuildPage::said, this, &WindowPages::said);
}

void WindowPages::connectSelection()
{
    TargetMatrixModel &matrix = m_session.matrix();
    connect(m_actions.selectAll, &QAction::triggered, this, [&matrix] { matrix.select(matrix.buildable()); });
    connect(m_actions.selectNone, &QAction::triggered, this, [&matrix] { matrix.select({}); });
    connect(m_actions.selectThisMachine, &QAction::triggered, this, [&matrix] {
        QVector<Target> targets;
        for (const GoVersion &version : matrix.versions())
            targets += {version, Platform::thisMachine()};
        matrix.select(targets);
    });
}

void WindowPages::addOtherPages()
{
    m_navigator.addPage(u"plugins"_s, m_actions.pluginsPage, [this] { return makePluginsPage(); });
    m_navigator.addPage(u"load"_s, m_actions.loadPage, [this] { return makeLoadPage(); });
    m_navigator.addPage(u"toolchains"_s, m_actions.toolchainsPage, [this] { return makeToolchainsPage(); });
    connect(m_build, &BuildPage::pluginsRequested, this, &WindowPages::showPlugins);
    connect(m_actions.filterPlugins, &QAction::triggered, this, [this] {
        m_navigator.go({u"plugins"_s, {}, u"plugins.filter"_s});
    });
    connect(m_actions.loadPlugin, &QAction::triggered, this, &WindowPages::loadSelected);
    // One key closes what the page is about.
    connect(m_actions.closeSource, &QAction::triggered, this, [this] {
        if (m_load && m_actions.loadPage->isChecked())
            m_load->closeCurrent();
        else
            m_session.close();
    });
    connect(m_actions.refreshPlugins, &QAction::triggered, this, [this] {
        if (m_actions.buildPage->isChecked())
            m_session.scanAgain(); // on each page the same key reads anew what it is about
    });
    connect(&m_sessions, &LoadSessions::changed, this, &WindowPages::refreshBadges);
    connect(m_build, &BuildPage::toolchainRequested, this, [this](const QString &subject) {
        m_navigator.go({u"toolchains"_s, subject, {}});
    });
    connect(&m_toolchains->versions(), &ToolchainModel::changed, this, &WindowPages::refreshBadges);
}

/// What was built while nobody looked at the plugins.
void WindowPages::countNewPlugins()
{
    connect(&m_session.engine().queue(), &BuildQueue::jobChanged, this, [this](int index) {
        const BuildJob *job = m_session.engine().queue().at(index);
        const bool isNew = job->state() == JobState::Done && job->plan().options.mode == BuildMode::Plugin;
        if (!isNew || m_actions.pluginsPage->isChecked())
            return;
        ++m_newPlugins;
        refreshBadges();
    });
    connect(&m_navigator, &Navigator::pageChanged, this, [this](const QString &id) {
        if (id == "plugins"_L1)
            m_newPlugins = 0;
        refreshBadges();
    });
}

void WindowPages::makeRest()
{
    if (m_navigator.makeNext())
        QTimer::singleShot(0, this, &WindowPages::makeRest); // what the user does comes in between
}

PageEntry WindowPages::makePluginsPage()
{
    auto *page = new PluginsPage(m_plugins, m_actions, m_settings);
    connect(page, &PluginsPage::said, this, &WindowPages::said);
    connect(page, &PluginsPage::buildPageRequested, this, [this] { m_navigator.go({u"build"_s, {}, {}}); });
    return {u"plugins"_s,
            m_actions.pluginsPage,
            page,
            [page] { return page->subject(); },
            [page](const QString &subject) { page->showSubject(subject); },
            [page](bool forward) { page->focusNextPane(forward); },
            [page](Settings &settings) { page->saveState(settings); },
            [page] { return page->subject().section(u'\n', 0, 0); }};
}

void WindowPages::showPlugins(const QStringList &paths)
{
    m_navigator.go({u"plugins"_s, paths.join(u'\n'), {}});
}

PageEntry WindowPages::makeLoadPage()
{
    m_load = new LoadPage(m_sessions, m_plugins, m_actions, m_settings);
    connect(m_load, &LoadPage::said, this, &WindowPages::said);
    connect(m_load, &LoadPage::notified, this, &WindowPages::notified);
    return m_load->entry();
}

/// On the Load page they are to be loaded, elsewhere only to be seen.
void WindowPages::takePlugins(const QStringList &paths)
{
    if (!m_actions.loadPage->isChecked())
        return showPlugins(paths);
    for (const QString &path : paths)
        m_navigator.go({u"load"_s, path, {}});
}

void WindowPages::importPresets(const QStringList &paths)
{
    m_navigator.go({u"build"_s, {}, {}});
    m_build->importPresets(paths);
}

/// What is selected where somebody is; a file that is asked for where nothing can be.
void WindowPages::loadSelected()
{
    const PageEntry &page = m_navigator.current();
    const QString path = page.plugin ? page.plugin() : QString();
    m_navigator.go({u"load"_s, path, {}});
    if (path.isEmpty())
        m_load->openPlugin();
}

PageEntry WindowPages::makeToolchainsPage()
{
    auto *page = new ToolchainsPage(*m_toolchains, m_settings);
    connect(page, &ToolchainsPage::said, this, &WindowPages::said);
    connect(page, &ToolchainsPage::settingsRequested, this, [this] { emit settingsRequested(u"toolchains"_s); });
    connect(page, &ToolchainsPage::columnRequested, this, [this](const GoVersion &version) {
        m_session.matrix().setVersionShown(version, true);
        m_navigator.go({u"build"_s, {}, u"build.matrix"_s});
    });
    return {u"toolchains"_s,
            m_actions.toolchainsPage,
            page,
            [page] { return page->subject(); },
            [page](const QString &subject) { page->showSubject(subject); },
            [page](bool forward) { page->focusNextPane(forward); },
            [page](Settings &settings) { page->saveState(settings); },
            {}};
}

void WindowPages::applySettings()
{
    m_toolchains->applySettings();
    const ArchiveLimits limits = ArchiveLimits::of(m_settings);
    if (limits != m_session.engine().queue().archiveLimits())
        m_session.setArchiveLimits(limits);
}

QToolBar *WindowPages::makeBar()
{
    auto *bar = new PageBar(m_actions.settings);
    m_buildButton = bar->addPage(m_actions.buildPage, u"build"_s);
    m_pluginsButton = bar->addPage(m_actions.pluginsPage, u"plugins"_s);
    m_loadButton = bar->addPage(m_actions.loadPage, u"load"_s);
    m_toolchainsButton = bar->addPage(m_actions.toolchainsPage, u"toolchains"_s);
    return bar;
}

void WindowPages::showFirst()
{
    const QString first = m_settings.get(keys::StartPage);
    m_navigator.go({first.isEmpty() ? m_settings.get(keys::LastPage) : first, {}, {}});
}

void WindowPages::refreshBadges()
{
    if (!m_buildButton)
        return; // the bar is not made yet
    const auto information = SemanticRole::Information;
    const int running = m_session.engine().queue().runningCount();
    const int failed = m_session.summary().failed;
    if (running > 0)
        m_buildButton->setBadge(running, information, tr("%n running", nullptr, running));
    else
        m_buildButton->setBadge(failed, SemanticRole::Negative, tr("%n failed", nullptr, failed));
    m_pluginsButton->setBadge(m_newPlugins, information, tr("%n new", "plugins", m_newPlugins));
    const int sessions = m_sessions.liveCount();
    m_loadButton->setBadge(sessions, information, tr("%n running", "sessions", sessions));
    const int busy = m_toolchains->versions().busyCount();
    m_toolchainsButton->setBadge(busy, information, tr("%n being fetched", "Go versions", busy));
}

} // namespace plugsmith
