// SPDX-License-Identifier: Apache-2.0
#include "models/cataloguecontent.h"

#include "base/folders.h"

#include <algorithm>
#include <compare>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

std::strong_ordering compared(const QString &left, const QString &right)
{
    return QString::compare(left, right) <=> 0;
}

std::strong_ordering compareBy(CatalogueColumn column, const CatalogueContent &content, int left, int right)
{
    const PluginEntry &one = content.entries[left];
    const PluginEntry &other = content.entries[right];
    switch (column) {
    case CatalogueColumn::Name:
        break; // members of a group: their order is that of the loader
    case CatalogueColumn::Scn:
        return one.scn <=> other.scn;
    case CatalogueColumn::Go:
        return one.go <=> other.go;
    case CatalogueColumn::Platform:
        return compared(one.platform.toString(), other.platform.toString());
    case CatalogueColumn::Size:
        return one.stamp.size <=> other.stamp.size;
    case CatalogueColumn::Packed:
        return one.compression <=> other.compression;
    case CatalogueColumn::Kind:
        return compared(shownKind(one), shownKind(other));
    case CatalogueColumn::Fit:
        return content.verdicts[left].fit <=> content.verdicts[right].fit;
    }
    return std::strong_ordering::equal;
}

void sortMembers(const CatalogueContent &content, const CatalogueQuery &query, QList<int> *members)
{
    if (query.sort == CatalogueColumn::Name)
        return;
    std::ranges::stable_sort(*members, [&](int left, int right) {
        const auto order = compareBy(query.sort, content, left, right);
        return query.order == Qt::AscendingOrder ? order < 0 : order > 0;
    });
}

/// Groups stand where their first member would.
void sortGroups(const CatalogueContent &content, const CatalogueQuery &query, QList<CatalogueRows::Group> *groups)
{
    if (query.sort == CatalogueColumn::Name) {
        if (query.order == Qt::DescendingOrder)
            std::ranges::reverse(*groups);
        return;
    }
    std::ranges::stable_sort(*groups, [&](const CatalogueRows::Group &left, const CatalogueRows::Group &right) {
        const auto order = compareBy(query.sort, content, left.members.first(), right.members.first());
        return query.order == Qt::AscendingOrder ? order < 0 : order > 0;
    });
}

QList<PluginEntry> merged(const QList<PluginEntry> &before, const CatalogueChanges &changes)
{
    QList<PluginEntry> entries;
    entries.reserve(before.size() + changes.changed.size());
    for (const PluginEntry &entry : before) {
        if (!changes.removed.contains(entry.path) && !changes.changed.contains(entry.path))
            entries << entry;
    }
    for (const PluginEntry &entry : changes.changed)
        entries << entry;
    std::ranges::sort(entries, {}, &PluginEntry::path);
    return entries;
}

void markNamesakes(CatalogueContent *content)
{
    content->hasNamesake.resize(content->entries.size());
    for (const PluginGroup &group : std::as_const(content->grouped.groups)) {
        QHash<QString, int> first;
        for (const int member : group.members) {
            const auto known = first.constFind(content->entries[member].fileName());
            if (known == first.constEnd()) {
                first.insert(content->entries[member].fileName(), member);
            } else {
                content->hasNamesake[*known] = true;
                content->hasNamesake[member] = true;
            }
        }
    }
}

/// Here and not where they are shown, because looking through all entries takes a moment.
void findNewestHere(CatalogueContent *content)
{
    constexpr qsizetype MostNewest = 10;
    QList<int> &newest = content->newestHere;
    for (int i = 0; i < content->entries.size(); ++i) {
        if (content->belongsTo(i, CatalogueShow::Newest) && content->belongsTo(i, CatalogueShow::LoadsHere))
            newest << i;
    }
    const auto shown = newest.begin() + qMin(newest.size(), MostNewest);
    std::ranges::partial_sort(newest, shown, std::ranges::greater(),
                              [content](int entry) { return content->entries[entry].scn; });
    newest.erase(shown, newest.end());
}

/// A search goes through the texts of all entries. One behind the other they are there when they are needed; each in
/// memory of its own, most of the time would go by waiting for them. Those that are alike are there once.
void gatherFilterTexts(CatalogueContent *content)
{
    static constexpr std::array Texts = {&FilterSubject::text, &FilterSubject::symbols, &FilterSubject::modules};
    qsizetype size = 0;
    for (const FilterSubject &subject : std::as_const(content->subjects)) {
        for (const auto text : Texts)
            size += (subject.*text).size();
    }
    content->filterTexts.reserve(size); // so that what lies there stays there
    for (const auto text : Texts) {
        QByteArrayView last;
        for (const PluginGroup &group : std::as_const(content->grouped.groups)) {
            for (const int member : group.members) {
                QByteArray &one = content->subjects[member].*text;
                if (one != last) {
                    const qsizetype at = content->filterTexts.size();
                    content->filterTexts += one;
                    last = QByteArrayView(content->filterTexts.constData() + at, one.size());
                }
                one = QByteArray::fromRawData(last.data(), last.size());
            }
        }
    }
}

} // namespace

bool CatalogueContent::belongsTo(int entry, CatalogueShow show) const
{
    switch (show) {
    case CatalogueShow::All:
        return true;
    case CatalogueShow::Newest:
        return grouped.standings[entry].isNewest;
    case CatalogueShow::LoadsHere:
        return verdicts[entry].fit == MachineVerdict::Fit::Loads;
    case CatalogueShow::RefusedHere:
        return verdicts[entry].isRefused();
    case CatalogueShow::WithoutInfo:
        return entries[entry].isPlugin() && entries[entry].infoPath.isEmpty();
    }
    return false;
}

int CatalogueContent::countBelow(const QString &folder) const
{
    // Entries are sorted by path, so that those of a folder stand together.
    const QString prefix = folder.endsWith(u'/') ? folder : folder + u'/';
    const auto first = std::ranges::lower_bound(entries, prefix, {}, &PluginEntry::path);
    const auto last =
        std::find_if(first, entries.end(), [&](const PluginEntry &entry) { return !entry.path.startsWith(prefix); });
    return static_cast<int>(last - first);
}

QList<int> CatalogueContent::versionsOf(int entry) const
{
    const PluginEntry &wanted = entries[entry];
    const auto group = std::ranges::find(grouped.groups, wanted.name, &PluginGroup::name);
    QList<int> versions;
    if (group == grouped.groups.end())
        return versions;
    for (const int member : group->members) {
        const PluginEntry &other = entries[member];
        const bool isSame = other.isPlugin() == wanted.isPlugin() && other.platform == wanted.platform &&
                            other.goText() == wanted.goText() && other.go.suffix == wanted.go.suffix;
        if (isSame)
            versions << member;
    }
    return versions;
}

CatalogueContentPtr makeContent(const CatalogueContentPtr &before, const CatalogueChanges &changes,
                                const LocalMachine &machine)
{
    auto content = std::make_shared<CatalogueContent>();
    content->entries = merged(before ? before->entries : QList<PluginEntry>(), changes);
    content->grouped = groupEntries(content->entries);
    markNamesakes(content.get());
    const int count = static_cast<int>(content->entries.size());
    content->subjects.reserve(count);
    content->verdicts.reserve(count);
    content->positions.reserve(count);
    for (int i = 0; i < count; ++i) {
        const PluginEntry &entry = content->entries[i];
        content->subjects << FilterSubject(entry, content->grouped.standings[i]);
        content->verdicts << verdictOf(entry, machine);
        content->positions.insert(entry.path, i);
        for (std::size_t show = 0; show < CatalogueShows; ++show)
            content->counts[show] += content->belongsTo(i, static_cast<CatalogueShow>(show)) ? 1 : 0;
    }
    findNewestHere(content.get());
    gatherFilterTexts(content.get());
    return content;
}

CatalogueRows makeRows(const CatalogueContent &content, const CatalogueQuery &query)
{
    CatalogueRows rows;
    PluginFilter::Run filter(query.filter);
    for (int i = 0; i < content.grouped.groups.size(); ++i) {
        CatalogueRows::Group group;
        group.group = i;
        for (const int member : content.grouped.groups[i].members) {
            const bool isWanted =
                content.belongsTo(member, query.show) &&
                (query.folder.isEmpty() || folders::isBelow(content.entries[member].path, query.folder)) &&
                filter.matches(content.subjects[member]);
            if (isWanted)
                group.members << member;
        }
        if (group.members.isEmpty())
            continue;
        rows.fileCount += static_cast<int>(group.members.size());
        sortMembers(content, query, &group.members);
        rows.groups << group;
    }
    sortGroups(content, query, &rows.groups);
    return rows;
}

} // namespace plugsmith
