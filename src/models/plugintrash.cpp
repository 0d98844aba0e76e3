// SPDX-License-Identifier: Apache-2.0
#include "models/plugintrash.h"

#include "catalog/entryreader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

/// "geo.so" and "geo.so.gz" have one build info.
bool isShared(const QString &infoPath, const QStringList &leaving)
{
    const QString stem = infoPath.chopped(QStringLiteral(".pinf").size());
    const auto stays = [&](const QString &suffix) {
        const QString path = stem + suffix;
        return !leaving.contains(path) && QFileInfo::exists(path);
    };
    return stays(u".so"_s) || stays(u".so.gz"_s) || stays(QString());
}

void moveOne(const QString &path, TrashResult *result)
{
    QString inTrash;
    if (QFile::moveToTrash(path, &inTrash))
        result->moved << TrashedFile{path, inTrash};
    else
        result->failed << path;
}

/// The note that the freedesktop wastebasket keeps beside its files.
void removeNote(const QString &inTrash)
{
    const QFileInfo file(inTrash);
    if (file.dir().dirName() == "files"_L1)
        QFile::remove(file.path() + u"/../info/"_s + file.fileName() + u".trashinfo"_s);
}

} // namespace

bool TrashResult::canUndo() const
{
    return !moved.isEmpty() &&
           std::ranges::none_of(moved, [](const TrashedFile &file) { return file.inTrash.isEmpty(); });
}

TrashResult moveToTrash(const QStringList &plugins)
{
    TrashResult result;
    QStringList infos;
    for (const QString &path : plugins) {
        const QString info = foundFileAt(path).infoPath;
        moveOne(path, &result);
        if (!info.isEmpty() && !infos.contains(info) && !result.failed.contains(path))
            infos << info;
    }
    for (const QString &info : std::as_const(infos)) {
        if (!isShared(info, plugins))
            moveOne(info, &result);
    }
    return result;
}

QStringList restoreFromTrash(const QList<TrashedFile> &files)
{
    QStringList failed;
    for (const TrashedFile &file : files) {
        if (!QFile::rename(file.inTrash, file.path)) // never over something
            failed << file.path;
        else
            removeNote(file.inTrash);
    }
    return failed;
}

} // namespace plugsmith
