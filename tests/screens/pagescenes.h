// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stage.h"

/// The states of the pages beside Build.
namespace plugsmith::test {

/// With PLUGSMITH_SCREEN_PLUGINS, the plugins of that folder; otherwise small ones, whose types nobody can read.
void showPlugins(Stage &stage);
void showNoPlugins(Stage &stage);
void showLoad(Stage &stage);
void showToolchains(Stage &stage);
void showOffline(Stage &stage);

} // namespace plugsmith::test
