// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>

#include <memory>

namespace plugsmith {

/// A log file that can be read at any place from any thread, also while it grows. What is no longer there reads as
/// nothing: a file that shrinks, vanishes or is replaced does no harm, which is why it is not mapped.
class LogFile
{
public:
    /// Null if there is no such file, or it cannot be read.
    static std::shared_ptr<const LogFile> open(const QString &path);

    /// At most `count` bytes from `offset` on; fewer at the end.
    QByteArray read(qint64 offset, qint64 count) const;
    qint64 size() const;
    /// Whether another file is at the path now. A file that was only removed is not replaced: it can still be read.
    bool isReplaced() const;

private:
    explicit LogFile(const QString &path)
        : m_file(path)
    {
    }

    QFile m_file;
};

/// The lines of a part of a log file, one after the other, without their ends. For workers.
class LogLineReader
{
public:
    LogLineReader(const LogFile &file, qint64 from, qint64 to)
        : m_file(file)
        , m_from(from)
        , m_to(to)
    {
    }

    /// False at the end. The line is valid until the next call.
    bool next(QByteArrayView *line);

private:
    bool readMore();

    const LogFile &m_file;
    qint64 m_from;
    qint64 m_to;
    QByteArray m_buffer;
    qsizetype m_at = 0;
};

} // namespace plugsmith
