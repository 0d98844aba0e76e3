// SPDX-License-Identifier: Apache-2.0
#include "gui/toolchainspage.h"

#include "base/settingkeys.h"
#include "build/buildengine.h"
#include "gui/dropoverlay.h"
#include "gui/howpopover.h"
#include "gui/pageparts.h"
#include "gui/pagetoolbar.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "gui/toolchainpopovers.h"
#include "gui/toolchainsmessage.h"
#include "gui/toolchainsside.h"
#include "gui/toolchaintable.h"
#include "models/toolchainfilter.h"
#include "models/toolchainsession.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 12;
constexpr int SideWidth = 328;
constexpr int NarrowWidth = 1090; // of the page; the window has the bar with the pages besides

} // namespace

ToolchainsPage::ToolchainsPage(ToolchainSession &session, const Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_filter(new ToolchainFilter(this))
    , m_message(new ToolchainsMessage(session, this))
    , m_side(new ToolchainsSide(session))
    , m_overlay(new DropOverlay(this))
    , m_tables(new QSplitter(Qt::Vertical))
    , m_outer(new QSplitter(Qt::Horizontal))
    , m_ask(new QPushButton(symbolicIcon(u"view-refresh"_s), tr("Check for new versions")))
    , m_search(new QLineEdit)
    , m_versionCount(new QLabel)
    , m_compilerCount(new QLabel)
    , m_check(new QPushButton(symbolicIcon(u"view-refresh"_s), tr("Check again")))
{
    setObjectName(u"toolchains.page"_s);
    setAcceptDrops(true);
    m_filter->setSourceModel(&session.versions());
    m_versions = new ToolchainTable(*m_filter, u"toolchains.versions"_s, tr("Go versions"));
    m_compilers = new ToolchainTable(session.compilers(), u"toolchains.compilers"_s, tr("C compilers"));
    m_overlay->setObjectName(u"toolchains.dropOverlay"_s);
    m_tables->setObjectName(u"toolchains.tableSplitter"_s);
    m_tables->addWidget(makeVersions());
    m_tables->addWidget(makeCompilers());
    m_outer->setObjectName(u"toolchains.splitter"_s);
    m_outer->addWidget(m_tables);
    m_outer->addWidget(m_side);
    m_outer->setStretchFactor(0, 1);
    m_outer->setSizes({1000, SideWidth});
    for (QSplitter *splitter : {m_tables, m_outer}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(8);
    }
    auto *body = new QVBoxLayout;
    body->setContentsMargins(Margin, Margin, Margin, Margin);
    body->setSpacing(Margin);
    body->addWidget(m_message);
    body->addWidget(m_outer, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolBar());
    layout->addLayout(body, 1);
    m_tables->restoreState(settings.get(keys::ToolchainTables));
    connectTables();
    refresh();
}

QWidget *ToolchainsPage::makeToolBar()
{
    auto *bar = new PageToolBar(u"toolchains.toolbar"_s);
    QHBoxLayout *row = &bar->row();
    m_ask->setObjectName(u"toolchains.toolbar.ask"_s);
    m_ask->setAutoDefault(false);
    connect(m_ask, &QPushButton::clicked, &m_session, &ToolchainSession::askForVersions);
    row->addWidget(m_ask);
    const auto makeButton = [row](const char *name, const QString &icon, const QString &text) {
        auto *button = new QToolButton;
        button->setObjectName(QLatin1StringView(name));
        button->setIcon(symbolicIcon(icon));
        button->setText(text);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        row->addWidget(button);
        return button;
    };
    m_add = makeButton("toolchains.toolbar.add", u"list-add"_s, tr("Add from disk…"));
    m_add->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_add);
    menu->addAction(symbolicIcon(u"application-zip"_s), tr("An archive of Go…"), this, &ToolchainsPage::addArchive)
        ->setObjectName(u"toolchains.add.archive"_s);
    menu->addAction(symbolicIcon(u"folder"_s), tr("A folder with Go…"), this, &ToolchainsPage::addFolder)
        ->setObjectName(u"toolchains.add.folder"_s);
    m_add->setMenu(menu);
    m_search->setObjectName(u"toolchains.filter"_s);
    m_search->setPlaceholderText(tr("Filter, such as 1.22"));
    m_search->setAccessibleName(tr("Filter Go versions"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(symbolicIcon(u"edit-find"_s), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(280);
    row->addWidget(m_search, 100);
    connect(m_search, &QLineEdit::textChanged, m_filter, &ToolchainFilter::setText);
    m_all = makeButton("toolchains.toolbar.all", u"view-filter"_s, tr("All versions"));
    m_all->setCheckable(true);
    m_all->setToolTip(tr("Show old and preview versions too"));
    connect(m_all, &QToolButton::toggled, m_filter, &ToolchainFilter::setShowsAll);
    row->addStretch(1);
    m_showSide = makeButton("toolchains.toolbar.side", u"drive-harddisk"_s, tr("Disk and downloads"));
    m_showSide->setCheckable(true);
    m_showSide->setChecked(true);
    connect(m_showSide, &QToolButton::toggled, m_side, &QWidget::setVisible);
    return bar;
}

QWidget *ToolchainsPage::makeVersions()
{
    m_versionCount->setObjectName(u"toolchains.versions.count"_s);
    setQuiet(m_versionCount);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(8);
    heading->addWidget(makeSectionLabel(tr("Go versions")));
    heading->addWidget(m_versionCount, 1);
    auto *section = new QWidget;
    auto *rows = new QVBoxLayout(section);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    rows->addLayout(heading);
    rows->addWidget(m_versions, 1);
    return section;
}

QWidget *ToolchainsPage::makeCompilers()
{
    m_compilerCount->setObjectName(u"toolchains.compilers.count"_s);
    setQuiet(m_compilerCount);
    m_check->setObjectName(u"toolchains.compilers.check"_s);
    m_check->setAutoDefault(false);
    m_check->setToolTip(tr("Looks for compilers and builds a small plugin with each"));
    connect(m_check, &QPushButton::clicked, &m_session, &ToolchainSession::checkCompilers);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(8);
    heading->addWidget(makeSectionLabel(tr("C compilers")));
    heading->addWidget(m_compilerCount, 1);
    heading->addWidget(m_check);
    auto *section = new QWidget;
    auto *rows = new QVBoxLayout(section);
    rows->setContentsMargins(0, 4, 0, 0);
    rows->setSpacing(8);
    rows->addLayout(heading);
    rows->addWidget(m_compilers, 1);
    return section;
}

void ToolchainsPage::connectTables()
{
    connect(&m_session, &ToolchainSession::changed, this, &ToolchainsPage::refresh);
    connect(&m_session, &ToolchainSession::said, this, &ToolchainsPage::said);
    connect(&m_session.versions(), &ToolchainModel::changed, this, &ToolchainsPage::refresh);
    connect(&m_session.compilers(), &CompilerModel::changed, this, &ToolchainsPage::refresh);
    connect(m_versions, &ToolchainTable::actionRequested, this,
            [this](const QModelIndex &index) { m_session.act(index.data(ToolchainRow::KeyRole).toString()); });
    connect(m_versions, &ToolchainTable::deleteRequested, this, [this](const QModelIndex &index) {
        if (index.data(ToolchainRow::ActionRole).value<ToolchainRow::Action>() == ToolchainRow::Action::Remove)
            m_session.remove(index.data(ToolchainRow::KeyRole).toString());
    });
    connect(m_versions, &ToolchainTable::reasonRequested, this, &ToolchainsPage::showReason);
    connect(m_versions, &ToolchainTable::menuRequested, this, &ToolchainsPage::showVersionMenu);
    connect(m_compilers, &ToolchainTable::actionRequested, this, &ToolchainsPage::onCompilerAction);
    connect(m_compilers, &ToolchainTable::reasonRequested, this, &ToolchainsPage::showHow);
    connect(m_compilers, &ToolchainTable::menuRequested, this, &ToolchainsPage::showCompilerMenu);
    connect(m_message, &ToolchainsMessage::addRequested, this, &ToolchainsPage::openAddMenu);
    connect(m_message, &ToolchainsMessage::settingsRequested, this, &ToolchainsPage::settingsRequested);
    connect(m_side, &ToolchainsSide::settingsRequested, this, &ToolchainsPage::settingsRequested);
    connect(m_side, &ToolchainsSide::freeRequested, this, &ToolchainsPage::freeUp);
    // What was installed or removed a moment ago takes other room.
    connect(&m_session.engine().store(), &ToolchainStore::installedChanged, m_side, [this] {
        if (isVisible())
            m_side->measure();
    });
}

void ToolchainsPage::refresh()
{
    const ToolchainModel &versions = m_session.versions();
    const QString installed = tr("%n installed", nullptr, versions.installedCount());
    const int busy = versions.busyCount();
    m_versionCount->setText(busy > 0 ? installed + u", "_s + tr("%n on the way", nullptr, busy) : installed);
    m_compilerCount->setText(tr("%1 of %n platform(s) have a compiler", nullptr, m_session.compilers().rowCount())
                                 .arg(m_session.compilers().readyCount()));
    m_ask->setEnabled(!m_session.isAsking());
    m_check->setEnabled(!m_session.isCheckingCompilers());
    sizeColumns();
}

/// The words of each column decide, so that every language and text size fits; what is left goes to the state.
void ToolchainsPage::sizeColumns()
{
    const QFontMetrics metrics = fontMetrics();
    QFont bold = font();
    bold.setBold(true);
    const auto wide = [&metrics](const QString &text) { return metrics.horizontalAdvance(text); };
    QHeaderView *columns = m_versions->header();
    columns->setSectionResizeMode(ToolchainModel::StateColumn, QHeaderView::Stretch);
    columns->resizeSection(ToolchainModel::VersionColumn, QFontMetrics(bold).horizontalAdvance(u"1.26.10"_s) +
                                                              wide(ToolchainModel::tr("no longer supported")) + 36);
    const int checksum =
        qMax(wide(ToolchainModel::tr("SHA-256 verified")), wide(ToolchainModel::tr("Not managed here"))) + 52;
    columns->resizeSection(ToolchainModel::ChecksumColumn, checksum);
    columns->resizeSection(ToolchainModel::SizeColumn, wide(u"000.0 MB"_s) + 28);
    const int action =
        qMax(qMax(wide(ToolchainModel::tr("Remove")), wide(ToolchainModel::tr("Cancel"))),
             qMax(wide(ToolchainModel::tr("Try again")), wide(ToolchainModel::tr("Get", "download a Go version")))) +
        68;
    columns->resizeSection(ToolchainModel::ActionColumn, action);
    columns->setSectionHidden(ToolchainModel::ChecksumColumn, m_versions->width() < checksum * 5);
    QHeaderView *others = m_compilers->header();
    others->setSectionResizeMode(CompilerModel::CompilerColumn, QHeaderView::Stretch);
    others->resizeSection(CompilerModel::PlatformColumn, wide(u"freebsd/amd64"_s) + 40);
    others->resizeSection(CompilerModel::CheckColumn,
                          qMax(wide(CompilerModel::tr("Links C programs")), checksum - 52) + 78);
    others->resizeSection(CompilerModel::ActionColumn, wide(CompilerModel::tr("Copy install command")) + 68);
}

QString ToolchainsPage::subject() const
{
    return m_compilers->hasFocus() ? m_compilers->currentKey() : m_versions->currentKey();
}

void ToolchainsPage::showSubject(const QString &subject)
{
    if (const int row = m_session.compilers().find(subject); row >= 0) {
        m_compilers->setCurrentKey(subject);
        m_compilers->setFocus(Qt::OtherFocusReason);
    } else if (const int version = m_session.versions().find(subject); version >= 0) {
        const QString key = m_session.versions().rowAt(version).key;
        m_filter->setAlsoShown(key);
        m_versions->setCurrentKey(key);
        m_versions->setFocus(Qt::OtherFocusReason);
    }
}

void ToolchainsPage::focusNextPane(bool forward)
{
    auto *side = m_side->findChild<QWidget *>(u"toolchains.sources.proxy"_s);
    plugsmith::focusNextPane({m_search, m_versions, m_compilers, m_side->isVisible() ? side : nullptr}, forward);
}

void ToolchainsPage::saveState(Settings &settings) const
{
    settings.set(keys::ToolchainTables, m_tables->saveState());
}

void ToolchainsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_side->measure();
    m_session.askIfOld();
}

void ToolchainsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (const bool isNarrow = width() < NarrowWidth; isNarrow != m_isNarrow) {
        m_isNarrow = isNarrow;
        m_showSide->setChecked(!isNarrow);
    }
    QMetaObject::invokeMethod(this, &ToolchainsPage::sizeColumns, Qt::QueuedConnection); // when the tables have theirs
}

void ToolchainsPage::openAddMenu()
{
    m_add->showMenu();
}

void ToolchainsPage::addArchive()
{
    auto *dialog = new QFileDialog(this, tr("Add an archive of Go"));
    dialog->setObjectName(u"toolchains.add.dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Archives of Go (%1)").arg(u"go*.tar.gz go*.zip *.zip"_s), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &ToolchainsPage::add);
    dialog->open();
}

void ToolchainsPage::addFolder()
{
    auto *dialog = new QFileDialog(this, tr("Add a folder with Go"));
    dialog->setObjectName(u"toolchains.add.dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::filesSelected, this, &ToolchainsPage::add);
    dialog->open();
}

void ToolchainsPage::add(const QStringList &paths)
{
    for (const QString &path : paths)
        m_session.add(path);
}

QStringList ToolchainsPage::goPathsIn(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        const QString path = url.toLocalFile();
        if (path.isEmpty() || !ToolchainSession::looksLikeGo(path))
            return {}; // something else is among them: the window decides
        paths += path;
    }
    return paths;
}

void ToolchainsPage::dragEnterEvent(QDragEnterEvent *event)
{
    const QStringList paths = goPathsIn(*event->mimeData());
    if (paths.isEmpty())
        return event->ignore();
    event->acceptProposedAction();
    const bool isFolder = QFileInfo(paths.first()).isDir();
    m_overlay->setGeometry(rect());
    m_overlay->showOffers(
        {{isFolder ? u"folder"_s : u"application-zip"_s, tr("Add %1").arg(QFileInfo(paths.first()).fileName()),
          isFolder ? tr("Uses the Go in this folder. Nothing is copied.")
                   : tr("Unpacks it, sees whether it runs, and keeps it with the other Go versions.")}});
}

void ToolchainsPage::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_overlay->hide();
    QWidget::dragLeaveEvent(event);
}

void ToolchainsPage::dropEvent(QDropEvent *event)
{
    m_overlay->hide();
    const QStringList paths = goPathsIn(*event->mimeData());
    if (paths.isEmpty())
        return event->ignore();
    event->acceptProposedAction();
    // Queued: the program that drags waits until this returns.
    QMetaObject::invokeMethod(
        this, [this, paths] { add(paths); }, Qt::QueuedConnection);
}

} // namespace plugsmith
