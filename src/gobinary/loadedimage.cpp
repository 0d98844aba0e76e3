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

void LoadedImage::collectRelative()
{
    const auto tables = relocationTables(m_image);
    quint64 expected = 0;
    for (const ElfRelocationTable &table : tables)
        expected += std::min(table.count(), MaxPointers);
    m_pointers.reserve(std::min(expected, MaxPointers)); // exactly: growing would take twice as much for a moment
    for (const quint64 address : packedRelativeRelocations(m_image, MaxPointers))
        m_pointers.push_back({address, 0, 0, RelocationKind::Relative, true});
    for (const ElfRelocationTable &table : tables) {
        const quint64 count = table.count();
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
        for (quint64 i = 0; i < count && m_pointers.size() < MaxPointers; ++i) {
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
    const auto pointer = std::ranges::lower_bound(m_pointers, address, {}, &Pointer::address);
    if (pointer != m_pointers.end() && pointer->address == address)
        return valueOf(*pointer);
    const auto found = bytes(address, static_cast<quint64>(wordSize()));
    return found ? m_image.reader(*found).word(0) : std::nullopt;
}

std::span<const LoadedImage::Pointer> LoadedImage::pointers(quint64 from, quint64 to) const
{
    const auto first = std::ranges::lower_bound(m_pointers, from, {}, &Pointer::address);
    const auto last = std::ranges::lower_bound(first, m_pointers.end(), to, {}, &Pointer::address);
    return {first, last};
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
