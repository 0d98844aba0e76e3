// SPDX-License-Identifier: Apache-2.0
#include "toolchain/answercache.h"

#include "base/atomicfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMutex>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

// Part of each file: an answer of another layout is not an answer.
constexpr int Layout = 1;

QByteArray toBytes(const QHash<QString, RememberedAnswer> &answers)
{
    QJsonArray entries;
    for (const RememberedAnswer &answer : answers) {
        entries.append(
            QJsonObject{{u"subject"_s, answer.subject}, {u"stamp"_s, answer.stamp}, {u"answer"_s, answer.answer}});
    }
    return QJsonDocument(QJsonObject{{u"layout"_s, Layout}, {u"answers"_s, entries}}).toJson(QJsonDocument::Compact);
}

} // namespace

AnswerCache AnswerCache::read(const QString &path)
{
    AnswerCache cache;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > MaxFileBytes)
        return cache;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    if (root[u"layout"_s].toInt() != Layout)
        return cache;
    for (const auto &entry : root[u"answers"_s].toArray()) {
        const QString subject = entry[u"subject"_s].toString();
        const QString stamp = entry[u"stamp"_s].toString();
        if (!subject.isEmpty() && !stamp.isEmpty() && entry[u"answer"_s].isObject())
            cache.m_answers.insert(subject, {subject, stamp, entry[u"answer"_s].toObject()});
    }
    return cache;
}

Result<void> AnswerCache::add(const QString &path, const QVector<RememberedAnswer> &answers)
{
    static QMutex oneAtATime;
    const QMutexLocker locker(&oneAtATime);
    AnswerCache cache = read(path);
    if (cache.m_answers.size() + answers.size() > MaxAnswers)
        cache.m_answers.clear(); // subjects that are long gone; what is still there is asked for again
    for (const RememberedAnswer &answer : answers)
        cache.m_answers.insert(answer.subject, answer);
    return writeFileAtomically(path, toBytes(cache.m_answers));
}

std::optional<QJsonObject> AnswerCache::find(const QString &subject, const QString &stamp) const
{
    const auto found = m_answers.constFind(subject);
    if (found == m_answers.constEnd() || found->stamp != stamp)
        return std::nullopt;
    return found->answer;
}

} // namespace plugsmith
