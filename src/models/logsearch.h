// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "models/lineset.h"

#include <QObject>
#include <QRegularExpression>

#include <optional>

namespace plugsmith {

class LogDocument;

/// What is looked for in a log.
struct LogQuery
{
    QString pattern;
    bool isCaseSensitive = false;
    bool isRegularExpression = false;

    bool operator==(const LogQuery &) const = default;
};

/// A query that is ready to be matched against lines, from any thread.
class LogMatcher
{
public:
    /// Fails for a regular expression that is not one; the message says where and why.
    static Result<LogMatcher> of(const LogQuery &query);

    struct Hit
    {
        qsizetype begin = 0;
        qsizetype length = 0;
        bool operator==(const Hit &) const = default;
    };
    QVector<Hit> hitsIn(const QString &text) const;
    /// False if no line of these bytes can have a hit.
    bool mayMatch(QByteArrayView bytes) const;

private:
    QRegularExpression m_expression;
    QByteArray m_literal; // what every hit is, letter by letter; empty: not known
};

/// Finds all lines with hits of a growing log, in the pool, piece by piece, from a given line on to the end and then
/// from the begin. Lines that come later are searched, too. GUI thread.
class LogSearch : public QObject
{
    Q_OBJECT

public:
    explicit LogSearch(LogDocument &document, QObject *parent = nullptr);

    void start(const LogMatcher &matcher, int fromLine);
    void stop();

    const std::optional<LogMatcher> &matcher() const { return m_matcher; }
    /// Whether every line there is was searched.
    bool isComplete() const;
    const LineSet &lines() const { return m_lines; }
    int hits() const { return m_hits; }
    /// Hits in lines before this one. Reads a few hundred lines at most.
    int hitsBefore(int line) const;

signals:
    /// There are more hits, or other ones.
    void changed();
    /// The nearest hit after where the search began is known; emitted once a search.
    void found(int line);

private:
    void restart(int fromLine);
    void searchMore();
    void announce();

    LogDocument &m_document;
    std::optional<LogMatcher> m_matcher;
    LineSet m_lines;
    QVector<int> m_hitsOfGroup;
    int m_hits = 0;
    int m_from = 0;    // where the person is
    int m_start = 0;   // the begin of the block of that line
    int m_next = 0;    // searched from m_start up to here,
    int m_wrapped = 0; // and from 0 up to here
    int m_blocks = 0;  // in the next piece
    int m_generation = 0;
    bool m_isBusy = false;
    bool m_isAnnounced = false;
};

} // namespace plugsmith
