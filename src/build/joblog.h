// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/jobstate.h"

#include <QFile>
#include <QObject>
#include <QString>
#include <QTimer>

namespace plugsmith {

/// The log of one job: a plain UTF-8 file of its own, written as lines arrive, at most 50 ms late. Each line is
/// "HH:MM:SS.mmm TAB step TAB text" in local time; the first says what the file is. GUI thread; the writes are small
/// and go to the page cache.
class JobLog : public QObject
{
    Q_OBJECT

public:
    /// Starts a new file at `path`. A log that cannot be written never stops a build; problem() says why it is missing.
    explicit JobLog(const QString &path, QObject *parent = nullptr);
    ~JobLog() override;

    QString path() const { return m_file.fileName(); }
    QString problem() const { return m_problem; }

    /// Text of several lines becomes that many lines of the log.
    void write(JobState step, const QString &text);
    /// Puts everything into the file now. Before a job's end is announced, so that its last line is there.
    void flush();

    static constexpr auto FirstLine = "# Plugsmith build log 1";

signals:
    /// The file has grown.
    void appended();

private:
    QFile m_file;
    QByteArray m_pending;
    QTimer m_flush;
    QString m_problem;
};

/// One line of a log file, taken apart. Lines of other forms are all text.
struct JobLogLine
{
    QStringView time;
    QStringView step;
    QStringView text;

    static JobLogLine parse(QStringView line);
};

} // namespace plugsmith
