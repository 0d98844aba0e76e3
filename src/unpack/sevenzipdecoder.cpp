// SPDX-License-Identifier: Apache-2.0
#include "unpack/sevenzipdecoder.h"

#include "unpack/crc32.h"
#include "unpack/cursor.h"

#include <algorithm>
#include <optional>

namespace plugsmith::unpack {
namespace {

enum Method : quint64 {
    Copy = 0x00,
    Lzma2 = 0x21,
    Lzma = 0x030101,
    Deflate = 0x040108,
    Bzip2 = 0x040202,
};

/// KXzFilter refuses to use more memory than 100 MB, most of which is the dictionary.
constexpr qint64 MaxDictionary = qint64(96) << 20;
constexpr qint64 MinDictionary = 4096;
constexpr qint64 CopyChunk = 1 << 18;

/// Filters in front of LZMA2, under the number that .xz files use for them; -1: not one of them.
int xzFilter(quint64 method)
{
    switch (method) {
    case 0x04:
    case 0x03030103:
        return 4; // x86
    case 0x0A:
        return 10; // ARM64
    default:
        return -1;
    }
}

/// The coder that reads the file, and the filter behind it, if any.
struct Chain
{
    const SevenZipCoder *coder = nullptr;
    int filter = -1;
};

std::optional<Chain> chainOf(const SevenZipFolder &folder)
{
    const bool areSimple = std::all_of(folder.coders.begin(), folder.coders.end(), [](const SevenZipCoder &coder) {
        return coder.inputs == 1 && coder.outputs == 1;
    });
    if (!areSimple || folder.packedStreams != 1)
        return std::nullopt;
    if (folder.coders.size() == 1)
        return Chain{&folder.coders.front(), -1};
    if (folder.coders.size() != 2)
        return std::nullopt;
    const auto first = static_cast<size_t>(folder.boundOutputs.front()); // what it makes goes on to the other
    const Chain chain{&folder.coders[first], xzFilter(folder.coders[1 - first].method)};
    const bool isKnown = chain.filter >= 0 && folder.coders[1 - first].properties.isEmpty();
    return isKnown && chain.coder->method == Lzma2 ? std::optional(chain) : std::nullopt;
}

QByteArray littleEndian(quint64 value, int bytes)
{
    QByteArray result;
    for (int i = 0; i < bytes; ++i)
        result += static_cast<char>((value >> (8 * i)) & 0xFF);
    return result;
}

/// A dictionary larger than the content serves nobody, but counts against the limit. A power of two: liblzma takes no
/// other for a real .lzma file.
qint64 neededDictionary(qint64 stated, qint64 size)
{
    qint64 dictionary = MinDictionary;
    while (dictionary < std::min(stated, size))
        dictionary *= 2;
    return dictionary;
}

qint64 lzma2Dictionary(int code)
{
    return (qint64(2) | (code & 1)) << (code / 2 + 11);
}

/// An .lzma file starts with the properties and the size.
QByteArray lzmaPrefix(const QByteArray &properties, qint64 size)
{
    Cursor cursor(properties.constData() + 1, 4);
    const qint64 dictionary = neededDictionary(cursor.u32(), size);
    return properties.left(1) + littleEndian(static_cast<quint64>(dictionary), 4) +
           littleEndian(static_cast<quint64>(size), 8);
}

/// An .xz file starts with a stream header (here: without a check), then the header of a block names its filters.
QByteArray xzPrefix(int filter, char lzma2Code)
{
    const QByteArray flags(2, '\0');
    QByteArray block;
    block += filter < 0 ? '\0' : '\1'; // number of filters, less one
    if (filter >= 0)
        block += QByteArray(1, static_cast<char>(filter)) + '\0'; // no properties
    block += QByteArray("\x21\x01", 2) + lzma2Code;
    while ((block.size() + 1) % 4 != 0)
        block += '\0';
    block.prepend(static_cast<char>((block.size() + 1 + 4) / 4 - 1));
    const QByteArray stream = QByteArray("\xFD"
                                         "7zXZ\0",
                                         6) +
                              flags + littleEndian(crc32(flags), 4);
    return stream + block + littleEndian(crc32(block), 4);
}

/// How the filters of KArchive are to be fed; nothing if they cannot be.
std::optional<CodedStream> codedStream(const Chain &chain, qint64 size)
{
    const QByteArray &properties = chain.coder->properties;
    switch (chain.coder->method) {
    case Lzma: {
        if (properties.size() != 5)
            return std::nullopt;
        Cursor cursor(properties.constData() + 1, 4);
        if (neededDictionary(cursor.u32(), size) > MaxDictionary)
            return std::nullopt;
        return CodedStream{Coding::Xz, lzmaPrefix(properties, size), 0, 0};
    }
    case Lzma2: {
        int code = properties.size() == 1 ? properties[0] : -1;
        while (code > 0 && code <= 40 && lzma2Dictionary(code - 1) >= neededDictionary(lzma2Dictionary(code), size))
            --code;
        if (code < 0 || code > 40 || lzma2Dictionary(code) > MaxDictionary)
            return std::nullopt;
        return CodedStream{Coding::Xz, xzPrefix(chain.filter, static_cast<char>(code)), 0, 0};
    }
    case Deflate:
        return CodedStream{Coding::Deflate, {}, 0, 0};
    case Bzip2:
        return CodedStream{Coding::Bzip2, {}, 0, 0};
    default:
        return std::nullopt;
    }
}

Outcome<void> copy(const ByteSource &source, qint64 begin, qint64 size, const Sink &sink, const PositionReport &report)
{
    for (qint64 done = 0; done < size; done += CopyChunk) {
        const qint64 wanted = std::min(CopyChunk, size - done);
        const QByteArray bytes = source.bytesAt(begin + done, wanted);
        if (bytes.size() != wanted)
            return damaged({}, begin + done + bytes.size(), "breaks off");
        if (auto taken = sink(bytes.constData(), bytes.size()); !taken)
            return taken;
        report(begin + done);
    }
    return {};
}

} // namespace

bool canDecode(const SevenZipFolder &folder)
{
    const auto chain = chainOf(folder);
    return chain && (chain->coder->method == Copy || codedStream(*chain, folder.unpackedSize()));
}

Outcome<void> decodeFolder(const ByteSource &source, const SevenZipFolder &folder, qint64 begin, qint64 packedSize,
                           const Sink &sink, const PositionReport &report)
{
    const auto chain = chainOf(folder);
    const qint64 size = folder.unpackedSize();
    if (chain && chain->coder->method == Copy) {
        if (size != packedSize)
            return damaged({}, begin, "sizes contradict each other");
        return copy(source, begin, size, sink, report);
    }
    auto stream = chain ? codedStream(*chain, size) : std::nullopt;
    if (!stream)
        return refused(Problem::Code::Unsupported, {}, "method");
    stream->begin = begin;
    stream->end = begin + packedSize;
    return decodeStream(source, *stream, size, sink, report);
}

} // namespace plugsmith::unpack
