// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QMimeData;

namespace plugsmith {

/// What of a drop or paste can be used, judged by names alone.
struct DroppedSources
{
    QStringList usable;   ///< local paths of archives, folders, .go files; a go.mod counts as its folder
    QStringList unusable; ///< file names

    static DroppedSources of(const QMimeData &data);
};

/// The file name patterns of archives that can be opened: "*.zip", "*.tar.gz" …
QStringList archivePatterns();

} // namespace plugsmith
