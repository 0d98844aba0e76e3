// SPDX-License-Identifier: Apache-2.0
#include "models/logindex.h"

#include "build/joblog.h"
#include "models/logfile.h"
#include "models/logline.h"

#include <algorithm>
#include <cstring>

namespace plugsmith {
namespace {

constexpr qint64 BufferBytes = 256 << 10; // stays in the cache of a core
constexpr qint64 ClassifiedBytes = 4096;  // of a line that came in pieces

} // namespace

LogIndex LogIndex::continuation() const
{
    LogIndex next(m_end);
    next.m_scanned = m_scanned;
    return next;
}

void LogIndex::extend(const LogFile &file, qint64 to)
{
    while (m_scanned < to) {
        const qint64 begin = m_scanned;
        const QByteArray bytes = file.read(begin, qMin(BufferBytes, to - begin));
        if (bytes.isEmpty())
            return;
        qsizetype at = 0;
        while (const void *found =
                   std::memchr(bytes.constData() + at, '\n', static_cast<std::size_t>(bytes.size() - at))) {
            const qsizetype end = static_cast<const char *>(found) - bytes.constData();
            // Of the first line, the begin may be in an earlier buffer.
            const bool isWhole = m_end >= begin;
            addLine(file, begin + end, isWhole ? QByteArrayView(bytes).sliced(at, end - at) : QByteArrayView());
            at = end + 1;
        }
        m_scanned = begin + bytes.size();
    }
}

/// The line from m_end to `end`; `bytes` are empty if they have to be read.
void LogIndex::addLine(const LogFile &file, qint64 end, QByteArrayView bytes)
{
    const qint64 length = end - m_end;
    QByteArray own;
    if (bytes.size() < length) {
        own = file.read(m_end, qMin(length, ClassifiedBytes));
        bytes = own;
    }
    const qint64 offset = m_end;
    m_end = end + 1;
    if (offset == 0 && length == static_cast<qint64>(std::strlen(JobLog::FirstLine)) && bytes == JobLog::FirstLine)
        return;
    if (m_marks.isEmpty() || m_lines - m_marks.last().line >= BlockLines ||
        offset - m_marks.last().offset >= BlockBytes)
        m_marks += {m_lines, offset};
    const LogLineKind kind = kindOfLogLine(bytes);
    if (kind == LogLineKind::Error)
        m_errors.insert(m_lines);
    else if (kind == LogLineKind::Warning)
        m_warnings.insert(m_lines);
    ++m_lines;
    m_longest = qMax(m_longest, length);
}

void LogIndex::append(const LogIndex &next)
{
    Q_ASSERT(next.m_begin == m_end);
    for (const Mark &mark : next.m_marks)
        m_marks += {mark.line + m_lines, mark.offset};
    m_errors.insertMoved(next.m_errors, m_lines);
    m_warnings.insertMoved(next.m_warnings, m_lines);
    m_lines += next.m_lines;
    m_end = next.m_end;
    m_scanned = next.m_scanned;
    m_longest = qMax(m_longest, next.m_longest);
}

LogIndex::Block LogIndex::blockOf(int line, int maxBlocks) const
{
    if (line < 0 || line >= m_lines)
        return {m_lines, 0, m_end, m_end};
    const auto after = std::ranges::upper_bound(m_marks, line, {}, &Mark::line);
    const auto first = after - 1;
    const auto last = m_marks.cend() - after > maxBlocks - 1 ? after + (maxBlocks - 1) : m_marks.cend();
    const bool isLast = last == m_marks.cend();
    return {first->line, (isLast ? m_lines : last->line) - first->line, first->offset, isLast ? m_end : last->offset};
}

} // namespace plugsmith
