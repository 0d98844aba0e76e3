// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/pluginfilter.h"
#include "models/machineverdict.h"

#include <QHash>
#include <QSet>

#include <array>
#include <memory>

namespace plugsmith {

/// Which plugins a list is about.
enum class CatalogueShow { All, Newest, LoadsHere, RefusedHere, WithoutInfo };
constexpr std::size_t CatalogueShows = 5;

/// Everything that lists need to know about all entries; numbers are positions in `entries`. Never changes once it is
/// made, so that the pool and the GUI thread can look at it at the same time.
struct CatalogueContent
{
    QList<PluginEntry> entries; ///< by path
    GroupedCatalog grouped;
    QList<FilterSubject> subjects; ///< whose texts lie in `filterTexts`
    QByteArray filterTexts;        ///< of all, in the order in which they are searched
    QList<MachineVerdict> verdicts;
    QList<bool> hasNamesake;       ///< another file of the group has the same file name
    QHash<QString, int> positions; ///< of paths
    std::array<int, CatalogueShows> counts{};
    QList<int> newestHere; ///< a few: the newest of their names that this machine can load, highest SCN first

    bool belongsTo(int entry, CatalogueShow show) const;
    /// How many lie below a folder.
    int countBelow(const QString &folder) const;
    /// The other plugins of the same name, Go version and platform as one, and itself, newest first.
    QList<int> versionsOf(int entry) const;
};
using CatalogueContentPtr = std::shared_ptr<const CatalogueContent>;

/// What has changed since a content was made.
struct CatalogueChanges
{
    QHash<QString, PluginEntry> changed; ///< by path
    QSet<QString> removed;

    bool isEmpty() const { return changed.isEmpty() && removed.isEmpty(); }
};

/// Pure; some 300 ms for 100,000 entries, so for the pool.
CatalogueContentPtr makeContent(const CatalogueContentPtr &before, const CatalogueChanges &changes,
                                const LocalMachine &machine);

enum class CatalogueColumn { Name, Scn, Go, Platform, Size, Packed, Kind, Fit };

/// Which entries are wanted, and in which order.
struct CatalogueQuery
{
    PluginFilter filter;
    QString folder; ///< only what lies below; empty: everything
    CatalogueShow show = CatalogueShow::All;
    CatalogueColumn sort = CatalogueColumn::Name;
    Qt::SortOrder order = Qt::AscendingOrder;
};

struct CatalogueRows
{
    struct Group
    {
        int group = 0;      ///< in CatalogueContent::grouped
        QList<int> members; ///< in the order of the query
    };

    QList<Group> groups;
    int fileCount = 0;
};

/// Pure; some 20 ms for 100,000 entries, so for the pool.
CatalogueRows makeRows(const CatalogueContent &content, const CatalogueQuery &query);

} // namespace plugsmith
