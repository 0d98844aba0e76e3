// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTreeView>

class QToolButton;

namespace plugsmith {

class JobModel;

/// The list of jobs with their progress in six segments, and a button for the likeliest action of each.
class JobsView : public QTreeView
{
    Q_OBJECT

public:
    explicit JobsView(JobModel &model, QWidget *parent = nullptr);

    /// -1 if none is.
    int currentRow() const { return currentIndex().row(); }
    void setCurrentRow(int row);

signals:
    void currentRowChanged(int row);
    void cancelRequested(const QString &jobId);
    void retryRequested(const QString &jobId);
    void menuRequested(int row, const QPoint &at); ///< `at` is global
    void historyRequested(const QRect &anchor);    ///< `anchor` is global

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void updateGeometries() override;

private:
    void act(const QModelIndex &index);

    JobModel &m_model;
    QToolButton *m_history;
};

} // namespace plugsmith
