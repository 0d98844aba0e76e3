// SPDX-License-Identifier: Apache-2.0
#include "gobinary/elfrelocations.h"

#include <algorithm>
#include <elf.h>

namespace plugsmith {

/// Relocation types of one machine: <elf.h>, checked against plugins of each machine but LoongArch.
struct RelocationTypes
{
    quint16 machine;
    quint32 relative;
    quint32 absolute;
    quint32 globalData;
    quint32 jumpSlot;
};

namespace {

constexpr quint16 EmLoongArch = 258; // <elf.h> has it and DT_RELR from glibc 2.36 on
constexpr qint64 DtRelrSize = 35;
constexpr qint64 DtRelr = 36;
constexpr qint64 DtRelrEntrySize = 37;

constexpr RelocationTypes Machines[] = {
    {EM_X86_64, R_X86_64_RELATIVE, R_X86_64_64, R_X86_64_GLOB_DAT, R_X86_64_JUMP_SLOT},
    {EM_AARCH64, R_AARCH64_RELATIVE, R_AARCH64_ABS64, R_AARCH64_GLOB_DAT, R_AARCH64_JUMP_SLOT},
    {EM_ARM, R_ARM_RELATIVE, R_ARM_ABS32, R_ARM_GLOB_DAT, R_ARM_JUMP_SLOT},
    {EM_386, R_386_RELATIVE, R_386_32, R_386_GLOB_DAT, R_386_JMP_SLOT},
    {EM_PPC64, R_PPC64_RELATIVE, R_PPC64_ADDR64, R_PPC64_GLOB_DAT, R_PPC64_JMP_SLOT},
    {EM_S390, R_390_RELATIVE, R_390_64, R_390_GLOB_DAT, R_390_JMP_SLOT},
    {EM_RISCV, R_RISCV_RELATIVE, R_RISCV_64, R_RISCV_64, R_RISCV_JUMP_SLOT},
    {EmLoongArch, 3, 2, 2, 5},
};

const RelocationTypes *typesOf(quint16 machine)
{
    const auto *const known = std::ranges::find(Machines, machine, &RelocationTypes::machine);
    return known == std::end(Machines) ? nullptr : known;
}

RelocationKind kindOf(const RelocationTypes &types, quint32 type)
{
    if (type == types.relative)
        return RelocationKind::Relative;
    if (type == types.absolute)
        return RelocationKind::Absolute;
    if (type == types.globalData)
        return RelocationKind::GlobalData;
    return type == types.jumpSlot ? RelocationKind::JumpSlot : RelocationKind::Other;
}

quint64 entrySizeOf(ElfRelocationTable::Coding coding, int wordSize)
{
    return static_cast<quint64>(wordSize) * (coding == ElfRelocationTable::Coding::Rela ? 3 : 2);
}

} // namespace

ElfRelocationTable::ElfRelocationTable(const ElfImage &image, quint64 address, quint64 size, Coding coding)
    : m_reader(image.reader(image.bytesAt(address, size).value_or(QByteArrayView())))
    , m_types(typesOf(image.machine()))
    , m_coding(coding)
    , m_entrySize(entrySizeOf(coding, image.wordSize()))
{
}

ElfRelocation ElfRelocationTable::at(quint64 index) const
{
    const auto wordSize = static_cast<quint64>(m_reader.wordSize());
    const quint64 offset = index * m_entrySize;
    ElfRelocation relocation;
    const auto info = m_reader.word(offset + wordSize);
    if (!info || m_types == nullptr)
        return relocation;
    const bool wide = wordSize == 8;
    relocation.address = m_reader.word(offset).value_or(0);
    relocation.symbol = static_cast<quint32>(wide ? *info >> 32 : *info >> 8);
    relocation.kind = kindOf(*m_types, static_cast<quint32>(wide ? *info & 0xffffffff : *info & 0xff));
    if (m_coding == Coding::Rela) {
        relocation.addend = m_reader.word(offset + 2 * wordSize).value_or(0);
    } else { // what lies at the others is for lazy binding, not an addend
        relocation.inPlace = relocation.kind == RelocationKind::Relative || relocation.kind == RelocationKind::Absolute;
    }
    return relocation;
}

/// Tens of thousands of entries, so without the checks of a reader: `count()` has made sure that all lie inside.
template<class Word, ByteOrder Order>
std::optional<quint64> ElfRelocationTable::sortedRelativesOf() const
{
    const auto wordAt = [](const char *at) {
        return Order == ByteOrder::Little ? qFromLittleEndian<Word>(at) : qFromBigEndian<Word>(at);
    };
    constexpr Word TypeMask = sizeof(Word) == 8 ? Word(0xffffffff) : Word(0xff);
    const char *at = m_reader.all().data();
    const quint64 entries = count();
    quint64 relatives = 0;
    Word last = 0;
    for (quint64 i = 0; i < entries; ++i, at += m_entrySize) {
        if ((wordAt(at + sizeof(Word)) & TypeMask) != m_types->relative)
            continue;
        const Word address = wordAt(at);
        if (relatives != i || address < last)
            return std::nullopt;
        last = address;
        ++relatives;
    }
    return relatives;
}

std::optional<quint64> ElfRelocationTable::sortedRelatives() const
{
    if (m_types == nullptr || count() == 0)
        return 0;
    const bool isLittle = m_reader.order() == ByteOrder::Little;
    if (m_reader.wordSize() == 8) {
        return isLittle ? sortedRelativesOf<quint64, ByteOrder::Little>()
                        : sortedRelativesOf<quint64, ByteOrder::Big>();
    }
    return isLittle ? sortedRelativesOf<quint32, ByteOrder::Little>() : sortedRelativesOf<quint32, ByteOrder::Big>();
}

QList<ElfRelocationTable> relocationTables(const ElfImage &image)
{
    using Coding = ElfRelocationTable::Coding;
    QList<ElfRelocationTable> tables;
    const auto add = [&](qint64 addressTag, qint64 sizeTag, std::optional<quint64> entrySize, Coding coding) {
        const quint64 expected = entrySizeOf(coding, image.wordSize());
        const auto address = image.dynamicValue(addressTag);
        const auto size = image.dynamicValue(sizeTag);
        if (address && size && entrySize.value_or(expected) == expected)
            tables << ElfRelocationTable(image, *address, *size, coding);
    };
    add(DT_RELA, DT_RELASZ, image.dynamicValue(DT_RELAENT), Coding::Rela);
    add(DT_REL, DT_RELSZ, image.dynamicValue(DT_RELENT), Coding::Rel);
    const bool rela = image.dynamicValue(DT_PLTREL).value_or(DT_RELA) == DT_RELA;
    add(DT_JMPREL, DT_PLTRELSZ, std::nullopt, rela ? Coding::Rela : Coding::Rel);
    return tables;
}

// Coding: gABI, "Relative Relocation Table". An even entry is an address and the place where the next bitmap starts; an
// odd one is a bitmap of the words that follow.
QList<quint64> packedRelativeRelocations(const ElfImage &image, qsizetype limit)
{
    const auto wordSize = static_cast<quint64>(image.wordSize());
    const auto address = image.dynamicValue(DtRelr);
    const auto size = image.dynamicValue(DtRelrSize);
    if (!address || !size || image.dynamicValue(DtRelrEntrySize).value_or(wordSize) != wordSize)
        return {};
    const ByteReader table = image.reader(image.bytesAt(*address, *size).value_or(QByteArrayView()));
    QList<quint64> addresses;
    quint64 next = 0;
    for (quint64 offset = 0; addresses.size() < limit; offset += wordSize) {
        const auto entry = table.word(offset);
        if (!entry)
            break;
        if ((*entry & 1) == 0) {
            addresses << *entry;
            next = *entry + wordSize;
            continue;
        }
        for (quint64 bit = 1; bit < wordSize * 8; ++bit) {
            if ((*entry >> bit & 1) != 0)
                addresses << next + (bit - 1) * wordSize;
        }
        next += (wordSize * 8 - 1) * wordSize;
    }
    return addresses;
}

} // namespace plugsmith
