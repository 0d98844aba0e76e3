// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringList>

namespace plugsmith {

/// A file in the wastebasket, and where it was.
struct TrashedFile
{
    QString path;
    QString inTrash; ///< empty where the system does not say; then there is no way back

    bool operator==(const TrashedFile &) const = default;
};

struct TrashResult
{
    QList<TrashedFile> moved; ///< build infos too
    QStringList failed;       ///< paths that are where they were

    bool canUndo() const;
};

/// Moves plugins to the wastebasket of the system, each with its build info unless another plugin there shares it.
/// Never deletes. For a worker.
TrashResult moveToTrash(const QStringList &plugins);

/// Puts files back where they were, over nothing. Returns the paths for which that was not possible. For a worker.
QStringList restoreFromTrash(const QList<TrashedFile> &files);

} // namespace plugsmith
