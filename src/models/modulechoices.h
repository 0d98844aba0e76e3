// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/settings.h"
#include "build/buildoptions.h"

namespace plugsmith {

/// What was chosen the last time for a module. Kept in the settings by module path.
struct ModuleChoices
{
    QString name;
    std::optional<QString> destination; ///< only if it was chosen and not derived from the name
    BuildOptions options;
    QVector<Target> targets;
    QString presetName; ///< of the preset that was chosen; empty: none

    /// Defaults, with the name that follows from the path, where nothing is kept.
    static ModuleChoices of(const Settings &settings, const QString &modulePath);
    void keep(Settings &settings, const QString &modulePath) const;
};

} // namespace plugsmith
