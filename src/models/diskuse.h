// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace plugsmith {

/// Bytes free where `folder` is, or will be made. Asks the file system, and a network folder may take its time: for a
/// worker.
qint64 bytesFree(QString folder);

/// What Plugsmith keeps besides Go versions, which know their own size. Bytes. A value.
struct DiskUse
{
    qint64 working = 0; ///< logs, history, caches, unpacked sources
    qint64 free = 0;    ///< where Go versions go

    /// Walks through the folders: for a worker.
    static DiskUse measure(const QString &toolchains);
};

} // namespace plugsmith
