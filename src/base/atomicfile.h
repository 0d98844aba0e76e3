// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace plugsmith {

/// Files appear whole or not at all: temporary name in the same folder, fsync, rename, fsync of the folder. These calls
/// wait for the disk; call them from a worker.

/// The name a file has until it is whole: hidden, recognisable, unique in its folder.
QString temporaryNameFor(const QString &path);
/// Whether `fileName` was made by temporaryNameFor(), for cleaning up after a crash.
bool isTemporaryName(const QString &fileName);
/// The process that made it; nullopt for other names.
std::optional<qint64> ownerOfTemporaryName(const QString &fileName);
/// The name it was to get.
QString finalNameOfTemporary(const QString &fileName);

Result<void> syncFile(const QString &path);
Result<void> syncFolder(const QString &folder);
/// rename(2): replaces `to` in one step. Both must be on one file system.
Result<void> renameOver(const QString &from, const QString &to);
/// Copies `from` to the new file `to` and syncs it; shares blocks where the file system can. `to` is removed on
/// failure.
Result<void> copyDurably(const QString &from, const QString &to);
Result<void> writeDurably(const QString &path, const QByteArray &bytes);
/// Writes `bytes` under the final name in one step.
Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes);

} // namespace plugsmith
