// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/cursor.h"
#include "unpack/problem.h"

#include <optional>
#include <vector>

namespace plugsmith::unpack {

/// A number of the 7z format: the count of leading ones of the first byte says how many bytes follow. Fails above 2^62.
qint64 sevenZipNumber(Cursor &cursor);
/// A vector of bits, highest first. With `hasShortcut`, a byte in front may say that all are set.
std::vector<bool> sevenZipBits(Cursor &cursor, qint64 count, bool hasShortcut);

/// Property ids.
namespace sevenzip {
enum Id : quint8 {
    End = 0x00,
    Header = 0x01,
    ArchiveProperties = 0x02,
    AdditionalStreams = 0x03,
    MainStreams = 0x04,
    FilesInfo = 0x05,
    PackInfo = 0x06,
    UnpackInfo = 0x07,
    SubStreams = 0x08,
    Size = 0x09,
    Crc = 0x0A,
    Folder = 0x0B,
    CodersUnpackSize = 0x0C,
    NumUnpackStream = 0x0D,
    EmptyStream = 0x0E,
    EmptyFile = 0x0F,
    Anti = 0x10,
    Names = 0x11,
    ModifiedTime = 0x14,
    Attributes = 0x15,
    EncodedHeader = 0x17,
};
} // namespace sevenzip

struct SevenZipCoder
{
    quint64 method = 0;
    QByteArray properties;
    qint64 inputs = 1;
    qint64 outputs = 1;
};

/// A chain of coders and what comes out of it: a "folder" in the words of the format.
struct SevenZipFolder
{
    std::vector<SevenZipCoder> coders;
    qint64 packedStreams = 0;
    std::vector<qint64> boundOutputs;
    std::vector<qint64> outputSizes;
    std::optional<quint32> crc;

    /// Bytes that come out at the end; -1 if the chain has no end.
    qint64 unpackedSize() const;
    bool isEncrypted() const;
};

/// One content, in order.
struct SevenZipStream
{
    qint64 size = 0;
    std::optional<quint32> crc;
};

struct SevenZipStreams
{
    qint64 packPosition = 0; ///< after the signature header
    std::vector<qint64> packSizes;
    std::vector<SevenZipFolder> folders;
    std::vector<SevenZipStream> streams;

    /// Reads a StreamsInfo record, its id already taken; false if it contradicts itself. No list gets longer than the
    /// record has bytes, except streams, which get at most `maxStreams`.
    bool read(Cursor &cursor, qint64 maxStreams);

private:
    bool readPackInfo(Cursor &cursor);
    bool readUnpackInfo(Cursor &cursor);
    bool readSubStreams(Cursor &cursor, qint64 maxStreams);
    bool oneStreamEach();
};

} // namespace plugsmith::unpack
