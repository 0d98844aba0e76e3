// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/elfimage.h"

#include <optional>

namespace plugsmith {

/// What the loader has to write, as far as pointers go. Everything else (thread-local storage, copies, indirect
/// functions) is Other.
enum class RelocationKind : quint8 { Relative, Absolute, GlobalData, JumpSlot, Other };

struct ElfRelocation
{
    quint64 address = 0;
    RelocationKind kind = RelocationKind::Other;
    quint32 symbol = 0;   ///< index in the dynamic symbols
    quint64 addend = 0;   ///< meaningless when inPlace
    bool inPlace = false; ///< the addend is the word at `address`
};

struct RelocationTypes;

/// One relocation table of the dynamic table, read entry by entry. Looks into the image's bytes.
class ElfRelocationTable
{
public:
    enum class Coding { Rela, Rel };

    ElfRelocationTable(const ElfImage &image, quint64 address, quint64 size, Coding coding);

    quint64 count() const { return m_entrySize == 0 ? 0 : m_reader.size() / m_entrySize; }
    ElfRelocation at(quint64 index) const;
    quint64 addressAt(quint64 index) const { return m_reader.word(index * m_entrySize).value_or(0); }
    /// The index from which on no entry is relative, if all before it are and their addresses ascend, which is how
    /// linkers write tables; nullopt otherwise.
    std::optional<quint64> sortedRelatives() const;

private:
    template<class Word, ByteOrder Order>
    std::optional<quint64> sortedRelativesOf() const;

    ByteReader m_reader;
    const RelocationTypes *m_types; // nullptr for machines that we do not know
    Coding m_coding;
    quint64 m_entrySize;
};

/// DT_RELA, DT_REL and DT_JMPREL of an image. A table whose size or entry size contradicts the ABI, or that lies
/// outside, is left out: what it would fill stays as in the file.
QList<ElfRelocationTable> relocationTables(const ElfImage &image);

/// The addresses that DT_RELR lists: words that hold their own addend. At most `limit`, because a few bytes of this
/// coding can stand for thousands of addresses.
QList<quint64> packedRelativeRelocations(const ElfImage &image, qsizetype limit);

} // namespace plugsmith
