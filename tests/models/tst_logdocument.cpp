// SPDX-License-Identifier: Apache-2.0
#include "models/logdocument.h"

#include "build/joblog.h"
#include "models/logcopy.h"
#include "models/logsearch.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(plugsmith::LogQuery)

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

    void showsTheEndOfLongLogsAtOnce()
    {
        constexpr int Count = 150'000;
        QByteArray bytes = Heading;
        for (int i = 0; i < Count; ++i)
            bytes += "12:00:00.000\tcompile\tpacked " + QByteArray::number(i) +
                     (i % 1000 == 0 ? "/a.go:1:2: wrong\n" : "\n");
        append(bytes);
        LogDocument document;
        QSignalSpy prepended(&document, &LogDocument::linesPrepended);
        document.open(path());
        const int tail = document.lineCount();
        QVERIFY(!document.isWhole());
        QVERIFY(tail > 1000 && tail < Count);
        QCOMPARE(document.text(tail - 1), u"packed %1"_s.arg(Count - 1));
        append("the last\n"); // while the rest is indexed
        document.update();
        QCOMPARE(document.line(tail), u"the last"_s);
        QTRY_VERIFY(document.isWhole());
        QCOMPARE(document.lineCount(), Count + 1);
        QCOMPARE(prepended, (QList<QVariantList>{{Count - tail}}));
        for (const int number : {Count - 1, Count / 2 + 1, 63, 64, 1, 127})
            QCOMPARE(document.text(number), u"packed %1"_s.arg(number));
        QCOMPARE(document.line(Count), u"the last"_s);
        QCOMPARE(document.errors().count(), Count / 1000);
        QCOMPARE(document.errors().next(0), 0);
        QCOMPARE(document.errors().previous(Count), Count - 1000);
    }

    void indexesMuchGrowthInThePool()
    {
        append("one\n");
        LogDocument document;
        document.open(path());
        QByteArray bytes;
        for (int i = 0; i < 20'000; ++i)
            bytes += "line " + QByteArray::number(i) + '\n';
        append(bytes);
        document.update();
        QCOMPARE(document.lineCount(), 1);
        document.update(); // in between: harmless
        append("end\n");
        QTRY_COMPARE(document.lineCount(), 20'002);
        QCOMPARE(document.line(777), u"line 776"_s);
        QCOMPARE(document.line(20'001), u"end"_s);
    }

    void cutsLongLines()
    {
        const QByteArray longLine(9'000'000, 'x');
        append("a\n" + longLine + "\nb\n");
        LogDocument document;
        document.open(path());
        QTRY_COMPARE(document.lineCount(), 3);
        QTRY_VERIFY(document.isWhole());
        QCOMPARE(document.line(0), u"a"_s);
        QCOMPARE(document.line(1).size(), LogDocument::MaxLineBytes);
        QCOMPARE(document.line(2), u"b"_s);
        QCOMPARE(document.longestLine(), longLine.size());
    }

    void startsAnewWhenTheFileShrinks()
    {
        append("one\ntwo\nthree\n");
        LogDocument document;
        document.open(path());
        QSignalSpy reset(&document, &LogDocument::reset);
        QVERIFY(QFile::resize(path(), 4));
        document.update();
        QCOMPARE(reset.size(), 1);
        QCOMPARE(linesOf(document), QStringList{u"one"_s});
    }

    void startsAnewWhenTheFileIsReplaced()
    {
        append("one\n");
        LogDocument document;
        document.open(path());
        QVERIFY(QFile::rename(path(), path() + u"-old"_s));
        document.update(); // gone: what was there can still be read
        QCOMPARE(linesOf(document), QStringList{u"one"_s});
        append("two\nthree\n");
        document.update();
        QCOMPARE(linesOf(document), (QStringList{u"two"_s, u"three"_s}));
    }

    void knowsErrorsAndWarnings()
    {
        append("12:00:00.000\tcompile\texample.com/a\n"
               "12:00:00.000\tcompile\ta.go:4:18: undefined: x\n"
               "12:00:00.000\tcompile\ta.c:4:18: warning: unused\n"
               "12:00:00.000\tfailed\texit status 1\n");
        LogDocument document;
        document.open(path());
        QCOMPARE(document.errors().count(), 2);
        QVERIFY(document.errors().contains(1));
        QVERIFY(document.errors().contains(3));
        QCOMPARE(document.warnings().count(), 1);
        QVERIFY(document.warnings().contains(2));
    }

    void searches_data()
    {
        QTest::addColumn<LogQuery>("query");
        QTest::addColumn<int>("hits");
        QTest::addColumn<QVector<int>>("lines");
        QTest::newRow("plain") << LogQuery{u"package"_s} << 3 << QVector<int>{0, 2};
        QTest::newRow("case") << LogQuery{u"Package"_s, true} << 1 << QVector<int>{2};
        QTest::newRow("not what is in the margin") << LogQuery{u"12:00"_s} << 0 << QVector<int>{};
        QTest::newRow("dots are dots") << LogQuery{u"a.b"_s} << 1 << QVector<int>{1};
        QTest::newRow("expression") << LogQuery{u"^a.b"_s, true, true} << 1 << QVector<int>{1};
        QTest::newRow("expression for any case") << LogQuery{u"A\\.B$"_s, false, true} << 1 << QVector<int>{1};
        QTest::newRow("behind escapes") << LogQuery{u"red text"_s, true} << 1 << QVector<int>{3};
        QTest::newRow("empty hits do not count") << LogQuery{u"z*"_s, false, true} << 0 << QVector<int>{};
        QTest::newRow("for ever") << LogQuery{u"(\\w+\\s?)+!"_s, false, true} << 0 << QVector<int>{};
        QTest::newRow("beyond ASCII") << LogQuery{u"GRÜN"_s} << 1 << QVector<int>{4};
    }
    void searches()
    {
        QFETCH(LogQuery, query);
        QFETCH(int, hits);
        QFETCH(QVector<int>, lines);
        append("12:00:00.000\tcompile\tpackage package\n"
               "12:00:00.000\tcompile\ta.b\n"
               "12:00:00.000\tcompile\tPackage acb\n"
               "12:00:00.000\tcompile\t\x1b[31mred\x1b[0m text\n"
               "12:00:00.000\tcompile\tgrün\n"
               "12:00:00.000\tcompile\taaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n");
        LogDocument document;
        document.open(path());
        LogSearch search(document);
        const auto matcher = LogMatcher::of(query);
        QVERIFY(matcher);
        search.start(*matcher, 0);
        QTRY_VERIFY(search.isComplete());
        QCOMPARE(search.hits(), hits);
        QVector<int> found;
        for (int line = search.lines().next(0); line >= 0; line = search.lines().next(line + 1))
            found += line;
        QCOMPARE(found, lines);
    }

    void saysWhatIsWrongWithAnExpression()
    {
        const auto matcher = LogMatcher::of({u"a("_s, false, true});
        QVERIFY(!matcher);
        QVERIFY(matcher.error().reason.contains(u"2"_s));
        QVERIFY(LogMatcher::of({u"a("_s}));
    }

    void searchesFromWhereThePersonIs()
    {
        QByteArray bytes;
        for (int i = 0; i < 40'000; ++i)
            bytes += i % 10'000 == 5 ? "needle\n"_ba : QByteArray("hay " + QByteArray::number(i) + '\n');
        append(bytes);
        LogDocument document;
        document.open(path());
        QTRY_COMPARE(document.lineCount(), 40'000);
        LogSearch search(document);
        QSignalSpy found(&search, &LogSearch::found);
        search.start(*LogMatcher::of({u"needle"_s}), 10'006);
        QTRY_VERIFY(search.isComplete());
        QCOMPARE(found, (QList<QVariantList>{{20'005}}));
        QCOMPARE(search.hits(), 4);
        QCOMPARE(search.hitsBefore(20'005), 2);
        QCOMPARE(search.hitsBefore(40'000), 4);
        search.start(*LogMatcher::of({u"needle"_s}), 35'000);
        QTRY_VERIFY(search.isComplete());
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.last(), QVariantList{5}); // once around
        append("another needle\n");
        document.update();
        QTRY_COMPARE(search.hits(), 5); // what comes later is searched, too
        QCOMPARE(search.lines().previous(50'000), 40'000);
        search.stop();
        QCOMPARE(search.hits(), 0);
    }

    void copies()
    {
        append(Heading + "12:00:00.000\tcompile\tone\n12:00:00.000\tcompile\t\n"
                         "12:00:00.000\tlink\t\x1b[1mthree\x1b[0m\n12:00:00.000\tlink\tfour\n");
        LogDocument document;
        document.open(path());
        LogCopy copy{document.file(), document.index().blockOf(0), document.index().blockOf(3), 0, 3};
        QCOMPARE(*copiedText(copy), "one\n\nthree\nfour"_ba);
        copy.begin = 1;
        copy.end = 2;
        QCOMPARE(*copiedText(copy), "ne\n\nthree\nfo"_ba);
        copy.lastLine = 0;
        QCOMPARE(*copiedText(copy), "n"_ba);
        copy.lastLine = 3;
        copy.withTime = true;
        copy.firstLine = 2;
        QCOMPARE(*copiedText(copy), "12:00:00.000\tlink\tthree\n12:00:00.000\tlink\tfour"_ba);
        copy = {document.file(), document.index().blockOf(0), document.index().blockOf(3), 0, 3};
        copy.only.emplace();
        copy.only->insert(0);
        copy.only->insert(3);
        QCOMPARE(*copiedText(copy), "one\nfour"_ba);
    }

    void saves()
    {
        append(Heading + "one\n");
        LogDocument document;
        document.open(path());
        const QString target = m_folder->filePath(u"saved.log"_s);
        QVERIFY(saveLog(*document.file(), target));
        QFile saved(target);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), Heading + "one\n");
        QVERIFY(!saveLog(*document.file(), m_folder->filePath(u"no/such/folder.log"_s)));
    }
};

QTEST_GUILESS_MAIN(tst_LogDocument)
#include "tst_logdocument.moc"
