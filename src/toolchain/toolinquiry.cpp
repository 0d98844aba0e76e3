// SPDX-License-Identifier: Apache-2.0
#include "toolchain/toolinquiry.h"

#include "base/deliver.h"
#include "toolchain/answercache.h"

#include <QJsonObject>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

const QString TextKey = u"text"_s;

/// The remembered texts, by question; empty where there is none.
QVector<QString> recall(const QString &cacheFile, const QVector<ToolQuestion> &questions)
{
    const AnswerCache cache = AnswerCache::read(cacheFile);
    QVector<QString> texts;
    for (const ToolQuestion &question : questions)
        texts.append(cache.find(question.subject, question.stamp).value_or(QJsonObject())[TextKey].toString());
    return texts;
}

} // namespace

ToolInquiry::ToolInquiry(QString cacheFile, QObject *parent)
    : QObject(parent)
    , m_cacheFile(std::move(cacheFile))
{
}

void ToolInquiry::ask(const QVector<ToolQuestion> &questions)
{
    stop();
    m_round = new QObject(this);
    m_questions = questions;
    m_fresh.clear();
    m_texts.fill({}, questions.size());
    m_unanswered = questions.size();
    runInPool(
        m_round, [file = m_cacheFile, questions] { return recall(file, questions); },
        [this, round = m_round](const QVector<QString> &texts) {
            if (round == m_round)
                useRecalled(texts);
        });
}

void ToolInquiry::stop()
{
    // Later, because this may be called from a receiver of one of its runs. What they still report is dropped.
    if (m_round)
        m_round->deleteLater();
    m_round = nullptr;
    m_queue.clear();
    m_unanswered = 0;
}

void ToolInquiry::useRecalled(const QVector<QString> &texts)
{
    const QObject *round = m_round;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (texts[i].isEmpty() && m_questions[i].unless < 0)
            m_queue.append(i);
    }
    m_texts = texts;
    for (int i = 0; i < MostAtOnce; ++i)
        startNext();
    if (texts.isEmpty())
        emit finished();
    for (qsizetype i = 0; i < texts.size() && round == m_round; ++i) {
        if (!texts[i].isEmpty())
            report(i, {.isSuccess = true, .fromCache = true, .text = texts[i]});
    }
}

void ToolInquiry::startNext()
{
    if (!m_queue.isEmpty())
        startRun(m_queue.takeFirst());
}

void ToolInquiry::startRun(qsizetype index)
{
    auto *run = new ToolRun(m_round);
    connect(run, &ToolRun::finished, this, [this, run, index, round = m_round](const ToolAnswer &answer) {
        run->deleteLater();
        if (round != m_round)
            return;
        take(index, answer); // which may add to the queue
        if (round == m_round)
            startNext();
    });
    run->start(m_questions[index].spec, m_limit);
}

void ToolInquiry::take(qsizetype index, const ToolAnswer &answer)
{
    const bool success = answer.isSuccess();
    QString text = success ? QString::fromUtf8(answer.output).trimmed() : answer.text();
    if (success && text.isEmpty())
        text = m_questions[index].silence;
    if (success && !text.isEmpty() && !m_questions[index].subject.isEmpty()) {
        m_fresh.append(index);
        m_texts[index] = text;
    }
    report(index, {.isSuccess = success, .timedOut = answer.timedOut, .text = text, .problem = answer.end.problem});
}

void ToolInquiry::report(qsizetype index, const ToolReply &reply)
{
    const QObject *round = m_round;
    emit replied(index, reply);
    if (round == m_round) // a receiver may have asked anew
        settleDependents(index, reply.isSuccess || reply.isNeedless);
    if (round != m_round || --m_unanswered > 0)
        return;
    remember();
    emit finished();
}

void ToolInquiry::settleDependents(qsizetype index, bool isNeedless)
{
    const QObject *round = m_round;
    for (qsizetype i = index + 1; i < m_questions.size() && round == m_round; ++i) {
        if (m_questions[i].unless != index || !m_texts[i].isEmpty()) // a remembered answer is reported anyway
            continue;
        if (isNeedless)
            report(i, {.isNeedless = true});
        else
            m_queue.append(i);
    }
}

void ToolInquiry::remember()
{
    if (m_fresh.isEmpty())
        return;
    QVector<RememberedAnswer> answers;
    for (const qsizetype index : std::as_const(m_fresh)) {
        const ToolQuestion &question = m_questions[index];
        answers.append({question.subject, question.stamp, QJsonObject{{TextKey, m_texts[index]}}});
    }
    // What comes of it does not matter: without the cache the same question is asked again next time.
    QThreadPool::globalInstance()->start([file = m_cacheFile, answers] { (void)AnswerCache::add(file, answers); });
}

} // namespace plugsmith
