// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/elfimage.h"

namespace plugsmith {

struct ElfSymbol
{
    QByteArrayView name;
    quint64 value = 0;
    quint64 size = 0;
    quint8 type = 0;     ///< STT_*
    quint8 binding = 0;  ///< STB_*
    quint16 section = 0; ///< SHN_*

    bool isDefined() const { return section != 0; }
};

/// The dynamic symbols, which survive strip and the removal of section headers. Found through DT_GNU_HASH or DT_HASH in
/// a few page touches each. A value that looks into the image's bytes, as ElfImage does.
class ElfSymbols
{
public:
    explicit ElfSymbols(const ElfImage &image);

    /// The number of symbols, for walking over all. From DT_HASH, else the last chain of DT_GNU_HASH, else the section
    /// header; 0 when nobody says it. Cheap, but not free.
    quint64 count() const;
    /// nullopt outside of the table. A symbol without a readable name has an empty one.
    std::optional<ElfSymbol> at(quint64 index) const;
    /// A defined symbol of this name, by hash.
    std::optional<ElfSymbol> find(QByteArrayView name) const;

private:
    struct GnuHash
    {
        quint32 bucketCount = 0;
        quint32 firstSymbol = 0;
        quint32 bloomCount = 0;
        quint32 bloomShift = 0;
        quint64 buckets = 0; // offsets in m_gnuTable
        quint64 chains = 0;
    };

    std::optional<ElfSymbol> findGnu(QByteArrayView name) const;
    std::optional<ElfSymbol> findSysV(QByteArrayView name) const;
    std::optional<ElfSymbol> definedAs(quint64 index, QByteArrayView name) const;
    std::optional<quint64> sysVWord(quint64 index) const;
    quint64 countGnu() const;

    ByteReader m_table;
    ByteReader m_names;
    ByteReader m_gnuTable;
    ByteReader m_sysVTable;
    GnuHash m_gnu;
    int m_sysVWordSize = 4;
    quint64 m_entrySize = 0;
    quint64 m_sectionCount = 0;    // what the section header says
    quint64 m_countUntilNames = 0; // how many have room before the names, which linkers put behind them
};

} // namespace plugsmith
