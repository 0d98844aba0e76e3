// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/goversion.h"
#include "base/platform.h"
#include "toolchain/ccompiler.h"
#include "toolchain/installpackages.h"

#include <optional>

namespace plugsmith {

/// Tables of what can be built for which platform, and pure functions over them. A new pair of system and processor is
/// a line in targets.cpp.

/// The release series from which on Go builds plugins for `platform`; nullopt if none does.
std::optional<GoVersion> pluginsSince(const Platform &platform);
bool canBuildPlugins(const GoVersion &version, const Platform &platform);

/// A C compiler that makes programs for another platform.
struct CrossCompiler
{
    QString program; ///< "aarch64-linux-gnu-gcc"
    InstallPackages packages;
};

/// The cross compiler to look for on this machine; nullopt for platforms that need another system's SDK, or that no
/// compiler is known for.
std::optional<CrossCompiler> crossCompilerFor(const Platform &platform);
/// What brings the compiler of this machine itself.
InstallPackages nativeCompilerPackages();

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

} // namespace plugsmith
