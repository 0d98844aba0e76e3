// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace plugsmith {

enum class EntryKind { File, Folder, Link };

/// One file, folder or symbolic link of a source.
struct SourceEntry
{
    QString path = {}; ///< relative to the source, "/" between folders, never "." or ".."
    EntryKind kind = EntryKind::File;
    qint64 size = 0; ///< bytes of a file
    bool executable = false;
    QString linkTarget = {};
    QByteArray content = {}; ///< what a scan needs (scancontent.h); empty for most files
    bool contentIsWhole = false;

    bool operator==(const SourceEntry &) const = default;
};

/// What is in an archive or a folder of sources, without what is no part of it (ignorerules.h). A value.
struct SourceTree
{
    QList<SourceEntry> entries; ///< sorted by path with comesBefore(); every folder on a way is there, too
    QString originPath;         ///< the archive or folder
    bool isFolder = false;
    qint64 archiveBytes = 0; ///< of the archive file; 0 for a folder
    qint64 totalBytes = 0;   ///< of all files
    QStringList leftOut;     ///< names such as ".git" that were ignored, each once

    bool operator==(const SourceTree &) const = default;

    /// The entry with this path, or nullptr. Valid as long as `entries` is not changed.
    const SourceEntry *find(QStringView path) const;
};

/// The order of paths: by code points, which is also the order of their bytes.
bool comesBefore(QStringView path, QStringView other);
void sortByPath(QList<SourceEntry> &entries);

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::SourceTree)
