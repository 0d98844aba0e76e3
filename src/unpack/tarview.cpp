// SPDX-License-Identifier: Apache-2.0
#include "unpack/tarview.h"

#include "unpack/tarheaders.h"

#include <utility>

namespace plugsmith::unpack {
namespace {

void put(QByteArray &block, int at, const QByteArray &bytes)
{
    block.replace(at, bytes.size(), bytes);
}

QByteArray octal(qint64 value, int digits)
{
    return QByteArray::number(value, 8).rightJustified(digits, '0');
}

QByteArray header(const Entry &entry)
{
    QByteArray block(TarBlock, '\0');
    put(block, 0, QByteArray::number(entry.data));
    put(block, 100, "0000644");
    put(block, 108, "0000000");
    put(block, 116, "0000000");
    put(block, 124, octal(entry.size, 11));
    put(block, 136, octal(0, 11));
    put(block, 148, QByteArray(8, ' '));
    put(block, 156, "0");
    put(block, 257,
        QByteArray("ustar\0"
                   "00",
                   8));
    qint64 sum = 0;
    for (const char c : std::as_const(block))
        sum += static_cast<uchar>(c);
    put(block, 148, octal(sum, 6) + QByteArray("\0 ", 2));
    return block;
}

} // namespace

Outcome<std::unique_ptr<SegmentDevice>> makeTarView(const ByteSource &source, const std::vector<Entry> &entries)
{
    constexpr qint64 Highest = (qint64(1) << 33) - 1; // 11 octal digits
    auto view = std::make_unique<SegmentDevice>(source);
    for (const Entry &entry : entries) {
        if (entry.kind != Entry::Kind::File || entry.size <= 0)
            continue;
        if (entry.size > Highest)
            return tooLarge("entry", entry.size, Highest, entry.path);
        view->addBytes(header(entry));
        view->addRange(entry.dataPosition, entry.size);
        if (const auto rest = static_cast<int>(entry.size % TarBlock); rest > 0)
            view->addBytes(QByteArray(TarBlock - rest, '\0'));
    }
    view->addBytes(QByteArray(2 * TarBlock, '\0'));
    return view;
}

} // namespace plugsmith::unpack
