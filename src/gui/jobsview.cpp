// SPDX-License-Identifier: Apache-2.0
#include "gui/jobsview.h"

#include "gui/jobdelegate.h"
#include "gui/pageparts.h"
#include "gui/symbolicicon.h"
#include "models/jobmodel.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMouseEvent>
#include <QToolButton>

namespace plugsmith {

using namespace Qt::StringLiterals;

JobsView::JobsView(JobModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_history(new QToolButton(this))
{
    m_history->setObjectName(u"build.jobs.history"_s);
    m_history->setIcon(symbolicIcon(u"view-history"_s));
    m_history->setAutoRaise(true);
    m_history->setToolTip(tr("History: the last 50 builds with their logs"));
    m_history->setAccessibleName(tr("History of builds"));
    connect(m_history, &QToolButton::clicked, this,
            [this] { emit historyRequested(QRect(m_history->mapToGlobal(QPoint()), m_history->size())); });
    setObjectName(u"build.jobs"_s);
    setAccessibleName(tr("Jobs"));
    setModel(&model);
    setItemDelegate(new JobDelegate(this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setMouseTracking(true);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *columns = header();
    columns->setStretchLastSection(false);
    columns->setMinimumSectionSize(32);
    columns->setFixedHeight(fontMetrics().height() + 16);
    columns->setSectionResizeMode(QHeaderView::Fixed);
    columns->setSectionResizeMode(JobModel::StepColumn, QHeaderView::Stretch);
    columns->resizeSection(JobModel::StateColumn, 36);
    columns->resizeSection(JobModel::TargetColumn, fontMetrics().horizontalAdvance(u"linux/amd64 · 1.22.12"_s) + 18);
    columns->resizeSection(JobModel::TimeColumn, fontMetrics().horizontalAdvance(u"0:00:00"_s) + 16);
    columns->resizeSection(JobModel::ActionColumn, 36);
    setMinimumWidth(columns->length() - columns->sectionSize(JobModel::StepColumn) +
                    fontMetrics().averageCharWidth() * 19);
}

void JobsView::setCurrentRow(int row)
{
    if (row >= 0 && row < m_model.rowCount())
        setCurrentIndex(m_model.index(row, JobModel::StepColumn));
}

void JobsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (current.row() != previous.row() || !previous.isValid())
        emit currentRowChanged(current.row());
}

void JobsView::act(const QModelIndex &index)
{
    const QString id = index.data(JobModel::JobIdRole).toString();
    if (id.isEmpty())
        return;
    switch (index.data(JobModel::StateRole).value<JobState>()) {
    case JobState::Done:
        return emit menuRequested(index.row(), viewport()->mapToGlobal(visualRect(index).bottomLeft()));
    case JobState::Failed:
    case JobState::Cancelled:
        return emit retryRequested(id);
    default:
        return emit cancelRequested(id);
    }
}

void JobsView::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.column() == JobModel::ActionColumn)
        act(index);
}

void JobsView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && currentIndex().isValid()) {
        if (const BuildJob *job = m_model.jobAt(currentRow()); job && !isFinished(job->state()))
            return emit cancelRequested(job->id());
    }
    QTreeView::keyPressEvent(event);
}

void JobsView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = menuIndex(*this, *event);
    if (index.isValid())
        emit menuRequested(index.row(), menuPlace(*this, index, *event));
}

/// The button lies at the end of the headings, over the column that has none.
void JobsView::updateGeometries()
{
    QTreeView::updateGeometries();
    const QRect heading = header()->geometry();
    const int size = qMin(heading.height() - 6, 28);
    m_history->setGeometry(heading.right() - size - 3, heading.center().y() - size / 2, size, size);
    m_history->raise();
}

} // namespace plugsmith
