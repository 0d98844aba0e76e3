// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildjob.h"
#include "build/sourcesnapshot.h"

#include <QHash>
#include <QObject>
#include <QVector>

#include <functional>

namespace plugsmith {

/// The jobs of this session in their order, and how many may run at once. Every change goes into the history, so that a
/// crash loses nothing. GUI thread.
class BuildQueue : public QObject
{
    Q_OBJECT

public:
    /// Makes the executor for a job that may start. The snapshot is the one its run shares.
    using MakeExecutor = std::function<std::unique_ptr<JobExecutor>(const BuildJob &, std::shared_ptr<SourceSnapshot>)>;

    BuildQueue(JobHistory &history, QString logFolder, MakeExecutor makeExecutor, QObject *parent = nullptr);
    ~BuildQueue() override;

    /// A job to be: its plan, and what to write into the history.
    struct NewJob
    {
        PlannedJob plan;
        JobSpec spec;
    };
    /// Adds jobs that were started together; they share one snapshot of their sources. Returns their ids, in order.
    QStringList enqueue(const QVector<NewJob> &jobs, bool held = false);

    int count() const { return static_cast<int>(m_jobs.size()); }
    BuildJob *at(int index) const { return m_jobs[index]; }
    BuildJob *find(const QString &id) const;
    int indexOf(const QString &id) const;
    int runningCount() const;
    int waitingCount() const; ///< queued, not held

    int parallel() const { return m_parallel; }
    /// Takes effect at once: more jobs start, or the next ones wait. Running ones are left alone.
    void setParallel(int count);

    /// Of sources that are unpacked from now on.
    void setArchiveLimits(const ArchiveLimits &limits) { m_limits = limits; }
    const ArchiveLimits &archiveLimits() const { return m_limits; }

    /// Whether the files of jobs that fail stay in the work folder; of those that start from now on.
    void setKeepsFailed(bool keeps) { m_keepsFailed = keeps; }
    bool keepsFailed() const { return m_keepsFailed; }

    void cancel(const QString &id);
    void cancelAll();
    /// A new attempt in the place of a job that failed or was cancelled. Returns the new id; empty if there is none to
    /// retry.
    QString retry(const QString &id);
    /// Another job in its place.
    QString replace(const QString &id, const NewJob &job);
    void retryAllFailed();
    void setHeld(const QString &id, bool held);
    void move(const QString &id, int toIndex);
    /// Takes jobs that have ended off the list; they stay in the history.
    void clearFinished();

    /// Half of the cores, at least one.
    static int defaultParallel();

signals:
    void jobAboutToBeAdded(int index);
    void jobAdded(int index);
    void jobReplaced(int index);
    void jobAboutToBeRemoved(int index);
    void jobRemoved(int index);
    void jobAboutToBeMoved(int from, int to);
    void jobMoved(int from, int to);
    void jobChanged(int index); ///< state
    void jobProgressed(int index);
    void jobLogAppended(int index);
    /// The last running or waiting job has ended.
    void idle();

private:
    BuildJob *makeJob(const PlannedJob &plan, const JobSpec &spec, const QString &run, JobState state);
    void watch(BuildJob *job);
    void startNext();
    void onFinished(BuildJob *job);

    std::shared_ptr<SourceSnapshot> snapshotFor(const BuildJob &job);

    JobHistory &m_history;
    QString m_logFolder;
    MakeExecutor m_makeExecutor;
    QVector<BuildJob *> m_jobs;                                  // children
    QHash<QString, std::shared_ptr<SourceSnapshot>> m_snapshots; // by run, while jobs of it wait or run
    int m_parallel = defaultParallel();
    ArchiveLimits m_limits;
    bool m_keepsFailed = false;
    bool m_isStarting = false;
    bool m_hasWorked = false; // since idle() was last emitted
};

} // namespace plugsmith
