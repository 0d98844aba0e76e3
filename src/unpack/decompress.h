// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/format.h"
#include "unpack/limits.h"
#include "unpack/streamdecoder.h"

namespace plugsmith::unpack {

/// Decompresses a compressed tar into `to`. Stops as soon as what comes out does not start like a tar (Foreign), breaks
/// off, or grows beyond the limits.
Outcome<void> decompress(const ByteSource &from, Format format, Scratch &to, const Limits &limits,
                         const PositionReport &report);

} // namespace plugsmith::unpack
