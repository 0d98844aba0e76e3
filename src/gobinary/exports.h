// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/functiontable.h"
#include "gobinary/gotypes.h"

namespace plugsmith {

/// A name that plugin.Lookup of Go finds in a plugin.
struct GoExport
{
    enum class Kind { Function, Variable };

    QString name;
    Kind kind = Kind::Function;
    QString type; ///< of what Lookup returns: "func(int) error"; "*string" for a variable of type string; empty when it
                  ///< cannot be read
    GoPlace place = {};     ///< of functions, once somebody has looked; else empty
    QString signature = {}; ///< of functions, the type with the names of parameters, once somebody has looked and where
                            ///< debug information has them; else empty

    bool operator==(const GoExport &) const = default;
};

/// "func" or "var": a promise to scripts.
QLatin1StringView wordOf(GoExport::Kind kind);

/// The table that Lookup is answered from, sorted by name. The image needs Relative pointers only. Damaged when a name
/// cannot be read or there is more text than plugins have.
Result<QList<GoExport>> readExports(const LoadedImage &image, const ModuleRecord &record, const QString &fileName);

/// The named types that occur in the types of exports, sorted by name; those without a package are left out. The image
/// needs All pointers.
QList<GoTypeDetails> readExportedTypes(const LoadedImage &image, const ModuleRecord &record);

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::GoExport)
