// SPDX-License-Identifier: Apache-2.0
#include "base/shellwords.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_ShellWords : public QObject
{
    Q_OBJECT

private slots:
    void splits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("what pgo mangles")
            << u"-p 4 -tags=foo1,bar_2 -asmflags=-trimpath=/x"_s
            << QStringList{u"-p"_s, u"4"_s, u"-tags=foo1,bar_2"_s, u"-asmflags=-trimpath=/x"_s};
        QTest::newRow("single quotes") << u"-ldflags='-s -w' x"_s << QStringList{u"-ldflags=-s -w"_s, u"x"_s};
        QTest::newRow("double quotes") << u"\"a \\\"b\\\" \\n\" c"_s << QStringList{u"a \"b\" \\n"_s, u"c"_s};
        QTest::newRow("escaped blank") << u"a\\ b c"_s << QStringList{u"a b"_s, u"c"_s};
        QTest::newRow("empty word") << u"a '' b"_s << QStringList{u"a"_s, QString(u""_s), u"b"_s};
        QTest::newRow("continued line") << u"a \\\n b"_s << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("joined") << u"a\"b\"'c'd"_s << QStringList{u"abcd"_s};
        QTest::newRow("nothing expands") << u"$HOME *.go `x`"_s << QStringList{u"$HOME"_s, u"*.go"_s, u"`x`"_s};
        QTest::newRow("blanks only") << u" \t\n"_s << QStringList{};
        QTest::newRow("backslash last") << u"a\\"_s << QStringList{u"a\\"_s};
    }
    void splits()
    {
        QFETCH(QString, text);
        const auto words = splitShellWords(text);
        QVERIFY(words);
        QTEST(*words, "words");
        QCOMPARE(splitShellWords(joinShellWords(*words)).value(), *words);
    }

    void refusesOpenQuotes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("single") << u"a 'b"_s;
        QTest::newRow("double") << u"\"b"_s;
        QTest::newRow("double with escape") << u"\"b\\\""_s;
    }
    void refusesOpenQuotes()
    {
        QFETCH(QString, text);
        const auto words = splitShellWords(text);
        QVERIFY(!words);
        QCOMPARE(words.error().code, ErrorCode::InvalidInput);
    }

    void quotesOnlyWhatNeedsIt()
    {
        QCOMPARE(quoteShellWord(u"-trimpath"_s), u"-trimpath"_s);
        QCOMPARE(quoteShellWord(u"GOOS=linux"_s), u"GOOS=linux"_s);
        QCOMPARE(quoteShellWord(u"-ldflags=-s -w"_s), u"'-ldflags=-s -w'"_s);
        QCOMPARE(quoteShellWord(u"it's"_s), u"'it'\\''s'"_s);
        QCOMPARE(quoteShellWord(QString()), u"''"_s);
        QCOMPARE(quoteShellWord(u"~root"_s), u"'~root'"_s);
    }

    void splitsGoFlags_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("plain") << u"-s -w"_s << QStringList{u"-s"_s, u"-w"_s};
        QTest::newRow("quoted word") << u"-X 'main.Stamp=a b' -s"_s
                                     << QStringList{u"-X"_s, u"main.Stamp=a b"_s, u"-s"_s};
        QTest::newRow("quote inside is literal") << u"-X main.V=it's"_s << QStringList{u"-X"_s, u"main.V=it's"_s};
        QTest::newRow("no escapes") << u"\"a\\\" b"_s << QStringList{u"a\\"_s, u"b"_s};
    }
    void splitsGoFlags()
    {
        QFETCH(QString, text);
        const auto words = plugsmith::splitGoFlags(text);
        QVERIFY(words);
        QTEST(*words, "words");
        QCOMPARE(plugsmith::splitGoFlags(joinGoFlags(*words).value()).value(), *words);
    }

    void knowsWhatGoCannotWrite()
    {
        QVERIFY(!joinGoFlags({u"it's a \"b\""_s}));
        QVERIFY(!plugsmith::splitGoFlags(u"'a"_s));
    }
};

QTEST_GUILESS_MAIN(tst_ShellWords)
#include "tst_shellwords.moc"
