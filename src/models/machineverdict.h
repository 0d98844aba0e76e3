// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/pluginentry.h"

namespace plugsmith {

/// What decides whether this machine can load a plugin. A value.
struct LocalMachine
{
    Platform platform = Platform::thisMachine();
    QString glibc;               ///< "2.36"; empty where the C library is another one
    QList<GoVersion> toolchains; ///< a session is built with the one of the plugin
    bool isKnown = false;        ///< whether toolchains have been looked for

    bool operator==(const LocalMachine &) const = default;

    /// Without toolchains, which take a while to find.
    static LocalMachine current();
};

/// Whether a machine can load a plugin, and if not, the first reason that stands against it. A value.
struct MachineVerdict
{
    /// From good to bad, which is how columns are sorted.
    enum class Fit { Loads, Unknown, NeedsGo, NeedsGlibc, OtherPlatform, NotPlugin, Damaged };

    Fit fit = Fit::Unknown;
    QString needs; ///< "1.22.6", "2.38", "linux/arm64"; of NotPlugin, what it is

    bool operator==(const MachineVerdict &) const = default;

    /// A word or two for a badge: "Loads", "Needs Go 1.22.6".
    QString word() const;
    /// One sentence: why.
    QString reason(const LocalMachine &machine) const;
    bool isRefused() const { return fit != Fit::Loads && fit != Fit::Unknown; }
};

/// Pure; cheap.
MachineVerdict verdictOf(const PluginEntry &entry, const LocalMachine &machine);

/// The word for what a file is, translated: "plugin", "program".
QString shownKind(const PluginEntry &entry);

} // namespace plugsmith
