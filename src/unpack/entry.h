// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <functional>
#include <optional>
#include <vector>

#include "unpack/problem.h"

namespace plugsmith::unpack {

/// One thing in an archive. Readers fill in what the archive claims, in its order; checkTree() makes it trustworthy.
struct Entry
{
    enum class Kind { File, Folder, Link, HardLink };

    QByteArray path; ///< UTF-8; after checkTree() relative and clean
    Kind kind = Kind::File;
    qint64 size = 0;
    bool executable = false;
    qint64 modified = -1; ///< seconds since 1970; -1 if the archive does not say
    QByteArray target;    ///< of links
    std::optional<quint32> crc;
    int data = -1;           ///< the reader's number for the content; hard links share one
    qint64 dataPosition = 0; ///< where the content starts and ends in the archive file, for messages
    qint64 dataEnd = 0;
};

/// Takes content piece by piece.
using Sink = std::function<Outcome<void>(const char *bytes, qint64 count)>;

} // namespace plugsmith::unpack
