// SPDX-License-Identifier: Apache-2.0
#include "build/buildqueue.h"

#include <QDir>
#include <QThread>
#include <QUuid>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

/// Sorts by time of creation and is unique: "20261122144507123-1f0c".
QString newId()
{
    return QDateTime::currentDateTimeUtc().toString(u"yyyyMMddHHmmsszzz"_s) + u'-' +
           QUuid::createUuid().toString(QUuid::Id128).first(8);
}

} // namespace

BuildQueue::BuildQueue(JobHistory &history, QString logFolder, MakeExecutor makeExecutor, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_logFolder(std::move(logFolder))
    , m_makeExecutor(std::move(makeExecutor))
{
    QDir().mkpath(m_logFolder);
}

BuildQueue::~BuildQueue()
{
    for (BuildJob *job : std::as_const(m_jobs))
        job->disconnect(this);
    qDeleteAll(m_jobs); // ends what runs
}

int BuildQueue::defaultParallel()
{
    return qMax(1, QThread::idealThreadCount() / 2);
}

BuildJob *BuildQueue::makeJob(const PlannedJob &plan, const JobSpec &spec, const QString &run, JobState state)
{
    JobRecord record;
    record.id = newId();
    record.run = run;
    record.modulePath = plan.modules.isEmpty() ? QString() : plan.modules[0].path;
    record.spec = spec;
    record.state = state;
    record.created = QDateTime::currentDateTimeUtc();
    record.log = m_logFolder + u'/' + record.id + u".log";
    auto *job = new BuildJob(record, plan, this);
    watch(job);
    return job;
}

void BuildQueue::watch(BuildJob *job)
{
    connect(job, &BuildJob::stateChanged, this, [this, job](JobState state) {
        // Single steps are of no use to a later start; that it ran, and how it ended, is.
        if (state == JobState::Preparing || state == JobState::Held || state == JobState::Queued || isFinished(state))
            m_history.update(job->record());
        emit jobChanged(indexOf(job->id()));
    });
    connect(job, &BuildJob::progressChanged, this, [this, job] { emit jobProgressed(indexOf(job->id())); });
    connect(job, &BuildJob::logAppended, this, [this, job] { emit jobLogAppended(indexOf(job->id())); });
    connect(job, &BuildJob::finished, this, [this, job] { onFinished(job); });
}

QStringList BuildQueue::enqueue(const QVector<NewJob> &jobs, bool held)
{
    const QString run = newId();
    QStringList ids;
    for (const NewJob &added : jobs) {
        BuildJob *job = makeJob(added.plan, added.spec, run, held ? JobState::Held : JobState::Queued);
        emit jobAboutToBeAdded(count());
        m_jobs += job;
        ids += job->id();
        m_history.add(job->record());
        emit jobAdded(count() - 1);
    }
    startNext();
    return ids;
}

BuildJob *BuildQueue::find(const QString &id) const
{
    const int index = indexOf(id);
    return index < 0 ? nullptr : m_jobs[index];
}

int BuildQueue::indexOf(const QString &id) const
{
    const auto found = std::ranges::find(m_jobs, id, &BuildJob::id);
    return found == m_jobs.end() ? -1 : static_cast<int>(found - m_jobs.begin());
}

int BuildQueue::runningCount() const
{
    return static_cast<int>(std::ranges::count_if(m_jobs, [](const BuildJob *job) { return isRunning(job->state()); }));
}

int BuildQueue::waitingCount() const
{
    return static_cast<int>(std::ranges::count(m_jobs, JobState::Queued, &BuildJob::state));
}

void BuildQueue::setParallel(int count)
{
    m_parallel = qMax(1, count);
    startNext();
}

std::shared_ptr<SourceSnapshot> BuildQueue::snapshotFor(const BuildJob &job)
{
    const QString run = job.record().run;
    auto &snapshot = m_snapshots[run];
    if (!snapshot) {
        snapshot = std::make_shared<SourceSnapshot>(job.plan().sources, m_history);
        snapshot->setLimits(m_limits);
    }
    return snapshot;
}

void BuildQueue::startNext()
{
    if (m_isStarting)
        return; // a job that fails at once comes back here
    m_isStarting = true;
    int running = runningCount();
    for (int i = 0; i < m_jobs.size() && running < m_parallel; ++i) {
        BuildJob *job = m_jobs[i];
        if (job->state() != JobState::Queued)
            continue;
        job->start(m_makeExecutor(*job, snapshotFor(*job)));
        running += isRunning(job->state()) ? 1 : 0;
    }
    m_isStarting = false;
    if (m_hasWorked && runningCount() == 0 && waitingCount() == 0) {
        m_hasWorked = false;
        emit idle();
    }
}

void BuildQueue::onFinished(BuildJob *job)
{
    const QString run = job->record().run;
    const bool runGoesOn = std::ranges::any_of(
        m_jobs, [&run](const BuildJob *other) { return other->record().run == run && !isFinished(other->state()); });
    if (!runGoesOn)
        m_snapshots.remove(run);
    m_hasWorked = true;
    startNext();
}

void BuildQueue::cancel(const QString &id)
{
    if (BuildJob *job = find(id))
        job->cancel();
}

void BuildQueue::cancelAll()
{
    // The running ones last, so that none of the waiting ones gets a turn in between.
    QVector<BuildJob *> jobs = m_jobs;
    std::stable_partition(jobs.begin(), jobs.end(), [](const BuildJob *job) { return !isRunning(job->state()); });
    for (BuildJob *job : std::as_const(jobs))
        job->cancel();
}

QString BuildQueue::retry(const QString &id)
{
    const BuildJob *old = find(id);
    return old ? replace(id, {old->plan(), old->record().spec}) : QString();
}

QString BuildQueue::replace(const QString &id, const NewJob &other)
{
    const int index = indexOf(id);
    if (index < 0 || !isFinished(m_jobs[index]->state()) || m_jobs[index]->state() == JobState::Done)
        return {};
    BuildJob *old = m_jobs[index];
    BuildJob *job = makeJob(other.plan, other.spec, newId(), JobState::Queued);
    m_jobs[index] = job;
    m_history.add(job->record());
    emit jobReplaced(index);
    old->deleteLater();
    startNext();
    return job->id();
}

void BuildQueue::retryAllFailed()
{
    QStringList failed;
    for (const BuildJob *job : std::as_const(m_jobs)) {
        if (job->state() == JobState::Failed)
            failed += job->id();
    }
    for (const QString &id : failed)
        retry(id);
}

void BuildQueue::setHeld(const QString &id, bool held)
{
    if (BuildJob *job = find(id)) {
        job->setHeld(held);
        startNext();
    }
}

void BuildQueue::move(const QString &id, int toIndex)
{
    const int from = indexOf(id);
    const int to = std::clamp(toIndex, 0, count() - 1);
    if (from < 0 || from == to)
        return;
    emit jobAboutToBeMoved(from, to);
    m_jobs.move(from, to);
    emit jobMoved(from, to);
}

void BuildQueue::clearFinished()
{
    for (int i = count() - 1; i >= 0; --i) {
        if (!isFinished(m_jobs[i]->state()))
            continue;
        emit jobAboutToBeRemoved(i);
        m_jobs.takeAt(i)->deleteLater();
        emit jobRemoved(i);
    }
}

} // namespace plugsmith
