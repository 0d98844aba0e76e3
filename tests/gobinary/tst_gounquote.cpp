// SPDX-License-Identifier: Apache-2.0
#include "gobinary/gounquote.h"

#include <QTest>

using namespace plugsmith;

class tst_GoUnquote : public QObject
{
    Q_OBJECT

private slots:
    void unquotes_data()
    {
        QTest::addColumn<QByteArray>("literal");
        QTest::addColumn<bool>("isValid");
        QTest::addColumn<QByteArray>("value");
        const auto good = [](const char *name, const QByteArray &literal, const QByteArray &value) {
            QTest::newRow(name) << literal << true << value;
        };
        const auto bad = [](const char *name, const QByteArray &literal) {
            QTest::newRow(name) << literal << false << QByteArray();
        };
        good("empty", "\"\"", "");
        good("plain", "\"-s -w\"", "-s -w");
        good("quotes", "\"a \\\"b\\\" \\\\\"", "a \"b\" \\");
        good("controls", "\"\\a\\b\\f\\n\\r\\t\\v\"", "\a\b\f\n\r\t\v");
        good("hex", "\"\\xff\\x00\"", QByteArray("\xff\0", 2));
        good("octal", "\"\\101\\377\"", "A\xff");
        good("code points", "\"\\u00e9\\U0001F600\"", "é😀");
        good("UTF-8 as it is", "\"é\"", "é");
        good("raw", "`a\\n\"b\"`", "a\\n\"b\"");
        good("raw without carriage returns", "`a\r\nb`", "a\nb");
        bad("no quotes", "abc");
        bad("nothing", "");
        bad("no end", "\"abc");
        bad("escaped end", "\"abc\\\"");
        bad("only a quote", "\"");
        bad("more behind", "\"a\"b");
        bad("line end inside", "\"a\nb\"");
        bad("unknown escape", "\"\\q\"");
        bad("single quote escaped", "\"\\'\"");
        bad("short hex", "\"\\xf\"");
        bad("octal above a byte", "\"\\400\"");
        bad("octal with a nine", "\"\\109\"");
        bad("surrogate", "\"\\ud800\"");
        bad("beyond Unicode", "\"\\U00110000\"");
        bad("rune", "'a'");
    }
    void unquotes()
    {
        QFETCH(QByteArray, literal);
        const auto value = goUnquote(literal);
        QTEST(value.has_value(), "isValid");
        if (value)
            QTEST(*value, "value");
    }

    void findsThePrefix()
    {
        QCOMPARE(goQuotedPrefix("\"a=\\\"b\"=c"), QByteArrayView("\"a=\\\"b\""));
        QCOMPARE(goQuotedPrefix("`x`"), QByteArrayView("`x`"));
        QVERIFY(!goQuotedPrefix("x"));
        QVERIFY(!goQuotedPrefix(""));
    }
};

QTEST_GUILESS_MAIN(tst_GoUnquote)
#include "tst_gounquote.moc"
