// SPDX-License-Identifier: Apache-2.0
#include "models/buildrun.h"

#include <algorithm>

namespace plugsmith {

QVector<const BuildJob *> BuildRun::jobs() const
{
    QVector<const BuildJob *> jobs;
    for (const QString &id : m_ids) {
        if (const BuildJob *job = m_queue.find(id))
            jobs += job;
    }
    return jobs;
}

const BuildJob *BuildRun::jobOf(const Target &target) const
{
    for (const BuildJob *job : jobs()) {
        if (job->plan().target == target)
            return job;
    }
    return nullptr;
}

bool BuildRun::isRunning() const
{
    return std::ranges::any_of(jobs(), [](const BuildJob *job) { return !isFinished(job->state()); });
}

} // namespace plugsmith
