// SPDX-License-Identifier: Apache-2.0
#include "gobinary/buildinfoblob.h"

#include "gobinary/damage.h"
#include "gobinary/loadedimage.h"

#include <QCoreApplication>

#include <elf.h>

namespace plugsmith {
namespace {

constexpr QByteArrayView Magic("\xff Go buildinf:");
constexpr quint64 Alignment = 16;
constexpr quint64 HeaderLength = 32;
constexpr quint64 WordSizeOffset = 14;
constexpr quint64 FlagsOffset = 15;
constexpr quint64 PointersOffset = 16;
constexpr quint8 BigEndianFlag = 1;
constexpr quint8 InlineFlag = 2;
constexpr quint64 FrameLength = 16;            // before and after the text, so that it can be found in any file
constexpr quint64 MaxText = quint64(16) << 20; // real ones have some 10 KB
constexpr int MostAttempts = 16;

QByteArrayView withoutFrame(QByteArrayView text)
{
    const auto frame = static_cast<qsizetype>(FrameLength);
    if (text.size() < 2 * frame + 1 || text[text.size() - frame - 1] != '\n')
        return {};
    return text.sliced(frame).chopped(frame);
}

std::optional<BuildInfoBlob> blobOf(QByteArrayView goVersion, QByteArrayView text)
{
    if (goVersion.empty() || static_cast<quint64>(goVersion.size()) > MaxText ||
        static_cast<quint64>(text.size()) > MaxText)
        return std::nullopt;
    return BuildInfoBlob{goVersion, withoutFrame(text)};
}

/// The pointer format, up to Go 1.17: the header has the addresses of two Go strings (address, length). `memory` has
/// bytes(address, length) and word(address), the latter after relocation.
template<class Memory>
std::optional<BuildInfoBlob> decodePointerBuildInfo(const Memory &memory, quint64 address, quint64 wordSize)
{
    QByteArrayView texts[2];
    for (quint64 i = 0; i < 2; ++i) {
        const auto string = memory.word(address + PointersOffset + i * wordSize);
        const auto start = string ? memory.word(*string) : std::nullopt;
        const auto length = string ? memory.word(*string + wordSize) : std::nullopt;
        const auto text = start && length ? memory.bytes(*start, *length) : std::nullopt;
        if (text)
            texts[i] = *text;
    }
    return blobOf(texts[0], texts[1]);
}

/// Two ways to look at a file's memory, for decodeAt() and the search.
struct ElfMemory
{
    const ElfImage &image;
    QByteArrayView rest(quint64 address) const { return image.restOfSegment(address); }
    std::optional<BuildInfoBlob> decodePointers(quint64 address) const
    {
        // The pointers are in the relocation tables, which nobody needs to read for the newer format.
        const LoadedImage loaded(image, LoadedImage::Pointers::Relative);
        return decodePointerBuildInfo(loaded, address, static_cast<quint64>(image.wordSize()));
    }
    int wordSize() const { return image.wordSize(); }
    ByteOrder order() const { return image.byteOrder(); }
};

struct MachOMemory
{
    const MachOImage &image;
    QByteArrayView rest(quint64 address) const { return image.restOfSegment(address); }
    // Words are read as they are: files of that time have no chained fixups.
    std::optional<quint64> word(quint64 address) const { return image.wordAt(address); }
    std::optional<QByteArrayView> bytes(quint64 address, quint64 length) const
    {
        return image.bytesAt(address, length);
    }
    std::optional<BuildInfoBlob> decodePointers(quint64 address) const
    {
        return decodePointerBuildInfo(*this, address, 8);
    }
    static int wordSize() { return 8; }
    static ByteOrder order() { return ByteOrder::Little; }
};

template<class Memory>
std::optional<BuildInfoBlob> decodeAt(const Memory &memory, quint64 address)
{
    const QByteArrayView rest = memory.rest(address);
    if (static_cast<quint64>(rest.size()) < HeaderLength || !rest.startsWith(Magic))
        return std::nullopt;
    const auto flags = static_cast<quint8>(rest[FlagsOffset]);
    if ((flags & InlineFlag) != 0)
        return decodeInlineBuildInfo(rest);
    const auto order = (flags & BigEndianFlag) != 0 ? ByteOrder::Big : ByteOrder::Little;
    if (rest[WordSizeOffset] != memory.wordSize() || order != memory.order())
        return std::nullopt;
    return memory.decodePointers(address);
}

/// Looks for the magic at aligned addresses. What does not decode was somebody else's use of these bytes, for example
/// a program that, like this one, looks for them; but not more than a few such places are tried.
template<class Memory>
std::optional<BuildInfoBlob> search(const Memory &memory, quint64 start)
{
    const QByteArrayView bytes = memory.rest(start);
    const auto first = static_cast<qsizetype>((Alignment - start % Alignment) % Alignment);
    int attempts = 0;
    for (qsizetype i = first; i < bytes.size() && attempts < MostAttempts; i += Alignment) {
        if (bytes[i] != Magic[0] || !bytes.sliced(i).startsWith(Magic))
            continue;
        ++attempts;
        if (const auto blob = decodeAt(memory, start + static_cast<quint64>(i)))
            return blob;
    }
    return std::nullopt;
}

bool hasMagic(QByteArrayView bytes)
{
    return bytes.startsWith(Magic);
}

Result<std::optional<BuildInfo>> infoOf(const std::optional<BuildInfoBlob> &blob, const QString &fileName)
{
    if (!blob)
        return std::optional<BuildInfo>();
    auto info = parseBuildInfo(blob->text, fileName);
    if (!info)
        return info.error();
    info->goVersion = QString::fromUtf8(blob->goVersion);
    return std::optional(std::move(*info));
}

Error unreadable(const QString &fileName)
{
    return damagedFile(fileName,
                       QCoreApplication::translate("plugsmith::BuildInfo", "Its build information breaks off."));
}

} // namespace

std::optional<BuildInfoBlob> decodeInlineBuildInfo(QByteArrayView bytes)
{
    const ByteReader reader(bytes);
    const auto flags = reader.u8(FlagsOffset);
    if (!hasMagic(bytes) || !flags || (*flags & InlineFlag) == 0)
        return std::nullopt;
    QByteArrayView texts[2];
    quint64 offset = HeaderLength;
    for (QByteArrayView &text : texts) {
        const auto length = reader.varint(offset);
        const auto found = length ? reader.bytes(offset + length->length, length->value) : std::nullopt;
        if (!found)
            return std::nullopt;
        text = *found;
        offset += length->length + length->value;
    }
    return blobOf(texts[0], texts[1]);
}

Result<std::optional<BuildInfo>> readBuildInfo(const ElfImage &image, const ElfSymbols &symbols,
                                               const QString &fileName)
{
    const ElfMemory memory{image};
    for (const QByteArrayView name : {QByteArrayView("go:buildinfo"), QByteArrayView("go.buildinfo")}) {
        const auto symbol = symbols.find(name);
        if (!symbol || !hasMagic(memory.rest(symbol->value)))
            continue;
        const auto blob = decodeAt(memory, symbol->value);
        return blob ? infoOf(blob, fileName) : unreadable(fileName);
    }
    if (const auto section = image.section(".go.buildinfo"); section && hasMagic(memory.rest(section->address))) {
        const auto blob = decodeAt(memory, section->address);
        return blob ? infoOf(blob, fileName) : unreadable(fileName);
    }
    for (const ElfSegment &segment : image.segments()) { // some linkers make two writable ones
        if (segment.type != PT_LOAD || (segment.flags & (PF_W | PF_X)) != PF_W)
            continue;
        if (const auto blob = search(memory, segment.address))
            return infoOf(blob, fileName);
    }
    return std::optional<BuildInfo>();
}

Result<std::optional<BuildInfo>> readBuildInfo(const MachOImage &image, const QString &fileName)
{
    constexpr quint32 ReadWrite = 3;
    const MachOMemory memory{image};
    if (const auto section = image.section("__DATA", "__go_buildinfo");
        section && hasMagic(memory.rest(section->address))) {
        const auto blob = decodeAt(memory, section->address);
        return blob ? infoOf(blob, fileName) : unreadable(fileName);
    }
    for (const MachOSegment &segment : image.segments()) {
        if (segment.address != 0 && segment.fileSize > 0 && segment.protection == ReadWrite)
            return infoOf(search(memory, segment.address), fileName);
    }
    return std::optional<BuildInfo>();
}

} // namespace plugsmith
