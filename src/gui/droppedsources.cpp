// SPDX-License-Identifier: Apache-2.0
#include "gui/droppedsources.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

QStringList archivePatterns()
{
    return u"*.zip *.tar *.tar.gz *.tgz *.tar.bz2 *.tbz2 *.tar.xz *.txz *.tar.zst *.tzst *.7z"_s.split(u' ');
}

DroppedSources DroppedSources::of(const QMimeData &data)
{
    DroppedSources sources;
    for (const QUrl &url : data.urls()) {
        if (!url.isLocalFile()) {
            sources.unusable += url.fileName();
            continue;
        }
        const QFileInfo file(url.toLocalFile());
        const QString name = file.fileName();
        const QStringList patterns = archivePatterns();
        const bool isArchive = std::ranges::any_of(patterns, [&name](const QString &pattern) {
            return name.endsWith(pattern.sliced(1), Qt::CaseInsensitive);
        });
        if (name == "go.mod"_L1)
            sources.usable += file.absolutePath();
        else if (file.isDir() || isArchive || name.endsWith(".go"_L1))
            sources.usable += file.absoluteFilePath();
        else
            sources.unusable += name;
    }
    sources.usable.removeDuplicates();
    return sources;
}

} // namespace plugsmith
