// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "models/logindex.h"

#include <memory>
#include <optional>

namespace plugsmith {

class LogFile;

/// A part of a log to be copied, as a worker needs it.
struct LogCopy
{
    std::shared_ptr<const LogFile> file;
    LogIndex::Block from; ///< the block of the first line
    LogIndex::Block to;   ///< the block of the last line
    int firstLine = 0;
    int lastLine = 0;                 ///< included
    qsizetype begin = 0;              ///< in the text of the first line
    qsizetype end = -1;               ///< in the text of the last line; -1: all of it
    bool withTime = false;            ///< and step; columns do not count then
    std::optional<LineSet> only = {}; ///< leave other lines out
};

/// The text as UTF-8, lines separated by one line end. Fails when it is longer than clipboards can take.
Result<QByteArray> copiedText(const LogCopy &copy);

constexpr qint64 MaxCopiedBytes = qint64(1) << 30;

/// Writes the log as it is to another file, which appears whole or not at all.
Result<void> saveLog(const LogFile &file, const QString &path);

} // namespace plugsmith
