// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/sourcetree.h"

namespace plugsmith {

/// What lies in a folder of sources and is no part of the source. The same rules for looking, copying, comparing and
/// packing, so that all of them speak of the same tree. Each takes the name of one entry, not a path.

/// Data of version control, node_modules, litter of macOS, plugins and build info under pgo's file names, and files
/// that are still being written.
bool isLeftOutOfFolder(const QString &name, EntryKind kind);
/// Who packed an archive chose what is in it; only version control and litter are left out of the tree. The litter is
/// not even unpacked.
bool isLeftOutOfArchive(const QString &name, EntryKind kind);

} // namespace plugsmith
