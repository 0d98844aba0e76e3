// SPDX-License-Identifier: Apache-2.0
#include "gui/mainwindow.h"

#include "base/settingkeys.h"
#include "gui/buildpage.h"
#include "gui/droppedsources.h"
#include "gui/messagecard.h"
#include "gui/navbutton.h"
#include "gui/sourcedrop.h"
#include "gui/statuschips.h"
#include "gui/symbolicicon.h"
#include "models/buildsession.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QStatusBar>
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
{
    setObjectName(u"window"_s);
    setWindowIcon(QIcon(u":/plugsmith.svg"_s));
    setMinimumSize(QSize(1024, 640).boundedTo(screen()->availableSize()));
    const QSize room = screen()->availableSize();
    resize(QSize(1280, 820).boundedTo(room));
    restoreGeometry(settings.get(keys::WindowGeometry));
    setContextMenuPolicy(Qt::NoContextMenu);
    m_actions.fill(menuBar());
    makePageBar();
    statusBar()->setObjectName(u"window.status"_s);
    statusBar()->addPermanentWidget(new StatusChips(session));
    statusBar()->showMessage(tr("Ready"));
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_message->setObjectName(u"window.message"_s);
    m_pages->addWidget(m_buildPage);
    rows->addWidget(m_message);
    rows->addWidget(m_pages, 1);
    setCentralWidget(content);
    new SourceDrop(session, this, content);
    connectActions();
    connect(&session, &BuildSession::sourceChanged, this, &MainWindow::refresh);
    connect(&session, &BuildSession::summaryChanged, this, &MainWindow::refresh);
    connect(m_buildPage, &BuildPage::said, statusBar(),
            [this](const QString &sentence) { statusBar()->showMessage(sentence); });
    connect(&session.engine(), &BuildEngine::interrupted, this, &MainWindow::offerInterrupted);
    connect(&session.engine(), &BuildEngine::problem, this, &MainWindow::showProblem);
    refresh();
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
    bar->layout()->setContentsMargins(0, 0, 1, 0);
    bar->setMinimumWidth(84);
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
    const int running = m_session.engine().queue().runningCount();
    m_buildButton->setBadge(running > 0 ? running : m_session.summary().failed,
                            running > 0 ? SemanticRole::Information : SemanticRole::Negative);
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

} // namespace plugsmith
