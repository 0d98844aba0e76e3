// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/elfimage.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace plugsmith {

/// What the source calls the parameters and the results of a function. Nameless ones are empty.
struct ParameterNames
{
    QStringList parameters;
    QStringList results;

    bool operator==(const ParameterNames &) const = default;
};

/// The sections that names are read from, unpacked.
struct DebugSections
{
    ByteReader info;    ///< ".debug_info"
    ByteReader abbrevs; ///< ".debug_abbrev"
};

/// Of those `functions` ("Quote") of a package that the debug information describes. `package` is the path that stands
/// before the names, escaped as in the file: "example.com/shop/plug%2ev1". DWARF 2 to 5 as Go's linker writes it
/// (cmd/internal/dwarf); what breaks off or is of an unknown form ends the reading of its unit. The work is limited,
/// whatever the bytes say.
QHash<QByteArray, ParameterNames> parameterNamesIn(const DebugSections &sections, QByteArrayView package,
                                                   const QSet<QByteArray> &functions);
/// The same out of a file; empty when it was linked with -w or stripped. Unpacks up to MostDebugBytes.
QHash<QByteArray, ParameterNames> parameterNamesOf(const ElfImage &image, QByteArrayView package,
                                                   const QSet<QByteArray> &functions);
constexpr qsizetype MostDebugBytes = qsizetype(40) << 20;

} // namespace plugsmith
