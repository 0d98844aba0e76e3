// SPDX-License-Identifier: Apache-2.0
#include "gui/jobsview.h"

#include "gui/jobdelegate.h"
#include "models/jobmodel.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>

namespace plugsmith {

using namespace Qt::StringLiterals;

JobsView::JobsView(JobModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
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
    columns->resizeSection(JobModel::TargetColumn, fontMetrics().horizontalAdvance(u"linux/amd64 · 1.22.12"_s) + 24);
    columns->resizeSection(JobModel::TimeColumn, fontMetrics().horizontalAdvance(u"0:00:00"_s) + 16);
    columns->resizeSection(JobModel::ActionColumn, 36);
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
        return emit showInFolderRequested(id);
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
    const BuildJob *job = m_model.jobAt(indexAt(event->pos()).row());
    if (!job)
        return;
    const QString id = job->id();
    const QString log = job->logPath();
    const bool hasEnded = isFinished(job->state());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show in Folder"), this, [this, id] { emit showInFolderRequested(id); })
        ->setEnabled(job->state() == JobState::Done);
    menu->addSeparator();
    menu->addAction(tr("Retry"), this, [this, id] { emit retryRequested(id); })
        ->setEnabled(hasEnded && job->state() != JobState::Done);
    menu->addAction(tr("Cancel"), this, [this, id] { emit cancelRequested(id); })->setEnabled(!hasEnded);
    menu->addSeparator();
    menu->addAction(tr("Copy Path of the Log"), this, [log] { QApplication::clipboard()->setText(log); });
    menu->popup(event->globalPos());
}

} // namespace plugsmith
