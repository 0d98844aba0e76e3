// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/limits.h"

#include <vector>

namespace plugsmith::unpack {

/// Resource limits, no dumps, no new privileges, and an end when the parent ends. Call it first of all.
void limitProcess(const Limits &limits);

/// What may still be opened after closeSandbox(), below an open folder. Descriptors that are open stay usable.
struct Allowance
{
    enum class Access { Read, Create };

    int folder = -1;
    Access access = Access::Read;
};

/// Closes everything else with Landlock: files, network, signals to others. From then on hostile bytes may be read.
/// Returns the version of the kernel's interface, or 0 where there is none.
int closeSandbox(const std::vector<Allowance> &allowances);

} // namespace plugsmith::unpack
