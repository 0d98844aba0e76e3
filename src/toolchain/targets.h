// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/goversion.h"
#include "base/platform.h"
#include "toolchain/ccompiler.h"
#include "toolchain/gotoolchain.h"
#include "toolchain/installpackages.h"

#include <optional>

namespace plugsmith {

/// Tables of what can be built for which platform, and pure functions over them. A new pair of system and processor is
/// a line in targets.cpp.

/// The release series from which on Go builds plugins for `platform`; nullopt if none does.
///
/// What a toolchain's own source says (GoToolchain::pluginPlatforms) comes before this table, which is for versions
/// that are not installed and for toolchains without their source.
std::optional<GoVersion> pluginsSince(const Platform &platform);
bool canBuildPlugins(const GoVersion &version, const Platform &platform);
bool canBuildPlugins(const GoToolchain &toolchain, const Platform &platform);

/// A C compiler that makes programs for another platform.
struct CrossCompiler
{
    QString triple;           ///< "aarch64-linux-gnu", as in file names and for clang --target
    QString zigTarget;        ///< for zig cc -target
    int zigClang = 0;         ///< the least clang in a zig that has the C library of the platform
    QString program;          ///< "aarch64-linux-gnu-gcc"
    InstallPackages packages; ///< empty lists where no package is known
};

/// Every platform that a cross compiler is known for.
QVector<Platform> crossPlatforms();

/// The variable that chooses the least processor that a plugin runs on.
struct CpuLevel
{
    QString variable;   ///< "GOAMD64"
    QString arch;       ///< "amd64"
    QStringList values; ///< least first
    QString usual;      ///< what is set unless the user says otherwise; empty: left to Go
    QString byDefault;  ///< what that comes to

    /// Whether go of this version knows `value`: older ones ignore the variable or refuse the value.
    bool isKnownTo(const GoVersion &version, const QString &value) const;
};
std::optional<CpuLevel> cpuLevelOf(const Platform &platform);
/// Every variable there is; nullopt if `variable` is none.
std::optional<CpuLevel> cpuLevelNamed(const QString &variable);
QVector<CpuLevel> cpuLevels();

/// The cross compiler to look for on this machine; nullopt for platforms that need another system's SDK, or that no
/// compiler is known for.
std::optional<CrossCompiler> crossCompilerFor(const Platform &platform);
/// What brings the compiler of this machine itself.
InstallPackages nativeCompilerPackages();

/// What brings a Go of the system.
InstallPackages goPackages();

/// Why a target cannot be built, in the words of ui.md section 18.2.
struct BuildObstacle
{
    enum class Kind { NoPluginSupport, NoCompiler, NoSdk };

    Kind kind = Kind::NoCompiler;
    QString title;  ///< what is wrong, or what to do: "Install gcc-aarch64-linux-gnu"
    QString reason; ///< why, one sentence
    InstallPackages packages;

    bool operator==(const BuildObstacle &) const = default;
};

/// The first obstacle in the order of ui.md section 5.5: Go release, C compiler, SDK; nullopt if there is none. The
/// module's go directive, which comes before them, and builders, which come after, are not for this room to know.
/// `compilers` are all that were found, for any platform.
std::optional<BuildObstacle> whyNotBuildable(const GoVersion &version, const Platform &platform,
                                             const QVector<CCompiler> &compilers);
/// The same for a toolchain that is installed, by what its own source says.
std::optional<BuildObstacle> whyNotBuildable(const GoToolchain &toolchain, const Platform &platform,
                                             const QVector<CCompiler> &compilers);

} // namespace plugsmith
