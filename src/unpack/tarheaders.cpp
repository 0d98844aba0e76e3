// SPDX-License-Identifier: Apache-2.0
#include "unpack/tarheaders.h"

#include "unpack/names.h"
#include "unpack/pax.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <sys/stat.h>

namespace plugsmith::unpack {
namespace {

constexpr qint64 MaxLongName = 1 << 16;
constexpr qint64 MaxPax = 1 << 20;

/// A text field: up to its NUL.
QByteArray text(const char *block, int at, int length)
{
    return {block + at, static_cast<int>(qstrnlen(block + at, static_cast<uint>(length)))};
}

/// A number field: octal text, or base 256 if its highest bit is set. -1 if it is neither or does not fit.
qint64 number(const char *block, int at, int length)
{
    const char *field = block + at;
    const auto first = static_cast<uchar>(field[0]);
    if (first == 0x80 || first == 0xFF) {
        qint64 value = 0;
        for (int i = 1; i < length; ++i) {
            if (value > (std::numeric_limits<qint64>::max() >> 8))
                return -1;
            value = (value << 8) | static_cast<uchar>(field[i]);
        }
        return first == 0x80 ? value : -1; // 0xFF: negative
    }
    const QByteArray digits = text(block, at, length).trimmed();
    bool isOctal = digits.isEmpty();
    const qint64 value = isOctal ? 0 : digits.toLongLong(&isOctal, 8);
    return isOctal ? value : -1;
}

/// What stands in front of the header that it belongs to.
struct Ahead
{
    QByteArray longName;   // GNU
    QByteArray longTarget; // GNU
    PaxRecords pax;
};

QByteArray toUtf8(const QByteArray &name)
{
    return isUtf8(name) ? name : fromLatin1(name);
}

QByteArray headerName(const char *block)
{
    const QByteArray name = text(block, 0, 100);
    // Only POSIX archives have a prefix there; GNU keeps times in the same bytes, and star ends its prefix earlier.
    if (std::memcmp(block + 257, "ustar\0", 6) != 0)
        return name;
    const bool isStar = std::memcmp(block + 508, "tar\0", 4) == 0;
    const QByteArray prefix = text(block, 345, isStar ? 131 : 155);
    return prefix.isEmpty() ? name : prefix + '/' + name;
}

class Walk
{
public:
    Walk(const ByteSource &source, const Limits &limits, QByteArray *lastName)
        : m_source(source)
        , m_limits(limits)
        , m_lastName(lastName != nullptr ? *lastName : m_ownLastName)
    {
    }

    Outcome<std::vector<Entry>> run()
    {
        for (;;) {
            char block[TarBlock];
            const qint64 got = m_source.readAt(m_at, block, TarBlock);
            if (got < TarBlock)
                return broken(m_at + std::max<qint64>(got, 0), "no end of the tar");
            if (std::all_of(block, block + TarBlock, [](char c) { return c == '\0'; }))
                return std::move(m_entries);
            if (!isTarHeader(block))
                return broken(m_at, "tar checksum");
            if (auto step = readHeader(block); !step)
                return step.error();
        }
    }

private:
    Problem broken(qint64 at, const QByteArray &detail) const { return damaged(m_lastName, at, detail); }

    Outcome<void> readHeader(const char *block)
    {
        const char type = block[156];
        const qint64 size = number(block, 124, 12);
        if (size < 0)
            return broken(m_at, "tar size");
        switch (type) {
        case 'L':
        case 'K':
            return readLongName(type == 'L' ? m_ahead.longName : m_ahead.longTarget, size);
        case 'x':
        case 'X':
            return readPax(size, false);
        case 'g':
            return readPax(size, true);
        case 'V': // a label for the volume
            return skip(size);
        default:
            return addEntry(block, type, size);
        }
    }

    /// Moves on behind a header and `size` bytes of content, which must be there.
    Outcome<void> skip(qint64 size)
    {
        const qint64 begin = m_at + TarBlock;
        if (size > m_source.size() - begin)
            return broken(m_source.size(), "tar content out of bounds");
        m_at = begin + (size + TarBlock - 1) / TarBlock * TarBlock;
        return {};
    }

    Outcome<QByteArray> readBody(qint64 size, qint64 most)
    {
        if (size > most)
            return broken(m_at, "tar extension too large");
        const qint64 begin = m_at + TarBlock;
        if (auto skipped = skip(size); !skipped)
            return skipped.error();
        return m_source.bytesAt(begin, size);
    }

    Outcome<void> readLongName(QByteArray &to, qint64 size)
    {
        auto body = readBody(size, MaxLongName);
        if (!body)
            return body.error();
        const int end = static_cast<int>(body->indexOf('\0'));
        to = end < 0 ? *body : body->left(end);
        return {};
    }

    Outcome<void> readPax(qint64 size, bool isGlobal)
    {
        const qint64 at = m_at;
        auto body = readBody(size, MaxPax);
        if (!body)
            return body.error();
        PaxRecords records;
        if (!records.read(*body))
            return broken(at, "pax records");
        if (!isGlobal) {
            m_ahead.pax = records;
            return {};
        }
        // git writes a comment there. A name or size for all entries makes no sense, and programs disagree about it.
        if (records.path || records.target || records.size || records.isSparse)
            return refused(Problem::Code::Unsupported, m_lastName, "pax");
        return {};
    }

    Outcome<void> addEntry(const char *block, char type, qint64 size)
    {
        const Ahead ahead = std::exchange(m_ahead, {});
        Entry entry;
        entry.path =
            toUtf8(ahead.pax.path ? *ahead.pax.path : (ahead.longName.isEmpty() ? headerName(block) : ahead.longName));
        entry.target =
            toUtf8(ahead.pax.target ? *ahead.pax.target
                                    : (ahead.longTarget.isEmpty() ? text(block, 157, 100) : ahead.longTarget));
        entry.size = ahead.pax.size.value_or(size);
        entry.modified = ahead.pax.modified.value_or(number(block, 136, 12));
        entry.executable = (number(block, 100, 8) & S_IXUSR) != 0;
        m_lastName = entry.path;
        if (ahead.pax.isSparse)
            return refused(Problem::Code::Unsupported, entry.path, "sparse");
        if (static_cast<qint64>(m_entries.size()) >= m_limits.maxEntries)
            return tooLarge("entries", -1, m_limits.maxEntries);
        if (auto typed = applyType(type, entry); !typed)
            return typed;
        const bool hasBody = entry.kind == Entry::Kind::File || type == 'D';
        if (entry.kind == Entry::Kind::Folder && type != '5' && type != 'D' && entry.size != 0)
            return broken(m_at, "folder with content");
        const qint64 bodySize = hasBody ? entry.size : 0;
        entry.dataPosition = m_at + TarBlock;
        if (auto skipped = skip(bodySize); !skipped)
            return skipped;
        entry.dataEnd = entry.dataPosition + bodySize;
        if (entry.kind != Entry::Kind::File)
            entry.size = 0;
        entry.data = static_cast<int>(m_entries.size());
        m_entries.push_back(std::move(entry));
        return {};
    }

    static Outcome<void> applyType(char type, Entry &entry)
    {
        switch (type) {
        case '0':
        case '\0':
        case '7': // contiguous file
            entry.kind = entry.path.endsWith('/') ? Entry::Kind::Folder : Entry::Kind::File;
            break;
        case '1':
            entry.kind = Entry::Kind::HardLink;
            break;
        case '2':
            entry.kind = Entry::Kind::Link;
            break;
        case '5':
        case 'D': // GNU: a folder with a list of what it held
            entry.kind = Entry::Kind::Folder;
            break;
        case '3':
        case '4':
        case '6':
            return refused(Problem::Code::Unsafe, entry.path, "device");
        default: {
            const bool isSparse = type == 'S';
            Problem problem = refused(Problem::Code::Unsupported, entry.path, isSparse ? "sparse" : "type");
            problem.detail = "tar type " + QByteArray::number(static_cast<uchar>(type));
            return problem;
        }
        }
        return {};
    }

    const ByteSource &m_source;
    const Limits &m_limits;
    QByteArray m_ownLastName;
    QByteArray &m_lastName;
    std::vector<Entry> m_entries;
    Ahead m_ahead;
    qint64 m_at = 0;
};

} // namespace

bool isTarHeader(const char *block)
{
    const qint64 stated = number(block, 148, 8);
    qint64 asUnsigned = 0;
    qint64 asSigned = 0; // some old writers added signed bytes
    for (int i = 0; i < TarBlock; ++i) {
        const char c = i >= 148 && i < 156 ? ' ' : block[i];
        asUnsigned += static_cast<uchar>(c);
        asSigned += static_cast<signed char>(c);
    }
    constexpr qint64 Blank = 0x100; // a block of zeros: only the eight blanks of the checksum itself
    return stated >= 0 && asUnsigned != Blank && (stated == asUnsigned || stated == asSigned);
}

Outcome<std::vector<Entry>> readTarHeaders(const ByteSource &source, const Limits &limits, QByteArray *lastName)
{
    return Walk(source, limits, lastName).run();
}

} // namespace plugsmith::unpack
