// SPDX-License-Identifier: Apache-2.0
#include "gobinary/debugproducer.h"

#include <elf.h>
#include <zlib.h>

#include <algorithm>

namespace plugsmith {
namespace {

// The units of C code that the linker puts first are small.
constexpr qsizetype MostSearched = qsizetype(4) << 20;

/// At most MostSearched bytes of what a zlib stream stands for.
QByteArray inflated(QByteArrayView packed)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return {};
    QByteArray out(MostSearched, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data())); // zlib does not write there
    stream.avail_in = static_cast<uInt>(std::min<qsizetype>(packed.size(), MostSearched));
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int state = inflate(&stream, Z_SYNC_FLUSH);
    const bool isGood = state == Z_OK || state == Z_STREAM_END || state == Z_BUF_ERROR;
    const auto written = static_cast<qsizetype>(stream.total_out);
    inflateEnd(&stream);
    out.truncate(isGood ? written : 0);
    return out;
}

std::optional<GoVersion> versionIn(QByteArrayView bytes)
{
    constexpr QByteArrayView Mark = "Go cmd/compile ";
    constexpr qsizetype LongestVersion = 40;
    bytes = bytes.first(std::min(bytes.size(), MostSearched));
    for (qsizetype at = bytes.indexOf(Mark); at >= 0; at = bytes.indexOf(Mark, at + 1)) {
        const QByteArrayView rest = bytes.sliced(at + Mark.size());
        const QByteArrayView text = rest.first(std::min(rest.size(), LongestVersion));
        const auto *const end = std::ranges::find_if(text, [](char c) { return c == ';' || c == '\0' || c == ' '; });
        if (const auto version = GoVersion::parse(QString::fromUtf8(text.first(end - text.begin()))))
            return version;
    }
    return std::nullopt;
}

} // namespace

std::optional<GoVersion> goVersionOfDebugInfo(const ElfImage &image)
{
    constexpr quint64 OldHeader = 12; // "ZLIB" and the size, big endian
    for (const QByteArrayView name : {QByteArrayView(".debug_info"), QByteArrayView(".zdebug_info"),
                                      QByteArrayView(".debug_str"), QByteArrayView(".zdebug_str")}) {
        const auto section = image.section(name);
        const auto content = section ? image.content(*section) : std::nullopt;
        if (!content)
            continue;
        std::optional<GoVersion> version;
        const quint64 header = image.isWide() ? sizeof(Elf64_Chdr) : sizeof(Elf32_Chdr);
        const auto size = static_cast<quint64>(content->size());
        if ((section->flags & SHF_COMPRESSED) != 0 && size > header) {
            version = versionIn(inflated(content->sliced(static_cast<qsizetype>(header))));
        } else if (name.startsWith(".z") && content->startsWith("ZLIB") && size > OldHeader) {
            version = versionIn(inflated(content->sliced(static_cast<qsizetype>(OldHeader))));
        } else {
            version = versionIn(*content);
        }
        if (version)
            return version;
    }
    return std::nullopt;
}

} // namespace plugsmith
