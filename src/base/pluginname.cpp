// SPDX-License-Identifier: Apache-2.0
#include "base/pluginname.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr auto PluginSuffix = ".so"_L1;
constexpr auto GzipSuffix = ".gz"_L1;
constexpr auto InfoSuffix = ".pinf"_L1;
constexpr int FirstSeriesWithPlugins = 8;
constexpr int LastPlausibleSeries = 99; // far above the newest release, far below a date or a build number

/// How much a version looks like a toolchain that can build plugins: 0 not at all, 1 by its series, 2 a release that
/// exists.
int plausibility(const GoVersion &version)
{
    if (version.series < FirstSeriesWithPlugins || version.series > LastPlausibleSeries)
        return 0;
    const bool named = version.patch >= 0 || version.stage != GoVersion::Stage::Release;
    return named || version.series <= 20 ? 2 : 1; // from 1.21 on, the first release has a patch number too
}

struct Split
{
    QString name;
    GoVersion version;
};

/// The best way to cut `tokens` into a name and a version of two or three tokens.
std::optional<Split> splitVersion(const QStringList &tokens)
{
    std::optional<Split> best;
    for (const qsizetype length : {3, 2}) {
        if (tokens.size() <= length)
            continue; // at least one token is the name
        const qsizetype nameEnd = tokens.size() - length;
        const QStringList versionTokens = tokens.mid(nameEnd);
        const auto version = GoVersion::parse(versionTokens.join(u'.'));
        const QString name = tokens.first(nameEnd).join(u'_');
        // Not all that can be read as a version is what a name is made with: "go1_22" is not.
        const bool isSpelledSo = version && version->toFileToken() == versionTokens.join(u'_');
        if (!isSpelledSo || version->release != 1 || name.isEmpty())
            continue;
        if (!best || plausibility(*version) > plausibility(best->version))
            best = Split{name, *version};
    }
    return best;
}

struct Outer
{
    QStringView stem;
    BuildMode mode = BuildMode::Plugin;
    Compression compression = Compression::None;
};

Outer stripSuffixes(QStringView fileName)
{
    if (fileName.endsWith(InfoSuffix))
        return {fileName.chopped(InfoSuffix.size())};
    Outer outer;
    if (fileName.endsWith(GzipSuffix)) {
        outer.compression = Compression::Gzip;
        fileName.chop(GzipSuffix.size());
    }
    if (fileName.endsWith(PluginSuffix))
        fileName.chop(PluginSuffix.size());
    else
        outer.mode = BuildMode::Program;
    outer.stem = fileName;
    return outer;
}

/// "v5.3.0", "v5.3.0-rc1": three numbers, and what semantic versions have behind them. No regular expression: building
/// one costs as much as reading the file.
bool isGatewayVersion(QStringView word)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (!word.startsWith(u'v'))
        return false;
    qsizetype at = 1;
    for (int part = 0; part < 3; ++part) {
        const qsizetype start = at;
        while (at < word.size() && isDigit(word[at]))
            ++at;
        if (at == start)
            return false;
        if (part < 2 && (at >= word.size() || word[at++] != u'.'))
            return false;
    }
    if (at == word.size())
        return true;
    if ((word[at] != u'-' && word[at] != u'+') || at + 1 == word.size())
        return false;
    const QStringView rest = word.sliced(at + 1);
    return std::ranges::all_of(rest, [&](QChar c) {
        return isDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'.' || c == u'-';
    });
}

} // namespace

QString PluginName::stemOfGivenName(const QString &given)
{
    const QString trimmed = given.trimmed();
    const qsizetype dot = trimmed.lastIndexOf(u'.');
    const QString stem = dot < 0 ? trimmed : trimmed.first(dot);
    return stem.isEmpty() ? u"main"_s : stem;
}

QString PluginName::problemWithGivenName(const QString &given)
{
    const QString stem = stemOfGivenName(given);
    for (const QChar c : stem) {
        if (c == u'/' || c == u'\\' || c.category() == QChar::Other_Control)
            return QCoreApplication::translate("plugsmith::PluginName", "A name cannot contain “%1”.")
                .arg(c.isPrint() ? QString(c) : u"U+"_s + QString::number(c.unicode(), 16));
    }
    if (stem.startsWith(u'.'))
        return QCoreApplication::translate("plugsmith::PluginName", "A name cannot start with a dot.");
    if (stem.toUtf8().size() > 180)
        return QCoreApplication::translate("plugsmith::PluginName", "The name is too long for a file name.");
    return {};
}

QString PluginName::stem() const
{
    return name + u'_' + version.toFileToken() + u'_' + platform.os + u'_' + platform.arch;
}

QString PluginName::fileName() const
{
    QString file = stem();
    if (mode == BuildMode::Plugin)
        file += PluginSuffix;
    if (compression == Compression::Gzip)
        file += GzipSuffix;
    return file;
}

QString PluginName::infoFileName() const
{
    return stem() + InfoSuffix;
}

std::optional<PluginName> PluginName::parse(const QString &fileName)
{
    const Outer outer = stripSuffixes(fileName);
    QStringList tokens = outer.stem.toString().split(u'_');
    if (tokens.size() < 5) // name, two of version, os, arch
        return std::nullopt;
    const QString arch = tokens.takeLast();
    const QString os = tokens.takeLast();
    if (!Platform::isKnownOs(os) || !Platform::isKnownArch(arch))
        return std::nullopt;
    const auto split = splitVersion(tokens);
    if (!split)
        return std::nullopt;
    return PluginName{split->name, split->version, {os, arch}, outer.mode, outer.compression};
}

std::optional<QString> PluginName::tykGatewayVersion(const QString &fileName)
{
    if (!fileName.endsWith(".so"_L1))
        return std::nullopt;
    const QStringView stem = QStringView(fileName).chopped(3);
    const qsizetype arch = stem.lastIndexOf(u'_');
    const qsizetype os = arch > 0 ? stem.lastIndexOf(u'_', arch - 1) : -1;
    const qsizetype version = os > 0 ? stem.lastIndexOf(u'_', os - 1) : -1;
    if (version <= 0)
        return std::nullopt;
    const QStringView word = stem.sliced(version + 1, os - version - 1);
    const bool isTyk = isGatewayVersion(word) && Platform::isKnownOs(stem.sliced(os + 1, arch - os - 1)) &&
                       Platform::isKnownArch(stem.sliced(arch + 1));
    return isTyk ? std::optional(word.toString()) : std::nullopt;
}

} // namespace plugsmith
