// SPDX-License-Identifier: Apache-2.0
#include "gobinary/elfimage.h"

#include "gobinary/damage.h"

#include <QCoreApplication>

#include <algorithm>
#include <elf.h>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

// Real files have less than 10 loadable segments and about 40 dynamic entries. Every address that is looked up passes
// all of them, so hostile numbers would make reading slow.
constexpr qsizetype MaxLoads = 256;
constexpr qsizetype MaxDynamicEntries = 1024;

struct ElfImageText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::ElfImage)
};

QString numbers(quint64 offset, quint64 length, quint64 fileSize)
{
    return u"offset %1, length %2, file size %3"_s.arg(offset).arg(length).arg(fileSize);
}

} // namespace

bool ElfImage::hasMagic(QByteArrayView bytes)
{
    return bytes.startsWith(QByteArrayView(ELFMAG, SELFMAG));
}

Result<ElfImage> ElfImage::parse(QByteArrayView bytes, const QString &fileName)
{
    ElfImage image;
    if (!hasMagic(bytes) || bytes.size() < EI_NIDENT)
        return damagedFile(fileName, ElfImageText::tr("It breaks off inside the ELF header."));
    const auto fileClass = static_cast<uchar>(bytes[EI_CLASS]);
    const auto order = static_cast<uchar>(bytes[EI_DATA]);
    if ((fileClass != ELFCLASS32 && fileClass != ELFCLASS64) || (order != ELFDATA2LSB && order != ELFDATA2MSB))
        return damagedFile(fileName,
                           ElfImageText::tr("Its ELF header names neither a known word size nor a known byte order."));
    image.m_reader =
        ByteReader(bytes, order == ELFDATA2MSB ? ByteOrder::Big : ByteOrder::Little, fileClass == ELFCLASS64 ? 8 : 4);
    image.m_osAbi = static_cast<quint8>(bytes[EI_OSABI]);

    TableSizes counts;
    if (const auto error = image.readHeader(fileName, &counts))
        return *error;
    if (const auto error = image.checkSections(fileName, counts.sections))
        return *error;
    if (const auto error = image.readSegments(fileName, counts.segments))
        return *error;
    if (const auto error = image.readDynamicTable(fileName))
        return *error;
    return image;
}

std::optional<Error> ElfImage::readHeader(const QString &fileName, TableSizes *counts)
{
    ByteCursor cursor(m_reader, EI_NIDENT);
    m_type = cursor.u16();
    m_machine = cursor.u16();
    cursor.skip(4); // version
    cursor.word();  // entry point
    m_segmentTable = cursor.word();
    m_sectionTable = cursor.word();
    cursor.skip(4 + 2); // flags, size of this header
    m_segmentEntrySize = cursor.u16();
    counts->segments = cursor.u16();
    m_sectionEntrySize = cursor.u16();
    counts->sections = cursor.u16();
    m_namesIndex = cursor.u16();
    if (!cursor.isIntact())
        return damagedFile(fileName, ElfImageText::tr("It breaks off inside the ELF header."));
    if (m_sectionTable == 0) {
        counts->sections = 0;
        return std::nullopt;
    }
    const quint64 needed = isWide() ? sizeof(Elf64_Shdr) : sizeof(Elf32_Shdr);
    if (counts->sections != 0 && m_sectionEntrySize < needed)
        return damagedFile(fileName, ElfImageText::tr("Its section headers are too small."));

    // Numbers that do not fit into the header are in the first section header.
    if (m_reader.contains(m_sectionTable, std::max(m_sectionEntrySize, needed))) {
        quint32 info = 0;
        const ElfSection first = sectionHeader(0, nullptr, &info);
        if (counts->sections == 0 && first.type == SHT_NULL && m_sectionEntrySize >= needed)
            counts->sections = first.size;
        if (m_namesIndex == SHN_XINDEX)
            m_namesIndex = first.link;
        if (counts->segments == PN_XNUM)
            counts->segments = info;
    }
    return std::nullopt;
}

std::optional<Error> ElfImage::checkSections(const QString &fileName, quint64 count)
{
    if (count == 0)
        return std::nullopt;
    if (m_sectionTable > m_reader.size() || count > (m_reader.size() - m_sectionTable) / m_sectionEntrySize) {
        return damagedFile(fileName, ElfImageText::tr("The section header table lies outside of the file."),
                           numbers(m_sectionTable, count * m_sectionEntrySize, m_reader.size()));
    }
    m_sectionCount = count;
    for (quint64 i = 1; i < count; ++i) {
        const ElfSection section = sectionHeader(i);
        const bool hasBytes = section.type != SHT_NOBITS && section.type != SHT_NULL;
        if (hasBytes && !m_reader.contains(section.offset, section.size)) {
            return damagedFile(fileName, ElfImageText::tr("A section lies outside of the file."),
                               numbers(section.offset, section.size, m_reader.size()));
        }
    }
    return std::nullopt;
}

ElfSegment ElfImage::segmentAt(quint64 offset) const
{
    ElfSegment segment;
    ByteCursor cursor(m_reader, offset);
    segment.type = cursor.u32();
    if (isWide())
        segment.flags = cursor.u32();
    segment.offset = cursor.word();
    segment.address = cursor.word();
    cursor.word(); // physical address
    segment.fileSize = cursor.word();
    segment.memorySize = cursor.word();
    if (!isWide())
        segment.flags = cursor.u32();
    return segment;
}

std::optional<Error> ElfImage::readSegments(const QString &fileName, quint64 count)
{
    if (count == 0)
        return std::nullopt;
    if (m_segmentEntrySize < (isWide() ? sizeof(Elf64_Phdr) : sizeof(Elf32_Phdr)))
        return damagedFile(fileName, ElfImageText::tr("Its program headers are too small."));
    if (m_segmentTable > m_reader.size() || count > (m_reader.size() - m_segmentTable) / m_segmentEntrySize) {
        return damagedFile(fileName, ElfImageText::tr("The program header table lies outside of the file."),
                           numbers(m_segmentTable, count * m_segmentEntrySize, m_reader.size()));
    }
    for (quint64 i = 0; i < count; ++i) {
        const ElfSegment segment = segmentAt(m_segmentTable + i * m_segmentEntrySize);
        if (segment.type == PT_NULL)
            continue;
        m_segments << segment;
        if (segment.type != PT_LOAD)
            continue;
        if (!m_reader.contains(segment.offset, segment.fileSize)) {
            return damagedFile(fileName, ElfImageText::tr("A loadable segment lies outside of the file."),
                               numbers(segment.offset, segment.fileSize, m_reader.size()));
        }
        m_loads << segment;
        if (m_loads.size() > MaxLoads)
            return damagedFile(fileName, ElfImageText::tr("It has more than %1 loadable segments.").arg(MaxLoads));
    }
    return std::nullopt;
}

std::optional<Error> ElfImage::readDynamicTable(const QString &fileName)
{
    const auto dynamic =
        std::ranges::find_if(m_segments, [](const ElfSegment &segment) { return segment.type == PT_DYNAMIC; });
    if (dynamic == m_segments.end() || dynamic->fileSize == 0)
        return std::nullopt;
    const auto table = content(*dynamic);
    if (!table) {
        return damagedFile(fileName, ElfImageText::tr("The dynamic table lies outside of the file."),
                           numbers(dynamic->offset, dynamic->fileSize, m_reader.size()));
    }
    ByteCursor cursor(reader(*table), 0);
    while (m_dynamic.size() < MaxDynamicEntries) {
        const quint64 tag = cursor.word();
        const quint64 value = cursor.word();
        if (!cursor.isIntact() || tag == DT_NULL)
            break;
        // Tags are signed: 0x6ffffef5 of a 32-bit file and of a 64-bit file are one number, negative ones too.
        m_dynamic << DynamicEntry{isWide() ? static_cast<qint64>(tag) : static_cast<qint32>(tag), value};
    }
    return std::nullopt;
}

bool ElfImage::isSharedObject() const
{
    if (m_type != ET_DYN || (dynamicValue(DT_FLAGS_1).value_or(0) & DF_1_PIE) != 0)
        return false;
    // Old linkers do not set the flag. Some libraries can be run as well; those have a name of their own.
    return interpreter().isEmpty() || dynamicValue(DT_SONAME);
}

ElfSection ElfImage::sectionHeader(quint64 index, quint32 *nameOffset, quint32 *info) const
{
    ElfSection section;
    ByteCursor cursor(m_reader, m_sectionTable + index * m_sectionEntrySize);
    const quint32 name = cursor.u32();
    section.type = cursor.u32();
    section.flags = cursor.word();
    section.address = cursor.word();
    section.offset = cursor.word();
    section.size = cursor.word();
    section.link = cursor.u32();
    const quint32 moreInfo = cursor.u32();
    cursor.word(); // alignment
    section.entrySize = cursor.word();
    if (nameOffset != nullptr)
        *nameOffset = name;
    if (info != nullptr)
        *info = moreInfo;
    return section;
}

QList<ElfSection> ElfImage::sections() const
{
    ByteReader names;
    if (m_namesIndex > 0 && m_namesIndex < m_sectionCount)
        names = reader(content(sectionHeader(m_namesIndex)).value_or(QByteArrayView()));
    QList<ElfSection> list;
    for (quint64 i = 0; i < m_sectionCount; ++i) {
        quint32 nameOffset = 0;
        ElfSection section = sectionHeader(i, &nameOffset);
        section.name = names.textAt(nameOffset).value_or(QByteArrayView());
        list << section;
    }
    return list;
}

std::optional<ElfSection> ElfImage::section(QByteArrayView name) const
{
    if (m_namesIndex == 0 || m_namesIndex >= m_sectionCount)
        return std::nullopt;
    const ByteReader names = reader(content(sectionHeader(m_namesIndex)).value_or(QByteArrayView()));
    for (quint64 i = 0; i < m_sectionCount; ++i) {
        quint32 nameOffset = 0;
        ElfSection section = sectionHeader(i, &nameOffset);
        // Compared with its NUL instead of read as a text: a name without an end would cost the whole table each time.
        const auto text = names.bytes(nameOffset, static_cast<quint64>(name.size()) + 1);
        if (text && text->startsWith(name) && text->back() == '\0') {
            section.name = text->chopped(1);
            return section;
        }
    }
    return std::nullopt;
}

std::optional<QByteArrayView> ElfImage::content(const ElfSection &section) const
{
    if (section.type == SHT_NOBITS || section.type == SHT_NULL)
        return std::nullopt;
    return m_reader.bytes(section.offset, section.size);
}

std::optional<QByteArrayView> ElfImage::content(const ElfSegment &segment) const
{
    return m_reader.bytes(segment.offset, segment.fileSize);
}

std::optional<quint64> ElfImage::offsetOf(quint64 address, quint64 length) const
{
    for (const ElfSegment &load : m_loads) {
        if (address < load.address)
            continue;
        const quint64 inside = address - load.address;
        if (inside <= load.fileSize && length <= load.fileSize - inside)
            return load.offset + inside;
    }
    return std::nullopt;
}

std::optional<QByteArrayView> ElfImage::bytesAt(quint64 address, quint64 length) const
{
    const auto offset = offsetOf(address, length);
    return offset ? m_reader.bytes(*offset, length) : std::nullopt;
}

QByteArrayView ElfImage::restOfSegment(quint64 address) const
{
    for (const ElfSegment &load : m_loads) {
        if (address < load.address || address - load.address >= load.fileSize)
            continue;
        const quint64 inside = address - load.address;
        return m_reader.bytes(load.offset + inside, load.fileSize - inside).value_or(QByteArrayView());
    }
    return {};
}

std::optional<quint64> ElfImage::dynamicValue(qint64 tag) const
{
    const auto found = std::ranges::find(m_dynamic, tag, &DynamicEntry::tag);
    return found == m_dynamic.end() ? std::nullopt : std::optional(found->value);
}

std::optional<QByteArrayView> ElfImage::dynamicText(quint64 offset) const
{
    const auto table = dynamicValue(DT_STRTAB);
    const auto size = dynamicValue(DT_STRSZ);
    if (!table || !size)
        return std::nullopt;
    const auto texts = bytesAt(*table, *size);
    return texts ? ByteReader(*texts).textAt(offset) : std::nullopt;
}

QList<QByteArrayView> ElfImage::neededLibraries() const
{
    QList<QByteArrayView> names;
    for (const DynamicEntry &entry : m_dynamic) {
        if (entry.tag != DT_NEEDED)
            continue;
        if (const auto name = dynamicText(entry.value))
            names << *name;
    }
    return names;
}

QByteArrayView ElfImage::interpreter() const
{
    for (const ElfSegment &segment : m_segments) {
        if (segment.type != PT_INTERP)
            continue;
        if (const auto bytes = content(segment))
            return ByteReader(*bytes).textAt(0).value_or(*bytes);
    }
    return {};
}

} // namespace plugsmith
