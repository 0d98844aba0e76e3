// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildoptions.h"
#include "gobinary/binaryfile.h"

namespace plugsmith {

/// What a finished binary must be.
struct BinaryExpectation
{
    Target target;
    BuildMode mode = BuildMode::Plugin;
};

/// Reads a binary that was just built and compares its real platform, kind and Go version with what its name will say.
/// For a worker.
Result<BinaryFacts> checkBinary(const QString &path, const BinaryExpectation &expected);

} // namespace plugsmith
