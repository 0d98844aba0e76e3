// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/rowview.h"

#include <QHash>
#include <QStringList>

namespace plugsmith {

class CatalogueModel;

/// The catalogue: names with their files below. Keeps what is selected, open and in view when the model begins anew.
class PluginsView : public RowView
{
    Q_OBJECT

public:
    explicit PluginsView(CatalogueModel &model, QWidget *parent = nullptr);

    /// Positions in the content of the model: files that are selected, and the newest of selected names; in the order
    /// of the rows, each once.
    QList<int> selectedEntries() const;
    QStringList selectedPaths() const;
    /// Opens their names, selects them and brings the first into view. False if none is in the list.
    bool selectPaths(const QStringList &paths);
    /// Entries whose rows can be seen now.
    QStringList visiblePaths() const;
    QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &state);

signals:
    void selectionMoved();
    void deleteRequested();

protected:
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setUpColumns();
    void foldColumns();
    void showColumnMenu(const QPoint &at);
    void rememberPlace();
    void restorePlace();
    bool wantsOpen(const QString &group) const;

    CatalogueModel &m_model;
    QHash<int, int> m_widths;      // of columns, as they are at first
    QHash<QString, bool> m_isOpen; // names that somebody opened or closed
    QStringList m_selectedBefore;
    QString m_currentBefore;
    int m_scrollBefore = 0;
    bool m_isRestoring = false;
    bool m_areColumnsChosen = false;
};

} // namespace plugsmith
