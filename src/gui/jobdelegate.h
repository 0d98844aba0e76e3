// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace plugsmith {

/// Draws rows of the job list: state icon, step over six segments, action icon.
class JobDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    /// What a click on the action column does in this state; empty: nothing.
    static QString actionText(const QModelIndex &index);
    static QString actionIcon(const QModelIndex &index);

private:
    static void paintStep(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);
};

} // namespace plugsmith
