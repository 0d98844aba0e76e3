// SPDX-License-Identifier: Apache-2.0
#include "toolchain/targets.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

using Kind = BuildObstacle::Kind;

struct BuildObstacleText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::BuildObstacle)
};

struct Support
{
    QStringView os;
    QStringView arch;
    int series; // Go 1.N
};

// BuildModeSupported("plugin") of Go 1.15, 1.19, 1.21 to 1.26 (cmd/internal/sys, later internal/platform). What 1.15
// had is dated back to 1.8, which brought plugins: releases that old are not used for plugins any more. android/arm and
// android/arm64 were listed up to 1.21, but the linker refused them.
constexpr Support PluginSupport[] = {
    {u"linux", u"amd64", 8},   {u"linux", u"386", 8},     {u"linux", u"arm", 8},      {u"linux", u"arm64", 8},
    {u"linux", u"ppc64le", 8}, {u"linux", u"s390x", 8},   {u"linux", u"loong64", 22}, {u"linux", u"riscv64", 25},
    {u"darwin", u"amd64", 10}, {u"darwin", u"arm64", 16}, {u"freebsd", u"amd64", 15}, {u"android", u"amd64", 8},
    {u"android", u"386", 8},
};

struct Cross
{
    QStringView os;
    QStringView arch;
    QStringView triple;
    QStringView zig;
    QStringView aptCompiler;
    QStringView aptLibrary;
    QStringView pacman;
};

// For macOS there is none: zig 0.17 stops at Go's -flat_namespace, without which a plugin would not share the runtime
// of its host, and brings no frameworks. For FreeBSD zig links plugins of Go 1.26.
//
// Only packages that link programs. Fedora's cross compilers come without a C library ("only building kernels is
// supported"), openSUSE's have another triple, Homebrew has none; zig brings the libraries with it and is packaged by
// all of them. Debian's were used (go-plugins.md section 7); Arch's aarch64 and riscv64 ones depend on their glibc.
constexpr Cross CrossCompilers[] = {
    {u"linux",
     u"amd64",
     u"x86_64-linux-gnu",
     u"x86_64-linux-gnu",
     u"gcc-x86-64-linux-gnu",
     u"libc6-dev-amd64-cross",
     {}},
    {u"linux", u"arm64", u"aarch64-linux-gnu", u"aarch64-linux-gnu", u"gcc-aarch64-linux-gnu", u"libc6-dev-arm64-cross",
     u"aarch64-linux-gnu-gcc"},
    {u"linux", u"386", u"i686-linux-gnu", u"x86-linux-gnu", u"gcc-i686-linux-gnu", u"libc6-dev-i386-cross", {}},
    {u"linux",
     u"arm",
     u"arm-linux-gnueabihf",
     u"arm-linux-gnueabihf",
     u"gcc-arm-linux-gnueabihf",
     u"libc6-dev-armhf-cross",
     {}},
    {u"linux",
     u"ppc64le",
     u"powerpc64le-linux-gnu",
     u"powerpc64le-linux-gnu",
     u"gcc-powerpc64le-linux-gnu",
     u"libc6-dev-ppc64el-cross",
     {}},
    {u"linux", u"s390x", u"s390x-linux-gnu", u"s390x-linux-gnu", u"gcc-s390x-linux-gnu", u"libc6-dev-s390x-cross", {}},
    {u"linux", u"riscv64", u"riscv64-linux-gnu", u"riscv64-linux-gnu", u"gcc-riscv64-linux-gnu",
     u"libc6-dev-riscv64-cross", u"riscv64-linux-gnu-gcc"},
    {u"linux", u"loong64", u"loongarch64-linux-gnu", u"loongarch64-linux-gnu", {}, {}, {}},
    {u"freebsd", u"amd64", u"x86_64-unknown-freebsd", u"x86_64-freebsd", {}, {}, {}},
};

struct Level
{
    QStringView arch;
    QStringView variable;
    QStringView values; // separated by blanks; "power10@20" is known from Go 1.20 on
    QStringView usual;
    QStringView byDefault;
    int series; // from Go 1.N on
};

// GOARM is set because what Go takes by itself depends on who built the toolchain, and the compilers above make
// hard-float code for ARMv7.
constexpr Level Levels[] = {
    {u"amd64", u"GOAMD64", u"v1 v2 v3 v4", {}, u"v1", 18},
    {u"386", u"GO386", u"softfloat sse2", {}, u"sse2", 16},
    {u"arm", u"GOARM", u"5 6 7", u"7", u"7", 0},
    {u"arm64",
     u"GOARM64",
     u"v8.0 v8.1 v8.2 v8.3 v8.4 v8.5 v8.6 v8.7 v8.8 v8.9 v9.0 v9.1 v9.2 v9.3 v9.4 v9.5",
     {},
     u"v8.0",
     23},
    {u"ppc64le", u"GOPPC64", u"power8 power9 power10@20", {}, u"power8", 0},
    {u"riscv64", u"GORISCV64", u"rva20u64 rva22u64 rva23u64@25", {}, u"rva20u64", 23},
};

CpuLevel levelFrom(const Level &level)
{
    CpuLevel result{
        level.variable.toString(), level.arch.toString(), {}, level.usual.toString(), level.byDefault.toString()};
    for (const QStringView value : level.values.split(u' '))
        result.values += value.split(u'@').first().toString();
    return result;
}

QStringList words(std::initializer_list<QStringView> texts)
{
    QStringList list;
    for (const QStringView text : texts) {
        if (!text.isEmpty())
            list.append(text.toString());
    }
    return list;
}

BuildObstacle noPluginSupport(const GoVersion &version, const Platform &platform)
{
    const auto since = pluginsSince(platform);
    if (!since) {
        return {Kind::NoPluginSupport,
                BuildObstacleText::tr("Go has no plugins for %1").arg(platform.toString()),
                BuildObstacleText::tr("No Go release can build plugins for this platform."),
                {}};
    }
    return {Kind::NoPluginSupport,
            //: %1 is a Go version, %2 a platform such as linux/riscv64
            BuildObstacleText::tr("Go %1 cannot build plugins for %2").arg(version.toString(), platform.toString()),
            BuildObstacleText::tr("Go supports this since %1.").arg(since->toString()),
            {}};
}

BuildObstacle noNativeCompiler(const Platform &platform)
{
    const InstallPackages packages = nativeCompilerPackages();
    return {Kind::NoCompiler,
            packages.ownCommand.isEmpty() ? BuildObstacleText::tr("Install gcc")
                                          : BuildObstacleText::tr("Install the command line developer tools"),
            BuildObstacleText::tr("Plugins need cgo, and cgo needs a C compiler for %1.").arg(platform.toString()),
            packages};
}

BuildObstacle noCrossCompiler(const Platform &platform)
{
    if (platform.os == "darwin"_L1) {
        return {Kind::NoSdk,
                BuildObstacleText::tr("%1 needs an Apple SDK").arg(platform.toString()),
                BuildObstacleText::tr("Linking for macOS needs Apple's libraries. zig cc does not do: it has no "
                                      "CoreFoundation, and its linker does not know the flat namespace of plugins."),
                {}};
    }
    const auto cross = crossCompilerFor(platform);
    if (platform.os != "linux"_L1) {
        const QString reason =
            BuildObstacleText::tr("Linking for %1 needs the C library of that system.").arg(platform.os);
        return {Kind::NoSdk, BuildObstacleText::tr("%1 needs a sysroot").arg(platform.toString()),
                cross ? reason + u' ' + BuildObstacleText::tr("zig cc has it.") : reason,
                cross ? cross->packages : InstallPackages()};
    }
    const bool isPackaged = cross && !cross->packages.apt.isEmpty();
    return {Kind::NoCompiler,
            isPackaged ? BuildObstacleText::tr("Install %1").arg(cross->packages.apt.first())
                       : BuildObstacleText::tr("%1 needs a C compiler").arg(platform.toString()),
            BuildObstacleText::tr("Plugins need cgo, and cgo needs a C compiler for %1.").arg(platform.toString()),
            cross ? cross->packages : InstallPackages()};
}

std::optional<BuildObstacle> missingCompiler(const Platform &platform, const QVector<CCompiler> &compilers)
{
    const bool hasCompiler =
        std::ranges::any_of(compilers, [&](const CCompiler &compiler) { return compiler.compilesFor(platform); });
    if (hasCompiler)
        return std::nullopt;
    return platform == Platform::thisMachine() ? noNativeCompiler(platform) : noCrossCompiler(platform);
}

} // namespace

std::optional<GoVersion> pluginsSince(const Platform &platform)
{
    for (const Support &support : PluginSupport) {
        if (support.os == platform.os && support.arch == platform.arch) {
            GoVersion version;
            version.release = 1;
            version.series = support.series;
            return version;
        }
    }
    return std::nullopt;
}

bool canBuildPlugins(const GoVersion &version, const Platform &platform)
{
    const auto since = pluginsSince(platform);
    return since && version.languageVersion() >= *since;
}

bool canBuildPlugins(const GoToolchain &toolchain, const Platform &platform)
{
    if (toolchain.pluginPlatforms.isEmpty())
        return canBuildPlugins(toolchain.version, platform);
    return toolchain.pluginPlatforms.contains(platform.toString());
}

QVector<Platform> crossPlatforms()
{
    QVector<Platform> platforms;
    for (const Cross &cross : CrossCompilers)
        platforms += {cross.os.toString(), cross.arch.toString()};
    return platforms;
}

bool CpuLevel::isKnownTo(const GoVersion &version, const QString &value) const
{
    for (const Level &level : Levels) {
        if (level.variable != variable)
            continue;
        int since = level.series;
        for (const QStringView word : level.values.split(u' ')) {
            if (word.split(u'@').first() == value && word.contains(u'@'))
                since = word.split(u'@').last().toInt();
        }
        return values.contains(value) && version.series >= since;
    }
    return false;
}

std::optional<CpuLevel> cpuLevelOf(const Platform &platform)
{
    for (const Level &level : Levels) {
        if (level.arch == platform.arch)
            return levelFrom(level);
    }
    return std::nullopt;
}

std::optional<CpuLevel> cpuLevelNamed(const QString &variable)
{
    for (const Level &level : Levels) {
        if (level.variable == variable)
            return levelFrom(level);
    }
    return std::nullopt;
}

QVector<CpuLevel> cpuLevels()
{
    QVector<CpuLevel> levels;
    for (const Level &level : Levels)
        levels += levelFrom(level);
    return levels;
}

std::optional<CrossCompiler> crossCompilerFor(const Platform &platform)
{
    for (const Cross &cross : CrossCompilers) {
        if (cross.os == platform.os && cross.arch == platform.arch) {
            const QStringList zig{u"zig"_s};
            const InstallPackages packages{words({cross.aptCompiler, cross.aptLibrary}),
                                           zig,
                                           cross.pacman.isEmpty() ? zig : words({cross.pacman}),
                                           zig,
                                           zig,
                                           {},
                                           cross.aptCompiler.isEmpty() ? QStringList{u"ziglang"_s} : QStringList()};
            return CrossCompiler{cross.triple.toString(), cross.zig.toString(),
                                 cross.os == "freebsd"_L1 ? 20 : 0, // zig 0.15
                                 cross.triple + u"-gcc"_s, packages};
        }
    }
    return std::nullopt;
}

InstallPackages nativeCompilerPackages()
{
    if (Platform::thisMachine().os == "darwin"_L1)
        return {{}, {}, {}, {}, {}, u"xcode-select --install"_s};
    return {words({u"gcc", u"libc6-dev"}),
            words({u"gcc", u"glibc-devel"}),
            words({u"gcc"}),
            words({u"gcc", u"glibc-devel"}),
            words({u"gcc"}),
            {}};
}

InstallPackages goPackages()
{
    return {words({u"golang-go"}), words({u"golang"}), words({u"go"}), words({u"go"}), words({u"go"}), {}};
}

std::optional<BuildObstacle> whyNotBuildable(const GoVersion &version, const Platform &platform,
                                             const QVector<CCompiler> &compilers)
{
    return canBuildPlugins(version, platform) ? missingCompiler(platform, compilers)
                                              : noPluginSupport(version, platform);
}

std::optional<BuildObstacle> whyNotBuildable(const GoToolchain &toolchain, const Platform &platform,
                                             const QVector<CCompiler> &compilers)
{
    return canBuildPlugins(toolchain, platform) ? missingCompiler(platform, compilers)
                                                : noPluginSupport(toolchain.version, platform);
}

} // namespace plugsmith
