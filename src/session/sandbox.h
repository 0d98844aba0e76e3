// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/childprocess.h"

namespace plugsmith {

/// bubblewrap, where it is installed; empty otherwise. Looks through PATH.
QString sandboxProgram();

/// The same process inside bubblewrap: without network, and able to write only below `scratch`. Pure.
ProcessSpec sandboxed(const ProcessSpec &spec, const QString &sandboxProgram, const QString &scratch);

} // namespace plugsmith
