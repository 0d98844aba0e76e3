// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/archivelimits.h"
#include "archive/framereader.h"
#include "archive/sourcetree.h"

#include <QSet>

namespace plugsmith {

/// Builds the tree of an archive from the worker's entry frames and checks again what the worker promises: clean paths
/// in order, each once, below folders, within the limits, and no link that leads out.
class TreeCollector
{
public:
    explicit TreeCollector(const ArchiveLimits &limits)
        : m_limits(limits)
    {
    }

    /// False if the frame breaks a promise.
    bool add(const Frame &frame);
    /// The tree, its origin still empty; nothing if a link leads out.
    std::optional<SourceTree> finish();

private:
    bool isInOrder(const QString &path);
    bool isLeftOut(const SourceEntry &entry);

    ArchiveLimits m_limits;
    SourceTree m_tree;
    QSet<QString> m_folders;
    QString m_lastPath;
    QString m_leftOutFolder; // with a slash at its end
    qint64 m_contentBytes = 0;
    qint64 m_count = 0;
};

} // namespace plugsmith
