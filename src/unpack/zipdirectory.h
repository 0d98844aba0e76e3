// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/bytesource.h"
#include "unpack/entry.h"
#include "unpack/limits.h"

namespace plugsmith::unpack {

/// An entry of a zip with what a reader of its content must know.
struct ZipEntry
{
    Entry entry;
    quint16 method = 0; ///< 0 stored, 8 deflated
    qint64 packedSize = 0;
};

/// Reads the central directory and compares it with the local headers, trusting neither: every offset, size, flag and
/// name is checked, contents may not overlap. Entries named only "/" (viant/afs writes one) are left out.
Outcome<std::vector<ZipEntry>> readZipDirectory(const ByteSource &source, const Limits &limits);

} // namespace plugsmith::unpack
