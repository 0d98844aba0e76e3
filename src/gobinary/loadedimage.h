// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/elfrelocations.h"
#include "gobinary/elfsymbols.h"

#include <functional>
#include <vector>

namespace plugsmith {

/// An ELF file as it would look in memory when loaded at address 0, without copying it: on most machines a pointer's
/// value is not in the file's bytes but only in the relocation tables.
///
/// Making one walks over the relocations, some 30,000 in a plugin; those that do not lie in the order of their
/// addresses in the file are collected and sorted. Reading a word is a binary search. A value that looks into the bytes
/// that the ElfImage was made from; constant once made, so safe in any thread.
class LoadedImage
{
public:
    enum class Pointers {
        Relative, ///< pointers to places without a symbol: the module record and its tables
        All,      ///< symbolic ones too: what type records need
    };

    LoadedImage(const ElfImage &image, Pointers pointers);
    /// Makes an image with Relative pointers one with All; cheaper than another image. Call once.
    void addSymbolic();

    const ElfImage &elf() const { return m_image; }
    const ElfSymbols &symbols() const { return m_symbols; }
    int wordSize() const { return m_image.wordSize(); }

    /// Bytes that hold no pointers. nullopt unless the file has all of them; zero-filled memory (.bss) is not read.
    std::optional<QByteArrayView> bytes(quint64 address, quint64 length) const
    {
        return m_image.bytesAt(address, length);
    }
    std::optional<quint32> u32(quint64 address) const;
    /// A word after relocation. A pointer to a symbol of another library keeps the file's bytes.
    std::optional<quint64> word(quint64 address) const;

    /// The addresses of words that are pointers, ascending, in [from, to).
    struct Pointer
    {
        quint64 address = 0;
        quint64 addend = 0;
        quint32 symbol = 0;
        RelocationKind kind = RelocationKind::Relative;
        bool inPlace = false;
    };
    std::vector<Pointer> pointers(quint64 from, quint64 to) const;
    /// The first of them that is wanted.
    std::optional<Pointer> findPointer(quint64 from, quint64 to,
                                       const std::function<bool(const Pointer &)> &isWanted) const;
    std::optional<quint64> valueOf(const Pointer &pointer) const;

private:
    /// The relative ones of a table in which they are sorted, which stay there.
    struct SortedTable
    {
        ElfRelocationTable table;
        quint64 count = 0;

        quint64 firstFrom(quint64 address) const;
        Pointer at(quint64 index) const;
    };

    void collectRelative();
    void sortFrom(std::size_t first);

    ElfImage m_image;
    ElfSymbols m_symbols;
    std::optional<SortedTable> m_sorted;
    std::vector<Pointer> m_pointers; // the others, sorted
};

} // namespace plugsmith
