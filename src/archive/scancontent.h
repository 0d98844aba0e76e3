// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/sourcetree.h"

namespace plugsmith {

/// What a scan of Go sources wants to see of a file; unpack/commands.cpp says the same for archives.

/// All content that a tree may hold; files after that stay without.
inline constexpr qint64 MaxScanContent = qint64(256) << 20;
/// Bytes from the start of the file: all of go.mod, go.sum, go.work and vendor/modules.txt (up to 16 MB) and of Go
/// files up to 128 KiB, the first 64 KiB of larger ones, nothing of other files.
qint64 scanContentBytes(QStringView path, qint64 size);

} // namespace plugsmith
