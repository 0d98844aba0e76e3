// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/archive.h"
#include "unpack/sevenzipheader.h"
#include "unpack/zipdirectory.h"

namespace plugsmith::unpack {

/// What is given by reference must outlive the readers.
std::unique_ptr<ContentReader> makeZipReader(const ByteSource &source, std::vector<ZipEntry> entries);
std::unique_ptr<ContentReader> makeTarReader(const ByteSource &source, std::vector<Entry> entries);
/// Unpacks all contents into `scratch` when the first is asked for: 7z files are mostly one long stream.
std::unique_ptr<ContentReader> makeSevenZipReader(const ByteSource &source, SevenZipHeader header, Scratch &scratch,
                                                  PositionReport report);

} // namespace plugsmith::unpack
