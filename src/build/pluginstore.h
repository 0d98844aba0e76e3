// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/plugininfo.h"
#include "base/result.h"
#include "build/storegate.h"

#include <QString>

namespace plugsmith {

/// Puts finished binaries into a folder of plugins. A plugin and its build info become visible together: both are
/// written and synced under temporary names; then the build info is renamed, and at once the plugin. Should the program
/// die between the two, recoverStore() finishes the step: the build info holds the SHA-256 of the plugin that belongs
/// to it. All functions wait for the disk; call them from a worker.

struct StoreRequest
{
    QString file;          ///< the binary
    bool mayMove = true;   ///< it is ours to move; else it is copied
    bool isPacked = false; ///< it is compressed already, if the name says so
    PluginName name;
    QString destination; ///< made if it is missing
    PluginInfo info;     ///< sha256 and bytes are filled in
};

struct StoredPlugin
{
    QString path;
    QString infoPath;
    qint64 bytes = 0;
    QString sha256; ///< of the file as stored, compressed if it is
};

/// On failure, also by a cancel, nothing in the folder has changed and `file` is where it was. Passes the gate before
/// anything becomes visible.
Result<StoredPlugin> storePlugin(const StoreRequest &request, StoreGate &gate);

/// Writes the build info of a plugin that stays as it is, after it has passed the gate.
Result<void> stampAnew(const QString &pluginPath, const QString &infoPath, const PluginInfo &info, StoreGate &gate);

/// The newest SCN among the build infos of `name` in `destination`; invalid if there is none.
Scn newestScnIn(const QString &destination, const QString &name);

/// Finishes or removes what a process that died left in `destination`; leaves those of living ones alone.
void recoverStore(const QString &destination);

/// Moves a binary that could not be stored to where the user finds it; returns the new path, or the old one if even
/// that fails.
QString rescueBinary(const QString &builtFile, const PluginName &name, const Scn &scn);

} // namespace plugsmith
