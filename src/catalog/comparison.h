// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/inspection.h"

namespace plugsmith {

/// One thing that two plugins have differently. An empty side is "not there".
struct Difference
{
    QString name;
    QString before;
    QString after;

    bool operator==(const Difference &) const = default;
};

/// How plugin B differs from plugin A. Lists are sorted by name. A value.
struct PluginComparison
{
    QList<Difference> facts;    ///< "kind", "platform", "go", "pluginPath", "glibc", "moduleRecordSize"
    QList<Difference> exports;  ///< texts: "func func(int) error", "var *string"
    QList<Difference> modules;  ///< texts: "v1.2.3", "v1.2.3 => example.com/fork v1.2.4"
    QList<Difference> settings; ///< of the build
    QList<Difference> packages; ///< link hashes, in hexadecimal digits; what a host would refuse
    QList<Difference> sections; ///< sizes in bytes
    QList<Difference> code;     ///< bytes by package, of inspections with functions
    qint64 sizeBefore = 0;
    qint64 sizeAfter = 0;

    bool isEqual() const;
};

/// What inspections need to have for everything to be compared.
constexpr InspectParts ComparedParts = InspectPart::Functions;

PluginComparison compareInspections(const Inspection &before, const Inspection &after);

} // namespace plugsmith
