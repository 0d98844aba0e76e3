// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildplan.h"
#include "build/jobhistory.h"

#include <QHash>
#include <QObject>

namespace plugsmith {

/// How long builds will take, guessed from earlier ones of the same module and target (the median of the last five).
/// GUI thread; the history answers later, and learned() tells.
class BuildEstimates : public QObject
{
    Q_OBJECT

public:
    explicit BuildEstimates(JobHistory &history, QObject *parent = nullptr);

    /// Asks the history about targets that are not known yet.
    void learn(const QVector<PlannedJob> &jobs);
    /// There are newer builds: everything is asked anew.
    void forget() { m_seconds.clear(); }
    /// Seconds; -1 if nothing is known.
    double secondsOf(const PlannedJob &job) const;
    QVector<double> secondsOf(const QVector<PlannedJob> &jobs) const;

    /// How long so many seconds of work take side by side; -1 if one of them is unknown.
    static double sideBySide(const QVector<double> &works, int parallel);

signals:
    void learned();

private:
    JobHistory &m_history;
    QHash<QString, double> m_seconds; // by module and target; -1: there are no earlier builds
};

} // namespace plugsmith
