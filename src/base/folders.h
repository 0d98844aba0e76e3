// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace plugsmith::folders {

/// The program's own folders: XDG on Linux, ~/Library on macOS. Each exists, private to the user (0700), after the
/// call. Functions may be called from any thread.

QString config(); ///< settings, presets
QString state();  ///< job history and logs: worth keeping, not worth a backup
QString data();   ///< toolchains that were fetched: large, and can be fetched again
QString cache();  ///< can be deleted at any time: toolchain checks, unpacked sources of running jobs

/// A helper program of ours: beside this program (build tree) or in libexec (installed). Empty if it is missing.
QString helperProgram(const QString &name);

/// Where sources are unpacked and built: a folder of its own in what was set, else in the cache folder. Made by whoever
/// uses it.
QString work();
/// Empty: the default again.
void setWork(const QString &folder);

/// `path` with the home folder as "~", for showing.
QString shortened(const QString &path);
/// The other way round.
QString expanded(const QString &path);
/// Whether `path` lies in `folder` or deeper; both absolute and clean.
bool isBelow(const QString &path, const QString &folder);

} // namespace plugsmith::folders
