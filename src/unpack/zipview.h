// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/segmentdevice.h"
#include "unpack/zipdirectory.h"

#include <memory>

namespace plugsmith::unpack {

/// The zip that KZip gets to see instead of the real one: local headers with real sizes, no data descriptors (KZip
/// would look for the end of an entry by scanning its compressed bytes), no extra fields, no zip64. Contents are ranges
/// of the source. The name of an entry is its number, Entry::data, because KZip decodes names by the locale and drops
/// duplicates without a word. Entries without content are left out. The source must outlive the view.
Outcome<std::unique_ptr<SegmentDevice>> makeZipView(const ByteSource &source, const std::vector<ZipEntry> &entries);

} // namespace plugsmith::unpack
