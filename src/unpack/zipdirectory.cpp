// SPDX-License-Identifier: Apache-2.0
#include "unpack/zipdirectory.h"

#include "unpack/crc32.h"
#include "unpack/cursor.h"
#include "unpack/names.h"

#include <QDateTime>

#include <algorithm>
#include <sys/stat.h>

namespace plugsmith::unpack {
namespace {

constexpr int EndSize = 22;
constexpr int MaxComment = 0xFFFF;
constexpr int LocatorSize = 20;
constexpr int End64Size = 56;
constexpr int CentralSize = 46;
constexpr int LocalSize = 30;
constexpr quint16 None16 = 0xFFFF;     // "see the zip64 field"
constexpr quint32 None32 = 0xFFFFFFFF; // likewise
constexpr qint64 MaxDirectory = qint64(256) << 20;
constexpr int MaxLinkTarget = 4095;

enum Flags : quint16 {
    Encrypted = 1 << 0,
    SizesFollow = 1 << 3,
    Patched = 1 << 5,
    StrongEncryption = 1 << 6,
    Masked = 1 << 13
};
enum Method : quint16 { Stored = 0, Deflated = 8, Aes = 99 };

/// Where the central directory is.
struct Directory
{
    qint64 offset = 0;
    qint64 size = 0;
    qint64 count = 0;
    bool isZip64 = false;
};

/// A central entry before it was compared with its local header.
struct Central
{
    QByteArray rawName;
    quint16 madeBy = 0;
    quint16 flags = 0;
    quint16 method = 0;
    quint16 time = 0;
    quint16 date = 0;
    quint32 crc = 0;
    qint64 packedSize = 0;
    qint64 size = 0;
    qint64 localOffset = 0;
    quint32 attributes = 0;
    qint64 modified = -1;
    QByteArray unicodeName; // from the Info-ZIP extra field
};

/// The last local header before the end, for the message about a zip that breaks off: its name, or nothing.
QByteArray lastLocalName(const ByteSource &source)
{
    constexpr qint64 Window = 1 << 20;
    constexpr qint64 Farthest = qint64(256) << 20; // a longer search would not be worth the wait
    for (qint64 end = source.size(); end > 0 && source.size() - end < Farthest; end -= Window) {
        const qint64 begin = std::max<qint64>(0, end - Window);
        const QByteArray bytes = source.bytesAt(begin, end - begin + LocalSize);
        for (int at = bytes.lastIndexOf("PK\3\4"); at >= 0; at = at > 0 ? bytes.lastIndexOf("PK\3\4", at - 1) : -1) {
            const QByteArray header = source.bytesAt(begin + at, LocalSize);
            Cursor cursor(header);
            cursor.skip(26);
            const QByteArray name = source.bytesAt(begin + at + LocalSize, cursor.u16());
            if (!cursor.failed() && !name.isEmpty())
                return isUtf8(name) ? name : fromCodePage437(name);
        }
    }
    return {};
}

Outcome<qint64> findEnd(const ByteSource &source)
{
    const qint64 begin = std::max<qint64>(0, source.size() - EndSize - MaxComment);
    const QByteArray tail = source.bytesAt(begin, EndSize + MaxComment);
    for (int at = tail.size() - EndSize; at >= 0; --at) {
        if (std::memcmp(tail.constData() + at, "PK\5\6", 4) != 0)
            continue;
        Cursor comment(tail.constData() + at + EndSize - 2, 2);
        if (at + EndSize + comment.u16() == tail.size())
            return begin + at;
    }
    return damaged(lastLocalName(source), source.size(), "no end of central directory");
}

/// Replaces what does not fit into the end record by the fields of the zip64 end record.
Outcome<void> readZip64End(const ByteSource &source, qint64 endAt, Directory &directory)
{
    const QByteArray locatorBytes = source.bytesAt(endAt - LocatorSize, LocatorSize);
    if (endAt < LocatorSize || !locatorBytes.startsWith("PK\6\7"))
        return {};
    Cursor locator(locatorBytes);
    locator.skip(8);
    const auto offset = static_cast<qint64>(locator.u64());
    const QByteArray recordBytes =
        offset >= 0 && offset <= endAt - LocatorSize - End64Size ? source.bytesAt(offset, End64Size) : QByteArray();
    if (locator.failed() || !recordBytes.startsWith("PK\6\6"))
        return damaged({}, endAt - LocatorSize, "zip64 locator");
    Cursor record(recordBytes);
    record.skip(16);
    const quint32 disks = record.u32() | record.u32();
    record.skip(8); // entries on this disk
    directory.count = static_cast<qint64>(record.u64());
    directory.size = static_cast<qint64>(record.u64());
    directory.offset = static_cast<qint64>(record.u64());
    directory.isZip64 = true;
    if (record.failed() || disks != 0)
        return damaged({}, offset, "zip64 end record");
    return {};
}

Outcome<Directory> findDirectory(const ByteSource &source, const Limits &limits)
{
    const auto endAt = findEnd(source);
    if (!endAt)
        return endAt.error();
    const QByteArray endBytes = source.bytesAt(*endAt, EndSize);
    Cursor end(endBytes);
    end.skip(4);
    const quint16 disk = end.u16();
    const quint16 firstDisk = end.u16();
    end.skip(2);
    Directory directory;
    directory.count = end.u16();
    directory.size = end.u32();
    directory.offset = end.u32();
    if (directory.count == None16 || directory.size == None32 || directory.offset == None32) {
        if (auto read = readZip64End(source, *endAt, directory); !read)
            return read.error();
    }
    if ((disk != 0 && disk != None16) || (firstDisk != 0 && firstDisk != None16))
        return refused(Problem::Code::Unsupported, {}, "volumes");
    if (directory.offset < 0 || directory.size < 0 || directory.offset > *endAt ||
        directory.size > *endAt - directory.offset || directory.count < 0 ||
        directory.count > directory.size / CentralSize)
        return damaged({}, *endAt, "central directory out of bounds");
    if (directory.count > limits.maxEntries)
        return tooLarge("entries", directory.count, limits.maxEntries);
    if (directory.size > MaxDirectory)
        return tooLarge("entries", -1, limits.maxEntries);
    return directory;
}

void readExtraFields(Cursor extra, Central &central)
{
    while (extra.left() >= 4) {
        const quint16 id = extra.u16();
        Cursor field = extra.part(extra.u16());
        switch (id) {
        case 0x0001: // zip64: only those values that did not fit, in this order
            if (central.size == None32)
                central.size = static_cast<qint64>(field.u64());
            if (central.packedSize == None32)
                central.packedSize = static_cast<qint64>(field.u64());
            if (central.localOffset == None32)
                central.localOffset = static_cast<qint64>(field.u64());
            break;
        case 0x5455: // extended timestamp, in UTC
            if ((field.u8() & 1) != 0 && field.left() >= 4)
                central.modified = static_cast<qint32>(field.u32());
            break;
        case 0x7075: { // name in UTF-8, valid while it belongs to the name in the header
            field.skip(1);
            const quint32 crc = field.u32();
            if (!field.failed() && crc == crc32(central.rawName))
                central.unicodeName = field.take(field.left());
            break;
        }
        default:
            break;
        }
    }
}

Central readCentral(Cursor &cursor)
{
    Central central;
    if (cursor.u32() != 0x02014B50)
        cursor.fail();
    central.madeBy = cursor.u16();
    cursor.skip(2); // version needed
    central.flags = cursor.u16();
    central.method = cursor.u16();
    central.time = cursor.u16();
    central.date = cursor.u16();
    central.crc = cursor.u32();
    central.packedSize = cursor.u32();
    central.size = cursor.u32();
    const quint16 nameLength = cursor.u16();
    const quint16 extraLength = cursor.u16();
    const quint16 commentLength = cursor.u16();
    cursor.skip(4); // disk, internal attributes
    central.attributes = cursor.u32();
    central.localOffset = cursor.u32();
    central.rawName = cursor.take(nameLength);
    readExtraFields(cursor.part(extraLength), central);
    cursor.skip(commentLength);
    return central;
}

QByteArray nameOf(const Central &central)
{
    if (!central.unicodeName.isEmpty() && isUtf8(central.unicodeName))
        return central.unicodeName;
    // Many tools write UTF-8 without saying so; text of code page 437 is hardly ever valid UTF-8 by chance.
    return isUtf8(central.rawName) ? central.rawName : fromCodePage437(central.rawName);
}

/// MS-DOS time has no zone; UTC is as good as any and gives the same tree everywhere.
qint64 fromMsDos(quint16 date, quint16 time)
{
    const QDate day((date >> 9) + 1980, (date >> 5) & 15, date & 31);
    const QTime clock(time >> 11, (time >> 5) & 63, qMin((time & 31) * 2, 59));
    if (!day.isValid() || !clock.isValid())
        return -1;
    return (day.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * 86400 + clock.msecsSinceStartOfDay() / 1000;
}

Outcome<void> applyMode(const Central &central, Entry &entry)
{
    const int host = central.madeBy >> 8;
    const bool hasMode = host == 3 || host == 19; // Unix, macOS
    const quint32 mode = hasMode ? central.attributes >> 16 : 0;
    entry.executable = (mode & S_IXUSR) != 0;
    if (central.rawName.endsWith('/') || S_ISDIR(mode) || (!hasMode && (central.attributes & 0x10) != 0)) {
        entry.kind = Entry::Kind::Folder;
    } else if (S_ISLNK(mode)) {
        entry.kind = Entry::Kind::Link;
    } else if ((mode & S_IFMT) != 0 && !S_ISREG(mode)) {
        return refused(Problem::Code::Unsafe, entry.path, "device");
    }
    return {};
}

Outcome<void> checkMethod(const Central &central, const Entry &entry)
{
    if ((central.flags & (Encrypted | StrongEncryption | Masked)) != 0 || central.method == Aes)
        return refused(Problem::Code::Encrypted, entry.path, {});
    if ((central.flags & Patched) != 0 || (central.method != Stored && central.method != Deflated)) {
        Problem problem = refused(Problem::Code::Unsupported, entry.path, "method");
        problem.detail = "zip method " + QByteArray::number(central.method);
        return problem;
    }
    const bool fits =
        central.method == Stored ? central.packedSize == central.size : central.packedSize > 0 || central.size == 0;
    const bool isLong = entry.kind == Entry::Kind::Link && central.size > MaxLinkTarget;
    if (!fits || isLong || (entry.kind == Entry::Kind::Folder && central.size != 0))
        return damaged(entry.path, central.localOffset, "sizes contradict each other");
    return {};
}

/// Compares with the local header, which other programs might believe instead, and finds where the content begins.
Outcome<qint64> checkLocal(const ByteSource &source, const Central &central, const QByteArray &name, qint64 end)
{
    const Problem wrong = damaged(name, central.localOffset, "local header");
    if (central.localOffset < 0 || central.packedSize < 0 || central.size < 0 ||
        central.localOffset > end - LocalSize - central.rawName.size())
        return wrong;
    const QByteArray bytes = source.bytesAt(central.localOffset, LocalSize + central.rawName.size());
    Cursor local(bytes);
    const bool signed_ = local.u32() == 0x04034B50;
    local.skip(2);
    const quint16 flags = local.u16();
    const quint16 method = local.u16();
    local.skip(8); // time, date, CRC
    const quint32 packedSize = local.u32();
    const quint32 size = local.u32();
    const quint16 nameLength = local.u16();
    const quint16 extraLength = local.u16();
    const QByteArray localName = local.take(central.rawName.size());
    if (local.failed() || !signed_ || nameLength != central.rawName.size() || localName != central.rawName ||
        method != central.method || ((flags ^ central.flags) & Encrypted) != 0)
        return wrong;
    if ((flags & SizesFollow) == 0 &&
        ((packedSize != None32 && packedSize != central.packedSize) || (size != None32 && size != central.size)))
        return damaged(name, central.localOffset, "sizes differ between the two headers");
    const qint64 begin = central.localOffset + LocalSize + nameLength + extraLength;
    if (begin > end || central.packedSize > end - begin)
        return damaged(name, end, "content out of bounds");
    return begin;
}

Outcome<void> checkOverlaps(std::vector<std::pair<qint64, qint64>> ranges)
{
    std::sort(ranges.begin(), ranges.end());
    for (size_t i = 1; i < ranges.size(); ++i) {
        if (ranges[i].first < ranges[i - 1].second)
            return damaged({}, ranges[i].first, "entries overlap");
    }
    return {};
}

Outcome<ZipEntry> toEntry(const ByteSource &source, const Central &central, qint64 end)
{
    ZipEntry zip;
    Entry &entry = zip.entry;
    entry.path = nameOf(central);
    if (auto applied = applyMode(central, entry); !applied)
        return applied.error();
    if (auto checked = checkMethod(central, entry); !checked)
        return checked.error();
    const auto begin = checkLocal(source, central, entry.path, end);
    if (!begin)
        return begin.error();
    entry.size = central.size;
    entry.crc = central.crc;
    entry.modified = central.modified >= 0 ? central.modified : fromMsDos(central.date, central.time);
    entry.dataPosition = *begin;
    entry.dataEnd = *begin + central.packedSize;
    zip.method = central.method;
    zip.packedSize = central.packedSize;
    return zip;
}

bool isNameless(const QByteArray &name)
{
    return std::all_of(name.begin(), name.end(), [](char c) { return c == '/'; });
}

} // namespace

Outcome<std::vector<ZipEntry>> readZipDirectory(const ByteSource &source, const Limits &limits)
{
    const auto directory = findDirectory(source, limits);
    if (!directory)
        return directory.error();
    const QByteArray bytes = source.bytesAt(directory->offset, directory->size);
    Cursor cursor(bytes);
    std::vector<ZipEntry> entries;
    std::vector<std::pair<qint64, qint64>> ranges;
    qint64 count = 0;
    for (; !cursor.atEnd(); ++count) {
        const qint64 at = directory->offset + bytes.size() - cursor.left();
        const Central central = readCentral(cursor);
        if (cursor.failed())
            return damaged({}, at, "central directory entry");
        auto entry = toEntry(source, central, directory->offset);
        if (!entry)
            return entry.error();
        if (count >= limits.maxEntries)
            return tooLarge("entries", -1, limits.maxEntries);
        ranges.emplace_back(central.localOffset, entry->entry.dataEnd);
        if (isNameless(central.rawName) && central.size == 0)
            continue;
        entry->entry.data = static_cast<int>(entries.size());
        entries.push_back(std::move(*entry));
    }
    // Writers without zip64 store the number of entries modulo 65536.
    if (cursor.failed() || (count != directory->count && (directory->isZip64 || count % 65536 != directory->count)))
        return damaged({}, directory->offset + directory->size, "number of entries");
    if (auto checked = checkOverlaps(std::move(ranges)); !checked)
        return checked.error();
    return entries;
}

} // namespace plugsmith::unpack
