// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/lineset.h"

namespace plugsmith {

class LogFile;

/// Where the lines of a part of a log file are, and which of them are errors and warnings: 0.6 bytes a line. Lines are
/// numbered from 0 at the begin of the part. A value: workers make it, the document joins it to what it has.
class LogIndex
{
public:
    /// An index of nothing that will go on at an offset where a line begins.
    explicit LogIndex(qint64 offset = 0)
        : m_begin(offset)
        , m_end(offset)
        , m_scanned(offset)
    {
    }

    /// Reads on to `to`, or to the end of the file. Only complete lines count. The first line of a file is left out if
    /// it is the one that says what the file is.
    void extend(const LogFile &file, qint64 to);
    /// An index that goes on where this one ends, for a worker to extend.
    LogIndex continuation() const;
    /// Adds what follows: continuation(), extended; or an index that begins where this one ends.
    void append(const LogIndex &next);

    int lines() const { return m_lines; }
    qint64 begin() const { return m_begin; }
    /// Where the first line begins that is not complete.
    qint64 end() const { return m_end; }
    qint64 scanned() const { return m_scanned; }
    /// In bytes.
    qint64 longestLine() const { return m_longest; }
    const LineSet &errors() const { return m_errors; }
    const LineSet &warnings() const { return m_warnings; }

    /// Some lines that can be read at once: those from one mark of the index to the next.
    struct Block
    {
        int line = 0; ///< the first
        int lines = 0;
        qint64 offset = 0;
        qint64 end = 0;
    };
    /// The block that `line` is in; at most `maxBlocks` together.
    Block blockOf(int line, int maxBlocks = 1) const;

    /// Lines in a block begin within so many bytes, so that each can be read without reading much.
    static constexpr qint64 BlockBytes = 64 << 10;
    static constexpr int BlockLines = 64;

private:
    struct Mark
    {
        int line = 0;
        qint64 offset = 0;
    };
    void addLine(const LogFile &file, qint64 end, QByteArrayView bytes);

    QVector<Mark> m_marks;
    int m_lines = 0;
    qint64 m_begin = 0;
    qint64 m_end = 0;
    qint64 m_scanned = 0; // no line ends between m_end and here
    qint64 m_longest = 0;
    LineSet m_errors;
    LineSet m_warnings;
};

} // namespace plugsmith
