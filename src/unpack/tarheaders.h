// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/bytesource.h"
#include "unpack/entry.h"
#include "unpack/limits.h"

namespace plugsmith::unpack {

constexpr int TarBlock = 512;

/// Whether 512 bytes are the header of a tar entry: their checksum is right.
bool isTarHeader(const char *block);

/// Walks the headers of a tar: ustar, GNU (long names, large numbers) and pax. Checks that every content lies inside
/// and that the archive has an end. `lastName`, if given, is the last entry whose header was read, also on failure.
Outcome<std::vector<Entry>> readTarHeaders(const ByteSource &source, const Limits &limits,
                                           QByteArray *lastName = nullptr);

} // namespace plugsmith::unpack
