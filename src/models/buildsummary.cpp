// SPDX-License-Identifier: Apache-2.0
#include "models/buildsummary.h"

#include "models/buildtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct BuildSummaryText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::BuildSummary)
};

QString withoutEnd(const Error &error)
{
    return error.message + (error.reason.isEmpty() ? QString() : u". "_s + error.reason);
}

/// What comes next after a build: loading the plugin that can be loaded here, else looking at what there is.
void offerResults(BuildSummary &summary, const QVector<const BuildJob *> &jobs)
{
    const auto loadable = std::ranges::find_if(jobs, [](const BuildJob *job) { return isLoadable(*job); });
    if (loadable == jobs.end()) {
        summary.mainButton = BuildSummaryText::tr("Show %n plugin(s)", nullptr, summary.built);
        return;
    }
    summary.loadPath = (*loadable)->result().path;
    summary.mainButton = BuildSummaryText::tr("Load %1").arg((*loadable)->plan().output.name);
}

/// Of a run that has ended.
void describeEnd(BuildSummary &summary, const QVector<const BuildJob *> &jobs)
{
    using State = BuildSummary::State;
    if (summary.cancelled > 0) {
        summary.state = State::Cancelled;
        summary.title = BuildSummaryText::tr("%1 built, %2 cancelled").arg(summary.built).arg(summary.cancelled);
        if (summary.failed > 0) {
            summary.title = BuildSummaryText::tr("%1 built, %2 failed, %3 cancelled")
                                .arg(summary.built)
                                .arg(summary.failed)
                                .arg(summary.cancelled);
        }
        summary.mainButton = BuildSummaryText::tr("Build the other %n", nullptr, summary.cancelled);
    } else if (summary.failed == 0) {
        summary.state = State::AllBuilt;
        summary.title = summary.upToDate == summary.total
                            ? BuildSummaryText::tr("All %n are up to date", nullptr, summary.total)
                            : BuildSummaryText::tr("%n built", nullptr, summary.built);
        summary.detail = BuildSummaryText::tr("in %1").arg(shownRoughly(summary.seconds));
        offerResults(summary, jobs);
    } else if (summary.built > 0) {
        summary.state = State::SomeFailed;
        summary.title = BuildSummaryText::tr("%1 built, %2 failed").arg(summary.built).arg(summary.failed);
        summary.detail = BuildSummaryText::tr("in %1").arg(shownRoughly(summary.seconds));
        offerResults(summary, jobs);
    } else {
        summary.state = State::AllFailed;
        const bool alike = std::ranges::all_of(
            jobs, [&jobs](const BuildJob *job) { return job->error().message == jobs.first()->error().message; });
        summary.title = summary.total > 1 && alike
                            ? BuildSummaryText::tr("%n failed, the same way", nullptr, summary.total)
                            : BuildSummaryText::tr("%n failed", nullptr, summary.total);
        summary.mainButton = summary.total > 1 ? BuildSummaryText::tr("Retry failed") : BuildSummaryText::tr("Retry");
    }
    summary.isMainEnabled = true;
}

} // namespace

bool isLoadable(const BuildJob &job)
{
    return job.state() == JobState::Done && job.plan().target.platform == Platform::thisMachine() &&
           job.plan().options.mode == BuildMode::Plugin;
}

BuildSummary summarisePlan(const std::optional<BuildPlan> &plan, bool hasSource, double estimate)
{
    BuildSummary summary;
    summary.mainButton = BuildSummaryText::tr("Build");
    if (!hasSource || !plan)
        return summary;
    summary.total = static_cast<int>(plan->jobs.size());
    if (summary.total == 0) {
        summary.state = BuildSummary::State::NothingSelected;
        summary.title = BuildSummaryText::tr("Select at least one target.");
        return summary;
    }
    summary.state = BuildSummary::State::Ready;
    summary.mainButton = BuildSummaryText::tr("Build %n plugin(s)", nullptr, summary.total);
    summary.isMainEnabled = true;
    summary.estimate = estimate;
    summary.title =
        estimate > 0
            ? BuildSummaryText::tr("%n plugin(s), about %1", nullptr, summary.total).arg(shownRoughly(estimate))
            : BuildSummaryText::tr("%n plugin(s)", nullptr, summary.total);
    const auto blocked =
        std::ranges::find_if(plan->jobs, [](const PlannedJob &job) { return job.blocked.has_value(); });
    if (blocked != plan->jobs.end())
        summary.detail = withoutEnd(*blocked->blocked);
    return summary;
}

BuildSummary summariseJobs(const QVector<const BuildJob *> &jobs, double seconds, double secondsLeft)
{
    BuildSummary summary;
    summary.total = static_cast<int>(jobs.size());
    summary.seconds = seconds;
    double done = 0;
    bool running = false;
    for (const BuildJob *job : jobs) {
        summary.built += job->state() == JobState::Done ? 1 : 0;
        summary.upToDate += job->result().upToDate ? 1 : 0;
        summary.failed += job->state() == JobState::Failed ? 1 : 0;
        summary.cancelled += job->state() == JobState::Cancelled ? 1 : 0;
        running = running || !isFinished(job->state());
        const StepSegments segments = segmentsOf(job->state(), job->lastStep(), job->progress());
        done += isFinished(job->state()) ? 1.0 : (segments.full + segments.partial) / 6.0;
    }
    if (summary.total == 0)
        return summary;
    summary.fraction = done / summary.total;
    if (!running) {
        describeEnd(summary, jobs);
        return summary;
    }
    summary.state = BuildSummary::State::Running;
    summary.title = BuildSummaryText::tr("%1 of %2 built").arg(summary.built).arg(summary.total);
    if (summary.failed > 0)
        summary.title =
            BuildSummaryText::tr("%1 of %2 built, %3 failed").arg(summary.built).arg(summary.total).arg(summary.failed);
    summary.estimate = secondsLeft;
    if (secondsLeft > 0)
        summary.detail = BuildSummaryText::tr("about %1 left").arg(shownRoughly(secondsLeft));
    summary.mainButton = BuildSummaryText::tr("Cancel all");
    summary.isMainEnabled = true;
    return summary;
}

} // namespace plugsmith
