// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QVector>

#include <optional>

namespace plugsmith {

/// What was once found out about a subject (a program, a pair of tools), and the stamp under which it holds: when
/// anything that the answer depends on changes, the stamp does.
struct RememberedAnswer
{
    QString subject;
    QString stamp;
    QJsonObject answer;

    bool operator==(const RememberedAnswer &) const = default;
};

/// One file of answers below folders::cache(). A cache: a missing, damaged or foreign file is an empty one, and losing
/// it costs only the time to ask again. There is one answer for each subject, so it does not grow by upgrades.
///
/// The functions read and write a small file; call them from a worker. Any thread.
class AnswerCache
{
public:
    static constexpr qsizetype MaxAnswers = 1000;
    static constexpr qint64 MaxFileBytes = 8 << 20;

    static AnswerCache read(const QString &path);
    /// Reads, adds, writes in one step. Threads of this process take turns; of two processes at the same moment one may
    /// lose its answer, which it will ask for again.
    static Result<void> add(const QString &path, const QVector<RememberedAnswer> &answers);

    std::optional<QJsonObject> find(const QString &subject, const QString &stamp) const;
    qsizetype size() const { return m_answers.size(); }

private:
    QHash<QString, RememberedAnswer> m_answers;
};

} // namespace plugsmith
