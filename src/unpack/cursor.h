// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <cstring>

namespace plugsmith::unpack {

/// Reads little-endian values from foreign bytes. Reading past the end gives zeros and sets failed(), which stays, so a
/// parser can ask once at the end of a record.
class Cursor
{
public:
    explicit Cursor(const QByteArray &bytes)
        : m_at(bytes.constData())
        , m_left(bytes.size())
    {
    }
    Cursor(const char *bytes, qint64 count)
        : m_at(bytes)
        , m_left(count)
    {
    }

    bool failed() const { return m_failed; }
    void fail() { m_failed = true; }
    qint64 left() const { return m_failed ? 0 : m_left; }
    bool atEnd() const { return left() == 0; }
    const char *data() const { return m_at; }

    quint8 u8() { return read<quint8>(); }
    quint16 u16() { return read<quint16>(); }
    quint32 u32() { return read<quint32>(); }
    quint64 u64() { return read<quint64>(); }

    /// A copy of the next `count` bytes; empty and failed() if there are fewer.
    QByteArray take(qint64 count)
    {
        const char *from = m_at;
        return skip(count) ? QByteArray(from, static_cast<int>(count)) : QByteArray();
    }
    bool skip(qint64 count)
    {
        if (m_failed || count < 0 || count > m_left) {
            m_failed = true;
            return false;
        }
        m_at += count;
        m_left -= count;
        return true;
    }
    /// The next `count` bytes as a cursor of their own.
    Cursor part(qint64 count)
    {
        const char *from = m_at;
        if (skip(count))
            return {from, count};
        Cursor nothing(from, 0);
        nothing.fail();
        return nothing;
    }

private:
    template<class T>
    T read()
    {
        const char *from = m_at;
        if (!skip(sizeof(T)))
            return 0;
        T value = 0;
        for (size_t i = 0; i < sizeof(T); ++i)
            value = static_cast<T>(value | (T(static_cast<uchar>(from[i])) << (8 * i)));
        return value;
    }

    const char *m_at;
    qint64 m_left;
    bool m_failed = false;
};

} // namespace plugsmith::unpack
