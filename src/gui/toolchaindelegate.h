// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace plugsmith {

/// Draws the rows of the Toolchains page: text with the icon of its tone, quieter words behind it, a bar while
/// something runs, and the button of the row.
class ToolchainDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where the button of a row is, given the rectangle of its last cell; empty: it has none.
    static QRect buttonRect(const QRect &cell, const QFontMetrics &metrics, const QModelIndex &index);

private:
    static void paintButton(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);
    static void paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);
};

} // namespace plugsmith
