// SPDX-License-Identifier: Apache-2.0
#include "gui/droppedsources.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QMimeData>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxWords = 200; // a longer text is prose
constexpr int MaxNameLength = 60;
constexpr int MaxLooked = 500; // files of a folder

bool isArchiveName(const QString &name)
{
    const QStringList patterns = archivePatterns();
    return std::ranges::any_of(
        patterns, [&name](const QString &pattern) { return name.endsWith(pattern.sliced(1), Qt::CaseInsensitive); });
}

bool isWeb(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

bool isPluginName(const QString &name)
{
    return name.endsWith(".so"_L1) || name.endsWith(".so.gz"_L1) || name.endsWith(".pinf"_L1);
}

/// Plugins and no source. Looks at some names only: this happens while something is dragged.
bool hasOnlyPlugins(const QString &folder)
{
    bool hasPlugin = false;
    QDirIterator names(folder, QDir::Files);
    for (int i = 0; i < MaxLooked && names.hasNext(); ++i) {
        names.next();
        const QString name = names.fileName();
        if (name == "go.mod"_L1 || name.endsWith(".go"_L1))
            return false;
        hasPlugin = hasPlugin || isPluginName(name);
    }
    return hasPlugin;
}

} // namespace

QStringList archivePatterns()
{
    return u"*.zip *.tar *.tar.gz *.tgz *.tar.bz2 *.tbz2 *.tar.xz *.txz *.tar.zst *.tzst *.7z"_s.split(u' ');
}

QStringList DroppedSources::paths() const
{
    QStringList all;
    for (const Item &item : items)
        all += item.path;
    return all;
}

void DroppedSources::add(const QUrl &url)
{
    const auto use = [this](const QString &path, Kind kind) {
        if (const Item item{path, kind}; !items.contains(item))
            items += item;
    };
    if (isWeb(url) && isArchiveName(url.fileName())) {
        if (!remote.contains(url))
            remote += url;
        return;
    }
    if (!url.isLocalFile()) {
        unusable += url.fileName().isEmpty() ? url.toDisplayString() : url.fileName();
        return;
    }
    const QFileInfo file(url.toLocalFile());
    const QString name = file.fileName();
    if (name == "go.mod"_L1)
        use(file.absolutePath(), Kind::Folder);
    else if (file.isDir() ? hasOnlyPlugins(file.absoluteFilePath()) : isPluginName(name))
        plugins += file.absoluteFilePath();
    else if (file.isDir())
        use(file.absoluteFilePath(), Kind::Folder);
    else if (isArchiveName(name))
        use(file.absoluteFilePath(), Kind::Archive);
    else if (name.endsWith(".go"_L1))
        use(file.absoluteFilePath(), Kind::GoFile);
    else if (name.endsWith(".json"_L1))
        presets += file.absoluteFilePath();
    else
        unusable += name;
}

/// One path or address a line, as file managers and browsers put them on the clipboard.
void DroppedSources::addText(const QString &text)
{
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines.first(qMin(lines.size(), qsizetype(MaxWords)))) {
        const QString word = line.trimmed();
        if (word.isEmpty())
            continue;
        const QUrl url(word, QUrl::StrictMode);
        if (word.startsWith(u'/'))
            add(QUrl::fromLocalFile(word));
        else if (word.startsWith("~/"_L1))
            add(QUrl::fromLocalFile(QDir::homePath() + word.sliced(1)));
        else if (url.isLocalFile() || isWeb(url))
            add(url);
        else
            unusable += word.size() > MaxNameLength ? word.first(MaxNameLength) + u'…' : word;
    }
}

DroppedSources DroppedSources::of(const QMimeData &data)
{
    DroppedSources sources;
    if (data.hasUrls()) {
        for (const QUrl &url : data.urls())
            sources.add(url);
    } else if (data.hasText()) {
        sources.addText(data.text());
    }
    return sources;
}

DroppedSources DroppedSources::of(const QStringList &words)
{
    DroppedSources sources;
    for (const QString &word : words) {
        const QUrl url(word, QUrl::StrictMode);
        sources.add(isWeb(url) || url.isLocalFile() ? url : QUrl::fromLocalFile(QFileInfo(word).absoluteFilePath()));
    }
    return sources;
}

} // namespace plugsmith
