// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/bytereader.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>

namespace plugsmith::tests {

/// Appends numbers in the byte order and word size of a target.
class ByteWriter
{
public:
    ByteWriter(ByteOrder order, int wordSize)
        : m_order(order)
        , m_wordSize(wordSize)
    {
    }

    ByteWriter &u8(quint64 value) { return number(value, 1); }
    ByteWriter &u16(quint64 value) { return number(value, 2); }
    ByteWriter &u32(quint64 value) { return number(value, 4); }
    ByteWriter &u64(quint64 value) { return number(value, 8); }
    ByteWriter &word(quint64 value) { return number(value, m_wordSize); }
    ByteWriter &raw(const QByteArray &bytes);
    ByteWriter &alignTo(qsizetype alignment);
    /// Replaces bytes that are already there.
    void put(qsizetype offset, quint64 value, int length);

    const QByteArray &bytes() const { return m_bytes; }
    qsizetype size() const { return m_bytes.size(); }

private:
    ByteWriter &number(quint64 value, int length);

    ByteOrder m_order;
    int m_wordSize;
    QByteArray m_bytes;
};

/// A processor with its ABI: what differs between ELF files of the platforms that Go makes plugins for.
struct ElfMachine
{
    QByteArray goArch;
    quint16 number = 0; ///< EM_*
    int wordSize = 8;
    ByteOrder order = ByteOrder::Little;
    bool hasAddends = true; ///< RELA, else REL
    quint32 relative = 0;   ///< relocation types
    quint32 absolute = 0;

    /// amd64, arm64, arm, 386, ppc64le, s390x, riscv64, loong64.
    static const QList<ElfMachine> &all();
    static ElfMachine named(const QByteArray &goArch);
};

/// Makes small ELF files: four loadable segments (read-only data, data that the loader makes read-only, data, dynamic
/// tables) and section headers at the end. Addresses are known when content is added, so content can point at content.
class ElfBuilder
{
public:
    enum class Hash { Gnu, SysV, None };
    enum class Relocations { Native, Packed };
    enum class Place { ReadOnly, Relro, Data };
    static constexpr quint64 ReadOnlyAddress = 0x10000;
    static constexpr quint64 RelroAddress = 0x200000;
    static constexpr quint64 DataAddress = 0x300000;
    static constexpr quint64 TablesAddress = 0x400000;

    explicit ElfBuilder(const ElfMachine &machine);

    const ElfMachine machine;
    // What the header and the tables say; to be set before build().
    quint16 type = 3; ///< ET_DYN
    quint8 osAbi = 0;
    bool hasSectionHeaders = true;
    bool hasDynamicTable = true;
    Hash hash = Hash::Gnu;
    Relocations relocations = Relocations::Native; ///< Packed: DT_RELR for setPointer()
    QByteArray interpreter;
    QByteArray noteName;

    ByteWriter writer() const { return {machine.order, machine.wordSize}; }
    /// Adds content and returns its address.
    quint64 add(Place place, const QByteArray &bytes, qsizetype alignment = 16);
    /// Replaces content that was added at `address`.
    void replace(quint64 address, const QByteArray &bytes);
    /// Makes the word at `address` a pointer, as a linker would: the value may be in a relocation only.
    void setPointer(quint64 address, quint64 target);
    /// Makes the word at `address` a pointer to a symbol that was added.
    void setPointerToSymbol(quint64 address, const QByteArray &symbol, quint64 addend = 0);
    void addSymbol(const QByteArray &name, quint64 value, quint64 size = 0);
    void addUndefinedSymbol(const QByteArray &name);
    void addSection(const QByteArray &name, quint64 address, quint64 size);
    void addNeeded(const QByteArray &library) { m_needed << library; }
    void addDynamicEntry(quint64 tag, quint64 value) { m_extraEntries << Entry{tag, value}; }

    QByteArray build();
    /// Of the last build(), in the file.
    quint64 offsetOfSectionHeaders() const { return m_sectionHeaders; }
    quint64 offsetOfProgramHeaders() const { return machine.wordSize == 8 ? 64 : 52; }
    quint64 addressOfTable(quint64 dynamicTag) const;
    quint64 offsetOf(quint64 address) const;

private:
    struct Symbol
    {
        QByteArray name;
        quint64 value = 0;
        quint64 size = 0;
        bool isDefined = true;
    };
    struct Pointer
    {
        quint64 address = 0;
        quint64 target = 0; // or the addend
        QByteArray symbol;
    };
    struct Entry
    {
        quint64 tag = 0;
        quint64 value = 0;
    };
    struct Segment
    {
        quint32 type = 0;
        quint32 flags = 0;
        quint64 address = 0;
        QByteArray bytes;
        quint64 offset = 0;

        bool isPart() const { return type == 2 || type == 0x6474e552; } ///< of another: PT_DYNAMIC, PT_GNU_RELRO
    };
    struct Section
    {
        QByteArray name;
        quint32 type = 0;
        quint64 address = 0;
        quint64 offset = 0;
        quint64 size = 0;
        quint32 link = 0;
        quint64 entrySize = 0;
        quint64 nameOffset = 0;
    };

    void sortSymbols();
    quint64 symbolIndex(const QByteArray &name) const;
    QByteArray symbolTable(QByteArray *names) const;
    QByteArray gnuHash() const;
    QByteArray sysVHash() const;
    QByteArray relocationTable();
    QByteArray packedRelocations();
    void makeTables();
    QByteArray header(quint64 segments, quint64 sections) const;
    void collectSegments();
    quint64 placeSegments();
    void appendSegmentHeader(ByteWriter *file, const Segment &segment) const;
    QList<Section> makeSections(QByteArray *names) const;

    QByteArray m_content[3];
    QList<Symbol> m_symbols;
    QList<Pointer> m_pointers;
    QList<Section> m_sections;
    QByteArrayList m_needed;
    QList<Entry> m_extraEntries;
    // Made by build().
    QByteArray m_tables;
    QList<Entry> m_dynamic;
    quint64 m_dynamicAddress = 0;
    quint64 m_bucketCount = 1;
    QList<Segment> m_segments;
    quint64 m_sectionHeaders = 0;
};

} // namespace plugsmith::tests

Q_DECLARE_METATYPE(plugsmith::tests::ElfMachine)
Q_DECLARE_METATYPE(plugsmith::tests::ElfBuilder::Hash)
Q_DECLARE_METATYPE(plugsmith::tests::ElfBuilder::Relocations)
