// SPDX-License-Identifier: Apache-2.0
#include "catalog/entryreader.h"

#include <QDir>
#include <QFileInfo>
#include <QTimeZone>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 NanosecondsPerMillisecond = 1'000'000;

/// The name without ".so", ".so.gz", ".pinf".
QString plainStem(const QString &fileName)
{
    for (const auto suffix : {".so.gz"_L1, ".so"_L1, ".pinf"_L1}) {
        if (fileName.endsWith(suffix))
            return fileName.chopped(suffix.size());
    }
    return fileName;
}

/// Hosts of viant/pgo take the modification time when there is no build info.
void takeFileDate(PluginEntry *entry)
{
    entry->scn = Scn::fromUtc(
        QDateTime::fromMSecsSinceEpoch(entry->stamp.modified / NanosecondsPerMillisecond, QTimeZone::utc()));
    entry->scnSource = ScnSource::FileDate;
}

struct Claim
{
    GoVersion version;
    Platform platform;
    bool byFileName = false;
};

void compareWithFile(const Claim &claim, PluginEntry *entry, const ReleaseFamily &family)
{
    // Of the file itself only: what a claim has already decided cannot contradict it.
    const bool isExact = entry->goSource == GoVersionSource::BuildInfo || entry->goSource == GoVersionSource::DebugInfo;
    const bool isOther =
        isExact ? !claim.version.isSameRelease(entry->go) : family.isValid() && !family.contains(claim.version);
    if (claim.version.isValid() && isOther) {
        entry->contradictions << Contradiction{Contradiction::Kind::GoVersion, claim.version.toString(),
                                               isExact ? entry->go.toString() : family.toString(), claim.byFileName};
    }
    if (claim.platform.isValid() && entry->platform.isValid() && claim.platform != entry->platform) {
        entry->contradictions << Contradiction{Contradiction::Kind::Platform, claim.platform.toString(),
                                               entry->platform.toString(), claim.byFileName};
    }
}

/// A claim completes what the file does not say, unless the file rules it out.
void completeFrom(const Claim &claim, GoVersionSource source, PluginEntry *entry, const ReleaseFamily &family)
{
    const bool isOpen = entry->goSource == GoVersionSource::None || entry->goSource == GoVersionSource::Record;
    if (isOpen && claim.version.isValid() && (!family.isValid() || family.contains(claim.version))) {
        entry->go = claim.version;
        entry->goSource = source;
    }
    if (!entry->platform.isValid() && claim.platform.isValid())
        entry->platform = claim.platform;
}

void takeInspection(const Inspection &inspection, PluginEntry *entry)
{
    const BinaryFacts &facts = inspection.facts;
    entry->state = PluginEntry::State::Read;
    entry->kind = inspection.kind;
    entry->format = facts.format;
    entry->platform = facts.platform;
    entry->go = inspection.goVersion;
    entry->goSource = inspection.goSource;
    entry->goRange = inspection.goSource == GoVersionSource::Record ? facts.family.toString() : QString();
    entry->compression = facts.isCompressed ? Compression::Gzip : Compression::None;
    entry->pluginPath = QString::fromUtf8(facts.pluginPath);
    entry->glibc = inspection.dependencies.glibc;
    entry->hasEmbeddedInfo = facts.hasBuildInfo();
    const QString ids = inspection.dependencies.buildId + inspection.dependencies.goBuildId;
    if (!ids.isEmpty())
        entry->contentId = ids + u'/' + QString::number(facts.contentSize);
    for (const GoExport &each : inspection.exports)
        entry->exportNames << each.name;
    if (facts.buildInfo) {
        for (const BuildModule &module : facts.buildInfo->modules)
            entry->modules << (module.version.isEmpty() ? module.path : module.path + u'@' + module.version);
    }
}

void takeSidecar(const PluginInfo &info, PluginEntry *entry, const ReleaseFamily &family)
{
    if (info.scn.value() > 0) {
        entry->scn = info.scn;
        entry->scnSource = ScnSource::Sidecar;
    }
    if (!info.name.isEmpty())
        entry->name = info.name;
    const Claim claim{GoVersion::parse(info.version).value_or(GoVersion()), info.platform, false};
    compareWithFile(claim, entry, family);
    if (entry->state == PluginEntry::State::Read && info.compression != entry->compression) {
        entry->contradictions << Contradiction{Contradiction::Kind::Compression,
                                               info.compression == Compression::Gzip ? u"gzip"_s : QString(),
                                               entry->compression == Compression::Gzip ? u"gzip"_s : QString(), false};
    }
    completeFrom(claim, GoVersionSource::Sidecar, entry, family);
}

PluginEntry orphanEntry(const FoundFile &file, const std::optional<Result<PluginInfo>> &info)
{
    PluginEntry entry = entryFromName(file);
    entry.state = PluginEntry::State::OrphanInfo;
    if (info && *info) {
        takeSidecar(**info, &entry, {});
    } else if (info) {
        entry.problem = info->error().sentence();
    }
    return entry;
}

} // namespace

PluginEntry entryFromName(const FoundFile &file)
{
    PluginEntry entry;
    entry.path = file.path;
    entry.stamp = file.stamp;
    entry.infoPath = file.infoPath;
    entry.infoStamp = file.infoStamp;
    const QString fileName = entry.fileName();
    entry.name = plainStem(fileName);
    entry.compression = fileName.endsWith(".gz"_L1) ? Compression::Gzip : Compression::None;
    if (const auto tyk = PluginName::tykGatewayVersion(fileName)) {
        entry.tykGateway = *tyk;
        entry.name = entry.name.first(entry.name.indexOf(u'_' + *tyk));
    } else if (const auto name = PluginName::parse(fileName)) {
        entry.name = name->name;
        entry.go = name->version;
        entry.goSource = GoVersionSource::FileName;
        entry.platform = name->platform;
    }
    if (file.stamp.exists())
        takeFileDate(&entry);
    return entry;
}

PluginEntry entryFrom(const FoundFile &file, const Result<Inspection> &inspection,
                      const std::optional<Result<PluginInfo>> &info)
{
    if (file.isOrphanInfo)
        return orphanEntry(file, info);
    PluginEntry entry = entryFromName(file);
    const Claim named{entry.go, entry.platform, true};
    ReleaseFamily family;
    if (inspection) {
        takeInspection(*inspection, &entry);
        family = inspection->facts.family;
    } else {
        const bool isDamaged = inspection.error().code == ErrorCode::Damaged;
        entry.state = isDamaged ? PluginEntry::State::Damaged : PluginEntry::State::Unreadable;
        entry.problem = inspection.error().sentence();
        entry.go = {};
        entry.goSource = GoVersionSource::None;
        entry.platform = {};
    }
    compareWithFile(named, &entry, family);
    if (info && *info) {
        takeSidecar(**info, &entry, family);
    } else if (info) {
        entry.contradictions << Contradiction{Contradiction::Kind::BuildInfo, info->error().sentence(), {}, false};
    }
    completeFrom(named, GoVersionSource::FileName, &entry, family);
    return entry;
}

PluginEntry readEntry(const FoundFile &file)
{
    std::optional<Result<PluginInfo>> info;
    const QString infoPath = file.isOrphanInfo ? file.path : file.infoPath;
    if (!infoPath.isEmpty())
        info = PluginInfo::read(infoPath);
    if (file.isOrphanInfo)
        return entryFrom(file, Inspection(), info);
    return entryFrom(file, inspectFile(file.path, InspectPart::Sparse), info);
}

QString infoPathFor(const QString &plugin)
{
    const QFileInfo file(plugin);
    return file.path() + u'/' + plainStem(file.fileName()) + u".pinf"_s;
}

FoundFile foundFileAt(const QString &path)
{
    FoundFile file;
    file.path = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    file.stamp = FileStamp::of(file.path);
    const QString info = infoPathFor(file.path);
    if (info != file.path) {
        file.infoStamp = FileStamp::of(info);
        file.infoPath = file.infoStamp.exists() ? info : QString();
    }
    return file;
}

} // namespace plugsmith
