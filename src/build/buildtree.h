// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildplan.h"

#include <QHash>
#include <QStringList>

namespace plugsmith {

/// What a job adds to the unpacked sources to give its plugin an identity of its own: copies of files with rewritten
/// module line and import specs, and the -overlay file that puts them in the place of the originals (technique E of
/// go-plugins.md 5.3). The sources themselves stay as they are; several jobs share them.
struct BuildTree
{
    QString moduleFolder;  ///< absolute: where go runs
    QString overlayFile;   ///< empty: nothing is replaced
    QString workspaceFile; ///< GOWORK; empty: off
    QString modFile;       ///< -modfile, when modules may be added; empty: go.mod is used as it is
    QString suffix;        ///< what the module path got, "_g1f0c…"; empty: it keeps its path
    ModuleRenames renames;
    QString copyFolder; ///< absolute: "NUMBER/FILE" below it is a copy
    /// Number of a copy -> path of its original relative to moduleFolder, as the go command would print it.
    QHash<int, QString> originals;

    /// A line of the go command with copies and new module paths turned back into what the user knows.
    QString restored(const QString &line) const;
};

struct BuildTreeRequest
{
    PlannedJob job;
    QStringList roots; ///< where the sources of the job lie unpacked, in their order
    QString folder;    ///< of the job, for its own files; exists
    QString suffix;    ///< empty: no renaming
};

/// Reads the Go files of the job's modules and writes what is needed into the job's folder. For a worker: a large
/// module has thousands of files.
Result<BuildTree> makeBuildTree(const BuildTreeRequest &request);

/// The suffix of the content identity: short, legal in module paths, the same for the same source and options.
QString contentSuffix(const QByteArray &sourceDigest, const PlannedJob &job);
/// The suffix of the time identity; SCNs of a name are never given twice.
QString timeSuffix(const Scn &scn);

} // namespace plugsmith
