// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "toolchain/toolrun.h"

#include <QObject>
#include <QString>
#include <QVector>

#include <chrono>

namespace plugsmith {

/// "What do you say about yourself?": one run of a program that prints its version.
struct ToolQuestion
{
    QString subject; ///< under which the answer is remembered; empty: never remembered
    QString stamp;   ///< as RememberedAnswer::stamp
    ProcessSpec spec;
    QString silence = {}; ///< the text of a success that prints nothing, such as a compiler run; empty: none
    /// The index of an earlier question. When that one succeeds, this one need not be asked; -1: it always is.
    qsizetype unless = -1;
};

/// What it said, from the program or from the cache.
struct ToolReply
{
    bool isSuccess = false;
    bool timedOut = false;
    bool fromCache = false;
    QString text = {};       ///< standard output, trimmed; of a failure both outputs, error output first
    QString problem = {};    ///< the system's words when it did not start
    bool isNeedless = false; ///< not asked, see ToolQuestion::unless
};

/// Asks many programs at once, a few at a time, and remembers the successes in a file. Failures are asked again every
/// time: their cause may lie outside of the program. Asynchronous; lives in one thread with an event loop.
class ToolInquiry : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostAtOnce = 4;

    explicit ToolInquiry(QString cacheFile, QObject *parent = nullptr);

    /// For each question; programs that need longer are ended.
    void setTimeLimit(std::chrono::milliseconds limit) { m_limit = limit; }
    /// Starts over with new questions; what still runs for older ones is ended and not reported.
    void ask(const QVector<ToolQuestion> &questions);
    /// Ends what runs; nothing more is reported.
    void stop();
    bool isBusy() const { return m_unanswered > 0; }

signals:
    void replied(qsizetype question, const plugsmith::ToolReply &reply);
    /// After the last reply; also when there was no question. Never from within ask().
    void finished();

private:
    void startNext();
    void startRun(qsizetype index);
    void take(qsizetype index, const ToolAnswer &answer);
    void useRecalled(const QVector<QString> &texts);
    void report(qsizetype index, const ToolReply &reply);
    void settleDependents(qsizetype index, bool isNeedless);
    void remember();

    QString m_cacheFile;
    std::chrono::milliseconds m_limit{10'000};
    QVector<ToolQuestion> m_questions;
    QVector<qsizetype> m_queue; // indexes that are not in the cache
    QVector<qsizetype> m_fresh; // indexes whose answers are worth remembering
    QVector<QString> m_texts;
    qsizetype m_unanswered = 0;
    QObject *m_round = nullptr; // owns the runs of the current questions; a child of this
};

} // namespace plugsmith
