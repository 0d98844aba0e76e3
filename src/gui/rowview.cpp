// SPDX-License-Identifier: Apache-2.0
#include "gui/rowview.h"

#include "gui/pageparts.h"
#include "gui/rowpainting.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace plugsmith {

namespace {

/// Rows of a pleasant height, and the selection left to the view.
class PlainDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width() + 12, rowHeight(option)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~(QStyle::State_Selected | QStyle::State_HasFocus);
    }
};

} // namespace

RowView::RowView(QWidget *parent)
    : QTreeView(parent)
{
    setItemDelegate(new PlainDelegate(this));
    setUniformRowHeights(true);
    setAllColumnsShowFocus(false); // drawRow() paints the focus
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTextElideMode(Qt::ElideMiddle);
    header()->setMinimumSectionSize(48);
    header()->setFixedHeight(fontMetrics().height() + 14);
}

QString RowView::selectedText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, [](const QModelIndex &left, const QModelIndex &right) { return left.row() < right.row(); });
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(row.parent()); ++column)
            cells << row.siblingAtColumn(column).data().toString();
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n');
}

void RowView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    if (selectionModel()->isRowSelected(index.row(), index.parent())) {
        row.rect.setLeft(0);
        row.rect.setRight(viewport()->width());
        row.state |= QStyle::State_Selected;
        paintRowBackground(painter, row, true);
        row.rect = option.rect;
        row.palette.setBrush(QPalette::Highlight, Qt::transparent); // for the style, which would paint over it
    }
    QTreeView::drawRow(painter, row, index);
    const bool isCurrent =
        hasFocus() && index.row() == currentIndex().row() && index.parent() == currentIndex().parent();
    if (isCurrent) {
        painter->save();
        painter->setBrush(Qt::NoBrush);
        painter->setPen(palette().color(QPalette::Highlight));
        painter->drawRect(
            QRectF(0, option.rect.top(), viewport()->width(), option.rect.height()).adjusted(0.5, 0.5, -0.5, -0.5));
        painter->restore();
    }
}

void RowView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    viewport()->update(); // rows are tinted as a whole
}

void RowView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = menuIndex(*this, *event);
    if (index.isValid())
        emit menuRequested(menuPlace(*this, index, *event));
}

void RowView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return emit copyRequested();
    QTreeView::keyPressEvent(event);
}

} // namespace plugsmith
