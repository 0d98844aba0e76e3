// SPDX-License-Identifier: Apache-2.0
#include "build/buildjob.h"

#include <QCoreApplication>

namespace plugsmith {

using namespace Qt::StringLiterals;

BuildJob::BuildJob(JobRecord record, PlannedJob plan, QObject *parent)
    : QObject(parent)
    , m_record(std::move(record))
    , m_plan(std::move(plan))
{
}

BuildJob::~BuildJob() = default;

double BuildJob::seconds() const
{
    return isRunning(state()) ? static_cast<double>(m_clock.elapsed()) / 1000.0 : m_record.seconds;
}

void BuildJob::setHeld(bool held)
{
    if (state() == JobState::Queued || state() == JobState::Held)
        setState(held ? JobState::Held : JobState::Queued);
}

void BuildJob::start(std::unique_ptr<JobExecutor> executor)
{
    Q_ASSERT(state() == JobState::Queued && !m_executor);
    m_clock.start();
    m_log = std::make_unique<JobLog>(m_record.log);
    connect(m_log.get(), &JobLog::appended, this, &BuildJob::logAppended);
    m_executor = std::move(executor);
    connect(m_executor.get(), &JobExecutor::stateReached, this, &BuildJob::setState);
    connect(m_executor.get(), &JobExecutor::line, this, &BuildJob::write);
    connect(m_executor.get(), &JobExecutor::filesKept, this, [this](const QString &folder) { m_keptFolder = folder; });
    connect(m_executor.get(), &JobExecutor::finished, this, &BuildJob::onFinished);
    connect(m_executor.get(), &JobExecutor::progressed, this, [this](const JobProgress &progress) {
        m_progress = progress;
        emit progressChanged();
    });
    m_executor->start();
}

void BuildJob::cancel()
{
    if (isFinished(state()) || (m_executor && !m_executor->cancel()))
        return;
    const bool wasRunning = isRunning(state());
    m_record.seconds = wasRunning ? seconds() : 0;
    if (m_executor) {
        m_executor->disconnect(this);
        write(m_lastStep, u"cancelled"_s);
    }
    endExecutor();
    setState(JobState::Cancelled);
}

void BuildJob::flushLog()
{
    if (m_log)
        m_log->flush();
}

void BuildJob::setState(JobState state)
{
    if (m_record.state == state || isFinished(m_record.state))
        return;
    if (!isFinished(state))
        m_lastStep = state;
    m_record.state = state;
    emit stateChanged(state);
    if (isFinished(state))
        emit finished();
}

void BuildJob::onFinished(const Result<JobResult> &result)
{
    m_record.seconds = seconds();
    if (result) {
        m_record.result = *result;
        write(JobState::Done, result->path);
    } else {
        m_record.error = result.error();
        write(JobState::Failed, result.error().message);
        for (const QString &part : {result.error().reason, result.error().detail}) {
            // The details of a failed go command stand in the log already.
            if (!part.isEmpty() && result.error().code != ErrorCode::ProcessFailed)
                write(JobState::Failed, part);
        }
    }
    endExecutor();
    setState(result ? JobState::Done : JobState::Failed);
}

void BuildJob::endExecutor()
{
    if (JobExecutor *executor = m_executor.release()) {
        // It outlives the job, but not the queue: at the end of the program nobody would run its deleteLater().
        executor->setParent(parent());
        executor->retire();
    }
    if (m_log) {
        m_log->flush(); // before anybody hears of the end: the last line is the one that counts
        m_log.reset();
    }
}

void BuildJob::write(JobState step, const QString &text)
{
    if (m_log)
        m_log->write(step, text);
}

} // namespace plugsmith
