// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/joblog.h"

#include <QFile>
#include <QObject>
#include <QTimer>
#include <QVector>

namespace plugsmith {

/// A log file as numbered lines, however long it is: an index of where lines begin, and the file itself. The file may
/// grow. Indexing goes on in steps of a few milliseconds; lines that are indexed can be read at once. GUI thread.
class LogDocument : public QObject
{
    Q_OBJECT

public:
    explicit LogDocument(QObject *parent = nullptr);

    /// Shows another file; an empty path shows nothing.
    void open(const QString &path);
    QString path() const { return m_file.fileName(); }
    /// The file has grown.
    void update();

    int lineCount() const { return static_cast<int>(m_begins.size()); }
    /// One line without its end; empty if the file can no longer be read.
    QString line(int number) const;
    /// The length of the longest line in bytes, for the width of a view.
    qsizetype longestLine() const { return m_longest; }

signals:
    /// Another file; all lines are new.
    void reset();
    /// Lines from `first` on are new.
    void linesAdded(int first);

private:
    void indexMore();
    bool isHeading(qint64 length) const;

    mutable QFile m_file;
    QVector<qint64> m_begins; // of complete lines
    qint64 m_indexedTo = 0;   // begin of the first line that is not complete
    qint64 m_scannedTo = 0;
    qsizetype m_longest = 0;
    QTimer m_step;
};

} // namespace plugsmith
