// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/pluginfiles.h"

#include <zlib.h>

/// A folder of plugins as viant/pgo writes it. Needs zlib.
namespace plugsmith::tests {

/// As Go's compress/gzip does it: `finish` closes the stream, else it is only flushed, which is what pgo takes.
inline QByteArray gzipped(const QByteArray &content, bool finish = true)
{
    z_stream stream = {};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(content.size()))) + 100, '\0');
    QByteArray in = content;
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, finish ? Z_FINISH : Z_SYNC_FLUSH);
    out.resize(out.size() - static_cast<qsizetype>(stream.avail_out));
    deflateEnd(&stream);
    return out;
}

/// What pgo was told, and what it makes of it: the name loses its dots and keeps its underscores.
struct PgoBuild
{
    QByteArray name;
    QByteArray version;
    QByteArray arch;
    qint64 scn = 0;
    bool isCompressed = false;
    bool hasInfo = true; ///< else somebody copied the plugin alone

    QByteArray stem() const { return name + '_' + QByteArray(version).replace('.', '_') + "_linux_" + arch; }
    QString fileName() const { return QString::fromLatin1(stem() + (isCompressed ? ".so.gz" : ".so")); }
    /// As Go's encoder writes pgo's struct.
    QByteArray info() const
    {
        return R"({"Name":")" + name + R"(","Scn":)" + QByteArray::number(scn) + R"(,"Compression":")" +
               (isCompressed ? "gzip" : "") + R"(","Runtime":{"Arch":")" + arch + R"(","Os":"linux","Version":")" +
               version + R"(","UseContainer":false}})";
    }
    bool write(const QString &folder) const
    {
        const QByteArray plugin = pluginBytes("go" + version, "example.com/" + name, arch);
        return writePlugin(folder + u'/' + fileName(), isCompressed ? gzipped(plugin, false) : plugin) &&
               (!hasInfo || writePlugin(folder + u'/' + QString::fromLatin1(stem()) + QStringLiteral(".pinf"), info()));
    }
};

inline const QList<PgoBuild> PgoBuilds = {
    {"main", "1.22.6", "amd64", 20231125103854},
    {"main", "1.22.6", "arm64", 20231125103854, true},
    {"my_plugin", "1.21rc2", "arm64", 20231125103855, true},
    {"my_plugin", "1.21rc2", "amd64", 20231125103856, true, false},
    {"foo_1", "1.20", "amd64", 20231125103857},
    {"geo_lookup_v2", "1.20", "s390x", 20231125103858, false, false},
};

} // namespace plugsmith::tests
