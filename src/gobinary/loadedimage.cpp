// SPDX-License-Identifier: Apache-2.0
#include "gobinary/loadedimage.h"

#include <algorithm>
#include <elf.h>

namespace plugsmith {
namespace {

// The largest plugins have about a million. Above this the file is hostile and the rest stays as in the file; the limit
// keeps the table below 32 MB.
constexpr quint64 MaxPointers = 2'000'000;

} // namespace

LoadedImage::LoadedImage(const ElfImage &image, Pointers pointers)
    : m_reader(image.file())
    , m_elf(image)
    , m_symbols(image)
    , m_tables(relocationTables(image))
{
    collectRelative();
    if (pointers == Pointers::All)
        addSymbolic();
}

LoadedImage::LoadedImage(const MachOImage &image)
    : m_reader(QByteArrayView(), ByteOrder::Little, 8)
    , m_machO(image)
    , m_fixups(machOPointers(image, MaxPointers))
{
}

ByteReader LoadedImage::readerAt(quint64 address) const
{
    return reader(m_machO ? m_machO->restOfSegment(address) : m_elf->restOfSegment(address));
}

QList<LoadedImage::Range> LoadedImage::writable() const
{
    QList<Range> first;
    QList<Range> later;
    if (m_machO) {
        constexpr quint32 Writable = 2;
        for (const MachOSegment &segment : m_machO->segments()) {
            if ((segment.protection & Writable) != 0)
                (segment.name == "__DATA_CONST" ? later : first)
                    << Range{segment.address, segment.address + segment.fileSize};
        }
        return first + later;
    }
    Range readOnly;
    for (const ElfSegment &segment : m_elf->segments()) {
        if (segment.type == PT_GNU_RELRO)
            readOnly = {segment.address, segment.address + segment.memorySize};
    }
    for (const ElfSegment &segment : m_elf->segments()) {
        if (segment.type != PT_LOAD || (segment.flags & PF_W) == 0)
            continue;
        const quint64 end = segment.address + segment.fileSize;
        const quint64 boundary = std::clamp(readOnly.to, segment.address, std::max(end, segment.address));
        first << Range{boundary, end};
        later << Range{std::max(segment.address, readOnly.from), boundary};
    }
    return first + later;
}

std::optional<quint64> LoadedImage::sizeOf(QByteArrayView symbol) const
{
    const auto found = m_symbols ? m_symbols->find(symbol) : std::nullopt;
    return found ? std::optional(found->size) : std::nullopt;
}

void LoadedImage::collectRelative()
{
    for (const quint64 address : packedRelativeRelocations(*m_elf, MaxPointers))
        m_others.push_back({address, Packed, 0});
    for (qsizetype i = 0; i < m_tables.size(); ++i) {
        const auto sorted = m_tables[i].sortedRelatives();
        if (sorted && m_sortedCount == 0) {
            m_sortedTable = i;
            m_sortedCount = *sorted;
        } else {
            collect(static_cast<quint32>(i), 0, sorted.value_or(m_tables[i].count()), true);
        }
    }
    std::ranges::stable_sort(m_others, {}, &Place::address);
}

void LoadedImage::addSymbolic()
{
    for (qsizetype i = 0; i < m_tables.size(); ++i)
        collect(static_cast<quint32>(i), m_tables[i].sortedRelatives().value_or(0), m_tables[i].count(), false);
    std::ranges::stable_sort(m_others, {}, &Place::address);
}

void LoadedImage::collect(quint32 table, quint64 from, quint64 to, bool relative)
{
    to = std::min<quint64>(to, Packed);
    m_others.reserve(m_others.size() + std::min(to - std::min(from, to), MaxPointers));
    for (quint64 i = from; i < to && m_others.size() < MaxPointers; ++i) {
        const ElfRelocation entry = m_tables[table].at(i);
        if (entry.kind != RelocationKind::Other && (entry.kind == RelocationKind::Relative) == relative)
            m_others.push_back({entry.address, table, static_cast<quint32>(i)});
    }
}

quint64 LoadedImage::firstSorted(quint64 address) const
{
    quint64 from = 0;
    quint64 to = m_sortedCount;
    while (from < to) {
        const quint64 middle = from + (to - from) / 2;
        if (sortedAddress(middle) < address)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

LoadedImage::Pointer LoadedImage::pointerAt(const Place &place) const
{
    if (place.table == Packed)
        return {place.address, 0, 0, RelocationKind::Relative, true};
    const ElfRelocation entry = m_tables[place.table].at(place.entry);
    return {entry.address, entry.addend, entry.symbol, entry.kind, entry.inPlace};
}

std::optional<quint32> LoadedImage::u32(quint64 address) const
{
    const auto found = bytes(address, 4);
    return found ? reader(*found).u32(0) : std::nullopt;
}

std::optional<quint64> LoadedImage::word(quint64 address) const
{
    const auto fixup = std::ranges::lower_bound(m_fixups, address, {}, &MachOPointer::address);
    if (fixup != m_fixups.end() && fixup->address == address)
        return fixup->value;
    const quint64 index = firstSorted(address);
    if (index < m_sortedCount && sortedAddress(index) == address)
        return valueOf(pointerAt({address, static_cast<quint32>(m_sortedTable), static_cast<quint32>(index)}));
    const auto other = std::ranges::lower_bound(m_others, address, {}, &Place::address);
    if (other != m_others.end() && other->address == address)
        return valueOf(pointerAt(*other));
    const auto found = bytes(address, static_cast<quint64>(wordSize()));
    return found ? reader(*found).word(0) : std::nullopt;
}

std::optional<LoadedImage::Pointer>
LoadedImage::findElfPointer(quint64 from, quint64 to, const std::function<bool(const Pointer &)> &isWanted) const
{
    auto other = std::ranges::lower_bound(m_others, from, {}, &Place::address);
    quint64 index = firstSorted(from);
    for (;;) {
        const bool isOther =
            other != m_others.end() && (index >= m_sortedCount || other->address < sortedAddress(index));
        if (!isOther && index >= m_sortedCount)
            return std::nullopt;
        const Pointer pointer = pointerAt(
            isOther ? *other++ : Place{0, static_cast<quint32>(m_sortedTable), static_cast<quint32>(index++)});
        if (pointer.address >= to)
            return std::nullopt;
        if (isWanted(pointer))
            return pointer;
    }
}

/// Without chained fixups the words hold what they will be, and nothing says which of them are pointers.
std::optional<LoadedImage::Pointer>
LoadedImage::findMachOPointer(quint64 from, quint64 to, const std::function<bool(const Pointer &)> &isWanted) const
{
    if (m_machO->chainedFixups().size() > 0) {
        auto each = std::ranges::lower_bound(m_fixups, from, {}, &MachOPointer::address);
        for (; each != m_fixups.end() && each->address < to; ++each) {
            const Pointer pointer{each->address, each->value, 0, RelocationKind::Relative, false};
            if (isWanted(pointer))
                return pointer;
        }
        return std::nullopt;
    }
    constexpr quint64 WordSize = 8;
    const ByteReader words = readerAt(from);
    for (quint64 offset = 0; offset < std::min(words.size(), std::max(from, to) - from); offset += WordSize) {
        const auto value = words.u64(offset);
        const Pointer pointer{from + offset, value.value_or(0), 0, RelocationKind::Relative, false};
        if (value && *value != 0 && bytes(*value, 1) && isWanted(pointer))
            return pointer;
    }
    return std::nullopt;
}

std::optional<LoadedImage::Pointer> LoadedImage::findPointer(quint64 from, quint64 to,
                                                             const std::function<bool(const Pointer &)> &isWanted) const
{
    return m_machO ? findMachOPointer(from, to, isWanted) : findElfPointer(from, to, isWanted);
}

std::vector<LoadedImage::Pointer> LoadedImage::pointers(quint64 from, quint64 to) const
{
    std::vector<Pointer> found;
    findPointer(from, to, [&found](const Pointer &pointer) {
        found.push_back(pointer);
        return false;
    });
    return found;
}

std::optional<quint64> LoadedImage::valueOf(const Pointer &pointer) const
{
    if (m_machO)
        return pointer.addend;
    const auto stored = bytes(pointer.address, static_cast<quint64>(wordSize()));
    const auto word = stored ? reader(*stored).word(0) : std::nullopt;
    if (!word)
        return std::nullopt;
    quint64 value = pointer.inPlace ? *word : pointer.addend;
    if (pointer.kind != RelocationKind::Relative) {
        const auto symbol = m_symbols->at(pointer.symbol);
        if (!symbol || !symbol->isDefined())
            return word;
        value += symbol->value;
    }
    return wordSize() == 8 ? value : value & 0xffffffff;
}

} // namespace plugsmith
