// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/goversion.h"
#include "gobinary/elfimage.h"

namespace plugsmith {

/// The Go version in the debug information, where each of the compiler's units names its producer ("Go cmd/compile
/// go1.19.8; …"). The only exact word in plugins of Go 1.19 and older. nullopt when it was stripped. Unpacks and
/// searches at most a few megabytes.
std::optional<GoVersion> goVersionOfDebugInfo(const ElfImage &image);

} // namespace plugsmith
