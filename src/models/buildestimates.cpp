// SPDX-License-Identifier: Apache-2.0
#include "models/buildestimates.h"

#include "base/deliver.h"

#include <algorithm>

namespace plugsmith {

namespace {

constexpr int BuildsToLearnFrom = 5;

QString keyOf(const PlannedJob &job)
{
    return job.modules.value(0).path + u' ' + job.target.toString();
}

double medianOf(QVector<double> values)
{
    std::ranges::sort(values);
    return values.isEmpty() ? -1 : values[values.size() / 2];
}

} // namespace

BuildEstimates::BuildEstimates(JobHistory &history, QObject *parent)
    : QObject(parent)
    , m_history(history)
{
}

void BuildEstimates::learn(const QVector<PlannedJob> &jobs)
{
    for (const PlannedJob &job : jobs) {
        const QString key = keyOf(job);
        if (m_seconds.contains(key))
            continue;
        m_seconds.insert(key, -1);
        deliver(m_history.durations(job.modules.value(0).path, job.target, BuildsToLearnFrom), this,
                [this, key](const QVector<double> &seconds) {
                    m_seconds.insert(key, medianOf(seconds));
                    if (!seconds.isEmpty())
                        emit learned();
                });
    }
}

double BuildEstimates::secondsOf(const PlannedJob &job) const
{
    return m_seconds.value(keyOf(job), -1);
}

QVector<double> BuildEstimates::secondsOf(const QVector<PlannedJob> &jobs) const
{
    QVector<double> works;
    for (const PlannedJob &job : jobs)
        works += job.blocked ? 0 : secondsOf(job);
    return works;
}

double BuildEstimates::sideBySide(const QVector<double> &works, int parallel)
{
    double sum = 0;
    double longest = 0;
    for (const double work : works) {
        if (work < 0)
            return -1;
        sum += work;
        longest = qMax(longest, work);
    }
    return qMax(longest, sum / qMax(1, parallel));
}

} // namespace plugsmith
