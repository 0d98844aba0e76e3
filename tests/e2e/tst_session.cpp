// SPDX-License-Identifier: Apache-2.0
// Plugins that plugsmith-cli built, in a real session.
#include "sessionfixture.h"

#include <QJsonArray>

#include <csignal>

using namespace plugsmith;
using namespace plugsmith::e2e;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray Mod = "module example.com/shop/pricing\n\ngo 1.17\n";
const QByteArray Code = R"(package main

import (
	"context"
	"errors"
	"fmt"
	"os"
)

type Order struct {
	ID       string
	Quantity int
}

type counter struct{ n int }

func (c *counter) Add(n int) int { c.n += n; return c.n }

var Version = "ANSWER"
var Counter = &counter{}

func init() {
	if os.Getenv("PRICING_INIT") == "ANSWER" {
		os.Exit(3)
	}
}

func Answer() string { return "ANSWER" }

func Total(ctx context.Context, order Order) (int, error) {
	fmt.Println("totalling", order.ID)
	fmt.Fprintln(os.Stderr, "as asked")
	if order.Quantity < 0 {
		return 0, errors.New("less than nothing")
	}
	return order.Quantity * 10, nil
}

func Panic() {
	var m map[string]int
	m["a"] = 1
}

func Exit(code int) { os.Exit(code) }

func Loop() {
	for {
	}
}

func Wait() { select {} }

func Until(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }

func Recurse(n int) int { return Recurse(n+1) + 1 }

func Clash() {
	m := map[int]int{}
	for i := 0; i < 8; i++ {
		go func() {
			for {
				m[1]++
			}
		}()
	}
	select {}
}

func Echo(text string) string { return text }
)";

} // namespace

class tst_Session : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QVector<GoToolchain> m_toolchains;
    QVector<PluginFile> m_files; // two generations, and the first one again
    std::optional<HostProgram> m_host;
    std::unique_ptr<Session> m_session;

    QString at(const QString &path) const { return m_folder.filePath(path); }

    QString build(const QByteArray &answer)
    {
        const QString source = at(QString::fromLatin1(answer));
        builder::writeTree({{"go.mod", Mod}, {"main.go", QByteArray(Code).replace("ANSWER", answer)}}, source);
        return buildPlugin(source, u"pricing"_s);
    }
    void begin(const QVector<PluginFile> &files,
               const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
    {
        m_session = startSession(*m_host, files, environment);
        QVERIFY(m_session);
    }
    CallOutcome call(const QString &symbol, const QByteArray &arguments = "[]", int generation = 0)
    {
        return callAndWait(*m_session, symbol, arguments, generation);
    }

private slots:
    void initTestCase()
    {
        if (const QString reason = whyNoRealPlugins(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        m_toolchains = findToolchains();
        for (const QByteArray &answer : {QByteArray("one"), QByteArray("two")}) {
            const auto file = readPluginFile(build(answer));
            QVERIFY(file);
            m_files += *file;
        }
        m_host = prepareHost(m_files[0].path, m_toolchains);
        QVERIFY(m_host);
    }
    void cleanup() { m_session.reset(); }

    void generationsLiveSideBySide()
    {
        begin({m_files[0], m_files[1], m_files[0]});
        QCOMPARE(m_session->generations().size(), 3);
        QCOMPARE(m_session->generation(1)->state, Generation::State::Replaced);
        QCOMPARE(m_session->generation(2)->state, Generation::State::Answers);
        QCOMPARE(m_session->generation(3)->state, Generation::State::NotLoaded); // outdated
        QVERIFY(m_session->generation(3)->problem.reason.contains(m_files[1].scn().toString()));
        QCOMPARE(call(u"Answer"_s).json, "[\"two\"]");
        QCOMPARE(call(u"Answer"_s, "[]", 1).json, "[\"one\"]");
        QVERIFY(m_session->makeAnswer(1));
        QCOMPARE(call(u"Answer"_s).json, "[\"one\"]");

        const CallOutcome total = call(u"Total"_s, "[{\"ID\":\"A1\",\"Quantity\":3}]");
        QCOMPARE(total.json, "[30,null]");
        QCOMPARE(total.output, "totalling A1\n");
        QCOMPARE(total.errorOutput, "as asked\n");
        QCOMPARE(call(u"Total"_s, "[{\"Quantity\":-1}]").errorText(), u"less than nothing"_s);
        QCOMPARE(call(u"Counter.Add"_s, "[2]").json, "[2]");
        QCOMPARE(call(u"Counter.Add"_s, "[2]").json, "[4]");

        // Starting again gives the memory back; what answered is there again, with a fresh state.
        QSignalSpy restarted(m_session.get(), &Session::restarted);
        const qint64 process = m_session->processId();
        m_session->restart();
        QVERIFY(restarted.wait(Patience));
        QVERIFY(waitForAnswering(*m_session, 1));
        QVERIFY(m_session->processId() != process);
        QCOMPARE(m_session->generation(2)->state, Generation::State::Ended);
        QCOMPARE(call(u"Counter.Add"_s, "[2]").json, "[2]");
    }

    void panicsAreCaught()
    {
        begin({m_files[0]});
        const CallOutcome outcome = call(u"Panic"_s);
        QCOMPARE(outcome.kind, CallOutcome::Kind::Panicked);
        QVERIFY(outcome.problem.message.contains("nil map"_L1));
        const auto own = std::ranges::find(outcome.frames, false, &StackFrame::isOfGo);
        QVERIFY(own != outcome.frames.end() && own->function.endsWith("Panic"_L1) && own->line > 0);
        QCOMPARE(call(u"Answer"_s).json, "[\"one\"]");
    }

    void endsAreTold_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<int>("kind");
        QTest::newRow("os.Exit") << u"Exit"_s << QByteArray("[7]") << int(EndReason::Kind::Exit);
        QTest::newRow("stack") << u"Recurse"_s << QByteArray("[0]") << int(EndReason::Kind::StackOverflow);
        QTest::newRow("maps") << u"Clash"_s << QByteArray("[]") << int(EndReason::Kind::FatalError);
    }
    void endsAreTold()
    {
        QFETCH(QString, symbol);
        QFETCH(QByteArray, arguments);
        QFETCH(int, kind);
        begin({m_files[0]});
        QSignalSpy ended(m_session.get(), &Session::endedUnexpectedly);
        const CallOutcome outcome = call(symbol, arguments);
        QCOMPARE(outcome.kind, CallOutcome::Kind::Lost);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(int(ended[0][0].value<EndReason>().kind), kind);
        QCOMPARE(m_session->state(), Session::State::Ended);
        QCOMPARE(call(u"Answer"_s).kind, CallOutcome::Kind::Refused);
        m_session->restart();
        QVERIFY(waitForAnswering(*m_session, 1));
        QCOMPARE(call(u"Answer"_s).json, "[\"one\"]");
    }

    void killedFromOutside()
    {
        begin({m_files[0]});
        QSignalSpy ended(m_session.get(), &Session::endedUnexpectedly);
        ::kill(static_cast<pid_t>(m_session->processId()), SIGKILL);
        QVERIFY(ended.wait(Patience));
        QCOMPARE(int(ended[0][0].value<EndReason>().kind), int(EndReason::Kind::Killed));
    }

    void lateCallsSayWhatTheyDo_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<bool>("isStuck");
        QTest::newRow("loop") << u"Loop"_s << false;
        QTest::newRow("deadlock") << u"Wait"_s << true;
    }
    void lateCallsSayWhatTheyDo()
    {
        QFETCH(QString, symbol);
        QFETCH(bool, isStuck);
        begin({m_files[0]});
        QSignalSpy overdue(m_session.get(), &Session::callOverdue);
        QSignalSpy finished(m_session.get(), &Session::callFinished);
        CallRequest request;
        request.symbol = symbol;
        request.limit = 20ms;
        m_session->call(request);
        QVERIFY(overdue.wait(Patience));
        const auto where = overdue[0][1].value<Whereabouts>();
        QCOMPARE(where.isStuck, isStuck);
        QVERIFY(where.stack.contains(u"pricing"_s) && where.stack.contains(symbol));
        QVERIFY(finished.isEmpty());
        // The session still takes other calls, and starting again ends the late one.
        CallOutcome answer;
        request.symbol = u"Answer"_s;
        m_session->call(request);
        QVERIFY(finished.wait(Patience));
        QCOMPARE(finished[0][0].value<CallOutcome>().json, "[\"one\"]");
        m_session->restart();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, Patience);
        QCOMPARE(finished[1][0].value<CallOutcome>().kind, CallOutcome::Kind::Lost);
    }

    void contextsEndWithTheLimit()
    {
        begin({m_files[0]});
        QSignalSpy finished(m_session.get(), &Session::callFinished);
        CallRequest request;
        request.symbol = u"Until"_s;
        request.limit = 20ms;
        m_session->call(request);
        QVERIFY(finished.wait(Patience));
        QCOMPARE(finished[0][0].value<CallOutcome>().errorText(), u"context deadline exceeded"_s);
        request.limit = 60s;
        m_session->cancelCall(m_session->call(request));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, Patience);
        QCOMPARE(finished[1][0].value<CallOutcome>().errorText(), u"context canceled"_s);
    }

    void aFailedLoadDoesNotTakeTheOthersWithIt()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PRICING_INIT"_s, u"two"_s); // the second one's init function calls os.Exit
        begin({m_files[0], m_files[1]}, environment);
        QVERIFY(waitForAnswering(*m_session, 1));
        QCOMPARE(m_session->generation(2)->state, Generation::State::NotLoaded);
        QVERIFY(m_session->generation(2)->problem.reason.contains("os.Exit(3)"_L1));
        QCOMPARE(call(u"Answer"_s).json, "[\"one\"]");
    }

    void refusedBeforeAnythingRuns()
    {
        // Another file of the same package: the runtime would only say so after it had mapped it.
        PluginFile again = m_files[0];
        again.candidate.scn = m_files[1].scn().next();
        begin({m_files[0], again});
        QCOMPARE(m_session->generation(2)->state, Generation::State::NotLoaded);
        QVERIFY(m_session->generation(2)->problem.message.contains("already loaded"_L1));
        QCOMPARE(call(u"Answer"_s).json, "[\"one\"]");
        // A program is no plugin, and neither is a file that is cut.
        QVERIFY(!readPluginFile(m_host->path));
        QFile file(m_files[0].path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString cut = at(u"cut.so"_s);
        builder::writeFile(cut, file.read(file.size() / 2));
        QVERIFY(!readPluginFile(cut));
    }

    void variablesAreReadAndSet()
    {
        begin({m_files[0]});
        QSignalSpy arrived(m_session.get(), &Session::valueArrived);
        QSignalSpy failed(m_session.get(), &Session::valueFailed);
        CallRequest version;
        version.symbol = u"Version"_s;
        m_session->readValue(version);
        QVERIFY(arrived.wait(Patience));
        QCOMPARE(arrived[0][2].toByteArray(), "\"one\"");
        m_session->writeValue(version, "\"new\"");
        QTRY_COMPARE_WITH_TIMEOUT(arrived.size(), 2, Patience);
        m_session->readValue(version);
        QTRY_COMPARE_WITH_TIMEOUT(arrived.size(), 3, Patience);
        QCOMPARE(arrived[2][2].toByteArray(), "\"new\"");
        m_session->writeValue(version, "3");
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, Patience);
        QVERIFY(failed[0][1].value<Error>().reason.contains("expected text"_L1));
    }

    void largeArgumentsComeBack()
    {
        begin({m_files[0]});
        const QByteArray text = "[\"" + QByteArray(3 << 20, 'x') + "\"]";
        QVERIFY(call(u"Echo"_s, text).json == text);
    }

    void theCommandLineCalls()
    {
        const CliRun called = runCli({u"call"_s, m_files[0].path, u"Total"_s, u"[{\"Quantity\": 2}]"_s});
        QCOMPARE(called.out, "20\n");
        QCOMPARE(called.exitCode, 0);
        QCOMPARE(runCli({u"call"_s, m_files[0].path, u"Exit"_s, u"[5]"_s}).exitCode, 1);
        const CliRun late = runCli({u"call"_s, m_files[0].path, u"Wait"_s, u"--timeout"_s, u"0.02"_s, u"--json"_s});
        QCOMPARE(late.exitCode, 1);
        QVERIFY(late.lastEvent().value("reason"_L1).toString().contains("deadlock"_L1));
        const CliRun loaded = runCli({u"load"_s, m_files[0].infoPath, u"--json"_s});
        QCOMPARE(loaded.lastEvent().value("name"_L1), u"pricing"_s);
        QVERIFY(!loaded.lastEvent().value("symbols"_L1).toArray().isEmpty());
        const CliRun old = runCli({u"load"_s, m_files[0].path, u"--initial-scn"_s, u"20990101000000"_s});
        QCOMPARE(old.exitCode, 3);
        QVERIFY(old.err.contains("20990101000000"));
    }

    void theCommandLineServes()
    {
        const QString folder = QFileInfo(m_files[1].path).path();
        QProcess process;
        process.start(cliProgram(), {u"serve"_s, folder, u"--name"_s, u"pricing"_s});
        process.write("{\"id\":12345678901234567890,\"symbol\":\"Answer\"}\n{\"id\":2,\"symbol\":\"Nope\"}\nx\n");
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(Patience));
        QCOMPARE(process.exitCode(), 0);
        const QByteArray out = process.readAllStandardOutput();
        QVERIFY2(out.contains("{\"id\":12345678901234567890,") && out.contains("\"results\":[\"two\"]}"),
                 out.constData());
        QVERIFY(out.contains("there is no exported Nope"));
    }

    void nothingIsLeftBehind()
    {
        begin({m_files[0]});
        m_session.reset();
        const QString cache = qEnvironmentVariable("XDG_CACHE_HOME") + u"/plugsmith/sessions";
        QVERIFY(QDir(cache).exists());
        QCOMPARE(QDir(cache).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_Session)
#include "tst_session.moc"
