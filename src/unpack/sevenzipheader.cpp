// SPDX-License-Identifier: Apache-2.0
#include "unpack/sevenzipheader.h"

#include "unpack/crc32.h"
#include "unpack/sevenzipdecoder.h"

#include <QString>

#include <algorithm>
#include <sys/stat.h>

namespace plugsmith::unpack {
namespace {

using namespace sevenzip;

constexpr qint64 SignatureSize = SevenZipSignatureSize;
constexpr qint64 MaxHeader = qint64(64) << 20;
constexpr quint32 UnixMode = 0x8000; // the upper half of the attributes is a mode
constexpr quint32 FolderAttribute = 0x10;
constexpr qint64 MaxLinkTarget = 4095;
constexpr qint64 MaxStreams = 4'000'000; // the number of files has its own limit and its own message

Problem broken(const QByteArray &detail, qint64 at = -1)
{
    return damaged({}, at, "7z: " + detail);
}

Outcome<QByteArray> readNextHeader(const ByteSource &source)
{
    const QByteArray signature = source.bytesAt(0, SignatureSize);
    Cursor cursor(signature);
    cursor.skip(8); // magic, version
    const quint32 startCrc = cursor.u32();
    const quint32 actualCrc = signature.size() == SignatureSize ? crc32(signature.mid(12)) : 0;
    const quint64 offset = cursor.u64();
    const quint64 size = cursor.u64();
    const quint32 headerCrc = cursor.u32();
    if (cursor.failed() || startCrc != actualCrc)
        return broken("signature header", qMin(source.size(), SignatureSize));
    const auto room = static_cast<quint64>(source.size() - SignatureSize);
    if (offset > room || size > room - offset)
        return broken("header out of bounds", source.size());
    if (size > quint64(MaxHeader))
        return broken("header too large", SignatureSize);
    const auto at = SignatureSize + static_cast<qint64>(offset);
    QByteArray header = source.bytesAt(at, static_cast<qint64>(size));
    if (crc32(header) != headerCrc)
        return broken("header checksum", at);
    return header;
}

/// The header that is itself compressed.
Outcome<QByteArray> decodeHeader(const ByteSource &source, Cursor cursor)
{
    SevenZipStreams streams;
    if (!streams.read(cursor, 1) || streams.folders.size() != 1 || streams.packSizes.empty())
        return broken("encoded header");
    const SevenZipFolder &folder = streams.folders.front();
    if (folder.isEncrypted())
        return refused(Problem::Code::Encrypted, {}, {});
    const qint64 size = folder.unpackedSize();
    const qint64 packed = streams.packSizes.front();
    const qint64 room = source.size() - SignatureSize;
    if (streams.packPosition > room || packed > room - streams.packPosition || packed > MaxHeader || size < 1 ||
        size > MaxHeader)
        return broken("encoded header out of bounds");
    const qint64 begin = SignatureSize + streams.packPosition;
    QByteArray header;
    auto decoded = decodeFolder(
        source, folder, begin, packed,
        [&header](const char *bytes, qint64 count) -> Outcome<void> {
            header.append(bytes, static_cast<int>(count));
            return {};
        },
        [](qint64) {});
    if (!decoded)
        return decoded.error();
    if (header.size() != size || (folder.crc && crc32(header) != *folder.crc))
        return broken("encoded header checksum", begin);
    return header;
}

/// The properties of all files, side by side as the format has them.
struct Files
{
    qint64 count = 0;
    std::vector<bool> hasNoStream;
    std::vector<bool> isEmptyFile; // among those without stream
    std::vector<QByteArray> names;
    std::vector<std::optional<quint32>> attributes;
    std::vector<std::optional<quint64>> times;
};

bool readNames(Cursor property, Files &files)
{
    if (property.u8() != 0) // not 0: the names are in another stream
        return false;
    for (qint64 i = 0; i < files.count; ++i) {
        QString name;
        for (quint16 unit = property.u16(); unit != 0; unit = property.u16())
            name += QChar(unit);
        files.names.push_back(name.toUtf8());
    }
    return !property.failed() && property.atEnd();
}

template<class T, class Read>
bool readDefined(Cursor property, qint64 count, std::vector<std::optional<T>> &values, Read read)
{
    const std::vector<bool> defined = sevenZipBits(property, count, true);
    if (property.u8() != 0)
        return false;
    values.clear();
    for (const bool isDefined : defined)
        values.push_back(isDefined ? std::optional<T>(read(property)) : std::nullopt);
    return !property.failed();
}

Outcome<Files> readFiles(Cursor &cursor, const Limits &limits)
{
    Files files;
    files.count = sevenZipNumber(cursor);
    if (files.count > limits.maxEntries)
        return tooLarge("entries", files.count, limits.maxEntries);
    for (quint8 id = cursor.u8(); id != End && !cursor.failed(); id = cursor.u8()) {
        Cursor property = cursor.part(sevenZipNumber(cursor));
        bool isGood = !property.failed();
        switch (id) {
        case EmptyStream:
            files.hasNoStream = sevenZipBits(property, files.count, false);
            isGood = !property.failed();
            break;
        case EmptyFile:
            files.isEmptyFile =
                sevenZipBits(property, std::count(files.hasNoStream.begin(), files.hasNoStream.end(), true), false);
            isGood = !property.failed();
            break;
        case Anti:
            return refused(Problem::Code::Unsupported, {}, "type");
        case Names:
            isGood = isGood && files.names.empty() && readNames(property, files);
            break;
        case Attributes:
            isGood = readDefined(property, files.count, files.attributes, [](Cursor &c) { return c.u32(); });
            break;
        case ModifiedTime:
            isGood = readDefined(property, files.count, files.times, [](Cursor &c) { return c.u64(); });
            break;
        default: // padding, other times
            break;
        }
        if (!isGood)
            return broken("property " + QByteArray::number(id));
    }
    if (cursor.failed() || static_cast<qint64>(files.names.size()) != files.count)
        return broken("list of files");
    return files;
}

/// FILETIME counts 100 ns from 1601.
qint64 toUnixTime(quint64 fileTime)
{
    return static_cast<qint64>(fileTime / 10'000'000) - 11'644'473'600;
}

Outcome<void> applyAttributes(quint32 attributes, Entry &entry)
{
    const quint32 mode = (attributes & UnixMode) != 0 ? attributes >> 16 : 0;
    entry.executable = (mode & S_IXUSR) != 0;
    if (S_ISLNK(mode) && entry.kind == Entry::Kind::File && entry.size > 0 && entry.size <= MaxLinkTarget) {
        entry.kind = Entry::Kind::Link;
    } else if ((mode & S_IFMT) != 0 && !S_ISREG(mode) && !S_ISDIR(mode)) {
        return refused(Problem::Code::Unsafe, entry.path, "device");
    }
    if (((attributes & FolderAttribute) != 0 || S_ISDIR(mode)) != (entry.kind == Entry::Kind::Folder))
        return damaged(entry.path, -1, "7z: attributes");
    return {};
}

Outcome<std::vector<Entry>> join(const Files &files, const SevenZipStreams &streams)
{
    std::vector<Entry> entries;
    size_t stream = 0;
    size_t empty = 0;
    for (size_t i = 0; i < files.names.size(); ++i) {
        Entry entry;
        entry.path = files.names[i];
        if (i < files.hasNoStream.size() && files.hasNoStream[i]) {
            const bool isFile = empty < files.isEmptyFile.size() && files.isEmptyFile[empty];
            entry.kind = isFile ? Entry::Kind::File : Entry::Kind::Folder;
            ++empty;
        } else if (stream < streams.streams.size()) {
            entry.data = static_cast<int>(stream);
            entry.size = streams.streams[stream].size;
            entry.crc = streams.streams[stream].crc;
            ++stream;
        } else {
            return damaged(entry.path, -1, "7z: no content");
        }
        if (i < files.attributes.size() && files.attributes[i]) {
            if (auto applied = applyAttributes(*files.attributes[i], entry); !applied)
                return applied.error();
        }
        if (i < files.times.size() && files.times[i])
            entry.modified = toUnixTime(*files.times[i]);
        entries.push_back(std::move(entry));
    }
    if (stream != streams.streams.size())
        return broken("contents without a name");
    return entries;
}

Outcome<void> checkFolders(const SevenZipStreams &streams, qint64 room, const Limits &limits)
{
    qint64 packed = streams.packPosition;
    for (const qint64 size : streams.packSizes) {
        if (packed > room || size > room - packed)
            return broken("contents out of bounds", SignatureSize + room);
        packed += size;
    }
    qint64 expected = 0;
    qint64 total = 0;
    for (const SevenZipFolder &folder : streams.folders) {
        if (folder.isEncrypted())
            return refused(Problem::Code::Encrypted, {}, {});
        const qint64 size = folder.unpackedSize();
        if (size < 0)
            return broken("chain without an end");
        if (size > limits.maxTotalBytes - total)
            return tooLarge("total", total + size, limits.maxTotalBytes);
        total += size;
        if (!canDecode(folder))
            return refused(Problem::Code::Unsupported, {}, "method");
        expected += folder.packedStreams;
    }
    if (limits.exceedsRatio(total, room))
        return tooLarge("ratio", total, limits.maxRatio);
    return expected == static_cast<qint64>(streams.packSizes.size()) ? Outcome<void>()
                                                                     : Outcome<void>(broken("packed streams"));
}

} // namespace

Outcome<SevenZipHeader> readSevenZipHeader(const ByteSource &source, const Limits &limits)
{
    auto header = readNextHeader(source);
    if (!header)
        return header.error();
    if (header->isEmpty())
        return SevenZipHeader();
    for (int depth = 0; header->startsWith(char(EncodedHeader)); ++depth) {
        if (depth > 3)
            return broken("headers in headers");
        Cursor encoded(*header);
        encoded.skip(1);
        header = decodeHeader(source, encoded);
        if (!header)
            return header.error();
    }
    Cursor cursor(*header);
    if (cursor.u8() != Header)
        return broken("header");
    SevenZipStreams streams;
    Files files;
    for (quint8 id = cursor.u8(); id != End; id = cursor.u8()) {
        if (id == MainStreams) {
            if (!streams.read(cursor, MaxStreams))
                return broken("streams");
        } else if (id == FilesInfo) {
            auto read = readFiles(cursor, limits);
            if (!read)
                return read.error();
            files = std::move(*read);
        } else {
            return refused(Problem::Code::Unsupported, {}, "type");
        }
        if (cursor.failed())
            return broken("header");
    }
    if (auto checked = checkFolders(streams, source.size() - SignatureSize, limits); !checked)
        return checked.error();
    auto entries = join(files, streams);
    if (!entries)
        return entries.error();
    return SevenZipHeader{std::move(*entries), std::move(streams)};
}

} // namespace plugsmith::unpack
