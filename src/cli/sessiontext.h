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

/// The value of a member of a JSON object as it is written there; empty if there is none. `json` must be valid.
QByteArray rawMember(const QByteArray &json, const QByteArray &name);
/// The elements of a JSON array as they are written there. `json` must be valid.
QByteArrayList rawElements(const QByteArray &json);

} // namespace plugsmith
