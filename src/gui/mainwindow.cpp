// SPDX-License-Identifier: Apache-2.0
#include "gui/mainwindow.h"

#include "base/folders.h"
#include "base/settingkeys.h"
#include "gui/announcer.h"
#include "gui/backgroundrun.h"
#include "gui/desktopnotifier.h"
#include "gui/droppedsources.h"
#include "gui/editcommands.h"
#include "gui/messagecard.h"
#include "gui/navigator.h"
#include "gui/settingsdialog.h"
#include "gui/shortcuts.h"
#include "gui/sourcedrop.h"
#include "gui/sourceintake.h"
#include "gui/statuschips.h"
#include "gui/theme.h"
#include "gui/windowdialogs.h"
#include "gui/windowmessages.h"
#include "gui/windowpages.h"
#include "models/buildsession.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(BuildSession &session, PluginsSession &plugins, LoadSessions &sessions, Settings &settings,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_settings(settings)
    , m_actions(session, this)
    , m_stack(new QStackedWidget)
    , m_card(new MessageCard)
    , m_messages(new WindowMessages(*m_card, this))
    , m_intake(new SourceIntake(session, *m_messages, this))
    , m_navigator(new Navigator(*m_stack, *m_actions.back, *m_actions.forward, this))
    , m_pages(new WindowPages(session, plugins, sessions, m_actions, settings, *m_navigator, this))
    , m_notifier(new DesktopNotifier({}, this))
    , m_background(new BackgroundRun(*this, session, *m_notifier, this))
    , m_language(settings.get(keys::Language))
{
    shortcuts::load(m_actions.all, settings);
    makeFrame();
    connectActions();
    connectSession();
    // Queued: what was asked for on the command line does not wait for pages nobody looks at yet.
    connect(this, &MainWindow::firstPainted, m_pages, &WindowPages::makeRest, Qt::QueuedConnection);
    applySettings();
    refresh();
}

void MainWindow::setSamplePath(const QString &path)
{
    m_samplePath = path;
    m_actions.sample->setVisible(!path.isEmpty());
}

void MainWindow::openSources(const QStringList &words)
{
    m_intake->take(DroppedSources::of(words), true);
}

void MainWindow::makeFrame()
{
    setObjectName(u"window"_s);
    setWindowIcon(QIcon(u":/plugsmith.svg"_s));
    const QSize room = screen()->availableSize();
    setMinimumSize(QSize(1024, 640).boundedTo(room));
    resize(QSize(1280, 820).boundedTo(room));
    restoreGeometry(m_settings.get(keys::WindowGeometry));
    setContextMenuPolicy(Qt::NoContextMenu);
    m_actions.fill(menuBar());
    statusBar()->setObjectName(u"window.status"_s);
    auto *chips = new StatusChips(m_session);
    connect(chips, &StatusChips::jobsRequested, this, &MainWindow::showJobs);
    connect(chips, &StatusChips::toolchainsRequested, m_actions.toolchainsPage, &QAction::trigger);
    statusBar()->addPermanentWidget(chips);
    statusBar()->showMessage(tr("Ready"));
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_card->setObjectName(u"window.message"_s);
    m_card->setContentsMargins(12, 12, 12, 0); // around the card
    rows->addWidget(m_card);
    rows->addWidget(m_stack, 1);
    setCentralWidget(content);
    (new SourceDrop(m_session, *m_intake, this, content))->setLoads([this] { return m_actions.loadPage->isChecked(); });
    auto *announcer = new Announcer(m_session, this);
    connect(m_pages, &WindowPages::said, announcer, &Announcer::say);
    connect(m_pages, &WindowPages::settingsRequested, this, &MainWindow::showSettings);
    connect(m_pages, &WindowPages::said, statusBar(), [this](const QString &said) { statusBar()->showMessage(said); });
    connect(m_pages, &WindowPages::notified, this, [this](const QString &title, const QString &text) {
        if (!isActiveWindow() && isVisible() && m_settings.get(keys::NotifySessions))
            m_notifier->notify(title, text);
    });
    connect(m_navigator, &Navigator::pageChanged, this, &MainWindow::refresh);
    addToolBar(Qt::LeftToolBarArea, m_pages->makeBar()); // behind the pages in the order of the focus
    m_pages->showFirst();
}

void MainWindow::connectActions()
{
    addActions(m_actions.all);
    auto *edit = menuBar()->findChild<QMenu *>(u"menu.edit"_s);
    connect(new EditCommands(m_actions, *edit, this), &EditCommands::pasteRequested, this, &MainWindow::paste);
    connect(m_actions.openArchive, &QAction::triggered, this, [this] { dialogs::openSource(*this, *m_intake, false); });
    connect(m_actions.openFolder, &QAction::triggered, this, [this] { dialogs::openSource(*this, *m_intake, true); });
    m_actions.openRecent->setMenu(new QMenu(this));
    connect(m_actions.openRecent->menu(), &QMenu::aboutToShow, m_intake,
            [this] { m_intake->offerRecent(*m_actions.openRecent->menu()); });
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.settings, &QAction::triggered, this, [this] { showSettings({}); });
    connect(m_actions.shortcuts, &QAction::triggered, this, [this] { showSettings(u"shortcuts"_s); });
    connect(m_actions.statusBar, &QAction::toggled, this, [this](bool shown) {
        statusBar()->setVisible(shown);
        m_settings.set(keys::ShowStatusBar, shown);
    });
    connect(m_actions.fullScreen, &QAction::toggled, this,
            [this](bool full) { full ? showFullScreen() : showNormal(); });
    connect(m_actions.sample, &QAction::triggered, this, [this] { m_intake->open({m_samplePath}); });
    connect(m_actions.manual, &QAction::triggered, this, [this] { dialogs::showHelp(*this, m_settings, u"manual"_s); });
    connect(m_actions.pluginNeeds, &QAction::triggered, this,
            [this] { dialogs::showHelp(*this, m_settings, u"plugin"_s); });
    connect(m_actions.about, &QAction::triggered, this, [this] { dialogs::showAbout(*this); });
    connect(m_actions.diagnostics, &QAction::triggered, this, [this] {
        dialogs::showDiagnostics(*this, m_session, [this](const QString &said) { statusBar()->showMessage(said); });
    });
    for (const bool forward : {true, false}) {
        connect(forward ? m_actions.nextPane : m_actions.previousPane, &QAction::triggered, this, [this, forward] {
            if (const auto &focusNext = m_navigator->current().focusNextPane)
                focusNext(forward);
        });
    }
}

void MainWindow::connectSession()
{
    connect(m_actions.build, &QAction::triggered, this, [this] { m_session.build(); });
    connect(m_actions.buildAnyway, &QAction::triggered, this, [this] { m_session.build(true); });
    connect(m_actions.retryFailed, &QAction::triggered, &m_session, &BuildSession::retryFailed);
    connect(m_actions.cancelAll, &QAction::triggered, &m_session, &BuildSession::cancelAll);
    connect(&m_session, &BuildSession::sourceChanged, this, &MainWindow::refresh);
    connect(&m_session, &BuildSession::summaryChanged, this, &MainWindow::refresh);
    connect(&m_session.engine(), &BuildEngine::interrupted, this, &MainWindow::offerInterrupted);
    connect(&m_session.engine(), &BuildEngine::problem, this,
            [this](const Error &error) { m_messages->show(u"problem"_s, error); });
    connect(&m_session.engine().queue(), &BuildQueue::idle, this, &MainWindow::notifyEnd, Qt::QueuedConnection);
    connect(m_intake, &SourceIntake::pluginsBrought, m_pages, &WindowPages::takePlugins);
    connect(m_intake, &SourceIntake::presetsBrought, m_pages, &WindowPages::importPresets);
    connect(m_intake, &SourceIntake::opened, this, [this] { m_navigator->go({u"build"_s, {}, {}}); });
    connect(m_notifier, &DesktopNotifier::showRequested, this, [this] {
        m_background->end();
        showJobs();
    });
    connect(m_background, &BackgroundRun::ended, this, &MainWindow::tellEnd);
    connect(m_background, &BackgroundRun::quitRequested, this, [this] {
        m_session.cancelAll();
        emit quitRequested();
    });
}

void MainWindow::paste()
{
    const QMimeData *copied = QApplication::clipboard()->mimeData(); // nullptr where nothing was ever copied
    const DroppedSources sources = copied ? DroppedSources::of(*copied) : DroppedSources();
    if (sources.isEmpty() && sources.unusable.isEmpty())
        statusBar()->showMessage(tr("Nothing on the clipboard can be opened"));
    else
        m_intake->take(sources);
}

void MainWindow::refresh()
{
    const QString path = m_session.sourcePath();
    setWindowTitle(path.isEmpty() ? tr("Plugsmith") : tr("%1 — Plugsmith").arg(QFileInfo(path).fileName()));
    m_actions.update(m_session);
    m_pages->refreshBadges();
    const bool isRunning = m_session.engine().queue().runningCount() > 0;
    m_notifier->setProgress(isRunning ? m_session.summary().fraction : -1);
}

void MainWindow::offerInterrupted(const QVector<JobRecord> &records)
{
    m_messages->show(
        {u"interrupted"_s,
         SemanticRole::Caution,
         tr("%n build(s) did not end the last time", nullptr, static_cast<int>(records.size())),
         tr("Plugsmith was ended before. Nothing half-written was left."),
         {{tr("Build Them Now"), u"window.message.resume"_s, [this, records] { m_session.resume(records); }},
          {tr("Discard"), u"window.message.discard"_s, [] {}}}});
}

/// One notification for a whole run, and only if nobody looks at the window.
void MainWindow::notifyEnd()
{
    if (!isActiveWindow() && isVisible())
        tellEnd();
}

void MainWindow::tellEnd()
{
    if (m_settings.get(keys::NotifyBuilds))
        m_notifier->notify(m_session.summary().title, QFileInfo(m_session.sourcePath()).fileName());
}

void MainWindow::showJobs()
{
    m_navigator->go({u"build"_s, {}, u"build.jobs"_s});
}

void MainWindow::showSettings(const QString &page)
{
    SettingsDialog *dialog = dialogs::openSettings(*this, m_settings, m_actions, *m_navigator);
    dialog->showPage(page);
    connect(dialog, &SettingsDialog::applied, this, &MainWindow::applySettings, Qt::UniqueConnection);
}

void MainWindow::applySettings()
{
    m_actions.statusBar->setChecked(m_settings.get(keys::ShowStatusBar));
    m_session.engine().queue().setKeepsFailed(m_settings.get(keys::KeepFailedDays) > 0);
    folders::setWork(m_settings.get(keys::WorkFolder));
    m_pages->applySettings();
    applyTheme(*qApp, m_settings.get(keys::Theme));
    const int parallel = m_settings.get(keys::ParallelBuilds);
    m_session.engine().queue().setParallel(parallel > 0 ? parallel : BuildQueue::defaultParallel());
    if (m_settings.get(keys::Language) != m_language)
        emit languageChanged();
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!m_wasPainted) {
        m_wasPainted = true;
        QTimer::singleShot(0, this, &MainWindow::firstPainted);
    }
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange)
        m_actions.fullScreen->setChecked(isFullScreen());
    QMainWindow::changeEvent(event);
}

void MainWindow::saveState()
{
    m_settings.set(keys::WindowGeometry, saveGeometry());
    m_navigator->saveState(m_settings);
}

/// While something is built: asks, or hides the window.
bool MainWindow::mayClose()
{
    const auto quit = [this] {
        m_mayQuit = true;
        close();
    };
    std::function<void()> keepRunning;
    if (m_background->isPossible()) {
        keepRunning = [this] {
            saveState();
            m_background->begin();
        };
    }
    if (m_settings.get(keys::AskBeforeQuitting))
        dialogs::askBeforeQuitting(*this, m_session, m_settings, quit, keepRunning);
    else if (keepRunning && m_settings.get(keys::KeepsRunning))
        keepRunning();
    else
        return true;
    return false;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_session.isBuilding() && !m_mayQuit && !mayClose())
        return event->ignore();
    m_session.cancelAll();
    saveState();
    QMainWindow::closeEvent(event);
}

} // namespace plugsmith
