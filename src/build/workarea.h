// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QString>

#include <memory>

namespace plugsmith {

/// A private folder below cache()/work for one run: unpacked sources, overlays, outputs. Its lock tells other instances
/// of the program that its owner lives; it is removed with the object, and after a crash by the next start.
class WorkArea
{
public:
    static Result<std::shared_ptr<WorkArea>> create();
    ~WorkArea();
    Q_DISABLE_COPY_MOVE(WorkArea)

    const QString &folder() const { return m_folder; }
    /// Keeps the folder when the object goes, for looking at a failed build.
    void keep() { m_isKept = true; }

    /// Removes what owners that died left behind. For a worker: it may be much.
    static void removeStale();
    /// Removes what was kept longer ago than that. For a worker, too.
    static void removeKept(int days);

private:
    WorkArea(QString folder, int lock);

    QString m_folder;
    int m_lock; // file descriptor with an flock on it
    bool m_isKept = false;
};

/// Removes a folder with everything in it, read-only folders included (module caches have them).
void removeFolder(const QString &folder);

} // namespace plugsmith
