// SPDX-License-Identifier: Apache-2.0
#include "models/logfilter.h"

namespace plugsmith {

void LogFilter::update(const LineSet &wanted, int from, int lineCount)
{
    m_lineCount = lineCount;
    int line = qMax(0, from - Context);
    m_shown.truncate(line);
    m_rows.truncate(line);
    while (line < lineCount) {
        const int found = wanted.next(line - Context);
        const int shownFrom = found < 0 ? lineCount : qMax(line, found - Context);
        if (shownFrom > line && (line == 0 || m_shown.contains(line - 1)))
            m_rows.insert(line);
        const int shownTo = found < 0 ? lineCount : qMin(lineCount, found + Context + 1);
        for (line = shownFrom; line < shownTo; ++line) {
            m_shown.insert(line);
            m_rows.insert(line);
        }
    }
}

int LogFilter::gapAt(int line) const
{
    const int next = m_shown.next(line);
    return (next < 0 ? m_lineCount : next) - line;
}

} // namespace plugsmith
