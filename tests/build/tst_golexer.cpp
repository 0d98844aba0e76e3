// SPDX-License-Identifier: Apache-2.0
#include "build/golexer.h"

#include <QRandomGenerator>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

using Kind = GoToken::Kind;

QString spelled(const std::string &source)
{
    static const QStringList names = {u"end"_s,  u"nl"_s,     u"comment"_s, u"word"_s,  u"string"_s,
                                      u"char"_s, u"number"_s, u"symbol"_s,  u"broken"_s};
    GoLexer lexer(source);
    QStringList parts;
    for (GoToken token = lexer.next(); token.kind != Kind::End; token = lexer.next())
        parts += names[static_cast<int>(token.kind)];
    return parts.join(u' ');
}

} // namespace

class tst_GoLexer : public QObject
{
    Q_OBJECT

private slots:
    void cuts_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("kinds");
        QTest::newRow("clause") << QByteArray("package main\n") << u"word word nl"_s;
        QTest::newRow("line comment") << QByteArray("// package a\nx") << u"comment nl word"_s;
        QTest::newRow("block comment") << QByteArray("/* a\n * b */x") << u"comment word"_s;
        QTest::newRow("comment mark in a string") << QByteArray("\"/* \" x") << u"string word"_s;
        QTest::newRow("string mark in a comment") << QByteArray("// \"\nx") << u"comment nl word"_s;
        QTest::newRow("raw string over lines") << QByteArray("`a\n\"\\`x") << u"string word"_s;
        QTest::newRow("escaped quote") << QByteArray("\"a\\\"b\"x") << u"string word"_s;
        QTest::newRow("rune") << QByteArray("'\\'' 'x'") << u"char char"_s;
        QTest::newRow("open string ends with the line") << QByteArray("\"abc\nx") << u"broken nl word"_s;
        QTest::newRow("open raw string") << QByteArray("`abc\nx") << u"broken"_s;
        QTest::newRow("open comment") << QByteArray("/* abc") << u"broken"_s;
        QTest::newRow("backslash at the end") << QByteArray("\"\\") << u"broken"_s;
        QTest::newRow("numbers") << QByteArray("0x1F 1_000 2") << u"number number number"_s;
        QTest::newRow("not ASCII") << QByteArray("größe := 1") << u"word symbol symbol number"_s;
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFpackage") << u"word"_s;
        QTest::newRow("slash alone") << QByteArray("a / b") << u"word symbol word"_s;
        QTest::newRow("empty") << QByteArray() << QString();
    }
    void cuts()
    {
        QFETCH(QByteArray, source);
        QTEST(spelled(source.toStdString()), "kinds");
    }

    /// Whatever the bytes, tokens follow each other, do not overlap, and the end comes.
    void alwaysAdvances()
    {
        QRandomGenerator random(1);
        const std::string alphabet = "ab \n\"'`/*\\(){};._1\xC3\xFF\t\r";
        for (int round = 0; round < 3000; ++round) {
            std::string source;
            for (int i = random.bounded(40); i > 0; --i)
                source += alphabet[random.bounded(static_cast<int>(alphabet.size()))];
            GoLexer lexer(source);
            std::size_t at = 0;
            for (GoToken token = lexer.next(); token.kind != Kind::End; token = lexer.next()) {
                QVERIFY(token.begin >= at && token.end > token.begin && token.end <= source.size());
                at = token.end;
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_GoLexer)
#include "tst_golexer.moc"
