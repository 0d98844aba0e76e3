// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/sourcetree.h"
#include "build/gomod.h"

#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace plugsmith {

/// A folder with Go files of one module, relative to the module ("" is its root).
using PackageFolders = QSet<QString>;

/// A Go module of a source. Folders are relative to the root of the tree, with forward slashes; "" is the root.
struct ScannedModule
{
    QString folder;
    GoMod mod;
    QByteArray text;          ///< of go.mod; for a synthetic one, what the job's copy gets
    bool isSynthetic = false; ///< the source has no go.mod; the job makes one in its own copy
    bool isVendored = false;  ///< has vendor/modules.txt
    PackageFolders packages;
    QStringList foreignImports; ///< only of synthetic modules: import paths that need a module from elsewhere
};

/// A folder (or a single file) that can be built as a plugin or program.
struct MainPackage
{
    QString folder;         ///< relative to the root of the tree
    int module = 0;         ///< index into SourceScan::modules
    QString singleFile;     ///< one file of a folder whose files are plugins of their own
    QStringList files;      ///< names of the files that take part on this machine
    bool isProgram = false; ///< func main does something
    bool usesCgo = false;

    bool operator==(const MainPackage &) const = default;
};

struct ScannedWorkspace
{
    QString folder;
    QByteArray text;
    GoWork work;
    QStringList moduleFolders; ///< the folders it uses, relative to the tree
    bool isComplete = true;    ///< each of them is in the tree and has a go.mod
};

enum class ScanProblem { NoGoFiles, NoGoMod, BadGoMod, NoMainPackage, SeveralModules };

/// What a source holds, found without running anything. A value.
struct SourceScan
{
    QString origin;      ///< path of the archive, folder or file
    QString displayName; ///< its file name
    bool isFolder = false;
    qint64 bytes = 0; ///< of the archive; of all files for a folder
    int fileCount = 0;
    int goFileCount = 0;
    QString topFolder; ///< the one folder that holds everything, as in archives of code hosts; "" if there is none
    QStringList leftOut;
    QVector<ScannedModule> modules;
    QVector<MainPackage> mains;
    std::optional<ScannedWorkspace> workspace;

    /// Things to tell, the gravest first, in the words of ui.md 18.1.
    struct Finding
    {
        ScanProblem problem;
        Error words;
        QString file; ///< relative to the tree
        int line = 0;
    };
    QVector<Finding> findings;

    /// The package that is built when nobody chooses: the only one, else one whose name contains "plugin", else the
    /// shallowest. -1 if there is none.
    int defaultMain() const;
    /// The module that owns `folder` (relative to the tree): the deepest one around it. -1 if none does.
    int moduleOf(const QString &folder) const;
    /// A folder of the tree as people see it, without the top folder: "./cmd/plugin", "." for the root.
    QString shownFolder(const QString &folder) const;
};

/// Scans a source. `tags` are build tags that count as set.
SourceScan scanSource(const SourceTree &tree, const QStringList &tags = {});

/// How a `replace` with a path is met.
struct LocalReplace
{
    enum class State {
        InTree,    ///< the folder is part of the source
        Supplied,  ///< another source has a module of that path
        OnDisk,    ///< the source is a folder and the path leads to a module beside it
        OtherPath, ///< something was supplied for it, but its module has another path
        Missing,
    };

    int index = 0; ///< into GoMod::replaces
    QString modulePath;
    QString writtenPath; ///< as in go.mod
    State state = State::Missing;
    int source = -1;   ///< Supplied, OtherPath: which of the other sources
    QString folder;    ///< InTree: relative to the tree; Supplied: relative to that source; OnDisk: absolute
    QString foundPath; ///< OtherPath: the path of the module that was supplied

    bool isMet() const { return state != State::Missing && state != State::OtherPath; }
};

/// Matches the path replaces of a module with the tree, the other sources and, for folders, the disk. A single supplied
/// module whose path is another one is matched to a single unmet replace as OtherPath, to be confirmed by the user.
QVector<LocalReplace> matchLocalReplaces(const SourceScan &scan, int module, const QVector<SourceScan> &others);

} // namespace plugsmith
