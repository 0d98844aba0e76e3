// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/sessiontypes.h"

#include <optional>

namespace plugsmith {

/// What is wrong with arguments that somebody types.
struct ArgumentIssue
{
    QString text;       ///< "Element 2: expected a number for int, found text."
    qsizetype at = 0;   ///< bytes from the beginning of the JSON: where the caret belongs
    qsizetype row = -1; ///< the element, from 0 on; -1: none in particular

    bool operator==(const ArgumentIssue &) const = default;
};

/// Looks at arguments before they are sent: whether they are JSON, as many as the function takes, and of the kinds that
/// its parameters want, as far as the zero values tell. What it does not see, the host still refuses. Pure.
std::optional<ArgumentIssue> checkArguments(const QByteArray &json, const SessionSymbol &symbol);

} // namespace plugsmith
