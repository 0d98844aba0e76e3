// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/archive.h"

#include <functional>

namespace plugsmith::unpack {

/// Called with the bytes of all contents so far.
using UnpackProgress = std::function<void(qint64 done, const QByteArray &name)>;

/// Writes all of an archive, less what macOS added, below an open, empty folder.
Outcome<void> unpackTree(Archive &archive, int folder, const UnpackProgress &progress);

} // namespace plugsmith::unpack
