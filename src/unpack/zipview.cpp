// SPDX-License-Identifier: Apache-2.0
#include "unpack/zipview.h"

#include <limits>

namespace plugsmith::unpack {
namespace {

void put16(QByteArray &to, quint32 value)
{
    to += static_cast<char>(value & 0xFF);
    to += static_cast<char>((value >> 8) & 0xFF);
}

void put32(QByteArray &to, qint64 value)
{
    put16(to, static_cast<quint32>(value) & 0xFFFF);
    put16(to, static_cast<quint32>(value) >> 16);
}

/// The 26 bytes from "version needed" on that both kinds of header share.
void putCommon(QByteArray &to, const ZipEntry &zip, int nameLength)
{
    put16(to, 20); // version needed: 2.0
    put16(to, 0);  // flags
    put16(to, zip.method);
    put16(to, 0);    // time
    put16(to, 0x21); // date: the first that can be written
    put32(to, zip.entry.crc.value_or(0));
    put32(to, zip.packedSize);
    put32(to, zip.entry.size);
    put16(to, static_cast<quint32>(nameLength));
    put16(to, 0); // extra field
}

QByteArray localHeader(const ZipEntry &zip, const QByteArray &name)
{
    QByteArray header("PK\3\4");
    putCommon(header, zip, name.size());
    return header + name;
}

QByteArray centralHeader(const ZipEntry &zip, const QByteArray &name, qint64 localOffset)
{
    QByteArray header("PK\1\2");
    put16(header, 20); // made by: MS-DOS, so that KZip asks for no mode
    putCommon(header, zip, name.size());
    put16(header, 0); // comment
    put16(header, 0); // disk
    put16(header, 0); // internal attributes
    put32(header, 0); // external attributes
    put32(header, localOffset);
    return header + name;
}

QByteArray endRecord(qint64 count, qint64 offset, qint64 size)
{
    QByteArray end("PK\5\6");
    put32(end, 0); // disks
    put16(end, static_cast<quint32>(count & 0xFFFF));
    put16(end, static_cast<quint32>(count & 0xFFFF));
    put32(end, size);
    put32(end, offset);
    put16(end, 0);
    return end;
}

} // namespace

Outcome<std::unique_ptr<SegmentDevice>> makeZipView(const ByteSource &source, const std::vector<ZipEntry> &entries)
{
    constexpr qint64 Highest = std::numeric_limits<quint32>::max(); // KZip counts in 32 bits
    auto view = std::make_unique<SegmentDevice>(source);
    QByteArray central;
    qint64 count = 0;
    for (const ZipEntry &zip : entries) {
        if (zip.entry.size <= 0)
            continue;
        const QByteArray name = QByteArray::number(zip.entry.data);
        central += centralHeader(zip, name, view->size());
        view->addBytes(localHeader(zip, name));
        view->addRange(zip.entry.dataPosition, zip.packedSize);
        ++count;
        if (view->size() + central.size() + 64 > Highest || zip.entry.size > Highest)
            return tooLarge("total", view->size(), Highest);
    }
    const qint64 offset = view->size();
    view->addBytes(central + endRecord(count, offset, central.size()));
    return view;
}

} // namespace plugsmith::unpack
