// SPDX-License-Identifier: Apache-2.0
#include "models/logdocument.h"

#include "build/joblog.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Heading = QByteArray(JobLog::FirstLine) + '\n';

QStringList linesOf(const LogDocument &document)
{
    QStringList lines;
    for (int i = 0; i < document.lineCount(); ++i)
        lines += document.line(i);
    return lines;
}

} // namespace

class tst_LogDocument : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path() const { return m_folder->filePath(u"a.log"_s); }
    void append(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isEmptyAtFirst()
    {
        LogDocument document;
        QCOMPARE(document.lineCount(), 0);
        QCOMPARE(document.line(0), QString());
        QCOMPARE(document.longestLine(), 0);
        document.update(); // harmless
    }

    void readsLines_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("empty") << QByteArray() << QStringList();
        QTest::newRow("heading") << Heading << QStringList();
        QTest::newRow("lines") << QByteArray("one\ntwo\n") << QStringList{u"one"_s, u"two"_s};
        QTest::newRow("lines below the heading") << Heading + "one\ntwo\n" << QStringList{u"one"_s, u"two"_s};
        QTest::newRow("empty lines") << QByteArray("\n\none\n\n") << QStringList{{}, {}, u"one"_s, {}};
        QTest::newRow("last is not complete") << QByteArray("one\ntw") << QStringList{u"one"_s};
        QTest::newRow("not complete at all") << QByteArray("one") << QStringList();
        QTest::newRow("beyond ASCII") << QByteArray("grün · 中\n") << QStringList{u"grün · 中"_s};
        QTest::newRow("not UTF-8") << QByteArray("a\xff"
                                                 "b\nc\n")
                                   << QStringList{u"a\ufffd"
                                                  "b"_s,
                                                  u"c"_s};
        QTest::newRow("heading further below")
            << "one\n" + Heading << QStringList{u"one"_s, u"# Plugsmith build log 1"_s};
        QTest::newRow("a longer heading is a line") << Heading.chopped(1) + "0\n"
                                                    << QStringList{u"# Plugsmith build log 10"_s};
    }
    void readsLines()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, lines);
        append(bytes);
        LogDocument document;
        QSignalSpy reset(&document, &LogDocument::reset);
        document.open(path());
        QCOMPARE(reset.size(), 1);
        QCOMPARE(linesOf(document), lines);
        qsizetype longest = 0;
        for (const QString &line : lines)
            longest = qMax(longest, line.toUtf8().size());
        if (!bytes.contains('\xff'))
            QCOMPARE(document.longestLine(), longest);
    }

    void knowsNoLinesOutside()
    {
        append("one\n");
        LogDocument document;
        document.open(path());
        QCOMPARE(document.line(-1), QString());
        QCOMPARE(document.line(1), QString());
    }

    void grows()
    {
        append(Heading + "one\n");
        LogDocument document;
        document.open(path());
        QSignalSpy added(&document, &LogDocument::linesAdded);
        append("two\nthree\n");
        document.update();
        QCOMPARE(linesOf(document), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
        QCOMPARE(added, (QList<QVariantList>{{1}}));
        document.update(); // nothing new
        QCOMPARE(added.size(), 1);
    }

    void waitsForTheEndOfALine()
    {
        append("on");
        LogDocument document;
        document.open(path());
        QSignalSpy added(&document, &LogDocument::linesAdded);
        append("e and m");
        document.update();
        QCOMPARE(document.lineCount(), 0);
        append("ore\ntw");
        document.update();
        QCOMPARE(linesOf(document), QStringList{u"one and more"_s});
        append("o\n");
        document.update();
        QCOMPARE(linesOf(document), (QStringList{u"one and more"_s, u"two"_s}));
        QCOMPARE(added, (QList<QVariantList>{{0}, {1}}));
        QCOMPARE(document.longestLine(), 12);
    }

    void headingMayComeInPieces()
    {
        append(Heading.first(7));
        LogDocument document;
        document.open(path());
        append(Heading.sliced(7) + "one\n");
        document.update();
        QCOMPARE(linesOf(document), QStringList{u"one"_s});
    }

    void fileMayComeLater()
    {
        LogDocument document;
        document.open(path());
        QCOMPARE(document.lineCount(), 0);
        append("one\n");
        document.update();
        QCOMPARE(linesOf(document), QStringList{u"one"_s});
    }

    void showsAnotherFile()
    {
        append("one\ntwo\n");
        LogDocument document;
        document.open(path());
        const QString other = m_folder->filePath(u"b.log"_s);
        QVERIFY(QFile(path()).copy(other));
        append("three\n");
        QSignalSpy reset(&document, &LogDocument::reset);
        document.open(other);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(document.path(), other);
        QCOMPARE(linesOf(document), (QStringList{u"one"_s, u"two"_s}));
        document.open({});
        QCOMPARE(reset.size(), 2);
        QCOMPARE(document.lineCount(), 0);
        QCOMPARE(document.longestLine(), 0);
    }

    void fileMayVanish()
    {
        append("one\ntwo\n");
        LogDocument document;
        document.open(path());
        QVERIFY(QFile::resize(path(), 0));
        QCOMPARE(document.lineCount(), 2);
        QCOMPARE(document.line(1), QString());
    }

    void followsALogThatIsWritten()
    {
        JobLog log(path());
        LogDocument document;
        document.open(path());
        connect(&log, &JobLog::appended, &document, &LogDocument::update);
        for (int i = 0; i < 1000; ++i)
            log.write(JobState::Compiling, u"line %1"_s.arg(i));
        QTRY_COMPARE(document.lineCount(), 1000);
        QVERIFY(document.line(0).endsWith(u"\tcompile\tline 0"_s));
        QVERIFY(document.line(999).endsWith(u"\tcompile\tline 999"_s));
        log.write(JobState::Done, u"end"_s);
        log.flush();
        document.update();
        QVERIFY(document.line(1000).endsWith(u"\tdone\tend"_s));
    }

    void readsBigLogsInSteps()
    {
        constexpr int Count = 400'000;
        QByteArray bytes = Heading;
        bytes.reserve(Count * 40);
        for (int i = 0; i < Count; ++i)
            bytes += "12:00:00.000\tcompile\tpackage " + QByteArray::number(i) + '\n';
        append(bytes);
        LogDocument document;
        QSignalSpy added(&document, &LogDocument::linesAdded);
        document.open(path());
        QVERIFY(document.lineCount() > 0); // what is there can be read at once
        QVERIFY(document.lineCount() < Count);
        QVERIFY(document.line(0).endsWith(u"package 0"_s));
        document.update(); // in between: harmless
        QTRY_COMPARE(document.lineCount(), Count);
        QVERIFY(added.size() > 1);
        int next = 0;
        for (const QVariantList &signal : added) {
            QVERIFY(signal[0].toInt() >= next);
            next = signal[0].toInt();
        }
        for (const int number : {Count - 1, Count / 2, 1, 0})
            QVERIFY(document.line(number).endsWith(u"package %1"_s.arg(number)));
        append("the last\n");
        document.update();
        QCOMPARE(document.line(Count), u"the last"_s);
    }

    void readsLongLines()
    {
        const QByteArray longLine(9'000'000, 'x');
        append("a\n" + longLine + "\nb\n");
        LogDocument document;
        document.open(path());
        QTRY_COMPARE(document.lineCount(), 3);
        QCOMPARE(document.line(1).size(), longLine.size());
        QCOMPARE(document.line(2), u"b"_s);
        QCOMPARE(document.longestLine(), longLine.size());
    }
};

QTEST_GUILESS_MAIN(tst_LogDocument)
#include "tst_logdocument.moc"
