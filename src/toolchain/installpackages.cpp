// SPDX-License-Identifier: Apache-2.0
#include "toolchain/installpackages.h"

#include "base/shellwords.h"
#include "toolchain/pathsearch.h"

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct Manager
{
    PackageManager manager;
    const char *program;
    const char *install;
    QStringList InstallPackages::*packages;
};

constexpr Manager Managers[] = {
    {PackageManager::Apt, "apt", "sudo apt install ", &InstallPackages::apt},
    {PackageManager::Dnf, "dnf", "sudo dnf install ", &InstallPackages::dnf},
    {PackageManager::Pacman, "pacman", "sudo pacman -S ", &InstallPackages::pacman},
    {PackageManager::Zypper, "zypper", "sudo zypper install ", &InstallPackages::zypper},
    {PackageManager::Brew, "brew", "brew install ", &InstallPackages::brew},
};

} // namespace

PackageManager packageManagerIn(const QStringList &folders)
{
    for (const Manager &known : Managers) {
        if (!findProgram(QString::fromLatin1(known.program), folders).isEmpty())
            return known.manager;
    }
    return PackageManager::None;
}

QStringList InstallPackages::of(PackageManager manager) const
{
    for (const Manager &known : Managers) {
        if (known.manager == manager)
            return this->*known.packages;
    }
    return {};
}

QString InstallPackages::command(PackageManager manager) const
{
    if (!ownCommand.isEmpty())
        return ownCommand;
    const QStringList packages = of(manager);
    for (const Manager &known : Managers) {
        if (known.manager == manager && !packages.isEmpty())
            return QString::fromLatin1(known.install) + joinShellWords(packages);
    }
    return pipxCommand();
}

QString InstallPackages::pipxCommand() const
{
    return pipx.isEmpty() ? QString() : u"pipx install "_s + joinShellWords(pipx);
}

} // namespace plugsmith
