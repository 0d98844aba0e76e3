// SPDX-License-Identifier: Apache-2.0
#include "unpack/decompress.h"

#include "unpack/tarheaders.h"

#include <cerrno>

namespace plugsmith::unpack {
namespace {

Coding codingOf(Format format)
{
    switch (format) {
    case Format::TarBz2:
        return Coding::Bzip2;
    case Format::TarXz:
        return Coding::Xz;
    case Format::TarZst:
        return Coding::Zstd;
    default:
        return Coding::Gzip;
    }
}

} // namespace

Outcome<void> decompress(const ByteSource &from, Format format, Scratch &to, const Limits &limits,
                         const PositionReport &report)
{
    constexpr qint64 Overhead = 1024; // headers and padding of an entry
    const qint64 most = limits.maxTotalBytes + limits.maxEntries * Overhead;
    qint64 position = 0;
    bool isTar = false;
    const auto store = [&](const char *bytes, qint64 count) -> Outcome<void> {
        if (!to.append(bytes, count))
            return systemProblem(Problem::Code::Write, errno, {});
        if (!isTar && to.size() >= TarBlock) {
            const QByteArray block = to.bytesAt(0, TarBlock);
            isTar = isTarHeader(block.constData());
            if (!isTar)
                return refused(Problem::Code::Foreign, {}, {});
        }
        if (to.size() > most)
            return tooLarge("total", -1, limits.maxTotalBytes);
        if (limits.exceedsRatio(to.size(), position))
            return tooLarge("ratio", -1, limits.maxRatio);
        return {};
    };
    const CodedStream stream{codingOf(format), {}, 0, from.size()};
    auto decoded = decodeStream(from, stream, -1, store, [&](qint64 at) {
        position = at;
        report(at);
    });
    if (decoded && !isTar)
        return refused(Problem::Code::Foreign, {}, {});
    return decoded;
}

} // namespace plugsmith::unpack
