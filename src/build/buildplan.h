// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildoptions.h"
#include "build/importrewriter.h"
#include "build/sourcescan.h"
#include "toolchain/ctoolfinder.h"
#include "toolchain/goenvironment.h"
#include "toolchain/gotoolchain.h"
#include "toolchain/linker.h"
#include "toolchain/targets.h"

#include <QJsonObject>

namespace plugsmith {

/// The part of this machine that decides a plan.
struct BuildMachine
{
    QVector<GoToolchain> toolchains;
    std::optional<CCompiler> compiler;                    ///< for this machine's platform
    QVector<CCompiler> crossCompilers;                    ///< for others, at most one each
    QVector<RejectedCompiler> rejectedCompilers;          ///< found for others, but they do not link there
    QVector<SetAside> setAside;                           ///< what the user has set and builds do not use
    PackageManager packageManager = PackageManager::None; ///< which commands bring what is missing

    /// The usable toolchain of exactly this version; nullptr if there is none.
    const GoToolchain *toolchainFor(const GoVersion &version) const;
    /// The compiler for `platform`; nullptr if there is none.
    const CCompiler *compilerFor(const Platform &platform) const;
    QVector<CCompiler> compilers() const; ///< for all platforms
    /// Why `target` cannot be built here as far as Go and C compilers are concerned; nullopt if it can, or if its Go is
    /// not installed and that alone is in the way.
    std::optional<BuildObstacle> obstacleFor(const Target &target) const;
    /// What a compiler for `platform` said when it was tried and did not link, a sentence; empty if there was none.
    QString rejectionFor(const Platform &platform) const;
};

/// What is to be built. `scans[0]` is the source with the plugin, the others supply modules.
struct BuildRequest
{
    QVector<SourceScan> scans;
    MainPackage main;
    QString name; ///< as given; its last extension does not enter file names
    QString destination;
    BuildOptions options;
    QVector<Target> targets;
    /// Builds with a supplied module of another path than go.mod says: the go command does not mind.
    bool acceptsOtherPaths = false;
};

/// Something to know before building.
struct PlanNote
{
    enum class Kind { Information, Caution };
    Kind kind = Kind::Information;
    QString text;
};

/// What kept a target from being planned, for advice on it.
enum class PlanObstacle {
    None,
    OldGo,          ///< subject: the version that go.mod asks for
    NoPlugins,      ///< Go makes none for the platform
    NoCompiler,     ///< no C compiler for the platform
    NoSdk,          ///< no SDK of the platform
    NoToolchain,    ///< the version is not installed
    LocalModule,    ///< subject: path of a module that is missing
    UnknownModules, ///< imports of a source without go.mod
};

/// A module of the build whose source is at hand; [0] is the one with the package that is built.
struct PlannedModule
{
    QString path;
    int source = 0; ///< index into PlannedJob::sources
    QString folder; ///< relative to that source
    PackageFolders packages;
};

/// A path replace of go.mod and the module that meets it.
struct PlannedReplace
{
    QString modulePath;
    int module = 0; ///< index into PlannedJob::modules
};

/// One target, ready to run: a value that holds everything, so that a job does not change when files, settings or the
/// window do. Where things lie while it runs (unpacked source, output, overlay) is put in by goArguments() later.
struct PlannedJob
{
    Target target;
    GoToolchain toolchain;
    CCompiler compiler;
    PluginName output;
    QString destination;
    QStringList sources;
    QVector<PlannedModule> modules;
    QVector<PlannedReplace> replaces;
    QString packageFolder;   ///< relative to the module
    QString singleFile;      ///< build only this file of the folder
    QByteArray syntheticMod; ///< go.mod for a source without one
    bool isVendored = false;
    bool usesWorkspace = false;
    QString workspaceFolder; ///< relative to the source
    BuildOptions options;
    QVector<EnvironmentEntry> environment; ///< what Plugsmith and the user set; on top of goEnvironment()
    QVector<PlanNote> notes;
    std::optional<Error> blocked;               ///< why this target cannot be built
    PlanObstacle obstacle = PlanObstacle::None; ///< of `blocked`
    QString obstacleSubject;

    /// Whether the go command may add modules to the job's copy of go.mod. It cannot where a vendor folder or a
    /// workspace says which modules there are.
    bool mayAddModules() const;
    /// Everything of the plan that decides the bytes of the result, as canonical JSON.
    QJsonObject identityFacts() const;
    /// Whether a stored result of the same fingerprint may take the place of a build.
    bool mayBeReused() const;
    /// What a result was made of, as a hash: the plan, the digest of the source and the linker.
    QString fingerprint(const QByteArray &sourceDigest, const Linker &linker) const;
};

struct BuildPlan
{
    QVector<PlannedJob> jobs;

    bool isBuildable() const;
};

/// Pure: the same request on the same machine gives the same plan. Fails when no target could ever be built from it
/// (no package, bad name, bad flags).
Result<BuildPlan> makePlan(const BuildRequest &request, const BuildMachine &machine);

/// What is only known when a job runs.
struct RunDetails
{
    QString output;     ///< file that go build writes
    QString overlay;    ///< -overlay file; empty: none
    QString modFile;    ///< -modfile, a go.mod that may grow; empty: none
    QString linkerWord; ///< for -fuse-ld; empty: the default linker
    ModuleRenames renames;
};

/// The arguments of go, from "build" to the package.
Result<QStringList> goArguments(const PlannedJob &job, const RunDetails &details);
/// Arguments of another go command that must see the same packages (go list): flags that select, not those that write.
QStringList goListArguments(const PlannedJob &job, const RunDetails &details);
/// The command as one would type it, for people: "GOOS=linux … go build …".
QString shownCommand(const PlannedJob &job, const QStringList &arguments);

/// Two sentences of ui.md 18.2 / 5.5 are decided without a toolchain: is the version too old for the module?
std::optional<Error> tooOldFor(const GoVersion &version, const GoMod &mod);

} // namespace plugsmith
