// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/sessiontypes.h"

#include <QJsonObject>

namespace plugsmith {

/// What sessions say on the command line. Keys of JSON are a promise to scripts. Pure functions.

QJsonObject symbolToJson(const SessionSymbol &symbol);
/// "func Total(context.Context, main.Order) (float64, error)", "var Version string"
QString symbolToText(const SessionSymbol &symbol);

QJsonObject generationToJson(const Generation &generation);
QString generationToText(const Generation &generation);

/// One line. The returned values stand in it as the host wrote them, with all digits.
QByteArray outcomeToJson(const CallOutcome &outcome);
QJsonObject errorToJson(const Error &error);

} // namespace plugsmith
