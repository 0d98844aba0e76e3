// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/bytesource.h"
#include "unpack/entry.h"

#include <functional>

namespace plugsmith::unpack {

/// Called with the position in the archive file, from time to time.
using PositionReport = std::function<void(qint64 position)>;

enum class Coding { Gzip, Deflate, Bzip2, Xz, Zstd }; // Xz also reads .lzma

/// A part of the archive file that one of KArchive's filters can decode.
struct CodedStream
{
    Coding coding = Coding::Gzip;
    QByteArray prefix; ///< goes to the filter first: the header that a raw stream lacks
    qint64 begin = 0;
    qint64 end = 0;
};

/// Decodes a stream to `sink`. With `size` -1 it goes on to the end of the input, through all streams that follow each
/// other there, and all must be whole. Otherwise it stops after `size` bytes and wants exactly that many.
///
/// Works on the filter and not on KCompressionDevice, which throws away the rest of its buffer between two streams
/// (every .bz2 of a parallel compressor has many) and output that is pending when the input ends.
Outcome<void> decodeStream(const ByteSource &source, const CodedStream &stream, qint64 size, const Sink &sink,
                           const PositionReport &report);

} // namespace plugsmith::unpack
