// SPDX-License-Identifier: Apache-2.0
#include "gui/pluginspage.h"

#include "base/folders.h"
#include "base/settingkeys.h"
#include "catalog/infowriter.h"
#include "gui/actions.h"
#include "gui/elidedlabel.h"
#include "gui/messagecard.h"
#include "gui/pageparts.h"
#include "gui/pagetoolbar.h"
#include "gui/plugindetails.h"
#include "gui/plugininfocard.h"
#include "gui/pluginplacesview.h"
#include "gui/pluginsfilterfield.h"
#include "gui/pluginsview.h"
#include "gui/plugintrashcard.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/pluginplacesmodel.h"
#include "models/pluginssession.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 12;
constexpr int PlacesWidth = 208;
enum Page { ListPage, NoFoldersPage, NoMatchPage, NothingPage };

QPushButton *makeButton(const QString &text, const QString &objectName, const QIcon &icon = {})
{
    auto *button = new QPushButton(icon, text);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    return button;
}

} // namespace

PluginsPage::PluginsPage(PluginsSession &session, Actions &actions, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_actions(actions)
    , m_settings(settings)
    , m_outer(new QSplitter(Qt::Horizontal))
    , m_inner(new QSplitter(Qt::Vertical))
    , m_stack(new QStackedWidget)
    , m_placesModel(new PluginPlacesModel(session, this))
    , m_places(new PluginPlacesView(*m_placesModel))
    , m_filter(new PluginsFilterField(session.model()))
    , m_filterProblem(new ElidedLabel)
    , m_count(new QLabel)
    , m_folderProblem(new MessageCard)
    , m_trash(new PluginTrashCard)
    , m_infos(new PluginInfoCard)
    , m_editor(settings)
    , m_list(new PluginsView(session.model()))
    , m_details(new PluginDetails(session.model()))
{
    setObjectName(u"plugins.page"_s);
    m_inner->setObjectName(u"plugins.innerSplitter"_s);
    m_inner->addWidget(makeList());
    m_inner->addWidget(m_details);
    m_inner->setChildrenCollapsible(false);
    m_inner->setHandleWidth(8);
    m_inner->setSizes({460, 400});
    auto *work = new QWidget;
    auto *workRows = new QVBoxLayout(work);
    workRows->setContentsMargins(Margin, 8, Margin, Margin);
    workRows->addWidget(m_inner);
    m_outer->setObjectName(u"plugins.splitter"_s);
    m_outer->addWidget(makePlaces());
    m_outer->addWidget(work);
    m_outer->setStretchFactor(1, 1);
    m_outer->setChildrenCollapsible(false);
    m_outer->setSizes({PlacesWidth, 1000});
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeToolBar());
    rows->addWidget(m_outer, 1);
    connectSession();
    connectMenus();
    restoreState();
    refresh();
    refreshFolders();
}

QWidget *PluginsPage::makeToolBar()
{
    auto *bar = new PageToolBar(u"plugins.toolbar"_s);
    auto *add = makeButton(tr("Add Folder…"), u"plugins.toolbar.addFolder"_s, symbolicIcon(u"list-add"_s));
    connect(add, &QPushButton::clicked, m_actions.addPluginFolder, &QAction::trigger);
    bar->row().addWidget(add);
    auto *refresh = makeButton({}, u"plugins.toolbar.refresh"_s, symbolicIcon(u"view-refresh"_s));
    refresh->setToolTip(m_actions.refreshPlugins->toolTip());
    refresh->setAccessibleName(tr("Look again"));
    connect(refresh, &QPushButton::clicked, m_actions.refreshPlugins, &QAction::trigger);
    bar->row().addWidget(refresh);
    bar->row().addWidget(makeFilterRow(), 1);
    return bar;
}

QWidget *PluginsPage::makeFilterRow()
{
    m_filter->setMinimumWidth(220);
    m_filter->setMaximumWidth(560);
    m_filterProblem->setObjectName(u"plugins.filter.problem"_s);
    m_filterProblem->setTextFormat(Qt::PlainText);
    m_filterProblem->hide();
    setNegative(m_filterProblem);
    m_count->setObjectName(u"plugins.count"_s);
    setQuiet(m_count);
    auto *holder = new QWidget;
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_filter, 3);
    row->addWidget(m_filterProblem, 2);
    row->addStretch(1);
    row->addWidget(m_count);
    return holder;
}

QWidget *PluginsPage::makePlaces()
{
    auto *column = new QWidget;
    column->setMinimumWidth(150);
    auto *hint = new QLabel(tr("Drop .so files or folders anywhere to add them."));
    hint->setWordWrap(true);
    setQuiet(hint);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(8, 0, 8, Margin);
    rows->setSpacing(8);
    rows->addWidget(m_places, 1);
    rows->addWidget(hint);
    return column;
}

QLabel *PluginsPage::makeHeadline(const QString &text)
{
    auto *label = new QLabel(text);
    label->setFont(displayFont());
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QWidget *PluginsPage::makeEmpty(QLabel *headline, const QString &text, const QString &objectName, QWidget *buttons)
{
    auto *page = new QWidget;
    page->setObjectName(objectName);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(24, 24, 24, 24);
    rows->setSpacing(16);
    rows->addStretch(1);
    rows->addWidget(headline);
    if (!text.isEmpty()) {
        auto *label = new QLabel(text);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        setQuiet(label);
        rows->addWidget(label);
    }
    if (buttons)
        rows->addWidget(buttons, 0, Qt::AlignCenter);
    rows->addStretch(1);
    return page;
}

QWidget *PluginsPage::makeList()
{
    const auto row = [](const QList<QPushButton *> &buttons) {
        auto *widget = new QWidget;
        auto *layout = new QHBoxLayout(widget);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        for (QPushButton *button : buttons)
            layout->addWidget(button);
        return widget;
    };
    auto *add = makeButton(tr("Add Folder…"), u"plugins.empty.addFolder"_s, symbolicIcon(u"list-add"_s));
    connect(add, &QPushButton::clicked, m_actions.addPluginFolder, &QAction::trigger);
    auto *build = makeButton(tr("Go to Build"), u"plugins.empty.build"_s, symbolicIcon(u"run-build"_s));
    connect(build, &QPushButton::clicked, this, &PluginsPage::buildPageRequested);
    auto *clear = makeButton(tr("Clear Filter"), u"plugins.empty.clearFilter"_s);
    connect(clear, &QPushButton::clicked, this, [this] {
        m_filter->clear();
        m_session.setPlace({}, CatalogueShow::All);
        m_places->followChosen();
    });
    m_noMatch = makeHeadline({});
    m_stack->addWidget(m_list);
    m_stack->addWidget(makeEmpty(makeHeadline(tr("No plugins yet")), tr("Build one, or add a folder with .so files."),
                                 u"plugins.noFolders"_s, row({add, build})));
    m_stack->addWidget(makeEmpty(m_noMatch, {}, u"plugins.noMatch"_s, row({clear})));
    m_stack->addWidget(makeEmpty(makeHeadline(tr("There are no plugins in these folders")),
                                 tr("Files that appear there are shown at once where folders are watched."),
                                 u"plugins.nothing"_s, nullptr));
    m_folderProblem->setObjectName(u"plugins.folderProblem"_s);
    m_folderProblem->setClosable(false);
    auto *area = new QWidget;
    auto *rows = new QVBoxLayout(area);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    rows->addWidget(m_folderProblem);
    rows->addWidget(m_trash);
    rows->addWidget(m_infos);
    rows->addWidget(m_stack, 1);
    return area;
}

void PluginsPage::connectSession()
{
    connect(&m_session.model(), &CatalogueModel::arranged, this, &PluginsPage::refresh);
    connect(&m_session, &PluginsSession::foldersChanged, this, &PluginsPage::refreshFolders);
    connect(&m_session.catalog(), &Catalog::settled, this, &PluginsPage::refresh);
    connect(m_filter, &PluginsFilterField::filterChanged, this, &PluginsPage::applyFilter);
    connect(m_list, &PluginsView::selectionMoved, this, &PluginsPage::onSelected);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, &PluginsPage::readVisible);
    connect(m_details, &PluginDetails::said, this, &PluginsPage::said);
    connect(m_details, &PluginDetails::sourceRequested, this,
            [this](const QString &file, int line) { m_editor.open(file, line); });
    connect(&m_editor, &EditorOpener::said, this, &PluginsPage::said);
    connect(m_details, &PluginDetails::showInFolderRequested, this, &PluginsPage::showInFolder);
    connect(m_details, &PluginDetails::loadRequested, m_actions.loadPlugin, &QAction::trigger);
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const int entry = m_session.model().entryAt(index);
        if (index.parent().isValid() && m_session.model().content()->entries[entry].isPlugin())
            m_actions.loadPlugin->trigger();
    });
    connect(m_details, &PluginDetails::pathsRequested, m_list, &PluginsView::selectPaths);
    connect(m_details, &PluginDetails::trashRequested, m_trash, &PluginTrashCard::moveToTrash);
    connect(m_list, &PluginsView::deleteRequested, this, [this] { m_trash->moveToTrash(m_list->selectedPaths()); });
    connect(m_details, &PluginDetails::infoRequested, m_infos, &PluginInfoCard::write);
    for (const UndoCard *card : std::initializer_list<UndoCard *>{m_trash, m_infos}) {
        connect(card, &UndoCard::said, this, &PluginsPage::said);
        connect(card, &UndoCard::changed, this, [this] { m_session.catalog().refresh(); });
    }
}

void PluginsPage::connectMenus()
{
    connect(m_list, &PluginsView::menuRequested, this, &PluginsPage::showMenu);
    connect(m_places, &PluginPlacesView::folderMenuRequested, this, &PluginsPage::showFolderMenu);
    Actions::provide(m_actions.addPluginFolder, this, [this] { chooseFolder(); });
    Actions::provide(m_actions.refreshPlugins, this, [this] {
        m_session.start();
        m_session.catalog().refresh();
    });
    m_actions.pluginDetailsRight->setVisible(true);
    m_actions.pluginDetailsRight->setChecked(m_settings.get(keys::PluginDetailsRight));
    setDetailsRight(m_actions.pluginDetailsRight->isChecked());
    connect(m_actions.pluginDetailsRight, &QAction::toggled, this, &PluginsPage::setDetailsRight);
    Actions::provide(m_actions.filterPlugins, this, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
}

void PluginsPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Add a folder with plugins"));
    dialog->setObjectName(u"plugins.addFolder"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_session.addFolder(path, true); });
    dialog->open();
}

void PluginsPage::applyFilter(const QString &text)
{
    const auto applied = m_session.setFilter(text);
    m_filterProblem->setVisible(!applied);
    const QString problem = applied ? QString() : applied.error().reason;
    m_filterProblem->setFullText(problem);
    m_filter->setAccessibleDescription(problem);
}

void PluginsPage::refresh()
{
    const CatalogueModel &model = m_session.model();
    const int total = model.totalCount();
    const int shown = model.fileCount();
    const bool isNarrowed =
        !m_filter->text().isEmpty() || !model.query().folder.isEmpty() || model.query().show != CatalogueShow::All;
    const int pending = m_session.catalog().pendingCount();
    QString count = isNarrowed ? tr("%1 of %2 shown").arg(shown).arg(total) : tr("%n file(s)", nullptr, total);
    if (pending > 0)
        count += u" · "_s + tr("reading %n", nullptr, pending);
    m_count->setText(count);
    m_noMatch->setText(m_filter->text().isEmpty() ? tr("There are no such plugins")
                                                  : tr("No plugin matches “%1”").arg(m_filter->text()));
    const bool hasFolders = !m_session.catalog().folders().isEmpty();
    m_stack->setCurrentIndex(!hasFolders  ? NoFoldersPage
                             : total == 0 ? NothingPage
                             : shown == 0 ? NoMatchPage
                                          : ListPage);
    m_details->setVisible(m_stack->currentIndex() == ListPage);
    selectWanted();
    readVisible();
}

void PluginsPage::refreshFolders()
{
    const QString chosen = m_session.model().query().folder;
    QString closed;
    QString reason;
    for (const Catalog::FolderStatus &each : m_session.catalog().folders()) {
        const bool isConcerned = chosen.isEmpty() || each.folder.path == chosen;
        if (isConcerned && closed.isEmpty() && each.state == Catalog::FolderState::Unreadable) {
            closed = each.folder.path;
            reason = each.error.reason;
        }
    }
    m_folderProblem->setVisible(!closed.isEmpty());
    if (!closed.isEmpty()) {
        m_folderProblem->show(SemanticRole::Caution, tr("%1 cannot be read").arg(folders::shortened(closed)), reason);
        auto *again = m_folderProblem->addButton(tr("Look Again"), u"plugins.folderProblem.again"_s);
        connect(again, &QPushButton::clicked, this, [this, closed] { m_session.catalog().refresh(closed); });
        auto *remove = m_folderProblem->addQuietButton(tr("Remove From List"), u"plugins.folderProblem.remove"_s);
        connect(remove, &QPushButton::clicked, this, [this, closed] { m_session.removeFolder(closed); });
    }
    m_places->followChosen();
    refresh();
}

void PluginsPage::onSelected()
{
    m_details->showEntries(m_list->selectedEntries());
}

QString PluginsPage::subject() const
{
    return m_list->selectedPaths().join(u'\n');
}

void PluginsPage::showSubject(const QString &subject)
{
    const QStringList paths = subject.split(u'\n', Qt::SkipEmptyParts);
    m_wanted = m_session.addPaths(paths);
    m_filter->clear();
    m_session.setPlace({}, CatalogueShow::All); // what is asked for must not be hidden
    m_places->followChosen();
    selectWanted();
}

void PluginsPage::selectWanted()
{
    if (!m_wanted.isEmpty() && m_list->selectPaths(m_wanted))
        m_wanted.clear();
}

void PluginsPage::readVisible()
{
    if (m_session.catalog().pendingCount() > 0)
        m_session.catalog().readFirst(m_list->visiblePaths());
}

void PluginsPage::copy(const QString &text, const QString &sentence)
{
    QApplication::clipboard()->setText(text);
    emit said(sentence);
}

QStringList PluginsPage::selectedScns() const
{
    QStringList scns;
    for (const int entry : m_list->selectedEntries())
        scns << shownScn(m_session.model().content()->entries[entry]);
    scns.removeAll(QString());
    return scns;
}

/// The next older build of the same plugin, Go version and platform.
QString PluginsPage::versionBefore(int entry) const
{
    const CatalogueContent &content = *m_session.model().content();
    const QList<int> versions = content.versionsOf(entry);
    const int before = versions.value(versions.indexOf(entry) + 1, -1);
    return before < 0 ? QString() : content.entries[before].path;
}

void PluginsPage::setDetailsRight(bool right)
{
    m_inner->setOrientation(right ? Qt::Horizontal : Qt::Vertical);
    m_settings.set(keys::PluginDetailsRight, right);
}

void PluginsPage::showMenu(const QPoint &at)
{
    const QStringList paths = m_list->selectedPaths();
    if (paths.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"plugins.list.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const CatalogueContent &content = *m_session.model().content();
    const bool isPlugin = paths.size() == 1 && content.entries[m_list->selectedEntries().first()].isPlugin();
    menu->addAction(tr("Load"), m_actions.loadPlugin, &QAction::trigger)->setEnabled(isPlugin);
    menu->addAction(tr("Show in Folder"), this, [this, paths] { showInFolder(paths.first()); });
    const QString before = paths.size() == 1 ? versionBefore(m_list->selectedEntries().first()) : QString();
    menu->addAction(tr("Compare With Previous"), this,
                    [this, paths, before] {
                        m_list->selectPaths({paths.first(), before});
                    })
        ->setEnabled(!before.isEmpty());
    menu->addSeparator();
    menu->addAction(tr("Copy Path"), this, [this, paths] { copy(paths.join(u'\n'), tr("Path copied.")); });
    const QStringList scns = selectedScns();
    menu->addAction(tr("Copy SCN"), this, [this, scns] { copy(scns.join(u'\n'), tr("SCN copied.")); })
        ->setEnabled(!scns.isEmpty());
    menu->addSeparator();
    addInfoAction(menu);
    menu->addAction(symbolicIcon(u"edit-delete"_s), tr("Move to Wastebasket"), this,
                    [this, paths] { m_trash->moveToTrash(paths); });
    menu->popup(at);
}

/// Says what would be done to the build infos of what is selected.
void PluginsPage::addInfoAction(QMenu *menu)
{
    QStringList missing;
    QStringList wrong;
    for (const int number : m_list->selectedEntries()) {
        const PluginEntry &entry = m_session.model().content()->entries[number];
        if (canStamp(entry) && entry.infoPath.isEmpty())
            missing << entry.path;
        else if (canStamp(entry) && hasWrongInfo(entry))
            wrong << entry.path;
    }
    const bool isCorrection = missing.isEmpty() && !wrong.isEmpty();
    menu->addAction(isCorrection ? tr("Correct the Build Info") : tr("Write Build Info"), this,
                    [this, paths = missing + wrong] { m_infos->write(paths); })
        ->setEnabled(!missing.isEmpty() || !wrong.isEmpty());
}

void PluginsPage::showFolderMenu(const QString &path, const QPoint &at)
{
    bool isWatched = false;
    for (const Catalog::FolderStatus &each : m_session.catalog().folders())
        isWatched = isWatched || (each.folder.path == path && each.folder.watched);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"plugins.places.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Look Again"), this, [this, path] { m_session.catalog().refresh(path); });
    QAction *watch = menu->addAction(tr("Watch for Changes"), this,
                                     [this, path, isWatched] { m_session.setWatched(path, !isWatched); });
    watch->setCheckable(true);
    watch->setChecked(isWatched);
    menu->addSeparator();
    menu->addAction(tr("Show in File Manager"), this, [this, path] { showInFolder(path); });
    menu->addAction(tr("Copy Path"), this, [this, path] { copy(path, tr("Path copied.")); });
    menu->addSeparator();
    menu->addAction(tr("Remove From List"), this, [this, path] { m_session.removeFolder(path); });
    menu->popup(at);
}

void PluginsPage::showInFolder(const QString &path)
{
    if (const QString problem = showFolderOf(path); !problem.isEmpty())
        emit said(problem);
}

void PluginsPage::restoreState()
{
    m_outer->restoreState(m_settings.get(keys::PluginsSplitter));
    m_inner->restoreState(m_settings.get(keys::PluginDetailsSplitter));
    m_list->restoreColumns(m_settings.get(keys::PluginColumns));
}

void PluginsPage::saveState(Settings &settings) const
{
    settings.set(keys::PluginsSplitter, m_outer->saveState());
    settings.set(keys::PluginDetailsSplitter, m_inner->saveState());
    settings.set(keys::PluginColumns, m_list->saveColumns());
}

void PluginsPage::focusNextPane(bool forward)
{
    auto *tab = m_details->findChild<QWidget *>(u"plugins.details.tabs"_s);
    const QList<QWidget *> panes{m_filter, m_places, m_list, tab};
    plugsmith::focusNextPane(panes, forward);
}

} // namespace plugsmith
