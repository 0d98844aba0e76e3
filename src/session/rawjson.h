// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace plugsmith {

/// JSON as it is written, so that no digit of a number gets lost. Pure functions; `json` should be valid, and what is
/// not gives something shorter or uglier, never an endless loop.

/// The value of a member of an object; empty if there is none.
QByteArray rawMember(const QByteArray &json, const QByteArray &name);
/// The elements of an array.
QByteArrayList rawElements(const QByteArray &json);
/// The same over several lines, two spaces a level.
QByteArray indentedJson(const QByteArray &json);

} // namespace plugsmith
