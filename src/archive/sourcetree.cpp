// SPDX-License-Identifier: Apache-2.0
#include "archive/sourcetree.h"

#include <algorithm>

namespace plugsmith {

const SourceEntry *SourceTree::find(QStringView path) const
{
    const auto found =
        std::lower_bound(entries.begin(), entries.end(), path,
                         [](const SourceEntry &entry, QStringView wanted) { return comesBefore(entry.path, wanted); });
    return found != entries.end() && found->path == path ? &*found : nullptr;
}

bool comesBefore(QStringView path, QStringView other)
{
    const auto [here, there] = std::mismatch(path.begin(), path.end(), other.begin(), other.end());
    if (here == path.end() || there == other.end())
        return here == path.end() && there != other.end();
    // Surrogates stand for the highest code points, but are not the highest units.
    if (here->isSurrogate() != there->isSurrogate())
        return there->isSurrogate();
    return *here < *there;
}

void sortByPath(QList<SourceEntry> &entries)
{
    std::sort(entries.begin(), entries.end(),
              [](const SourceEntry &a, const SourceEntry &b) { return comesBefore(a.path, b.path); });
}

} // namespace plugsmith
