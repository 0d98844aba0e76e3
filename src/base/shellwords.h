// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QStringList>

namespace plugsmith {

/// Splits text as a POSIX shell would split a command line: blanks separate, '…' is literal, in "…" a backslash escapes
/// only " \ $ and `, elsewhere it escapes the next character. Nothing is expanded. Fails on a quote that is not closed.
Result<QStringList> splitShellWords(const QString &text);
/// One word, quoted only if it needs to be. splitShellWords gives it back.
QString quoteShellWord(const QString &word);
QString joinShellWords(const QStringList &words);

/// Splits the value of -ldflags, -gcflags and the like as cmd/go does (cmd/internal/quoted): blanks separate; a word
/// that starts with ' or " ends at the next one; there are no escapes.
Result<QStringList> splitGoFlags(const QString &text);
/// The inverse. A word that holds blanks and both kinds of quotes cannot be written that way.
Result<QString> joinGoFlags(const QStringList &words);

} // namespace plugsmith
