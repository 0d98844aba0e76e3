// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "toolchain/ccompiler.h"

#include <QByteArray>

#include <optional>

namespace plugsmith {

class Settings;

/// A compiler that the user names for a platform, with a sysroot or anything else among its arguments.
struct UserCompiler
{
    Platform platform;
    QString command; ///< as CC

    bool operator==(const UserCompiler &) const = default;

    /// "linux/arm64=clang --target=aarch64-linux-gnu --sysroot=/srv/arm64", as in the settings and after --cc.
    static Result<UserCompiler> parse(const QString &text);
    /// Fails with the first that fails.
    static Result<QVector<UserCompiler>> parseAll(const QStringList &texts);
    /// Those of the settings that can be read.
    static QVector<UserCompiler> of(const Settings &settings);
    QString toString() const { return platform.toString() + u'=' + command; }
};

/// The command of a compiler in the parts that people think of.
struct CompilerCommand
{
    QString program;  ///< with its leading words: "ccache gcc", "zig cc"
    QString target;   ///< of clang and zig: "aarch64-linux-gnu.2.28"
    QString sysroot;  ///< folder with the headers and libraries of the other system
    QStringList rest; ///< everything else

    bool operator==(const CompilerCommand &) const = default;

    static CompilerCommand of(const QString &command);
    /// As CC. A target is written as the program wants it: zig has its own word for it.
    QString toString() const;
    bool isZig() const;
};

/// The compilers in `folders` that may make programs for other platforms, by platform in the order to try: the user's,
/// TRIPLE-gcc, gcc -m32 on its 64-bit sibling, clang --target where the other platform's libraries are, zig cc. Not
/// asked for anything. With `platforms`, only those. For a worker.
QVector<CCompiler> crossCandidates(const QVector<UserCompiler> &userCompilers, const QVector<CCompiler> &native,
                                   const QStringList &folders,
                                   const std::optional<QVector<Platform>> &platforms = std::nullopt);

/// A C program that compiles only for `platform` and uses what cgo uses of the C library.
QByteArray linkProbeSource(const Platform &platform);
/// The arguments that compile and link it.
QStringList linkProbeArguments(const CCompiler &compiler, const QString &source, const QString &output);

} // namespace plugsmith
