// SPDX-License-Identifier: Apache-2.0
#include "gobinary/machoimage.h"

#include "gobinary/damage.h"

#include <QCoreApplication>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 ThinMagic64 = 0xfeedfacf;
constexpr quint32 ThinMagic32 = 0xfeedface;
constexpr quint32 FatMagic = 0xcafebabe; // always big endian
constexpr quint32 FatMagic64 = 0xcafebabf;
constexpr quint32 MostSlices = 30; // a Java class file has its version, at least 45, in the place of the count

constexpr quint32 CpuX86_64 = 0x01000007;
constexpr quint32 CpuArm64 = 0x0100000c;

constexpr quint32 FileExecute = 2;
constexpr quint32 FileDylib = 6;
constexpr quint32 FileBundle = 8;

constexpr quint32 CommandSegment64 = 0x19;
constexpr quint32 CommandSymbolTable = 0x2;
constexpr quint32 CommandMinimumIos = 0x25;
constexpr quint32 CommandDyldInfo = 0x22;
constexpr quint32 CommandDyldInfoOnly = 0x80000022;
constexpr quint32 CommandBuildVersion = 0x32;
constexpr quint32 CommandChainedFixups = 0x80000034;
constexpr quint32 PlatformIos = 2;
constexpr quint32 PlatformIosSimulator = 7;

constexpr quint32 TypeZeroFill = 1; // section types without bytes in the file
constexpr quint32 TypeZeroFillLarge = 12;
constexpr quint32 TypeZeroFillThreadLocal = 18;

constexpr quint64 HeaderLength = 32;
constexpr quint64 SymbolLength = 16;
constexpr int MostCommands = 10'000;
constexpr qsizetype MaxName = 4096;
constexpr qsizetype MaxNameText = qsizetype(64) << 20; // a table can name one text a million times

struct MachOImageText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::MachOImage)
};

/// Names have 16 bytes and a NUL only when they are shorter.
QByteArrayView fixedName(const ByteReader &reader, quint64 offset)
{
    const QByteArrayView field = reader.bytes(offset, 16).value_or(QByteArrayView());
    const qsizetype end = field.indexOf('\0');
    return end < 0 ? field : field.first(end);
}

QString archOf(quint32 cpu)
{
    if (cpu == CpuX86_64)
        return u"amd64"_s;
    return cpu == CpuArm64 ? u"arm64"_s : QString();
}

MachOImage::Type typeOf(quint32 type)
{
    switch (type) {
    case FileExecute:
        return MachOImage::Type::Program;
    case FileDylib:
        return MachOImage::Type::Library;
    case FileBundle:
        return MachOImage::Type::Bundle;
    default:
        return MachOImage::Type::Other;
    }
}

bool isFat(quint32 magic)
{
    return magic == FatMagic || magic == FatMagic64;
}

} // namespace

bool MachOImage::hasMagic(QByteArrayView bytes)
{
    const ByteReader big(bytes, ByteOrder::Big);
    const quint32 magic = big.u32(0).value_or(0);
    if (isFat(magic)) {
        const quint32 count = big.u32(4).value_or(0);
        return count > 0 && count <= MostSlices;
    }
    const quint32 swapped = qbswap(magic);
    return magic == ThinMagic64 || magic == ThinMagic32 || swapped == ThinMagic64 || swapped == ThinMagic32;
}

Result<QList<QByteArrayView>> MachOImage::slices(QByteArrayView bytes, const QString &fileName)
{
    const ByteReader big(bytes, ByteOrder::Big);
    const quint32 magic = big.u32(0).value_or(0);
    if (!isFat(magic))
        return QList<QByteArrayView>{bytes};
    const quint32 count = big.u32(4).value_or(0);
    QList<QByteArrayView> found; // in the order of the file
    ByteCursor cursor(big, 8);
    for (quint32 i = 0; i < std::min(count, MostSlices); ++i) {
        cursor.skip(8); // processor and its kind
        const quint64 offset = magic == FatMagic64 ? cursor.u64() : cursor.u32();
        const quint64 size = magic == FatMagic64 ? cursor.u64() : cursor.u32();
        cursor.skip(magic == FatMagic64 ? 8 : 4); // alignment
        const auto slice = big.bytes(offset, size);
        if (!cursor.isIntact() || !slice) {
            return damagedFile(fileName, MachOImageText::tr("A part for one processor lies outside of the file."),
                               u"offset %1, length %2, file size %3"_s.arg(offset).arg(size).arg(big.size()));
        }
        found << *slice;
    }
    return found;
}

Result<MachOImage> MachOImage::parse(QByteArrayView bytes, const QString &fileName)
{
    MachOImage image;
    image.m_reader = ByteReader(bytes, ByteOrder::Little, 8);
    ByteCursor header(image.m_reader, 0);
    if (header.u32() != ThinMagic64) {
        const QString reason = MachOImageText::tr("Only Mach-O files of 64 bits, little endian, are read.");
        return Error{ErrorCode::Unsupported, MachOImageText::tr("%1 cannot be read").arg(fileName), reason, {}};
    }
    image.m_platform = {u"darwin"_s, archOf(header.u32())};
    header.skip(4); // kind of processor
    image.m_type = typeOf(header.u32());
    const quint32 count = header.u32();
    const quint64 length = header.u32();
    header.skip(8); // flags, reserved
    if (!header.isIntact() || !image.m_reader.contains(HeaderLength, length))
        return damagedFile(fileName, MachOImageText::tr("The load commands lie outside of the file."));

    quint64 offset = HeaderLength;
    for (quint32 i = 0; i < count; ++i) {
        const quint64 size = image.m_reader.u32(offset + 4).value_or(0);
        const auto command = image.m_reader.bytes(offset, size);
        if (!command || size < 8 || offset + size > HeaderLength + length || i >= MostCommands)
            return damagedFile(fileName, MachOImageText::tr("The load commands contradict each other."));
        const ByteReader reader(*command, ByteOrder::Little, 8);
        switch (reader.u32(0).value_or(0)) {
        case CommandSegment64:
            image.readSegment(reader);
            break;
        case CommandSymbolTable:
            image.m_symbolTable = reader.u32(8).value_or(0);
            image.m_symbolCount = reader.u32(12).value_or(0);
            image.m_names = reader.u32(16).value_or(0);
            image.m_namesSize = reader.u32(20).value_or(0);
            break;
        case CommandChainedFixups:
            image.m_chained = {reader.u32(8).value_or(0), reader.u32(12).value_or(0)};
            break;
        case CommandDyldInfo:
        case CommandDyldInfoOnly:
            image.m_bindings = {reader.u32(16).value_or(0), reader.u32(20).value_or(0)};
            break;
        case CommandBuildVersion:
        case CommandMinimumIos:
            image.readBuildVersion(reader);
            break;
        default:
            break;
        }
        offset += size;
    }
    for (const MachOSegment &segment : std::as_const(image.m_segments)) {
        if (!image.m_reader.contains(segment.offset, segment.fileSize)) {
            return damagedFile(fileName, MachOImageText::tr("A segment lies outside of the file."),
                               u"offset %1, length %2"_s.arg(segment.offset).arg(segment.fileSize));
        }
    }
    return image;
}

void MachOImage::readSegment(const ByteReader &command)
{
    constexpr quint64 SegmentLength = 72;
    constexpr quint64 SectionLength = 80;
    MachOSegment segment;
    segment.name = fixedName(command, 8);
    segment.address = command.u64(24).value_or(0);
    segment.offset = command.u64(40).value_or(0);
    segment.fileSize = command.u64(48).value_or(0);
    segment.protection = command.u32(60).value_or(0);
    m_segments << segment;

    const quint64 count = std::min<quint64>(command.u32(64).value_or(0), command.size() / SectionLength);
    for (quint64 i = 0; i < count; ++i) {
        const quint64 at = SegmentLength + i * SectionLength;
        if (!command.contains(at, SectionLength))
            return;
        const quint32 type = command.u32(at + 64).value_or(0) & 0xff;
        if (type == TypeZeroFill || type == TypeZeroFillLarge || type == TypeZeroFillThreadLocal)
            continue;
        m_sections << MachOSection{fixedName(command, at + 16), fixedName(command, at),
                                   command.u64(at + 32).value_or(0), command.u64(at + 40).value_or(0),
                                   command.u32(at + 48).value_or(0)};
    }
}

void MachOImage::readBuildVersion(const ByteReader &command)
{
    const quint32 platform = command.u32(8).value_or(0);
    const bool ios = command.u32(0) == CommandMinimumIos || platform == PlatformIos || platform == PlatformIosSimulator;
    if (ios)
        m_platform.os = u"ios"_s;
}

std::optional<MachOSection> MachOImage::section(QByteArrayView segment, QByteArrayView name) const
{
    const auto found = std::ranges::find_if(
        m_sections, [&](const MachOSection &each) { return each.segment == segment && each.name == name; });
    return found == m_sections.end() ? std::nullopt : std::optional(*found);
}

std::optional<QByteArrayView> MachOImage::bytesAt(quint64 address, quint64 length) const
{
    const QByteArrayView rest = restOfSegment(address);
    return ByteReader(rest).bytes(0, length);
}

QByteArrayView MachOImage::restOfSegment(quint64 address) const
{
    for (const MachOSegment &segment : m_segments) {
        if (address < segment.address || address - segment.address >= segment.fileSize)
            continue;
        const quint64 inside = address - segment.address;
        return m_reader.bytes(segment.offset + inside, segment.fileSize - inside).value_or(QByteArrayView());
    }
    return {};
}

std::optional<quint64> MachOImage::wordAt(quint64 address) const
{
    const auto bytes = bytesAt(address, 8);
    return bytes ? ByteReader(*bytes).u64(0) : std::nullopt;
}

quint64 MachOImage::baseAddress() const
{
    const auto first = std::ranges::find_if(
        m_segments, [](const MachOSegment &segment) { return segment.offset == 0 && segment.fileSize > 0; });
    return first == m_segments.end() ? 0 : first->address;
}

QHash<QByteArrayView, quint64> MachOImage::definedSymbols(const QSet<QByteArrayView> &names) const
{
    constexpr quint8 External = 0x01;
    constexpr quint8 TypeMask = 0x0e;
    constexpr quint8 InSection = 0x0e;
    QHash<QByteArrayView, quint64> found;
    const ByteReader texts = m_reader.part({m_names, m_namesSize});
    const ByteReader symbols = m_reader.part({m_symbolTable, m_symbolCount * SymbolLength});
    qsizetype text = 0;
    for (quint64 i = 0; i < symbols.size() / SymbolLength && found.size() < names.size() && text < MaxNameText; ++i) {
        const quint64 at = i * SymbolLength;
        const quint8 type = symbols.u8(at + 4).value_or(0);
        if ((type & External) == 0 || (type & TypeMask) != InSection)
            continue;
        const QByteArrayView name = texts.textAt(symbols.u32(at).value_or(0), MaxName).value_or(QByteArrayView());
        text += name.size();
        if (names.contains(name))
            found.insert(name, symbols.u64(at + 8).value_or(0));
    }
    return found;
}

bool MachOImage::hasSymbolStartingWith(QByteArrayView prefix) const
{
    const auto names = m_reader.bytes(m_names, m_namesSize);
    const auto symbols = m_reader.bytes(m_symbolTable, m_symbolCount * SymbolLength);
    if (!names || !symbols)
        return false;
    const ByteReader nameReader(*names);
    const ByteReader symbolReader(*symbols);
    for (quint64 i = 0; i < m_symbolCount; ++i) {
        const auto name =
            nameReader.bytes(symbolReader.u32(i * SymbolLength).value_or(0), static_cast<quint64>(prefix.size()));
        if (name && *name == prefix)
            return true;
    }
    return false;
}

} // namespace plugsmith
