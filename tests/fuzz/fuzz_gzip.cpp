// SPDX-License-Identifier: Apache-2.0
// Any bytes as a compressed plugin, and as the content of one.
#include "gobinary/gzipfile.h"

#include <cstdlib>
#include <zlib.h>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Limit = 1 << 20;
constexpr qsizetype StartLength = 4096;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

QByteArray gzipped(QByteArrayView content)
{
    z_stream stream = {};
    require(::deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    QByteArray packed(static_cast<qsizetype>(::deflateBound(&stream, static_cast<uLong>(content.size()))), '\0');
    stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    require(::deflate(&stream, Z_FINISH) == Z_STREAM_END);
    packed.truncate(packed.size() - static_cast<qsizetype>(stream.avail_out));
    ::deflateEnd(&stream);
    return packed;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const QByteArray start = gunzipStart(bytes, StartLength);
    require(start.size() <= StartLength);
    const auto content = gunzip(bytes, u"x"_s, Limit);
    if (content)
        require(content->size() <= Limit && start == content->first(std::min(content->size(), StartLength)));
    else
        require(!content.error().message.isEmpty());

    const QByteArray packed = gzipped(bytes);
    require(isGzip(packed) && gunzip(packed, u"x"_s, Limit).value_or(QByteArray()) == bytes);
    require(gunzipStart(packed, StartLength) == bytes.first(std::min(bytes.size(), StartLength)));
    require(!gunzip(packed.chopped(1), u"x"_s, Limit)); // without its last byte it is incomplete
    return 0;
}
