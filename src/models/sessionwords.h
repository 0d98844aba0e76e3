// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/sessiontypes.h"

#include <QString>

namespace plugsmith {

/// What the window says about plugins in sessions: declarations, calls and outcomes in one line, and the same call in
/// Go or for a terminal. Pure functions.

/// "(order main.Order) (int, error)" with the types alone, as the runtime knows no names: "(main.Order) (int, error)".
QString shownSignature(const SessionSymbol &symbol);
/// "func Total(main.Order) (int, error)", "var Version string": the whole declaration.
QString shownDeclaration(const SessionSymbol &symbol);
/// `Quote("SKU-10442", 3, "EUR")`; long arguments are cut.
QString shownCall(const CallRequest &request);
/// "null", "Error: unknown SKU", "Panic: index out of range": what came of a call, in one line that is not translated
/// where it is the plugin's own.
QString shownOutcome(const CallOutcome &outcome);
/// "0.41 ms", "12 s"
QString shownTook(qint64 nanoseconds);
/// The returned values over several lines, errors on lines of their own; at most `limit` bytes of JSON, 0 for all.
QString shownResult(const CallOutcome &outcome, qsizetype limit);

/// A Go program's lines that open the plugin and make the same call.
QString callAsGo(const CallRequest &request, const SessionSymbol &symbol, const QString &pluginPath);
/// The same call from a terminal, one shell word each.
QStringList callAsCommand(const CallRequest &request, const QString &pluginPath);

} // namespace plugsmith
