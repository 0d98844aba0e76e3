// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/sourcescan.h"

#include <QByteArray>
#include <QString>
#include <QVector>

#include <optional>

namespace plugsmith {

/// One module that gets another path for one build.
struct ModuleRename
{
    QString oldPath;
    QString newPath;
    PackageFolders packages; ///< only these are imported from it; a longer path may belong to another module

    bool operator==(const ModuleRename &) const = default;
};

/// Several renames together, as one build uses them.
class ModuleRenames
{
public:
    ModuleRenames() = default;
    explicit ModuleRenames(QVector<ModuleRename> renames);

    bool isEmpty() const { return m_renames.isEmpty(); }
    const QVector<ModuleRename> &all() const { return m_renames; }
    /// The new path of a package or module; nullopt if it keeps its path.
    std::optional<QString> ofImport(const QString &path) const;
    std::optional<QString> ofModule(const QString &path) const;
    /// Text of the go command with the new paths turned back into the old ones.
    QString restored(QString text) const;

private:
    QVector<ModuleRename> m_renames; // longest old path first
};

/// Rewrites the import specs and //go:linkname directives of a Go file and nothing else: no strings, comments or longer
/// paths (go-plugins.md 5.3). nullopt if nothing in it changes.
std::optional<QByteArray> rewriteGoFile(const QByteArray &source, const ModuleRenames &renames);

/// Rewrites the paths in "-X path.Name=value" of a linker flag list; "main.Name" stays, as the linker knows it so.
QStringList rewriteLinkerFlags(const QStringList &flags, const ModuleRenames &renames);

/// The path a module gets: the suffix goes behind the last element, but before what stands for the major version
/// ("example.com/a/v2" and "gopkg.in/a.v2" must keep their ends).
QString suffixedModulePath(const QString &path, const QString &suffix);

} // namespace plugsmith
