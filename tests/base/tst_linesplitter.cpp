// SPDX-License-Identifier: Apache-2.0
#include "base/linesplitter.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_LineSplitter : public QObject
{
    Q_OBJECT

private slots:
    void splits_data()
    {
        QTest::addColumn<QByteArrayList>("chunks");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("one chunk") << QByteArrayList{"a\nb\n"} << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("cut inside a line") << QByteArrayList{"a", "b\nc", "\n"} << QStringList{u"ab"_s, u"c"_s};
        QTest::newRow("cut inside a character") << QByteArrayList{"\xC3", "\xA9\n"} << QStringList{u"é"_s};
        QTest::newRow("cut inside CRLF") << QByteArrayList{"a\r", "\nb\r\n"} << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("overwritten") << QByteArrayList{"10%\r50%\r100%\n"} << QStringList{u"100%"_s};
        QTest::newRow("empty lines stay") << QByteArrayList{"\n\na\n"} << QStringList{QString(), QString(), u"a"_s};
        QTest::newRow("no end") << QByteArrayList{"a\nb"} << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("nothing") << QByteArrayList{} << QStringList{};
        QTest::newRow("not UTF-8") << QByteArrayList{"\xff\n"} << QStringList{u"\ufffd"_s};
    }
    void splits()
    {
        QFETCH(QByteArrayList, chunks);
        LineSplitter splitter;
        QStringList lines;
        for (const QByteArray &chunk : chunks)
            lines += splitter.feed(chunk);
        lines += splitter.finish();
        QTEST(lines, "lines");
        QVERIFY(splitter.finish().isEmpty());
    }

    void boundsLinesThatNeverEnd()
    {
        LineSplitter splitter;
        QStringList lines;
        for (int i = 0; i < 40; ++i)
            lines += splitter.feed(QByteArray(10'000, 'x'));
        QCOMPARE(lines.size(), 400'000 / LineSplitter::MaxLineBytes);
        QCOMPARE(lines.join(QString()).size() + splitter.finish().join(QString()).size(), 400'000);
    }
};

QTEST_GUILESS_MAIN(tst_LineSplitter)
#include "tst_linesplitter.moc"
