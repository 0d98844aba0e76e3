// SPDX-License-Identifier: Apache-2.0
// The part of LoadPage that says in words what happened, and offers what can be done.
#include "gui/loadpage.h"
#include "gui/loadsessionpanel.h"
#include "gui/messagecard.h"
#include "gui/symbolicicon.h"
#include "models/loadsessions.h"
#include "session/sandbox.h"

#include <QFileInfo>
#include <QPushButton>

namespace plugsmith {

using namespace Qt::StringLiterals;

QPushButton *LoadPage::addButton(const QString &text, const QString &name, const std::function<void()> &run)
{
    QPushButton *button = m_card->addButton(text, u"load.message."_s + name);
    // Queued: what it does may take the button away.
    connect(button, &QPushButton::clicked, this, run, Qt::QueuedConnection);
    return button;
}

void LoadPage::showMessage()
{
    fillMessage();
    m_messageArea->setVisible(!m_card->isHidden());
}

/// One message at a time; what somebody waits for comes before what has happened.
void LoadPage::fillMessage()
{
    m_card->setDetail({});
    m_card->setClosable(false);
    if (m_sessions.step() != LoadSessions::Step::Idle)
        return showStep();
    if (!m_failedTitle.isEmpty()) {
        m_card->show(SemanticRole::Negative, m_failedTitle, m_failedReason);
        m_card->setClosable(true);
        if (!m_failedPath.isEmpty())
            addButton(tr("Try Again"), u"again"_s, [this] { load(QString(m_failedPath)); });
        return;
    }
    if (m_asksRestart && m_current) {
        const auto calls = m_current->session().runningCalls();
        m_card->show(SemanticRole::Caution, tr("%n call(s) are running", nullptr, calls), tr("They will be stopped."));
        addButton(tr("Restart Session"), u"restart"_s, [this] { restart(); });
        addButton(tr("Cancel"), u"cancel"_s, [this] {
            m_asksRestart = false;
            m_sandbox.reset();
            m_session->showSandbox();
            showMessage();
        });
        return;
    }
    if (m_current && m_current->notice().kind != SessionNotice::Kind::None)
        return showNotice();
    if (m_explains) {
        m_card->show(
            SemanticRole::Information, tr("The plugin's init functions have run"),
            tr("Loading a plugin runs them. Load only plugins you trust. Plugsmith asks before it loads one that "
               "was not built here."));
        m_card->setClosable(true);
        return;
    }
    m_card->hide();
}

void LoadPage::showStep()
{
    const QString name = QFileInfo(m_sessions.loadingPath()).fileName();
    switch (m_sessions.step()) {
    case LoadSessions::Step::Idle:
        return;
    case LoadSessions::Step::WaitingForGo:
        m_card->show(SemanticRole::Information, tr("Loading %1").arg(name), {});
        m_card->update(tr("Looking for Go and C compilers…"), -1);
        break;
    case LoadSessions::Step::Reading:
        m_card->show(SemanticRole::Information, tr("Loading %1").arg(name), {});
        m_card->update({}, -1);
        break;
    case LoadSessions::Step::Preparing:
        m_card->show(SemanticRole::Information, tr("Preparing a session for Go %1").arg(m_sessions.preparedVersion()),
                     {});
        m_card->update(tr("This is done once for a Go version and set of flags, and takes some seconds."), -1);
        break;
    case LoadSessions::Step::Asking:
        m_card->show(SemanticRole::Caution, tr("Load %1?").arg(m_sessions.asked().name()),
                     tr("Loading runs the plugin's init functions. Load only plugins you trust. This one was not built "
                        "with Plugsmith."));
        m_card->setFix(sandboxProgram().isEmpty()
                           ? tr("Install the package bubblewrap, and such plugins run in a sandbox.")
                           : tr("It runs in a sandbox: without network, and without writing to your files."));
        m_card->setDetail(m_sessions.asked().path);
        addButton(tr("Load"), u"allow"_s, [this] { m_sessions.allow(); });
        break;
    }
    addButton(tr("Cancel"), u"cancelLoad"_s, [this] { m_sessions.cancel(); });
}

void LoadPage::showNotice()
{
    switch (m_current->notice().kind) {
    case SessionNotice::Kind::None:
        return;
    case SessionNotice::Kind::NotLoaded:
        return showNotLoaded();
    case SessionNotice::Kind::Ended:
        return showEnded();
    case SessionNotice::Kind::LoadOverdue:
    case SessionNotice::Kind::CallOverdue:
    case SessionNotice::Kind::NotAnswering:
        return showOverdue();
    }
}

void LoadPage::showNotLoaded()
{
    const SessionNotice notice = m_current->notice();
    m_card->show(SemanticRole::Caution, notice.words.message, notice.words.reason);
    m_card->setClosable(true);
    const Generation *generation = m_current->session().generation(notice.generation);
    if (!generation)
        return;
    const PluginFile file = generation->file;
    const ManagerVerdict verdict = judge(file.candidate, m_current->session().managerState());
    const auto again = [this, file] {
        if (m_current)
            m_current->load(file);
    };
    switch (verdict.rule) {
    case ManagerVerdict::Rule::OlderThanInitial:
        addButton(tr("Lower the Initial SCN"), u"lower"_s, [this, file, again] {
            if (!m_current)
                return;
            m_current->session().setInitialScn(file.scn());
            m_session->setSession(m_current);
            again();
        });
        return;
    case ManagerVerdict::Rule::Outdated:
        addButton(tr("Load in a New Session"), u"newSession"_s, [this, file] {
            if (m_current)
                m_current->dismissNotice();
            m_sessions.load({file.path, true});
        });
        return;
    case ManagerVerdict::Rule::Fits:
        addButton(tr("Try Again"), u"again"_s, again);
        return;
    default:
        return;
    }
}

void LoadPage::showEnded()
{
    const SessionNotice notice = m_current->notice();
    m_card->show(SemanticRole::Negative, notice.words.message, notice.words.reason);
    m_card->setClosable(true);
    constexpr qsizetype ShownLines = 3; // of what Go said; the first ones name the reason
    m_card->setDetail(notice.words.detail.trimmed().split(u'\n', Qt::SkipEmptyParts).mid(0, ShownLines).join(u'\n'));
    if (m_current->session().state() == Session::State::Ended)
        addButton(tr("Start Again and Load the Same Plugins"), u"startAgain"_s, [this] { restart(); });
}

void LoadPage::showOverdue()
{
    const SessionNotice notice = m_current->notice();
    m_card->show(SemanticRole::Caution, notice.words.message, notice.words.reason);
    addButton(tr("Wait"), u"wait"_s, [this] {
        if (m_current)
            m_current->dismissNotice();
    });
    if (notice.kind == SessionNotice::Kind::CallOverdue)
        addButton(tr("Restart Session"), u"restart"_s, [this] { restart(); });
    addButton(tr("Stop Session"), u"stop"_s, [this] {
        if (m_current)
            m_current->session().stop();
    });
}

} // namespace plugsmith
