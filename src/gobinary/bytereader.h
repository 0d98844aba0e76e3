// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QtEndian>

#include <optional>

namespace plugsmith {

enum class ByteOrder { Little, Big };

/// Reads numbers and texts out of foreign bytes. Offsets and lengths are bytes and may be any 64-bit number, so what a
/// file says can be passed on unchecked: a read that does not lie inside as a whole is nullopt, and no sum overflows. A
/// value that does not own the bytes; safe in any thread.
class ByteReader
{
public:
    ByteReader() = default;
    /// `wordSize` is the size of a pointer in the file, 4 or 8.
    explicit ByteReader(QByteArrayView bytes, ByteOrder order = ByteOrder::Little, int wordSize = 8)
        : m_bytes(bytes)
        , m_order(order)
        , m_wordSize(wordSize)
    {
    }

    struct Varint
    {
        quint64 value = 0;
        quint64 length = 0; ///< of its coding, 1 to 10
    };

    QByteArrayView all() const { return m_bytes; }
    quint64 size() const { return static_cast<quint64>(m_bytes.size()); }
    ByteOrder order() const { return m_order; }
    int wordSize() const { return m_wordSize; }
    bool contains(quint64 offset, quint64 length) const { return offset <= size() && length <= size() - offset; }

    std::optional<quint8> u8(quint64 offset) const { return number<quint8>(offset); }
    std::optional<quint16> u16(quint64 offset) const { return number<quint16>(offset); }
    std::optional<quint32> u32(quint64 offset) const { return number<quint32>(offset); }
    std::optional<quint64> u64(quint64 offset) const { return number<quint64>(offset); }
    std::optional<quint64> word(quint64 offset) const
    {
        return m_wordSize == 8 ? number<quint64>(offset) : number<quint32, quint64>(offset);
    }
    /// Unsigned LEB128 as Go's encoding/binary writes it; more than 64 bits are an error.
    std::optional<Varint> varint(quint64 offset) const;

    std::optional<QByteArrayView> bytes(quint64 offset, quint64 length) const;
    struct Part
    {
        quint64 offset = 0;
        quint64 length = 0;
    };
    /// A reader of the same kind over a part; empty unless all of it lies inside.
    ByteReader part(const Part &part) const
    {
        return ByteReader(bytes(part.offset, part.length).value_or(QByteArrayView()), m_order, m_wordSize);
    }
    /// The bytes up to a NUL, which must lie inside too and at most `longest` bytes away: without a limit, a table of
    /// names without ends would be searched as a whole for each name.
    std::optional<QByteArrayView> textAt(quint64 offset, qsizetype longest = MaxText) const;
    static constexpr qsizetype MaxText = 0x10000;

private:
    template<class Number, class Wide = Number>
    std::optional<Wide> number(quint64 offset) const
    {
        if (!contains(offset, sizeof(Number)))
            return std::nullopt;
        const char *at = m_bytes.data() + offset;
        return m_order == ByteOrder::Little ? qFromLittleEndian<Number>(at) : qFromBigEndian<Number>(at);
    }

    QByteArrayView m_bytes;
    ByteOrder m_order = ByteOrder::Little;
    int m_wordSize = 8;
};

/// Reads fields one after the other, for headers. A read past the end gives 0 or nothing and is remembered, so that one
/// question at the end of a header is enough.
class ByteCursor
{
public:
    ByteCursor(const ByteReader &reader, quint64 offset)
        : m_reader(reader)
        , m_offset(offset)
    {
    }

    quint8 u8() { return take(m_reader.u8(m_offset), 1); }
    quint16 u16() { return take(m_reader.u16(m_offset), 2); }
    quint32 u32() { return take(m_reader.u32(m_offset), 4); }
    quint64 u64() { return take(m_reader.u64(m_offset), 8); }
    quint64 word() { return take(m_reader.word(m_offset), static_cast<quint64>(m_reader.wordSize())); }
    quint64 varint();
    /// One whose value nobody needs may have more bits than 64.
    void skipVarint();
    /// As ByteReader::textAt(); the NUL is read too.
    QByteArrayView text();
    void skip(quint64 length);
    /// For whoever finds that what was read makes no sense.
    void fail() { m_intact = false; }

    bool isIntact() const { return m_intact; }
    quint64 offset() const { return m_offset; }

private:
    template<class Number>
    Number take(std::optional<Number> number, quint64 length)
    {
        if (number && m_intact) {
            m_offset += length;
        } else {
            m_intact = false;
        }
        return m_intact ? *number : Number();
    }

    ByteReader m_reader;
    quint64 m_offset;
    bool m_intact = true;
};

} // namespace plugsmith
