// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/sourceopener.h"

#include <QStringList>

namespace plugsmith {

/// What is known about where the files lie that the stack of a plugin names.
struct StackSources
{
    QString module;        ///< path of its module as it was built, with what was added to it; empty: not known
    QString moduleFolder;  ///< of that module, relative to the first source
    QStringList sources;   ///< of the build that made it, archives and folders; empty: not known
    QStringList goFolders; ///< where Go's own files and fetched modules are: GOROOT/src, GOMODCACHE
};

/// The folder of a plugin's module within its source: `packageFolder` is that of its main package there, `package` the
/// path of that package as it was built.
QString moduleFolderOf(const QString &packageFolder, const QString &package, const QString &module);

/// The path of that module where nobody says it: up to 1.19, Go writes no build information into plugins. What
/// `package` and `packageFolder` end with alike is below the module; the module's own name was changed by the build and
/// cannot be taken for a folder.
QString moduleOf(const QString &packageFolder, const QString &package);

/// Where a file of a stack really is. Builds with -trimpath name files by their module: "example.com/shop/main.go",
/// "golang.org/x/net@v0.30.0/html/parse.go", "runtime/panic.go"; others by the absolute path of the time of the build,
/// which for our own was that of an unpacked copy. No file where nothing is known. Asks the disk only about files of Go
/// and of fetched modules.
SourcePlace placeInStack(const QString &file, const StackSources &known);

} // namespace plugsmith
