// SPDX-License-Identifier: Apache-2.0
#include "gui/buildpage.h"

#include "base/settingkeys.h"
#include "gui/actionbar.h"
#include "gui/actions.h"
#include "gui/jobdetails.h"
#include "gui/jobsview.h"
#include "gui/optionspanel.h"
#include "gui/semanticcolors.h"
#include "gui/sourceopener.h"
#include "gui/sourcepanel.h"
#include "gui/startpanel.h"
#include "gui/targetmatrixview.h"
#include "gui/theme.h"
#include "models/buildsession.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int SetupWidth = 336;
constexpr int Margin = 12;

QLabel *sectionLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setFont(sectionFont());
    return label;
}

} // namespace

BuildPage::BuildPage(BuildSession &session, Actions &actions, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_actions(actions)
    , m_stack(new QStackedWidget)
    , m_outer(new QSplitter(Qt::Horizontal))
    , m_work(new QSplitter(Qt::Vertical))
    , m_lower(new QSplitter(Qt::Horizontal))
    , m_selectedCount(new QLabel)
    , m_matrix(new TargetMatrixView(session.matrix()))
    , m_jobs(new JobsView(session.jobs()))
    , m_details(new JobDetails(session))
    , m_opener(new SourceOpener(settings, this))
{
    setObjectName(u"build.page"_s);
    auto *start = new StartPanel(session);
    connect(start, &StartPanel::openArchiveRequested, actions.openArchive, &QAction::trigger);
    connect(start, &StartPanel::openFolderRequested, actions.openFolder, &QAction::trigger);
    connect(start, &StartPanel::sampleRequested, actions.sample, &QAction::trigger);

    m_outer->setObjectName(u"build.splitter"_s);
    m_outer->addWidget(makeSetup());
    m_outer->addWidget(makeWork());
    m_outer->setStretchFactor(1, 1);
    m_outer->setCollapsible(1, false);
    m_outer->setSizes({SetupWidth, 1000});
    m_stack->addWidget(start);
    m_stack->addWidget(m_outer);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolBar(actions));
    layout->addWidget(m_stack, 1);

    connect(&session, &BuildSession::sourceChanged, this, &BuildPage::refresh);
    connect(&session, &BuildSession::started, this, &BuildPage::showJob);
    connect(&session, &BuildSession::said, this, &BuildPage::said);
    connect(&session.matrix(), &TargetMatrixModel::selectionChanged, this, [this] {
        m_selectedCount->setText(tr("%n selected", nullptr, static_cast<int>(m_session.matrix().selected().size())));
    });
    connect(&session.jobs(), &QAbstractItemModel::modelReset, this, [this] { m_jobs->setCurrentRow(0); });
    connect(m_jobs, &JobsView::currentRowChanged, m_details, &JobDetails::showRow);
    connect(m_jobs, &JobsView::cancelRequested, this,
            [this](const QString &id) { m_session.engine().queue().cancel(id); });
    connect(m_jobs, &JobsView::retryRequested, this, [this](const QString &id) { m_session.retry(id); });
    connect(m_jobs, &JobsView::showInFolderRequested, this, [this](const QString &id) {
        if (const BuildJob *job = m_session.engine().queue().find(id))
            showInFolder(job->result().path);
    });
    connect(m_matrix->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &cell) {
        // A cell that shows a job selects the job.
        const QString target = m_session.matrix().targetAt(cell).toString();
        for (int row = 0; row < m_session.jobs().rowCount(); ++row) {
            if (m_session.jobs().planAt(row)->target.toString() == target)
                m_jobs->setCurrentRow(row);
        }
    });
    connect(m_details, &JobDetails::showInFolderRequested, this, &BuildPage::showInFolder);
    connect(m_details, &JobDetails::said, this, &BuildPage::said);
    connect(m_details, &JobDetails::localModuleRequested, this, &BuildPage::openLocalModule);
    connect(m_details, &JobDetails::fileRequested, this,
            [this](const QString &id, const QString &file, int line, int column) {
                if (const BuildJob *job = m_session.engine().queue().find(id))
                    m_opener->open(job->plan(), file, line, column);
            });
    connect(m_opener, &SourceOpener::said, this, &BuildPage::said);
    restoreState(settings);
    refresh();
}

QWidget *BuildPage::makeToolBar(Actions &actions)
{
    auto *bar = new QToolBar;
    bar->setObjectName(u"build.toolbar"_s);
    bar->layout()->setContentsMargins(Margin, 6, Margin, 6);
    bar->setIconSize({16, 16});
    auto *open = new QToolButton;
    open->setObjectName(u"build.toolbar.open"_s);
    open->setText(tr("Open"));
    open->setIcon(actions.openArchive->icon());
    open->setToolTip(actions.openArchive->toolTip());
    open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    open->setPopupMode(QToolButton::MenuButtonPopup);
    auto *menu = new QMenu(open);
    menu->addActions({actions.openArchive, actions.openFolder, actions.addLocalModule});
    menu->addSeparator();
    menu->addAction(actions.sample);
    open->setMenu(menu);
    connect(open, &QToolButton::clicked, actions.openArchive, &QAction::trigger);
    bar->addWidget(open);
    open->setAutoRaise(false); // a tool bar raises the buttons it gets
    return bar;
}

QWidget *BuildPage::makeSetup()
{
    auto *content = new QWidget;
    auto *source = new SourcePanel(m_session);
    connect(source, &SourcePanel::openRequested, m_actions.openArchive, &QAction::trigger);
    connect(source, &SourcePanel::localModuleRequested, this, &BuildPage::openLocalModule);
    auto *options = new QWidget;
    options->setObjectName(u"build.options"_s);
    auto *optionRows = new QVBoxLayout(options);
    optionRows->setContentsMargins(0, 0, 0, 0);
    optionRows->setSpacing(8);
    optionRows->addWidget(sectionLabel(tr("Options")));
    optionRows->addWidget(new OptionsPanel(m_session));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Margin, Margin, Margin, Margin);
    column->setSpacing(8);
    column->addWidget(sectionLabel(tr("Source")));
    column->addWidget(source);
    column->addSpacing(8);
    column->addWidget(options);
    column->addStretch(1);
    connect(&m_session, &BuildSession::sourceChanged, options,
            [this, options] { options->setVisible(m_session.sourceState() == BuildSession::SourceState::Ready); });

    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"build.setup"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(280);
    scroll->setWidget(content);
    return scroll;
}

QWidget *BuildPage::makeTargetHeading()
{
    auto *heading = new QWidget;
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(sectionLabel(tr("Targets")));
    row->addWidget(m_selectedCount);
    row->addStretch(1);
    row->addWidget(new QLabel(tr("Select:")));
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

    m_lower->setObjectName(u"build.lowerSplitter"_s);
    m_lower->addWidget(m_jobs);
    m_lower->addWidget(m_details);
    m_lower->setChildrenCollapsible(false);
    m_lower->setHandleWidth(8);
    m_lower->setSizes({500, 500});
    auto *below = new QWidget;
    auto *belowRows = new QVBoxLayout(below);
    belowRows->setContentsMargins(0, 0, 0, 0);
    belowRows->setSpacing(4);
    auto *bar = new ActionBar(m_session);
    connect(bar, &ActionBar::showFolderRequested, this, &BuildPage::showFolder);
    belowRows->addWidget(bar);
    belowRows->addWidget(m_lower, 1);

    m_work->setObjectName(u"build.workSplitter"_s);
    m_work->addWidget(upper);
    m_work->addWidget(below);
    m_work->setChildrenCollapsible(false);
    m_work->setHandleWidth(8);
    m_work->setStretchFactor(0, 0);
    m_work->setStretchFactor(1, 1);
    auto *work = new QWidget;
    auto *rows = new QVBoxLayout(work);
    rows->setContentsMargins(Margin, Margin, Margin, Margin);
    rows->addWidget(m_work);
    return work;
}

void BuildPage::restoreState(const Settings &settings)
{
    m_outer->restoreState(settings.get(keys::BuildSplitter));
    m_work->restoreState(settings.get(keys::WorkSplitter));
    m_lower->restoreState(settings.get(keys::LowerSplitter));
}

void BuildPage::saveState(Settings &settings) const
{
    settings.set(keys::BuildSplitter, m_outer->saveState());
    settings.set(keys::WorkSplitter, m_work->saveState());
    settings.set(keys::LowerSplitter, m_lower->saveState());
}

void BuildPage::refresh()
{
    m_stack->setCurrentIndex(m_session.sourceState() == BuildSession::SourceState::None ? 0 : 1);
    m_matrix->setEnabled(m_session.sourceState() == BuildSession::SourceState::Ready);
}

void BuildPage::showJob(const QString &id)
{
    m_jobs->setCurrentRow(m_session.engine().queue().indexOf(id));
    m_details->setCurrentIndex(0);
}

void BuildPage::showInFolder(const QString &path)
{
    // File managers have no common way to select a file; the folder is what all of them can show.
    const QString folder = QFileInfo(path).isDir() ? path : QFileInfo(path).path();
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        emit said(tr("No file manager answered. The folder is %1").arg(folder));
}

void BuildPage::showFolder()
{
    showInFolder(m_session.destination());
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

void BuildPage::copyCommand()
{
    m_details->copyCommand();
}

void BuildPage::focusNextPane(bool forward)
{
    const QVector<QWidget *> panes{findChild<QWidget *>(u"build.source.package"_s), m_matrix,
                                   findChild<QWidget *>(u"build.action.build"_s), m_jobs, m_details->currentWidget()};
    const auto holdsFocus = [](const QWidget *pane) {
        return pane && (pane->hasFocus() || pane->isAncestorOf(QApplication::focusWidget()));
    };
    qsizetype current = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (holdsFocus(panes[i]))
            current = i;
    }
    for (qsizetype step = 1; step <= panes.size(); ++step) {
        const qsizetype next = (current + (forward ? step : panes.size() * 2 - step)) % panes.size();
        if (panes[next] && panes[next]->isVisible() && panes[next]->isEnabled())
            return panes[next]->setFocus(Qt::ShortcutFocusReason);
    }
}

} // namespace plugsmith
