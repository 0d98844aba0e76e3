// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/hostframe.h"
#include "session/sessiontypes.h"

namespace plugsmith {

/// What the host answers, turned into our values and words. Pure functions.

/// Fills what the host knows about a call: kind, results, problem, stack, measures.
void readCallReply(const HostFrame &reply, CallOutcome *outcome);
/// Why a request that is no call was refused, or what panicked in it; `subject` names the plugin or symbol.
Error replyProblem(const HostFrame &reply, const QString &subject);
Whereabouts readWhereabouts(const HostFrame &reply);
/// "Element 2: expected a number for quantity int, found text."
Error argumentProblem(const QJsonObject &failure, const QString &symbol);

} // namespace plugsmith
