// SPDX-License-Identifier: Apache-2.0
#include "build/gooutput.h"

#include <QRegularExpression>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &diagnosticPattern()
{
    static const QRegularExpression pattern(
        u"^(?:vet: )?((?:[A-Za-z]:)?[^\\s:][^:]*\\.(?:go|c|cc|cpp|h|s|S|m|mod|work)):(\\d+)(?::(\\d+))?:? "_s);
    return pattern;
}

/// The file that an error of a compiler is in; empty for other lines, and for notes and warnings of a C compiler.
QString fileOfError(const QString &line)
{
    const auto match = diagnosticPattern().match(line);
    if (!match.hasMatch())
        return {};
    const QStringView text = QStringView(line).sliced(match.capturedLength());
    if (text.startsWith("note: "_L1) || text.startsWith("warning: "_L1))
        return {};
    const QString file = match.captured(1);
    return file.startsWith("./"_L1) ? file.sliced(2) : file;
}

} // namespace

GoOutputLine GoOutputLine::parse(const QString &line)
{
    static const QRegularExpression package(u"^[A-Za-z0-9_.~+-]+(?:/[A-Za-z0-9_.~+-]+)*$"_s);
    static const QRegularExpression failure(
        u"^(?:go: |go build[: ]|go list[: ]|link: |cgo: |package |/.*/link: |collect2: |[^ ]*ld(?:\\.[a-z]+)?: |mold: "
        u"|gcc: |clang: |error: |-buildmode=|build constraints exclude|"
        "flag provided|can't load package|no required module|import cycle|(?:\\S+: )*signal: )"_s);
    if (line.startsWith("go: downloading "_L1))
        return {Kind::Download, line.sliced(16).simplified()};
    if (diagnosticPattern().match(line).hasMatch())
        return {Kind::Diagnostic, {}};
    if (package.match(line).hasMatch())
        return {Kind::Package, line};
    if (failure.match(line).hasMatch() && !line.startsWith("go: finding "_L1) && !line.startsWith("go: extracting "_L1))
        return {Kind::Failure, {}};
    return {};
}

void PackageCounter::setList(const QString &goListOutput)
{
    for (const QString &line : goListOutput.split(u'\n', Qt::SkipEmptyParts)) {
        const QString path = line.section(u' ', 1, 1);
        if (path.isEmpty())
            continue;
        ++m_total;
        // Releases up to 1.19 call standard packages stale that only lie in the cache, where the build finds them.
        const bool inCache = line.endsWith("available in build cache"_L1);
        if (line.startsWith("true "_L1) && !inCache)
            m_stale.insert(path);
    }
}

void PackageCounter::begin(const QString &importPath)
{
    m_begun.insert(importPath);
    m_lastBegun = m_lastBegun || importPath == m_main;
}

int PackageCounter::compiled() const
{
    if (m_total == 0)
        return 0;
    QSet<QString> waiting = m_stale;
    waiting.subtract(m_begun);
    const int running = m_begun.isEmpty() ? 0 : 1;
    return std::clamp(m_total - static_cast<int>(waiting.size()) - running, 0, m_total);
}

QString firstErrorOf(const QStringList &lines)
{
    auto found = std::ranges::find_if(lines, [](const QString &line) { return !fileOfError(line).isEmpty(); });
    if (found == lines.end())
        found = std::ranges::find(lines, GoOutputLine::Kind::Failure,
                                  [](const QString &line) { return GoOutputLine::parse(line).kind; });
    if (found != lines.end())
        return *found;
    return lines.isEmpty() ? QString() : lines.last();
}

DiagnosticSummary summarise(const QStringList &lines)
{
    DiagnosticSummary summary;
    for (const QString &line : lines) {
        const QString file = fileOfError(line);
        if (!file.isEmpty() && summary.count++ == 0)
            summary.file = file;
    }
    return summary;
}

} // namespace plugsmith
