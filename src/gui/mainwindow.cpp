// SPDX-License-Identifier: Apache-2.0
#include "gui/mainwindow.h"

#include "base/settingkeys.h"
#include "gui/buildpage.h"
#include "gui/dropoverlay.h"
#include "gui/droppedsources.h"
#include "gui/messagecard.h"
#include "gui/navbutton.h"
#include "gui/symbolicicon.h"
#include "models/buildsession.h"
#include "models/buildtext.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QStatusBar>
#include <QStorageInfo>
#include <QTimer>
#include <QToolBar>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(BuildSession &session, Settings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_settings(settings)
    , m_actions(session, this)
    , m_pages(new QStackedWidget)
    , m_buildPage(new BuildPage(session, m_actions, settings))
    , m_message(new MessageCard)
    , m_overlay(new DropOverlay(this))
    , m_jobChip(new QLabel)
    , m_machine(new QLabel)
    , m_disk(new QLabel)
{
    setObjectName(u"window"_s);
    setWindowIcon(QIcon(u":/plugsmith.svg"_s));
    setMinimumSize(QSize(1024, 640).boundedTo(screen()->availableSize()));
    const QSize room = screen()->availableSize();
    resize(QSize(1280, 820).boundedTo(room));
    restoreGeometry(settings.get(keys::WindowGeometry));
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    m_actions.fill(menuBar());
    makePageBar();
    makeStatusBar();
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_message->setObjectName(u"window.message"_s);
    m_pages->addWidget(m_buildPage);
    rows->addWidget(m_message);
    rows->addWidget(m_pages, 1);
    setCentralWidget(content);
    connectActions();
    connect(&session, &BuildSession::sourceChanged, this, &MainWindow::refresh);
    connect(&session, &BuildSession::summaryChanged, this, &MainWindow::refresh);
    connect(&session, &BuildSession::choicesChanged, this, &MainWindow::refreshStatus);
    connect(m_buildPage, &BuildPage::said, statusBar(),
            [this](const QString &sentence) { statusBar()->showMessage(sentence); });
    connect(&session.engine(), &BuildEngine::machineFound, this, &MainWindow::refreshStatus);
    connect(&session.engine(), &BuildEngine::interrupted, this, &MainWindow::offerInterrupted);
    connect(&session.engine(), &BuildEngine::problem, this, &MainWindow::showProblem);
    refresh();
    refreshStatus();
}

MainWindow::~MainWindow() = default;

void MainWindow::setSamplePath(const QString &path)
{
    m_samplePath = path;
    m_actions.sample->setVisible(!path.isEmpty());
}

void MainWindow::makePageBar()
{
    auto *bar = new QToolBar(tr("Pages"));
    bar->setObjectName(u"window.pages"_s);
    bar->setMovable(false);
    bar->toggleViewAction()->setVisible(false);
    bar->setMinimumWidth(88);
    auto *group = new QActionGroup(this);
    group->addAction(m_actions.buildPage);
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(6, 8, 6, 8);
    m_buildButton = new NavButton(m_actions.buildPage);
    m_buildButton->setObjectName(u"window.pages.build"_s);
    column->addWidget(m_buildButton);
    bar->addWidget(holder);
    addToolBar(Qt::LeftToolBarArea, bar);
}

void MainWindow::makeStatusBar()
{
    statusBar()->setObjectName(u"window.status"_s);
    for (QLabel *label : {m_jobChip, m_machine, m_disk}) {
        label->setContentsMargins(8, 0, 8, 0);
        statusBar()->addPermanentWidget(label);
    }
    m_jobChip->setObjectName(u"window.status.jobs"_s);
    m_machine->setObjectName(u"window.status.machine"_s);
    m_disk->setObjectName(u"window.status.disk"_s);
    statusBar()->showMessage(tr("Ready"));
}

void MainWindow::connectActions()
{
    addActions(m_actions.all);
    connect(m_actions.openArchive, &QAction::triggered, this, [this] { openWithDialog(false); });
    connect(m_actions.openFolder, &QAction::triggered, this, [this] { openWithDialog(true); });
    connect(m_actions.addLocalModule, &QAction::triggered, m_buildPage, &BuildPage::openLocalModule);
    connect(m_actions.closeSource, &QAction::triggered, &m_session, &BuildSession::close);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.copyCommand, &QAction::triggered, m_buildPage, &BuildPage::copyCommand);
    connect(m_actions.fullScreen, &QAction::toggled, this,
            [this](bool full) { full ? showFullScreen() : showNormal(); });
    connect(m_actions.build, &QAction::triggered, this, [this] { m_session.build(); });
    connect(m_actions.buildAnyway, &QAction::triggered, this, [this] { m_session.build(true); });
    connect(m_actions.retryFailed, &QAction::triggered, &m_session, &BuildSession::retryFailed);
    connect(m_actions.cancelAll, &QAction::triggered, &m_session, &BuildSession::cancelAll);
    TargetMatrixModel &matrix = m_session.matrix();
    connect(m_actions.selectAll, &QAction::triggered, this, [&matrix] { matrix.select(matrix.buildable()); });
    connect(m_actions.selectNone, &QAction::triggered, this, [&matrix] { matrix.select({}); });
    connect(m_actions.selectThisMachine, &QAction::triggered, this, [&matrix] {
        QVector<Target> targets;
        for (const GoVersion &version : matrix.versions())
            targets += {version, Platform::thisMachine()};
        matrix.select(targets);
    });
    connect(m_actions.sample, &QAction::triggered, this, [this] { m_session.open({m_samplePath}); });
    connect(m_actions.about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(new QShortcut(Qt::Key_F6, this), &QShortcut::activated, this, [this] { m_buildPage->focusNextPane(true); });
    connect(new QShortcut(Qt::SHIFT | Qt::Key_F6, this), &QShortcut::activated, this,
            [this] { m_buildPage->focusNextPane(false); });
}

void MainWindow::openWithDialog(bool folder)
{
    auto *dialog = new QFileDialog(this, folder ? tr("Open a folder with a go.mod") : tr("Open a source archive"));
    dialog->setObjectName(u"window.openDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    if (!folder)
        dialog->setNameFilters(
            {tr("Archives and Go files (%1)").arg(archivePatterns().join(u' ') + u" *.go"_s), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_session.open({path}); });
    dialog->open();
}

void MainWindow::refresh()
{
    const QString path = m_session.sourcePath();
    setWindowTitle(path.isEmpty() ? tr("Plugsmith") : tr("%1 — Plugsmith").arg(QFileInfo(path).fileName()));
    m_actions.update(m_session);
    const BuildQueue &queue = m_session.engine().queue();
    const int running = queue.runningCount();
    const int waiting = queue.waitingCount();
    const int failed = m_session.summary().failed;
    m_buildButton->setBadge(running > 0 ? running : failed,
                            running > 0 ? SemanticRole::Information : SemanticRole::Negative);
    m_jobChip->setVisible(running + waiting + failed > 0);
    m_jobChip->setText(running + waiting > 0 ? tr("%1 running, %2 queued").arg(running).arg(waiting)
                                             : tr("%n failed", nullptr, failed));
}

void MainWindow::refreshStatus()
{
    const BuildMachine &machine = m_session.engine().machine();
    m_machine->setText(Platform::thisMachine().toString() +
                       (machine.compiler ? u" · "_s + machine.compiler->versionText : QString()));
    QString folder = m_session.destination();
    while (!folder.isEmpty() && folder != "/"_L1 && !QFileInfo::exists(folder))
        folder = QFileInfo(folder).path();
    const QStorageInfo disk(folder.isEmpty() ? QDir::homePath() : folder);
    m_disk->setText(tr("%1 free").arg(shownSize(disk.bytesAvailable())));
}

void MainWindow::offerInterrupted(const QVector<JobRecord> &records)
{
    m_message->show(SemanticRole::Caution,
                    tr("%n build(s) did not end the last time", nullptr, static_cast<int>(records.size())),
                    tr("Plugsmith was ended while they waited or ran. Nothing half-written was left."));
    m_message->setClosable(true);
    connect(m_message->addButton(tr("Build Them Now"), u"window.message.resume"_s), &QPushButton::clicked, this,
            [this, records] {
                m_message->hide();
                m_session.resume(records);
            });
    connect(m_message->addButton(tr("Discard"), u"window.message.discard"_s), &QPushButton::clicked, m_message,
            &QWidget::hide);
}

void MainWindow::showProblem(const Error &error)
{
    m_message->show(error);
    m_message->setClosable(true);
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, tr("About Plugsmith"),
        u"<b>Plugsmith %1</b><p>%2</p><p>%3</p>"_s.arg(
            QApplication::applicationVersion(), tr("Builds, inspects and loads Go plugins."), tr("Apache License 2.0")),
        QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(windowIcon().pixmap(64));
    box->open();
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

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_session.isBuilding() && !m_mayQuit) {
        event->ignore();
        return askBeforeQuitting();
    }
    m_settings.set(keys::WindowGeometry, saveGeometry());
    m_buildPage->saveState(m_settings);
    QMainWindow::closeEvent(event);
}

void MainWindow::askBeforeQuitting()
{
    const int running = m_session.engine().queue().runningCount() + m_session.engine().queue().waitingCount();
    auto *box = new QMessageBox(QMessageBox::Question, tr("Plugsmith"),
                                tr("%n build(s) are running.", nullptr, running), QMessageBox::Cancel, this);
    box->setObjectName(u"window.quitQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *quit = box->addButton(tr("Quit and cancel them"), QMessageBox::DestructiveRole);
    connect(quit, &QPushButton::clicked, this, [this] {
        m_mayQuit = true;
        m_session.cancelAll();
        close();
    });
    box->open();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    placeOverlay();
}

void MainWindow::placeOverlay()
{
    m_overlay->setGeometry(centralWidget() ? centralWidget()->geometry() : rect());
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasUrls())
        return;
    const DroppedSources dropped = DroppedSources::of(*event->mimeData());
    placeOverlay();
    if (dropped.usable.isEmpty()) {
        m_overlay->showOffers({{u"emblem-unavailable"_s, tr("Plugsmith cannot use %1").arg(dropped.unusable.value(0)),
                                tr("Drop an archive, a folder with Go files, or a .go file."), false}});
        event->setDropAction(Qt::IgnoreAction);
        event->accept(); // so that moves arrive and the reason stays in view
        return;
    }
    const QString name = QFileInfo(dropped.usable.first()).fileName();
    const bool replaces = !m_session.sourcePath().isEmpty();
    QVector<DropOverlay::Offer> offers{{u"application-zip"_s, tr("Build %1").arg(name),
                                        replaces ? tr("Replaces %1. Targets and options are those of its module.")
                                                       .arg(QFileInfo(m_session.sourcePath()).fileName())
                                                 : tr("Opens it as the plugin source.")}};
    if (m_session.hasLocalReplaces())
        offers += {u"insert-link"_s, tr("Use as a local module"),
                   tr("Supplies a module that go.mod replaces with a local folder.")};
    m_overlay->showOffers(offers);
    event->acceptProposedAction();
}

void MainWindow::dragMoveEvent(QDragMoveEvent *event)
{
    const int area = m_overlay->setPointer(m_overlay->mapFrom(this, event->position().toPoint()));
    if (area < 0)
        event->ignore();
    else
        event->acceptProposedAction();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_overlay->hide();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const int area = m_overlay->setPointer(m_overlay->mapFrom(this, event->position().toPoint()));
    m_overlay->hide();
    const DroppedSources dropped = DroppedSources::of(*event->mimeData());
    if (dropped.usable.isEmpty() || area < 0)
        return;
    event->acceptProposedAction();
    // Queued: the program that drags waits until this returns.
    QTimer::singleShot(0, this, [this, paths = dropped.usable, area] {
        if (area == 1)
            m_session.addLocalModule(paths.first());
        else
            m_session.open(paths);
    });
}

} // namespace plugsmith
