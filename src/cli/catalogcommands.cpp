// SPDX-License-Identifier: Apache-2.0
#include "cli/catalogcommands.h"

#include "base/folders.h"
#include "catalog/pluginfilter.h"
#include "cli/inspectiontext.h"
#include "cli/output.h"

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

ListCommand::ListCommand(CatalogCommandLine line)
    : m_line(std::move(line))
    , m_catalog(std::make_unique<Catalog>(folders::cache() + u"/catalog.sqlite"_s))
{
    connect(m_catalog.get(), &Catalog::settled, this, &ListCommand::onSettled);
}

void ListCommand::start()
{
    QList<CatalogFolder> wanted;
    for (const QString &path : m_line.paths)
        wanted << CatalogFolder{path, true, false};
    m_catalog->setFolders(wanted);
}

void ListCommand::onSettled()
{
    bool isGood = true;
    for (const Catalog::FolderStatus &each : m_catalog->folders()) {
        if (each.state != Catalog::FolderState::Listed) {
            printError(each.error.sentence());
            isGood = false;
        }
        for (const QString &closed : each.unreadable)
            printError(tr("The folder %1 cannot be read.").arg(closed));
    }
    QList<PluginEntry> entries = m_catalog->entries().values();
    std::ranges::sort(entries, {}, &PluginEntry::path);
    const GroupedCatalog grouped = groupEntries(entries);
    const auto filter = PluginFilter::parse(m_line.filter);
    QList<PluginEntry> shown;
    QList<EntryStanding> standings;
    for (const PluginGroup &group : grouped.groups) {
        for (const int i : group.members) {
            const EntryStanding &standing = grouped.standings[i];
            if (filter && !filter->matches(FilterSubject(entries[i], standing)))
                continue;
            if (m_line.json)
                printJson(entryToJson(entries[i], standing));
            shown << entries[i];
            standings << standing;
        }
    }
    if (!m_line.json)
        print(entriesToText(shown, standings));
    m_catalog->disconnect(this);
    emit finished(isGood ? 0 : 1);
}

} // namespace plugsmith
