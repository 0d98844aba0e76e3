// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildplan.h"
#include "build/jobstate.h"

#include <QObject>

namespace plugsmith {

/// Something that carries out one job: this machine, later a container or another machine. Used once. Asynchronous, in
/// the GUI thread.
class JobExecutor : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    /// Begins to end the work. False if it is too late for that: its result is being put in place, and finished()
    /// follows in a moment.
    virtual bool cancel() = 0;
    /// Ends at once what still runs, emits nothing any more, and deletes the object when all of it is gone. To be
    /// called by the owner, in whatever state it is.
    virtual void retire() = 0;

signals:
    /// Steps in their order, from Preparing to Stamping.
    void stateReached(plugsmith::JobState state);
    void progressed(const plugsmith::JobProgress &progress);
    void line(plugsmith::JobState step, const QString &text);
    /// What it failed with stays in `folder`, to be looked at; before finished().
    void filesKept(const QString &folder);
    /// Exactly once, unless it was retired before.
    void finished(const plugsmith::Result<plugsmith::JobResult> &result);
};

} // namespace plugsmith
