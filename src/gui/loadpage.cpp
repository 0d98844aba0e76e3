// SPDX-License-Identifier: Apache-2.0
#include "gui/loadpage.h"

#include "base/settingkeys.h"
#include "gui/actions.h"
#include "gui/card.h"
#include "gui/loadcallpanel.h"
#include "gui/loaddelegates.h"
#include "gui/loadresultpanel.h"
#include "gui/loadsessionpanel.h"
#include "gui/loadstartpanel.h"
#include "gui/loadsymbolspanel.h"
#include "gui/messagecard.h"
#include "gui/pageparts.h"
#include "gui/pagetoolbar.h"
#include "gui/sourceopener.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/loadsessions.h"

#include <QCheckBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListView>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 12;
constexpr int SessionWidth = 320;
constexpr int SymbolsWidth = 310;
constexpr qsizetype MaxSaid = 140; // characters of a call and its outcome in the status bar

/// A view or tabs in the frame of a card.
Card *inCard(QWidget *content)
{
    auto *card = new Card;
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(2, 2, 2, 2);
    rows->addWidget(content);
    return card;
}

} // namespace

LoadPage::LoadPage(LoadSessions &sessions, PluginsSession &plugins, Actions &actions, Settings &settings,
                   QWidget *parent)
    : QWidget(parent)
    , m_sessions(sessions)
    , m_actions(actions)
    , m_tabs(new QTabBar)
    , m_messageArea(new QWidget)
    , m_card(new MessageCard)
    , m_stack(new QStackedWidget)
    , m_start(new LoadStartPanel(sessions, plugins))
    , m_session(new LoadSessionPanel)
    , m_symbols(new LoadSymbolsPanel)
    , m_call(new LoadCallPanel(settings))
    , m_result(new LoadResultPanel)
    , m_history(new QTreeView)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_callSplitter(new QSplitter(Qt::Vertical))
    , m_opener(new SourceOpener(settings, this))
{
    setObjectName(u"load.page"_s);
    m_card->setObjectName(u"load.message"_s);
    connect(m_card, &MessageCard::closed, this, [this] {
        m_failedTitle.clear();
        m_explains = false;
        if (m_current)
            m_current->dismissNotice();
        showMessage();
    });
    auto *message = new QVBoxLayout(m_messageArea);
    message->setContentsMargins(Margin, Margin, Margin, 0);
    message->addWidget(m_card);
    m_stack->addWidget(m_start);
    m_stack->addWidget(makeWork());
    makeNewMenu();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeToolBar());
    rows->addWidget(makeTabs());
    rows->addWidget(m_messageArea);
    rows->addWidget(m_stack, 1);
    connect(m_start, &LoadStartPanel::openRequested, this, &LoadPage::openPlugin);
    connect(m_start, &LoadStartPanel::loadRequested, this, &LoadPage::load);
    connectActions();
    connectSessions();
    connectCalls();
    m_splitter->restoreState(settings.get(keys::LoadSplitter));
    m_callSplitter->restoreState(settings.get(keys::CallSplitter));
    for (int i = 0; i < sessions.count(); ++i)
        add(sessions.at(i));
    refresh();
    showMessage();
}

/// The Go versions in which a session can be opened; two buttons and the menu bar show the same.
void LoadPage::makeNewMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"load.newMenu"_s);
    connect(menu, &QMenu::aboutToShow, this, &LoadPage::fillNewMenu);
    m_actions.newSession->setMenu(menu);
    m_actions.newSession->setVisible(true);
}

QWidget *LoadPage::makeToolBar()
{
    auto *bar = new PageToolBar(u"load.toolbar"_s);
    QToolButton *open = makeActionButton(m_actions.loadPlugin);
    auto *create = new QToolButton;
    create->setObjectName(u"load.toolbar.new"_s);
    create->setText(tr("New session"));
    create->setIcon(symbolicIcon(u"list-add"_s));
    create->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    create->setPopupMode(QToolButton::InstantPopup);
    create->setMenu(m_actions.newSession->menu());
    m_following = new QCheckBox(tr("Load newer SCN automatically"));
    m_following->setObjectName(u"load.toolbar.follow"_s);
    connect(m_following, &QCheckBox::toggled, m_actions.loadNewer, &QAction::setChecked);
    connect(m_actions.loadNewer, &QAction::toggled, m_following, &QCheckBox::setChecked);
    QHBoxLayout *row = &bar->row();
    row->addWidget(open);
    row->addWidget(create);
    row->addWidget(makeVerticalLine());
    row->addWidget(makeActionButton(m_actions.restartSession));
    row->addWidget(makeActionButton(m_actions.stopSession));
    row->addWidget(makeVerticalLine());
    row->addWidget(m_following);
    row->addStretch(1);
    return bar;
}

QWidget *LoadPage::makeTabs()
{
    m_tabs->setObjectName(u"load.tabs"_s);
    m_tabs->setAccessibleName(tr("Sessions"));
    m_tabs->setDocumentMode(true);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setElideMode(Qt::ElideMiddle);
    connect(m_tabs, &QTabBar::currentChanged, this,
            [this](int index) { show(index >= 0 && index < m_sessions.count() ? m_sessions.at(index) : nullptr); });
    auto *plus = new QToolButton;
    plus->setObjectName(u"load.tabs.new"_s);
    plus->setIcon(symbolicIcon(u"list-add"_s));
    plus->setAutoRaise(true);
    plus->setToolTip(tr("New session"));
    plus->setAccessibleName(tr("New session"));
    // Not its own menu, whose mark would lie across the icon.
    connect(plus, &QToolButton::clicked, this,
            [this, plus] { m_actions.newSession->menu()->popup(plus->mapToGlobal(plus->rect().bottomLeft())); });
    auto *part = new QWidget;
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(Margin - 4, 0, Margin, 0);
    row->setSpacing(4);
    row->addWidget(m_tabs);
    row->addWidget(plus);
    row->addStretch(1);
    return part;
}

QWidget *LoadPage::makeWork()
{
    m_history->setObjectName(u"load.history"_s);
    m_history->setAccessibleName(tr("Calls"));
    m_history->setItemDelegate(new LoadCallDelegate(m_history));
    m_history->setRootIsDecorated(false);
    m_history->setFrameShape(QFrame::NoFrame);
    m_history->setUniformRowHeights(true);
    m_history->setAllColumnsShowFocus(true);
    m_history->setContextMenuPolicy(Qt::CustomContextMenu);
    m_history->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_history->header()->setStretchLastSection(false);
    m_history->header()->setMinimumSectionSize(32);
    m_callSplitter->setObjectName(u"load.callSplitter"_s);
    m_callSplitter->setChildrenCollapsible(false);
    m_callSplitter->setHandleWidth(8);
    m_callSplitter->addWidget(inCard(m_result));
    m_callSplitter->addWidget(inCard(m_history));
    m_callSplitter->setStretchFactor(0, 3);
    m_callSplitter->setStretchFactor(1, 1);
    m_callSplitter->setSizes({400, 160});
    auto *right = new QWidget;
    auto *rightRows = new QVBoxLayout(right);
    rightRows->setContentsMargins(0, 0, 0, 0);
    rightRows->setSpacing(8);
    rightRows->addWidget(m_call);
    rightRows->addWidget(m_callSplitter, 1);
    auto *left = new QScrollArea; // low windows have no room for all of it
    left->setFrameShape(QFrame::NoFrame);
    left->setWidgetResizable(true);
    left->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    left->setWidget(m_session);
    left->setMinimumWidth(m_session->minimumSizeHint().width());
    m_symbols->setMinimumWidth(180);
    right->setMinimumWidth(360);
    m_splitter->setObjectName(u"load.splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(8);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_symbols);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setStretchFactor(2, 5);
    m_splitter->setSizes({SessionWidth, SymbolsWidth, 700});
    auto *work = new QWidget;
    auto *rows = new QVBoxLayout(work);
    rows->setContentsMargins(Margin, Margin, Margin, Margin);
    rows->addWidget(m_splitter);
    return work;
}

void LoadPage::connectActions()
{
    const auto here = [this](QAction *action, auto run) {
        Actions::provide(action, this, [this, run] {
            if (m_current)
                run();
        });
    };
    here(m_actions.call, [this] { m_call->call(); });
    here(m_actions.stopCall, [this] { m_call->stop(); });
    here(m_actions.restartSession, [this] { askRestart(); });
    here(m_actions.stopSession, [this] { m_current->session().stop(); });
    here(m_actions.closeSession, [this] { closeCurrent(); });
    here(m_actions.refreshValues, [this] { m_current->readValues(); });
    m_actions.loadNewer->setVisible(true);
    connect(m_actions.loadNewer, &QAction::toggled, this, [this](bool on) {
        if (m_current && m_current->isFollowing() != on)
            m_current->setFollowing(on);
    });
}

void LoadPage::connectSessions()
{
    connect(&m_sessions, &LoadSessions::added, this, &LoadPage::add);
    connect(&m_sessions, &LoadSessions::removed, this, &LoadPage::remove);
    connect(&m_sessions, &LoadSessions::stepChanged, this, &LoadPage::showMessage);
    connect(&m_sessions, &LoadSessions::taken, this, [this](LoadSession *session) {
        m_tabs->setCurrentIndex(m_sessions.indexOf(session));
        show(session);
    });
    connect(&m_sessions, &LoadSessions::failed, this, [this](const QString &path, const Error &error) {
        m_failedPath = path;
        m_failedTitle = error.message;
        m_failedReason = error.reason;
        showMessage();
    });
    connect(&m_sessions, &LoadSessions::firstLoad, this, [this] {
        m_explains = true;
        showMessage();
    });
}

void LoadPage::connectCalls()
{
    connect(m_symbols, &LoadSymbolsPanel::currentChanged, m_call, &LoadCallPanel::showSymbol);
    connect(m_symbols, &LoadSymbolsPanel::activated, this, [this] { m_call->editor()->setFocus(); });
    connect(m_call, &LoadCallPanel::earlierRequested, this, &LoadPage::stepThroughCalls);
    connect(m_result, &LoadResultPanel::callAgainRequested, m_call, &LoadCallPanel::call);
    connect(m_result, &LoadResultPanel::restartRequested, this, [this] { askRestart(); });
    connect(m_session, &LoadSessionPanel::sandboxRequested, this, [this](bool on) { askRestart(on); });
    connect(m_result, &LoadResultPanel::openRequested, this, &LoadPage::openFrame);
    connect(m_result, &LoadResultPanel::said, this, &LoadPage::said);
    connect(m_opener, &SourceOpener::said, this, &LoadPage::said);
    connect(m_session, &LoadSessionPanel::said, this, &LoadPage::said);
    connect(m_symbols, &LoadSymbolsPanel::said, this, &LoadPage::said);
    connect(m_history, &QTreeView::customContextMenuRequested, this, &LoadPage::showCallMenu);
    connect(m_history, &QTreeView::activated, this, [this](const QModelIndex &index) {
        selectCall(index.siblingAtColumn(0).data(CallModel::IdRole).toLongLong());
    });
}

void LoadPage::load(const QString &path)
{
    m_failedTitle.clear();
    m_sessions.load({path});
}

void LoadPage::openPlugin()
{
    auto *dialog = new QFileDialog(this, tr("Load a plugin"));
    dialog->setObjectName(u"load.openDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Plugins (%1)").arg(u"*.so *.so.gz *.pinf"_s), tr("All files (%1)").arg(u"*"_s)});
    connect(dialog, &QFileDialog::fileSelected, this, &LoadPage::load);
    dialog->open();
}

void LoadPage::fillNewMenu()
{
    QMenu *menu = m_actions.newSession->menu();
    menu->clear();
    for (const GoToolchain &toolchain : m_sessions.toolchains()) {
        menu->addAction(tr("Go %1").arg(toolchain.version.toString()), this,
                        [this, toolchain] { m_sessions.openEmpty(toolchain); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("No Go version is installed"))->setEnabled(false);
}

void LoadPage::add(LoadSession *session)
{
    const int index = m_tabs->addTab(symbolicIcon(u"utilities-terminal"_s), session->title());
    auto *close = new QToolButton;
    close->setObjectName(u"load.tabs.close"_s);
    close->setIcon(symbolicIcon(u"dialog-close"_s));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close the session"));
    close->setAccessibleName(tr("Close the session"));
    connect(close, &QToolButton::clicked, this, [this, session] { m_sessions.close(session); });
    m_tabs->setTabButton(index, QTabBar::RightSide, close);
    connect(session, &LoadSession::changed, this, [this, session] { refreshTab(session); });
    connect(session, &LoadSession::noticeChanged, this, [this, session] {
        if (session == m_current)
            showMessage();
        if (session->notice().kind == SessionNotice::Kind::Ended)
            emit notified(session->notice().words.message, session->title() + u": "_s + session->notice().words.reason);
    });
    connect(session, &LoadSession::said, this, &LoadPage::said);
    connect(session, &LoadSession::loadedByItself, this, [this, session](int number) {
        if (const Generation *generation = session->session().generation(number))
            emit notified(tr("A newer SCN was loaded"), generation->name() + u' ' + generation->file.scn().toString());
    });
    connect(session, &LoadSession::loadEnded, this, [this, session](int number) {
        const Generation *generation = session->session().generation(number);
        if (generation->state == Generation::State::Answers)
            emit said(tr("Generation %1 of %2 is loaded").arg(number).arg(generation->name()));
    });
    connect(session, &LoadSession::callChanged, this, [this, session](qint64 id) {
        const CallModel::Call *call = session->calls().find(id);
        if (session != m_current || !call)
            return;
        if (call->state == CallModel::State::Running && session->calls().rowOf(id) == 0) {
            m_history->setCurrentIndex(session->calls().index(0, 0)); // which shows it
        } else if (call->state != CallModel::State::Running) {
            emit said(session->calls()
                          .index(session->calls().rowOf(id), 0)
                          .data(Qt::AccessibleTextRole)
                          .toString()
                          .left(MaxSaid));
        }
    });
    m_tabs->setCurrentIndex(index);
    refreshTab(session);
    refresh();
}

void LoadPage::remove(LoadSession *session)
{
    session->disconnect(this);
    const int index = m_sessions.indexOf(session);
    if (session == m_current)
        show(nullptr);
    m_tabs->removeTab(index); // shows the neighbour
    // The tabs are ahead of the sessions by now, so that the page of the neighbour is chosen when both agree.
    QMetaObject::invokeMethod(
        this,
        [this] {
            const int now = m_tabs->currentIndex();
            show(now >= 0 && now < m_sessions.count() ? m_sessions.at(now) : nullptr);
        },
        Qt::QueuedConnection);
}

void LoadPage::closeCurrent()
{
    if (m_current)
        m_sessions.close(m_current);
}

void LoadPage::refreshTab(LoadSession *session)
{
    const int index = m_sessions.indexOf(session);
    const bool isLive = session->session().state() != Session::State::Ended;
    const QString text = session->title().replace(u'&', u"&&"_s);
    if (m_tabs->tabText(index) != text)
        m_tabs->setTabText(index, text);
    m_tabs->setTabToolTip(index, session->title() + u"\n"_s + session->stateText());
    m_tabs->setTabIcon(index, isLive ? symbolicIcon(u"utilities-terminal"_s, SemanticRole::Positive)
                                     : symbolicIcon(u"utilities-terminal"_s));
    if (session == m_current)
        refresh();
}

void LoadPage::show(LoadSession *session)
{
    if (session == m_current && session)
        return;
    m_asksRestart = false;
    m_sandbox.reset();
    m_current = session;
    m_session->setSession(session);
    m_call->setSession(session);
    m_symbols->setSession(session);
    m_result->setSession(session);
    m_history->setModel(session ? &session->calls() : nullptr);
    if (session) {
        QHeaderView *columns = m_history->header();
        columns->setSectionResizeMode(QHeaderView::Fixed);
        columns->setSectionResizeMode(CallModel::CallColumn, QHeaderView::Stretch);
        columns->setSectionResizeMode(CallModel::OutcomeColumn, QHeaderView::Stretch);
        columns->resizeSection(CallModel::StateColumn, 32);
        columns->resizeSection(CallModel::TimeColumn, fontMetrics().horizontalAdvance(u"00:00:00"_s) + 24);
        columns->resizeSection(CallModel::TookColumn, fontMetrics().horizontalAdvance(u"00000 ms"_s) + 20);
        connect(m_history->selectionModel(), &QItemSelectionModel::currentChanged, this,
                [this](const QModelIndex &index) {
                    m_result->showCall(index.siblingAtColumn(0).data(CallModel::IdRole).toLongLong());
                });
    }
    m_start->refresh();
    refresh();
    showMessage();
}

void LoadPage::refresh()
{
    const bool isShown = m_current;
    m_stack->setCurrentIndex(isShown ? 1 : 0);
    m_tabs->parentWidget()->setVisible(m_tabs->count() > 0);
    const bool isLive = isShown && m_current->session().state() != Session::State::Ended;
    m_actions.restartSession->setEnabled(isShown);
    m_actions.stopSession->setEnabled(isLive);
    m_actions.loadNewer->setEnabled(isShown);
    m_actions.loadNewer->setChecked(isShown && m_current->isFollowing());
    m_following->setEnabled(isShown);
    m_actions.call->setEnabled(isLive);
    m_actions.stopCall->setEnabled(isLive && m_current->runningCall() != 0);
    m_actions.refreshValues->setEnabled(isLive);
    m_actions.closeSession->setEnabled(isShown);
}

void LoadPage::askRestart(std::optional<bool> sandbox)
{
    if (!m_current)
        return;
    m_sandbox = sandbox;
    if (m_current->session().runningCalls() == 0)
        return restart();
    m_asksRestart = true;
    showMessage();
}

void LoadPage::restart()
{
    m_asksRestart = false;
    const auto sandbox = std::exchange(m_sandbox, std::nullopt);
    if (m_current && sandbox)
        m_current->setSandboxed(*sandbox);
    else if (m_current)
        m_current->restart();
    showMessage();
}

QString LoadPage::subject() const
{
    return m_current ? u"session:"_s + QString::number(m_current->id()) : QString();
}

PageEntry LoadPage::entry()
{
    PageEntry entry{u"load"_s, m_actions.loadPage, this, {}, {}, {}, {}};
    entry.subject = [this] { return subject(); };
    entry.showSubject = [this](const QString &subject) {
        if (!subject.startsWith("session:"_L1))
            return load(subject);
        if (LoadSession *session = m_sessions.find(subject.sliced(8).toInt()))
            m_tabs->setCurrentIndex(m_sessions.indexOf(session));
    };
    entry.focusNextPane = [this](bool forward) { focusNextPane(forward); };
    entry.saveState = [this](Settings &settings) { saveState(settings); };
    return entry;
}

void LoadPage::saveState(Settings &settings) const
{
    settings.set(keys::LoadSplitter, m_splitter->saveState());
    settings.set(keys::CallSplitter, m_callSplitter->saveState());
    m_call->saveState(settings);
}

void LoadPage::focusNextPane(bool forward)
{
    const QVector<QWidget *> panes{m_tabs,           &m_session->view(),        &m_symbols->view(),
                                   m_call->editor(), m_result->currentWidget(), m_history};
    plugsmith::focusNextPane(panes, forward);
}

void LoadPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_current)
        m_result->showCall(m_result->shownCall());
}

} // namespace plugsmith
