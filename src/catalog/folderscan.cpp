// SPDX-License-Identifier: Apache-2.0
#include "catalog/folderscan.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <memory>
#include <sys/stat.h>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr auto InfoSuffix = ".pinf"_L1;
constexpr auto PluginSuffix = ".so"_L1;
constexpr auto PackedSuffix = ".so.gz"_L1;
constexpr qsizetype MaxFolders = 100'000;
constexpr qsizetype MaxFiles = 1'000'000;

struct CloseFolder
{
    void operator()(DIR *folder) const { ::closedir(folder); }
};

/// What build info and plugin have in common: the name without its suffix.
QString stemOf(const QString &fileName)
{
    for (const auto suffix : {PackedSuffix, PluginSuffix, InfoSuffix, ".gz"_L1}) {
        if (fileName.endsWith(suffix))
            return fileName.chopped(suffix.size());
    }
    return fileName;
}

bool isFolder(const dirent &entry, const QString &path)
{
    if (entry.d_type != DT_UNKNOWN)
        return entry.d_type == DT_DIR;
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 && S_ISDIR(status.st_mode);
}

/// The files of one folder, its build infos matched; the folders in it are appended to `pending`.
int listOne(const QString &path, QStringList *pending, QList<FoundFile> *files)
{
    const std::unique_ptr<DIR, CloseFolder> folder(::opendir(QFile::encodeName(path).constData()));
    if (!folder)
        return errno;
    const QString base = path.endsWith(u'/') ? path : QString(path + u'/');
    QHash<QString, QString> infos; // by stem
    QStringList names;
    while (const dirent *entry = ::readdir(folder.get())) {
        const QString name = QFile::decodeName(entry->d_name);
        if (name == "."_L1 || name == ".."_L1)
            continue;
        const QString full = base + name;
        if (name.endsWith(InfoSuffix)) {
            infos.insert(stemOf(name), full);
        } else if (isFolder(*entry, full)) {
            *pending << full;
        } else if (isCatalogName(name)) {
            names << name;
        }
    }
    QStringList used;
    for (const QString &name : std::as_const(names)) {
        FoundFile file;
        file.path = base + name;
        file.stamp = FileStamp::of(file.path);
        if (!file.stamp.exists())
            continue; // a link to nothing, a folder or a pipe
        file.infoPath = infos.value(stemOf(name));
        if (!file.infoPath.isEmpty()) {
            file.infoStamp = FileStamp::of(file.infoPath);
            used << stemOf(name);
        }
        *files << file;
    }
    for (const QString &stem : std::as_const(used))
        infos.remove(stem);
    for (const QString &info : std::as_const(infos)) {
        FoundFile orphan;
        orphan.path = info;
        orphan.stamp = FileStamp::of(info);
        orphan.isOrphanInfo = true;
        if (orphan.stamp.exists())
            *files << orphan;
    }
    return 0;
}

} // namespace

bool isCatalogName(const QString &fileName)
{
    if (fileName.startsWith(u'.')) // temporary files of ours and of others
        return false;
    return fileName.endsWith(PluginSuffix) || fileName.endsWith(PackedSuffix) ||
           (!fileName.endsWith(InfoSuffix) && PluginName::parse(fileName));
}

FolderListing listFolder(const QString &path, bool recursive, const std::atomic<bool> &cancelled)
{
    FolderListing listing;
    QStringList pending{QDir::cleanPath(path)};
    while (!pending.isEmpty() && !cancelled && listing.folders.size() < MaxFolders && listing.files.size() < MaxFiles) {
        const QString folder = pending.takeLast();
        QStringList inside;
        const int failure = listOne(folder, &inside, &listing.files);
        const bool isFirst = listing.folders.isEmpty();
        listing.folders << folder;
        if (failure != 0 && isFirst) {
            const bool isMissing = failure == ENOENT || failure == ENOTDIR || failure == ENODEV;
            listing.state = isMissing ? FolderListing::State::Missing : FolderListing::State::Unreadable;
            listing.error = errorFromErrno(
                failure, QCoreApplication::translate("plugsmith::Catalog", "The folder cannot be read."), folder);
            return listing;
        }
        if (failure != 0)
            listing.unreadable << folder;
        if (recursive)
            pending << inside;
    }
    std::ranges::sort(listing.files, {}, &FoundFile::path);
    return listing;
}

} // namespace plugsmith
