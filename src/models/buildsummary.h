// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildplan.h"
#include "build/buildqueue.h"

#include <QString>

namespace plugsmith {

/// What the action bar says: the states of ui.md 5.6. A value, made from the plan and the jobs of the last run.
struct BuildSummary
{
    enum class State { NoSource, NothingSelected, Ready, Running, AllBuilt, SomeFailed, AllFailed, Cancelled };

    State state = State::NoSource;
    int total = 0;
    int built = 0;
    int failed = 0;
    int cancelled = 0;
    int upToDate = 0;
    int toAdd = 0;        ///< targets that were selected meanwhile and have no job
    int parallel = 0;     ///< builds side by side, while they run
    double seconds = 0;   ///< of the whole run, once it has ended
    double estimate = -1; ///< seconds that the whole will take, or is left; -1: unknown
    double fraction = 0;  ///< of the run, 0 to 1
    QString title;        ///< the first, stronger text
    QString detail;       ///< beside it
    QString mainButton;   ///< what the main button says; empty: there is none
    QString loadPath;     ///< of a plugin that this machine can load, once all have ended; empty: none
    bool isMainEnabled = false;

    bool operator==(const BuildSummary &) const = default;
};

/// Whether this machine can load what a job made: a plugin for its platform.
bool isLoadable(const BuildJob &job);

/// Before a build.
BuildSummary summarisePlan(const std::optional<BuildPlan> &plan, bool hasSource, double estimate);
/// While and after jobs run; `jobs` are those of the last run.
BuildSummary summariseJobs(const QVector<const BuildJob *> &jobs, double seconds, double secondsLeft);

} // namespace plugsmith
