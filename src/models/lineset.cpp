// SPDX-License-Identifier: Apache-2.0
#include "models/lineset.h"

#include <QtAlgorithms>

#include <algorithm>

namespace plugsmith {
namespace {

constexpr int BitsPerWord = 64;
constexpr int WordsPerGroup = 64;

quint64 bitOf(int line)
{
    return quint64(1) << (line % BitsPerWord);
}

int countOf(quint64 word)
{
    return static_cast<int>(qPopulationCount(word));
}

} // namespace

void LineSet::clear()
{
    *this = {};
}

void LineSet::insert(int line)
{
    const int word = line / BitsPerWord;
    if (word >= m_words.size()) {
        m_words.resize(word + 1);
        m_groups.resize(word / WordsPerGroup + 1);
    }
    if (m_words[word] & bitOf(line))
        return;
    m_words[word] |= bitOf(line);
    ++m_groups[word / WordsPerGroup];
    ++m_count;
}

bool LineSet::contains(int line) const
{
    return line >= 0 && line / BitsPerWord < m_words.size() && (m_words[line / BitsPerWord] & bitOf(line));
}

bool LineSet::containsAny(int from, int to) const
{
    const int found = next(qMax(0, from));
    return found >= 0 && found < to;
}

int LineSet::next(int line) const
{
    line = qMax(0, line);
    qsizetype word = line / BitsPerWord;
    if (word >= m_words.size())
        return -1;
    quint64 bits = m_words[word] & ~(bitOf(line) - 1);
    while (bits == 0) {
        ++word;
        if (word % WordsPerGroup == 0) { // whole groups may be empty
            while (word / WordsPerGroup < m_groups.size() && m_groups[word / WordsPerGroup] == 0)
                word += WordsPerGroup;
        }
        if (word >= m_words.size())
            return -1;
        bits = m_words[word];
    }
    return static_cast<int>(word) * BitsPerWord + static_cast<int>(qCountTrailingZeroBits(bits));
}

int LineSet::previous(int line) const
{
    if (line < 0 || m_words.isEmpty())
        return -1;
    line = qMin(line, static_cast<int>(m_words.size()) * BitsPerWord - 1);
    int word = line / BitsPerWord;
    const quint64 bit = bitOf(line);
    quint64 bits = m_words[word] & (bit | (bit - 1));
    while (bits == 0) {
        if (word-- == 0)
            return -1;
        if (word % WordsPerGroup == WordsPerGroup - 1) {
            while (word >= 0 && m_groups[word / WordsPerGroup] == 0)
                word -= WordsPerGroup;
            if (word < 0)
                return -1;
        }
        bits = m_words[word];
    }
    return word * BitsPerWord + BitsPerWord - 1 - static_cast<int>(qCountLeadingZeroBits(bits));
}

int LineSet::countBefore(int line) const
{
    if (line <= 0)
        return 0;
    if (line / BitsPerWord >= m_words.size())
        return m_count;
    const int last = line / BitsPerWord;
    const int group = last / WordsPerGroup;
    int count = 0;
    for (int i = 0; i < group; ++i)
        count += m_groups[i];
    for (int word = group * WordsPerGroup; word < last; ++word)
        count += countOf(m_words[word]);
    return count + countOf(m_words[last] & (bitOf(line) - 1));
}

int LineSet::at(int n) const
{
    if (n < 0 || n >= m_count)
        return -1;
    int group = 0;
    for (; n >= m_groups[group]; ++group)
        n -= m_groups[group];
    int word = group * WordsPerGroup;
    for (; n >= countOf(m_words[word]); ++word)
        n -= countOf(m_words[word]);
    quint64 bits = m_words[word];
    for (; n > 0; --n)
        bits &= bits - 1;
    return word * BitsPerWord + static_cast<int>(qCountTrailingZeroBits(bits));
}

void LineSet::insertMoved(const LineSet &other, int by)
{
    for (int line = other.next(0); line >= 0; line = other.next(line + 1))
        insert(line + by);
}

void LineSet::truncate(int line)
{
    line = qMax(0, line);
    const int word = line / BitsPerWord;
    if (word >= m_words.size())
        return;
    m_words.resize(word + 1);
    m_words[word] &= bitOf(line) - 1;
    m_groups.resize(word / WordsPerGroup + 1);
    m_groups.last() = 0;
    for (int i = word / WordsPerGroup * WordsPerGroup; i <= word; ++i)
        m_groups.last() += countOf(m_words[i]);
    m_count = 0;
    for (const int count : m_groups)
        m_count += count;
}

} // namespace plugsmith
