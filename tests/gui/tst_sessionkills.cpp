// SPDX-License-Identifier: Apache-2.0
// Sessions are killed, stopped, started again and closed at random moments while plugins are loaded and called in the
// real window. PLUGSMITH_KILLS is the number of loads and calls, PLUGSMITH_SEED repeats a run.
#include "base/folders.h"
#include "gui/badge.h"
#include "loadfixture.h"
#include "session/sessionopener.h"
#include "support/processes.h"
#include "support/realgo.h"

#include <QAction>
#include <QApplication>
#include <QRandomGenerator>
#include <QTabBar>
#include <QTimer>

#include <algorithm>
#include <csignal>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Functions that both the stand-in and the real plugin have.
const QByteArray RealCode = R"(package main

import (
	"fmt"
	"os"
	"strings"
)

func Quote(sku string, quantity int) (string, error) {
	fmt.Println("quoting")
	return sku, nil
}

func Panic() {
	var list []int
	list[len(list)] = 1
}

func Exit() { os.Exit(3) }

func Fatal() {
	go func() { panic("nobody can catch this") }()
	select {}
}

func Wait() { select {} }

func Large() string { return strings.Repeat("x", 2<<20) }
)";

QStringList foldersOfSessions()
{
    return QDir(folders::cache() + u"/sessions"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
}

/// One run: what happens, and whether the page says so.
class Chaos
{
public:
    Chaos(LoadFixture &fixture, HostProgram host, std::function<PluginFile(int)> plugin, quint32 seed)
        : m_fixture(fixture)
        , m_host(std::move(host))
        , m_plugin(std::move(plugin))
        , m_random(seed)
    {
    }

    /// Returns what is wrong; empty if nothing is.
    QString run(int actions)
    {
        for (int i = 0; i < actions; ++i) {
            chooseSession();
            if (m_random.bounded(10) < 6)
                scheduleEnd();
            if (m_random.bounded(10) < 4)
                m_fixture.current()->load(m_plugin(m_next++));
            else
                callSomething();
            QTest::qWait(m_random.bounded(25));
            if (const QString problem = whatIsWrong(); !problem.isEmpty())
                return u"after action %1: %2"_s.arg(i).arg(problem);
        }
        return settle();
    }

private:
    void chooseSession()
    {
        LoadSessions &sessions = *m_fixture.sessions;
        if (sessions.count() == 0 || (sessions.count() < 3 && m_random.bounded(10) == 0))
            sessions.take(m_plugin(m_next++), m_host, true);
        m_fixture.find<QTabBar>("load.tabs")->setCurrentIndex(m_random.bounded(sessions.count()));
        // The page follows a closed tab with the next turn of the event loop.
        QCoreApplication::processEvents();
        if (!m_fixture.current())
            chooseSession();
    }

    void callSomething()
    {
        static const QStringList Symbols{u"Quote"_s, u"Quote"_s, u"Quote"_s, u"Panic"_s,
                                         u"Exit"_s,  u"Fatal"_s, u"Wait"_s,  u"Large"_s};
        const QString symbol = Symbols[m_random.bounded(static_cast<int>(Symbols.size()))];
        m_fixture.select(symbol);
        m_fixture.type(symbol == "Quote"_L1 ? u"[\"SKU-10442\", 3]"_s : u"[]"_s);
        m_fixture.click("load.call.run"); // which stops a call that runs
    }

    void scheduleEnd()
    {
        const int id = m_fixture.current()->id();
        const int way = m_random.bounded(10);
        QTimer::singleShot(m_random.bounded(20), m_fixture.window.get(), [this, id, way] {
            LoadSession *session = m_fixture.sessions->find(id);
            if (!session)
                return;
            ++m_ends;
            if (way == 0)
                m_fixture.sessions->close(session);
            else if (way == 1)
                session->session().stop();
            else if (way == 2)
                session->restart();
            else if (const qint64 process = session->session().processId(); process > 0)
                ::kill(static_cast<pid_t>(process), SIGKILL);
        });
    }

    /// The state of a session, and the page about the one that is shown.
    QString whatIsWrong() const
    {
        const LoadSessions &sessions = *m_fixture.sessions;
        for (int i = 0; i < sessions.count(); ++i) {
            if (const QString problem = whatIsWrongIn(sessions.at(i)->session()); !problem.isEmpty())
                return problem;
        }
        if (m_fixture.find<QTabBar>("load.tabs")->count() != sessions.count())
            return u"the tabs are not the sessions"_s;
        LoadSession *current = m_fixture.current();
        if (!current)
            return {};
        const bool isLive = current->session().state() != Session::State::Ended;
        const bool canCall = isLive && current->session().state() != Session::State::Starting;
        if (m_fixture.find<BadgeLabel>("load.session.state")->badge().text != current->stateText())
            return u"the badge does not say "_s + current->stateText();
        if (m_fixture.find<QAction>("session.stop")->isEnabled() != isLive)
            return u"Stop Session can be chosen, or not, in state "_s + current->stateText();
        if (!canCall && current->runningCall() == 0 && m_fixture.find("load.call.run")->isEnabled())
            return u"Call can be pressed in state "_s + current->stateText();
        if (m_fixture.card()->isVisible() != (current->notice().kind != SessionNotice::Kind::None))
            return u"the card is there without a reason, or the other way round"_s;
        return {};
    }

    static QString whatIsWrongIn(const Session &session)
    {
        QMap<QString, int> answering;
        for (const Generation &generation : session.generations()) {
            answering[generation.name()] += generation.state == Generation::State::Answers ? 1 : 0;
            const bool isOver = session.state() == Session::State::Ended;
            if (isOver && (generation.isInMemory() || generation.state == Generation::State::Opening))
                return u"generation %1 is there without a process"_s.arg(generation.number);
            if (generation.state == Generation::State::NotLoaded && generation.problem.message.isEmpty())
                return u"generation %1 was refused without a word"_s.arg(generation.number);
        }
        if (std::ranges::any_of(answering, [](int count) { return count > 1; }))
            return u"two generations answer"_s;
        if (session.state() == Session::State::Ended && (session.processId() != 0 || session.runningCalls() != 0))
            return u"a session that ended has a process or calls"_s;
        return {};
    }

    static bool isSettled(const LoadSession &session)
    {
        return session.session().state() == Session::State::Running &&
               std::ranges::none_of(session.session().generations(), [](const Generation &generation) {
                   return generation.state == Generation::State::Opening;
               });
    }

    /// Everything comes to rest: each session starts again, with the plugins that answered, and they do.
    QString settle()
    {
        QTest::qWait(50); // the ends that are still to come
        LoadSessions &sessions = *m_fixture.sessions;
        for (int i = 0; i < sessions.count(); ++i) {
            LoadSession *session = sessions.at(i);
            m_fixture.find<QTabBar>("load.tabs")->setCurrentIndex(i);
            QSignalSpy restarted(&session->session(), &Session::restarted);
            session->restart();
            if (!QTest::qWaitFor(
                    [&] { return !restarted.isEmpty() && isSettled(*session) && session->runningCall() == 0; },
                    Patience))
                return u"a session does not come to rest"_s;
            if (const QString problem = whatIsWrong(); !problem.isEmpty())
                return u"at rest: "_s + problem;
            const Generation *shown = session->shownGeneration();
            if (!shown || !shown->isInMemory())
                continue; // nothing was loaded in it for good
            if (!m_fixture.call(u"Quote"_s, u"[\"SKU-10442\", 3]"_s) ||
                session->calls().callAt(0)->state != CallModel::State::Good)
                return u"a call fails: "_s + session->calls().callAt(0)->outcome.problem.sentence();
        }
        if (!QTest::qWaitFor([&] { return childrenOfTest().size() == sessions.count(); }, Patience))
            return u"%1 processes for %2 sessions"_s.arg(childrenOfTest().size()).arg(sessions.count());
        if (std::ranges::any_of(childrenOfTest(), &ChildOfTest::isZombie))
            return u"there is a zombie"_s;
        if (foldersOfSessions().size() != sessions.count())
            return u"%1 folders for %2 sessions"_s.arg(foldersOfSessions().size()).arg(sessions.count());
        return m_ends == 0 ? u"no session was ended"_s : QString();
    }

    LoadFixture &m_fixture;
    HostProgram m_host;
    std::function<PluginFile(int)> m_plugin;
    QRandomGenerator m_random;
    int m_next = 0;
    int m_ends = 0;
};

int actions(int usual)
{
    bool isSet = false;
    const int wanted = qEnvironmentVariableIntValue("PLUGSMITH_KILLS", &isSet);
    return isSet ? wanted : usual;
}

} // namespace

class tst_SessionKills : public QObject
{
    Q_OBJECT

private:
    quint32 m_seed = 0;

    void checkNothingIsLeft(std::unique_ptr<LoadFixture> fixture)
    {
        fixture.reset();
        QTRY_COMPARE_WITH_TIMEOUT(childrenOfTest().size(), 0, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(foldersOfSessions(), QStringList(), Patience);
    }
    /// Some builds of the same plugin, as different Go packages.
    static QVector<PluginFile> realPlugins(const QTemporaryDir &folder, int count)
    {
        QVector<PluginFile> files;
        for (int i = 1; i <= count; ++i) {
            const QString source = folder.filePath(u"g%1"_s.arg(i));
            builder::writeTree({{"go.mod", "module example.com/kills/g" + QByteArray::number(i) + "\n\ngo 1.18\n"},
                                {"main.go", RealCode}},
                               source);
            const QString path = folder.filePath(u"g%1.so"_s.arg(i));
            const CliRun run =
                runProgram(u"go"_s, {u"build"_s, u"-trimpath"_s, u"-buildmode=plugin"_s, u"-o"_s, path, u"."_s},
                           goBuildEnvironment(), source);
            auto file = readPluginFile(path);
            if (run.exitCode != 0 || !file) {
                qWarning("%s", run.everything().constData());
                return {};
            }
            file->candidate.name = u"pricing"_s;
            file->candidate.scn = Scn(20261101000000 + i);
            file->isBuiltHere = true;
            files += *file;
        }
        return files;
    }

private slots:
    void initTestCase()
    {
#ifndef Q_OS_LINUX
        QSKIP("there is no /proc to look for processes in");
#endif
        bool isSet = false;
        const int seed = qEnvironmentVariableIntValue("PLUGSMITH_SEED", &isSet);
        m_seed = isSet ? static_cast<quint32>(seed) : QRandomGenerator::global()->generate() % 1'000'000;
        qInfo("PLUGSMITH_SEED=%u", m_seed);
    }

    void aHostThatPretends()
    {
        auto fixture = std::make_unique<LoadFixture>();
        const auto plugin = [folder = fixture->folder.path()](int i) {
            // One in ten ends the process when it is opened, another one is refused by Go.
            const QByteArray content = i % 10 == 7 ? "exit" : i % 10 == 8 ? "refuse" : "plugin";
            return fakePlugin(folder, i % 3 == 0 ? u"audit"_s : u"pricing"_s, 20261101000000 + i, content);
        };
        const QString problem = Chaos(*fixture, fakeHost(), plugin, m_seed).run(actions(60));
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        checkNothingIsLeft(std::move(fixture));
    }

    void aRealHost()
    {
        if (const QString reason = whyNoRealBuilds(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        auto fixture = std::make_unique<LoadFixture>();
        QVERIFY(fixture->start());
        if (!realGo(*fixture->engine))
            QSKIP("no Go that can build plugins");
        const int count = actions(20);
        const QVector<PluginFile> files = realPlugins(fixture->folder, qMin(2 + count / 20, 12));
        QVERIFY(!files.isEmpty());
        SessionOpener opener(QProcessEnvironment::systemEnvironment());
        QSignalSpy opened(&opener, &SessionOpener::opened);
        opener.open(files[0].path, fixture->engine->machine().toolchains);
        QVERIFY(opened.wait(4 * Patience));
        const auto host = opened[0][1].value<HostProgram>();
        QTRY_COMPARE_WITH_TIMEOUT(childrenOfTest().size(), 0, Patience); // of the look around the machine
        const auto plugin = [&files, version = host.toolchain.version.toString()](int i) {
            PluginFile file = files[i % files.size()];
            file.candidate.version = version;
            return file;
        };
        const QString problem = Chaos(*fixture, host, plugin, m_seed).run(count);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        checkNothingIsLeft(std::move(fixture));
    }
};

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); // a long run is not one that hangs
    const QApplication application(argc, argv);
    tst_SessionKills test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sessionkills.moc"
