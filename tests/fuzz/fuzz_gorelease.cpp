// SPDX-License-Identifier: Apache-2.0
// Lists of Go releases from servers and the cache, and Go's own source: any bytes give an error or a list that holds
// what it promises.
#include "toolchain/gorelease.h"
#include "toolchain/pluginsupport.h"

#include <cstdint>
#include <cstdlib>

using namespace plugsmith;

namespace {

void check(const QVector<GoRelease> &releases)
{
    for (qsizetype i = 0; i < releases.size(); ++i) {
        const GoRelease &release = releases[i];
        const bool isOrdered = i == 0 || !(releases[i - 1].version < release.version);
        const bool isPlain = !release.archive || (!release.archive->fileName.contains(u'/') &&
                                                  release.archive->fileName.startsWith(QStringLiteral("go")));
        if (!release.version.isValid() || release.versionText.contains(u'/') || !isOrdered || !isPlain)
            std::abort();
    }
    const ReleaseList list{releases, 1};
    if (ReleaseList::fromJson(list.toJson()).releases != releases)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Platform platform{QStringLiteral("linux"), QStringLiteral("amd64")};
    if (const auto index = parseReleaseIndex(bytes, platform))
        check(*index);
    if (const auto proxy = parseProxyVersions(bytes, platform))
        check(*proxy);
    check(ReleaseList::fromJson(bytes).releases);
    for (const QString &text : parsePluginPlatforms(bytes)) {
        if (!Platform::parse(text))
            std::abort();
    }
    return 0;
}
