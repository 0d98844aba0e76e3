// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/limits.h"
#include "unpack/problem.h"

#include <QByteArrayList>

#include <functional>

namespace plugsmith::unpack {

struct PackReport
{
    qint64 entries = 0;
    qint64 bytes = 0;
};

using PackProgress = std::function<void(qint64 doneBytes, const QByteArray &name)>;

/// Writes the files, folders and links called `names` below the open folder into the zip at the descriptor `output`,
/// which must be empty: deflated, forward slashes, with times and execute bits, in the order given. Closes neither.
Outcome<PackReport> packZip(int folder, const QByteArrayList &names, int output, const Limits &limits,
                            const PackProgress &progress);

} // namespace plugsmith::unpack
