// SPDX-License-Identifier: Apache-2.0
// Two hundred jobs at once in the real window: all end well, memory stays flat, the window answers throughout, and a
// job that is cancelled in the middle leaves no process. With a fake go; PLUGSMITH_REAL_GO=1 takes a real one.
#include "gui/jobsview.h"
#include "support/fakemachine.h"
#include "support/watchedapplication.h"
#include "windowfixture.h"

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Jobs = 200;
constexpr int LastingJob = 120; // the one that is cancelled while it compiles

qint64 residentKilobytes()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return -1;
}

/// Processes whose command line or folder speaks of this job.
QStringList processesOf(const QString &jobId)
{
    QStringList found;
    for (const QString &id : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (!id[0].isDigit())
            continue;
        QFile file(u"/proc/"_s + id + u"/cmdline"_s);
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(jobId.toUtf8()))
            found += id;
    }
    return found;
}

} // namespace

class tst_ManyJobs : public QObject
{
    Q_OBJECT

private slots:
    void windowAnswersThroughout()
    {
        const bool isReal = qEnvironmentVariableIsSet("PLUGSMITH_REAL_GO");
        WindowFixture fixture;
        FakeMachine machine;
        const QByteArray built = "err plugsmith.example/greeter\nsleep 15\nwhen LASTING 1 sleep 60000\ncopy " +
                                 machine.path(u"plugin-go1.22.6"_s).toLocal8Bit() + '\n';
        QVERIFY(machine.addGo("go1.22.6", built));
        if (!isReal) {
            BuildEngine::Setup setup;
            setup.environment = machine.environment("go1.22.6");
            setup.stateFolder = fixture.folder.filePath(u"state"_s);
            fixture.replaceEngine(setup);
        }
        QVERIFY(fixture.start());
        QVERIFY(fixture.openAndWait(fixture.source("func Greet() string { return \"hello\" }\n")));
        const GoVersion version =
            isReal ? realGo(*fixture.engine).value_or(GoVersion()) : *GoVersion::parse(u"1.22.6"_s);
        BuildQueue &queue = fixture.engine->queue();
        queue.setParallel(2);
        const SourceScan &scan = fixture.session->scans().first();

        auto &watchdog = *static_cast<WatchedApplication *>(qApp);
        watchdog.restart();
        QStringList left;
        qint64 early = 0;
        int finished = 0;
        connect(&queue, &BuildQueue::jobChanged, this, [&](int index) {
            BuildJob *job = queue.at(index);
            if (isFinished(job->state()) && ++finished == Jobs / 4)
                early = residentKilobytes();
            if (index == LastingJob && job->state() == JobState::Compiling) {
                QTimer::singleShot(20, &queue, [&queue, id = job->id()] { queue.cancel(id); });
                QTimer::singleShot(20 + 200, &queue, [&left, id = job->id()] { left = processesOf(id); });
            }
        });
        for (int i = 0; i < Jobs; ++i) {
            BuildRequest request{{scan},
                                 scan.mains.first(),
                                 u"greeter%1"_s.arg(i),
                                 fixture.folder.filePath(u"out"_s),
                                 {},
                                 {{version, Platform::thisMachine()}}};
            if (i == LastingJob)
                request.options.environment = {{u"LASTING"_s, u"1"_s}};
            const auto ids = fixture.engine->build(request, true); // else one plugin would be stamped 200 times
            QVERIFY2(ids, ids ? "" : qPrintable(ids.error().sentence()));
        }
        QTRY_VERIFY_WITH_TIMEOUT(finished == Jobs, isReal ? 600'000 : 120'000);
        QTest::qWait(250); // the look for leftovers
        const qint64 late = residentKilobytes();

        int done = 0;
        for (int i = 0; i < queue.count(); ++i)
            done += queue.at(i)->state() == JobState::Done ? 1 : 0;
        qInfo("%d jobs, %d done, %d events, %d over 16 ms, the longest %.1f ms (%s), the most work %.1f ms, memory "
              "%lld to "
              "%lld kB",
              Jobs, done, watchdog.events(), watchdog.eventsOver16(), watchdog.longest(), watchdog.worst().constData(),
              watchdog.longestWork(), static_cast<long long>(early), static_cast<long long>(late));
        QCOMPARE(done, Jobs - 1);
        QCOMPARE(queue.at(LastingJob)->state(), JobState::Cancelled);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
        QCOMPARE(QDir(fixture.folder.filePath(u"out"_s)).entryList({u"*.pinf"_s}, QDir::Files).size(), Jobs - 1);
        QVERIFY2(late - early < 8 * 1024, "memory grows with every job");
        // The work of one event says it whatever else the machine does; a wait would show in the time on the clock.
        QVERIFY2(watchdog.longestWork() < 250, "an event took too much work");
        QVERIFY2(watchdog.longest() < 2000, "the event loop was blocked");
    }
};

int main(int argc, char **argv)
{
    WatchedApplication application(argc, argv);
    QTEST_SET_MAIN_SOURCE_PATH
    tst_ManyJobs test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_manyjobs.moc"
