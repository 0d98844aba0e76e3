// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/lineset.h"

namespace plugsmith {

/// The rows of a log of which only some lines are shown, each with two lines around it. What is left out between them
/// is a row, too: a gap. A value.
class LogFilter
{
public:
    /// Lines from `from` on are new or have changed.
    void update(const LineSet &wanted, int from, int lineCount);

    int rows() const { return m_rows.count(); }
    /// The line of a row; of a gap the first one that is left out.
    int lineOf(int row) const { return m_rows.at(row); }
    /// The row that shows the line or leaves it out.
    int rowOf(int line) const { return qMax(0, m_rows.countBefore(line + 1) - 1); }
    bool isShown(int line) const { return m_shown.contains(line); }
    /// How many lines the gap that begins with this line leaves out.
    int gapAt(int line) const;
    const LineSet &shown() const { return m_shown; }

    static constexpr int Context = 2;

private:
    LineSet m_shown;
    LineSet m_rows; // shown lines and the first of each gap
    int m_lineCount = 0;
};

} // namespace plugsmith
