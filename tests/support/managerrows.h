// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/managerrules.h"

#include <vector>

/// The rules of viant/pgo's manager as a table: what a manager with this initial SCN, that has loaded this SCN under
/// the same name, says about a plugin. Both our rules and pgo's own manager are held against it.
namespace plugsmith::test {

struct ManagerRow
{
    qint64 initial = 0;
    qint64 loaded = -1; ///< -1: none under this name
    qint64 scn = 0;
    const char *platform = "";
    const char *version = "";
    ManagerVerdict::Rule rule = ManagerVerdict::Rule::Fits;

    QString name() const { return QString::asprintf("%lld/%lld/%lld %s %s", initial, loaded, scn, platform, version); }
    PluginCandidate candidate() const
    {
        const QString words = QString::fromLatin1(platform);
        return {QStringLiteral("pricing"),
                Scn(scn),
                QString::fromLatin1(version),
                {words.section(u'/', 0, 0), words.section(u'/', 1)}};
    }
};

/// The manager of all rows runs in a program of this Go and platform.
inline const QString ManagerGo = QStringLiteral("1.22.6");
inline const Platform ManagerPlatform{QStringLiteral("linux"), QStringLiteral("amd64")};

inline const std::vector<ManagerRow> &managerRows()
{
    using Rule = ManagerVerdict::Rule;
    constexpr qint64 S1 = 20240101000000;
    constexpr qint64 S2 = 20240101000001;
    constexpr qint64 S3 = 20250630235959;
    constexpr auto Here = "linux/amd64";
    constexpr auto Go = "1.22.6";
    static const std::vector<ManagerRow> rows{
        {0, -1, 0, Here, Go, Rule::Fits},
        {0, -1, 1, Here, Go, Rule::Fits},
        {0, -1, S1, Here, Go, Rule::Fits},
        {S1, -1, S1, Here, Go, Rule::Fits},
        {S1, -1, S2, Here, Go, Rule::Fits},
        {S1, -1, S3, Here, Go, Rule::Fits},
        {S2, -1, S1, Here, Go, Rule::OlderThanInitial},
        {S3, -1, S2, Here, Go, Rule::OlderThanInitial},
        {S3, -1, S3 - 1, Here, Go, Rule::OlderThanInitial},
        {1, -1, 0, Here, Go, Rule::OlderThanInitial},
        {S1, -1, -1, Here, Go, Rule::OlderThanInitial},
        {0, S1, S2, Here, Go, Rule::Fits},
        {0, S1, S3, Here, Go, Rule::Fits},
        {0, S1, S1 + 1, Here, Go, Rule::Fits},
        {0, S1, S1, Here, Go, Rule::Outdated},
        {0, S2, S1, Here, Go, Rule::Outdated},
        {0, S3, S1, Here, Go, Rule::Outdated},
        {0, S3, S3 - 1, Here, Go, Rule::Outdated},
        {0, 0, 0, Here, Go, Rule::Outdated},
        {0, 0, 1, Here, Go, Rule::Fits},
        {S1, S1, S2, Here, Go, Rule::Fits},
        {S1, S2, S2, Here, Go, Rule::Outdated},
        {S2, S2, S1, Here, Go, Rule::OlderThanInitial}, // both; the initial SCN is asked first
        {S3, S1, S2, Here, Go, Rule::OlderThanInitial},
        {S3, S1, S3, Here, Go, Rule::Fits},
        {0, -1, S1, "linux/arm64", Go, Rule::OtherProcessor},
        {0, -1, S1, "linux/386", Go, Rule::OtherProcessor},
        {0, -1, S1, "darwin/amd64", Go, Rule::OtherSystem},
        {0, -1, S1, "freebsd/amd64", Go, Rule::OtherSystem},
        {0, -1, S1, "darwin/arm64", Go, Rule::OtherProcessor}, // both; the processor is asked first
        {0, -1, S1, Here, "1.22.5", Rule::OtherVersion},
        {0, -1, S1, Here, "1.22", Rule::OtherVersion},
        {0, -1, S1, Here, "1.22.60", Rule::OtherVersion},
        {0, -1, S1, Here, "1.22rc1", Rule::OtherVersion},
        {0, -1, S1, Here, "1.23.6", Rule::OtherVersion},
        {0, -1, S1, Here, "", Rule::OtherVersion},
        {0, -1, S1, Here, "go1.22.6", Rule::OtherVersion},
        {0, -1, S1, "linux/arm64", "1.21.0", Rule::OtherProcessor},
        {0, -1, S1, "darwin/amd64", "1.21.0", Rule::OtherSystem},
        {0, S1, S1, "linux/arm64", Go, Rule::Outdated}, // SCNs are asked before the platform
        {0, S1, S2, "linux/arm64", Go, Rule::OtherProcessor},
        {S2, -1, S1, "linux/arm64", "1.21.0", Rule::OlderThanInitial},
        {0, S2, S1, Here, "1.21.0", Rule::Outdated},
        {S1, S2, S3, Here, "1.21.0", Rule::OtherVersion},
        {S1, S2, S3, Here, Go, Rule::Fits},
    };
    return rows;
}

} // namespace plugsmith::test
