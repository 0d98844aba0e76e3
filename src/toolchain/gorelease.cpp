// SPDX-License-Identifier: Apache-2.0
#include "toolchain/gorelease.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <compare>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Layout = 1;

struct GoReleaseText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::GoRelease)
};

Error notAList(const QString &what, const QString &detail)
{
    return {ErrorCode::Damaged, what, GoReleaseText::tr("The answer is not a list of Go releases."), detail};
}

bool isPlainName(const QString &name)
{
    static const QRegularExpression pattern(u"^go[0-9A-Za-z._+-]+$"_s);
    return name.size() < 200 && pattern.match(name).hasMatch();
}

bool isSha256(const QByteArray &text)
{
    return text.size() == 64 && std::ranges::all_of(text, [](char letter) {
               return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
           });
}

QString distributionArch(const Platform &platform)
{
    return platform.arch == "arm"_L1 ? u"armv6l"_s : platform.arch;
}

/// Newest first, with ages.
QVector<GoRelease> ordered(const QMap<QString, GoRelease> &byName)
{
    QVector<GoRelease> releases = byName.values();
    // The map has them by name; versions that are written in two ways stay in that order.
    std::ranges::stable_sort(
        releases, [](const GoRelease &a, const GoRelease &b) { return std::is_gt(a.version <=> b.version); });
    int behind = 0;
    std::optional<GoVersion> newest; // series with a release; a candidate of the next one makes nothing old
    for (GoRelease &release : releases) {
        const GoVersion series = release.version.languageVersion();
        if (!release.isPreview() && newest && series != *newest)
            ++behind;
        if (!release.isPreview())
            newest = series;
        release.seriesBehind = behind;
    }
    return releases;
}

/// The archive for `platform` among the files of one release.
std::optional<GoArchive> archiveIn(const QJsonArray &files, const Platform &platform)
{
    for (const auto &value : files) {
        const QJsonObject file = value.toObject();
        if (file["kind"_L1].toString() != "archive"_L1 || file["os"_L1].toString() != platform.os ||
            file["arch"_L1].toString() != distributionArch(platform))
            continue;
        const GoArchive archive{file["filename"_L1].toString(), file["sha256"_L1].toString().toLatin1().toLower(),
                                file["size"_L1].toInteger(-1)};
        if (isPlainName(archive.fileName) && (archive.sha256.isEmpty() || isSha256(archive.sha256)))
            return archive;
    }
    return std::nullopt;
}

} // namespace

Result<QVector<GoRelease>> parseReleaseIndex(const QByteArray &json, const Platform &platform)
{
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isArray())
        return notAList(GoReleaseText::tr("The index of Go releases cannot be read."), problem.errorString());
    QMap<QString, GoRelease> found;
    for (const auto &value : document.array()) {
        const QJsonObject object = value.toObject();
        GoRelease release;
        release.versionText = object["version"_L1].toString();
        release.version = GoVersion::parse(release.versionText).value_or(GoVersion());
        release.archive = archiveIn(object["files"_L1].toArray(), platform);
        if (release.version.isValid() && isPlainName(release.versionText) && release.archive)
            found.insert(release.versionText, release);
    }
    return ordered(found);
}

Result<QVector<GoRelease>> parseProxyVersions(const QByteArray &json, const Platform &platform)
{
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return notAList(GoReleaseText::tr("The module proxy's list of toolchains cannot be read."),
                        problem.errorString());
    const QString start = u"v0.0.1-"_s;
    const QString end = u'.' + platform.os + u'-' + platform.arch;
    QMap<QString, GoRelease> found;
    for (const auto &value : document["Versions"_L1].toArray()) {
        const QString text = value.toString();
        if (!text.startsWith(start) || !text.endsWith(end) || text.size() <= start.size() + end.size())
            continue;
        GoRelease release;
        release.versionText = text.sliced(start.size(), text.size() - start.size() - end.size());
        release.version = GoVersion::parse(release.versionText).value_or(GoVersion());
        release.isInModuleProxy = true;
        if (release.version.isValid() && isPlainName(release.versionText))
            found.insert(release.versionText, release);
    }
    return ordered(found);
}

QVector<GoRelease> mergedReleases(const QVector<GoRelease> &a, const QVector<GoRelease> &b)
{
    QMap<QString, GoRelease> merged;
    for (const GoRelease &release : a + b) {
        GoRelease &known = merged[release.versionText];
        const GoRelease before = known;
        known = release;
        known.isInModuleProxy = release.isInModuleProxy || before.isInModuleProxy;
        if (!known.archive)
            known.archive = before.archive;
    }
    return ordered(merged);
}

QByteArray ReleaseList::toJson() const
{
    QJsonArray entries;
    for (const GoRelease &release : releases) {
        QJsonObject entry{{u"version"_s, release.versionText}, {u"proxy"_s, release.isInModuleProxy}};
        if (release.archive) {
            entry.insert(u"file"_s, release.archive->fileName);
            entry.insert(u"sha256"_s, QString::fromLatin1(release.archive->sha256));
            entry.insert(u"size"_s, release.archive->bytes);
        }
        entries += entry;
    }
    const QJsonObject root{{u"layout"_s, Layout}, {u"readAt"_s, readAt}, {u"releases"_s, entries}};
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

ReleaseList ReleaseList::fromJson(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (root["layout"_L1].toInt() != Layout)
        return {};
    QMap<QString, GoRelease> found;
    for (const auto &value : root["releases"_L1].toArray()) {
        const QJsonObject entry = value.toObject();
        GoRelease release;
        release.versionText = entry["version"_L1].toString();
        release.version = GoVersion::parse(release.versionText).value_or(GoVersion());
        release.isInModuleProxy = entry["proxy"_L1].toBool();
        const GoArchive archive{entry["file"_L1].toString(), entry["sha256"_L1].toString().toLatin1(),
                                entry["size"_L1].toInteger(-1)};
        if (isPlainName(archive.fileName) && (archive.sha256.isEmpty() || isSha256(archive.sha256)))
            release.archive = archive;
        if (release.version.isValid() && isPlainName(release.versionText))
            found.insert(release.versionText, release);
    }
    return {ordered(found), root["readAt"_L1].toInteger()};
}

QString archiveStem(const QString &versionText, const Platform &platform)
{
    return versionText + u'.' + platform.os + u'-' + distributionArch(platform);
}

QString releaseName(const GoVersion &version)
{
    return u"go"_s + version.toString();
}

} // namespace plugsmith
