// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/settings.h"

#include <QByteArray>
#include <QStringList>

/// Every setting: name, type, default. Names carry a layout version where the value has a layout.
namespace plugsmith::keys {

inline const SettingKey<QByteArray> WindowGeometry{"window/geometry-1", {}};
inline const SettingKey<QByteArray> BuildSplitter{"build/splitter-1", {}};
inline const SettingKey<QByteArray> LowerSplitter{"build/lowerSplitter-1", {}};
inline const SettingKey<QByteArray> WorkSplitter{"build/workSplitter-1", {}};
inline const SettingKey<QString> OutputFolder{"build/outputFolder", {}}; // empty: ~/plugins/NAME
inline const SettingKey<int> ParallelBuilds{"build/parallel", 0};        // 0: half of the cores
inline const SettingKey<QStringList> GoFolders{"toolchains/folders", {}};
inline const SettingKey<QStringList> RecentSources{"sources/recent", {}};

} // namespace plugsmith::keys
