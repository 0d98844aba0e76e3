// SPDX-License-Identifier: Apache-2.0
#include "gobinary/loadedimage.h"

#include <algorithm>

namespace plugsmith {
namespace {

// The largest plugins have about a million. Above this the file is hostile and the rest stays as in the file; the limit
// keeps the table below 50 MB.
constexpr quint64 MaxPointers = 2'000'000;

bool isBelow(const LoadedImage::Pointer &left, const LoadedImage::Pointer &right)
{
    return left.address < right.address;
}

} // namespace

LoadedImage::LoadedImage(const ElfImage &image, Pointers pointers)
    : m_image(image)
    , m_symbols(image)
{
    collectRelative();
    if (pointers == Pointers::All)
        addSymbolic();
}

quint64 LoadedImage::SortedTable::firstFrom(quint64 address) const
{
    quint64 from = 0;
    quint64 to = count;
    while (from < to) {
        const quint64 middle = from + (to - from) / 2;
        if (table.addressAt(middle) < address)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

LoadedImage::Pointer LoadedImage::SortedTable::at(quint64 index) const
{
    const ElfRelocation entry = table.at(index);
    return {entry.address, entry.addend, entry.symbol, entry.kind, entry.inPlace};
}

void LoadedImage::collectRelative()
{
    for (const quint64 address : packedRelativeRelocations(m_image, MaxPointers))
        m_pointers.push_back({address, 0, 0, RelocationKind::Relative, true});
    for (const ElfRelocationTable &table : relocationTables(m_image)) {
        const auto sorted = table.sortedRelatives();
        if (sorted && !m_sorted && *sorted > 0) {
            m_sorted = SortedTable{table, *sorted};
            continue;
        }
        const quint64 count = sorted.value_or(table.count());
        m_pointers.reserve(m_pointers.size() + std::min(count, MaxPointers)); // growing would take twice as much
        for (quint64 i = 0; i < count && m_pointers.size() < MaxPointers; ++i) {
            const ElfRelocation entry = table.at(i);
            if (entry.kind == RelocationKind::Relative)
                m_pointers.push_back({entry.address, entry.addend, entry.symbol, entry.kind, entry.inPlace});
        }
    }
    sortFrom(0);
}

void LoadedImage::addSymbolic()
{
    const std::size_t relative = m_pointers.size();
    for (const ElfRelocationTable &table : relocationTables(m_image)) {
        const quint64 count = table.count();
        for (quint64 i = table.sortedRelatives().value_or(0); i < count && m_pointers.size() < MaxPointers; ++i) {
            const ElfRelocation entry = table.at(i);
            if (entry.kind != RelocationKind::Relative && entry.kind != RelocationKind::Other)
                m_pointers.push_back({entry.address, entry.addend, entry.symbol, entry.kind, entry.inPlace});
        }
    }
    sortFrom(relative);
}

/// What lies before `first` is sorted.
void LoadedImage::sortFrom(std::size_t first)
{
    const auto middle = m_pointers.begin() + static_cast<std::ptrdiff_t>(first);
    if (!std::is_sorted(middle, m_pointers.end(), isBelow)) // linkers sort the relative ones already
        std::stable_sort(middle, m_pointers.end(), isBelow);
    std::inplace_merge(m_pointers.begin(), middle, m_pointers.end(), isBelow);
}

std::optional<quint32> LoadedImage::u32(quint64 address) const
{
    const auto found = bytes(address, 4);
    return found ? m_image.reader(*found).u32(0) : std::nullopt;
}

std::optional<quint64> LoadedImage::word(quint64 address) const
{
    if (m_sorted) {
        const quint64 index = m_sorted->firstFrom(address);
        if (index < m_sorted->count && m_sorted->table.addressAt(index) == address)
            return valueOf(m_sorted->at(index));
    }
    const auto pointer = std::ranges::lower_bound(m_pointers, address, {}, &Pointer::address);
    if (pointer != m_pointers.end() && pointer->address == address)
        return valueOf(*pointer);
    const auto found = bytes(address, static_cast<quint64>(wordSize()));
    return found ? m_image.reader(*found).word(0) : std::nullopt;
}

std::optional<LoadedImage::Pointer> LoadedImage::findPointer(quint64 from, quint64 to,
                                                             const std::function<bool(const Pointer &)> &isWanted) const
{
    auto other = std::ranges::lower_bound(m_pointers, from, {}, &Pointer::address);
    quint64 index = m_sorted ? m_sorted->firstFrom(from) : 0;
    const quint64 end = m_sorted ? m_sorted->count : 0;
    for (;;) {
        const bool isOther =
            other != m_pointers.end() && (index >= end || other->address < m_sorted->table.addressAt(index));
        if (!isOther && index >= end)
            return std::nullopt;
        const Pointer pointer = isOther ? *other++ : m_sorted->at(index++);
        if (pointer.address >= to)
            return std::nullopt;
        if (isWanted(pointer))
            return pointer;
    }
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
    const auto stored = bytes(pointer.address, static_cast<quint64>(wordSize()));
    const auto word = stored ? m_image.reader(*stored).word(0) : std::nullopt;
    if (!word)
        return std::nullopt;
    quint64 value = pointer.inPlace ? *word : pointer.addend;
    if (pointer.kind != RelocationKind::Relative) {
        const auto symbol = m_symbols.at(pointer.symbol);
        if (!symbol || !symbol->isDefined())
            return word;
        value += symbol->value;
    }
    return wordSize() == 8 ? value : value & 0xffffffff;
}

} // namespace plugsmith
