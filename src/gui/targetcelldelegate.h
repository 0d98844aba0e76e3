// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace plugsmith {

/// Draws a cell of the matrix: check box, hatching for what cannot be built, tint, icon and word of a job.
class TargetCellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where the compiler column's link is, in a cell.
    /// The width that a cell needs beside the word of its state.
    static int symbolSpace();
    static QRect howRect(const QRect &cell, const QFontMetrics &metrics);

private:
    static void paintUpToDate(QPainter *painter, const QStyleOptionViewItem &option);
    static void paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);
    static void paintCheckBox(QPainter *painter, const QStyleOptionViewItem &option, bool checked);
    static void paintCompiler(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);
};

} // namespace plugsmith
