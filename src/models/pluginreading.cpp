// SPDX-License-Identifier: Apache-2.0
#include "models/pluginreading.h"

#include "catalog/entryreader.h"

#include <QCryptographicHash>
#include <QFile>

namespace plugsmith {

namespace {

constexpr qint64 MaxInfoText = 65'536;

QString checksumOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return {};
    return QString::fromLatin1(hash.result().toHex());
}

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
        reading.inspection = inspectFile(path, InspectPart::Types | InspectPart::Packages);
        reading.sha256 = checksumOf(path);
    }
    reading.entry = entryFrom(file, reading.inspection, info);
    return reading;
}

} // namespace plugsmith
