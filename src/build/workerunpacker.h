// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "toolchain/toolchaininstall.h"

namespace plugsmith {

/// Unpacks toolchains in the archive worker. Its owner must live in a thread with an event loop.
Unpacker workerUnpacker();

} // namespace plugsmith
