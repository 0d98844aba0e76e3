// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/modulerecord.h"

#include <QByteArray>
#include <QList>

namespace plugsmith {

/// One package that a plugin was linked with. The runtime refuses a plugin when the running program has the same
/// package with another hash.
struct PackageHash
{
    QByteArray package; ///< import path, not escaped
    QByteArray hash;    ///< 8 bytes; 40 hexadecimal digits up to Go 1.18

    bool operator==(const PackageHash &) const = default;
};

/// In the order of the table, which is the order in which the runtime compares.
QList<PackageHash> readPackageHashes(const LoadedImage &image, const ModuleRecord &record);

/// Those of a program, from its dynamic symbols, sorted by package. Empty unless the program can load plugins.
QList<PackageHash> readProgramHashes(const ElfImage &image, const ElfSymbols &symbols);

/// Whether a program can load plugins at all: it imports package plugin and shows its hashes to the C library. Cheap.
bool canLoadPlugins(const ElfSymbols &symbols);

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::PackageHash)
