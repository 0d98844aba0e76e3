// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace plugsmith {

enum class PackageManager { None, Apt, Dnf, Pacman, Zypper, Brew };

/// The one whose program is found first in `folders` (the order above). For a worker.
PackageManager packageManagerIn(const QStringList &folders);

/// What to install, by package manager. An empty list: its distribution has nothing that would do.
struct InstallPackages
{
    QStringList apt;
    QStringList dnf;
    QStringList pacman;
    QStringList zypper;
    QStringList brew;
    QString ownCommand;    ///< where a command of the system takes the place of packages: "xcode-select --install"
    QStringList pipx = {}; ///< programs that PyPI has, where the distribution has nothing

    bool operator==(const InstallPackages &) const = default;

    QStringList of(PackageManager manager) const;
    /// The command for a terminal, "sudo apt install gcc"; empty if there is none.
    QString command(PackageManager manager) const;
    /// The one that does on any system; empty if there is none.
    QString pipxCommand() const;
};

} // namespace plugsmith
