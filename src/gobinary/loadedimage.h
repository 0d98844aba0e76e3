// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/elfrelocations.h"
#include "gobinary/elfsymbols.h"
#include "gobinary/machofixups.h"

#include <functional>
#include <vector>

namespace plugsmith {

/// An ELF or Mach-O file as it would look in memory when loaded where it asks for (ELF: at address 0), without copying
/// it: on most machines a pointer's value is not in the file's bytes but only in the tables for the loader.
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
    /// Has all pointers.
    explicit LoadedImage(const MachOImage &image);
    /// Makes an image with Relative pointers one with All; cheaper than another image. Call once.
    void addSymbolic();

    int wordSize() const { return m_reader.wordSize(); }
    /// A reader in this file's byte order and word size.
    ByteReader reader(QByteArrayView bytes) const { return ByteReader(bytes, m_reader.order(), wordSize()); }
    ByteReader readerAt(quint64 address) const;

    struct Range
    {
        quint64 from = 0;
        quint64 to = 0;
    };
    /// What can be written to and has bytes in the file; first what stays so, then what the loader makes read-only.
    QList<Range> writable() const;
    /// The size of a dynamic symbol of the file; ELF only.
    std::optional<quint64> sizeOf(QByteArrayView symbol) const;

    /// Bytes that hold no pointers. nullopt unless the file has all of them; zero-filled memory (.bss) is not read.
    std::optional<QByteArrayView> bytes(quint64 address, quint64 length) const
    {
        return m_machO ? m_machO->bytesAt(address, length) : m_elf->bytesAt(address, length);
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
    static constexpr quint32 Packed = 0xffffffff; // in the place of a table: DT_RELR

    /// An entry of a table; kept small, because there are many to be sorted.
    struct Place
    {
        quint64 address = 0;
        quint32 table = 0;
        quint32 entry = 0;
    };

    void collectRelative();
    void collect(quint32 table, quint64 from, quint64 to, bool relative);
    quint64 firstSorted(quint64 address) const;
    quint64 sortedAddress(quint64 index) const { return m_tables[m_sortedTable].addressAt(index); }
    Pointer pointerAt(const Place &place) const;
    std::optional<Pointer> findElfPointer(quint64 from, quint64 to,
                                          const std::function<bool(const Pointer &)> &isWanted) const;
    std::optional<Pointer> findMachOPointer(quint64 from, quint64 to,
                                            const std::function<bool(const Pointer &)> &isWanted) const;

    ByteReader m_reader;
    std::optional<MachOImage> m_machO; // or:
    std::optional<ElfImage> m_elf;
    std::optional<ElfSymbols> m_symbols;
    QList<ElfRelocationTable> m_tables;
    qsizetype m_sortedTable = 0; // whose relative entries are sorted, and stay there
    quint64 m_sortedCount = 0;
    std::vector<Place> m_others;        // sorted
    std::vector<MachOPointer> m_fixups; // of Mach-O files, sorted
};

} // namespace plugsmith
