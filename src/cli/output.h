// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

namespace plugsmith {

/// Standard output and standard error of commands, as UTF-8.

void print(const QString &text);
/// A line of its own, on standard error.
void printError(const QString &text);
/// One object in one line, written at once.
void printJson(const QJsonObject &object);

} // namespace plugsmith
