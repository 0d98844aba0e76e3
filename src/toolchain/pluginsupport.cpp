// SPDX-License-Identifier: Apache-2.0
#include "toolchain/pluginsupport.h"

#include "base/platform.h"

#include <QFile>

namespace plugsmith {

using namespace Qt::StringLiterals;

QStringList parsePluginPlatforms(const QByteArray &source)
{
    const qsizetype function = source.indexOf("func BuildModeSupported(");
    const qsizetype start = function < 0 ? -1 : source.indexOf("case \"plugin\":", function);
    if (start < 0)
        return {};
    // The strings up to the first return are those for which it says true.
    const qsizetype end = source.indexOf("return", start);
    const QByteArray body = source.sliced(start, (end < 0 ? source.size() : end) - start);
    QStringList platforms;
    const QList<QByteArray> parts = body.split('"');
    for (qsizetype i = 1; i < parts.size(); i += 2) {
        const QString text = QString::fromLatin1(parts[i]);
        if (Platform::parse(text))
            platforms += text;
    }
    platforms.sort();
    platforms.removeDuplicates();
    return platforms;
}

QStringList pluginPlatformsOf(const QString &root)
{
    constexpr qint64 mostBytes = 1 << 20;
    for (const char *place : {"/src/internal/platform/supported.go", "/src/cmd/internal/sys/supported.go"}) {
        QFile file(root + QLatin1StringView(place));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (QStringList platforms = parsePluginPlatforms(file.read(mostBytes)); !platforms.isEmpty())
            return platforms;
    }
    return {};
}

} // namespace plugsmith
