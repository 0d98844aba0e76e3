// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/logfile.h"
#include "models/logindex.h"

#include <QObject>
#include <QString>
#include <QVector>

#include <memory>
#include <optional>

namespace plugsmith {

/// A log file as numbered lines, however long it is: a sparse index of where lines begin, and the file itself. The file
/// may grow, shrink, vanish or be replaced. What is long is indexed in the pool; the end of a long file can be read at
/// once, and the lines before it join when they are known. GUI thread.
class LogDocument : public QObject
{
    Q_OBJECT

public:
    explicit LogDocument(QObject *parent = nullptr);

    /// Shows another file; an empty path shows nothing. A file that is not there yet may come: update() looks for it.
    void open(const QString &path);
    QString path() const { return m_path; }
    /// The file has grown, or may have.
    void update();

    int lineCount() const { return m_index.lines(); }
    /// One line without its end, cut at MaxLineBytes; empty if it can no longer be read.
    QString line(int number) const;
    /// What people read of it: without time and step, without escape sequences.
    QString text(int number) const;
    /// The length of the longest line in bytes, for the width of a view.
    qint64 longestLine() const { return m_index.longestLine(); }
    const LineSet &errors() const { return m_index.errors(); }
    const LineSet &warnings() const { return m_index.warnings(); }
    /// Whether line 0 is the first one of the file; until then only its end is known.
    bool isWhole() const { return !m_head; }

    /// For workers that read many lines.
    const LogIndex &index() const { return m_index; }
    std::shared_ptr<const LogFile> file() const { return m_file; }

    static constexpr qint64 MaxLineBytes = 64 << 10;

signals:
    /// Another file, or another content; all lines are new.
    void reset();
    /// Lines from `first` on are new.
    void linesAdded(int first);
    /// So many lines became known before line 0: all numbers are greater by that.
    void linesPrepended(int count);

private:
    void beginAtEnd(qint64 size);
    void extendHead();
    void joinHead();
    void extendInPool(qint64 size);
    QByteArray bytesOf(int line) const;

    /// Lines that were read last; a screen of lines is in a few blocks.
    struct CachedBlock
    {
        LogIndex::Block block;
        QByteArray bytes;
    };
    const CachedBlock &cachedBlock(int line) const;

    QString m_path;
    std::shared_ptr<const LogFile> m_file;
    LogIndex m_index;
    std::optional<LogIndex> m_head; // what comes before m_index, as far as it is indexed
    int m_generation = 0;           // of the content: what workers say of an earlier one is not heard
    bool m_isExtending = false;
    mutable QVector<CachedBlock> m_blocks;
    mutable qsizetype m_nextBlock = 0;
};

} // namespace plugsmith
