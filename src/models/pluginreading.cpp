// SPDX-License-Identifier: Apache-2.0
#include "models/pluginreading.h"

#include "base/sha256.h"
#include "catalog/entryreader.h"

#include <QFile>

namespace plugsmith {

namespace {

constexpr qint64 MaxInfoText = 65'536;

QByteArray textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(MaxInfoText) : QByteArray();
}

} // namespace

PluginReading readPlugin(const QString &path)
{
    const bool isInfo = path.endsWith(QLatin1String(".pinf"));
    FoundFile file = foundFileAt(path);
    if (isInfo)
        file.isOrphanInfo = true;
    const QString infoPath = isInfo ? path : file.infoPath;
    std::optional<Result<PluginInfo>> info;
    PluginReading reading;
    if (!infoPath.isEmpty()) {
        info = PluginInfo::read(infoPath);
        reading.infoText = textOf(infoPath);
    }
    if (!isInfo) {
        reading.inspection = inspectFile(path, EveryPart);
        if (const auto digest = sha256OfFile(path))
            reading.sha256 = *digest;
    }
    reading.entry = entryFrom(file, reading.inspection, info);
    return reading;
}

} // namespace plugsmith
