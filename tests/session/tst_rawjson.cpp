// SPDX-License-Identifier: Apache-2.0
#include "session/rawjson.h"

#include <QJsonDocument>
#include <QTest>

using namespace plugsmith;

class tst_RawJson : public QObject
{
    Q_OBJECT

private slots:
    void elements_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArrayList>("elements");
        const auto row = [](const char *name, const QByteArray &json, const QByteArrayList &elements) {
            QTest::newRow(name) << json << elements;
        };
        row("nothing", "[]", {});
        row("nothing with space", " [ \n ] ", {});
        row("numbers keep every digit", "[12345678901234567890, 1.10, -0e5]", {"12345678901234567890", "1.10", "-0e5"});
        row("commas in text", "[\"a,b\", \"c\"]", {"\"a,b\"", "\"c\""});
        row("quotes in text", "[\"a\\\"],\", \"b\\\\\"]", {"\"a\\\"],\"", "\"b\\\\\""});
        row("nested", "[[1,[2]],{\"a\":[3,4]},null]", {"[1,[2]]", "{\"a\":[3,4]}", "null"});
        row("not an array", "\"text\"", {});
        row("cut within a text", "[\"a\", \"b", {"\"a\"", "\"b"});
        row("cut behind a comma", "[1,", {"1"});
        row("too many ends", "[1]]]", {"1"});
        row("empty", "", {});
        row("a backslash at the end", "[\"\\", {"\"\\"});
    }
    void elements()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArrayList, elements);
        QCOMPARE(rawElements(json), elements);
    }

    void members_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *title, const QByteArray &json, const char *name, const QByteArray &value) {
            QTest::newRow(title) << json << QByteArray(name) << value;
        };
        row("first", "{\"id\":12345678901234567890,\"b\":2}", "id", "12345678901234567890");
        row("last", "{\"a\": 1, \"b\" : [1, 2] }", "b", "[1, 2]");
        row("not there", "{\"a\":1}", "b", {});
        row("only within another", "{\"a\":{\"b\":1}}", "b", {});
        row("a value like a name", "{\"a\":\"b\",\"b\":\"c\"}", "b", "\"c\"");
        row("a colon in the value", "{\"a\":\"x:y\"}", "a", "\"x:y\"");
        row("no object", "[1]", "a", {});
        row("cut", "{\"a\":\"x", "a", "\"x");
        row("empty", "", "a", {});
        row("no colon", "{\"a\"}", "b", {});
    }
    void members()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QCOMPARE(rawMember(json, name), value);
    }

    void indenting_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json :
             {"{\"a\":[1,{}],\"b\":\"x{,\\\"\",\"c\":[]}", "[]", "{}", "[[[[1]]]]", "12345678901234567890.10",
              "\"a\\\\\"", "{\"a\":{\"b\":{\"c\":null,\"d\":true}},\"e\":[{\"f\":\"g\"},{\"f\":\"h\"}]}"})
            QTest::newRow(json) << QByteArray(json);
        QTest::newRow("deeper than shown") << QByteArray(200, '[') + QByteArray(200, ']');
    }
    void indenting()
    {
        QFETCH(QByteArray, json);
        const QByteArray text = indentedJson(json);
        // The same value, and the same text again when it is indented again.
        if (json.startsWith('[') || json.startsWith('{'))
            QCOMPARE(QJsonDocument::fromJson(text), QJsonDocument::fromJson(json));
        QCOMPARE(indentedJson(text), text);
        for (const QByteArray &line : text.split('\n'))
            QVERIFY(line.size() - line.trimmed().size() <= 128);
    }

    void whatIsNoJsonComesToAnEnd()
    {
        for (const char *json : {"{\"a", "]]]][[[[", "\"\\", ",,,", ":", "{\"a\":", "[\"\\\"", "\xff\xfe"}) {
            QVERIFY(!indentedJson(json).isNull() || *json == 0);
            QVERIFY(rawElements(json).size() <= 4);
            rawMember(json, "a");
        }
    }
};

QTEST_GUILESS_MAIN(tst_RawJson)
#include "tst_rawjson.moc"
