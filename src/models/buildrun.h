// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildqueue.h"

#include <QElapsedTimer>
#include <QStringList>

namespace plugsmith {

/// Which jobs of the queue belong to the last build, and how long it has taken. GUI thread.
class BuildRun
{
public:
    explicit BuildRun(const BuildQueue &queue)
        : m_queue(queue)
    {
    }

    bool isEmpty() const { return m_ids.isEmpty(); }
    const QStringList &ids() const { return m_ids; }
    void add(const QString &id) { m_ids += id; }
    void remove(const QString &id) { m_ids.removeAll(id); }
    /// A new attempt takes the place of a job.
    void replace(const QString &id, const QString &next) { m_ids.replaceInStrings(id, next); }
    void clear() { m_ids.clear(); }

    /// Those that are still in the queue, in the order they were started.
    QVector<const BuildJob *> jobs() const;
    /// The job of a target; nullptr if there is none.
    const BuildJob *jobOf(const Target &target) const;
    /// Whether one of them waits or runs.
    bool isRunning() const;

    void startClock() { m_clock.start(); }
    void stopClock() { m_seconds = static_cast<double>(m_clock.elapsed()) / 1000.0; }
    /// While it runs, and of all of it afterwards.
    double seconds() const { return isRunning() ? static_cast<double>(m_clock.elapsed()) / 1000.0 : m_seconds; }

private:
    const BuildQueue &m_queue;
    QStringList m_ids;
    QElapsedTimer m_clock;
    double m_seconds = 0;
};

} // namespace plugsmith
