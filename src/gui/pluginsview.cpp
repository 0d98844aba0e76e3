// SPDX-License-Identifier: Apache-2.0
#include "gui/pluginsview.h"

#include "gui/plugindelegate.h"
#include "models/cataloguemodel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastNameWidth = 400; // room for a file name with two badges or its folder
constexpr int OpenUpTo = 300;       // files; with more, names stay closed until somebody opens them

} // namespace

PluginsView::PluginsView(CatalogueModel &model, QWidget *parent)
    : RowView(parent)
    , m_model(model)
{
    setObjectName(u"plugins.list"_s);
    setAccessibleName(tr("Plugins"));
    setModel(&model);
    setItemDelegate(new PluginDelegate(this));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setDragDropMode(QAbstractItemView::DragOnly);
    setDefaultDropAction(Qt::CopyAction);
    setExpandsOnDoubleClick(true);
    setIndentation(22);
    setUpColumns();
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (!m_isRestoring)
            m_isOpen.insert(index.data(CatalogueModel::PathRole).toString(), true);
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (!m_isRestoring)
            m_isOpen.insert(index.data(CatalogueModel::PathRole).toString(), false);
    });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &PluginsView::rememberPlace);
    connect(&model, &QAbstractItemModel::modelReset, this, &PluginsView::restorePlace);
    restorePlace();
}

void PluginsView::setUpColumns()
{
    QHeaderView *columns = header();
    columns->setObjectName(u"plugins.list.columns"_s);
    columns->setSectionsMovable(true);
    columns->setFirstSectionMovable(false);
    columns->setStretchLastSection(false);
    columns->setSectionResizeMode(QHeaderView::Interactive);
    columns->setSectionResizeMode(CatalogueModel::NameColumn, QHeaderView::Stretch);
    const auto width = [this](const QString &text) { return fontMetrics().horizontalAdvance(text) + 24; };
    m_widths = {{CatalogueModel::ScnColumn, width(u"20261121143207 21 Nov, 14:32"_s) + 16},
                {CatalogueModel::GoColumn, width(u"1.22.12"_s)},
                {CatalogueModel::PlatformColumn, width(u"linux/ppc64le"_s)},
                {CatalogueModel::SizeColumn, width(u"118.4 MB"_s)},
                {CatalogueModel::PackedColumn, width(u"Packed"_s)},
                {CatalogueModel::KindColumn, width(u"shared library"_s)},
                {CatalogueModel::FitColumn, width(u"Needs Go 1.22.12"_s) + 28}};
    for (auto column = m_widths.constBegin(); column != m_widths.constEnd(); ++column)
        columns->resizeSection(column.key(), column.value());
    setSortingEnabled(true);
    columns->setSortIndicator(CatalogueModel::NameColumn, Qt::AscendingOrder);
    columns->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(columns, &QWidget::customContextMenuRequested, this,
            [this, columns](const QPoint &at) { showColumnMenu(columns->mapToGlobal(at)); });
}

void PluginsView::showColumnMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"plugins.list.columnMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = CatalogueModel::ScnColumn; column < CatalogueModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(m_model.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_areColumnsChosen = true;
            setColumnHidden(column, !shown);
        });
    }
    menu->addSeparator();
    menu->addAction(tr("Reset Columns"), this, [this] {
        m_areColumnsChosen = false;
        for (int column = 0; column < CatalogueModel::ColumnCount; ++column) {
            setColumnHidden(column, false);
            header()->moveSection(header()->visualIndex(column), column);
        }
        setUpColumns();
        foldColumns();
    });
    menu->popup(at);
}

/// Where there is little room, names keep theirs, and columns go whose content they or the details have; until somebody
/// chooses.
void PluginsView::foldColumns()
{
    if (m_areColumnsChosen)
        return;
    static constexpr int First[] = {CatalogueModel::PackedColumn, CatalogueModel::KindColumn,
                                    CatalogueModel::SizeColumn, CatalogueModel::PlatformColumn,
                                    CatalogueModel::GoColumn};
    int missing = LeastNameWidth - viewport()->width();
    for (int column = CatalogueModel::ScnColumn; column < CatalogueModel::ColumnCount; ++column)
        missing += m_widths.value(column);
    for (const int column : First) {
        setColumnHidden(column, missing > 0);
        if (missing > 0)
            missing -= m_widths.value(column);
    }
}

void PluginsView::resizeEvent(QResizeEvent *event)
{
    foldColumns();
    RowView::resizeEvent(event);
}

/// Empty as long as nobody has chosen which columns there are.
QByteArray PluginsView::saveColumns() const
{
    return m_areColumnsChosen ? header()->saveState() : QByteArray();
}

void PluginsView::restoreColumns(const QByteArray &state)
{
    m_areColumnsChosen = !state.isEmpty() && header()->restoreState(state);
    header()->setSectionResizeMode(CatalogueModel::NameColumn, QHeaderView::Stretch);
}

QList<int> PluginsView::selectedEntries() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, [](const QModelIndex &index) {
        return index.parent().isValid() ? std::pair(index.parent().row(), index.row()) : std::pair(index.row(), -1);
    });
    QList<int> entries;
    for (const QModelIndex &row : std::as_const(rows)) {
        if (const int entry = m_model.entryAt(row); !entries.contains(entry))
            entries << entry;
    }
    return entries;
}

QStringList PluginsView::selectedPaths() const
{
    QStringList paths;
    for (const int entry : selectedEntries())
        paths << m_model.content()->entries[entry].path;
    return paths;
}

bool PluginsView::selectPaths(const QStringList &paths)
{
    QItemSelection selection;
    QModelIndex first;
    for (const QString &path : paths) {
        const QModelIndex index = m_model.indexOf(path);
        if (!index.isValid())
            continue;
        expand(index.parent());
        selection.select(index, index);
        if (!first.isValid())
            first = index;
    }
    if (!first.isValid())
        return false;
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(first);
    return true;
}

QStringList PluginsView::visiblePaths() const
{
    QStringList paths;
    const int bottom = viewport()->height();
    for (QModelIndex index = indexAt(QPoint(0, 0)); index.isValid() && visualRect(index).top() < bottom;
         index = indexBelow(index)) {
        if (const int entry = m_model.entryAt(index); entry >= 0)
            paths << m_model.content()->entries[entry].path;
    }
    return paths;
}

void PluginsView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    RowView::selectionChanged(selected, deselected);
    if (!m_isRestoring)
        emit selectionMoved();
}

void PluginsView::keyPressEvent(QKeyEvent *event)
{
    const bool deletes = event->matches(QKeySequence::Delete) ||
                         (event->key() == Qt::Key_Backspace && event->modifiers() == Qt::ControlModifier);
    if (deletes)
        return emit deleteRequested();
    RowView::keyPressEvent(event);
}

bool PluginsView::wantsOpen(const QString &group) const
{
    const auto chosen = m_isOpen.constFind(group);
    return chosen != m_isOpen.constEnd() ? *chosen : m_model.fileCount() <= OpenUpTo;
}

void PluginsView::rememberPlace()
{
    m_isRestoring = true;
    m_selectedBefore.clear();
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        m_selectedBefore << row.data(CatalogueModel::PathRole).toString();
    m_currentBefore = currentIndex().data(CatalogueModel::PathRole).toString();
    m_scrollBefore = verticalScrollBar()->value();
}

void PluginsView::restorePlace()
{
    m_isRestoring = true;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex group = m_model.index(row, 0);
        if (wantsOpen(group.data(CatalogueModel::PathRole).toString()))
            setExpanded(group, true);
    }
    const auto find = [this](const QString &path) {
        const QModelIndex file = m_model.indexOf(path);
        return file.isValid() ? file : m_model.indexOfGroup(path);
    };
    QItemSelection selection;
    for (const QString &path : std::as_const(m_selectedBefore)) {
        if (const QModelIndex index = find(path); index.isValid())
            selection.select(index, index);
    }
    if (const QModelIndex current = find(m_currentBefore); current.isValid())
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(m_scrollBefore);
    m_isRestoring = false;
    if (!m_selectedBefore.isEmpty())
        emit selectionMoved();
}

} // namespace plugsmith
