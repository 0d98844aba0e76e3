// SPDX-License-Identifier: Apache-2.0
// The frames that resources/pluginhost reads and writes in its own tests, and what we make of them.
#include "session/callreply.h"
#include "session/endwords.h"
#include "session/hostframe.h"
#include "session/sessiontypes.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(PLUGSMITH_SOURCE_DIR "/resources/pluginhost/testdata/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QVector<HostFrame> framesOf(const QByteArray &bytes, qsizetype step)
{
    HostFrameReader reader;
    QVector<HostFrame> frames;
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        reader.feed(bytes.mid(at, step));
        while (auto frame = reader.next())
            frames += *frame;
    }
    return frames;
}

} // namespace

class tst_HostProtocol : public QObject
{
    Q_OBJECT

private slots:
    void requestsAreWhatWasRecorded()
    {
        const QVector<HostFrame> requests{
            {{{u"id"_s, 1}, {u"do"_s, u"hello"_s}, {u"protocol"_s, HostProtocol}}, {}},
            {{{u"id"_s, 2}, {u"do"_s, u"open"_s}, {u"file"_s, u"/tmp/p.so"_s}, {u"plugin"_s, u"1"_s}}, {}},
            {{{u"id"_s, 3},
              {u"do"_s, u"call"_s},
              {u"plugin"_s, u"1"_s},
              {u"symbol"_s, u"Total"_s},
              {u"timeMs"_s, 5000}},
             "[123456789012345678901234567890]"},
            {{{u"id"_s, 4}, {u"do"_s, u"get"_s}, {u"handle"_s, 7}, {u"limit"_s, 4096}, {u"symbol"_s, u"Name"_s}}, {}}};
        QByteArray written;
        for (const HostFrame &request : requests)
            written += request.toBytes();
        QVERIFY(!written.isEmpty());
        QCOMPARE(written, recorded(u"requests.frames"_s));
        QCOMPARE(framesOf(written, 1), requests);
    }

    void repliesAreRead_data()
    {
        QTest::addColumn<int>("step");
        for (const int step : {1, 7, 64, 1 << 20})
            QTest::addRow("%d bytes at once", step) << step;
    }
    void repliesAreRead()
    {
        QFETCH(int, step);
        const QVector<HostFrame> replies = framesOf(recorded(u"replies.frames"_s), step);
        QCOMPARE(replies.size(), 5);
        QCOMPARE(replies[0].header.value("go"_L1), u"go1.22.6"_s);
        const QVector<SessionSymbol> symbols = symbolsFromJson(replies[1].content);
        QCOMPARE(symbols.size(), 1);
        QCOMPARE(symbols[0].name, u"Total"_s);

        CallOutcome outcome;
        outcome.request.symbol = u"Total"_s;
        readCallReply(replies[2], &outcome);
        QCOMPARE(outcome.kind, CallOutcome::Kind::Returned);
        QCOMPARE(outcome.json, "[123456789012345678901234567890,\"late\"]");
        QCOMPARE(outcome.errorText(), u"late"_s);
        QCOMPARE(outcome.results.value(0), (CallResult{u"*big.Int"_s, false, {}, {}, 1}));
        QCOMPARE(outcome.nanoseconds, 42);
        QCOMPARE(outcome.allocations, 2);

        CallOutcome refused;
        refused.request.symbol = u"Total"_s;
        readCallReply(replies[3], &refused);
        QCOMPARE(refused.kind, CallOutcome::Kind::Refused);
        QCOMPARE(refused.problem.reason, u"Element 2: expected a number for quantity int, found text."_s);

        CallOutcome panicked;
        panicked.request.symbol = u"Total"_s;
        readCallReply(replies[4], &panicked);
        QCOMPARE(panicked.kind, CallOutcome::Kind::Panicked);
        QCOMPARE(panicked.problem.message, u"Total panicked: assignment to entry in nil map"_s);
        QCOMPARE(panicked.frames.size(), 2);
        QVERIFY(panicked.frames[0].isOfGo);
        QCOMPARE(panicked.frames[1], (StackFrame{u"example.com/shop.Total"_s, u"shop.go"_s, 12, false}));
    }

    void hostileBytesFailForGood_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("long header") << QByteArray::fromHex("00200000"
                                                            "00000000");
        QTest::newRow("long content") << QByteArray::fromHex("00000002"
                                                             "7fffffff") +
                                             "{}";
        QTest::newRow("no JSON") << QByteArray::fromHex("00000002"
                                                        "00000000") +
                                        "xx";
        QTest::newRow("no object") << QByteArray::fromHex("00000002"
                                                          "00000000") +
                                          "[]";
        QTest::newRow("empty header") << QByteArray::fromHex("00000000"
                                                             "00000000");
    }
    void hostileBytesFailForGood()
    {
        QFETCH(QByteArray, bytes);
        HostFrameReader reader;
        reader.feed(bytes);
        QVERIFY(!reader.next());
        QVERIFY(reader.hasFailed());
        reader.feed(HostFrame{{{u"id"_s, 1}}, {}}.toBytes());
        QVERIFY(!reader.next());
    }

    void endsAreExplained_data()
    {
        QTest::addColumn<int>("way");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("words");
        using Way = ProcessEnd::Way;
        using Kind = EndReason::Kind;
        const auto row = [](const char *name, Way way, int code, const char *output, Kind kind, const char *words) {
            QTest::newRow(name) << int(way) << code << QByteArray(output) << int(kind) << QString::fromLatin1(words);
        };
        row("exit", Way::Exited, 7, "", Kind::Exit, "os.Exit(7)");
        row("exit 2 by itself", Way::Exited, 2, "usage: plugin\n", Kind::Exit, "os.Exit(2)");
        row("exit after words like Go's", Way::Exited, 1, "panic: not really\n", Kind::Exit, "os.Exit(1)");
        row("maps", Way::Exited, 2, "x\nfatal error: concurrent map writes\n\ngoroutine 1\n", Kind::FatalError,
            "concurrent map writes");
        row("stack", Way::Exited, 2, "runtime: goroutine stack exceeds\nfatal error: stack overflow\n",
            Kind::StackOverflow, "without end");
        row("deadlock", Way::Exited, 2, "fatal error: all goroutines are asleep - deadlock!\n", Kind::Deadlock,
            "deadlock");
        row("memory", Way::Exited, 2, "fatal error: runtime: out of memory\n", Kind::Memory, "no more memory");
        row("panic", Way::Exited, 2, "panic: own goroutine\n\ngoroutine 7 [running]:\n", Kind::Panic, "goroutine");
        row("C", Way::Exited, 2, "SIGSEGV: segmentation violation\nPC=0x1\n", Kind::Crash, "SIGSEGV");
        row("signal", Way::Crashed, SIGSEGV, "", Kind::Crash, "SIGSEGV");
        row("killed", Way::Crashed, SIGKILL, "", Kind::Killed, "killed");
        row("no start", Way::FailedToStart, -1, "", Kind::NoStart, "does not start");
        row("no sandbox", Way::Exited, 1, "bwrap: No permissions to create new namespace\n", Kind::NoSandbox,
            "No permissions");
    }
    void endsAreExplained()
    {
        QFETCH(int, way);
        QFETCH(int, code);
        QFETCH(QByteArray, output);
        QFETCH(int, kind);
        QFETCH(QString, words);
        const EndReason reason = explainEnd({{ProcessEnd::Way(way), code, {}}, output, false});
        QCOMPARE(int(reason.kind), kind);
        QVERIFY2(reason.words.reason.contains(words), qPrintable(reason.words.reason));
        QCOMPARE(reason.words.message, u"The session ended"_s);
    }
};

QTEST_GUILESS_MAIN(tst_HostProtocol)
#include "tst_hostprotocol.moc"
