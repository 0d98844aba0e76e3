// SPDX-License-Identifier: Apache-2.0
// The queue and its jobs, with executors that do what the test says.
#include "build/buildqueue.h"

#include "support/buildfixture.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

class FakeExecutor : public JobExecutor
{
public:
    FakeExecutor(QString id, std::shared_ptr<SourceSnapshot> snapshot, bool failsAtOnce)
        : jobId(std::move(id))
        , m_snapshot(std::move(snapshot))
        , m_failsAtOnce(failsAtOnce)
    {
    }
    void start() override
    {
        emit stateReached(JobState::Preparing);
        if (m_failsAtOnce)
            fail(ErrorCode::NotFound);
    }
    bool cancel() override { return !isStoring; }
    void retire() override
    {
        isRetired = true;
        deleteLater();
    }
    void reach(JobState state) { emit stateReached(state); }
    void say(const QString &text) { emit line(JobState::Compiling, text); }
    void progress(int compiled, int total) { emit progressed({compiled, total}); }
    void succeed()
    {
        JobResult result;
        result.path = u"/plugins/p.so"_s;
        result.scn = Scn(20231125120000);
        emit finished(result);
    }
    void fail(ErrorCode code) { emit finished(Error{code, u"It broke"_s, u"Because"_s, u"line 1\nline 2"_s}); }
    const SourceSnapshot *snapshot() const { return m_snapshot.get(); }

    const QString jobId;
    bool isRetired = false;
    bool isStoring = false; // and so too late for a cancel

private:
    std::shared_ptr<SourceSnapshot> m_snapshot;
    bool m_failsAtOnce;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

} // namespace

class tst_BuildQueue : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<JobHistory> m_history;
    std::unique_ptr<BuildQueue> m_queue;
    QVector<QPointer<FakeExecutor>> m_executors; // in the order of their start
    bool m_failAtOnce = false;
    int m_idles = 0;
    int m_badIndices = 0;

    QStringList add(int count, bool held = false)
    {
        QVector<BuildQueue::NewJob> jobs;
        BuildRequest request = requestFor({scanOf({{"go.mod", "module a\n"}, {"main.go", "package main\n"}})});
        const auto plan = makePlan(request, machineWith({"1.22.6"}));
        for (int i = 0; i < count; ++i) {
            JobSpec spec;
            spec.sources = plan->jobs[0].sources;
            spec.name = request.name;
            spec.target = plan->jobs[0].target;
            jobs += {plan->jobs[0], spec};
        }
        return m_queue->enqueue(jobs, held);
    }
    /// Where in the queue the jobs are that were started, in the order of their start.
    QVector<int> started() const
    {
        QVector<int> indices;
        for (const auto &executor : m_executors)
            indices += executor ? m_queue->indexOf(executor->jobId) : -1;
        return indices;
    }
    FakeExecutor *executor(int number) const { return m_executors[number]; }
    QVector<JobState> states() const
    {
        QVector<JobState> list;
        for (int i = 0; i < m_queue->count(); ++i)
            list += m_queue->at(i)->state();
        return list;
    }
    QVector<JobRecord> history()
    {
        auto future = m_history->recent(100);
        future.waitForFinished();
        return future.result();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_history = std::make_unique<JobHistory>(m_folder->filePath(u"history.sqlite"_s));
        m_queue = std::make_unique<BuildQueue>(*m_history, m_folder->filePath(u"logs"_s),
                                               [this](const BuildJob &job, std::shared_ptr<SourceSnapshot> snapshot) {
                                                   auto made = std::make_unique<FakeExecutor>(
                                                       job.id(), std::move(snapshot), m_failAtOnce);
                                                   m_executors += made.get();
                                                   return made;
                                               });
        m_executors.clear();
        m_failAtOnce = false;
        m_idles = m_badIndices = 0;
        connect(m_queue.get(), &BuildQueue::idle, this, [this] { ++m_idles; });
        const auto check = [this](int index) { m_badIndices += index < 0 || index >= m_queue->count() ? 1 : 0; };
        connect(m_queue.get(), &BuildQueue::jobAdded, this, check);
        connect(m_queue.get(), &BuildQueue::jobChanged, this, check);
        connect(m_queue.get(), &BuildQueue::jobProgressed, this, check);
        connect(m_queue.get(), &BuildQueue::jobLogAppended, this, check);
        connect(m_queue.get(), &BuildQueue::jobReplaced, this, check);
        connect(m_queue.get(), &BuildQueue::jobAboutToBeRemoved, this, check);
    }
    void cleanup()
    {
        QCOMPARE(m_badIndices, 0);
        m_queue.reset();
        m_history.reset();
    }

    void startsInOrderUpToTheLimit()
    {
        m_queue->setParallel(2);
        const QStringList ids = add(4);
        QCOMPARE(ids.size(), 4);
        QCOMPARE(started(), (QVector<int>{0, 1}));
        QCOMPARE(m_queue->runningCount(), 2);
        QCOMPARE(m_queue->waitingCount(), 2);
        executor(0)->succeed();
        QCOMPARE(started(), (QVector<int>{0, 1, 2}));
        executor(2)->fail(ErrorCode::ProcessFailed);
        QCOMPARE(started(), (QVector<int>{0, 1, 2, 3}));
        QCOMPARE(states(), (QList{JobState::Done, JobState::Preparing, JobState::Failed, JobState::Preparing}));
        QCOMPARE(m_queue->find(ids[1]), m_queue->at(1));
        QCOMPARE(m_queue->find(u"x"_s), nullptr);
        QVERIFY(BuildQueue::defaultParallel() >= 1);
    }

    void theLimitChangesWhileRunning()
    {
        m_queue->setParallel(1);
        add(5);
        QCOMPARE(m_executors.size(), 1);
        m_queue->setParallel(3);
        QCOMPARE(m_executors.size(), 3); // at once
        m_queue->setParallel(1);
        QCOMPARE(m_queue->runningCount(), 3); // nothing that runs is ended
        executor(0)->succeed();
        executor(1)->succeed();
        QCOMPARE(m_executors.size(), 3);
        executor(2)->succeed();
        QCOMPARE(m_executors.size(), 4);
        m_queue->setParallel(0);
        QCOMPARE(m_queue->parallel(), 1);
    }

    void holdsAndReleases()
    {
        m_queue->setParallel(1);
        const QStringList held = add(2, true);
        QCOMPARE(m_executors.size(), 0);
        QCOMPARE(m_queue->waitingCount(), 0);
        QCOMPARE(states(), (QList{JobState::Held, JobState::Held}));
        m_queue->setHeld(held[1], false);
        QCOMPARE(started(), (QVector<int>{1}));
        m_queue->setHeld(held[1], true); // it runs
        QCOMPARE(states(), (QList{JobState::Held, JobState::Preparing}));
        const QStringList more = add(2);
        m_queue->setHeld(more[0], true);
        executor(0)->succeed();
        QCOMPARE(started(), (QVector<int>{1, 3}));
        m_queue->setHeld(u"x"_s, false);
        executor(1)->succeed();
        QCOMPARE(m_idles, 1); // what is held does not wait
        m_queue->setHeld(held[0], false);
        QCOMPARE(started(), (QVector<int>{1, 3, 0}));
        m_queue->setHeld(more[0], false);
        executor(2)->succeed();
        executor(3)->succeed();
        QCOMPARE(m_idles, 2);
    }

    void reorders()
    {
        m_queue->setParallel(1);
        const QStringList ids = add(4);
        QSignalSpy moved(m_queue.get(), &BuildQueue::jobMoved);
        m_queue->move(ids[3], 1);
        QCOMPARE(moved.takeFirst(), (QVariantList{3, 1}));
        m_queue->move(ids[1], 99);
        QCOMPARE(moved.takeFirst(), (QVariantList{2, 3}));
        m_queue->move(ids[1], 3);
        m_queue->move(u"x"_s, 0);
        QCOMPARE(moved.size(), 0);
        for (int i = 0; i < 3; ++i)
            executor(i)->succeed();
        QStringList order;
        for (const auto &executor : m_executors)
            order += executor ? executor->jobId : QString();
        QCOMPARE(order, (QStringList{ids[0], ids[3], ids[2], ids[1]}));
    }

    void cancelsWaitingOnes()
    {
        m_queue->setParallel(1);
        const QStringList ids = add(3);
        m_queue->cancel(ids[1]);
        QCOMPARE(states(), (QList{JobState::Preparing, JobState::Cancelled, JobState::Queued}));
        QCOMPARE(m_queue->at(1)->seconds(), 0.0);
        executor(0)->succeed();
        QCOMPARE(started(), (QVector<int>{0, 2})); // never started
        m_queue->cancel(u"x"_s);
        m_queue->cancel(ids[0]); // has ended
        QCOMPARE(states()[0], JobState::Done);
    }

    void cancelsRunningOnes()
    {
        m_queue->setParallel(1);
        const QStringList ids = add(2);
        const QPointer<FakeExecutor> first = executor(0);
        first->reach(JobState::Compiling);
        m_queue->cancel(ids[0]);
        QVERIFY(first->isRetired);
        QCOMPARE(states(), (QList{JobState::Cancelled, JobState::Preparing})); // at once, and the next has its turn
        QCOMPARE(m_queue->at(0)->lastStep(), JobState::Compiling);
        // It may still be busy: nothing that it says counts any more.
        first->succeed();
        first->reach(JobState::Linking);
        QCOMPARE(states()[0], JobState::Cancelled);
        QTRY_VERIFY(!first);
        QVERIFY(contentOf(m_queue->at(0)->logPath()).endsWith("\tcompile\tcancelled\n"));
    }

    void ignoresACancelThatComesTooLate()
    {
        const QStringList ids = add(1);
        executor(0)->reach(JobState::Stamping);
        executor(0)->isStoring = true;
        m_queue->cancel(ids[0]);
        QCOMPARE(states(), QList{JobState::Stamping});
        QVERIFY(!executor(0)->isRetired);
        executor(0)->succeed();
        QCOMPARE(states(), QList{JobState::Done});
    }

    void cancelsEverything_data()
    {
        QTest::addColumn<int>("runningAt");
        QTest::newRow("in order") << 0;
        QTest::newRow("the running one was moved to the end") << 3;
        QTest::newRow("between") << 2;
    }
    void cancelsEverything()
    {
        QFETCH(int, runningAt);
        m_queue->setParallel(1);
        const QStringList ids = add(4);
        m_queue->setHeld(ids[1], true);
        m_queue->move(ids[0], runningAt);
        m_queue->cancelAll();
        QCOMPARE(states(), QVector<JobState>(4, JobState::Cancelled));
        QCOMPARE(m_executors.size(), 1); // none of the others got a turn in between
        QCOMPARE(m_idles, 1);
    }

    void triesAgain()
    {
        m_queue->setParallel(4);
        const QStringList ids = add(3);
        executor(0)->succeed();
        executor(1)->fail(ErrorCode::ProcessFailed);
        QCOMPARE(m_queue->retry(ids[0]), QString()); // done
        QCOMPARE(m_queue->retry(ids[2]), QString()); // runs
        QCOMPARE(m_queue->retry(u"x"_s), QString());
        const QPointer<BuildJob> old = m_queue->at(1);
        QSignalSpy replaced(m_queue.get(), &BuildQueue::jobReplaced);
        const QString again = m_queue->retry(ids[1]);
        QCOMPARE(replaced.size(), 1);
        QCOMPARE(replaced[0][0].toInt(), 1);
        QVERIFY(again != ids[1]);
        QCOMPARE(m_queue->count(), 3);
        QCOMPARE(m_queue->at(1)->id(), again);
        QCOMPARE(m_queue->at(1)->record().spec, old->record().spec);
        QVERIFY(m_queue->at(1)->logPath() != old->logPath());
        QVERIFY(m_queue->at(1)->record().run != old->record().run); // the source is looked at anew
        QCOMPARE(m_queue->at(1)->state(), JobState::Preparing);
        QTRY_VERIFY(!old);
        m_queue->cancel(again);
        QVERIFY(!m_queue->retry(again).isEmpty());
    }

    void triesAllFailedOnesAgain()
    {
        m_queue->setParallel(5);
        const QStringList ids = add(5);
        executor(0)->fail(ErrorCode::ProcessFailed);
        executor(1)->succeed();
        executor(2)->fail(ErrorCode::NoSpace);
        m_queue->cancel(ids[3]);
        m_queue->retryAllFailed();
        QCOMPARE(states(), (QList{JobState::Preparing, JobState::Done, JobState::Preparing, JobState::Cancelled,
                                  JobState::Preparing}));
        QVERIFY(m_queue->at(0)->id() != ids[0] && m_queue->at(4)->id() == ids[4]);
    }

    void tellsWhenAllIsDone()
    {
        m_queue->setParallel(2);
        add(3);
        executor(0)->succeed();
        executor(1)->fail(ErrorCode::ProcessFailed);
        QCOMPARE(m_idles, 0);
        executor(2)->succeed();
        QCOMPARE(m_idles, 1);
        m_queue->setParallel(3);
        m_queue->clearFinished();
        QCOMPARE(m_idles, 1); // once
        add(1);
        QCOMPARE(m_idles, 1);
        executor(3)->succeed();
        QCOMPARE(m_idles, 2);
    }

    void survivesJobsThatFailAtOnce()
    {
        m_failAtOnce = true;
        m_queue->setParallel(2);
        add(300);
        QCOMPARE(states(), QVector<JobState>(300, JobState::Failed));
        QCOMPARE(m_executors.size(), 300);
        QCOMPARE(m_idles, 1);
    }

    void clearsWhatHasEnded()
    {
        m_queue->setParallel(1);
        const QStringList ids = add(4);
        executor(0)->succeed();
        m_queue->cancel(ids[3]);
        QSignalSpy removed(m_queue.get(), &BuildQueue::jobRemoved);
        m_queue->clearFinished();
        QCOMPARE(m_queue->count(), 2);
        QCOMPARE(m_queue->at(0)->id(), ids[1]);
        QCOMPARE(removed.size(), 2);
        QCOMPARE(history().size(), 4); // they stay in the history
    }

    void jobsOfARunShareTheirSource()
    {
        m_queue->setParallel(3);
        add(2);
        add(1);
        QVERIFY(executor(0)->snapshot());
        QCOMPARE(executor(0)->snapshot(), executor(1)->snapshot());
        QVERIFY(executor(0)->snapshot() != executor(2)->snapshot());
        const QPointer<const QObject> snapshot = executor(0)->snapshot();
        executor(0)->succeed();
        QTRY_VERIFY(!m_executors[0]);
        QVERIFY(snapshot);
        executor(1)->succeed();
        QTRY_VERIFY(!snapshot); // goes with the last job of the run
    }

    void writesLogs()
    {
        m_queue->setParallel(3);
        add(3);
        executor(0)->say(u"# example.com/a"_s);
        m_queue->at(0)->flushLog();
        QVERIFY(contentOf(m_queue->at(0)->logPath()).endsWith("\tcompile\t# example.com/a\n"));
        // The last line is there before anybody hears of the end.
        QByteArray atTheEnd;
        connect(m_queue->at(0), &BuildJob::finished, this, [&] { atTheEnd = contentOf(m_queue->at(0)->logPath()); });
        executor(0)->succeed();
        QVERIFY(atTheEnd.startsWith("# Plugsmith build log 1\n"));
        QVERIFY2(atTheEnd.endsWith("\tdone\t/plugins/p.so\n"), atTheEnd.constData());

        executor(1)->fail(ErrorCode::NoSpace);
        QList<QByteArray> lines = contentOf(m_queue->at(1)->logPath()).split('\n');
        for (QByteArray &line : lines)
            line = line.mid(line.indexOf('\t') + 1);
        QCOMPARE(lines.mid(1),
                 (QList<QByteArray>{"failed\tIt broke", "failed\tBecause", "failed\tline 1", "failed\tline 2", {}}));
        executor(2)->fail(ErrorCode::ProcessFailed); // its details were lines before
        QVERIFY(!contentOf(m_queue->at(2)->logPath()).contains("line 1"));
    }

    void passesProgressOn()
    {
        add(1);
        QSignalSpy progressed(m_queue.get(), &BuildQueue::jobProgressed);
        QSignalSpy changed(m_queue.get(), &BuildQueue::jobChanged);
        executor(0)->progress(3, 10);
        QCOMPARE(progressed.size(), 1);
        QCOMPARE(m_queue->at(0)->progress(), (JobProgress{3, 10}));
        executor(0)->reach(JobState::Compiling);
        executor(0)->reach(JobState::Compiling);
        QCOMPARE(changed.size(), 1);
        executor(0)->succeed();
        QCOMPARE(m_queue->at(0)->state(), JobState::Done);
        QCOMPARE(m_queue->at(0)->result().path, u"/plugins/p.so"_s);
        QCOMPARE(m_queue->at(0)->lastStep(), JobState::Compiling);
    }

    void everyChangeIsInTheHistory()
    {
        m_queue->setParallel(2);
        const QStringList ids = add(3);
        const QStringList held = add(1, true);
        executor(0)->fail(ErrorCode::NoSpace);
        QMap<QString, JobRecord> records;
        for (const JobRecord &record : history())
            records.insert(record.id, record);
        QCOMPARE(records.size(), 4);
        QCOMPARE(records[ids[0]].state, JobState::Failed);
        QCOMPARE(records[ids[0]].error.code, ErrorCode::NoSpace);
        QCOMPARE(records[ids[0]].modulePath, u"a"_s);
        QCOMPARE(records[ids[1]].state, JobState::Preparing);
        QCOMPARE(records[ids[0]].run, records[ids[1]].run);
        QCOMPARE(records[held[0]].state, JobState::Held);
        QVERIFY(records[held[0]].run != records[ids[1]].run);
        const QString log = records[ids[0]].log;
        QVERIFY(QFile::exists(log));
        // The end of the program is no end of the jobs: the next start offers them again.
        m_queue.reset();
        for (const JobRecord &record : history())
            QCOMPARE(isFinished(record.state), record.id == ids[0]);
        m_queue = std::make_unique<BuildQueue>(*m_history, m_folder->filePath(u"logs"_s), nullptr);
    }
};

QTEST_GUILESS_MAIN(tst_BuildQueue)
#include "tst_buildqueue.moc"
