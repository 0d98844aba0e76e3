// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QUrl>

class QMimeData;

namespace plugsmith {

/// What of a drop or paste can be used, judged by names alone; of folders, by those of the files in them.
struct DroppedSources
{
    enum class Kind { Archive, Folder, GoFile };

    struct Item
    {
        QString path;
        Kind kind = Kind::Archive;

        bool operator==(const Item &) const = default;
    };

    QVector<Item> items;  ///< local archives, folders, .go files; a go.mod counts as its folder
    QVector<QUrl> remote; ///< archives on servers, http and https
    QStringList plugins;  ///< plugins, build infos, and folders that have some and no source
    QStringList presets;  ///< files that may be presets by their name
    QStringList unusable; ///< file names

    bool isEmpty() const { return items.isEmpty() && remote.isEmpty() && plugins.isEmpty() && presets.isEmpty(); }
    QStringList paths() const;

    static DroppedSources of(const QMimeData &data);
    /// Of words from a command line: paths and addresses.
    static DroppedSources of(const QStringList &words);

private:
    void add(const QUrl &url);
    void addText(const QString &text);
};

/// The file name patterns of archives that can be opened: "*.zip", "*.tar.gz" …
QStringList archivePatterns();

} // namespace plugsmith
