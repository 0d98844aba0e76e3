// SPDX-License-Identifier: Apache-2.0
#include "gui/toolchaintable.h"

#include "gui/pageparts.h"
#include "gui/toolchaindelegate.h"
#include "models/toolchainrow.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMouseEvent>

namespace plugsmith {

namespace {

constexpr int MostRows = 8; // that a table asks room for

} // namespace

ToolchainTable::ToolchainTable(QAbstractItemModel &model, const QString &objectName, const QString &name,
                               QWidget *parent)
    : QTreeView(parent)
{
    setObjectName(objectName);
    setAccessibleName(name);
    setModel(&model);
    setItemDelegate(new ToolchainDelegate(this));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setMouseTracking(true);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    QHeaderView *columns = header();
    columns->setObjectName(objectName + QStringLiteral(".columns"));
    columns->setStretchLastSection(false);
    columns->setSectionsMovable(false);
    columns->setSectionResizeMode(QHeaderView::Fixed);
    columns->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    columns->setFixedHeight(fontMetrics().height() + 16);
}

QString ToolchainTable::currentKey() const
{
    return currentIndex().data(ToolchainRow::KeyRole).toString();
}

void ToolchainTable::setCurrentKey(const QString &key)
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.data(ToolchainRow::KeyRole).toString() == key) {
            setCurrentIndex(index);
            scrollTo(index);
            return;
        }
    }
}

QSize ToolchainTable::sizeHint() const
{
    const int row = model()->rowCount() > 0 ? sizeHintForRow(0) : header()->height();
    const int rows = qBound(6, model()->rowCount(), MostRows);
    return {600, header()->height() + row * rows + 2 * frameWidth()};
}

QRect ToolchainTable::globalRect(const QModelIndex &index) const
{
    const QRect rect = visualRect(index);
    return {viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

void ToolchainTable::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    const bool isLast = index.column() + 1 == model()->columnCount();
    if (isLast && ToolchainDelegate::buttonRect(visualRect(index), fontMetrics(), index).contains(at))
        emit actionRequested(index, globalRect(index));
    else if (!index.data(ToolchainRow::LinkRole).toString().isEmpty())
        emit reasonRequested(index, globalRect(index));
}

void ToolchainTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (current.isValid() && isEnter && event->modifiers() == Qt::NoModifier) {
        const QModelIndex button = current.siblingAtColumn(model()->columnCount() - 1);
        if (!button.data(ToolchainRow::ActionTextRole).toString().isEmpty())
            return emit actionRequested(button, globalRect(button));
    }
    if (current.isValid() && event->key() == Qt::Key_Delete)
        return emit deleteRequested(current);
    QTreeView::keyPressEvent(event);
}

void ToolchainTable::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = menuIndex(*this, *event);
    if (index.isValid())
        emit menuRequested(index, menuPlace(*this, index, *event));
}

} // namespace plugsmith
