// SPDX-License-Identifier: Apache-2.0
#include "toolchain/answercache.h"

#include "support/faketool.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <vector>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

RememberedAnswer answer(const QString &subject, const QString &stamp, int value)
{
    return {subject, stamp, QJsonObject{{u"value"_s, value}}};
}

/// JSON with ' for ", to be read by people.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

int valueOf(const AnswerCache &cache, const QString &subject, const QString &stamp)
{
    const auto found = cache.find(subject, stamp);
    return found ? (*found)[u"value"_s].toInt() : -1;
}

} // namespace

class tst_AnswerCache : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString file() const { return m_folder->filePath(u"answers.json"_s); }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void remembers()
    {
        QVERIFY(AnswerCache::add(file(), {answer(u"a"_s, u"1"_s, 10), answer(u"b"_s, u"1"_s, 20)}));
        const AnswerCache cache = AnswerCache::read(file());
        QCOMPARE(cache.size(), 2);
        QCOMPARE(valueOf(cache, u"a"_s, u"1"_s), 10);
        QCOMPARE(valueOf(cache, u"b"_s, u"1"_s), 20);
        QCOMPARE(valueOf(cache, u"c"_s, u"1"_s), -1);
    }

    void forgetsWhatChanged()
    {
        QVERIFY(AnswerCache::add(file(), {answer(u"a"_s, u"1"_s, 10)}));
        QCOMPARE(valueOf(AnswerCache::read(file()), u"a"_s, u"2"_s), -1);
        QVERIFY(AnswerCache::add(file(), {answer(u"a"_s, u"2"_s, 11)}));
        const AnswerCache cache = AnswerCache::read(file());
        QCOMPARE(cache.size(), 1); // it replaces the older answer
        QCOMPARE(valueOf(cache, u"a"_s, u"2"_s), 11);
        QCOMPARE(valueOf(cache, u"a"_s, u"1"_s), -1);
    }

    void survivesDamage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("\0\xff{", 3);
        QTest::newRow("cut off") << json("{'layout':1,'answers':[{'subject':'a','stamp':'1','ans");
        QTest::newRow("a list") << json("[1,2,3]");
        QTest::newRow("another layout") << json("{'layout':99,'answers':[{'subject':'a','stamp':'1','answer':{}}]}");
        QTest::newRow("no subject") << json("{'layout':1,'answers':[1,{'stamp':'1','answer':{}}]}");
        QTest::newRow("wrong types") << json("{'layout':1,'answers':[{'subject':'a','stamp':'1','answer':5}]}");
        QTest::newRow("no list") << json("{'layout':1,'answers':{'a':1}}");
    }
    void survivesDamage()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(writeFile(file(), bytes));
        QCOMPARE(AnswerCache::read(file()).size(), 0);
        QVERIFY(AnswerCache::add(file(), {answer(u"a"_s, u"1"_s, 10)}));
        QCOMPARE(valueOf(AnswerCache::read(file()), u"a"_s, u"1"_s), 10);
    }

    void refusesHugeFiles()
    {
        QFile huge(file());
        QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(AnswerCache::MaxFileBytes + 1));
        QCOMPARE(AnswerCache::read(file()).size(), 0);
    }

    void staysBounded()
    {
        QVector<RememberedAnswer> many;
        for (int i = 0; i < AnswerCache::MaxAnswers; ++i)
            many.append(answer(QString::number(i), u"1"_s, i));
        QVERIFY(AnswerCache::add(file(), many));
        QCOMPARE(AnswerCache::read(file()).size(), AnswerCache::MaxAnswers);
        QVERIFY(AnswerCache::add(file(), {answer(u"one more"_s, u"1"_s, 1)}));
        QCOMPARE(AnswerCache::read(file()).size(), 1);
    }

    void saysWhenItCannotWrite()
    {
        QVERIFY(!AnswerCache::add(m_folder->filePath(u"no/such/folder/x.json"_s), {answer(u"a"_s, u"1"_s, 1)}));
    }

    void losesNothingBetweenThreads()
    {
        constexpr int threads = 4;
        constexpr int each = 10;
        std::vector<std::thread> running;
        for (int t = 0; t < threads; ++t) {
            running.emplace_back([path = file(), t] {
                for (int i = 0; i < each; ++i)
                    (void)AnswerCache::add(path, {answer(QString::number(t * each + i), u"1"_s, i)});
            });
        }
        for (std::thread &thread : running)
            thread.join();
        QCOMPARE(AnswerCache::read(file()).size(), threads * each);
    }
};

QTEST_GUILESS_MAIN(tst_AnswerCache)
#include "tst_answercache.moc"
