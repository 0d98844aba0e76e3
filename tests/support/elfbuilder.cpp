// SPDX-License-Identifier: Apache-2.0
#include "support/elfbuilder.h"

#include <algorithm>
#include <elf.h>

namespace plugsmith::tests {
namespace {

constexpr quint64 DtRelrSize = 35;
constexpr quint64 DtRelr = 36;
constexpr quint64 DtRelrEntrySize = 37;
constexpr quint32 BloomShift = 6;

quint32 gnuHashOf(const QByteArray &name)
{
    quint32 hash = 5381;
    for (const char c : name)
        hash = hash * 33 + static_cast<uchar>(c);
    return hash;
}

quint32 sysVHashOf(const QByteArray &name)
{
    quint32 hash = 0;
    for (const char c : name) {
        hash = (hash << 4) + static_cast<uchar>(c);
        if (const quint32 high = hash & 0xf0000000; high != 0)
            hash = (hash ^ (high >> 24)) & ~high;
    }
    return hash;
}

} // namespace

ByteWriter &ByteWriter::number(quint64 value, int length)
{
    const qsizetype offset = m_bytes.size();
    m_bytes.resize(offset + length);
    put(offset, value, length);
    return *this;
}

void ByteWriter::put(qsizetype offset, quint64 value, int length)
{
    for (int i = 0; i < length; ++i) {
        const int shift = 8 * (m_order == ByteOrder::Little ? i : length - 1 - i);
        m_bytes[offset + i] = static_cast<char>(value >> shift & 0xff);
    }
}

ByteWriter &ByteWriter::raw(const QByteArray &bytes)
{
    m_bytes += bytes;
    return *this;
}

ByteWriter &ByteWriter::alignTo(qsizetype alignment)
{
    m_bytes.resize((m_bytes.size() + alignment - 1) / alignment * alignment, '\0');
    return *this;
}

const QList<ElfMachine> &ElfMachine::all()
{
    using enum ByteOrder;
    static const QList<ElfMachine> machines = {
        {"amd64", EM_X86_64, 8, Little, true, R_X86_64_RELATIVE, R_X86_64_64},
        {"arm64", EM_AARCH64, 8, Little, true, R_AARCH64_RELATIVE, R_AARCH64_ABS64},
        {"arm", EM_ARM, 4, Little, false, R_ARM_RELATIVE, R_ARM_ABS32},
        {"386", EM_386, 4, Little, false, R_386_RELATIVE, R_386_32},
        {"ppc64le", EM_PPC64, 8, Little, true, R_PPC64_RELATIVE, R_PPC64_ADDR64},
        {"s390x", EM_S390, 8, Big, true, R_390_RELATIVE, R_390_64},
        {"riscv64", EM_RISCV, 8, Little, true, R_RISCV_RELATIVE, R_RISCV_64},
        {"loong64", 258, 8, Little, true, 3, 2},
    };
    return machines;
}

ElfMachine ElfMachine::named(const QByteArray &goArch)
{
    const auto found = std::ranges::find(all(), goArch, &ElfMachine::goArch);
    return found == all().end() ? ElfMachine() : *found;
}

ElfBuilder::ElfBuilder(const ElfMachine &target)
    : machine(target)
{
}

quint64 ElfBuilder::add(Place place, const QByteArray &bytes, qsizetype alignment)
{
    constexpr quint64 bases[] = {ReadOnlyAddress, RelroAddress, DataAddress};
    const auto index = static_cast<std::size_t>(place);
    QByteArray &content = m_content[index];
    content.resize((content.size() + alignment - 1) / alignment * alignment, '\0');
    const quint64 address = bases[index] + static_cast<quint64>(content.size());
    content += bytes;
    return address;
}

void ElfBuilder::setPointer(quint64 address, quint64 target)
{
    m_pointers << Pointer{address, target, {}};
}

void ElfBuilder::setPointerToSymbol(quint64 address, const QByteArray &symbol, quint64 addend)
{
    m_pointers << Pointer{address, addend, symbol};
}

void ElfBuilder::addSymbol(const QByteArray &name, quint64 value, quint64 size)
{
    m_symbols << Symbol{name, value, size, true};
}

void ElfBuilder::addUndefinedSymbol(const QByteArray &name)
{
    m_symbols << Symbol{name, 0, 0, false};
}

void ElfBuilder::addSection(const QByteArray &name, quint64 address, quint64 size)
{
    m_sections << Section{name, SHT_PROGBITS, address, 0, size};
}

/// GNU hash wants the undefined ones first and the others by bucket.
void ElfBuilder::sortSymbols()
{
    m_bucketCount = std::max<quint64>(1, static_cast<quint64>(m_symbols.size()) / 2);
    std::ranges::stable_sort(m_symbols, {}, [this](const Symbol &symbol) {
        return symbol.isDefined ? 1 + gnuHashOf(symbol.name) % m_bucketCount : 0;
    });
}

quint64 ElfBuilder::symbolIndex(const QByteArray &name) const
{
    const auto found = std::ranges::find(m_symbols, name, &Symbol::name);
    return 1 + static_cast<quint64>(found - m_symbols.begin());
}

QByteArray ElfBuilder::symbolTable(QByteArray *names) const
{
    ByteWriter table = writer();
    const auto append = [&](quint64 name, quint64 value, quint64 size, quint8 info, quint16 section) {
        table.u32(name);
        if (machine.wordSize == 8)
            table.u8(info).u8(0).u16(section).u64(value).u64(size);
        else
            table.u32(value).u32(size).u8(info).u8(0).u16(section);
    };
    append(0, 0, 0, 0, 0);
    for (const Symbol &symbol : m_symbols) {
        append(static_cast<quint64>(names->size()), symbol.value, symbol.size, STB_GLOBAL << 4 | STT_OBJECT,
               symbol.isDefined ? 1 : 0);
        *names += symbol.name + '\0';
    }
    return table.bytes();
}

QByteArray ElfBuilder::gnuHash() const
{
    const auto firstDefined = std::ranges::find(m_symbols, true, &Symbol::isDefined);
    const auto first = static_cast<quint64>(firstDefined - m_symbols.begin()) + 1;
    const auto bits = static_cast<quint32>(machine.wordSize) * 8;
    quint64 bloom = 0;
    QList<quint64> buckets(static_cast<qsizetype>(m_bucketCount), 0);
    ByteWriter chains = writer();
    for (auto symbol = firstDefined; symbol != m_symbols.end(); ++symbol) {
        const quint32 hashed = gnuHashOf(symbol->name);
        bloom |= quint64(1) << hashed % bits | quint64(1) << (hashed >> BloomShift) % bits;
        quint64 &bucket = buckets[static_cast<qsizetype>(hashed % m_bucketCount)];
        if (bucket == 0)
            bucket = static_cast<quint64>(symbol - m_symbols.begin()) + 1;
        const auto next = symbol + 1;
        const bool last = next == m_symbols.end() || gnuHashOf(next->name) % m_bucketCount != hashed % m_bucketCount;
        chains.u32((hashed & ~quint32(1)) | (last ? 1 : 0));
    }
    ByteWriter table = writer();
    table.u32(m_bucketCount).u32(first).u32(1).u32(BloomShift).word(bloom);
    for (const quint64 bucket : std::as_const(buckets))
        table.u32(bucket);
    return table.raw(chains.bytes()).bytes();
}

QByteArray ElfBuilder::sysVHash() const
{
    const int length = machine.number == EM_S390 ? 8 : 4; // the one ABI of ours with wide entries
    const auto count = static_cast<quint64>(m_symbols.size()) + 1;
    QList<quint64> words(static_cast<qsizetype>(2 + m_bucketCount + count), 0);
    words[0] = m_bucketCount;
    words[1] = count;
    for (quint64 i = 1; i < count; ++i) {
        const quint32 hashed = sysVHashOf(m_symbols[static_cast<qsizetype>(i) - 1].name);
        quint64 &bucket = words[static_cast<qsizetype>(2 + hashed % m_bucketCount)];
        words[static_cast<qsizetype>(2 + m_bucketCount + i)] = bucket;
        bucket = i;
    }
    ByteWriter table = writer();
    for (const quint64 word : std::as_const(words))
        length == 8 ? table.u64(word) : table.u32(word);
    return table.bytes();
}

void ElfBuilder::replace(quint64 address, const QByteArray &bytes)
{
    constexpr quint64 bases[] = {ReadOnlyAddress, RelroAddress, DataAddress};
    for (std::size_t i = 0; i < 3; ++i) {
        const quint64 inside = address - bases[i];
        if (address >= bases[i] && inside < static_cast<quint64>(m_content[i].size()))
            m_content[i].replace(static_cast<qsizetype>(inside), bytes.size(), bytes);
    }
}

QByteArray ElfBuilder::relocationTable()
{
    ByteWriter table = writer();
    for (const Pointer &pointer : std::as_const(m_pointers)) {
        if (pointer.symbol.isEmpty() && relocations == Relocations::Packed)
            continue;
        const quint64 symbol = pointer.symbol.isEmpty() ? 0 : symbolIndex(pointer.symbol);
        const quint64 kind = pointer.symbol.isEmpty() ? machine.relative : machine.absolute;
        table.word(pointer.address).word(machine.wordSize == 8 ? symbol << 32 | kind : symbol << 8 | kind);
        if (machine.hasAddends)
            table.word(pointer.target);
        else
            replace(pointer.address, writer().word(pointer.target).bytes());
    }
    return table.bytes();
}

/// One address and bitmaps behind it, as long as the pointers are close together; else a new address.
QByteArray ElfBuilder::packedRelocations()
{
    ByteWriter table = writer();
    QList<quint64> addresses;
    for (const Pointer &pointer : std::as_const(m_pointers)) {
        if (!pointer.symbol.isEmpty())
            continue;
        replace(pointer.address, writer().word(pointer.target).bytes());
        addresses << pointer.address;
    }
    std::ranges::sort(addresses);
    const auto wordSize = static_cast<quint64>(machine.wordSize);
    for (qsizetype i = 0; i < addresses.size();) {
        quint64 base = addresses[i++];
        table.word(base);
        base += wordSize;
        for (quint64 bitmap = 1; bitmap != 0; base += (8 * wordSize - 1) * wordSize) {
            bitmap = 0;
            while (i < addresses.size() && addresses[i] - base < (8 * wordSize - 1) * wordSize)
                bitmap |= quint64(2) << (addresses[i++] - base) / wordSize;
            if (bitmap != 0)
                table.word(bitmap | 1);
        }
    }
    return table.bytes();
}

void ElfBuilder::makeTables()
{
    sortSymbols();
    m_dynamic.clear();
    ByteWriter tables = writer();
    const auto addTable = [&](quint64 tag, const QByteArray &bytes) {
        tables.alignTo(16);
        m_dynamic << Entry{tag, TablesAddress + static_cast<quint64>(tables.size())};
        tables.raw(bytes);
        return static_cast<quint64>(bytes.size());
    };
    QByteArray names(1, '\0');
    for (const QByteArray &library : std::as_const(m_needed)) {
        m_dynamic << Entry{DT_NEEDED, static_cast<quint64>(names.size())};
        names += library + '\0';
    }
    addTable(DT_SYMTAB, symbolTable(&names));
    m_dynamic << Entry{DT_SYMENT, machine.wordSize == 8 ? sizeof(Elf64_Sym) : sizeof(Elf32_Sym)};
    const quint64 namesSize = addTable(DT_STRTAB, names);
    m_dynamic << Entry{DT_STRSZ, namesSize};
    if (hash == Hash::Gnu)
        addTable(DT_GNU_HASH, gnuHash());
    else if (hash == Hash::SysV)
        addTable(DT_HASH, sysVHash());
    const auto wordSize = static_cast<quint64>(machine.wordSize);
    if (relocations == Relocations::Packed) {
        const quint64 packedSize = addTable(DtRelr, packedRelocations());
        m_dynamic << Entry{DtRelrSize, packedSize} << Entry{DtRelrEntrySize, wordSize};
    }
    const quint64 size = addTable(machine.hasAddends ? DT_RELA : DT_REL, relocationTable());
    m_dynamic << Entry{quint64(machine.hasAddends ? DT_RELASZ : DT_RELSZ), size}
              << Entry{quint64(machine.hasAddends ? DT_RELAENT : DT_RELENT), wordSize * (machine.hasAddends ? 3 : 2)};
    m_dynamic << m_extraEntries << Entry{DT_NULL, 0};
    tables.alignTo(16);
    m_dynamicAddress = TablesAddress + static_cast<quint64>(tables.size());
    for (const Entry &entry : std::as_const(m_dynamic))
        tables.word(entry.tag).word(entry.value);
    m_tables = tables.bytes();
}

quint64 ElfBuilder::addressOfTable(quint64 dynamicTag) const
{
    const auto found = std::ranges::find(m_dynamic, dynamicTag, &Entry::tag);
    return found == m_dynamic.end() ? 0 : found->value;
}

quint64 ElfBuilder::offsetOf(quint64 address) const
{
    for (const Segment &segment : m_segments) {
        if (address >= segment.address && address - segment.address < static_cast<quint64>(segment.bytes.size()))
            return segment.offset + (address - segment.address);
    }
    return 0;
}

QByteArray ElfBuilder::header(quint64 segments, quint64 sections) const
{
    const bool wide = machine.wordSize == 8;
    ByteWriter file = writer();
    file.raw(QByteArray(ELFMAG, SELFMAG)).u8(wide ? ELFCLASS64 : ELFCLASS32);
    file.u8(machine.order == ByteOrder::Little ? ELFDATA2LSB : ELFDATA2MSB).u8(EV_CURRENT).u8(osAbi);
    file.raw(QByteArray(8, '\0')).u16(type).u16(machine.number).u32(EV_CURRENT).word(0);
    file.word(offsetOfProgramHeaders()).word(sections == 0 ? 0 : m_sectionHeaders);
    file.u32(0).u16(offsetOfProgramHeaders()).u16(wide ? sizeof(Elf64_Phdr) : sizeof(Elf32_Phdr)).u16(segments);
    file.u16(wide ? sizeof(Elf64_Shdr) : sizeof(Elf32_Shdr)).u16(sections).u16(sections == 0 ? 0 : sections - 1);
    return file.bytes();
}

void ElfBuilder::appendSegmentHeader(ByteWriter *file, const Segment &segment) const
{
    const auto size = static_cast<quint64>(segment.bytes.size());
    file->u32(segment.type);
    if (machine.wordSize == 8)
        file->u32(segment.flags);
    file->word(segment.offset).word(segment.address).word(segment.address).word(size).word(size);
    if (machine.wordSize == 4)
        file->u32(segment.flags);
    file->word(16);
}

QList<ElfBuilder::Section> ElfBuilder::makeSections(QByteArray *names) const
{
    QList<Section> list = {Section()};
    if (hasDynamicTable) {
        const quint64 symbols = addressOfTable(DT_SYMTAB);
        const quint64 strings = addressOfTable(DT_STRTAB);
        const quint64 entry = machine.wordSize == 8 ? sizeof(Elf64_Sym) : sizeof(Elf32_Sym);
        const auto count = static_cast<quint64>(m_symbols.size()) + 1;
        list << Section{".dynsym", SHT_DYNSYM, symbols, 0, count * entry, 2, entry}
             << Section{".dynstr", SHT_STRTAB, strings, 0, addressOfTable(DT_STRSZ)};
    }
    list << Section{".bss", SHT_NOBITS, DataAddress + 0x10000, 0, 0x10000};
    list << m_sections << Section{".shstrtab", SHT_STRTAB};
    for (Section &section : list) {
        if (section.type != SHT_NULL)
            section.offset = offsetOf(section.address);
        section.nameOffset = static_cast<quint64>(names->size());
        *names += section.name + '\0';
    }
    return list;
}

void ElfBuilder::collectSegments()
{
    m_segments = {Segment{PT_LOAD, PF_R, ReadOnlyAddress, m_content[0]},
                  Segment{PT_LOAD, PF_R | PF_W, RelroAddress, m_content[1]},
                  Segment{PT_LOAD, PF_R | PF_W, DataAddress, m_content[2]}};
    m_segments << Segment{PT_GNU_RELRO, PF_R, RelroAddress, m_content[1]};
    if (hasDynamicTable) {
        m_segments << Segment{PT_LOAD, PF_R, TablesAddress, m_tables};
        const auto inside = static_cast<qsizetype>(m_dynamicAddress - TablesAddress);
        m_segments << Segment{PT_DYNAMIC, PF_R, m_dynamicAddress, m_tables.sliced(inside)};
    }
    if (!interpreter.isEmpty())
        m_segments << Segment{PT_INTERP, PF_R, 0, interpreter + '\0'};
    if (!noteName.isEmpty()) {
        ByteWriter note = writer();
        note.u32(static_cast<quint64>(noteName.size()) + 1).u32(4).u32(1).raw(noteName + '\0').alignTo(4).u32(7);
        m_segments << Segment{PT_NOTE, PF_R, 0, note.bytes()};
    }
}

/// Returns the end of the last segment in the file.
quint64 ElfBuilder::placeSegments()
{
    const quint64 headerSize = machine.wordSize == 8 ? sizeof(Elf64_Phdr) : sizeof(Elf32_Phdr);
    quint64 offset = offsetOfProgramHeaders() + static_cast<quint64>(m_segments.size()) * headerSize;
    for (Segment &segment : m_segments) {
        if (segment.isPart()) {
            segment.offset = offsetOf(segment.address);
            continue;
        }
        offset = (offset + 15) / 16 * 16;
        segment.offset = offset;
        offset += static_cast<quint64>(segment.bytes.size());
    }
    return offset;
}

QByteArray ElfBuilder::build()
{
    if (hasDynamicTable)
        makeTables();
    collectSegments();
    const quint64 end = placeSegments();
    QByteArray names;
    const QList<Section> sections = hasSectionHeaders ? makeSections(&names) : QList<Section>();
    m_sectionHeaders = (end + static_cast<quint64>(names.size()) + 15) / 16 * 16;

    ByteWriter file = writer();
    file.raw(header(static_cast<quint64>(m_segments.size()), static_cast<quint64>(sections.size())));
    for (const Segment &segment : std::as_const(m_segments))
        appendSegmentHeader(&file, segment);
    for (const Segment &segment : std::as_const(m_segments)) {
        if (!segment.isPart())
            file.alignTo(16).raw(segment.bytes);
    }
    if (!hasSectionHeaders)
        return file.bytes();
    file.raw(names).alignTo(16);
    for (const Section &section : sections) {
        const bool isNames = section.name == ".shstrtab";
        file.u32(section.nameOffset).u32(section.type).word(0).word(section.address);
        file.word(isNames ? end : section.offset);
        file.word(isNames ? static_cast<quint64>(names.size()) : section.size);
        file.u32(section.link).u32(0).word(1).word(section.entrySize);
    }
    return file.bytes();
}

} // namespace plugsmith::tests
