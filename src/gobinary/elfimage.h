// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "gobinary/bytereader.h"

#include <QList>

namespace plugsmith {

struct ElfSegment
{
    quint32 type = 0;  ///< PT_*
    quint32 flags = 0; ///< PF_*
    quint64 offset = 0;
    quint64 address = 0;
    quint64 fileSize = 0;
    quint64 memorySize = 0;
};

struct ElfSection
{
    QByteArrayView name;
    quint32 type = 0; ///< SHT_*
    quint64 flags = 0;
    quint64 address = 0;
    quint64 offset = 0;
    quint64 size = 0;
    quint32 link = 0;
    quint64 entrySize = 0;
};

/// The layout of an ELF file of 32 or 64 bits in either byte order: header, segments, sections when it has any, and the
/// dynamic table. Symbols and relocations are read by ElfSymbols and forEachRelocation() when somebody asks.
///
/// A value that looks into the bytes it was made from; they must outlive it and everything it hands out. Addresses are
/// the file's own, as if it were loaded at 0. Field names and numbers: <elf.h> and the System V ABI.
class ElfImage
{
public:
    static bool hasMagic(QByteArrayView bytes);

    /// Damaged unless the tables that the header names, all loadable segments and all sections lie inside the file. A
    /// file that was cut off is recognised by this: linkers put the section header table last. `fileName` only words
    /// the error.
    static Result<ElfImage> parse(QByteArrayView bytes, const QString &fileName);

    bool isWide() const { return m_reader.wordSize() == 8; }
    int wordSize() const { return m_reader.wordSize(); }
    ByteOrder byteOrder() const { return m_reader.order(); }
    quint16 type() const { return m_type; }       ///< ET_*
    quint16 machine() const { return m_machine; } ///< EM_*
    quint8 osAbi() const { return m_osAbi; }      ///< ELFOSABI_*
    const ByteReader &file() const { return m_reader; }

    /// Whether it is made to be loaded into another program: a dynamic object that is not a position-independent
    /// executable.
    bool isSharedObject() const;

    const QList<ElfSegment> &segments() const { return m_segments; }
    /// Empty when the file has no section headers, which loaders do not need.
    QList<ElfSection> sections() const;
    std::optional<ElfSection> section(QByteArrayView name) const;
    /// The content; nullopt for sections without bytes in the file (SHT_NOBITS).
    std::optional<QByteArrayView> content(const ElfSection &section) const;
    std::optional<QByteArrayView> content(const ElfSegment &segment) const;

    /// Where `length` bytes at `address` are in the file; nullopt unless one loadable segment has them all there.
    std::optional<quint64> offsetOf(quint64 address, quint64 length) const;
    std::optional<QByteArrayView> bytesAt(quint64 address, quint64 length) const;
    /// From `address` to the end of what its segment has in the file; empty if that is nothing.
    QByteArrayView restOfSegment(quint64 address) const;
    ByteReader readerAt(quint64 address) const { return reader(restOfSegment(address)); }
    /// A reader in this file's byte order and word size.
    ByteReader reader(QByteArrayView bytes) const { return ByteReader(bytes, byteOrder(), wordSize()); }

    std::optional<quint64> dynamicValue(qint64 tag) const; ///< DT_*
    std::optional<QByteArrayView> dynamicText(quint64 offset) const;
    /// The DT_NEEDED names, in order.
    QList<QByteArrayView> neededLibraries() const;
    /// The program that loads it (PT_INTERP); empty for libraries.
    QByteArrayView interpreter() const;

private:
    struct DynamicEntry
    {
        qint64 tag = 0;
        quint64 value = 0;
    };
    struct TableSizes
    {
        quint64 segments = 0;
        quint64 sections = 0;
    };

    std::optional<Error> readHeader(const QString &fileName, TableSizes *counts);
    std::optional<Error> readSegments(const QString &fileName, quint64 count);
    std::optional<Error> checkSections(const QString &fileName, quint64 count);
    std::optional<Error> readDynamicTable(const QString &fileName);
    ElfSegment segmentAt(quint64 offset) const;
    ElfSection sectionHeader(quint64 index, quint32 *nameOffset = nullptr, quint32 *info = nullptr) const;

    ByteReader m_reader;
    quint16 m_type = 0;
    quint16 m_machine = 0;
    quint8 m_osAbi = 0;
    quint64 m_segmentTable = 0;
    quint64 m_segmentEntrySize = 0;
    quint64 m_sectionTable = 0;
    quint64 m_sectionEntrySize = 0;
    quint64 m_sectionCount = 0;
    quint64 m_namesIndex = 0; // the section with the sections' names
    QList<ElfSegment> m_segments;
    QList<ElfSegment> m_loads; // PT_LOAD only: asked for each address
    QList<DynamicEntry> m_dynamic;
};

} // namespace plugsmith
