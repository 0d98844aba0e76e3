// SPDX-License-Identifier: Apache-2.0
#include "catalog/infowriter.h"

#include "base/atomicfile.h"
#include "base/sha256.h"
#include "catalog/entryreader.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct InfoWriterText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::InfoWriter)
};

std::optional<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

Error notWritten(ErrorCode code, const QString &path, const QString &reason)
{
    return {code, InfoWriterText::tr("No build info was written for %1").arg(QFileInfo(path).fileName()), reason, {}};
}

QString sumIn(const PluginInfo &info)
{
    return info.plugsmith.value(QLatin1StringView(infokeys::Sha256)).toString();
}

Result<void> put(const QString &path, const std::optional<QByteArray> &expected,
                 const std::optional<QByteArray> &content)
{
    const QString staysAsItIs = InfoWriterText::tr("%1 stays as it is").arg(QFileInfo(path).fileName());
    if (contentOf(path) != expected)
        return Error{ErrorCode::InvalidInput, staysAsItIs, InfoWriterText::tr("It has been changed meanwhile."), {}};
    if (content)
        return writeFileAtomically(path, *content);
    return QFile::remove(path) ? Result<void>() : errorFromErrno(errno, staysAsItIs, path);
}

/// "1.20" stays as it was said where the file means the same with "1.20.0".
QString versionText(const GoVersion &version, const std::optional<PluginInfo> &present)
{
    const auto said = present ? GoVersion::parse(present->version) : std::nullopt;
    return said && said->isSameRelease(version) ? present->version : version.toString();
}

} // namespace

bool canStamp(const PluginEntry &entry)
{
    const bool isGo = entry.kind == BinaryKind::GoPlugin || entry.kind == BinaryKind::GoProgram;
    return entry.state == PluginEntry::State::Read && isGo && entry.go.isValid() && entry.platform.isValid();
}

bool hasWrongInfo(const PluginEntry &entry)
{
    return std::ranges::any_of(entry.contradictions, [](const Contradiction &each) { return !each.byFileName; });
}

Result<PluginInfo> fittingInfo(const FoundFile &file, const Inspection &inspection,
                               const std::optional<PluginInfo> &present)
{
    const bool isGo = inspection.kind == BinaryKind::GoPlugin || inspection.kind == BinaryKind::GoProgram;
    if (!isGo)
        return notWritten(ErrorCode::Foreign, file.path,
                          InfoWriterText::tr("It is neither a plugin nor a program made by Go."));
    const auto info = present ? std::optional<Result<PluginInfo>>(*present) : std::nullopt;
    const PluginEntry entry = entryFrom(file, inspection, info);
    if (!entry.go.isValid())
        return notWritten(ErrorCode::NotFound, file.path,
                          InfoWriterText::tr("Nobody says which Go version it was built with."));
    if (!entry.platform.isValid())
        return notWritten(ErrorCode::NotFound, file.path, InfoWriterText::tr("Nobody says which platform it is for."));
    PluginInfo fitting = present.value_or(PluginInfo());
    fitting.name = entry.name;
    fitting.scn = entry.scn;
    fitting.compression = entry.compression;
    fitting.platform = entry.platform;
    fitting.version = versionText(entry.go, present);
    return fitting;
}

Result<InfoChange> planInfo(const QString &plugin)
{
    const FoundFile file = foundFileAt(plugin);
    const auto inspection = inspectFile(file.path);
    if (!inspection)
        return inspection.error();
    InfoChange change;
    change.plugin = file.path;
    change.path = infoPathFor(file.path);
    change.before = contentOf(change.path);
    std::optional<PluginInfo> present;
    if (change.before) {
        if (const auto read = PluginInfo::fromJson(*change.before, QFileInfo(change.path).fileName()))
            present = *read;
    }
    auto fitting = fittingInfo(file, *inspection, present);
    if (!fitting)
        return fitting.error();
    const auto sum = sha256OfFile(file.path);
    if (!sum)
        return sum.error();
    const bool isAboutThis = present && (sumIn(*present).isEmpty() || sumIn(*present) == *sum);
    if (isAboutThis && *fitting == *present) {
        change.content = *change.before;
        return change;
    }
    // Our own facts are about the file whose checksum they hold; about another one they would be wrong.
    if (!isAboutThis)
        fitting->plugsmith = {};
    fitting->plugsmith.insert(QLatin1StringView(infokeys::Sha256), *sum);
    fitting->plugsmith.insert(QLatin1StringView(infokeys::Bytes), file.stamp.size);
    change.content = fitting->toJson();
    return change;
}

Result<void> applyChange(const InfoChange &change)
{
    return change.isNeeded() ? put(change.path, change.before, change.content) : Result<void>();
}

Result<void> takeBack(const InfoChange &change)
{
    return change.isNeeded() ? put(change.path, change.content, change.before) : Result<void>();
}

} // namespace plugsmith
