// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/bytesource.h"
#include "unpack/entry.h"
#include "unpack/limits.h"
#include "unpack/sevenzipstreams.h"

namespace plugsmith::unpack {

/// What a 7z file says about itself.
struct SevenZipHeader
{
    std::vector<Entry> entries; ///< Entry::data numbers the contents; targets of links are contents, left empty here
    SevenZipStreams streams;
};

/// Reads the header of a 7z file: names, sizes, checksums, modes, and how the contents are packed. Everything is bounds
/// checked; contents that are encrypted or packed in an unknown way are refused.
Outcome<SevenZipHeader> readSevenZipHeader(const ByteSource &source, const Limits &limits);

constexpr qint64 SevenZipSignatureSize = 32; ///< positions in the header count from behind the signature

} // namespace plugsmith::unpack
