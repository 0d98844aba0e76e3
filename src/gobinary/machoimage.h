// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/platform.h"
#include "base/result.h"
#include "gobinary/bytereader.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace plugsmith {

struct MachOSegment
{
    QByteArrayView name; ///< "__DATA"
    quint64 address = 0;
    quint64 offset = 0;
    quint64 fileSize = 0;
    quint32 protection = 0; ///< initial VM_PROT_*: 1 read, 2 write, 4 execute
};

struct MachOSection
{
    QByteArrayView segment;
    QByteArrayView name; ///< "__go_buildinfo"
    quint64 address = 0;
    quint64 size = 0;
    quint64 offset = 0;
};

/// The layout of a Mach-O file of 64 bits, little endian: what today's macOS loads. A value that looks into the bytes
/// it was made from. Numbers: <mach-o/loader.h> and <mach-o/fat.h> of Apple's xnu; a few are repeated in the source
/// file, because other systems lack those headers.
class MachOImage
{
public:
    enum class Type { Program, Library, Bundle, Other };

    /// Thin of any word size and order, or fat. A Java class file, which begins like a fat file, is none.
    static bool hasMagic(QByteArrayView bytes);

    /// The files in a fat file, or the thin one itself. Damaged when one of them lies outside.
    static Result<QList<QByteArrayView>> slices(QByteArrayView bytes, const QString &fileName);
    /// One slice. Unsupported for 32-bit and big-endian ones; Damaged when load commands or segments lie outside.
    static Result<MachOImage> parse(QByteArrayView bytes, const QString &fileName);

    Type type() const { return m_type; }
    /// "darwin/arm64"; the architecture is empty when Go does not know it.
    const Platform &platform() const { return m_platform; }

    const QList<MachOSegment> &segments() const { return m_segments; }
    const QList<MachOSection> &sections() const { return m_sections; }
    std::optional<MachOSection> section(QByteArrayView segment, QByteArrayView name) const;

    std::optional<QByteArrayView> bytesAt(quint64 address, quint64 length) const;
    QByteArrayView restOfSegment(quint64 address) const;
    std::optional<quint64> wordAt(quint64 address) const;

    quint64 fileSize() const { return m_reader.size(); } ///< bytes, of this slice
    /// Where the file would like its header to be loaded.
    quint64 baseAddress() const;
    /// What the loader is told about pointers (LC_DYLD_CHAINED_FIXUPS; LC_DYLD_INFO); empty if there is nothing.
    ByteReader chainedFixups() const { return m_reader.part(m_chained); }
    ByteReader bindings() const { return m_reader.part(m_bindings); }
    /// The addresses of those of the names that the file defines and shows to others (LC_SYMTAB).
    QHash<QByteArrayView, quint64> definedSymbols(const QSet<QByteArrayView> &names) const;
    /// Whether a symbol's name starts with `prefix` (LC_SYMTAB). Reads the table until it is found.
    bool hasSymbolStartingWith(QByteArrayView prefix) const;

private:
    void readSegment(const ByteReader &command);
    void readBuildVersion(const ByteReader &command);

    ByteReader m_reader;
    Type m_type = Type::Other;
    Platform m_platform;
    QList<MachOSegment> m_segments;
    QList<MachOSection> m_sections;
    quint64 m_symbolTable = 0;
    quint64 m_symbolCount = 0;
    quint64 m_names = 0;
    quint64 m_namesSize = 0;
    ByteReader::Part m_chained;
    ByteReader::Part m_bindings;
};

} // namespace plugsmith
