// SPDX-License-Identifier: Apache-2.0
#include "cli/catalogcommands.h"

#include "base/folders.h"
#include "catalog/entryreader.h"
#include "catalog/pluginfilter.h"
#include "cli/inspectiontext.h"
#include "cli/jsonreporter.h"

#include <QFileInfo>

#include <algorithm>
#include <cstdio>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

void print(const QString &text)
{
    std::fputs(qUtf8Printable(text), stdout);
}

void printError(const QString &text)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(text));
}

} // namespace

int runInspect(const CatalogCommandLine &line)
{
    int exitCode = 0;
    for (const QString &path : line.paths) {
        const FoundFile file = foundFileAt(path);
        const InspectParts parts = line.symbols ? InspectPart::Types | InspectPart::Packages : InspectParts();
        const auto inspection = inspectFile(file.path, parts);
        std::optional<Result<PluginInfo>> info;
        if (!file.infoPath.isEmpty())
            info = PluginInfo::read(file.infoPath);
        const PluginEntry entry = entryFrom(file, inspection, info);
        if (line.json) {
            JsonReporter::print(inspectionToJson(entry, inspection, line.symbols));
        } else if (inspection || inspection.error().code == ErrorCode::Damaged) {
            print(inspectionToText(entry, inspection, line.symbols, line.modules));
        } else {
            printError(inspection.error().sentence());
        }
        if (!inspection)
            exitCode = 1;
    }
    return exitCode;
}

int runCompare(const CatalogCommandLine &line)
{
    QList<Inspection> both;
    for (const QString &path : line.paths) {
        auto inspection = inspectFile(path);
        if (!inspection) {
            printError(inspection.error().sentence());
            return 1;
        }
        both << std::move(*inspection);
    }
    const PluginComparison comparison = compareInspections(both[0], both[1]);
    if (line.json) {
        JsonReporter::print(comparisonToJson(comparison));
    } else {
        print(comparisonToText(comparison));
    }
    return 0;
}

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
                JsonReporter::print(entryToJson(entries[i], standing));
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
