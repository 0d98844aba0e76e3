// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/entry.h"
#include "unpack/segmentdevice.h"

#include <memory>

namespace plugsmith::unpack {

/// The tar that KTar gets to see instead of the real one: plain ustar headers in front of ranges of the source. KTar
/// knows no pax headers, so it would cut long names and take wrong sizes. The name of an entry is its number,
/// Entry::data. Only files with content are in it. The source must outlive the view.
Outcome<std::unique_ptr<SegmentDevice>> makeTarView(const ByteSource &source, const std::vector<Entry> &entries);

} // namespace plugsmith::unpack
