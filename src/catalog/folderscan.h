// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "catalog/pluginentry.h"

#include <atomic>

namespace plugsmith {

/// A file that belongs into a catalogue by its name, and the build info beside it.
struct FoundFile
{
    QString path; ///< of an orphan, the build info's
    FileStamp stamp;
    QString infoPath;
    FileStamp infoStamp;
    bool isOrphanInfo = false;
};

struct FolderListing
{
    enum class State {
        Listed,
        Missing,    ///< unplugged or not mounted; says nothing about its files
        Unreadable, ///< `error` says why
    };

    State state = State::Listed;
    Error error;
    QList<FoundFile> files; ///< by path
    QStringList folders;    ///< that were walked, the first is the folder itself
    QStringList unreadable; ///< folders inside that refused
};

/// Names of plugins: .so and .so.gz, and programs that are named as viant/pgo and Plugsmith name them.
bool isCatalogName(const QString &fileName);

/// Walks a folder. Links to files count as files, links to folders are not followed, so that it ends and stays inside.
/// Reads names and dates only. Takes a while on large or far folders; for a worker.
FolderListing listFolder(const QString &path, bool recursive, const std::atomic<bool> &cancelled);

} // namespace plugsmith
