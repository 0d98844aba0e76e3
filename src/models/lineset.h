// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QVector>

namespace plugsmith {

/// A set of line numbers as bits: 1.25 MB for ten million lines, however many of them are in it. Counts per group of
/// lines make counting and finding the n-th one fast. Numbers are not negative.
class LineSet
{
public:
    void clear();
    void insert(int line);
    bool contains(int line) const;
    bool isEmpty() const { return m_count == 0; }
    int count() const { return m_count; }

    /// Whether a line of [from, to) is in the set.
    bool containsAny(int from, int to) const;
    /// The first one that is not before `line`; -1 if there is none.
    int next(int line) const;
    /// The last one that is not after `line`; -1 if there is none.
    int previous(int line) const;
    int countBefore(int line) const;
    /// The n-th one, counted from 0; -1 if there are not so many.
    int at(int n) const;
    /// Adds the lines of another set, each moved down by so many lines.
    void insertMoved(const LineSet &other, int by);
    /// Removes `line` and all lines after it.
    void truncate(int line);

private:
    QVector<quint64> m_words;
    QVector<int> m_groups; // how many are in each group of words
    int m_count = 0;
};

} // namespace plugsmith
