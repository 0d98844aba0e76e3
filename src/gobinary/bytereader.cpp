// SPDX-License-Identifier: Apache-2.0
#include "gobinary/bytereader.h"

#include <algorithm>

namespace plugsmith {

std::optional<ByteReader::Varint> ByteReader::varint(quint64 offset) const
{
    constexpr quint64 LongestCoding = 10;
    Varint result;
    for (quint64 i = 0; i < LongestCoding; ++i) {
        const quint64 position = offset + i;
        if (position < offset || !contains(position, 1))
            return std::nullopt;
        const auto byte = static_cast<uchar>(m_bytes[static_cast<qsizetype>(position)]);
        if (i == LongestCoding - 1 && byte > 1)
            return std::nullopt; // the tenth byte holds the 64th bit only
        result.value |= static_cast<quint64>(byte & 0x7f) << (7 * i);
        if (byte < 0x80) {
            result.length = i + 1;
            return result;
        }
    }
    return std::nullopt;
}

std::optional<QByteArrayView> ByteReader::bytes(quint64 offset, quint64 length) const
{
    if (!contains(offset, length))
        return std::nullopt;
    return m_bytes.sliced(static_cast<qsizetype>(offset), static_cast<qsizetype>(length));
}

std::optional<QByteArrayView> ByteReader::textAt(quint64 offset, qsizetype longest) const
{
    if (!contains(offset, 1))
        return std::nullopt;
    const qsizetype length = std::min(m_bytes.size() - static_cast<qsizetype>(offset), longest + 1);
    const QByteArrayView rest = m_bytes.sliced(static_cast<qsizetype>(offset), length);
    const qsizetype end = rest.indexOf('\0');
    if (end < 0)
        return std::nullopt;
    return rest.first(end);
}

quint64 ByteCursor::varint()
{
    const auto number = m_reader.varint(m_offset);
    return take(number ? std::optional(number->value) : std::nullopt, number ? number->length : 0);
}

void ByteCursor::skipVarint()
{
    while ((u8() & 0x80) != 0) { // 0 once it is not intact
    }
}

QByteArrayView ByteCursor::text()
{
    const auto found = m_reader.textAt(m_offset);
    return take(found, found ? static_cast<quint64>(found->size()) + 1 : 0);
}

void ByteCursor::skip(quint64 length)
{
    if (m_intact && m_reader.contains(m_offset, length)) {
        m_offset += length;
    } else {
        m_intact = false;
    }
}

} // namespace plugsmith
