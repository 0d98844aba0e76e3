// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTreeView>

namespace plugsmith {

/// A table of the Toolchains page. The last column is a button; whatever it does, the row's menu does too, and so does
/// Return. GUI thread.
class ToolchainTable : public QTreeView
{
    Q_OBJECT

public:
    /// `name` is for assistive tools.
    ToolchainTable(QAbstractItemModel &model, const QString &objectName, const QString &name,
                   QWidget *parent = nullptr);

    /// The key of the current row; empty: none.
    QString currentKey() const;
    void setCurrentKey(const QString &key);
    QSize sizeHint() const override;

signals:
    /// The button of a row was pressed.
    void actionRequested(const QModelIndex &index, const QRect &anchor);
    /// Somebody wants to know the reason that a row has.
    void reasonRequested(const QModelIndex &index, const QRect &anchor); ///< `anchor` is global
    void menuRequested(const QModelIndex &index, const QPoint &at);      ///< `at` is global
    void deleteRequested(const QModelIndex &index);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QRect globalRect(const QModelIndex &index) const;
};

} // namespace plugsmith
