// SPDX-License-Identifier: Apache-2.0
#include "session/callreply.h"

#include <QJsonArray>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

/// What the host answers, in words.
class tst_CallReply : public QObject
{
    Q_OBJECT

private slots:
    void refusals_data()
    {
        QTest::addColumn<QJsonObject>("failure");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const QJsonObject &failure, ErrorCode code, const QString &sentence) {
            QTest::newRow(name) << failure << int(code) << sentence;
        };
        const auto argument = [](int element, const QString &path, const QString &want, const QString &found) {
            return QJsonObject{{u"kind"_s, u"argument"_s}, {u"element"_s, element}, {u"path"_s, path},
                               {u"want"_s, want},          {u"found"_s, found},     {u"type"_s, u"int"_s}};
        };
        row("number", argument(2, u"quantity"_s, u"number"_s, u"text"_s), ErrorCode::InvalidInput,
            u"Element 2: expected a number for quantity int, found text."_s);
        row("whole element", argument(1, {}, u"object"_s, u"array"_s), ErrorCode::InvalidInput,
            u"Element 1: expected an object for int, found an array."_s);
        row("of a variable", argument(0, {}, u"boolean"_s, u"null"_s), ErrorCode::InvalidInput,
            u"expected true or false for int, found null."_s);
        row("handle", argument(1, {}, u"handle"_s, u"number"_s), ErrorCode::InvalidInput,
            u"Element 1: expected a value that an earlier call returned for int, found a number."_s);
        row("words of Go",
            {{u"kind"_s, u"argument"_s},
             {u"text"_s, u"300 does not fit"_s},
             {u"element"_s, 1},
             {u"type"_s, u"uint8"_s}},
            ErrorCode::InvalidInput, u"Element 1: 300 does not fit (uint8)"_s);
        row("count", {{u"kind"_s, u"argument-count"_s}, {u"want"_s, u"2"_s}, {u"found"_s, u"3"_s}},
            ErrorCode::InvalidInput, u", and 3 were given."_s);
        row("open", {{u"kind"_s, u"open"_s}, {u"text"_s, u"plugin was built with a different version"_s}},
            ErrorCode::Unsupported, u"Go says: plugin was built with a different version"_s);
        row("symbol", {{u"kind"_s, u"symbol"_s}, {u"text"_s, u"there is no exported X"_s}}, ErrorCode::NotFound,
            u"there is no exported X"_s);
        row("too long", {{u"kind"_s, u"value-too-long"_s}, {u"text"_s, u"9 bytes"_s}}, ErrorCode::TooLarge,
            u"9 bytes"_s);
        row("goexit", {{u"kind"_s, u"goexit"_s}}, ErrorCode::ProcessFailed, u"runtime.Goexit"_s);
        row("value", {{u"kind"_s, u"value"_s}, {u"text"_s, u"a cycle"_s}}, ErrorCode::ProcessFailed, u"a cycle"_s);
        row("unknown to us", {{u"kind"_s, u"new"_s}, {u"text"_s, u"something"_s}}, ErrorCode::ProcessFailed,
            u"something"_s);
        row("nothing at all", {}, ErrorCode::ProcessFailed, u"Total failed"_s);
    }
    void refusals()
    {
        QFETCH(QJsonObject, failure);
        QFETCH(int, code);
        QFETCH(QString, sentence);
        const Error problem = replyProblem({{{u"id"_s, 1}, {u"failure"_s, failure}}, {}}, u"Total"_s);
        QCOMPARE(int(problem.code), code);
        QVERIFY2(problem.message.contains(u"Total"_s), qPrintable(problem.message));
        QVERIFY2(problem.sentence().contains(sentence), qPrintable(problem.sentence()));
        // A call that was refused for it was not made.
        CallOutcome outcome;
        readCallReply({{{u"id"_s, 1}, {u"failure"_s, failure}}, {}}, &outcome);
        QCOMPARE(outcome.kind, CallOutcome::Kind::Refused);
    }

    void panicsWhileLoadingAreTold()
    {
        const QJsonObject panic{{u"text"_s, u"not today"_s}, {u"stack"_s, u"goroutine 7"_s}};
        const Error problem = replyProblem({{{u"panic"_s, panic}}, {}}, u"pricing"_s);
        QCOMPARE(problem.message, u"pricing panicked: not today"_s);
        QCOMPARE(problem.detail, u"goroutine 7"_s);
    }

    void errorsAreTheLastOnesThatAreNotNil()
    {
        CallOutcome outcome;
        const QJsonArray results{QJsonObject{{u"type"_s, u"error"_s}, {u"isError"_s, true}, {u"text"_s, u"first"_s}},
                                 QJsonObject{{u"type"_s, u"int"_s}},
                                 QJsonObject{{u"type"_s, u"error"_s}, {u"isError"_s, true}, {u"text"_s, u"last"_s}}};
        readCallReply({{{u"ok"_s, true}, {u"results"_s, results}, {u"shared"_s, true}}, "[null,1,null]"}, &outcome);
        QCOMPARE(outcome.kind, CallOutcome::Kind::Returned);
        QCOMPARE(outcome.results.size(), 3);
        QCOMPARE(outcome.errorText(), u"last"_s);
        QVERIFY(outcome.sharedAllocations);
    }

    void zerosKeepTheOrderOfTheFields()
    {
        const QVector<SessionSymbol> symbols = symbolsFromJson(R"json([
            {"name":"V","kind":"var","type":"T","methods":[{"name":"M","kind":"func","type":"func(b)",
             "params":[{"type":"b","kind":"struct","zero":{"Z":0,"A":[]}}]}]},
            {"name":"F","kind":"func","type":"func(context.Context, a)","params":[
             {"type":"context.Context","kind":"interface","supplied":true},
             {"type":"a","kind":"struct","zero":{"ID":"","Quantity":0,"Lines":[]}}]}])json");
        QCOMPARE(symbols.size(), 2);
        QCOMPARE(symbols[0].name, u"F"_s); // functions first
        QCOMPARE(symbols[0].zeroArguments(), "[{\"ID\":\"\",\"Quantity\":0,\"Lines\":[]}]");
        QVERIFY(symbols[0].parameters[0].zero.isEmpty());
        QCOMPARE(symbols[1].methods.value(0).zeroArguments(), "[{\"Z\":0,\"A\":[]}]");
    }

    void whereaboutsAreWords_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("isStuck");
        QTest::addColumn<QString>("words");
        QTest::newRow("stuck") << u"chan receive"_s << true << u"a deadlock (chan receive)"_s;
        QTest::newRow("channel") << u"chan send"_s << false << u"channel (chan send)"_s;
        QTest::newRow("select") << u"select"_s << false << u"channel (select)"_s;
        QTest::newRow("lock") << u"sync.Mutex.Lock"_s << false << u"lock"_s;
        QTest::newRow("older lock") << u"semacquire"_s << false << u"lock"_s;
        QTest::newRow("sleep") << u"sleep"_s << false << u"sleeps"_s;
        QTest::newRow("computing") << u"running"_s << false << u"computing"_s;
        QTest::newRow("waiting for the system") << u"IO wait"_s << false << u"outside"_s;
    }
    void whereaboutsAreWords()
    {
        QFETCH(QString, state);
        QFETCH(bool, isStuck);
        QFETCH(QString, words);
        const Whereabouts where =
            readWhereabouts({{{u"state"_s, state}, {u"stack"_s, u"main.F()"_s}, {u"stuck"_s, isStuck}}, {}});
        QCOMPARE(where.stack, u"main.F()"_s);
        QVERIFY2(where.words().contains(words), qPrintable(where.words()));
    }
};

QTEST_GUILESS_MAIN(tst_CallReply)
#include "tst_callreply.moc"
