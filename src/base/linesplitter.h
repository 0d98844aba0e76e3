// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>

namespace plugsmith {

/// Cuts a stream of bytes into lines. Chunks may end anywhere, also inside a UTF-8 sequence. "\r\n" counts as one line
/// end; of a line that was overwritten with "\r" only the last state is kept, as a terminal shows it. One per channel.
class LineSplitter
{
public:
    /// Lines longer than this are cut, so that a stream without line ends cannot eat the memory.
    static constexpr qsizetype MaxLineBytes = qsizetype{64} * 1024;

    /// Feeds bytes and returns the lines that are complete now.
    QStringList feed(const QByteArray &bytes);
    /// Returns what is left without a line end, at most one line.
    QStringList finish();

private:
    QByteArray m_rest; // kept as bytes: a chunk may end inside a UTF-8 sequence
};

} // namespace plugsmith
