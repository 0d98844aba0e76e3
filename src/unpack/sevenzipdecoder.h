// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/sevenzipstreams.h"
#include "unpack/streamdecoder.h"

namespace plugsmith::unpack {

/// Unpacks the contents of a 7z file, by what its header says, with the filters of KArchive. K7Zip itself is not used:
/// it checks no bounds and no checksums, holds everything in memory, cannot undo the filters that 7-Zip applies to
/// programs, and crashes over some of them.

/// Whether decodeFolder() knows what to do.
bool canDecode(const SevenZipFolder &folder);
/// Decodes one chain, whose packed bytes start at `begin` in the file and are `packedSize` long.
Outcome<void> decodeFolder(const ByteSource &source, const SevenZipFolder &folder, qint64 begin, qint64 packedSize,
                           const Sink &sink, const PositionReport &report);

} // namespace plugsmith::unpack
