// SPDX-License-Identifier: Apache-2.0
// One job from its plan to the stored plugin, with a fake go; tst_realbuild does the same with a real one.
#include "build/localexecutor.h"

#include "base/folders.h"
#include "gobinary/binaryfile.h"
#include "support/buildfixture.h"
#include "support/faketool.h"
#include "support/goimage.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <algorithm>
#include <csignal>
#include <unistd.h>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30'000;
const Scn Noon(20231125120000);
// Fixed by the SCN, so that scripts can name it.
const QByteArray Renamed = "example.com/shop_t20231125120000";

enum class Kind { Plugin, Program };

QByteArray binaryOf(Kind kind, const QByteArray &goVersion = "go1.24.4")
{
    tests::ElfBuilder builder(tests::ElfMachine::named(Platform::thisMachine().arch.toLatin1()));
    if (kind == Kind::Plugin)
        tests::addModuleRecord(&builder, {.layout = tests::ModuleLayout::of("1.24")});
    else
        builder.interpreter = "/lib/ld.so";
    tests::addBuildInfo(&builder, goVersion, "path\texample.com/shop\nbuild\tGOOS=linux\n");
    return builder.build();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

/// Whether a process still does something: one that only waits to be collected by its parent is dead.
bool isAlive(pid_t pid)
{
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return false;
    const QByteArray line = stat.readAll();
    return !line.mid(line.lastIndexOf(')')).startsWith(") Z");
}

/// An executor at work, and everything that it said.
struct Watched
{
    explicit Watched(LocalExecutor *made)
        : executor(made)
    {
        QObject::connect(made, &JobExecutor::stateReached, made, [this](JobState state) { states += state; });
        QObject::connect(made, &JobExecutor::line, made,
                         [this](JobState step, const QString &text) { lines += stepOf(step) + u": " + text; });
        QObject::connect(made, &JobExecutor::progressed, made,
                         [this](const JobProgress &progress) { progresses += progress; });
        QObject::connect(made, &JobExecutor::finished, made,
                         [this](const Result<JobResult> &result) { results += result; });
    }
    ~Watched()
    {
        if (executor)
            executor->retire();
        (void)QTest::qWaitFor([this] { return !executor; }, Patience);
    }
    Q_DISABLE_COPY_MOVE(Watched)
    bool says(const QString &text) const { return lines.join(u'\n').contains(text); }

    QPointer<LocalExecutor> executor;
    QVector<JobState> states;
    QStringList lines;
    QVector<JobProgress> progresses;
    QVector<Result<JobResult>> results;
};

} // namespace

class tst_LocalExecutor : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<JobHistory> m_history;
    std::unique_ptr<Preflight> m_preflight;
    BuildMachine m_machine;
    SourceFiles m_files;
    BuildOptions m_options;
    QString m_destination;
    bool m_force = false;
    bool m_keepsFailed = false;
    int m_lastId = 0;

    QString at(const QString &name) const { return m_folder->filePath(name); }
    QString record() const { return at(u"record"_s); }
    /// What was recorded of runs of go build; each run is one text.
    QList<QByteArray> builds() const
    {
        QList<QByteArray> found;
        if (QFile::exists(record())) {
            for (const QByteArray &run : contentOf(record()).replace("\n\n", "\n\f").split('\f')) {
                if (run.contains("arg: -v\n"))
                    found += '\n' + run;
            }
        }
        return found;
    }
    /// The fake go: `script` is played by builds of plugins, `more` holds other sections.
    void makeGo(const QByteArray &script, const QByteArray &more = {})
    {
        const QByteArray play = "[build ./plugin]\nwrite plugin\n[build -v -o]\nrecord " + record().toLocal8Bit() +
                                '\n' + script + "\n[list]\nout\n" + more;
        if (!makeGoRoot(m_machine.toolchains[0].root, "go1.24.4", play))
            qFatal("no fake go");
    }
    /// A build that makes what it should.
    QByteArray makes(Kind kind = Kind::Plugin) const
    {
        return "copy " + at(kind == Kind::Plugin ? u"plugin"_s : u"program"_s).toLocal8Bit() + '\n';
    }
    PlannedJob job() const
    {
        BuildRequest request = requestFor({scanOf(m_files, at(u"source"_s))}, "1.24.4");
        request.options = m_options;
        request.destination = m_destination;
        const auto plan = makePlan(request, m_machine);
        if (!plan)
            qFatal("no plan: %s", qPrintable(plan.error().sentence()));
        return plan->jobs[0];
    }
    std::unique_ptr<Watched> start()
    {
        const PlannedJob planned = job();
        auto snapshot = std::make_shared<SourceSnapshot>(planned.sources, *m_history);
        auto watched = std::make_unique<Watched>(
            new LocalExecutor({QString::number(++m_lastId), planned, std::move(snapshot), m_force, m_keepsFailed},
                              {*m_history, *m_preflight, QProcessEnvironment::systemEnvironment(), {}}));
        watched->executor->start();
        return watched;
    }
    std::unique_ptr<Watched> build()
    {
        auto watched = start();
        if (!QTest::qWaitFor([&] { return !watched->results.isEmpty(); }, Patience))
            watched->results += Error{ErrorCode::TimedOut, u"(no answer)"_s, {}, {}};
        return watched;
    }
    static QStringList workFolders()
    {
        return QDir(folders::cache() + u"/work").entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    }

private slots:
    void initTestCase()
    {
        if (Platform::thisMachine().os != u"linux"_s)
            QSKIP("the fake plugins are ELF files");
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_history = std::make_unique<JobHistory>(at(u"history.sqlite"_s));
        m_preflight = std::make_unique<Preflight>(QProcessEnvironment::systemEnvironment());
        m_machine = machineWith({"1.24.4"});
        m_machine.toolchains[0].root = at(u"go"_s);
        m_machine.toolchains[0].program = at(u"go/bin/go"_s);
        m_options = {};
        m_options.linker = u"default"_s;
        m_destination = at(u"plugins"_s);
        m_force = m_keepsFailed = false;
        m_files = {{"go.mod", "module example.com/shop\n\ngo 1.18\n"},
                   {"main.go", "package main\nimport _ \"example.com/shop/sub\"\n"},
                   {"sub/sub.go", "package sub\n"}};
        writeFiles(m_files, at(u"source"_s));
        QVERIFY(writeFile(at(u"plugin"_s), binaryOf(Kind::Plugin)));
        QVERIFY(writeFile(at(u"program"_s), binaryOf(Kind::Program)));
        QVERIFY(QFile::setPermissions(at(u"program"_s), QFile::Permissions(0x7755)));
    }
    void cleanup()
    {
        m_preflight.reset();
        QThreadPool::globalInstance()->waitForDone();
        QCOMPARE(workFolders(), QStringList()); // nothing stays, however it ended
        m_history.reset();
    }

    void buildsAndStores()
    {
        m_options.identity = Identity::Time;
        m_options.fixedScn = Noon;
        m_options.tags = {u"netgo"_s};
        m_options.environment = {{u"GOAMD64"_s, u"v3"_s}};
        makeGo("err go: downloading example.com/dep v1.0.0\nerr example.com/dep\nerr " + Renamed + "/sub\nerr " +
               Renamed + "\nsleep 400\n" + makes()); // the link follows in silence
        const auto watched = build();
        QVERIFY2(watched->results[0], qPrintable(watched->lines.join(u'\n')));
        const JobResult result = *watched->results[0];
        QCOMPARE(watched->states, (QList{JobState::Preparing, JobState::ResolvingModules, JobState::Compiling,
                                         JobState::Linking, JobState::Stamping}));
        const PluginName name = job().output;
        QCOMPARE(result.path, m_destination + u'/' + name.fileName());
        QCOMPARE(result.infoPath, m_destination + u'/' + name.infoFileName());
        QCOMPARE(result.scn, Noon);
        QCOMPARE(contentOf(result.path), binaryOf(Kind::Plugin));
        QCOMPARE(result.bytes, binaryOf(Kind::Plugin).size());
        QVERIFY(!result.upToDate);

        const auto info = PluginInfo::read(result.infoPath);
        QVERIFY(info);
        QCOMPARE(info->name, u"pricing"_s);
        QCOMPARE(info->scn, Noon);
        QCOMPARE(info->version, u"1.24.4"_s);
        const QJsonObject facts = info->plugsmith;
        QCOMPARE(facts[u"module"_s].toString(), u"example.com/shop"_s);
        QCOMPARE(facts[u"package"_s].toString(), u"."_s);
        QCOMPARE(facts[u"source"_s].toString(), u"source"_s);
        QCOMPARE(facts[u"toolchain"_s].toString(), u"go1.24.4"_s);
        QCOMPARE(facts[u"compiler"_s].toString(), u"gcc 12.2"_s);
        QCOMPARE(facts[u"pluginPath"_s].toString(), u"example.com/shop/plug%2ev1"_s);
        QCOMPARE(facts[u"sha256"_s].toString(), result.sha256);
        QCOMPARE(facts[u"built"_s].toInteger(), Noon.value());
        QCOMPARE(facts[u"sourceDigest"_s].toString().size(), 64);
        QStringList flags;
        for (const QJsonValue &flag : facts[u"flags"_s].toArray())
            flags += flag.toString();
        QCOMPARE(flags, (QStringList{u"-buildmode=plugin"_s, u"-mod=readonly"_s, u"-trimpath"_s, u"-buildvcs=false"_s,
                                     u"-tags=netgo"_s})); // nothing of this run alone

        QCOMPARE(builds().size(), 1);
        const QByteArray run = builds()[0];
        for (const QByteArray &line :
             QList<QByteArray>{"env: GOOS=linux", "env: GO111MODULE=on", "env: CGO_ENABLED=1", "env: GOWORK=off",
                               "env: CC=/opt/cc/gcc", "env: GOAMD64=v3", "arg: ."})
            QVERIFY2(run.contains(QByteArray('\n' + line + '\n')), line.constData());
        const QByteArray work = QFile::encodeName(folders::cache()) + "/work/";
        for (const QByteArray &variable :
             QList<QByteArray>{"cwd: ", "env: GOTMPDIR=", "env: TMPDIR=", "arg: -overlay="})
            QVERIFY2(run.contains(QByteArray('\n' + variable + work)), run.constData());
        // The log says what was decided, and the command.
        for (const QString &text :
             QStringList{u"prepare: module: example.com/shop"_s, u"is built as "_s + QString::fromLatin1(Renamed),
                         u"prepare: $ GOTOOLCHAIN=local"_s, u"compile: example.com/dep"_s,
                         u"compile: example.com/shop"_s, u"stamp: SCN 20231125120000"_s})
            QVERIFY2(watched->says(text), qPrintable(text + u'\n' + watched->lines.join(u'\n')));
    }

    void buildsPrograms()
    {
        m_options.mode = BuildMode::Program;
        makeGo(makes(Kind::Program));
        const auto watched = build();
        QVERIFY2(watched->results[0], qPrintable(watched->lines.join(u'\n')));
        QVERIFY(!watched->results[0]->path.endsWith(u".so"_s));
        QVERIFY(QFileInfo(watched->results[0]->path).isExecutable());
        QVERIFY(builds()[0].contains("arg: -buildmode=exe\n"));
        QVERIFY(!builds()[0].contains("-overlay")); // a program needs no identity
    }

    void packs()
    {
        m_options.compression = Compression::Gzip;
        makeGo(makes());
        const auto watched = build();
        QVERIFY(watched->results[0]);
        QVERIFY(watched->results[0]->path.endsWith(u".so.gz"_s));
        const auto facts = readBinaryFacts(watched->results[0]->path);
        QVERIFY(facts && facts->isPlugin && facts->isCompressed);
        QCOMPARE(PluginInfo::read(watched->results[0]->infoPath)->compression, Compression::Gzip);
    }

    void reportsFailures_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const QByteArray &script, const char *message, const char *reason) {
            QTest::newRow(name) << script << QString::fromUtf8(message) << QString::fromUtf8(reason);
        };
        // The job is the first: its copies lie in job-1, beside the source.
        const QByteArray copy = "../job-1/plugsmith-overlay/1/main.go";
        row("compiler",
            "err " + Renamed + "/sub\nerr # " + Renamed + "\nerr " + copy + ":3:5: undefined: x\nerr " + copy +
                ":4:5: undefined: y\nexit 1\n",
            "2 error(s) in main.go", "./main.go:3:5: undefined: x");
        row("linker",
            "err # " + Renamed + "\nerr /go/link: running gcc failed: exit status 1\nerr ld: no -lfoo\nexit 2\n",
            "/go/link: running gcc failed: exit status 1", "");
        row("in silence", "exit 3\n", "go build ended with exit code 3", "");
        row("killed", "err " + Renamed + "/sub\ncrash\n", "Go 1.24.4 was stopped by the system",
            "Memory may have run out, or somebody ended the process.");
    }
    void reportsFailures()
    {
        QFETCH(QByteArray, script);
        m_options.identity = Identity::Time;
        m_options.fixedScn = Noon;
        m_lastId = 0;
        makeGo(script);
        const auto watched = build();
        QVERIFY(!watched->results[0]);
        const Error error = watched->results[0].error();
        QCOMPARE(error.code, ErrorCode::ProcessFailed);
        QFETCH(QString, message);
        QVERIFY2(error.message == message, qPrintable(error.sentence() + u'\n' + error.detail));
        QTEST(error.reason, "reason");
        QVERIFY2(!watched->says(u"overlay/1/main.go"_s), qPrintable(watched->lines.join(u'\n')));
        QVERIFY(!error.detail.contains(QString::fromLatin1(Renamed)) && !error.detail.contains(u"plugsmith-overlay"_s));
        QVERIFY(!QFileInfo::exists(m_destination));
        QCOMPARE(watched->results.size(), 1);
    }

    void keepsTheFilesOfAFailure_data()
    {
        QTest::addColumn<bool>("keeps");
        QTest::addColumn<bool>("fails");
        QTest::newRow("fails") << true << true;
        QTest::newRow("fails, not wanted") << false << true;
        QTest::newRow("works") << true << false;
    }
    void keepsTheFilesOfAFailure()
    {
        QFETCH(bool, keeps);
        QFETCH(bool, fails);
        m_keepsFailed = keeps;
        makeGo(fails ? QByteArray("exit 1\n") : makes());
        QString kept;
        {
            const auto watched = start();
            connect(watched->executor, &JobExecutor::filesKept, this,
                    [&kept](const QString &folder) { kept = folder; });
            QTRY_COMPARE_WITH_TIMEOUT(watched->results.size(), 1, Patience);
            QCOMPARE(watched->says(u"are kept in "_s + kept), keeps && fails);
        }
        QThreadPool::globalInstance()->waitForDone();
        QCOMPARE(!kept.isEmpty(), keeps && fails);
        if (kept.isEmpty())
            return;
        QCOMPARE(contentOf(kept + u"/src0/main.go"_s), m_files[1].second);
        QVERIFY(QDir(kept + u"/job-%1"_s.arg(m_lastId)).exists()); // what was laid over it
        QVERIFY(!QDir(kept + u"/job-%1/tmp"_s.arg(m_lastId)).exists());
        QVERIFY(QDir(kept).removeRecursively());
    }

    void refusesOtherResults_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("archive") << QByteArray("!<arch>\n__.PKGDEF");
        QTest::newRow("program") << binaryOf(Kind::Program);
        QTest::newRow("other Go") << binaryOf(Kind::Plugin, "go1.24.5");
    }
    void refusesOtherResults()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(writeFile(at(u"plugin"_s), bytes));
        makeGo(makes());
        const auto watched = build();
        QVERIFY(!watched->results[0]);
        QCOMPARE(watched->results[0].error().message, u"The result is not what was asked for"_s);
        QVERIFY(!QFileInfo::exists(m_destination));
    }

    void failsBeforeGo_data()
    {
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("message");
        QTest::newRow("blocked") << u"blocked"_s << u"Go 1.24.4 is too old for this module"_s;
        QTest::newRow("no C compiler") << u"compiler"_s << u"gcc 12.2 cannot build plugins with Go 1.24.4."_s;
        QTest::newRow("no go") << u"go"_s << u"Go 1.24.4 cannot build on this machine."_s;
        QTest::newRow("no source") << u"source"_s << QString();
    }
    void failsBeforeGo()
    {
        QFETCH(QString, problem);
        QFETCH(QString, message);
        makeGo(makes());
        if (problem == u"blocked"_s)
            m_files[0].second = "module example.com/shop\n\ngo 1.99\n";
        else if (problem == u"compiler"_s)
            QVERIFY(
                makeGoRoot(m_machine.toolchains[0].root, "go1.24.4", "[build ./plugin]\nexit 1\n[build ./plain]\n"));
        else if (problem == u"go"_s)
            QVERIFY(QFile::remove(m_machine.toolchains[0].program));
        else
            QVERIFY(QDir(at(u"source"_s)).removeRecursively());
        const auto watched = build();
        QVERIFY(!watched->results[0]);
        QVERIFY(!watched->results[0].error().message.isEmpty());
        if (!message.isEmpty())
            QCOMPARE(watched->results[0].error().message, message);
        QVERIFY(builds().isEmpty());
    }

    void keepsWhatCannotBeStored()
    {
        QVERIFY(writeFile(at(u"file"_s), "a file where a folder should be"));
        m_destination = at(u"file/plugins"_s);
        makeGo(makes());
        const auto watched = build();
        QVERIFY(!watched->results[0]);
        const Error error = watched->results[0].error();
        QDir rescued(folders::state() + u"/rescued");
        QCOMPARE(rescued.entryList(QDir::Files).size(), 1);
        const QString kept = rescued.filePath(rescued.entryList(QDir::Files)[0]);
        QVERIFY2(error.reason.endsWith(u"The built file is kept as %1."_s.arg(kept)), qPrintable(error.reason));
        QCOMPARE(contentOf(kept), binaryOf(Kind::Plugin));
        QVERIFY(rescued.removeRecursively());
    }

    void anUnchangedSourceIsStampedAnew()
    {
        makeGo(makes());
        const auto first = build();
        QVERIFY(first->results[0]);
        const QFileInfo stored(first->results[0]->path);
        const QDateTime modified = stored.lastModified();
        const auto second = build();
        QVERIFY(second->results[0]);
        QVERIFY(second->results[0]->upToDate);
        QCOMPARE(builds().size(), 1);
        QCOMPARE(QFileInfo(stored.filePath()).lastModified(), modified); // hosts that watch it need not load it
        QVERIFY(second->results[0]->scn > first->results[0]->scn);
        QCOMPARE(second->results[0]->sha256, first->results[0]->sha256);
        const auto info = PluginInfo::read(second->results[0]->infoPath);
        QCOMPARE(info->scn, second->results[0]->scn);
        QCOMPARE(info->plugsmith[u"built"_s].toInteger(), first->results[0]->scn.value());
        QCOMPARE(info->plugsmith[u"sha256"_s].toString(), first->results[0]->sha256);

        m_destination = at(u"elsewhere"_s); // copied there
        const auto third = build();
        QVERIFY(third->results[0] && third->results[0]->upToDate);
        QCOMPARE(contentOf(third->results[0]->path), binaryOf(Kind::Plugin));
        QVERIFY(stored.exists());
        QCOMPARE(builds().size(), 1);
        QVERIFY(PluginInfo::read(third->results[0]->infoPath)->plugsmith.contains(u"pluginPath"_s));
    }

    void buildsWhenSomethingChanged_data()
    {
        QTest::addColumn<QString>("change");
        for (const char *change :
             {"source", "options", "stored file", "stored file gone", "force", "time identity", "gzip"})
            QTest::newRow(change) << QString::fromLatin1(change);
    }
    void buildsWhenSomethingChanged()
    {
        QFETCH(QString, change);
        makeGo(makes());
        const auto first = build();
        QVERIFY(first->results[0]);
        if (change == u"source"_s)
            QVERIFY(writeFile(at(u"source/sub/sub.go"_s), "package sub // changed\n"));
        else if (change == u"options"_s)
            m_options.linkerFlags = u"-s"_s;
        else if (change == u"stored file"_s)
            QVERIFY(writeFile(first->results[0]->path, "touched"));
        else if (change == u"stored file gone"_s)
            QVERIFY(QFile::remove(first->results[0]->path));
        else if (change == u"force"_s)
            m_force = true;
        else if (change == u"time identity"_s)
            m_options.identity = Identity::Time;
        else
            m_options.compression = Compression::Gzip;
        const auto second = build();
        QVERIFY(second->results[0]);
        QVERIFY(!second->results[0]->upToDate);
        QCOMPARE(builds().size(), 2);
        if (change == u"time identity"_s) {
            QVERIFY(build()->results[0]);
            QCOMPARE(builds().size(), 3);
        }
    }

    void takesAnScnThatIsNewer()
    {
        makeGo(makes());
        PluginInfo future;
        future.name = u"pricing"_s;
        future.scn = Scn(20990101000000);
        QVERIFY(writeFile(m_destination + u"/pricing_1_20_1_linux_arm64.pinf"_s, future.toJson()));
        const auto watched = build();
        QVERIFY(watched->results[0]);
        QCOMPARE(watched->results[0]->scn, Scn(20990101000001));
    }

    void countsPackages()
    {
        m_options.identity = Identity::Time;
        m_options.fixedScn = Noon;
        makeGo("err " + Renamed + "/sub\nsleep 2500\nerr " + Renamed + '\n' + makes(),
               "out false runtime\nout true " + Renamed + "/sub x\nout true " + Renamed + " x\n");
        const auto watched = build();
        QVERIFY(watched->results[0]);
        QVERIFY(watched->progresses.contains(JobProgress{1, 3}));
        QCOMPARE(watched->progresses.last(), (JobProgress{3, 3}));
        QCOMPARE(watched->results[0]->packages, 3);
    }

    void cancelEndsTheWholeTree()
    {
        // A go with compilers below it, one of which has a child of its own.
        const QByteArray pids = at(u"pids"_s).toLocal8Bit();
        QVERIFY(makeShellScript(m_machine.toolchains[0].program,
                                "case \"$*\" in *./plugin) exit 0;; list*) exit 0;; esac\n"
                                "sh -c 'sleep 1000 & echo $! >> \"$0\"; echo $$ >> \"$0\"; wait' '" +
                                    pids + "' &\nsleep 1000 &\necho $! >> '" + pids + "'\necho $$ >> '" + pids +
                                    "'\ntrap '' TERM INT HUP\nwait\nwait\n"));
        const auto watched = start();
        QTRY_COMPARE_WITH_TIMEOUT(contentOf(QString::fromLocal8Bit(pids)).count('\n'), 4, Patience);
        QVector<pid_t> processes;
        for (const QByteArray &line : contentOf(QString::fromLocal8Bit(pids)).trimmed().split('\n'))
            processes += line.toInt();
        for (const pid_t pid : std::as_const(processes))
            QVERIFY(isAlive(pid));

        QElapsedTimer clock;
        clock.start();
        watched->executor->retire();
        QVERIFY(clock.elapsed() < 50); // the window does not wait
        const auto isAnyAlive = [&] { return std::ranges::any_of(processes, isAlive); };
        while (isAnyAlive() && clock.elapsed() < 5000)
            QTest::qWait(1);
        QVERIFY2(clock.elapsed() < 200, qPrintable(u"%1 ms"_s.arg(clock.elapsed())));
        QTRY_VERIFY(!watched->executor);
        QVERIFY(watched->results.isEmpty());
        QVERIFY(!QFileInfo::exists(m_destination));
    }

    void cancelsAnywhere_data()
    {
        QTest::addColumn<QByteArray>("hang"); // a section in which go hangs; empty: at once
        QTest::addColumn<int>("state");       // cancelled from within the signal of this state; -1: not
        QTest::newRow("at once") << QByteArray() << -1;
        QTest::newRow("while tools are checked") << QByteArray("[build ./plugin]\nerr x\nsleep 60000\n") << -1;
        QTest::newRow("when it starts") << QByteArray() << static_cast<int>(JobState::Preparing);
        QTest::newRow("when it compiles") << QByteArray() << static_cast<int>(JobState::Compiling);
        QTest::newRow("when it stamps") << QByteArray() << static_cast<int>(JobState::Stamping);
    }
    void cancelsAnywhere()
    {
        QFETCH(QByteArray, hang);
        QFETCH(int, state);
        makeGo("err a/b\n" + makes(), hang);
        auto snapshot = std::make_shared<SourceSnapshot>(job().sources, *m_history);
        Watched watched(new LocalExecutor({u"1"_s, job(), std::move(snapshot), false},
                                          {*m_history, *m_preflight, QProcessEnvironment::systemEnvironment(), {}}));
        connect(watched.executor, &JobExecutor::stateReached, this, [&](JobState reached) {
            if (static_cast<int>(reached) == state)
                watched.executor->retire();
        });
        watched.executor->start();
        if (!hang.isEmpty())
            QTRY_VERIFY(QDir(folders::cache() + u"/preflight").exists());
        if (state < 0)
            watched.executor->retire();
        QTRY_VERIFY_WITH_TIMEOUT(!watched.executor, Patience);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(watched.results.isEmpty());
        QVERIFY(!QFileInfo::exists(m_destination) || QDir(m_destination).isEmpty(QDir::Files | QDir::Hidden));
    }
};

QTEST_GUILESS_MAIN(tst_LocalExecutor)
#include "tst_localexecutor.moc"
