// SPDX-License-Identifier: Apache-2.0
#include "build/jobhistory.h"

#include "support/faketool.h"

#include <QProcess>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <csignal>
#include <unistd.h>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto ChildVariable = "PLUGSMITH_TEST_HISTORY";
const Scn Noon(20231125120000);

JobRecord recordOf(const QString &id, JobState state = JobState::Queued)
{
    JobRecord record;
    record.id = id;
    record.run = u"run-1"_s;
    record.modulePath = u"example.com/shop"_s;
    record.spec.sources = {u"/x/größe.zip"_s, u"/x/types"_s};
    record.spec.packageFolder = u"cmd/plugin"_s;
    record.spec.singleFile = u"a.go"_s;
    record.spec.name = u"pricing"_s;
    record.spec.destination = u"/plugins"_s;
    record.spec.target = {*GoVersion::parse(u"1.22.6"), *Platform::parse(u"linux/amd64")};
    record.spec.options.tags = {u"netgo"_s};
    record.spec.force = true;
    record.state = state;
    // Histories sort by time: ids that follow one another are a second apart.
    record.created = QDateTime::fromSecsSinceEpoch(1'700'000'000 + id.mid(4).toInt(), QTimeZone::utc());
    record.log = u"/logs/"_s + id + u".log";
    return record;
}

template<class T>
T answerOf(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

QStringList idsOf(const QVector<JobRecord> &records)
{
    QStringList ids;
    for (const JobRecord &record : records)
        ids += record.id;
    return ids;
}

/// What the process with ChildVariable does: begins a build of its own. It dies when told, as in a crash.
int beginABuild(const QString &file)
{
    JobHistory history(file);
    history.add(recordOf(u"job-1"_s, JobState::Compiling));
    history.add(recordOf(u"job-2"_s, JobState::Held));
    history.add(recordOf(u"job-3"_s, JobState::Done));
    (void)answerOf(history.recent(1));
    ::puts("begun");
    ::fflush(stdout);
    char byte = 0;
    while (::read(STDIN_FILENO, &byte, 1) > 0)
        ;
    ::kill(::getpid(), SIGKILL);
    return 0;
}

} // namespace

class tst_JobHistory : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString file() const { return m_folder->filePath(u"history.sqlite"_s); }
    QStringList setAside() const { return QDir(m_folder->path()).entryList({u"*.damaged-*"_s}, QDir::Files); }
    /// Runs statements on the database, behind the back of the history.
    bool tamper(const QStringList &statements) const
    {
        bool isDone = false;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s);
            database.setDatabaseName(file());
            isDone = database.open();
            for (const QString &statement : statements)
                isDone = isDone && QSqlQuery(database).exec(statement);
            database.close();
        }
        QSqlDatabase::removeDatabase(u"tamper"_s);
        return isDone;
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void specsSurviveJson()
    {
        const JobSpec spec = recordOf(u"job-1"_s).spec;
        const auto read = JobSpec::fromJson(spec.toJson());
        QVERIFY(read);
        QCOMPARE(*read, spec);
        for (const auto key : {"sources"_L1, "go"_L1, "platform"_L1}) {
            QJsonObject object = spec.toJson();
            object.remove(key);
            QCOMPARE(JobSpec::fromJson(object).error().code, ErrorCode::Damaged);
        }
        QJsonObject object = spec.toJson();
        object[u"options"_s] = QJsonObject{{u"mode"_s, u"dll"_s}};
        QVERIFY(!JobSpec::fromJson(object));
    }

    void keepsRecords()
    {
        JobRecord done = recordOf(u"job-1"_s);
        JobRecord failed = recordOf(u"job-2"_s, JobState::Failed);
        failed.error = {ErrorCode::ProcessFailed, u"2 errors in a.go"_s, u"./a.go:1:1: no"_s, u"line\nline"_s};
        {
            JobHistory history(file());
            history.add(done);
            history.add(failed);
            history.add(recordOf(u"job-3"_s));
            done.state = JobState::Done;
            done.seconds = 1.25;
            done.result = {u"/plugins/p.so"_s, u"/plugins/p.pinf"_s, Noon, 5'000'000'000, u"ab12"_s, true, 0, 42};
            history.update(done);
            history.remove(u"job-3"_s);
        }
        JobHistory history(file()); // as after a start of the program
        const auto records = answerOf(history.recent(10));
        QCOMPARE(idsOf(records), (QStringList{u"job-2"_s, u"job-1"_s})); // newest first
        QCOMPARE(idsOf(answerOf(history.recent(1))), QStringList{u"job-2"_s});
        const JobRecord &read = records[1];
        QCOMPARE(read.run, done.run);
        QCOMPARE(read.modulePath, done.modulePath);
        QCOMPARE(read.spec, done.spec);
        QCOMPARE(read.state, JobState::Done);
        QCOMPARE(read.created, done.created);
        QCOMPARE(read.seconds, done.seconds);
        QCOMPARE(read.result, done.result);
        QCOMPARE(read.error, Error());
        QCOMPARE(read.log, done.log);
        QCOMPARE(records[0].state, JobState::Failed);
        QCOMPARE(records[0].error, failed.error);
    }

    void setsADamagedDatabaseAside_data()
    {
        QTest::addColumn<QString>("damage");
        for (const char *damage : {"garbage", "cut off", "pages overwritten", "newer release"})
            QTest::newRow(damage) << QString::fromLatin1(damage);
    }
    void setsADamagedDatabaseAside()
    {
        QFETCH(QString, damage);
        {
            JobHistory history(file());
            for (int i = 0; i < 300; ++i)
                history.add(recordOf(u"job-%1"_s.arg(i)));
        }
        QFile database(file());
        QVERIFY(database.open(QIODevice::ReadWrite));
        const qint64 size = database.size();
        QVERIFY(size > 50'000);
        if (damage == u"garbage"_s) {
            QVERIFY(database.resize(0));
            database.write(QByteArray(20'000, 'x'));
        } else if (damage == u"cut off"_s) {
            QVERIFY(database.resize(size / 2));
        } else if (damage == u"pages overwritten"_s) {
            database.seek(5000);
            database.write(QByteArray(static_cast<int>(size) - 10'000, 'x'));
        }
        database.close();
        if (damage == u"newer release"_s)
            QVERIFY(tamper({u"PRAGMA user_version=99"_s}));
        database.open(QIODevice::ReadOnly);
        const QByteArray bytes = database.readAll();
        database.close();

        JobHistory history(file());
        history.add(recordOf(u"job-7"_s));
        QCOMPARE(idsOf(answerOf(history.recent(1000))), QStringList{u"job-7"_s});
        QCOMPARE(answerOf(history.reserveScn(u"a"_s, Noon, {})), Noon);
        QCOMPARE(answerOf(history.reserveScn(u"a"_s, Noon, {})), Noon.next());
        QCOMPARE(setAside().size(), 1); // not deleted: somebody may want to look at it
        QFile kept(m_folder->filePath(setAside()[0]));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), bytes);
    }

    void worksWithoutADisk()
    {
        JobHistory history(u"/nowhere/at/all/history.sqlite"_s);
        history.add(recordOf(u"job-1"_s));
        QVERIFY(answerOf(history.recent(10)).isEmpty());
        QVERIFY(!answerOf(history.findOutput(u"f"_s, u"/p"_s)));
        // What builds rely on holds all the same.
        QCOMPARE(answerOf(history.reserveScn(u"a"_s, Noon, {})), Noon);
        QCOMPARE(answerOf(history.reserveScn(u"a"_s, Noon, {})), Noon.next());
    }

    void reservesScns_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("time");
        QTest::addColumn<qint64>("newest");
        QTest::addColumn<qint64>("reserved");
        const auto row = [](const char *tag, const char *name, qint64 time, qint64 newest, qint64 reserved) {
            QTest::newRow(tag) << QString::fromLatin1(name) << time << newest << reserved;
        };
        row("later", "a", 20231125120001, 0, 20231125120001);
        row("same second", "a", 20231125120000, 0, 20231125120001);
        row("the clock went back", "a", 20231125110000, 0, 20231125120001);
        row("other name", "b", 20231125120000, 0, 20231125120000);
        row("newer one in the folder", "a", 20231125120030, 20231125235959, 20231126000000);
        row("same one in the folder", "b", 20231125120000, 20231125120000, 20231125120001);
        row("older one in the folder", "b", 20231125120000, 20231125115959, 20231125120000);
        row("end of a year", "b", 20231231235959, 20231231235959, 20240101000000);
    }
    void reservesScns()
    {
        QFETCH(QString, name);
        QFETCH(qint64, time);
        QFETCH(qint64, newest);
        QFETCH(qint64, reserved);
        {
            JobHistory earlier(file());
            QCOMPARE(answerOf(earlier.reserveScn(u"a"_s, Noon, {})), Noon);
        }
        JobHistory history(file());
        QCOMPARE(answerOf(history.reserveScn(name, Scn(time), Scn(newest))).value(), reserved);
    }

    void neverGivesAnScnTwice()
    {
        constexpr int Each = 40;
        JobHistory one(file());
        JobHistory two(file()); // another instance of the program: it has a connection of its own
        QVector<QFuture<Scn>> futures;
        for (int i = 0; i < Each; ++i) {
            for (JobHistory *history : {&one, &two})
                futures += history->reserveScn(u"a"_s, Noon, {});
        }
        QVector<qint64> values;
        for (QFuture<Scn> &future : futures) {
            values += answerOf(future).value();
            QVERIFY(future.result().isValid());
        }
        std::ranges::sort(values);
        QCOMPARE(std::ranges::adjacent_find(values), values.end());
        QCOMPARE(values.size(), 2 * Each);
        QCOMPARE(values.first(), Noon.value());
        QCOMPARE(values.last(), 20231125120119); // without holes
        QCOMPARE(setAside(), QStringList());     // they opened it at the same time, and neither took it for damaged
    }

    void remembersOutputs()
    {
        const QString path = m_folder->filePath(u"p.so"_s);
        const QString copy = m_folder->filePath(u"elsewhere/p.so"_s);
        QVERIFY(writeFile(path, "plugin") && writeFile(copy, "plugin"));
        JobHistory history(file());
        const auto find = [&](const QString &fingerprint, const QString &at) {
            return answerOf(history.findOutput(fingerprint, at));
        };
        QVERIFY(!find(u"f"_s, path));
        history.rememberOutput(u"f"_s, {path, u"/p.pinf"_s, u"ab12"_s, 6, Noon});
        history.rememberOutput(u"f"_s, {copy, u"/e.pinf"_s, u"ab12"_s, 6, Noon.next()});
        const auto found = find(u"f"_s, path);
        QVERIFY(found);
        QCOMPARE(found->path, path);
        QCOMPARE(found->infoPath, u"/p.pinf"_s);
        QCOMPARE(found->sha256, u"ab12"_s);
        QCOMPARE(found->bytes, 6);
        QCOMPARE(found->built, Noon);
        QCOMPARE(find(u"f"_s, copy)->path, copy); // the one in the place itself comes first
        QVERIFY(!find(u"other"_s, path));

        QVERIFY(writeFile(path, "plugin, touched"));
        QCOMPARE(find(u"f"_s, path)->path, copy);
        QVERIFY(QFile::remove(copy));
        QVERIFY(!find(u"f"_s, path));
    }

    void noticesAFileOfTheSameSize()
    {
        const QString path = m_folder->filePath(u"p.so"_s);
        QVERIFY(writeFile(path, "plugin"));
        JobHistory history(file());
        history.rememberOutput(u"f"_s, {path, {}, {}, 6, Noon});
        QVERIFY(answerOf(history.findOutput(u"f"_s, path)));
        QFile changed(path);
        QVERIFY(changed.open(QIODevice::ReadWrite));
        QVERIFY(changed.setFileTime(QDateTime::currentDateTime().addSecs(5), QFileDevice::FileModificationTime));
        changed.close();
        QVERIFY(!answerOf(history.findOutput(u"f"_s, path)));
    }

    void aPathHasOneFingerprint()
    {
        const QString path = m_folder->filePath(u"p.so"_s);
        QVERIFY(writeFile(path, "plugin"));
        JobHistory history(file());
        history.rememberOutput(u"before"_s, {path, {}, {}, 6, Noon});
        history.rememberOutput(u"after"_s, {path, {}, {}, 6, Noon}); // replaced, within the clock's resolution
        QVERIFY(!answerOf(history.findOutput(u"before"_s, path)));
        QVERIFY(answerOf(history.findOutput(u"after"_s, path)));
    }

    void remembersArchives()
    {
        const QByteArray digest = QByteArray::fromHex("00ff0a");
        {
            JobHistory history(file());
            history.rememberArchive(u"ab12"_s, digest);
        }
        JobHistory history(file());
        QCOMPARE(answerOf(history.findArchive(u"ab12"_s)), digest);
        QCOMPARE(answerOf(history.findArchive(u"cd34"_s)), QByteArray());
    }

    void estimatesFromRealBuilds()
    {
        JobHistory history(file());
        const auto add = [&history](int number, JobState state, double seconds, bool upToDate, const QString &version,
                                    const QString &module) {
            JobRecord record = recordOf(u"job-%1"_s.arg(number), state);
            record.seconds = seconds;
            record.result.upToDate = upToDate;
            record.spec.target.version = *GoVersion::parse(version);
            record.modulePath = module;
            history.add(record);
        };
        add(1, JobState::Done, 1, false, u"1.22.6"_s, u"a"_s);
        add(2, JobState::Done, 2, false, u"1.22.6"_s, u"a"_s);
        add(3, JobState::Done, 3, true, u"1.22.6"_s, u"a"_s);
        add(4, JobState::Failed, 4, false, u"1.22.6"_s, u"a"_s);
        add(5, JobState::Done, 5, false, u"1.22.5"_s, u"a"_s);
        add(6, JobState::Done, 6, false, u"1.22.6"_s, u"b"_s);
        add(7, JobState::Done, 7, false, u"1.22.6"_s, u"a"_s);
        const Target target = recordOf(u"job-1"_s).spec.target;
        QCOMPARE(answerOf(history.durations(u"a"_s, target, 5)), (QVector<double>{7, 2, 1}));
        QCOMPARE(answerOf(history.durations(u"a"_s, target, 1)), (QVector<double>{7}));
    }

    void forgetsOldJobs()
    {
        JobHistory history(file());
        QStringList logs;
        for (int i = 0; i < 6; ++i) {
            JobRecord record = recordOf(u"job-%1"_s.arg(i), i == 0 ? JobState::Held : JobState::Done);
            record.log = m_folder->filePath(record.id + u".log"_s);
            QVERIFY(writeFile(record.log, "log"));
            history.add(record);
        }
        history.prune(2);
        QCOMPARE(idsOf(answerOf(history.recent(10))), (QStringList{u"job-5"_s, u"job-4"_s, u"job-0"_s}));
        QCOMPARE(QDir(m_folder->path()).entryList({u"*.log"_s}),
                 (QStringList{u"job-0.log"_s, u"job-4.log"_s, u"job-5.log"_s}));
    }

    void offersWhatAKillInterrupted()
    {
        QProcess other; // another instance, which dies in the middle of its builds
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(ChildVariable), file());
        other.setProcessEnvironment(environment);
        other.start(QCoreApplication::applicationFilePath());
        QTRY_VERIFY_WITH_TIMEOUT(other.canReadLine(), 30'000);

        JobHistory history(file());
        history.add(recordOf(u"job-4"_s, JobState::Compiling)); // of this process
        QVERIFY(answerOf(history.takeInterrupted()).isEmpty()); // it lives
        other.closeWriteChannel();
        QVERIFY(other.waitForFinished(30'000));
        QCOMPARE(other.exitStatus(), QProcess::CrashExit);

        const auto interrupted = answerOf(history.takeInterrupted());
        QCOMPARE(idsOf(interrupted), (QStringList{u"job-1"_s, u"job-2"_s})); // oldest first
        QCOMPARE(interrupted[0].spec, recordOf(u"job-1"_s).spec);
        QCOMPARE(interrupted[0].state, JobState::Compiling);
        QVERIFY(answerOf(history.takeInterrupted()).isEmpty()); // offered once
        const auto records = answerOf(history.recent(10));
        QCOMPARE(records.last().state, JobState::Cancelled);
        QCOMPARE(records.first().state, JobState::Compiling);
    }

    void processNumbersAreUsedAgain()
    {
        {
            JobHistory history(file());
            history.add(recordOf(u"job-1"_s, JobState::Compiling));
        }
        // A process of the same number that started at another time.
        QVERIFY(tamper({u"UPDATE jobs SET owner='%1:1'"_s.arg(::getpid())}));
        JobHistory history(file());
        QCOMPARE(idsOf(answerOf(history.takeInterrupted())), QStringList{u"job-1"_s});
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsSet(ChildVariable))
        return beginABuild(qEnvironmentVariable(ChildVariable));
    tst_JobHistory test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_jobhistory.moc"
