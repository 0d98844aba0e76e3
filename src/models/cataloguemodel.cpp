// SPDX-License-Identifier: Apache-2.0
#include "models/cataloguemodel.h"

#include "base/deliver.h"
#include "catalog/catalog.h"
#include "models/buildtext.h"

#include <QLocale>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int BatchDelay = 50;     // ms; entries come in batches
constexpr int LongestDelay = 1000; // ms, while very many come
constexpr int MostInReason = 3;    // other files that a badge names

QString fileNames(const CatalogueContent &content, const QList<int> &entries)
{
    QStringList names;
    for (const int entry : entries.first(qMin(entries.size(), qsizetype(MostInReason))))
        names << content.entries[entry].path;
    if (entries.size() > MostInReason)
        names << u"…"_s;
    return names.join(u'\n');
}

/// Builds for other versions of Go share the path too, and never meet in one program.
QList<int> rivalsOf(const CatalogueContent &content, int entry)
{
    QList<int> rivals = content.grouped.standings[entry].samePath;
    rivals.removeIf([&](int other) { return content.entries[other].go != content.entries[entry].go; });
    return rivals;
}

} // namespace

QString shownScn(const PluginEntry &entry)
{
    return entry.scn.value() > 0 ? entry.scn.toString() : QString();
}

QList<PluginBadge> badgesOf(const CatalogueContent &content, int entry)
{
    using Meaning = PluginBadge::Meaning;
    const PluginEntry &plugin = content.entries[entry];
    const EntryStanding &standing = content.grouped.standings[entry];
    QList<PluginBadge> badges;
    const auto add = [&badges](const QString &word, Meaning meaning, const QString &sentence) {
        badges << PluginBadge{word, meaning, sentence};
    };
    if (standing.isNewest)
        add(CatalogueModel::tr("newest"), Meaning::Newest,
            CatalogueModel::tr("The newest of its name, Go version and platform: a host ends with this one."));
    if (!plugin.contradictions.isEmpty()) {
        QStringList sentences;
        for (const Contradiction &each : plugin.contradictions)
            sentences << each.toString();
        add(CatalogueModel::tr("contradiction"), Meaning::Caution, sentences.join(u'\n'));
    }
    if (plugin.state == PluginEntry::State::OrphanInfo)
        add(CatalogueModel::tr("plugin missing"), Meaning::Problem,
            CatalogueModel::tr("The build info is here, the plugin is not."));
    if (plugin.state == PluginEntry::State::Damaged || plugin.state == PluginEntry::State::Unreadable)
        add(shownKind(plugin), Meaning::Problem, plugin.problem);
    if (standing.sharesScn)
        add(CatalogueModel::tr("same SCN"), Meaning::Caution,
            CatalogueModel::tr("Another file has the same SCN. The newer file date wins."));
    const QList<int> rivals = rivalsOf(content, entry);
    if (!rivals.isEmpty()) {
        add(CatalogueModel::tr("same path"), Meaning::Note,
            CatalogueModel::tr("A program that has loaded one of these refuses the others, because they share their "
                               "plugin path:\n%1")
                .arg(fileNames(content, rivals)));
    }
    if (!standing.duplicates.isEmpty())
        add(CatalogueModel::tr("duplicate"), Meaning::Note,
            CatalogueModel::tr("The same content as:\n%1").arg(fileNames(content, standing.duplicates)));
    if (!plugin.tykGateway.isEmpty())
        add(CatalogueModel::tr("Tyk %1").arg(plugin.tykGateway), Meaning::Note,
            CatalogueModel::tr("Named for a Tyk gateway: %1 is its version, not that of Go.").arg(plugin.tykGateway));
    return badges;
}

CatalogueModel::CatalogueModel(const Catalog &catalog, QObject *parent)
    : TwoLevelModel(parent)
{
    m_gather.setSingleShot(true);
    connect(&m_gather, &QTimer::timeout, this, &CatalogueModel::run);
    connect(&catalog, &Catalog::entriesChanged, this, [this](const QList<PluginEntry> &entries) {
        for (const PluginEntry &entry : entries) {
            m_changes.removed.remove(entry.path);
            m_changes.changed.insert(entry.path, entry);
        }
        gatherSoon();
    });
    connect(&catalog, &Catalog::entriesRemoved, this, [this](const QStringList &paths) {
        for (const QString &path : paths) {
            m_changes.changed.remove(path);
            m_changes.removed.insert(path);
        }
        gatherSoon();
    });
    m_changes.changed = catalog.entries();
    if (!m_changes.isEmpty())
        gatherSoon();
}

void CatalogueModel::setMachine(const LocalMachine &machine)
{
    if (m_machine == machine)
        return;
    m_machine = machine;
    m_isMachineNew = true;
    gatherSoon();
}

void CatalogueModel::setQuery(const CatalogueQuery &query)
{
    m_query = query;
    m_isQueryNew = true;
    if (!m_isRunning)
        run();
}

void CatalogueModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    CatalogueQuery query = m_query;
    query.sort = static_cast<CatalogueColumn>(column);
    query.order = order;
    setQuery(query);
}

/// The more there is to arrange, the longer changes are gathered before.
void CatalogueModel::gatherSoon()
{
    if (!m_isRunning && !m_gather.isActive())
        m_gather.start(std::clamp(totalCount() / 50, BatchDelay, LongestDelay));
}

void CatalogueModel::run()
{
    m_isRunning = true;
    m_isQueryNew = false;
    m_gather.stop();
    const bool isContentNew = m_isMachineNew || !m_changes.isEmpty();
    m_isMachineNew = false;
    struct Arranged
    {
        CatalogueContentPtr content;
        CatalogueRows rows;
    };
    runInPool(
        this,
        [before = m_content, changes = std::exchange(m_changes, {}), machine = m_machine, query = m_query,
         isContentNew] {
            Arranged arranged;
            arranged.content = isContentNew ? makeContent(before, changes, machine) : before;
            arranged.rows = makeRows(*arranged.content, query);
            return arranged;
        },
        [this](const Arranged &arranged) {
            m_isRunning = false;
            take(arranged.content, arranged.rows);
            if (m_isRunning)
                return; // whoever was told wanted something else
            if (m_isQueryNew)
                run(); // somebody went on typing
            else if (m_isMachineNew || !m_changes.isEmpty())
                gatherSoon();
        });
}

bool CatalogueModel::hasSameRows(const CatalogueContentPtr &content, const CatalogueRows &rows) const
{
    const auto areSameEntries = [&](int one, int other) {
        return content == m_content ? one == other : m_content->entries[one].path == content->entries[other].path;
    };
    const auto areSameNames = [&](int one, int other) {
        return content == m_content ? one == other
                                    : m_content->grouped.groups[one].name == content->grouped.groups[other].name;
    };
    return std::ranges::equal(m_rows.groups, rows.groups,
                              [&](const CatalogueRows::Group &left, const CatalogueRows::Group &right) {
                                  return areSameNames(left.group, right.group) &&
                                         std::ranges::equal(left.members, right.members, areSameEntries);
                              });
}

void CatalogueModel::take(const CatalogueContentPtr &content, const CatalogueRows &rows)
{
    if (!hasSameRows(content, rows)) {
        beginResetModel();
        m_content = content;
        m_rows = rows;
        endResetModel();
    } else if (content != m_content) {
        m_content = content;
        m_rows = rows;
        for (int row = 0; row < rowCount(); ++row) {
            const QModelIndex group = index(row, 0);
            emit dataChanged(group, index(row, ColumnCount - 1));
            emit dataChanged(index(0, 0, group), index(rowCount(group) - 1, ColumnCount - 1, group));
        }
    }
    emit arranged();
}

int CatalogueModel::entryAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return -1;
    const CatalogueRows::Group &group = m_rows.groups[topOf(index)];
    if (!isTop(index))
        return group.members[index.row()];
    const QList<int> &all = m_content->grouped.groups[group.group].members;
    const auto newest =
        std::ranges::find_if(all, [&](int member) { return group.members.contains(member); }); // the loader's order
    return *newest;
}

QModelIndex CatalogueModel::indexOf(const QString &path) const
{
    const auto position = m_content->positions.constFind(path);
    if (position == m_content->positions.constEnd())
        return {};
    const QModelIndex group = indexOfGroup(m_content->entries[*position].name);
    if (!group.isValid())
        return {};
    const qsizetype row = m_rows.groups[group.row()].members.indexOf(*position);
    return row < 0 ? QModelIndex() : index(static_cast<int>(row), 0, group);
}

QModelIndex CatalogueModel::indexOfGroup(const QString &name) const
{
    const auto found = std::ranges::find_if(m_rows.groups, [&](const CatalogueRows::Group &group) {
        return m_content->grouped.groups[group.group].name == name;
    });
    return found == m_rows.groups.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.groups.begin()), 0);
}

int CatalogueModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant CatalogueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    if (role == IsGroupRole)
        return isTop(index);
    if (role == Qt::TextAlignmentRole)
        return index.column() == SizeColumn ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    return isTop(index) ? groupData(m_rows.groups[index.row()], index.column(), role)
                        : fileData(entryAt(index), index.column(), role);
}

QVariant CatalogueModel::groupData(const CatalogueRows::Group &group, int column, int role) const
{
    const PluginGroup &whole = m_content->grouped.groups[group.group];
    const auto second = [&] {
        Scn newest;
        for (const int member : group.members)
            newest = qMax(newest, m_content->entries[member].scn);
        const QString count = tr("%n file(s)", nullptr, static_cast<int>(group.members.size()));
        return newest.isValid() ? tr("%1 · newest %2", "number of files, date").arg(count, shownDate(newest)) : count;
    };
    const auto fits = [&] {
        const auto loading = std::ranges::count_if(
            group.members, [&](int member) { return m_content->verdicts[member].fit == MachineVerdict::Fit::Loads; });
        return tr("%1 of %2 load").arg(loading).arg(group.members.size());
    };
    switch (role) {
    case Qt::DisplayRole:
        return column == NameColumn ? whole.name : column == FitColumn ? fits() : QString();
    case SecondTextRole:
        return column == NameColumn ? second() : QString();
    case Qt::AccessibleTextRole:
        return column == NameColumn ? whole.name + u", "_s + second() : column == FitColumn ? fits() : QString();
    case PathRole:
        return whole.name;
    default:
        return {};
    }
}

QString CatalogueModel::fileText(int entry, int column) const
{
    const PluginEntry &plugin = m_content->entries[entry];
    switch (column) {
    case NameColumn:
        return plugin.fileName();
    case ScnColumn:
        return shownScn(plugin);
    case GoColumn:
        return plugin.goText();
    case PlatformColumn:
        return plugin.platform.isValid() ? plugin.platform.toString() : QString();
    case SizeColumn:
        return plugin.stamp.exists() ? shownSize(plugin.stamp.size) : QString();
    case PackedColumn:
        return plugin.compression == Compression::Gzip ? u"gzip"_s : u"–"_s;
    case KindColumn:
        return shownKind(plugin);
    case FitColumn:
        return m_content->verdicts[entry].word();
    default:
        return {};
    }
}

QString CatalogueModel::fileToolTip(int entry, int column) const
{
    const PluginEntry &plugin = m_content->entries[entry];
    QStringList lines;
    switch (column) {
    case NameColumn:
        lines << plugin.path;
        for (const PluginBadge &badge : badgesOf(*m_content, entry))
            lines << badge.sentence;
        break;
    case ScnColumn:
        if (plugin.scn.isValid())
            lines << tr("%1 UTC").arg(QLocale().toString(plugin.scn.toUtc(), QLocale::ShortFormat));
        if (plugin.scnSource == ScnSource::FileDate)
            lines << tr("There is no build info with an SCN, so hosts take the date of the file.");
        break;
    case FitColumn:
        lines << m_content->verdicts[entry].reason(m_machine);
        break;
    default:
        break;
    }
    return lines.join(u'\n');
}

QVariant CatalogueModel::fileData(int entry, int column, int role) const
{
    const PluginEntry &plugin = m_content->entries[entry];
    const auto second = [&]() -> QString {
        if (column == NameColumn && m_content->hasNamesake[entry])
            return tr("in %1").arg(plugin.folder().section(u'/', -1));
        if (column == ScnColumn && plugin.scn.isValid())
            return plugin.scnSource == ScnSource::FileDate ? tr("from file date") : shownShortDate(plugin.scn);
        return {};
    };
    switch (role) {
    case Qt::DisplayRole:
        return fileText(entry, column);
    case SecondTextRole:
        return second();
    case BadgesRole:
        return column == NameColumn ? QVariant::fromValue(badgesOf(*m_content, entry)) : QVariant();
    case FitRole:
        return QVariant::fromValue(m_content->verdicts[entry].fit);
    case IsGuessRole:
        return plugin.scnSource == ScnSource::FileDate;
    case PathRole:
        return plugin.path;
    case Qt::ToolTipRole:
        return fileToolTip(entry, column);
    case Qt::AccessibleTextRole: {
        QStringList words{fileText(entry, column), second()};
        if (column == NameColumn) {
            for (const PluginBadge &badge : badgesOf(*m_content, entry))
                words << badge.word;
        }
        words.removeAll(QString());
        return words.join(u", "_s);
    }
    default:
        return {};
    }
}

QVariant CatalogueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case ScnColumn:
        return tr("SCN");
    case GoColumn:
        return tr("Go");
    case PlatformColumn:
        return tr("Platform");
    case SizeColumn:
        return tr("Size");
    case PackedColumn:
        return tr("Packed");
    case KindColumn:
        return tr("Kind");
    case FitColumn:
        return tr("This machine");
    default:
        return {};
    }
}

Qt::ItemFlags CatalogueModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList CatalogueModel::mimeTypes() const
{
    return {u"text/uri-list"_s};
}

/// The files with their build infos, once each.
QMimeData *CatalogueModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList paths;
    const auto add = [&](int entry) {
        const PluginEntry &plugin = m_content->entries[entry];
        paths << plugin.path;
        if (!plugin.infoPath.isEmpty())
            paths << plugin.infoPath;
    };
    for (const QModelIndex &each : indexes) {
        if (each.column() != NameColumn)
            continue;
        if (!isTop(each)) {
            add(entryAt(each));
            continue;
        }
        for (const int member : m_rows.groups[each.row()].members)
            add(member);
    }
    paths.removeDuplicates();
    QList<QUrl> urls;
    for (const QString &path : std::as_const(paths))
        urls << QUrl::fromLocalFile(path);
    auto *data = new QMimeData;
    data->setUrls(urls);
    return data;
}

} // namespace plugsmith
