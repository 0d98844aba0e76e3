// SPDX-License-Identifier: Apache-2.0
#include "archive/framereader.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_FrameReader : public QObject
{
    Q_OBJECT

private slots:
    void readsFramesHoweverTheyArrive_data()
    {
        QTest::addColumn<int>("chunk");
        for (const int chunk : {1, 2, 7, 64, 100'000})
            QTest::addRow("%d bytes at once", chunk) << chunk;
    }
    void readsFramesHoweverTheyArrive()
    {
        QFETCH(int, chunk);
        const QByteArray content("line\n{\"not\":\"a frame\"}\n\0tail", 28);
        const QByteArray stream = "{\"protocol\":1}\n{\"entry\":\"a\",\"bytes\":28}\n" + content +
                                  "\n{\"entry\":\"b\",\"bytes\":0}\n\n{\"done\":{}}\n";
        FrameReader reader;
        QList<Frame> frames;
        for (qsizetype at = 0; at < stream.size(); at += chunk) {
            reader.feed(stream.mid(at, chunk));
            while (const auto frame = reader.next())
                frames.append(*frame);
        }
        QCOMPARE(frames.size(), 4);
        QVERIFY(!frames[0].hasContent);
        QCOMPARE(frames[1].content, content);
        QVERIFY(frames[2].hasContent);
        QVERIFY(frames[2].content.isEmpty());
        QVERIFY(frames[3].fields.contains(u"done"_s));
        QVERIFY(reader.isAtBoundary());
        QVERIFY(!reader.hasFailed());
    }

    void knowsThatSomethingIsMissing_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::newRow("half a line") << QByteArray("{\"done\":");
        QTest::newRow("half a content") << QByteArray("{\"bytes\":4}\nabc");
        QTest::newRow("content without its line end") << QByteArray("{\"bytes\":4}\nabcd");
    }
    void knowsThatSomethingIsMissing()
    {
        QFETCH(QByteArray, stream);
        FrameReader reader;
        reader.feed(stream);
        QVERIFY(!reader.next());
        QVERIFY(!reader.hasFailed());
        QVERIFY(!reader.isAtBoundary());
    }

    void givesUpOnNonsense_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::newRow("text") << QByteArray("hello\n");
        QTest::newRow("empty line") << QByteArray("\n");
        QTest::newRow("array") << QByteArray("[1]\n");
        QTest::newRow("negative length") << QByteArray("{\"bytes\":-1}\n");
        QTest::newRow("length is text") << QByteArray("{\"bytes\":\"4\"}\nabcd\n");
        QTest::newRow("length is a fraction") << QByteArray("{\"bytes\":1.5}\nab\n");
        QTest::newRow("enormous length") << QByteArray("{\"bytes\":1e18}\n");
        QTest::newRow("length too large") << QByteArray("{\"bytes\":16777217}\n");
        QTest::newRow("content too long") << QByteArray("{\"bytes\":2}\nabc\n");
        QTest::newRow("endless line") << QByteArray("{\"a\":\"") + QByteArray(70'000, 'x');
        QTest::newRow("NUL") << QByteArray("{\"a\":1}\0\n", 9);
    }
    void givesUpOnNonsense()
    {
        QFETCH(QByteArray, stream);
        FrameReader reader;
        reader.feed(stream);
        QVERIFY(!reader.next());
        QVERIFY(reader.hasFailed());
        QVERIFY(!reader.isAtBoundary());
        reader.feed("{\"done\":{}}\n");
        QVERIFY(!reader.next());
    }

    void takesTheLongestFrames()
    {
        FrameReader reader;
        reader.feed("{\"a\":\"" + QByteArray(65'000, 'x') + "\"}\n{\"bytes\":16777216}\n");
        QVERIFY(reader.next());
        const QByteArray part(1 << 16, 'y');
        for (int i = 0; i < 256; ++i) {
            QVERIFY(!reader.next());
            reader.feed(part);
        }
        reader.feed("\n");
        QCOMPARE(reader.next()->content.size(), 16'777'216);
    }
};

QTEST_GUILESS_MAIN(tst_FrameReader)
#include "tst_framereader.moc"
