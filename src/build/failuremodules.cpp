// SPDX-License-Identifier: Apache-2.0
#include "build/failurerules.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace plugsmith::failurerules {

using namespace Qt::StringLiterals;

namespace {

using Action = FailureAction::Kind;

struct FailureText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::FailureAdvice)
};

/// The module that a line is about: "MODULE@VERSION" or "MODULE/go.mod at revision". Empty if there is none.
QString moduleIn(const QString &line)
{
    static const QRegularExpression pattern(
        u"(?:^|[\\s(])([a-zA-Z0-9][\\w.~-]*\\.[\\w.~/-]+?)(?:@v[^\\s:,]+|/go\\.mod at revision )"_s);
    return pattern.match(line).captured(1);
}

/// What GOPRIVATE should say for a module: host and owner, which is how code hosts give access.
QString privatePattern(const QString &module)
{
    return module.section(u'/', 0, 1);
}

/// The host in `Get "https://host/…"` or of a git remote.
QString hostIn(const QString &line)
{
    static const QRegularExpression url(u"https?://[^\\s\"']+"_s);
    static const QRegularExpression resolved(u"(?:Could not resolve host|Failed to connect to):? (\\S+)"_s);
    if (const auto match = resolved.match(line); match.hasMatch())
        return match.captured(1);
    return QUrl(url.match(line).captured(0)).host();
}

/// The last part of "…: dial tcp: lookup x: no such host".
QString lastPart(const QString &line)
{
    return line.section(u": "_s, -1);
}

} // namespace

std::optional<FailureAdvice> requiredGo(const FailureFacts &facts)
{
    static const QRegularExpression pattern(
        u"^go: (?:module )?(\\S+) requires go >= (\\S+) \\(running go (\\S+?)[;)]"_s);
    for (const QString &line : facts.lines) {
        const auto match = pattern.match(line);
        if (!match.hasMatch())
            continue;
        const QString needed = match.captured(2);
        const QString module = match.captured(1).section(u'@', 0, 0);
        const bool isOwn = module == "go.mod"_L1 || module == facts.modulePath;
        FailureAdvice advice{FailureKind::RequiredGo, isOwn ? FailureText::tr("The module needs Go %1").arg(needed)
                                                            : FailureText::tr("%1 needs Go %2").arg(module, needed)};
        advice.why = FailureText::tr("This build ran Go %1.").arg(match.captured(3));
        advice.fix = isOwn ? QString()
                           : FailureText::tr("Build with a newer Go, or require an older version of %1.").arg(module);
        advice.actions = {{Action::BuildWith, needed}, {Action::Retry}};
        return advice;
    }
    return std::nullopt;
}

std::optional<FailureAdvice> checksum(const FailureFacts &facts)
{
    static const QRegularExpression pattern(u"^verifying (?:module )?(\\S+?)@(\\S+): checksum mismatch"_s);
    for (qsizetype i = 0; i < facts.lines.size(); ++i) {
        const auto match = pattern.match(facts.lines[i]);
        if (!match.hasMatch())
            continue;
        QStringList sums;
        for (qsizetype next = i + 1; next < facts.lines.size() && facts.lines[next].contains(" h1:"_L1); ++next)
            sums += facts.lines[next].simplified();
        FailureAdvice advice{FailureKind::Checksum,
                             FailureText::tr("%1 is not what go.sum expects").arg(match.captured(1))};
        advice.why = FailureText::tr("The download of version %1 has another checksum than the one that was recorded.")
                         .arg(match.captured(2));
        advice.fix = FailureText::tr("Do not build until you know why.");
        advice.actions = {{Action::ShowSums, sums.join(u'\n')}};
        return advice;
    }
    return std::nullopt;
}

std::optional<FailureAdvice> missingReplace(const FailureFacts &facts)
{
    static const QRegularExpression pattern(u"(\\S+?)(?:@\\S+)?: replacement directory (.+) does not exist"_s);
    for (const QString &line : facts.lines) {
        const auto match = pattern.match(line);
        if (!match.hasMatch())
            continue;
        FailureAdvice advice{FailureKind::MissingReplace, FailureText::tr("A local module is missing")};
        advice.why = FailureText::tr("go.mod replaces %1 with %2, which is not there.")
                         .arg(match.captured(1), match.captured(2));
        advice.actions = {{Action::AddModule, match.captured(1)}, {Action::Retry}};
        return advice;
    }
    return std::nullopt;
}

std::optional<FailureAdvice> staleVendor(const FailureFacts &facts)
{
    for (qsizetype i = 0; i < facts.lines.size(); ++i) {
        if (!facts.lines[i].startsWith("go: inconsistent vendoring in "_L1))
            continue;
        FailureAdvice advice{FailureKind::StaleVendor, FailureText::tr("The vendor folder does not fit go.mod")};
        const QString module = moduleIn(facts.lines.value(i + 1));
        advice.why = module.isEmpty() ? FailureText::tr("vendor/modules.txt says something else.")
                                      : FailureText::tr("vendor/modules.txt says something else of %1.").arg(module);
        advice.fix = FailureText::tr("Run “go mod vendor” in the source, or build without the folder.");
        advice.actions = {{Action::IgnoreVendor}, {Action::Retry}};
        return advice;
    }
    return std::nullopt;
}

std::optional<FailureAdvice> notInCache(const FailureFacts &facts)
{
    static const QRegularExpression pattern(u"module lookup disabled by GOPROXY=off"_s);
    for (const QString &line : facts.lines) {
        if (!pattern.match(line).hasMatch())
            continue;
        FailureAdvice advice{FailureKind::NotInCache, FailureText::tr("A module is not in the cache")};
        const QString module = moduleIn(line);
        advice.why =
            module.isEmpty()
                ? FailureText::tr("It would have to be fetched, and this build does not use the network.")
                : FailureText::tr("%1 would have to be fetched, and this build does not use the network.").arg(module);
        advice.actions = {{Action::UseNetwork}};
        return advice;
    }
    return std::nullopt;
}

std::optional<FailureAdvice> unreachable(const FailureFacts &facts)
{
    static const QRegularExpression pattern(
        u"dial (?:tcp|udp)|no such host|i/o timeout|TLS handshake timeout|proxyconnect|network is unreachable"
        "|Could not resolve host|Failed to connect to|Connection timed out"_s);
    for (const QString &line : facts.lines) {
        if (!pattern.match(line).hasMatch())
            continue;
        const QString host = hostIn(line);
        const bool isGit = line.contains("fatal: "_L1);
        FailureAdvice advice{FailureKind::Unreachable, isGit ? FailureText::tr("%1 cannot be reached").arg(host)
                                                             : FailureText::tr("The module proxy cannot be reached")};
        advice.why = host.isEmpty() || isGit ? lastPart(line) : FailureText::tr("%1: %2").arg(host, lastPart(line));
        advice.fix = FailureText::tr("Check the connection. Modules that were used before are in the cache.");
        advice.actions = {{Action::Retry}, {Action::BuildOffline}};
        return advice;
    }
    return std::nullopt;
}

std::optional<FailureAdvice> privateModule(const FailureFacts &facts)
{
    static const QRegularExpression pattern(
        u": ((?:410 Gone|404 Not Found|403 Forbidden|401 Unauthorized)\\b.*)|(could not read Username)"
        "|(terminal prompts disabled)|([Rr]epository not found)|(Permission denied \\(publickey)"_s);
    QString module;
    for (const QString &line : facts.lines) {
        if (const QString named = moduleIn(line); !named.isEmpty())
            module = named;
        const auto match = pattern.match(line);
        if (!match.hasMatch())
            continue;
        const QString shown = module.isEmpty() ? FailureText::tr("A module") : module;
        FailureAdvice advice{FailureKind::PrivateModule, FailureText::tr("%1 is private or gone").arg(shown)};
        if (match.hasCaptured(1))
            advice.why = FailureText::tr("The module proxy answered “%1”.").arg(match.captured(1));
        else if (match.hasCaptured(2) || match.hasCaptured(3))
            advice.why = FailureText::tr("git was asked for a user name and has none.");
        else
            advice.why = FailureText::tr("git said: %1").arg(line.trimmed());
        advice.fix = FailureText::tr("If it is private, name it in GOPRIVATE and give git your credentials.");
        advice.actions = {{Action::SetPrivate, privatePattern(module)}, {Action::Retry}};
        return advice;
    }
    return std::nullopt;
}

std::optional<FailureAdvice> missingSums(const FailureFacts &facts)
{
    static const QRegularExpression pattern(u"missing go\\.sum entry(?: for module providing package (\\S+))?"_s);
    static const QRegularExpression updates(u"updates to go\\.(?:mod|sum) needed"_s);
    for (const QString &line : facts.lines) {
        const auto match = pattern.match(line);
        const bool isOutdated = updates.match(line).hasMatch();
        if (!match.hasMatch() && !isOutdated)
            continue;
        FailureAdvice advice{FailureKind::MissingSums, isOutdated ? FailureText::tr("go.mod is not up to date")
                                                                  : FailureText::tr("go.sum is incomplete")};
        const QString subject = match.hasCaptured(1) ? match.captured(1) : moduleIn(line);
        if (!subject.isEmpty())
            advice.why = FailureText::tr("It has no entry for %1.").arg(subject);
        advice.fix = FailureText::tr("Run “go mod tidy” in the source.");
        if (facts.mayAddModules) {
            advice.fix =
                FailureText::tr("Let Plugsmith add what is missing to its own copy; the source stays as it is.");
            advice.actions += {Action::AddSums};
        }
        advice.actions += {Action::Retry};
        return advice;
    }
    return std::nullopt;
}

std::optional<FailureAdvice> missingModule(const FailureFacts &facts)
{
    static const QRegularExpression pattern(
        u"(?:no required module provides package|cannot find module providing package) ([^\\s:;]+)"_s);
    for (const QString &line : facts.lines) {
        const auto match = pattern.match(line);
        if (!match.hasMatch())
            continue;
        FailureAdvice advice{FailureKind::MissingModule,
                             FailureText::tr("go.mod names no module for %1").arg(match.captured(1))};
        if (const auto position = positionOf(line))
            setPosition(advice, *position);
        advice.why = advice.file.isEmpty() ? QString() : FailureText::tr("%1 imports it.").arg(advice.file);
        advice.fix = FailureText::tr("Run “go mod tidy” in the source.");
        if (facts.mayAddModules) {
            advice.fix = FailureText::tr("Let Plugsmith look it up for its own copy; the source stays as it is.");
            advice.actions += {Action::LookUp};
        }
        advice.actions += {Action::Retry};
        return advice;
    }
    return std::nullopt;
}

} // namespace plugsmith::failurerules
