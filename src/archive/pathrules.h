// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/sourcetree.h"

namespace plugsmith {

/// Whether `path` is what SourceEntry::path promises. The worker checks its names before; it is not trusted once it has
/// read foreign bytes.
bool isCleanPath(QStringView path);

/// The first link, in the order of `entries`, that leads out of the tree when it is followed as the kernel would, also
/// by way of other links; nullptr if all stay inside. `entries` must be sorted by path.
const SourceEntry *linkThatLeaves(const QList<SourceEntry> &entries);

} // namespace plugsmith
