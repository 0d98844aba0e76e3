// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/goversion.h"
#include "base/platform.h"
#include "base/result.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <QVector>

#include <optional>

namespace plugsmith {

/// A file of a release on a server with the layout of go.dev/dl.
struct GoArchive
{
    QString fileName;
    QByteArray sha256; ///< lower-case hexadecimal; empty for very old files
    qint64 bytes = -1; ///< -1: not said

    bool operator==(const GoArchive &) const = default;
};

/// A version of Go that can be fetched for one platform. A value.
struct GoRelease
{
    GoVersion version;
    QString versionText;              ///< "go1.22.6"
    bool isInModuleProxy = false;     ///< golang.org/toolchain has it
    std::optional<GoArchive> archive; ///< what the index names
    int seriesBehind = 0;             ///< release series between it and the newest one; its age

    bool operator==(const GoRelease &) const = default;

    /// Beta or release candidate.
    bool isPreview() const { return version.stage != GoVersion::Stage::Release; }
    /// Go maintains the two newest series.
    bool isSupported() const { return seriesBehind < 2; }
};

/// Pure; newest first, each version once, without what `platform` cannot run.

/// The answer of go.dev/dl/?mode=json&include=all. File names that are paths, and checksums that are none, are refused.
Result<QVector<GoRelease>> parseReleaseIndex(const QByteArray &json, const Platform &platform);
/// The answer of `go list -m -versions -json golang.org/toolchain`.
Result<QVector<GoRelease>> parseProxyVersions(const QByteArray &json, const Platform &platform);
/// What both lists say about each version.
QVector<GoRelease> mergedReleases(const QVector<GoRelease> &a, const QVector<GoRelease> &b);

/// For the cache file: the list and when it was read, as seconds since the epoch.
struct ReleaseList
{
    QVector<GoRelease> releases;
    qint64 readAt = 0; ///< 0: never

    QByteArray toJson() const;
    /// Anything that is not such a list is an empty one.
    static ReleaseList fromJson(const QByteArray &json);
};

/// "go1.22.6.linux-amd64": the name of the release's archive for `platform`, without its ending. Go calls 32-bit ARM
/// "armv6l" there.
QString archiveStem(const QString &versionText, const Platform &platform);
/// "go1.21.0", "go1.20": as releases name themselves.
QString releaseName(const GoVersion &version);

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::GoRelease)
