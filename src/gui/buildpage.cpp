// SPDX-License-Identifier: Apache-2.0
#include "gui/buildpage.h"

#include "base/settingkeys.h"
#include "gui/actionbar.h"
#include "gui/actions.h"
#include "gui/card.h"
#include "gui/foldingcolumn.h"
#include "gui/historypopover.h"
#include "gui/howpopover.h"
#include "gui/jobdetails.h"
#include "gui/jobsview.h"
#include "gui/logpanel.h"
#include "gui/optionspanel.h"
#include "gui/pageparts.h"
#include "gui/pagetoolbar.h"
#include "gui/presetbar.h"
#include "gui/resultpanel.h"
#include "gui/sourcemessage.h"
#include "gui/sourcepanel.h"
#include "gui/startpanel.h"
#include "gui/targetmatrixview.h"
#include "gui/theme.h"
#include "gui/versionspopover.h"
#include "models/buildsession.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int SetupWidth = 336;
constexpr int Margin = 12;
constexpr int RecentInMenu = 8;

} // namespace

BuildPage::BuildPage(BuildSession &session, Actions &actions, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_actions(actions)
    , m_settings(settings)
    , m_stack(new QStackedWidget)
    , m_opener(new SourceOpener(settings, this))
{
    setObjectName(u"build.page"_s);
    auto *start = new StartPanel(session);
    connect(start, &StartPanel::openArchiveRequested, actions.openArchive, &QAction::trigger);
    connect(start, &StartPanel::openFolderRequested, actions.openFolder, &QAction::trigger);
    connect(start, &StartPanel::sampleRequested, actions.sample, &QAction::trigger);
    connect(start, &StartPanel::toolchainsRequested, actions.toolchainsPage, &QAction::trigger);
    connect(start, &StartPanel::said, this, &BuildPage::said);

    m_stack->addWidget(start);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolBar(actions));
    layout->addWidget(m_stack, 1);

    connect(&session, &BuildSession::sourceChanged, this, &BuildPage::refresh);
    connect(&session, &BuildSession::said, this, &BuildPage::said);
    connect(m_opener, &SourceOpener::said, this, &BuildPage::said);
    m_actions.hideBlocked->setVisible(true);
    m_actions.buildableFirst->setVisible(true);
    m_actions.hideBlocked->setChecked(settings.get(keys::HideBlocked));
    m_actions.buildableFirst->setChecked(settings.get(keys::BuildableFirst));
    refresh();
}

void BuildPage::makeWorkspace()
{
    if (m_outer)
        return;
    m_outer = new QSplitter(Qt::Horizontal);
    m_work = new QSplitter(Qt::Vertical);
    m_lower = new QSplitter(Qt::Horizontal);
    m_selectedCount = new QLabel;
    m_selectLabel = new QLabel(tr("Select:"));
    m_folded = new QLabel;
    m_matrix = new TargetMatrixView(m_session.matrix());
    m_jobs = new JobsView(m_session.jobs());
    m_details = new JobDetails(m_session);
    m_outer->setObjectName(u"build.splitter"_s);
    m_outer->addWidget(makeSetup());
    m_outer->addWidget(makeWork());
    m_outer->setStretchFactor(1, 1);
    m_outer->setCollapsible(1, false);
    m_outer->setSizes({SetupWidth, 1000});
    m_stack->addWidget(m_outer);
    connect(&m_session, &BuildSession::started, this, &BuildPage::showJob);
    connect(&m_session, &BuildSession::ended, this, &BuildPage::onEnded);
    connectMatrix();
    connectJobs();
    connect(m_details, &JobDetails::showInFolderRequested, this, &BuildPage::showInFolder);
    connect(m_details, &JobDetails::said, this, &BuildPage::said);
    connect(m_details, &JobDetails::loadRequested, this, &BuildPage::loadRequested);
    connect(m_details, &JobDetails::localModuleRequested, this, &BuildPage::openLocalModule);
    m_details->log().provide(m_actions);
    connect(m_details, &JobDetails::fileRequested, this,
            [this](const QString &id, const QString &file, int line, int column) {
                if (const BuildJob *job = m_session.engine().queue().find(id))
                    m_opener->open(job->plan(), file, line, column);
            });
    connect(m_setup, &FoldingColumn::foldedChanged, this, &BuildPage::fitDetails);
    restoreState();
    fitWindow();
}

void BuildPage::connectMatrix()
{
    TargetMatrixModel &matrix = m_session.matrix();
    connect(&matrix, &TargetMatrixModel::selectionChanged, this, [this] {
        m_selectedCount->setText(tr("%n selected", nullptr, static_cast<int>(m_session.matrix().selected().size())));
    });
    connect(m_matrix->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &cell) { selectJobOf(m_session.matrix().targetAt(cell)); });
    connect(m_matrix, &TargetMatrixView::howRequested, this, &BuildPage::showHow);
    connect(m_matrix, &TargetMatrixView::columnMenuRequested, this, &BuildPage::showColumnMenu);
    connect(
        m_matrix, &TargetMatrixView::platformMenuRequested, this,
        [this](const Platform &platform, const QPoint &at) { makePlatformMenu(m_session, platform, this)->popup(at); });
    connect(m_matrix, &TargetMatrixView::cellMenuRequested, this, [this](const QModelIndex &cell, const QPoint &at) {
        makeCellMenu(m_session, m_session.matrix().targetAt(cell), *this, this)->popup(at);
    });
    connect(m_matrix, &TargetMatrixView::versionsRequested, this,
            [this](const QRect &anchor) { (new VersionsPopover(m_session.matrix(), this))->showAt(anchor); });
    connect(m_matrix, &TargetMatrixView::hiddenCountChanged, this, [this] {
        refreshFolded();
        fitMatrix();
    });
    connect(m_folded, &QLabel::linkActivated, this, [this] {
        m_unfoldsLow = true;
        m_actions.hideBlocked->setChecked(false);
        refreshFolding();
    });
    connect(m_actions.hideBlocked, &QAction::toggled, this, &BuildPage::refreshFolding);
    connect(m_actions.buildableFirst, &QAction::toggled, &matrix, &TargetMatrixModel::setBuildableFirst);
    matrix.setBuildableFirst(m_actions.buildableFirst->isChecked());
}

void BuildPage::connectJobs()
{
    connect(&m_session.jobs(), &QAbstractItemModel::modelReset, this, [this] {
        m_jobs->setCurrentRow(0);
        selectJobOf(m_session.matrix().targetAt(m_matrix->currentIndex()));
    });
    connect(m_jobs, &JobsView::currentRowChanged, m_details, &JobDetails::showRow);
    connect(m_jobs, &JobsView::currentRowChanged, this, &BuildPage::selectCellOf);
    connect(&m_session.jobs(), &QAbstractItemModel::rowsMoved, this,
            [this] { m_details->showRow(m_jobs->currentRow()); });
    connect(m_jobs, &JobsView::cancelRequested, this,
            [this](const QString &id) { m_session.engine().queue().cancel(id); });
    Actions::provide(m_actions.cancelJob, this, [this] {
        if (const BuildJob *job = m_session.jobs().jobAt(m_jobs->currentRow()))
            m_session.engine().queue().cancel(job->id());
    });
    connect(m_jobs, &JobsView::retryRequested, this, [this](const QString &id) { m_session.retry(id); });
    connect(m_jobs, &JobsView::historyRequested, this, [this](const QRect &anchor) {
        auto *history = new HistoryPopover(m_session.engine().history(), this);
        connect(history, &HistoryPopover::chosen, m_details, &JobDetails::showRecord);
        history->showAt(anchor);
    });
    connect(m_jobs, &QTreeView::doubleClicked, this, [this] {
        if (const QString path = plugin(); !path.isEmpty())
            emit loadRequested(path);
    });
    connect(m_jobs, &JobsView::menuRequested, this,
            [this](int row, const QPoint &at) { makeJobMenu(m_session, row, *this, this)->popup(at); });
}

QWidget *BuildPage::makeToolBar(Actions &actions)
{
    auto *bar = new PageToolBar(u"build.toolbar"_s);
    auto *open = new QToolButton;
    open->setObjectName(u"build.toolbar.open"_s);
    open->setText(tr("Open"));
    open->setIcon(actions.openArchive->icon());
    open->setToolTip(actions.openArchive->toolTip());
    open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    open->setPopupMode(QToolButton::MenuButtonPopup);
    auto *menu = new QMenu(open);
    open->setMenu(menu);
    connect(open, &QToolButton::clicked, actions.openArchive, &QAction::trigger);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillOpenMenu(menu); });
    bar->row().addWidget(open);
    m_presets = new PresetBar(m_session, actions);
    connect(m_presets, &PresetBar::said, this, &BuildPage::said);
    bar->row().addWidget(m_presets);
    bar->row().addStretch(1);
    return bar;
}

void BuildPage::fillOpenMenu(QMenu *menu)
{
    menu->clear();
    menu->addActions({m_actions.openArchive, m_actions.openFolder, m_actions.addLocalModule});
    menu->addSeparator();
    const QStringList recent = m_session.recentSources().mid(0, RecentInMenu);
    for (const QString &path : recent) {
        QAction *action = menu->addAction(QFileInfo(path).fileName().replace(u'&', u"&&"_s), menu,
                                          [this, path] { m_session.open({path}); });
        action->setToolTip(path);
    }
    if (!recent.isEmpty())
        menu->addSeparator();
    menu->addAction(m_actions.sample);
}

QWidget *BuildPage::makeSetup()
{
    auto *content = new QWidget;
    auto *source = new SourcePanel(m_session);
    connect(source, &SourcePanel::openRequested, m_actions.openArchive, &QAction::trigger);
    connect(source, &SourcePanel::localModuleRequested, this, &BuildPage::openLocalModule);
    connect(source, &SourcePanel::said, this, &BuildPage::said);
    connect(&source->message(), &SourceMessage::folderRequested, this, &BuildPage::showInFolder);
    connect(&source->message(), &SourceMessage::said, this, &BuildPage::said);
    connect(&source->message(), &SourceMessage::fileRequested, this,
            [this](const SourcePlace &place, int line) { m_opener->open(place, line); });
    auto *options = new QWidget;
    options->setObjectName(u"build.options"_s);
    auto *optionRows = new QVBoxLayout(options);
    optionRows->setContentsMargins(0, 0, 0, 0);
    optionRows->setSpacing(8);
    auto *panel = new OptionsPanel(m_session);
    optionRows->addWidget(panel->makeHeading());
    optionRows->addWidget(panel);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Margin, Margin, Margin, Margin);
    column->setSpacing(8);
    column->addWidget(makeSectionLabel(tr("Source")));
    column->addWidget(source);
    column->addSpacing(8);
    column->addWidget(options);
    column->addStretch(1);
    connect(&m_session, &BuildSession::sourceChanged, options, [this, options] {
        // While it is read again they stay: what comes back a moment later should not go.
        const auto state = m_session.sourceState();
        const bool isReadAgain = state == BuildSession::SourceState::Scanning && m_session.module();
        options->setVisible(state == BuildSession::SourceState::Ready || isReadAgain);
    });

    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"build.setup"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(280);
    scroll->setWidget(content);
    alignLabels(content);
    m_setup = new FoldingColumn(scroll, tr("Source and options"));
    return m_setup;
}

QWidget *BuildPage::makeTargetHeading()
{
    auto *heading = new QWidget;
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(makeSectionLabel(tr("Targets")));
    row->addWidget(m_selectedCount);
    row->addStretch(1);
    row->addWidget(m_selectLabel);
    for (QAction *action : {m_actions.selectThisMachine, m_actions.selectAll, m_actions.selectNone}) {
        auto *button = new QPushButton(action->iconText());
        button->setObjectName(action->objectName() + u".button"_s);
        button->setToolTip(action->toolTip());
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        row->addWidget(button);
    }
    return heading;
}

QWidget *BuildPage::makeWork()
{
    auto *upper = new QWidget;
    auto *upperRows = new QVBoxLayout(upper);
    upperRows->setContentsMargins(0, 0, 0, 0);
    upperRows->setSpacing(8);
    upperRows->addWidget(makeTargetHeading());
    upperRows->addWidget(m_matrix, 1);
    m_folded->setObjectName(u"build.matrix.folded"_s);
    m_folded->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_folded->hide();
    upperRows->addWidget(m_folded);

    m_lower->setObjectName(u"build.lowerSplitter"_s);
    m_lower->addWidget(m_jobs);
    auto *details = new Card;
    auto *detailRows = new QVBoxLayout(details);
    detailRows->setContentsMargins(1, 1, 1, 1);
    detailRows->addWidget(m_details);
    m_lower->addWidget(details);
    m_lower->setChildrenCollapsible(false);
    m_lower->setHandleWidth(8);
    m_lower->setStretchFactor(0, 43);
    m_lower->setStretchFactor(1, 52);
    m_lower->setSizes({430, 520});
    auto *below = new QWidget;
    auto *belowRows = new QVBoxLayout(below);
    belowRows->setContentsMargins(0, 0, 0, 0);
    belowRows->setSpacing(4);
    auto *bar = new ActionBar(m_session);
    connect(bar, &ActionBar::pluginsRequested, this, &BuildPage::showPlugins);
    connect(bar, &ActionBar::loadRequested, this, &BuildPage::loadRequested);
    belowRows->addWidget(bar);
    belowRows->addWidget(m_lower, 1);

    m_work->setObjectName(u"build.workSplitter"_s);
    m_work->installEventFilter(this);
    m_work->addWidget(upper);
    m_work->addWidget(below);
    m_work->setChildrenCollapsible(false);
    m_work->setHandleWidth(8);
    m_work->setStretchFactor(0, 0);
    m_work->setStretchFactor(1, 1);
    m_work->setSizes({450, 300}); // all platforms in a window of usual height
    auto *work = new QWidget;
    auto *rows = new QVBoxLayout(work);
    rows->setContentsMargins(Margin, Margin, Margin, Margin);
    rows->addWidget(m_work);
    return work;
}

void BuildPage::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (!m_outer)
        QTimer::singleShot(0, this, &BuildPage::makeWorkspace);
}

void BuildPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_outer)
        fitWindow();
}

void BuildPage::selectJobOf(const Target &target)
{
    if (m_isSelecting || !target.version.isValid())
        return;
    m_isSelecting = true;
    for (int row = 0; row < m_session.jobs().rowCount(); ++row) {
        if (m_session.jobs().planAt(row)->target == target)
            m_jobs->setCurrentRow(row);
    }
    m_isSelecting = false;
}

void BuildPage::selectCellOf(int row)
{
    const PlannedJob *job = m_session.jobs().planAt(row);
    if (m_isSelecting || !job || m_session.jobs().isShowingPlan())
        return;
    m_isSelecting = true;
    m_matrix->setCurrentTarget(job->target);
    m_isSelecting = false;
}

QString BuildPage::plugin() const
{
    const BuildJob *job = m_session.jobs().jobAt(m_jobs->currentRow());
    return job && isLoadable(*job) ? job->result().path : QString();
}

/// What failed is what somebody wants to see, unless one is looking at a job that failed already; else the result.
void BuildPage::onEnded()
{
    const BuildJob *first = m_session.jobs().jobAt(0);
    const BuildJob *shown = m_session.jobs().jobAt(m_jobs->currentRow());
    if (first && first->state() == JobState::Failed && (!shown || shown->state() != JobState::Failed))
        m_jobs->setCurrentRow(0);
    else if (shown && shown->state() == JobState::Done)
        m_details->showTab(JobDetails::ResultTab);
}

void BuildPage::showHow(const QModelIndex &index, const QRect &anchor)
{
    TargetMatrixModel &matrix = m_session.matrix();
    const Target target = matrix.targetAt(index);
    const auto obstacle =
        target.version.isValid() ? matrix.obstacleOf(target) : matrix.obstacleOf(matrix.platforms()[index.row()]);
    if (!obstacle)
        return;
    const bool isAboutGo = target.version.isValid() && !m_session.engine().machine().toolchainFor(target.version);
    const QString subject = isAboutGo ? target.version.toString() : matrix.platforms()[index.row()].toString();
    auto *how = new HowPopover(*obstacle, m_session.packageManager(), this);
    connect(how, &HowPopover::copied, this, [this] { emit said(tr("Command copied.")); });
    connect(how, &HowPopover::checkAgainRequested, this, [this] {
        emit said(tr("Looking for Go and C compilers…"));
        m_session.engine().findToolchains();
    });
    connect(how, &HowPopover::toolchainsRequested, this, [this, subject] { emit toolchainRequested(subject); });
    how->showAt(anchor);
}

void BuildPage::showColumnMenu(const QPoint &at)
{
    TargetMatrixModel &matrix = m_session.matrix();
    auto *menu = new QMenu(this);
    menu->setObjectName(u"build.matrix.columnMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QVector<GoVersion> shown = matrix.versions();
    QVector<GoVersion> offered = matrix.installedVersions();
    for (const GoVersion &version : shown) {
        if (!offered.contains(version))
            offered += version;
    }
    std::ranges::sort(offered);
    for (const GoVersion &version : std::as_const(offered)) {
        QAction *action = menu->addAction(tr("Go %1").arg(version.toString()));
        action->setCheckable(true);
        action->setChecked(shown.contains(version));
        connect(action, &QAction::toggled, menu, [&matrix, version](bool on) { matrix.setVersionShown(version, on); });
    }
    menu->addSeparator();
    menu->addAction(tr("Reset Columns"), menu, [&matrix] { matrix.resetVersions(); });
    menu->addSeparator();
    menu->addActions({m_actions.hideBlocked, m_actions.buildableFirst});
    menu->popup(at);
}

void BuildPage::showJobTab(const QString &jobId, Tab tab)
{
    m_jobs->setCurrentRow(m_session.engine().queue().indexOf(jobId));
    m_details->showTab(tab == Tab::Log ? JobDetails::LogTab : JobDetails::ResultTab);
}

void BuildPage::showWhyNot(const Target &target)
{
    const QModelIndex cell = m_session.matrix().indexOf(target);
    const QRect rect = m_matrix->visualRect(cell);
    showHow(cell, QRect(m_matrix->viewport()->mapToGlobal(rect.topLeft()), rect.size()));
}

void BuildPage::copyCommandOf(const Target &target)
{
    selectJobOf(target);
    m_details->copyCommand();
}

void BuildPage::refresh()
{
    const bool hasSource = m_session.sourceState() != BuildSession::SourceState::None;
    if (hasSource)
        makeWorkspace();
    m_stack->setCurrentIndex(hasSource ? 1 : 0);
    unfoldProblem();
    if (m_matrix)
        m_matrix->setEnabled(m_session.sourceState() == BuildSession::SourceState::Ready);
}

void BuildPage::showJob(const QString &id)
{
    m_jobs->setCurrentRow(m_session.engine().queue().indexOf(id));
    m_details->showTab(JobDetails::LogTab);
}

void BuildPage::showPlugins()
{
    QStringList paths;
    for (const BuildJob *job : m_session.run().jobs()) {
        if (job->state() == JobState::Done)
            paths += job->result().path;
    }
    if (!paths.isEmpty())
        emit pluginsRequested(paths);
}

void BuildPage::openLocalModule()
{
    auto *dialog = new QFileDialog(this, tr("Add a local module"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Archives (%1)").arg(u"*.zip *.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz *.tar.zst *.7z"_s));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_session.addLocalModule(path); });
    dialog->open();
}

void BuildPage::importPresets(const QStringList &paths)
{
    m_presets->importFiles(paths);
}

void BuildPage::copyCommand()
{
    makeWorkspace();
    m_details->copyCommand();
}

void BuildPage::focusNextPane(bool forward)
{
    if (!m_outer)
        return;
    const QVector<QWidget *> panes{findChild<QWidget *>(u"build.source.package"_s), m_matrix,
                                   findChild<QWidget *>(u"build.action.build"_s), m_jobs, m_details->currentWidget()};
    plugsmith::focusNextPane(panes, forward);
}

} // namespace plugsmith
