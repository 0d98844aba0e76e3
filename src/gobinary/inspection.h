// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/binaryfile.h"
#include "gobinary/dependencies.h"
#include "gobinary/exports.h"
#include "gobinary/functiontable.h"
#include "gobinary/packagehashes.h"

#include <QFlags>

namespace plugsmith {

enum class BinaryKind {
    GoPlugin,
    GoProgram,
    GoLibrary, ///< -buildmode=c-shared: loading it as a plugin ends the host
    Library,   ///< not made by Go
    Program,
    Object,  ///< for a linker
    Archive, ///< "!<arch>"
    Other,   ///< not an object file
};

/// "plugin", "program", "c-shared": a promise to scripts.
QLatin1StringView wordOf(BinaryKind kind);

/// Who says which Go made a file, best first.
enum class GoVersionSource { None, BuildInfo, DebugInfo, Record, Sidecar, FileName };

/// "build info", "debug info", "module record", "sidecar", "file name": a promise to scripts.
QLatin1StringView wordOf(GoVersionSource source);

struct SectionSize
{
    QString name;
    quint64 size = 0; ///< bytes in the file

    bool operator==(const SectionSize &) const = default;
};

/// Everything that can be read from a file without running it. A value.
struct Inspection
{
    BinaryKind kind = BinaryKind::Other;
    BinaryFacts facts;
    qint64 fileSize = 0; ///< bytes, as it lies there

    GoVersion goVersion; ///< invalid when nobody says it; with source Record, facts.family has a range
    GoVersionSource goSource = GoVersionSource::None;

    QList<GoExport> exports;     ///< of plugins; functions with their place if asked for
    QList<GoTypeDetails> types;  ///< named types of exports, if asked for
    QList<PackageHash> packages; ///< of plugins in table order, of programs that load plugins by name
    qint64 moduleRecordSize = 0; ///< bytes; those of a program and a plugin must be equal
    bool loadsPlugins = false;   ///< of programs
    Dependencies dependencies;   ///< of ELF files
    QList<SectionSize> sections; ///< in the file's order
    QList<PackageSize> code;     ///< of plugins by package, if asked for
    QString cpuLevel;            ///< "GOAMD64=v1"; empty when not recorded
};

enum class InspectPart {
    Types = 1,     ///< needs all relocations: some milliseconds more
    Packages = 2,  ///< hashes of programs: reads all dynamic symbols
    Functions = 4, ///< of plugins: code by package, where exports are declared; a millisecond more
    Names = 16,    ///< of parameters: unpacks debug information, a few milliseconds for each megabyte of it
    Sparse = 8,    ///< without sections and hashes of plugins, which lists of files do not show
};
Q_DECLARE_FLAGS(InspectParts, InspectPart)
Q_DECLARE_OPERATORS_FOR_FLAGS(InspectParts)

/// All there is to know about one file.
constexpr InspectParts EveryPart =
    InspectPart::Types | InspectPart::Packages | InspectPart::Functions | InspectPart::Names;

/// Reads one file; errors as for readBinaryFacts(), Damaged also when a plugin's export table breaks off. Safe in any
/// thread.
Result<Inspection> inspectFile(const QString &path, InspectParts parts = {});
Result<Inspection> inspectBytes(QByteArrayView bytes, const QString &fileName, InspectParts parts = {});

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::Inspection)
