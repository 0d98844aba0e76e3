// SPDX-License-Identifier: Apache-2.0
#include "gobinary/debugsection.h"

#include <elf.h>
#include <zlib.h>

#include <algorithm>

namespace plugsmith {
namespace {

/// At most `most` bytes of what a zlib stream stands for.
QByteArray inflated(QByteArrayView packed, quint64 most)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return {};
    QByteArray out(static_cast<qsizetype>(most), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data())); // zlib does not write there
    stream.avail_in = static_cast<uInt>(std::min<quint64>(static_cast<quint64>(packed.size()), UINT_MAX));
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int state = inflate(&stream, Z_SYNC_FLUSH);
    const bool isGood = state == Z_OK || state == Z_STREAM_END || state == Z_BUF_ERROR;
    const auto written = static_cast<qsizetype>(stream.total_out);
    inflateEnd(&stream);
    out.truncate(isGood ? written : 0);
    return out;
}

} // namespace

QByteArray debugSection(const ElfImage &image, QByteArrayView name, qsizetype most)
{
    constexpr quint64 OldHeader = 12; // "ZLIB" and the size, big endian
    for (const QByteArrayView prefix : {QByteArrayView(".debug_"), QByteArrayView(".zdebug_")}) {
        const auto section = image.section(QByteArray(prefix.toByteArray() + name.toByteArray()));
        const auto content = section ? image.content(*section) : std::nullopt;
        if (!content)
            continue;
        const ByteReader reader = image.reader(*content);
        const auto limit = static_cast<quint64>(most);
        if ((section->flags & SHF_COMPRESSED) != 0) {
            const quint64 header = image.isWide() ? sizeof(Elf64_Chdr) : sizeof(Elf32_Chdr);
            const auto size =
                reader.word(image.isWide() ? offsetof(Elf64_Chdr, ch_size) : offsetof(Elf32_Chdr, ch_size));
            if (!size || !reader.contains(0, header))
                return {};
            return inflated(content->sliced(static_cast<qsizetype>(header)), std::min(*size, limit));
        }
        if (prefix.startsWith(".z") && content->startsWith("ZLIB") && reader.contains(0, OldHeader)) {
            const auto size = ByteReader(*content, ByteOrder::Big).u64(4);
            return inflated(content->sliced(qsizetype(OldHeader)), std::min(size.value_or(0), limit));
        }
        return QByteArray::fromRawData(content->data(), std::min(content->size(), most));
    }
    return {};
}

} // namespace plugsmith
