// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/plugininfo.h"
#include "catalog/pluginentry.h"
#include "gobinary/inspection.h"

namespace plugsmith {

/// Everything that details show of one file; more than a catalogue keeps. A value.
struct PluginReading
{
    PluginEntry entry; ///< as it is now
    Result<Inspection> inspection = Inspection();
    QByteArray infoText; ///< of the build info, as it lies there; at most 64 KB
    QString sha256;      ///< of the file; empty when it cannot be read
};

/// Reads a file, its build info and its checksum; some 50 ms, so for the pool.
PluginReading readPlugin(const QString &path);

} // namespace plugsmith
