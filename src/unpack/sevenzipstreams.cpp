// SPDX-License-Identifier: Apache-2.0
#include "unpack/sevenzipstreams.h"

#include <algorithm>

namespace plugsmith::unpack {
namespace {

using namespace sevenzip;

constexpr qint64 MaxNumber = qint64(1) << 62;
constexpr int MaxCoders = 32;

constexpr quint64 Aes = 0x06F10701;

bool readDigests(Cursor &cursor, qint64 count, std::vector<std::optional<quint32>> &digests)
{
    const std::vector<bool> defined = sevenZipBits(cursor, count, true);
    digests.clear();
    for (const bool isDefined : defined)
        digests.push_back(isDefined ? std::optional<quint32>(cursor.u32()) : std::nullopt);
    return !cursor.failed();
}

/// Lists are never longer than their bytes, so that a number cannot ask for more memory than the file has.
bool readNumbers(Cursor &cursor, qint64 count, std::vector<qint64> &numbers)
{
    if (count > cursor.left())
        return false;
    for (qint64 i = 0; i < count; ++i)
        numbers.push_back(sevenZipNumber(cursor));
    return !cursor.failed();
}

bool readCoder(Cursor &cursor, SevenZipCoder &coder)
{
    const quint8 flags = cursor.u8();
    const int idSize = flags & 0x0F;
    if (idSize > 8 || (flags & 0xC0) != 0)
        return false;
    for (int i = 0; i < idSize; ++i)
        coder.method = (coder.method << 8) | cursor.u8();
    if ((flags & 0x10) != 0) {
        coder.inputs = sevenZipNumber(cursor);
        coder.outputs = sevenZipNumber(cursor);
    }
    if ((flags & 0x20) != 0)
        coder.properties = cursor.take(sevenZipNumber(cursor));
    return !cursor.failed() && coder.inputs <= MaxCoders && coder.outputs <= MaxCoders;
}

bool readFolder(Cursor &cursor, SevenZipFolder &folder)
{
    const qint64 count = sevenZipNumber(cursor);
    if (count < 1 || count > MaxCoders)
        return false;
    qint64 inputs = 0;
    qint64 outputs = 0;
    for (qint64 i = 0; i < count; ++i) {
        SevenZipCoder coder;
        if (!readCoder(cursor, coder))
            return false;
        inputs += coder.inputs;
        outputs += coder.outputs;
        folder.coders.push_back(std::move(coder));
    }
    const qint64 bonds = outputs - 1;
    if (bonds < 0 || inputs < bonds)
        return false;
    for (qint64 i = 0; i < bonds; ++i) {
        const qint64 input = sevenZipNumber(cursor);
        const qint64 output = sevenZipNumber(cursor);
        if (input >= inputs || output >= outputs)
            return false;
        folder.boundOutputs.push_back(output);
    }
    folder.packedStreams = inputs - bonds;
    if (folder.packedStreams == 1)
        return !cursor.failed();
    for (qint64 i = 0; i < folder.packedStreams; ++i) {
        if (sevenZipNumber(cursor) >= inputs)
            return false;
    }
    return !cursor.failed() && folder.packedStreams > 0;
}

} // namespace

qint64 sevenZipNumber(Cursor &cursor)
{
    const quint8 first = cursor.u8();
    quint64 value = 0;
    quint8 mask = 0x80;
    for (int i = 0; i < 8; ++i, mask >>= 1) {
        if ((first & mask) == 0) {
            value += quint64(first & (mask - 1)) << (8 * i);
            break;
        }
        value |= quint64(cursor.u8()) << (8 * i);
    }
    if (value > quint64(MaxNumber))
        cursor.fail();
    return cursor.failed() ? 0 : static_cast<qint64>(value);
}

std::vector<bool> sevenZipBits(Cursor &cursor, qint64 count, bool hasShortcut)
{
    const bool areAllSet = hasShortcut && cursor.u8() != 0;
    if (!areAllSet && (count + 7) / 8 > cursor.left())
        cursor.fail();
    if (cursor.failed())
        return {};
    std::vector<bool> bits(static_cast<size_t>(count), areAllSet);
    quint8 byte = 0;
    for (qint64 i = 0; i < count && !areAllSet; ++i) {
        if (i % 8 == 0)
            byte = cursor.u8();
        bits[static_cast<size_t>(i)] = (byte & (0x80 >> (i % 8))) != 0;
    }
    return bits;
}

qint64 SevenZipFolder::unpackedSize() const
{
    for (auto i = static_cast<qint64>(outputSizes.size()) - 1; i >= 0; --i) {
        if (std::find(boundOutputs.begin(), boundOutputs.end(), i) == boundOutputs.end())
            return outputSizes[static_cast<size_t>(i)];
    }
    return -1;
}

bool SevenZipFolder::isEncrypted() const
{
    return std::any_of(coders.begin(), coders.end(), [](const SevenZipCoder &coder) { return coder.method == Aes; });
}

bool SevenZipStreams::read(Cursor &cursor, qint64 maxStreams)
{
    bool hasSubStreams = false;
    for (;;) {
        bool isGood = true;
        switch (cursor.u8()) {
        case PackInfo:
            isGood = readPackInfo(cursor);
            break;
        case UnpackInfo:
            isGood = readUnpackInfo(cursor);
            break;
        case SubStreams:
            isGood = readSubStreams(cursor, maxStreams);
            hasSubStreams = true;
            break;
        case End:
            return !cursor.failed() && (hasSubStreams || oneStreamEach());
        default:
            return false;
        }
        if (!isGood || cursor.failed())
            return false;
    }
}

bool SevenZipStreams::readPackInfo(Cursor &cursor)
{
    packPosition = sevenZipNumber(cursor);
    const qint64 count = sevenZipNumber(cursor);
    std::vector<std::optional<quint32>> ignored;
    for (;;) {
        switch (cursor.u8()) {
        case Size:
            if (!packSizes.empty() || !readNumbers(cursor, count, packSizes))
                return false;
            break;
        case Crc:
            if (!readDigests(cursor, static_cast<qint64>(packSizes.size()), ignored))
                return false;
            break;
        case End:
            return !cursor.failed() && static_cast<qint64>(packSizes.size()) == count;
        default:
            return false;
        }
    }
}

bool SevenZipStreams::readUnpackInfo(Cursor &cursor)
{
    if (!folders.empty() || cursor.u8() != Folder)
        return false;
    const qint64 count = sevenZipNumber(cursor);
    if (count > cursor.left() || cursor.u8() != 0) // not 0: the folders are in another stream
        return false;
    for (qint64 i = 0; i < count; ++i) {
        SevenZipFolder folder;
        if (!readFolder(cursor, folder))
            return false;
        folders.push_back(std::move(folder));
    }
    if (cursor.u8() != CodersUnpackSize)
        return false;
    for (SevenZipFolder &folder : folders) {
        if (!readNumbers(cursor, static_cast<qint64>(folder.boundOutputs.size()) + 1, folder.outputSizes))
            return false;
    }
    quint8 id = cursor.u8();
    if (id == Crc) {
        std::vector<std::optional<quint32>> digests;
        if (!readDigests(cursor, count, digests))
            return false;
        for (size_t i = 0; i < folders.size(); ++i)
            folders[i].crc = digests[i];
        id = cursor.u8();
    }
    return id == End && !cursor.failed();
}

bool SevenZipStreams::oneStreamEach()
{
    for (const SevenZipFolder &folder : folders)
        streams.push_back({folder.unpackedSize(), folder.crc});
    return true;
}

bool SevenZipStreams::readSubStreams(Cursor &cursor, qint64 maxStreams)
{
    std::vector<qint64> counts(folders.size(), 1);
    quint8 id = cursor.u8();
    if (id == NumUnpackStream) {
        counts.clear();
        if (!readNumbers(cursor, static_cast<qint64>(folders.size()), counts))
            return false;
        id = cursor.u8();
    }
    qint64 unknownDigests = 0;
    for (size_t i = 0; i < folders.size(); ++i) {
        const SevenZipFolder &folder = folders[i];
        if (counts[i] > maxStreams - static_cast<qint64>(streams.size()))
            return false;
        qint64 rest = folder.unpackedSize();
        for (qint64 j = 0; j < counts[i]; ++j) {
            const bool isLast = j + 1 == counts[i]; // its size is what is left
            const qint64 size = isLast ? rest : (id == Size ? sevenZipNumber(cursor) : -1);
            if (cursor.failed() || size < 0 || size > rest)
                return false;
            rest -= size;
            streams.push_back({size, counts[i] == 1 ? folder.crc : std::nullopt});
        }
        if (counts[i] != 1 || !folder.crc)
            unknownDigests += counts[i];
    }
    if (id == Size)
        id = cursor.u8();
    if (id == Crc) {
        std::vector<std::optional<quint32>> digests;
        if (!readDigests(cursor, unknownDigests, digests))
            return false;
        auto next = digests.begin();
        for (SevenZipStream &stream : streams) {
            if (!stream.crc && next != digests.end())
                stream.crc = *next++;
        }
        id = cursor.u8();
    }
    return id == End && !cursor.failed();
}

} // namespace plugsmith::unpack
