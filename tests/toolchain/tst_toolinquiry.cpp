// SPDX-License-Identifier: Apache-2.0
#include "toolchain/toolinquiry.h"

#include "support/faketool.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_ToolInquiry : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString cacheFile() const { return m_folder->filePath(u"cache.json"_s); }

    ToolQuestion question(const QString &name, const QByteArray &script, const QString &stamp = u"1"_s) const
    {
        const QString program = m_folder->filePath(name);
        if (!makeTool(program, script))
            return {};
        return {program, stamp, {program, {}, {}, {}}};
    }
    QMap<qsizetype, ToolReply> repliesTo(const QVector<ToolQuestion> &questions, std::chrono::milliseconds limit = 20s)
    {
        ToolInquiry inquiry(cacheFile());
        inquiry.setTimeLimit(limit);
        QMap<qsizetype, ToolReply> replies;
        connect(&inquiry, &ToolInquiry::replied, this,
                [&](qsizetype i, const ToolReply &reply) { replies[i] = reply; });
        QSignalSpy finished(&inquiry, &ToolInquiry::finished);
        inquiry.ask(questions);
        if (!finished.wait(30'000) || inquiry.isBusy())
            replies.clear();
        QThreadPool::globalInstance()->waitForDone(); // the cache is written now
        return replies;
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void repliesToEach()
    {
        QVector<ToolQuestion> questions;
        for (int i = 0; i < 3 * ToolInquiry::MostAtOnce; ++i)
            questions.append(question(QString::number(i), "out answer " + QByteArray::number(i) + '\n'));
        const auto replies = repliesTo(questions);
        QCOMPARE(replies.size(), questions.size());
        for (qsizetype i = 0; i < questions.size(); ++i) {
            QVERIFY(replies[i].isSuccess && !replies[i].fromCache);
            QCOMPARE(replies[i].text, u"answer %1"_s.arg(i));
        }
    }

    void asksOnlyWhatIsNeeded()
    {
        // Of each chain, what comes after the first success is not asked.
        const auto chain = [](qsizetype unless, ToolQuestion asked) {
            asked.unless = unless;
            return asked;
        };
        const auto replies =
            repliesTo({question(u"a"_s, "out yes\n"), chain(0, question(u"b"_s, "out never\n")),
                       chain(1, question(u"c"_s, "out never\n")), question(u"d"_s, "err no\nexit 1\n"),
                       chain(3, question(u"e"_s, "out instead\n")), chain(4, question(u"f"_s, "out never\n"))});
        QCOMPARE(replies.size(), 6);
        for (const qsizetype i : {1, 2, 5})
            QVERIFY(replies[i].isNeedless && !replies[i].isSuccess && replies[i].text.isEmpty());
        QCOMPARE(replies[0].text, u"yes"_s);
        QVERIFY(!replies[3].isSuccess && !replies[3].isNeedless);
        QVERIFY(replies[4].isSuccess);
        QCOMPARE(replies[4].text, u"instead"_s);
    }

    void remembersSuccesses()
    {
        const auto good = question(u"good"_s, "out fine\n");
        QVERIFY(repliesTo({good})[0].isSuccess);
        QVERIFY(makeTool(good.spec.program, "out something else\n"));
        const ToolReply again = repliesTo({good})[0];
        QVERIFY(again.fromCache);
        QCOMPARE(again.text, u"fine"_s);
        ToolQuestion changed = good;
        changed.stamp = u"2"_s;
        const ToolReply fresh = repliesTo({changed})[0];
        QVERIFY(!fresh.fromCache);
        QCOMPARE(fresh.text, u"something else"_s);
    }

    void remembersNothingElse_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("failure") << QByteArray("out fine\nerr not so fine\nexit 1\n");
        QTest::newRow("crash") << QByteArray("out fine\ncrash\n");
        QTest::newRow("silence") << QByteArray("sleep 0\n");
    }
    void remembersNothingElse()
    {
        QFETCH(QByteArray, script);
        const auto bad = question(u"bad"_s, script);
        repliesTo({bad});
        QVERIFY(makeTool(bad.spec.program, "out fine now\n"));
        const ToolReply reply = repliesTo({bad})[0];
        QVERIFY(!reply.fromCache);
        QCOMPARE(reply.text, u"fine now"_s);
    }

    void neverRemembersNamelessSubjects()
    {
        ToolQuestion launcher = question(u"ccache"_s, "out one\n");
        launcher.subject.clear();
        QCOMPARE(repliesTo({launcher})[0].text, u"one"_s);
        QVERIFY(makeTool(launcher.spec.program, "out two\n"));
        QCOMPARE(repliesTo({launcher})[0].text, u"two"_s);
    }

    void oneHangingToolDelaysNoOther()
    {
        const auto replies = repliesTo({question(u"slow"_s, "sleep 60000\n"), question(u"fast"_s, "out here\n")}, 3s);
        QVERIFY(replies[0].timedOut && !replies[0].isSuccess);
        QCOMPARE(replies[1].text, u"here"_s);
    }

    void saysWhyNothingStarted()
    {
        const QString missing = m_folder->filePath(u"missing"_s);
        const ToolReply reply = repliesTo({{missing, u"1"_s, {missing, {}, {}, {}}}})[0];
        QVERIFY(!reply.isSuccess);
        QVERIFY(!reply.problem.isEmpty());
    }

    void noQuestionsIsDoneToo()
    {
        ToolInquiry inquiry(cacheFile());
        QSignalSpy finished(&inquiry, &ToolInquiry::finished);
        inquiry.ask({});
        QCOMPARE(finished.size(), 0); // never from within ask()
        QTRY_COMPARE(finished.size(), 1);
    }

    void startsOverWhenAskedAgain()
    {
        ToolInquiry inquiry(cacheFile());
        QSignalSpy replied(&inquiry, &ToolInquiry::replied);
        QSignalSpy finished(&inquiry, &ToolInquiry::finished);
        inquiry.ask({question(u"first"_s, "sleep 60000\n")});
        inquiry.ask({question(u"second"_s, "out second\n")});
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        QCOMPARE(replied.size(), 1);
        QCOMPARE(replied[0][1].value<ToolReply>().text, u"second"_s);
    }

    void mayBeAskedFromAReply()
    {
        ToolInquiry inquiry(cacheFile());
        const auto later = question(u"later"_s, "out later\n");
        QSignalSpy finished(&inquiry, &ToolInquiry::finished);
        QStringList texts;
        connect(&inquiry, &ToolInquiry::replied, this, [&](qsizetype, const ToolReply &reply) {
            texts += reply.text;
            if (texts.size() == 1)
                inquiry.ask({later});
        });
        const auto warm = question(u"warm"_s, "out warm\n");
        repliesTo({warm, later}); // both come from the cache, in one go
        inquiry.ask({warm, later});
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(texts, (QStringList{u"warm"_s, u"later"_s}));
    }

    void stops()
    {
        ToolInquiry inquiry(cacheFile());
        QSignalSpy finished(&inquiry, &ToolInquiry::finished);
        QSignalSpy replied(&inquiry, &ToolInquiry::replied);
        inquiry.ask({question(u"slow"_s, "sleep 60000\n")});
        QVERIFY(inquiry.isBusy());
        inquiry.stop();
        QVERIFY(!inquiry.isBusy());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        inquiry.ask({});
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(replied.size(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_ToolInquiry)
#include "tst_toolinquiry.moc"
