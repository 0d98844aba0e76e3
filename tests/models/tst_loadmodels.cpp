// SPDX-License-Identifier: Apache-2.0
// Sessions as the window shows them, with a host that only pretends.
#include "models/argumentcheck.h"
#include "models/loadsession.h"
#include "models/sessionwords.h"
#include "session/rawjson.h"
#include "support/fakehost.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 30'000;

SessionSymbol::Parameter parameter(const QString &type, const QString &kind, const QByteArray &zero,
                                   bool isSupplied = false)
{
    return {type, kind, isSupplied, SessionSymbol::Problem::None, zero};
}

SessionSymbol quote()
{
    SessionSymbol symbol;
    symbol.name = u"Quote"_s;
    symbol.parameters = {parameter(u"context.Context"_s, u"interface"_s, {}, true),
                         parameter(u"string"_s, u"string"_s, "\"\""), parameter(u"int"_s, u"int"_s, "0"),
                         parameter(u"main.Order"_s, u"struct"_s, R"({"ID":"","Paid":false})")};
    symbol.results = {u"main.Offer"_s, u"error"_s};
    return symbol;
}

} // namespace

class tst_LoadModels : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<LoadSession> m_session;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> m_testers;

    void begin()
    {
        SessionSetup setup;
        setup.host = fakeHost();
        m_session = std::make_unique<LoadSession>(1, setup);
        const auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
        for (QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(&m_session->generations()),
                                          static_cast<QAbstractItemModel *>(&m_session->symbols()),
                                          static_cast<QAbstractItemModel *>(&m_session->calls())})
            m_testers.push_back(std::make_unique<QAbstractItemModelTester>(model, fatal));
        m_session->session().start();
    }
    bool load(const QString &name, qint64 scn, const QByteArray &content = "plugin")
    {
        QSignalSpy ended(m_session.get(), &LoadSession::loadEnded);
        m_session->load(fakePlugin(m_folder.path(), name, scn, content));
        return ended.wait(Patience);
    }
    const CallModel::Call *call(const QString &symbol, const QByteArray &arguments = "[]")
    {
        const qint64 id = m_session->call(symbol, arguments, 5s);
        const bool hasEnded =
            QTest::qWaitFor([&] { return m_session->calls().find(id)->state != CallModel::State::Running; }, Patience);
        return hasEnded ? m_session->calls().find(id) : nullptr;
    }

private slots:
    void cleanup()
    {
        m_testers.clear();
        m_session.reset();
    }

    void generationsAreAListBelowTheirPlugin()
    {
        begin();
        QVERIFY(load(u"pricing"_s, 20261101000001));
        QVERIFY(load(u"audit"_s, 20261101000002));
        QVERIFY(load(u"pricing"_s, 20261101000003));
        QVERIFY(load(u"pricing"_s, 20261101000002)); // older than what is loaded
        const GenerationModel &model = m_session->generations();
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex pricing = model.index(0, 0);
        QCOMPARE(model.rowCount(pricing), 3);
        QCOMPARE(pricing.data(GenerationModel::InMemoryRole).toInt(), 2);
        const auto stateOf = [&](int row) {
            return model.index(row, 0, pricing).data(GenerationModel::StateRole).value<Generation::State>();
        };
        QCOMPARE(stateOf(0), Generation::State::NotLoaded);
        QCOMPARE(stateOf(1), Generation::State::Answers);
        QCOMPARE(stateOf(2), Generation::State::Replaced);
        QCOMPARE(m_session->notice().kind, SessionNotice::Kind::NotLoaded);
        QVERIFY(m_session->session().makeAnswer(1));
        QCOMPARE(stateOf(2), Generation::State::Answers);
        QCOMPARE(stateOf(1), Generation::State::Replaced);
        QCOMPARE(m_session->replaced(), QVector<int>{3});
        QCOMPARE(m_session->title(), u"Go 1.22.6 · pricing, audit"_s);
    }

    void symbolsAreShownWithMethodsAndValues()
    {
        begin();
        QVERIFY(load(u"pricing"_s, 20261101000001));
        const LoadSymbolModel &symbols = m_session->symbols();
        QVERIFY(symbols.firstCallable() >= 0);
        const int row = symbols.rowOf(u"Counter.Add"_s);
        QVERIFY(row > symbols.rowOf(u"Counter"_s));
        QVERIFY(symbols.index(row, 0).data(LoadSymbolModel::IsMethodRole).toBool());
        QCOMPARE(symbols.index(symbols.rowOf(u"SetClock"_s), 0).data(LoadSymbolModel::ProblemRole).toString(),
                 u"takes a function"_s);
        const QModelIndex version = symbols.index(symbols.rowOf(u"Version"_s), 0);
        QTRY_COMPARE(version.data(LoadSymbolModel::TypeRole).toString(), u"string = \"1.8.0\""_s);
        // A variable can be set and read again.
        const qint64 id = m_session->access(u"Version"_s, "\"2.0\"");
        QTRY_COMPARE(m_session->calls().find(id)->state, CallModel::State::Good);
        QTRY_COMPARE(version.data(LoadSymbolModel::TypeRole).toString(), u"string = \"2.0\""_s);
        QCOMPARE(m_session->draft(u"Place"_s), "[{\"ID\":\"\",\"Lines\":0}]");
    }

    void callsAreRemembered()
    {
        begin();
        QVERIFY(load(u"pricing"_s, 20261101000001));
        const CallModel &calls = m_session->calls();
        QCOMPARE(call(u"Quote"_s, "[\"SKU-10442\", 3]")->state, CallModel::State::Good);
        QCOMPARE(calls.callAt(0)->outcome.output, "quoting\n");
        QCOMPARE(call(u"Quote"_s, "[\"SKU-0\", 3]")->state, CallModel::State::ReturnedError);
        QCOMPARE(call(u"Panic"_s)->state, CallModel::State::Failed);
        QCOMPARE(calls.rowCount(), 3);
        QCOMPARE(calls.index(2, CallModel::CallColumn).data().toString(), u"Quote(\"SKU-10442\", 3)"_s);
        QCOMPARE(calls.index(1, CallModel::OutcomeColumn).data().toString(), u"Error: unknown SKU"_s);
        QVERIFY(calls.index(0, CallModel::OutcomeColumn).data().toString().contains(u"index out of range"_s));
        QCOMPARE(calls.index(2, CallModel::TookColumn).data().toString(), u"0.41 ms"_s);
        // No digit of a number gets lost on the way to the screen.
        QVERIFY(shownResult(calls.callAt(2)->outcome, 0).contains(u"53.73000000000000000001"_s));
        QVERIFY(shownResult(calls.callAt(2)->outcome, 0).endsWith(u"error: nil"_s));
    }

    void endsAreNotices_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<QString>("words");
        QTest::newRow("os.Exit") << u"Exit"_s << u"os.Exit(3)"_s;
        QTest::newRow("fatal") << u"Fatal"_s << u"concurrent map writes"_s;
    }
    void endsAreNotices()
    {
        QFETCH(QString, symbol);
        QFETCH(QString, words);
        begin();
        QVERIFY(load(u"pricing"_s, 20261101000001));
        const CallModel::Call *lost = call(symbol);
        QCOMPARE(lost->outcome.kind, CallOutcome::Kind::Lost);
        QTRY_COMPARE(m_session->notice().kind, SessionNotice::Kind::Ended);
        QVERIFY2(m_session->notice().words.reason.contains(words), qPrintable(m_session->notice().words.reason));
        QCOMPARE(m_session->stateText(), u"Ended"_s);
        QSignalSpy ended(m_session.get(), &LoadSession::loadEnded);
        m_session->restart();
        QVERIFY(ended.wait(Patience));
        QCOMPARE(m_session->notice().kind, SessionNotice::Kind::None);
        QCOMPARE(m_session->shownGeneration()->state, Generation::State::Answers);
        QVERIFY(m_session->symbols().rowCount() > 0);
    }

    void lateCallsAreNotices()
    {
        begin();
        QVERIFY(load(u"pricing"_s, 20261101000001));
        const qint64 id = m_session->call(u"Wait"_s, "[]", 10ms);
        QTRY_COMPARE(m_session->notice().kind, SessionNotice::Kind::CallOverdue);
        QCOMPARE(m_session->runningCall(), id);
        m_session->session().cancelCall(id);
        QTRY_COMPARE(m_session->runningCall(), 0);
        QCOMPARE(m_session->notice().kind, SessionNotice::Kind::None);
    }

    void loadsThatFailAreNotices_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");
        QTest::newRow("refused") << QByteArray("refuse") << u"different version"_s;
        QTest::newRow("ends the process") << QByteArray("exit") << u"os.Exit(4)"_s;
    }
    void loadsThatFailAreNotices()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, words);
        begin();
        QVERIFY(load(u"pricing"_s, 20261101000001));
        QVERIFY(load(u"audit"_s, 20261101000002, content));
        const Generation *refused = m_session->session().generation(2);
        QCOMPARE(refused->state, Generation::State::NotLoaded);
        QVERIFY2(refused->problem.reason.contains(words), qPrintable(refused->problem.reason));
        // The one that was there is there again.
        QTRY_COMPARE_WITH_TIMEOUT(m_session->session().generation(1)->state, Generation::State::Answers, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->symbols().rowCount() > 0, Patience);
    }

    void memoryIsAPictureInWords()
    {
        MemoryHistory history;
        QVERIFY(history.summary().contains(u"not been measured"_s));
        for (int i = 0; i < 3000; ++i)
            history.add({1'700'000'000 + i, 20'000'000 + i * 1000});
        history.mark(1, 1'700'002'900);
        QCOMPARE(history.samples().size(), MemoryHistory::ShownSeconds + 1); // half an hour
        QCOMPARE(history.current(), 22'999'000);
        QCOMPARE(history.largest(), 22'999'000);
        QCOMPARE(history.nearest(1'700'002'000)->residentBytes, 22'000'000);
        QVERIFY2(history.summary().contains(u"generation 1 at"_s), qPrintable(history.summary()));
        history.add({1'700'009'999, 1});
        QVERIFY(history.marks().isEmpty());
    }

    void memoryIsMeasuredWhereTheSystemTells()
    {
#ifndef Q_OS_LINUX
        QSKIP("no /proc");
#endif
        begin();
        QVERIFY(load(u"pricing"_s, 20261101000001));
        QTRY_VERIFY_WITH_TIMEOUT(m_session->memory().current() > 0, Patience);
        QCOMPARE(m_session->memory().marks().size(), 1);
    }

    void argumentsAreChecked_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words"); // empty: nothing is wrong
        QTest::addColumn<int>("at");
        QTest::newRow("fine") << QByteArray(R"(["a", 3, {"ID": "b"}])") << QString() << 0;
        QTest::newRow("null is anything") << QByteArray("[null, null, null]") << QString() << 0;
        QTest::newRow("handle") << QByteArray(R"([{"$handle": 1}, 1, {"$handle": 2}])") << QString() << 0;
        QTest::newRow("text for a number")
            << QByteArray(R"(["a", "three", {}])") << u"Element 2: expected a number for int, found text."_s << 6;
        QTest::newRow("within") << QByteArray(R"(["a", 3, {"Paid": 1}])")
                                << u"Element 3: expected true or false for Paid, found a number."_s << 9;
        QTest::newRow("too few") << QByteArray(R"(["a"])") << u", and 1 were given."_s << 4;
        QTest::newRow("no array") << QByteArray("{}") << u"Expected an array"_s << 0;
        QTest::newRow("no JSON") << QByteArray("[1, ") << u"not JSON yet"_s << 4;
    }
    void argumentsAreChecked()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, words);
        QFETCH(int, at);
        const auto issue = checkArguments(json, quote());
        QCOMPARE(issue.has_value(), !words.isEmpty());
        if (issue) {
            QVERIFY2(issue->text.contains(words), qPrintable(issue->text));
            QCOMPARE(issue->at, qsizetype(at));
        }
    }

    void variadicArgumentsAreChecked()
    {
        SessionSymbol sum;
        sum.isVariadic = true;
        sum.parameters = {parameter(u"string"_s, u"string"_s, "\"\""), parameter(u"[]int"_s, u"slice"_s, "[]")};
        QVERIFY(!checkArguments("[\"a\"]", sum));
        QVERIFY(!checkArguments("[\"a\", 1, 2]", sum));
        QVERIFY(checkArguments("[]", sum));
    }

    void jsonIsIndentedWithoutBeingRead()
    {
        const QByteArray compact = "{\"a\":[1,{}],\"b\":\"x{,\\\"\"}";
        QCOMPARE(indentedJson(compact), "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": \"x{,\\\"\"\n}");
        QCOMPARE(indentedJson("[]"), "[]");
        QCOMPARE(indentedJson("12345678901234567890.10"), "12345678901234567890.10");
        indentedJson("{\"a"); // broken text ends, too
        indentedJson("]]]][[[[");
    }

    void callsCanBeCopied()
    {
        CallRequest request;
        request.symbol = u"Quote"_s;
        request.arguments = R"(["a", 3, {"ID": "b"}])";
        const QString code = callAsGo(request, quote(), u"/p/pricing.so"_s);
        QVERIFY2(code.contains(u"plugin.Open(\"/p/pricing.so\")"_s), qPrintable(code));
        QVERIFY2(
            code.contains(
                u"symbol.(func(context.Context, string, int, main.Order) (main.Offer, error))(ctx, \"a\", 3, arg3)"_s),
            qPrintable(code));
        QVERIFY2(code.contains(u"json.Unmarshal([]byte(\"{\\\"ID\\\": \\\"b\\\"}\"), &arg3)"_s), qPrintable(code));
        request.limit = 2500ms;
        QCOMPARE(callAsCommand(request, u"/p/pricing.so"_s),
                 QStringList({u"plugsmith-cli"_s, u"call"_s, u"/p/pricing.so"_s, u"Quote"_s,
                              u"[\"a\", 3, {\"ID\": \"b\"}]"_s, u"--timeout"_s, u"2.5"_s}));
    }
};

QTEST_GUILESS_MAIN(tst_LoadModels)
#include "tst_loadmodels.moc"
