// SPDX-License-Identifier: Apache-2.0
#include "models/jobmodel.h"

#include "models/buildtext.h"

#include <chrono>

namespace plugsmith {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

JobModel::JobModel(BuildQueue &queue, QObject *parent)
    : QAbstractTableModel(parent)
    , m_queue(queue)
{
    m_clock.setInterval(500ms);
    connect(&m_clock, &QTimer::timeout, this, &JobModel::refreshTimes);
    connect(&queue, &BuildQueue::jobAboutToBeAdded, this, [this](int index) {
        if (!m_showsPlan)
            beginInsertRows({}, index, index);
    });
    connect(&queue, &BuildQueue::jobAdded, this, [this] {
        if (!m_showsPlan)
            endInsertRows();
    });
    connect(&queue, &BuildQueue::jobReplaced, this, [this](int index) { refresh(index, 0, ColumnCount - 1); });
    connect(&queue, &BuildQueue::jobAboutToBeRemoved, this, [this](int index) {
        if (!m_showsPlan)
            beginRemoveRows({}, index, index);
    });
    connect(&queue, &BuildQueue::jobRemoved, this, [this] {
        if (!m_showsPlan)
            endRemoveRows();
    });
    connect(&queue, &BuildQueue::jobAboutToBeMoved, this, [this](int from, int to) {
        if (!m_showsPlan)
            beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    });
    connect(&queue, &BuildQueue::jobMoved, this, [this] {
        if (!m_showsPlan)
            endMoveRows();
    });
    connect(&queue, &BuildQueue::jobChanged, this, [this](int index) {
        refresh(index, 0, ColumnCount - 1);
        if (!m_clock.isActive() && m_queue.runningCount() > 0)
            m_clock.start();
    });
    connect(&queue, &BuildQueue::jobProgressed, this, [this](int index) { refresh(index, StepColumn, StepColumn); });
}

void JobModel::showPlan(const QVector<PlannedJob> &jobs)
{
    beginResetModel();
    m_showsPlan = true;
    m_plan = jobs;
    m_estimates.clear();
    endResetModel();
}

void JobModel::setEstimates(const QVector<double> &seconds)
{
    if (!m_showsPlan || seconds.size() != m_plan.size())
        return;
    m_estimates = seconds;
    if (!m_plan.isEmpty())
        emit dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn));
}

void JobModel::showQueue()
{
    if (!m_showsPlan)
        return;
    beginResetModel();
    m_showsPlan = false;
    m_plan.clear();
    endResetModel();
}

BuildJob *JobModel::jobAt(int row) const
{
    return m_showsPlan || row < 0 || row >= m_queue.count() ? nullptr : m_queue.at(row);
}

const PlannedJob *JobModel::planAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    return m_showsPlan ? &m_plan[row] : &m_queue.at(row)->plan();
}

void JobModel::refresh(int row, int firstColumn, int lastColumn)
{
    if (!m_showsPlan && row >= 0 && row < rowCount())
        emit dataChanged(index(row, firstColumn), index(row, lastColumn));
}

void JobModel::refreshTimes()
{
    if (m_queue.runningCount() == 0)
        m_clock.stop();
    for (int row = 0; row < m_queue.count(); ++row) {
        if (isRunning(m_queue.at(row)->state()))
            refresh(row, TimeColumn, TimeColumn);
    }
}

int JobModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_showsPlan ? static_cast<int>(m_plan.size()) : m_queue.count();
}

int JobModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == TimeColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (m_showsPlan && role == Qt::DisplayRole && index.column() == TimeColumn) {
        const double seconds = m_estimates.value(index.row(), -1);
        return seconds > 0 ? QVariant(tr("~ %1").arg(shownRoughly(seconds))) : QVariant();
    }
    return m_showsPlan ? planData(m_plan[index.row()], index.column(), role)
                       : jobData(*m_queue.at(index.row()), index.column(), role);
}

QVariant JobModel::planData(const PlannedJob &job, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        if (column == TargetColumn)
            return job.target.toString();
        if (column == StepColumn)
            return job.blocked ? job.blocked->message : job.output.fileName();
        return {};
    case Qt::ToolTipRole:
        return job.blocked ? job.blocked->sentence() : job.destination + u'/' + job.output.fileName();
    case Qt::AccessibleTextRole:
        return tr("%1, writes %2").arg(job.target.toString(), job.output.fileName());
    case StateRole:
        return QVariant::fromValue(JobState::Queued);
    case BlockedRole:
        return job.blocked ? job.blocked->message : QString();
    default:
        return {};
    }
}

QVariant JobModel::jobData(const BuildJob &job, int column, int role) const
{
    const QString step = shownStep(job.state(), job.progress(), job.result(), job.error());
    switch (role) {
    case Qt::DisplayRole:
        if (column == TargetColumn)
            return job.plan().target.toString();
        if (column == StepColumn)
            return step;
        if (column == TimeColumn && job.seconds() > 0)
            return shownDuration(job.seconds());
        return {};
    case Qt::ToolTipRole:
        return job.error().message.isEmpty() ? step : job.error().sentence();
    case Qt::AccessibleTextRole:
        if (isRunning(job.state())) {
            return tr("%1, step %2 of 6, %3")
                .arg(job.plan().target.toString())
                .arg(segmentsOf(job.state(), job.lastStep(), job.progress()).full + 1)
                .arg(step);
        }
        return tr("%1, %2").arg(job.plan().target.toString(), step);
    case JobIdRole:
        return job.id();
    case StateRole:
        return QVariant::fromValue(job.state());
    case LastStepRole:
        return QVariant::fromValue(job.lastStep());
    case ProgressRole:
        return QVariant::fromValue(job.progress());
    default:
        return {};
    }
}

QVariant JobModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == TimeColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TargetColumn:
        return tr("Target");
    case StepColumn:
        return m_showsPlan ? tr("Writes") : tr("Step");
    case TimeColumn:
        return tr("Time");
    default:
        return {};
    }
}

} // namespace plugsmith
