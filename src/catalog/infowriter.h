// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/plugininfo.h"
#include "catalog/folderscan.h"
#include "gobinary/inspection.h"

namespace plugsmith {

/// Whether a build info can be written for an entry: what loaders look for one beside.
bool canStamp(const PluginEntry &entry);
/// Whether its build info says something else than the file.
bool hasWrongInfo(const PluginEntry &entry);

/// What a build info should become, or has become, and what was there before.
struct InfoChange
{
    QString plugin;
    QString path;                     ///< of the build info
    QByteArray content;               ///< what should be there
    std::optional<QByteArray> before; ///< nullopt: there was none

    bool isNeeded() const { return before != content; }
};

/// What the build info of a file should say: what the file says, and where that is silent, what its name and the
/// present build info say. Keeps name and SCN of the present one, also the keys of others; without one the SCN is the
/// date of the file, which is what hosts take. Foreign for files that are not Go's, NotFound when Go version or
/// platform cannot be told.
Result<PluginInfo> fittingInfo(const FoundFile &file, const Inspection &inspection,
                               const std::optional<PluginInfo> &present);

/// What would make the build info beside a plugin fit; one that cannot be read is replaced. Reads the whole file, for
/// its checksum, so for a worker.
Result<InfoChange> planInfo(const QString &plugin);
/// Writes it, whole or not at all. InvalidInput when somebody else has changed the build info meanwhile.
Result<void> applyChange(const InfoChange &change);
/// Makes the build info as it was before applyChange(). InvalidInput when somebody else has changed it since.
Result<void> takeBack(const InfoChange &change);

} // namespace plugsmith
