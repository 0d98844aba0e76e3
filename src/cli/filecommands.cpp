// SPDX-License-Identifier: Apache-2.0
#include "cli/filecommands.h"

#include "catalog/entryreader.h"
#include "catalog/infowriter.h"
#include "cli/inspectiontext.h"
#include "cli/output.h"

namespace plugsmith {

using namespace Qt::StringLiterals;

bool isFileCommand(const QString &word)
{
    return CatalogCommandLine::isCommand(word) && word != "list"_L1;
}

int runFileCommand(const CatalogCommandLine &line)
{
    switch (line.command) {
    case CatalogCommandLine::Command::Inspect:
        return runInspect(line);
    case CatalogCommandLine::Command::Compare:
        return runCompare(line);
    case CatalogCommandLine::Command::Stamp:
        return runStamp(line);
    default:
        return 2;
    }
}

int runInspect(const CatalogCommandLine &line)
{
    int exitCode = 0;
    for (const QString &path : line.paths) {
        const FoundFile file = foundFileAt(path);
        const auto inspection = inspectFile(file.path, line.symbols ? EveryPart : InspectParts());
        std::optional<Result<PluginInfo>> info;
        if (!file.infoPath.isEmpty())
            info = PluginInfo::read(file.infoPath);
        const PluginEntry entry = entryFrom(file, inspection, info);
        if (line.json) {
            printJson(inspectionToJson(entry, inspection, line.symbols));
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
        auto inspection = inspectFile(path, ComparedParts);
        if (!inspection) {
            printError(inspection.error().sentence());
            return 1;
        }
        both << std::move(*inspection);
    }
    const PluginComparison comparison = compareInspections(both[0], both[1]);
    if (line.json) {
        printJson(comparisonToJson(comparison));
    } else {
        print(comparisonToText(comparison));
    }
    return 0;
}

int runStamp(const CatalogCommandLine &line)
{
    int exitCode = 0;
    for (const QString &path : line.paths) {
        const auto change = planInfo(path);
        const auto applied = change && !line.dryRun ? applyChange(*change) : Result<void>();
        if (!change || !applied) {
            printError(change ? applied.error().sentence() : change.error().sentence());
            exitCode = 1;
        } else if (line.json) {
            printJson(changeToJson(*change, !line.dryRun));
        } else {
            print(changeToText(*change, !line.dryRun));
        }
    }
    return exitCode;
}

} // namespace plugsmith
