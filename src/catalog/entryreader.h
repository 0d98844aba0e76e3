// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/plugininfo.h"
#include "catalog/folderscan.h"

namespace plugsmith {

/// What the names say, before anything is read.
PluginEntry entryFromName(const FoundFile &file);

/// Reads a file and its build info. Never fails: what cannot be read is a state of the entry. Safe in any thread.
PluginEntry readEntry(const FoundFile &file);

/// The pure part: what file, build info and file name say together. The build info is nullopt when there is none.
PluginEntry entryFrom(const FoundFile &file, const Result<Inspection> &inspection,
                      const std::optional<Result<PluginInfo>> &info);

/// Where the build info of a plugin lies, whether it is there or not.
QString infoPathFor(const QString &plugin);

/// The file at `path` and the build info beside it, for commands that get a single file.
FoundFile foundFileAt(const QString &path);

} // namespace plugsmith
