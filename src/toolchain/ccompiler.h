// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/platform.h"

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVector>

namespace plugsmith {

/// A C compiler, which cgo and every plugin needs. A value.
struct CCompiler
{
    QString program;       ///< absolute, links not followed: some compilers act by the name they are called by
    QStringList arguments; ///< what the user's CC says after the program: "-m32", or "gcc" after "ccache"
    QString cxx;           ///< value of CXX that goes with it; empty: Go's own choice
    Platform platform;     ///< what it makes programs for
    QString name;          ///< its family: "gcc", "clang"; the program's name while not asked
    QString versionText;   ///< "gcc 12.2"; empty while not asked
    QString versionLine;   ///< all of the first line of --version

    bool operator==(const CCompiler &) const = default;

    bool isValid() const { return !program.isEmpty(); }
    /// The value of CC for the go command: program and arguments, quoted by its rules where they need it.
    QString command() const;
    /// macOS compilers make programs for both of its processors, unless they are told for which.
    bool compilesFor(const Platform &target) const;
    /// zig cc, which brings the C libraries of many platforms with it.
    bool isZig() const;
    /// Whether it hands the work to another program that it looks up anew each time (ccache, distcc): its own file says
    /// nothing about the version then.
    bool isLauncher() const;
    /// Text that changes when the compiler changes: command, size and time of the program (one stat), version line.
    QString identity() const;
};

/// The compilers for this machine in the order to try: the user's CC, then gcc, clang (where Go prefers clang: clang,
/// gcc), cc; each program once. Not asked for their version. `userCc` is the value of CC, with arguments. For a worker.
QVector<CCompiler> nativeCompilers(const QString &userCc, const QStringList &folders);
/// The C++ compiler of the same family and with the same arguments, as a value of CXX. Empty if `compiler` follows no
/// known pattern. Whether it exists is not looked at: a package with C++ in it then fails naming what is missing.
QString cxxCommandFor(const CCompiler &compiler);
/// Fills in name and version from what `--version` printed.
void setVersion(CCompiler &compiler, const QString &versionOutput);

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::CCompiler)
