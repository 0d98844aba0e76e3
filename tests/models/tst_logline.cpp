// SPDX-License-Identifier: Apache-2.0
#include "models/logline.h"

#include "models/ansitext.h"
#include "models/lineset.h"
#include "models/logfilter.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace plugsmith;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(plugsmith::LogLineKind)
Q_DECLARE_METATYPE(plugsmith::LogLink)
Q_DECLARE_METATYPE(plugsmith::AnsiRun)

class tst_LogLine : public QObject
{
    Q_OBJECT

private slots:
    void readsEscapes_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QVector<AnsiRun>>("runs");
        const auto row = [](const char *name, const QString &line, const QString &text, const QVector<AnsiRun> &runs) {
            QTest::newRow(name) << line << text << runs;
        };
        row("plain", u"a\tb"_s, u"a\tb"_s, {});
        row("color", u"a \x1b[31mred\x1b[0m b"_s, u"a red b"_s, {{2, 3, AnsiColor::Red}});
        row("short reset", u"\x1b[32mok\x1b[m."_s, u"ok."_s, {{0, 2, AnsiColor::Green}});
        row("bright is bold", u"\x1b[91mred"_s, u"red"_s, {{0, 3, AnsiColor::Red, true}});
        row("bold stays", u"\x1b[1ma\x1b[33mb\x1b[22mc"_s, u"abc"_s,
            {{0, 1, AnsiColor::None, true}, {1, 1, AnsiColor::Yellow, true}, {2, 1, AnsiColor::Yellow}});
        row("underline", u"\x1b[4;36ma\x1b[24mb"_s, u"ab"_s,
            {{0, 1, AnsiColor::Cyan, false, true}, {1, 1, AnsiColor::Cyan}});
        row("default color", u"\x1b[35ma\x1b[39mb"_s, u"ab"_s, {{0, 1, AnsiColor::Magenta}});
        row("16 of 256 colors", u"\x1b[38;5;4ma\x1b[38;5;12mb\x1b[38;5;99mc"_s, u"abc"_s,
            {{0, 1, AnsiColor::Blue}, {1, 1, AnsiColor::Blue, true}, {2, 1, AnsiColor::Blue, true}});
        row("true color is dropped", u"\x1b[38;2;1;4;31ma"_s, u"a"_s, {});
        row("background is dropped", u"\x1b[41;48;5;4ma"_s, u"a"_s, {});
        row("other sequences", u"\x1b[2K\x1b[1;5Ha\x1b(B\x1b=b\x1bM"_s, u"ab"_s, {});
        row("title",
            u"\x1b]0;title\x07"
            "a\x1b]8;;http://x\x1b\\b"_s,
            u"ab"_s, {});
        row("breaks off", u"a\x1b["_s, u"a"_s, {});
        row("breaks off earlier", u"a\x1b"_s, u"a"_s, {});
        row("title without end", u"a\x1b]0;rest"_s, u"a"_s, {});
        row("controls",
            u"a\r\b\x7f\u009b"
            "b"_s,
            u"ab"_s, {});
        row("colons are not ours", u"\x1b[4:3ma"_s, u"a"_s, {});
        row("huge numbers", u"\x1b[99999999999999999999;1ma"_s, u"a"_s, {{0, 1, AnsiColor::None, true}});
    }
    void readsEscapes()
    {
        QFETCH(QString, line);
        const AnsiText text = AnsiText::parse(line);
        QTEST(text.text, "text");
        QTEST(text.runs, "runs");
        QTEST(withoutEscapes(line), "text");
    }

    void findsLinks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QVector<LogLink>>("links");
        const auto row = [](const QString &text, const QVector<LogLink> &links) {
            QTest::newRow(qUtf8Printable(text)) << text << links;
        };
        row(u"rules/hash.go:4:18: overflows"_s, {{0, 18, u"rules/hash.go"_s, 4, 18}});
        row(u"./a.go:12: undefined"_s, {{0, 9, u"./a.go"_s, 12, 0}});
        row(u"/home/me/my code/a.go:1:2: x"_s, {{0, 25, u"/home/me/my code/a.go"_s, 1, 2}});
        row(u"vet: b.go:3:1: x"_s, {{5, 8, u"b.go"_s, 3, 1}});
        row(u"warning: a.c:5: and (b.h:7)"_s, {{9, 5, u"a.c"_s, 5, 0}, {21, 5, u"b.h"_s, 7, 0}});
        row(u"\t/usr/go/src/x.go:88 +0x1d"_s, {{1, 19, u"/usr/go/src/x.go"_s, 88, 0}});
        row(u"go.mod:3: unknown directive"_s, {{0, 8, u"go.mod"_s, 3, 0}});
        row(u"a.go:1:2,b.go:3"_s, {{0, 8, u"a.go"_s, 1, 2}, {9, 6, u"b.go"_s, 3, 0}});
        row(u"grün/中.go:9:1"_s, {{0, 13, u"grün/中.go"_s, 9, 1}});
        for (const QString &text : {u"12:30:10"_s, u"a.go:"_s, u"a.go:x"_s, u":4:5"_s, u".go:4"_s, u"x/.go:4"_s,
                                    u"localhost:8080"_s, u"a.png:3"_s, u"a.go:0"_s, QString()})
            row(text, {});
    }
    void findsLinks()
    {
        QFETCH(QString, text);
        const auto links = linksOf(text);
        QTEST(links, "links");
    }

    void tellsLinesApart_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<LogLineKind>("kind");
        const auto row = [](const QByteArray &step, const QByteArray &text, LogLineKind kind) {
            QTest::newRow(QByteArray(step + ' ' + text).constData()) << "12:00:00.000\t" + step + '\t' + text << kind;
        };
        row("compile", "golang.org/x/net/http2", LogLineKind::Plain);
        row("compile", "a.go:4:18: undefined: x", LogLineKind::Error);
        row("compile", "\x1b[31ma.go:4:18: undefined: x", LogLineKind::Error);
        row("compile", "a.c:4:18: warning: unused", LogLineKind::Warning);
        row("compile", "a.c:4:18: note: here", LogLineKind::Plain);
        row("compile", "# example.com/a", LogLineKind::Plain);
        row("compile", "package a is not in std", LogLineKind::Error);
        row("compile", "", LogLineKind::Plain);
        row("link", "collect2: error: ld returned 1 exit status", LogLineKind::Error);
        row("modules", "go: downloading a.b/c v1.0.0", LogLineKind::Plain);
        row("modules", "go: updates to go.mod needed", LogLineKind::Error);
        row("prepare", "a.go:4:18: only a word", LogLineKind::Plain);
        row("failed", "anything", LogLineKind::Error);
        row("done", "a.go:4: x", LogLineKind::Plain);
        QTest::newRow("no step") << QByteArray("a.go:4: x") << LogLineKind::Plain;
        QTest::newRow("only a time") << QByteArray("12:00:00.000\t") << LogLineKind::Plain;
        QTest::newRow("empty") << QByteArray() << LogLineKind::Plain;
    }
    void tellsLinesApart()
    {
        QFETCH(QByteArray, line);
        QTEST(kindOfLogLine(line), "kind");
    }

    void setsCountAndFind()
    {
        QRandomGenerator random(7);
        for (const int range : {70, 5000, 300'000}) {
            LineSet set;
            std::set<int> oracle;
            for (int i = 0; i < 200; ++i) {
                const int line = random.bounded(range);
                set.insert(line);
                oracle.insert(line);
            }
            for (int cut = 0; cut < 2; ++cut) {
                QCOMPARE(set.count(), static_cast<int>(oracle.size()));
                for (int i = 0; i < 300; ++i) {
                    const int line = random.bounded(range + 5000) - 100;
                    const auto next = oracle.lower_bound(line);
                    QCOMPARE(set.next(line), next == oracle.end() ? -1 : *next);
                    QCOMPARE(set.countBefore(line), static_cast<int>(std::distance(oracle.begin(), next)));
                    const auto after = oracle.upper_bound(line);
                    QCOMPARE(set.previous(line), after == oracle.begin() ? -1 : *std::prev(after));
                    QCOMPARE(set.contains(line), oracle.count(line) == 1);
                    QCOMPARE(set.containsAny(line, line + 50), next != oracle.end() && *next < line + 50);
                }
                int n = 0;
                for (const int line : oracle)
                    QCOMPARE(set.at(n++), line);
                QCOMPARE(set.at(n), -1);
                set.truncate(range / 2);
                oracle.erase(oracle.lower_bound(range / 2), oracle.end());
            }
        }
    }

    void setsAreEmptyAtFirst()
    {
        const LineSet set;
        QVERIFY(set.isEmpty());
        QCOMPARE(set.next(0), -1);
        QCOMPARE(set.previous(10), -1);
        QCOMPARE(set.at(0), -1);
        QCOMPARE(set.countBefore(10), 0);
    }

    void filterShowsContextAndGaps()
    {
        LineSet errors;
        errors.insert(10);
        errors.insert(13);
        errors.insert(99);
        LogFilter filter;
        filter.update(errors, 0, 100);
        QVector<int> lines;
        for (int row = 0; row < filter.rows(); ++row) {
            lines += filter.lineOf(row);
            QCOMPARE(filter.rowOf(lines.last()), row);
        }
        QCOMPARE(lines, (QVector<int>{0, 8, 9, 10, 11, 12, 13, 14, 15, 16, 97, 98, 99}));
        QVERIFY(!filter.isShown(0));
        QCOMPARE(filter.gapAt(0), 8);
        QVERIFY(!filter.isShown(16));
        QCOMPARE(filter.gapAt(16), 81);
        QCOMPARE(filter.rowOf(50), 9); // in the gap
    }

    void filterGrowsAsIfMadeAnew()
    {
        QRandomGenerator random(3);
        LineSet errors;
        LogFilter grown;
        int count = 0;
        for (int step = 0; step < 300; ++step) {
            const int first = count;
            count += random.bounded(12);
            for (int line = first; line < count; ++line) {
                if (random.bounded(9) == 0)
                    errors.insert(line);
            }
            grown.update(errors, first, count);
            LogFilter anew;
            anew.update(errors, 0, count);
            QCOMPARE(grown.rows(), anew.rows());
            for (int row = 0; row < anew.rows(); ++row) {
                QCOMPARE(grown.lineOf(row), anew.lineOf(row));
                QCOMPARE(grown.isShown(anew.lineOf(row)), anew.isShown(anew.lineOf(row)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_LogLine)
#include "tst_logline.moc"
