// SPDX-License-Identifier: Apache-2.0
#include "gui/windowpages.h"

#include "base/settingkeys.h"
#include "gui/actions.h"
#include "gui/buildpage.h"
#include "gui/navbutton.h"
#include "gui/navigator.h"
#include "gui/pagebar.h"
#include "models/buildsession.h"

namespace plugsmith {

using namespace Qt::StringLiterals;

WindowPages::WindowPages(BuildSession &session, Actions &actions, Settings &settings, Navigator &navigator,
                         QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_actions(actions)
    , m_settings(settings)
    , m_navigator(navigator)
    , m_build(new BuildPage(session, actions, settings))
{
    addBuildPage();
}

void WindowPages::addBuildPage()
{
    m_navigator.addPage({u"build"_s,
                         m_actions.buildPage,
                         m_build,
                         {},
                         {},
                         [this](bool forward) { m_build->focusNextPane(forward); },
                         [this](Settings &settings) { m_build->saveState(settings); }});
    connect(m_actions.addLocalModule, &QAction::triggered, m_build, &BuildPage::openLocalModule);
    connect(m_actions.copyCommand, &QAction::triggered, m_build, &BuildPage::copyCommand);
    connect(m_build, &BuildPage::said, this, &WindowPages::said);
}

QToolBar *WindowPages::makeBar()
{
    auto *bar = new PageBar(m_actions.settings);
    m_buildButton = bar->addPage(m_actions.buildPage, u"build"_s);
    return bar;
}

void WindowPages::showFirst()
{
    const QString first = m_settings.get(keys::StartPage);
    m_navigator.go({first.isEmpty() ? m_settings.get(keys::LastPage) : first, {}, {}});
}

void WindowPages::refreshBadges()
{
    const int running = m_session.engine().queue().runningCount();
    m_buildButton->setBadge(running > 0 ? running : m_session.summary().failed,
                            running > 0 ? SemanticRole::Information : SemanticRole::Negative);
}

} // namespace plugsmith
