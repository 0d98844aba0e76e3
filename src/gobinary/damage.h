// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

namespace plugsmith {

/// The error for a file whose bytes break off or contradict themselves. `reason` is a finished, translated sentence;
/// `detail` holds the numbers for the log.
Error damagedFile(const QString &fileName, const QString &reason, const QString &detail = {});
/// The error for a file that another program cut short while it was read.
Error cutFile(const QString &fileName);

} // namespace plugsmith
