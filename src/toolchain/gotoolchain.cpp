// SPDX-License-Identifier: Apache-2.0
#include "toolchain/gotoolchain.h"

#include "toolchain/filestamp.h"

#include <algorithm>
#include <compare>
#include <tuple>

namespace plugsmith {

using namespace Qt::StringLiterals;

bool GoToolchain::knowsBuildVcs() const
{
    return std::tuple(version.release, version.series) >= std::tuple(1, 18);
}

QString GoToolchain::identity() const
{
    return root + u'|' + versionText + u'|' + fileStamp(program) + u'|' + fileStamp(root + u"/VERSION");
}

std::optional<GoVersionAnswer> parseGoVersionAnswer(const QString &output)
{
    // The version may hold blanks ("devel go1.27-abc Tue Nov 24 ...", "go1.22.6 X:boringcrypto"); the platform does
    // not.
    constexpr auto start = "go version "_L1;
    const QString line = output.section(u'\n', 0, 0).trimmed();
    const qsizetype blank = line.lastIndexOf(u' ');
    if (!line.startsWith(start) || blank <= start.size())
        return std::nullopt;
    const QString versionText = line.mid(start.size(), blank - start.size());
    const auto version = GoVersion::parse(versionText);
    const auto platform = Platform::parse(QStringView(line).mid(blank + 1));
    if (!version || !platform)
        return std::nullopt;
    return GoVersionAnswer{versionText, *version, *platform};
}

void sortNewestFirst(QVector<GoToolchain> &toolchains)
{
    std::ranges::sort(toolchains, [](const GoToolchain &a, const GoToolchain &b) {
        if (const auto order = a.version <=> b.version; std::is_neq(order))
            return std::is_gt(order);
        return std::tuple(!a.isOnPath, a.root) < std::tuple(!b.isOnPath, b.root);
    });
}

} // namespace plugsmith
