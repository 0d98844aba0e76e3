// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildqueue.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace plugsmith {

/// The jobs of the queue; before anything was started, the plan: what would be written. GUI thread.
class JobModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StateColumn, TargetColumn, StepColumn, TimeColumn, ActionColumn, ColumnCount };
    enum Role {
        JobIdRole = Qt::UserRole, ///< empty for rows of the plan
        StateRole,                ///< JobState; Queued for rows of the plan
        LastStepRole,             ///< JobState
        ProgressRole,             ///< JobProgress
        BlockedRole,              ///< rows of the plan: why the target cannot be built; empty if it can
    };

    explicit JobModel(BuildQueue &queue, QObject *parent = nullptr);

    /// Shows rows of a plan instead of the queue, until showQueue().
    void showPlan(const QVector<PlannedJob> &jobs);
    /// How long each row of the plan will take, in seconds; -1 where nobody knows.
    void setEstimates(const QVector<double> &seconds);
    void showQueue();
    bool isShowingPlan() const { return m_showsPlan; }

    BuildJob *jobAt(int row) const;
    const PlannedJob *planAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh(int row, int firstColumn, int lastColumn);
    void refreshTimes();
    QVariant planData(const PlannedJob &job, int column, int role) const;
    QVariant jobData(const BuildJob &job, int column, int role) const;

    BuildQueue &m_queue;
    QVector<PlannedJob> m_plan;
    QVector<double> m_estimates; // of the plan
    bool m_showsPlan = false;
    QTimer m_clock; // elapsed times, while something runs
};

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::JobProgress)
