// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/arguments.h"
#include "unpack/frames.h"

namespace plugsmith::unpack {

/// Runs one command to its end: opens what it needs, closes the sandbox, and only then looks at foreign bytes. Writes
/// all frames but the one for an error.
Outcome<void> run(const Arguments &arguments, Frames &frames);

} // namespace plugsmith::unpack
