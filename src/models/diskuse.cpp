// SPDX-License-Identifier: Apache-2.0
#include "models/diskuse.h"

#include "base/folders.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QStorageInfo>

namespace plugsmith {

namespace {

qint64 bytesBelow(const QString &folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

} // namespace

qint64 bytesFree(QString folder)
{
    while (!folder.isEmpty() && folder != QLatin1StringView("/") && !QFileInfo::exists(folder))
        folder = QFileInfo(folder).path();
    return QStorageInfo(folder.isEmpty() ? QDir::homePath() : folder).bytesAvailable();
}

DiskUse DiskUse::measure(const QString &toolchains)
{
    DiskUse use{bytesBelow(folders::state()) + bytesBelow(folders::cache()), bytesFree(toolchains)};
    if (const QString work = folders::work(); !work.startsWith(folders::cache()))
        use.working += bytesBelow(work);
    return use;
}

} // namespace plugsmith
