// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/bytesource.h"

namespace plugsmith::unpack {

enum class Format { Foreign, Zip, Tar, TarGz, TarBz2, TarXz, TarZst, SevenZip };

/// Judges by the first bytes alone; what a compressed stream holds is seen when it is opened.
Format detectFormat(const ByteSource &source);
/// The word of the protocol: "zip", "tar.gz", ...
const char *formatName(Format format);
/// Whether it is one stream (or few) that must be unpacked from the front before any content can be read.
bool isStream(Format format);

} // namespace plugsmith::unpack
