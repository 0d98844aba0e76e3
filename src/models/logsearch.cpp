// SPDX-License-Identifier: Apache-2.0
#include "models/logsearch.h"

#include "base/deliver.h"
#include "models/ansitext.h"
#include "models/logdocument.h"
#include "models/logline.h"

#include <QCoreApplication>
#include <QLocale>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int LinesPerGroup = 256;
constexpr int FirstBlocks = 16; // about a thousand lines: the first answer comes at once
constexpr int MostBlocks = 256;

struct MatcherText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::LogMatcher)
};

struct FoundLine
{
    int line = 0;
    int hits = 0;
};

/// Ends a match that would take for ever, such as that of (a+)+b: a line that needs more steps has no hit.
constexpr auto StepLimit = "(*LIMIT_MATCH=20000)"_L1;

QVector<FoundLine> searchBlock(const LogFile &file, const LogMatcher &matcher, LogIndex::Block block)
{
    QVector<FoundLine> found;
    LogLineReader lines(file, block.offset, block.end);
    QByteArrayView bytes;
    for (int line = block.line; line < block.line + block.lines && lines.next(&bytes); ++line) {
        const QByteArrayView text = textOfLogLine(bytes.first(qMin(bytes.size(), LogDocument::MaxLineBytes)));
        if (!matcher.mayMatch(text))
            continue;
        const auto hits = matcher.hitsIn(withoutEscapes(QString::fromUtf8(text)));
        if (!hits.isEmpty())
            found += {line, static_cast<int>(hits.size())};
    }
    return found;
}

} // namespace

Result<LogMatcher> LogMatcher::of(const LogQuery &query)
{
    LogMatcher matcher;
    const QString pattern = query.isRegularExpression ? query.pattern : QRegularExpression::escape(query.pattern);
    auto options = QRegularExpression::PatternOptions(QRegularExpression::UseUnicodePropertiesOption);
    if (!query.isCaseSensitive)
        options |= QRegularExpression::CaseInsensitiveOption;
    const QRegularExpression plain(pattern, options);
    if (!plain.isValid()) {
        return Error{ErrorCode::InvalidInput,
                     MatcherText::tr("This is not a regular expression"),
                     MatcherText::tr("At character %1: %2.")
                         .arg(QLocale().toString(plain.patternErrorOffset()), plain.errorString()),
                     {}};
    }
    matcher.m_expression = QRegularExpression(StepLimit + pattern, options);
    matcher.m_expression.optimize();
    if (query.isCaseSensitive && !query.isRegularExpression)
        matcher.m_literal = query.pattern.toUtf8();
    return matcher;
}

QVector<LogMatcher::Hit> LogMatcher::hitsIn(const QString &text) const
{
    QVector<Hit> hits;
    qsizetype at = 0;
    while (at <= text.size()) {
        const auto match = m_expression.match(text, at);
        if (!match.hasMatch())
            break;
        if (match.capturedLength() > 0)
            hits += {match.capturedStart(), match.capturedLength()};
        at = match.capturedEnd() + (match.capturedLength() > 0 ? 0 : 1);
    }
    return hits;
}

bool LogMatcher::mayMatch(QByteArrayView bytes) const
{
    // Escape sequences may stand within a hit.
    return m_literal.isEmpty() || bytes.indexOf(m_literal) >= 0 || bytes.indexOf('\x1b') >= 0;
}

LogSearch::LogSearch(LogDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&document, &LogDocument::reset, this, [this] { restart(0); });
    connect(&document, &LogDocument::linesAdded, this, &LogSearch::searchMore);
    connect(&document, &LogDocument::linesPrepended, this, [this](int count) {
        const bool wasAnnounced = m_isAnnounced;
        restart(m_from + count);
        m_isAnnounced = wasAnnounced;
    });
}

void LogSearch::start(const LogMatcher &matcher, int fromLine)
{
    m_matcher = matcher;
    restart(fromLine);
}

void LogSearch::stop()
{
    m_matcher.reset();
    restart(0);
}

void LogSearch::restart(int fromLine)
{
    ++m_generation;
    m_isBusy = m_isAnnounced = false;
    m_lines.clear();
    m_hitsOfGroup.clear();
    m_hits = 0;
    m_from = qMax(0, fromLine);
    m_start = m_next = m_document.index().blockOf(m_from).line;
    m_wrapped = 0;
    m_blocks = FirstBlocks;
    emit changed();
    searchMore();
}

bool LogSearch::isComplete() const
{
    return !m_matcher || (m_next >= m_document.lineCount() && m_wrapped >= m_start);
}

void LogSearch::searchMore()
{
    if (!m_matcher || m_isBusy || isComplete())
        return;
    const bool isForward = m_next < m_document.lineCount();
    const LogIndex::Block block = m_document.index().blockOf(isForward ? m_next : m_wrapped, m_blocks);
    m_blocks = qMin(m_blocks * 2, MostBlocks);
    m_isBusy = true;
    // The block may begin before the line; such lines count once.
    const int first = isForward ? m_next : m_wrapped;
    const int last = block.line + block.lines;
    runInPool(
        this, [file = m_document.file(), matcher = *m_matcher, block] { return searchBlock(*file, matcher, block); },
        [this, generation = m_generation, isForward, first, last](const QVector<FoundLine> &found) {
            if (generation != m_generation)
                return;
            m_isBusy = false;
            (isForward ? m_next : m_wrapped) = last;
            for (const auto &[line, hits] : found) {
                if (line < first || m_lines.contains(line))
                    continue;
                m_lines.insert(line);
                m_hitsOfGroup.resize(qMax<qsizetype>(m_hitsOfGroup.size(), line / LinesPerGroup + 1));
                m_hitsOfGroup[line / LinesPerGroup] += hits;
                m_hits += hits;
            }
            if (!found.isEmpty() || isComplete())
                emit changed();
            announce();
            searchMore();
        });
}

void LogSearch::announce()
{
    if (m_isAnnounced)
        return;
    int line = m_lines.next(m_from);
    if (line < 0 && m_next >= m_document.lineCount())
        line = m_lines.next(0);
    if (line < 0)
        return;
    m_isAnnounced = true;
    emit found(line);
}

int LogSearch::hitsBefore(int line) const
{
    if (!m_matcher)
        return 0;
    const int group = line / LinesPerGroup;
    int hits = 0;
    for (int i = 0; i < group && i < m_hitsOfGroup.size(); ++i)
        hits += m_hitsOfGroup[i];
    for (int i = m_lines.next(group * LinesPerGroup); i >= 0 && i < line; i = m_lines.next(i + 1))
        hits += static_cast<int>(m_matcher->hitsIn(m_document.text(i)).size());
    return hits;
}

} // namespace plugsmith
