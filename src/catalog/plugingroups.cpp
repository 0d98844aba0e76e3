// SPDX-License-Identifier: Apache-2.0
#include "catalog/plugingroups.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace plugsmith {
namespace {

constexpr qsizetype MostRelated = 100; // that are named; a thousand copies need no million of pairs

/// What the loader keeps one plugin for.
using Slot = std::tuple<QString, QString, QString>;

Slot slotOf(const PluginEntry &entry)
{
    return {entry.name, entry.goText() + entry.go.suffix, entry.platform.toString()};
}

/// The loader's order. With equal SCNs it opens the first and refuses the second; which is first is chance, so we say
/// the newer file.
bool isAbove(const PluginEntry &left, const PluginEntry &right)
{
    if (left.scn != right.scn)
        return left.scn > right.scn;
    if (left.stamp.modified != right.stamp.modified)
        return left.stamp.modified > right.stamp.modified;
    return left.path < right.path;
}

void markNewest(const QList<PluginEntry> &entries, QList<EntryStanding> &standings)
{
    QHash<QString, int> newest;
    QHash<std::pair<QString, qint64>, int> byScn;
    for (int i = 0; i < entries.size(); ++i) {
        const PluginEntry &entry = entries[i];
        if (!entry.isPlugin())
            continue;
        const auto [name, version, platform] = slotOf(entry);
        const QString key = name + QChar(0) + version + QChar(0) + platform;
        const auto best = newest.constFind(key);
        if (best == newest.constEnd() || isAbove(entry, entries[*best]))
            newest.insert(key, i);
        const auto equal = byScn.constFind({key, entry.scn.value()});
        if (equal == byScn.constEnd()) {
            byScn.insert({key, entry.scn.value()}, i);
        } else {
            standings[i].sharesScn = true;
            standings[*equal].sharesScn = true;
        }
    }
    for (const int i : std::as_const(newest))
        standings[i].isNewest = true;
}

void markRelated(const QList<PluginEntry> &entries, QList<EntryStanding> &standings)
{
    QHash<QString, QList<int>> byContent;
    QHash<QString, QList<int>> byPath;
    for (int i = 0; i < entries.size(); ++i) {
        const PluginEntry &entry = entries[i];
        if (!entry.contentId.isEmpty())
            byContent[entry.contentId] << i;
        if (entry.isPlugin() && !entry.pluginPath.isEmpty())
            byPath[entry.pluginPath + QChar(0) + entry.platform.toString()] << i;
    }
    const auto relate = [&](const QList<int> &members, QList<int> EntryStanding::*list, bool otherContent) {
        for (const int member : members) {
            for (const int other : members) {
                const bool same =
                    !entries[member].contentId.isEmpty() && entries[member].contentId == entries[other].contentId;
                if (other != member && !(otherContent && same))
                    (standings[member].*list) << other;
                if ((standings[member].*list).size() >= MostRelated)
                    break;
            }
        }
    };
    for (const QList<int> &members : std::as_const(byContent))
        relate(members, &EntryStanding::duplicates, false);
    for (const QList<int> &members : std::as_const(byPath))
        relate(members, &EntryStanding::samePath, true);
}

} // namespace

GroupedCatalog groupEntries(const QList<PluginEntry> &entries)
{
    GroupedCatalog result;
    result.standings.resize(entries.size());
    markNewest(entries, result.standings);
    markRelated(entries, result.standings);
    QHash<QString, qsizetype> positions;
    for (int i = 0; i < entries.size(); ++i) {
        const QString &name = entries[i].name;
        auto position = positions.constFind(name);
        if (position == positions.constEnd()) {
            position = positions.insert(name, result.groups.size());
            result.groups << PluginGroup{name, {}};
        }
        result.groups[*position].members << i;
    }
    for (PluginGroup &group : result.groups)
        std::ranges::sort(group.members, [&](int left, int right) { return isAbove(entries[left], entries[right]); });
    std::ranges::sort(result.groups, [](const PluginGroup &left, const PluginGroup &right) {
        const int order = QString::compare(left.name, right.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : left.name < right.name;
    });
    return result;
}

} // namespace plugsmith
