// SPDX-License-Identifier: Apache-2.0
// The half of BuildSession that is about jobs: starting, counting, ending them.
#include "models/buildsession.h"

#include "base/folders.h"
#include "base/settingkeys.h"
#include "models/buildtext.h"

namespace plugsmith {

using namespace Qt::StringLiterals;

BuildSummary BuildSession::summary() const
{
    const int parallel = m_engine.queue().parallel();
    if (!m_run.isEmpty()) {
        BuildSummary summary = summariseJobs(m_run.jobs(), m_run.seconds(), secondsLeft());
        summary.toAdd = static_cast<int>(targetsToAdd().size());
        if (!m_awaited.isEmpty()) {
            summary.state = BuildSummary::State::Running;
            summary.mainButton = tr("Cancel all");
            summary.detail = fetchDetail();
        }
        summary.parallel = parallel;
        if (summary.state == BuildSummary::State::Running && parallel > 1) {
            const QString beside = tr("%n parallel build(s)", nullptr, parallel);
            summary.detail = summary.detail.isEmpty() ? beside : QString(summary.detail + u" · " + beside);
        }
        return summary;
    }
    const double estimate = m_plan ? BuildEstimates::sideBySide(m_estimates.secondsOf(m_plan->jobs), parallel) : -1.0;
    BuildSummary summary = summarisePlan(m_plan, m_state == SourceState::Ready, estimate);
    if (!m_awaited.isEmpty()) {
        summary.state = BuildSummary::State::Running;
        summary.title = fetchDetail();
        summary.detail = tr("%n plugin(s) are built then", nullptr, static_cast<int>(m_awaited.targets().size()));
        summary.mainButton = tr("Cancel all");
        summary.isMainEnabled = true;
        summary.toAdd = static_cast<int>(targetsToAdd().size());
        return summary;
    }
    if (const qint64 bytes = m_matrix.bytesToFetch(); bytes != 0 && summary.state == BuildSummary::State::Ready)
        summary.detail = bytes > 0 ? tr("%1 to download").arg(shownSize(bytes)) : tr("Go is downloaded first");
    if (!m_planProblem.message.isEmpty()) {
        summary.title = m_planProblem.message;
        summary.detail = m_planProblem.reason;
    }
    return summary;
}

QString BuildSession::fetchDetail() const
{
    QStringList names;
    for (const GoVersion &version : m_awaited.versions())
        names += u"Go "_s + version.toString();
    return tr("Fetching %1").arg(names.join(u", "_s));
}

/// A version that is fetched first is nothing that is wrong with a target.
void BuildSession::explainFetches()
{
    if (!m_plan)
        return;
    for (PlannedJob &job : m_plan->jobs) {
        if (job.obstacle == PlanObstacle::NoToolchain && m_matrix.needsFetch(job.target)) {
            job.blocked = Error{ErrorCode::NotFound,
                                tr("Go %1 is fetched first").arg(job.target.version.toString()),
                                tr("It is built as soon as that is here."),
                                {}};
        }
    }
}

void BuildSession::onFetchFailed(const GoVersion &version, const Error &error)
{
    if (error.code != ErrorCode::Cancelled)
        emit said(tr("Go %1 was not fetched: %2").arg(version.toString(), error.sentence()));
    updateMatrixStates();
    if (m_run.isEmpty())
        replan();
    emit summaryChanged();
}

/// What waited for a version that is here now.
void BuildSession::buildFetched()
{
    if (m_state != SourceState::Ready)
        return; // it is read again; then
    QVector<Target> targets;
    bool force = false;
    for (const AwaitedToolchains::Waiting &ready : m_awaited.takeInstalled(m_engine.machine())) {
        targets += ready.target;
        force = force || ready.force;
    }
    if (targets.isEmpty())
        return;
    m_goesOn = true;
    enqueue(targets, force);
    m_goesOn = false;
}

double BuildSession::secondsLeft() const
{
    QVector<double> works;
    for (const BuildJob *job : m_run.jobs()) {
        const double usual = m_estimates.secondsOf(job->plan());
        if (!isFinished(job->state()))
            works += usual < 0 ? -1 : qMax(0.0, usual - job->seconds());
    }
    return BuildEstimates::sideBySide(works, m_engine.queue().parallel());
}

QVector<Target> BuildSession::targetsToAdd() const
{
    QVector<Target> targets;
    if ((m_run.isEmpty() && m_awaited.isEmpty()) || m_state != SourceState::Ready)
        return targets;
    for (const Target &target : m_matrix.selected()) {
        if (!m_run.jobOf(target) && !m_awaited.targets().contains(target))
            targets += target;
    }
    return targets;
}

bool BuildSession::isBuilding() const
{
    return m_run.isRunning() || !m_awaited.isEmpty();
}

void BuildSession::build(bool force)
{
    enqueue(isBuilding() ? targetsToAdd() : m_matrix.selected(), force);
}

void BuildSession::buildOnly(const Target &target)
{
    if (isBuilding() || m_matrix.isBlocked(target))
        return;
    m_matrix.select({target});
    build();
}

void BuildSession::enqueue(const QVector<Target> &targets, bool force)
{
    if (m_state != SourceState::Ready || m_main < 0 || targets.isEmpty())
        return;
    startAfresh();
    QVector<Target> later;
    QVector<Target> now;
    for (const Target &target : targets)
        (m_matrix.needsFetch(target) ? later : now) += target;
    if (!later.isEmpty())
        m_settings.set(keys::MayFetch, true);
    if (now.isEmpty()) {
        m_awaited.add(later, force);
        updateMatrixStates();
        emit said(fetchDetail());
        emit summaryChanged();
        return;
    }
    beginRun();
    m_awaited.add(later, force);
    // Before the jobs exist: one that fails at once is the next thing to tell of.
    emit said(tr("Building %n plugin(s)", nullptr, static_cast<int>(now.size())));
    const BuildRequest request{m_scans, m_scans[0].mains[m_main], m_name, m_destination, m_options,
                               now,     m_acceptsOtherPaths};
    const auto ids = m_engine.build(request, force);
    if (!ids) {
        m_planProblem = ids.error();
        emit summaryChanged();
        return;
    }
    updateMatrixStates();
    emit started(ids->first());
    emit summaryChanged();
}

/// Leaves the last run behind, unless it goes on.
void BuildSession::startAfresh()
{
    if (isBuilding() || m_goesOn)
        return;
    m_engine.queue().clearFinished();
    m_run.clear();
}

void BuildSession::beginRun()
{
    startAfresh();
    if (!m_run.isRunning())
        m_run.startClock();
    m_jobs.showQueue();
}

void BuildSession::resume(const QVector<JobRecord> &records)
{
    beginRun();
    m_engine.buildAgain(records);
    if (m_state == SourceState::None && !records.isEmpty())
        open(records.first().spec.sources);
}

void BuildSession::cancelAll()
{
    m_awaited.clear();
    updateMatrixStates();
    emit summaryChanged();
    m_engine.queue().cancelAll();
}

void BuildSession::retryAll(JobState state)
{
    const QStringList ids = m_run.ids();
    for (const QString &id : ids) {
        const BuildJob *job = m_engine.queue().find(id);
        if (job && job->state() == state)
            retry(id);
    }
}

void BuildSession::retryFailed()
{
    retryAll(JobState::Failed);
}

void BuildSession::buildCancelled()
{
    retryAll(JobState::Cancelled);
}

void BuildSession::retry(const QString &jobId)
{
    if (!isBuilding())
        m_run.startClock();
    continueAs(jobId, m_engine.queue().retry(jobId));
}

bool BuildSession::retryAs(const QString &jobId, const BuildOptions &options, const Target &target)
{
    const BuildJob *job = m_engine.queue().find(jobId);
    if (!job || m_state != SourceState::Ready || job->plan().sources.value(0) != m_scans[0].origin)
        return false;
    JobSpec spec = job->record().spec;
    spec.options = options;
    spec.target = target;
    const auto main = mainPackageOf(spec, m_scans[0]);
    if (!main)
        return false;
    const auto plan = makePlan({m_scans, *main, spec.name, spec.destination, options, {target}, m_acceptsOtherPaths},
                               m_engine.machine());
    if (!plan)
        return false;
    spec.sources = plan->jobs[0].sources;
    if (!isBuilding())
        m_run.startClock();
    continueAs(jobId, m_engine.queue().replace(jobId, {plan->jobs[0], spec}));
    return true;
}

/// The run goes on with another job in the place of one of its own.
void BuildSession::continueAs(const QString &jobId, const QString &nextId)
{
    if (nextId.isEmpty())
        return;
    m_run.replace(jobId, nextId);
    updateMatrixStates();
    emit summaryChanged();
}

/// Of build() or of resume(), whose jobs come as their sources are read.
void BuildSession::onJobAdded(int index)
{
    m_run.add(m_engine.queue().at(index)->id());
    m_jobs.showQueue();
    updateMatrixStates();
    emit summaryChanged();
}

void BuildSession::onJobChanged(int index)
{
    if (index >= 0) {
        const BuildJob *job = m_engine.queue().at(index);
        if (m_run.ids().contains(job->id()))
            m_matrix.setJobState(job->plan().target, job->state());
    }
    emit summaryChanged();
}

void BuildSession::updateMatrixStates()
{
    QHash<QString, JobState> states;
    for (const BuildJob *job : m_run.jobs())
        states.insert(job->plan().target.toString(), job->state());
    for (const Target &target : m_awaited.targets())
        states.insert(target.toString(), JobState::FetchingToolchain);
    m_matrix.setJobStates(states);
}

/// Those that need somebody come first.
void BuildSession::moveFailedUp()
{
    BuildQueue &queue = m_engine.queue();
    int to = 0;
    for (int i = 0; i < queue.count(); ++i) {
        if (queue.at(i)->state() == JobState::Failed)
            queue.move(queue.at(i)->id(), to++);
    }
}

void BuildSession::onIdle()
{
    m_run.stopClock();
    m_estimates.forget();
    if (m_plan)
        m_estimates.learn(m_plan->jobs);
    moveFailedUp();
    const BuildSummary end = summary();
    if (end.built > 0)
        emit said(tr("%n plugin(s) written to %1", nullptr, end.built).arg(folders::shortened(m_destination)));
    else
        emit said(end.title);
    emit summaryChanged();
    emit ended();
    if (!m_nextPaths.isEmpty())
        open(QStringList(m_nextPaths));
    else if (m_watch.changedAt().isValid())
        emit sourceChanged(); // it is for the user to look at the results before they go
}

} // namespace plugsmith
