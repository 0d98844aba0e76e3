// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/childprocess.h"

namespace plugsmith {

/// bubblewrap, where it is installed; empty otherwise. Looks through PATH.
QString sandboxProgram();

/// The same process inside bubblewrap: without network, and able to write only below `scratch`. Pure.
ProcessSpec sandboxed(const ProcessSpec &spec, const QString &sandboxProgram, const QString &scratch);
/// How the process inside ended: bubblewrap ends with status 128 and the number where that one had a signal. Pure.
ProcessEnd endWithin(const ProcessEnd &end);

} // namespace plugsmith
