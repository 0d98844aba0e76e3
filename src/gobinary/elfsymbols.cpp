// SPDX-License-Identifier: Apache-2.0
#include "gobinary/elfsymbols.h"

#include <algorithm>
#include <elf.h>

namespace plugsmith {
namespace {

// Hash functions: System V ABI, "Hash Table", and the GNU extension as glibc's dl-hash.h has it.
quint32 gnuHashOf(QByteArrayView name)
{
    quint32 hash = 5381;
    for (const char c : name)
        hash = hash * 33 + static_cast<uchar>(c);
    return hash;
}

quint32 sysVHashOf(QByteArrayView name)
{
    quint32 hash = 0;
    for (const char c : name) {
        hash = (hash << 4) + static_cast<uchar>(c);
        const quint32 high = hash & 0xf0000000;
        hash = (hash ^ (high >> 24)) & ~high;
    }
    return hash;
}

} // namespace

ElfSymbols::ElfSymbols(const ElfImage &image)
{
    const auto table = image.dynamicValue(DT_SYMTAB);
    const auto names = image.dynamicValue(DT_STRTAB);
    const auto namesSize = image.dynamicValue(DT_STRSZ);
    const quint64 entrySize = image.isWide() ? sizeof(Elf64_Sym) : sizeof(Elf32_Sym);
    if (!table || !names || !namesSize || image.dynamicValue(DT_SYMENT).value_or(entrySize) != entrySize)
        return;
    m_entrySize = entrySize;
    m_table = image.readerAt(*table);
    if (*names > *table)
        m_countUntilNames = (*names - *table) / entrySize;
    m_names = image.reader(image.bytesAt(*names, *namesSize).value_or(QByteArrayView()));

    if (const auto hash = image.dynamicValue(DT_GNU_HASH)) {
        const ByteReader gnu = image.readerAt(*hash);
        ByteCursor cursor(gnu, 0);
        m_gnu.bucketCount = cursor.u32();
        m_gnu.firstSymbol = cursor.u32();
        m_gnu.bloomCount = cursor.u32();
        m_gnu.bloomShift = cursor.u32();
        m_gnu.buckets = cursor.offset() + static_cast<quint64>(m_gnu.bloomCount) * image.file().wordSize();
        m_gnu.chains = m_gnu.buckets + static_cast<quint64>(m_gnu.bucketCount) * 4;
        if (cursor.isIntact() && m_gnu.bucketCount > 0 && gnu.contains(m_gnu.chains, 0))
            m_gnuTable = gnu;
    }
    if (const auto hash = image.dynamicValue(DT_HASH)) {
        m_sysVTable = image.readerAt(*hash);
        // The one machine of ours whose ABI has 64-bit words here.
        m_sysVWordSize = image.machine() == EM_S390 && image.isWide() ? 8 : 4;
    }
    if (m_gnuTable.size() > 0 || m_sysVTable.size() > 0)
        return;
    for (const ElfSection &section : image.sections()) {
        if (section.type == SHT_DYNSYM && section.address == *table)
            m_sectionCount = section.size / entrySize;
    }
}

std::optional<quint64> ElfSymbols::sysVWord(quint64 index) const
{
    if (m_sysVWordSize == 8)
        return m_sysVTable.u64(index * 8);
    const auto word = m_sysVTable.u32(index * 4);
    return word ? std::optional<quint64>(*word) : std::nullopt;
}

quint64 ElfSymbols::countGnu() const
{
    quint64 last = 0;
    for (quint64 i = 0; i < m_gnu.bucketCount; ++i)
        last = std::max<quint64>(last, m_gnuTable.u32(m_gnu.buckets + i * 4).value_or(0));
    if (last < m_gnu.firstSymbol) // nothing is hashed, so the table does not say how many there are
        return std::max<quint64>(m_gnu.firstSymbol, m_countUntilNames);
    for (;; ++last) {
        const auto chain = m_gnuTable.u32(m_gnu.chains + (last - m_gnu.firstSymbol) * 4);
        if (!chain || (*chain & 1) != 0)
            return last + 1;
    }
}

quint64 ElfSymbols::count() const
{
    if (m_entrySize == 0)
        return 0;
    quint64 count = m_sectionCount;
    if (m_gnuTable.size() > 0) {
        count = countGnu();
    } else if (const auto chains = sysVWord(1)) {
        count = *chains;
    }
    return std::min(count, m_table.size() / m_entrySize);
}

std::optional<ElfSymbol> ElfSymbols::at(quint64 index) const
{
    if (m_entrySize == 0 || index >= m_table.size() / m_entrySize)
        return std::nullopt;
    ElfSymbol symbol;
    ByteCursor cursor(m_table, index * m_entrySize);
    const quint32 name = cursor.u32();
    quint8 info = 0;
    if (m_table.wordSize() == 8) {
        info = cursor.u8();
        cursor.skip(1); // visibility
        symbol.section = cursor.u16();
        symbol.value = cursor.word();
        symbol.size = cursor.word();
    } else {
        symbol.value = cursor.word();
        symbol.size = cursor.word();
        info = cursor.u8();
        cursor.skip(1);
        symbol.section = cursor.u16();
    }
    symbol.type = info & 0xf;
    symbol.binding = info >> 4;
    symbol.name = m_names.textAt(name).value_or(QByteArrayView());
    return symbol;
}

std::optional<ElfSymbol> ElfSymbols::definedAs(quint64 index, QByteArrayView name) const
{
    const auto symbol = at(index);
    return symbol && symbol->isDefined() && symbol->name == name ? symbol : std::nullopt;
}

std::optional<ElfSymbol> ElfSymbols::find(QByteArrayView name) const
{
    if (m_entrySize == 0)
        return std::nullopt;
    return m_gnuTable.size() > 0 ? findGnu(name) : findSysV(name);
}

std::optional<ElfSymbol> ElfSymbols::findGnu(QByteArrayView name) const
{
    const quint32 hash = gnuHashOf(name);
    const auto bits = static_cast<quint32>(m_gnuTable.wordSize()) * 8;
    if (m_gnu.bloomCount > 0) {
        constexpr quint64 BloomStart = 16;
        const quint64 index = (hash / bits) % m_gnu.bloomCount;
        const auto word = m_gnuTable.word(BloomStart + index * static_cast<quint64>(m_gnuTable.wordSize()));
        const quint32 second = m_gnu.bloomShift < 32 ? hash >> m_gnu.bloomShift : 0;
        const quint64 mask = (quint64(1) << (hash % bits)) | (quint64(1) << (second % bits));
        if (!word || (*word & mask) != mask)
            return std::nullopt;
    }
    const quint32 first = m_gnuTable.u32(m_gnu.buckets + quint64(hash % m_gnu.bucketCount) * 4).value_or(0);
    if (first < m_gnu.firstSymbol)
        return std::nullopt;
    for (quint64 index = first;; ++index) {
        const auto chain = m_gnuTable.u32(m_gnu.chains + (index - m_gnu.firstSymbol) * 4);
        if (!chain)
            return std::nullopt;
        if ((*chain | 1) == (hash | 1)) {
            if (const auto symbol = definedAs(index, name))
                return symbol;
        }
        if ((*chain & 1) != 0)
            return std::nullopt;
    }
}

std::optional<ElfSymbol> ElfSymbols::findSysV(QByteArrayView name) const
{
    const auto bucketCount = sysVWord(0);
    const auto chainCount = sysVWord(1);
    if (!bucketCount || !chainCount || *bucketCount == 0)
        return std::nullopt;
    const quint64 capacity = m_sysVTable.size() / static_cast<quint64>(m_sysVWordSize);
    if (*bucketCount > capacity || *chainCount > capacity)
        return std::nullopt;
    auto index = sysVWord(2 + sysVHashOf(name) % *bucketCount);
    for (quint64 steps = 0; index && *index != STN_UNDEF && steps < *chainCount; ++steps) { // chains can be rings
        if (const auto symbol = definedAs(*index, name))
            return symbol;
        if (*index >= *chainCount)
            return std::nullopt;
        index = sysVWord(2 + *bucketCount + *index);
    }
    return std::nullopt;
}

} // namespace plugsmith
