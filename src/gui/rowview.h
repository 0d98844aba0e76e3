// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTreeView>

namespace plugsmith {

/// A tree or table whose selection is one tint over the whole row with a bar at the leading edge, as everywhere in the
/// window: coloured texts stay readable on it. Whatever delegates it has, they paint no background.
class RowView : public QTreeView
{
    Q_OBJECT

public:
    explicit RowView(QWidget *parent = nullptr);

    /// The texts of the selected rows, cells with tabs between them.
    QString selectedText() const;

signals:
    void menuRequested(const QPoint &at); ///< `at` is global; there is a current row
    void copyRequested();                 ///< by the keys for copying

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace plugsmith
