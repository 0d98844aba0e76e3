// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildplan.h"
#include "build/jobhistory.h"

namespace plugsmith {

/// The same build from a terminal, one shell word each: "plugsmith-cli", "build", … Every option that is not the
/// default is there, so that it does not depend on what the window remembers.
QStringList cliCommand(const JobSpec &spec);
/// What a planned job would have in the history.
JobSpec specOf(const PlannedJob &job, const QString &name);

/// A command over several lines of at most `width` characters where words allow it, joined by backslashes: still one
/// command for a shell. `words` are quoted already.
QString wrappedCommand(const QStringList &words, int width);

} // namespace plugsmith
