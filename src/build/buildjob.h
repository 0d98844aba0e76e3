// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/jobexecutor.h"
#include "build/jobhistory.h"
#include "build/joblog.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

namespace plugsmith {

/// One target on its way through the queue: a snapshot that never changes, a state that moves forward only, a log of
/// its own. Owned by the queue. GUI thread.
class BuildJob : public QObject
{
    Q_OBJECT

public:
    BuildJob(JobRecord record, PlannedJob plan, QObject *parent = nullptr);
    ~BuildJob() override;

    const JobRecord &record() const { return m_record; }
    QString id() const { return m_record.id; }
    const PlannedJob &plan() const { return m_plan; }
    JobState state() const { return m_record.state; }
    const JobProgress &progress() const { return m_progress; }
    const JobResult &result() const { return m_record.result; }
    const Error &error() const { return m_record.error; }
    /// Where a job that failed or was cancelled had come to.
    JobState lastStep() const { return m_lastStep; }
    /// Seconds since it started, or that it took.
    double seconds() const;
    QString logPath() const { return m_record.log; }
    /// Where the files of a failed job were kept; empty if they were not.
    QString keptFolder() const { return m_keptFolder; }

    /// Queued or Held only.
    void setHeld(bool held);
    /// Takes the executor and starts it.
    void start(std::unique_ptr<JobExecutor> executor);
    /// The state is Cancelled at once; what still runs is ended right after. Harmless for a job that has ended.
    void cancel();
    /// Makes sure that the log file is there for somebody who reads it now.
    void flushLog();

signals:
    void stateChanged(plugsmith::JobState state);
    void progressChanged();
    void logAppended();
    /// Once, in Done, Failed or Cancelled.
    void finished();

private:
    void setState(JobState state);
    void onFinished(const Result<JobResult> &result);
    void endExecutor();
    void write(JobState step, const QString &text);

    JobRecord m_record;
    PlannedJob m_plan;
    JobProgress m_progress;
    JobState m_lastStep = JobState::Queued;
    QString m_keptFolder;
    QElapsedTimer m_clock;
    std::unique_ptr<JobLog> m_log;
    std::unique_ptr<JobExecutor> m_executor;
};

} // namespace plugsmith
