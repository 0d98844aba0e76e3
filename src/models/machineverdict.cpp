// SPDX-License-Identifier: Apache-2.0
#include "models/machineverdict.h"

#include <QCoreApplication>
#include <QVersionNumber>

#include <algorithm>

#ifdef __GLIBC__
#include <gnu/libc-version.h>
#endif

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct MachineVerdictText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::MachineVerdict)
};

using Fit = MachineVerdict::Fit;

/// "1.20" and "1.20.0" are one release. What a vendor added makes another toolchain of it.
bool isSameToolchain(const GoVersion &left, const GoVersion &right)
{
    return left.release == right.release && left.series == right.series && left.stage == right.stage &&
           left.stageNumber == right.stageNumber && qMax(left.patch, 0) == qMax(right.patch, 0) &&
           left.suffix == right.suffix;
}

} // namespace

LocalMachine LocalMachine::current()
{
    LocalMachine machine;
#ifdef __GLIBC__
    machine.glibc = QString::fromLatin1(gnu_get_libc_version());
#endif
    return machine;
}

MachineVerdict verdictOf(const PluginEntry &entry, const LocalMachine &machine)
{
    switch (entry.state) {
    case PluginEntry::State::Damaged:
    case PluginEntry::State::Unreadable:
        return {Fit::Damaged, entry.problem};
    case PluginEntry::State::OrphanInfo:
        return {Fit::NotPlugin, shownKind(entry)};
    case PluginEntry::State::Pending:
        return {Fit::Unknown, {}};
    case PluginEntry::State::Read:
        break;
    }
    if (entry.kind != BinaryKind::GoPlugin)
        return {Fit::NotPlugin, shownKind(entry)};
    if (entry.platform != machine.platform)
        return {Fit::OtherPlatform, entry.platform.toString()};
    if (!entry.glibc.isEmpty() && !machine.glibc.isEmpty() &&
        QVersionNumber::fromString(entry.glibc) > QVersionNumber::fromString(machine.glibc))
        return {Fit::NeedsGlibc, entry.glibc};
    if (!entry.go.isValid() || !machine.isKnown)
        return {Fit::Unknown, entry.goText()};
    const bool isInstalled = std::ranges::any_of(
        machine.toolchains, [&](const GoVersion &version) { return isSameToolchain(version, entry.go); });
    return isInstalled ? MachineVerdict{Fit::Loads, {}}
                       : MachineVerdict{Fit::NeedsGo, entry.go.toString() + entry.go.suffix};
}

QString MachineVerdict::word() const
{
    switch (fit) {
    case Fit::Loads:
        return MachineVerdictText::tr("Loads");
    case Fit::Unknown:
        return MachineVerdictText::tr("Unknown");
    case Fit::NeedsGo:
        return MachineVerdictText::tr("Needs Go %1").arg(needs);
    case Fit::NeedsGlibc:
        return MachineVerdictText::tr("Needs glibc %1").arg(needs);
    case Fit::OtherPlatform:
        return MachineVerdictText::tr("Other platform");
    case Fit::NotPlugin:
        return MachineVerdictText::tr("Not a plugin");
    case Fit::Damaged:
        return MachineVerdictText::tr("Damaged");
    }
    return {};
}

QString MachineVerdict::reason(const LocalMachine &machine) const
{
    switch (fit) {
    case Fit::Loads:
        return MachineVerdictText::tr("Platform and C library fit, and its Go version is installed.");
    case Fit::Unknown:
        if (!machine.isKnown)
            return MachineVerdictText::tr("The Go versions of this machine are not known yet.");
        return needs.isEmpty() ? MachineVerdictText::tr("Nothing in the file says which Go version made it.")
                               : MachineVerdictText::tr("The file only says that a Go of %1 made it.").arg(needs);
    case Fit::NeedsGo:
        return MachineVerdictText::tr("It was built with Go %1, which is not installed. Go loads a plugin only into a "
                                      "program of the same version.")
            .arg(needs);
    case Fit::NeedsGlibc:
        return MachineVerdictText::tr("It asks for glibc %1 or newer, and this machine has %2.")
            .arg(needs, machine.glibc);
    case Fit::OtherPlatform:
        return MachineVerdictText::tr("It is for %1, and this machine is %2.").arg(needs, machine.platform.toString());
    case Fit::NotPlugin:
        return MachineVerdictText::tr("A Go program cannot load it: it is no Go plugin (%1).").arg(needs);
    case Fit::Damaged:
        return needs;
    }
    return {};
}

QString shownKind(const PluginEntry &entry)
{
    switch (entry.state) {
    case PluginEntry::State::Pending:
        return {};
    case PluginEntry::State::Damaged:
        return MachineVerdictText::tr("damaged");
    case PluginEntry::State::Unreadable:
        return MachineVerdictText::tr("unreadable");
    case PluginEntry::State::OrphanInfo:
        return MachineVerdictText::tr("build info only");
    case PluginEntry::State::Read:
        break;
    }
    switch (entry.kind) {
    case BinaryKind::GoPlugin:
        return MachineVerdictText::tr("plugin");
    case BinaryKind::GoProgram:
        return MachineVerdictText::tr("program");
    case BinaryKind::GoLibrary:
        return MachineVerdictText::tr("Go C library");
    case BinaryKind::Library:
        return MachineVerdictText::tr("shared library");
    case BinaryKind::Program:
        return MachineVerdictText::tr("other program");
    case BinaryKind::Object:
        return MachineVerdictText::tr("object file");
    case BinaryKind::Archive:
        return MachineVerdictText::tr("archive of objects");
    case BinaryKind::Other:
        break;
    }
    return MachineVerdictText::tr("no object file");
}

} // namespace plugsmith
