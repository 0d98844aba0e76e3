// SPDX-License-Identifier: Apache-2.0
#include "models/buildsession.h"

#include "base/settingkeys.h"
#include "support/archivebuilder.h"
#include "support/fakemachine.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace plugsmith;
using namespace plugsmith::builder;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

using SourceState = BuildSession::SourceState;
using SummaryState = BuildSummary::State;

namespace {

constexpr int Patience = 30'000;
const QByteArray PricingMod = "module example.com/shop/pricing\n\ngo 1.18\n";
const QByteArray Main = "package main\n\nvar Contract = 1\n";
const QByteArray Failing = "err # example.com/shop/pricing\nerr main.go:3:5: undefined: x\nexit 1\n";
const QByteArray Endless = "err example.com/pricing\nsleep 600000\n";

Target target(const char *version)
{
    return {*GoVersion::parse(QString::fromLatin1(version)), Platform::thisMachine()};
}

} // namespace

class tst_BuildSession : public QObject
{
    Q_OBJECT

private:
    /// One start of the program.
    struct Start
    {
        explicit Start(const FakeMachine &machine)
            : settings(machine.path(u"settings.ini"_s))
            , engine({machine.environment("go1.22.99"), {machine.goRoot("go1.22.98")}, machine.path(u"state"_s)})
            , session(engine, settings)
            , tester(&session.jobs(), QAbstractItemModelTester::FailureReportingMode::QtTest)
            , said(&session, &BuildSession::said)
        {
        }
        QString lastSaid() const { return said.isEmpty() ? QString() : said.last()[0].toString(); }

        Settings settings;
        BuildEngine engine;
        BuildSession session;
        QAbstractItemModelTester tester;
        QSignalSpy said;
    };

    std::unique_ptr<FakeMachine> m_machine;
    std::unique_ptr<Start> m_start;

    BuildSession &session() { return m_start->session; }
    QString at(const QString &name) const { return m_machine->path(name); }
    QString zip(const QString &name = u"pricing.zip"_s, const QByteArray &goMod = PricingMod,
                const QByteArray &main = Main) const
    {
        return builder::writeFile(at(name),
                                  zipOf({{.name = "go.mod", .content = goMod}, {.name = "main.go", .content = main}}));
    }
    void startProgram()
    {
        m_start.reset();
        m_start = std::make_unique<Start>(*m_machine);
        m_start->engine.queue().setParallel(2);
        m_start->engine.start();
    }
    /// The same after a Go has changed.
    bool startProgramWith(const QByteArray &version, const QByteArray &build)
    {
        m_start.reset();
        const bool made = m_machine->addGo(version, build);
        startProgram();
        return made;
    }
    /// Opens and waits until both source and toolchains are known.
    bool open(const QString &path)
    {
        session().open({path});
        return QTest::qWaitFor(
            [this] { return session().sourceState() != SourceState::Scanning && m_start->engine.isMachineKnown(); },
            Patience);
    }
    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return !session().isBuilding(); }, Patience);
    }
    QVector<JobState> jobStates()
    {
        QVector<JobState> states;
        for (int row = 0; row < session().jobs().rowCount(); ++row)
            states += session().jobs().data(session().jobs().index(row, 0), JobModel::StateRole).value<JobState>();
        return states;
    }
    QStringList written() const { return QDir(at(u"out"_s)).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

private slots:
    void init()
    {
        m_machine = std::make_unique<FakeMachine>();
        QVERIFY(m_machine->addGo("go1.22.99"));
        QVERIFY(m_machine->addGo("go1.22.98"));
        startProgram();
    }
    void cleanup()
    {
        m_start.reset();
        QThreadPool::globalInstance()->waitForDone();
        m_machine.reset();
    }

    void hasNoSourceAtFirst()
    {
        QCOMPARE(session().sourceState(), SourceState::None);
        QCOMPARE(session().sourcePath(), QString());
        QCOMPARE(session().summary().state, SummaryState::NoSource);
        QVERIFY(!session().isBuilding());
        QVERIFY(!session().module());
        QVERIFY(!session().plan());
        session().open({});
        session().scanAgain();
        session().addLocalModule(at(u"x"_s));
        session().build();
        session().cancelAll();
        session().retryFailed();
        session().setMain(0);
        QCOMPARE(session().sourceState(), SourceState::None);
    }

    void opensASource()
    {
        QSignalSpy changed(&session(), &BuildSession::sourceChanged);
        QVERIFY(open(zip()));
        QCOMPARE(changed.size(), 2); // scanning, ready
        QCOMPARE(session().sourceState(), SourceState::Ready);
        QCOMPARE(session().sourcePath(), at(u"pricing.zip"_s));
        QCOMPARE(session().mainIndex(), 0);
        QCOMPARE(session().module()->mod.module.text, u"example.com/shop/pricing"_s);
        QCOMPARE(session().name(), u"pricing"_s);
        QCOMPARE(session().destination(), QString(QDir::homePath() + u"/plugins/pricing"));
        QCOMPARE(session().matrix().selected(), QVector<Target>{target("1.22.99")}); // the user's
        QCOMPARE(session().plan()->jobs.size(), 1);
        QVERIFY(session().jobs().isShowingPlan());
        QCOMPARE(session().jobs().rowCount(), 1);
        QCOMPARE(session().summary().state, SummaryState::Ready);
        QCOMPARE(m_start->lastSaid(), u"pricing.zip is ready to build"_s);
        QCOMPARE(m_start->settings.get(keys::RecentSources), QStringList{at(u"pricing.zip"_s)});
    }

    void namesPluginsAfterModules_data()
    {
        QTest::addColumn<QByteArray>("module");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << QByteArray("pricing") << u"pricing"_s;
        QTest::newRow("path") << QByteArray("git.example.com/shop/pricing") << u"pricing"_s;
        QTest::newRow("version") << QByteArray("git.example.com/shop/pricing/v2") << u"pricing"_s;
        QTest::newRow("gopkg.in") << QByteArray("gopkg.in/pricing.v3") << u"pricing"_s;
        QTest::newRow("dots") << QByteArray("example.com/pricing.go") << u"pricing_go"_s;
    }
    void namesPluginsAfterModules()
    {
        QFETCH(QByteArray, module);
        QVERIFY(open(zip(u"a.zip"_s, "module " + module + "\n\ngo 1.18\n")));
        QTEST(session().name(), "name");
    }

    void hasProblems_data()
    {
        QTest::addColumn<QByteArray>("goMod");
        QTest::addColumn<QByteArray>("main");
        QTest::addColumn<QString>("message");
        QTest::newRow("no main package") << PricingMod << QByteArray("package pricing\n")
                                         << u"No “package main” was found"_s;
        QTest::newRow("bad go.mod") << QByteArray("modul m\n") << QByteArray("package pricing\n")
                                    << u"go.mod cannot be read"_s;
    }
    void hasProblems()
    {
        QFETCH(QByteArray, goMod);
        QFETCH(QByteArray, main);
        QVERIFY(open(zip(u"a.zip"_s, goMod, main)));
        QCOMPARE(session().sourceState(), SourceState::Problem);
        QTEST(session().problem().message, "message");
        QVERIFY(!session().plan());
        session().build();
        QCOMPARE(m_start->engine.queue().count(), 0);
        // Another source is fine again.
        QVERIFY(open(zip()));
        QCOMPARE(session().sourceState(), SourceState::Ready);
    }

    void cannotOpen()
    {
        QVERIFY(open(at(u"gone.zip"_s)));
        QCOMPARE(session().sourceState(), SourceState::Problem);
        QVERIFY(session().problem().message.contains(u"gone.zip"_s));
        QCOMPARE(m_start->settings.get(keys::RecentSources), QStringList());
    }

    void cancelsAScan()
    {
        session().open({zip()});
        QCOMPARE(session().sourceState(), SourceState::Scanning);
        session().cancelScan();
        QTRY_COMPARE(session().sourceState(), SourceState::None);
        QCOMPARE(session().sourcePath(), QString());
    }

    void closes()
    {
        QVERIFY(open(zip()));
        session().close();
        QCOMPARE(session().sourceState(), SourceState::None);
        QCOMPARE(session().summary().state, SummaryState::NoSource);
        QVERIFY(session().scans().isEmpty());
        QVERIFY(!session().plan());
        QCOMPARE(session().jobs().rowCount(), 0);
        QVERIFY(!session().matrix().isBlocked(target("1.22.99")));
    }

    void plansWhatIsChosen()
    {
        QVERIFY(open(zip()));
        QSignalSpy changed(&session(), &BuildSession::choicesChanged);
        session().matrix().select({target("1.22.98"), target("1.22.99")});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(session().plan()->jobs.size(), 2);
        QCOMPARE(session().jobs().rowCount(), 2);
        QVERIFY(session().summary().mainButton.startsWith(u"Build 2 plugin"_s));

        session().setName(u"prices"_s);
        QCOMPARE(session().destination(), QString(QDir::homePath() + u"/plugins/prices"));
        QVERIFY(session().plan()->jobs[0].output.fileName().startsWith(u"prices_1_22_98_"_s));
        session().setDestination(at(u"out"_s));
        session().setName(u"pricing"_s);
        QCOMPARE(session().destination(), at(u"out"_s)); // chosen, so it stays

        BuildOptions options;
        options.compression = Compression::Gzip;
        session().setOptions(options);
        QVERIFY(session().plan()->jobs[0].output.fileName().endsWith(u".so.gz"_s));
        QCOMPARE(changed.size(), 5);
        session().setOptions(options); // the same
        session().setName(u"pricing"_s);
        session().setDestination(at(u"out"_s));
        QCOMPARE(changed.size(), 5);

        session().matrix().select({});
        QCOMPARE(session().summary().state, SummaryState::NothingSelected);
    }

    void saysWhatIsWrongWithAPlan()
    {
        QVERIFY(open(zip()));
        session().setName(u"a/b"_s);
        QVERIFY(!session().plan());
        QVERIFY(!session().planProblem().message.isEmpty());
        QCOMPARE(session().summary().title, session().planProblem().message);
        QVERIFY(!session().summary().isMainEnabled);
        session().setName(u"b"_s);
        QVERIFY(session().plan());
        QCOMPARE(session().planProblem(), Error{});
    }

    void builds()
    {
        QVERIFY(open(zip()));
        session().matrix().select({target("1.22.98"), target("1.22.99")});
        session().setDestination(at(u"out"_s));
        QSignalSpy started(&session(), &BuildSession::started);
        session().build();
        QVERIFY(session().isBuilding());
        QVERIFY(!session().jobs().isShowingPlan());
        QCOMPARE(session().jobs().rowCount(), 2);
        QCOMPARE(started.size(), 1);
        QCOMPARE(started[0][0].toString(), session().jobs().jobAt(0)->id());
        QCOMPARE(session().summary().state, SummaryState::Running);
        QVERIFY(m_start->lastSaid().startsWith(u"Building 2 plugin"_s));
        QVERIFY(waitForEnd());
        QCOMPARE(jobStates(), (QVector<JobState>{JobState::Done, JobState::Done}));
        const BuildSummary summary = session().summary();
        QCOMPARE(summary.state, SummaryState::AllBuilt);
        QCOMPARE(summary.built, 2);
        QCOMPARE(summary.title, u"2 built"_s);
        QCOMPARE(written().size(), 4);
        QVERIFY(m_start->lastSaid().startsWith(u"2 plugin"_s));
        QVERIFY(m_start->lastSaid().contains(u"written to"_s));
        const TargetMatrixModel &matrix = session().matrix();
        QCOMPARE(matrix.data(matrix.indexOf(target("1.22.99")), TargetMatrixModel::JobStateRole).value<JobState>(),
                 JobState::Done);

        session().build();
        QCOMPARE(session().jobs().rowCount(), 2); // those of the last build are gone
        QVERIFY(waitForEnd());
        QCOMPARE(session().summary().title, u"All 2 are up to date"_s);
        session().build(true);
        QVERIFY(waitForEnd());
        QCOMPARE(session().summary().title, u"2 built"_s);

        // A new choice shows the plan again.
        session().setName(u"prices"_s);
        QVERIFY(session().jobs().isShowingPlan());
        QCOMPARE(session().summary().state, SummaryState::Ready);
        QCOMPARE(matrix.data(matrix.indexOf(target("1.22.99")), TargetMatrixModel::JobStateRole), QVariant());
    }

    void guessesFromEarlierBuilds()
    {
        QVERIFY(open(zip()));
        session().setDestination(at(u"out"_s));
        QCOMPARE(session().summary().estimate, -1.0);
        QVERIFY(!session().summary().title.contains(u"about"_s));
        session().build();
        QVERIFY(!session().summary().detail.contains(u"left"_s));
        QVERIFY(waitForEnd());
        session().setName(u"prices"_s); // the plan again
        QTRY_VERIFY_WITH_TIMEOUT(session().summary().estimate > 0, Patience);
        QVERIFY2(session().summary().title.endsWith(u", about 1 s"_s), qPrintable(session().summary().title));
        session().matrix().select({target("1.22.98"), target("1.22.99")}); // one of which was never built
        QCOMPARE(session().summary().estimate, -1.0);
        session().matrix().select({target("1.22.99")});
        QVERIFY(session().summary().estimate > 0);

        // The next start knows it, too, and a build says how much of it is left.
        QVERIFY(startProgramWith("go1.22.99", Endless));
        QVERIFY(open(zip()));
        QTRY_VERIFY_WITH_TIMEOUT(session().summary().estimate > 0, Patience);
        session().build(true);
        QVERIFY(session().summary().detail.startsWith(u"about 1 s left"_s));
        session().cancelAll();
    }

    void retriesWhatFailed()
    {
        QVERIFY(startProgramWith("go1.22.98", Failing));
        QVERIFY(open(zip()));
        session().matrix().select({target("1.22.98"), target("1.22.99")});
        session().setDestination(at(u"out"_s));
        session().build();
        QVERIFY(waitForEnd());
        QCOMPARE(jobStates(), (QVector<JobState>{JobState::Failed, JobState::Done}));
        QCOMPARE(session().summary().state, SummaryState::SomeFailed);
        QCOMPARE(session().summary().title, u"1 built, 1 failed"_s);
        QCOMPARE(session().jobs().jobAt(0)->error().reason, u"main.go:3:5: undefined: x"_s);
        QCOMPARE(written().size(), 2);

        QVERIFY(m_machine->addGo("go1.22.98"));
        session().retryFailed();
        QVERIFY(session().isBuilding());
        QCOMPARE(session().summary().state, SummaryState::Running);
        QVERIFY(waitForEnd());
        QCOMPARE(session().summary().state, SummaryState::AllBuilt);
        QCOMPARE(session().summary().built, 2);
        QCOMPARE(written().size(), 4);
    }

    void buildsWhatWasCancelled()
    {
        QVERIFY(startProgramWith("go1.22.98", Endless));
        QVERIFY(open(zip()));
        session().matrix().select({target("1.22.98"), target("1.22.99")});
        session().setDestination(at(u"out"_s));
        session().build();
        QTRY_COMPARE_WITH_TIMEOUT(jobStates(), (QVector<JobState>{JobState::Compiling, JobState::Done}), Patience);
        session().cancelAll();
        QVERIFY(!session().isBuilding());
        QCOMPARE(session().summary().state, SummaryState::Cancelled);
        QCOMPARE(session().summary().title, u"1 built, 1 cancelled"_s);
        QVERIFY(m_machine->addGo("go1.22.98"));
        session().buildCancelled();
        QVERIFY(waitForEnd());
        QCOMPARE(session().summary().state, SummaryState::AllBuilt);
        QCOMPARE(session().summary().total, 2);
    }

    void addsAndTakesBackWhileJobsRun()
    {
        QVERIFY(startProgramWith("go1.22.98", Endless));
        QVERIFY(open(zip()));
        session().engine().queue().setParallel(1);
        session().setDestination(at(u"out"_s));
        session().matrix().select({target("1.22.98")});
        session().build();
        QTRY_COMPARE_WITH_TIMEOUT(jobStates(), QVector<JobState>{JobState::Compiling}, Patience);
        session().matrix().setSelected(target("1.22.99"), true);
        QCOMPARE(session().targetsToAdd(), QVector<Target>{target("1.22.99")});
        QCOMPARE(session().summary().toAdd, 1);
        session().buildAdded();
        QCOMPARE(session().summary().toAdd, 0);
        QCOMPARE(jobStates(), (QVector<JobState>{JobState::Compiling, JobState::Queued}));
        const QModelIndex cell = session().matrix().indexOf(target("1.22.99"));
        QCOMPARE(cell.data(TargetMatrixModel::JobStateRole).value<JobState>(), JobState::Queued);

        session().matrix().setSelected(target("1.22.99"), false); // clears the cell of a job that waits
        QCOMPARE(jobStates(), (QVector<JobState>{JobState::Compiling, JobState::Cancelled}));
        QCOMPARE(cell.data(TargetMatrixModel::JobStateRole), QVariant());
        QCOMPARE(session().summary().total, 1);
        session().cancelAll();
    }

    void marksWhatIsUpToDate()
    {
        const auto mark = [this] {
            const QModelIndex cell = session().matrix().indexOf(target("1.22.99"));
            return cell.data(TargetMatrixModel::UpToDateRole).toString();
        };
        QVERIFY(open(zip()));
        session().setDestination(at(u"out"_s));
        session().matrix().select({target("1.22.99")});
        session().build();
        QVERIFY(waitForEnd());
        QCOMPARE(session().summary().state, SummaryState::AllBuilt);
        QVERIFY(mark().isEmpty());
        session().matrix().select({target("1.22.98"), target("1.22.99")}); // the plan again
        QTRY_COMPARE_WITH_TIMEOUT(mark().size(), 14, Patience);
        BuildOptions options = session().options();
        options.trimPath = false; // another plugin
        session().setOptions(options);
        QTRY_VERIFY_WITH_TIMEOUT(mark().isEmpty(), Patience);
    }

    void takesPresets()
    {
        QVERIFY(open(zip()));
        Preset preset{u"Gateway release"_s, {target("1.22.98")}, {}};
        preset.options.compression = Compression::Gzip;
        preset.targets += {*GoVersion::parse(u"1.21.3"), Platform::thisMachine()}; // not installed
        session().applyPreset(preset);
        QCOMPARE(session().matrix().selected(), QVector<Target>{target("1.22.98")});
        QVERIFY(session().matrix().versions().contains(*GoVersion::parse(u"1.21.3")));
        QCOMPARE(session().options().compression, Compression::Gzip);
        QCOMPARE(session().presetName(), preset.name);
        startProgram();
        QVERIFY(open(zip()));
        QCOMPARE(session().presetName(), preset.name);
    }

    void readsAChangedSourceAgain()
    {
        QVERIFY(open(zip()));
        QTest::qWait(50); // the watch looks at the source
        zip(u"pricing.zip"_s, "module example.com/shop/prices\n\ngo 1.18\n");
        QTRY_VERIFY_WITH_TIMEOUT(
            session().module() && session().module()->mod.module.text == "example.com/shop/prices"_L1, Patience);
    }

    void lastWordIsAboutTheEnd()
    {
        // Nothing can be built, so that all is over before build() returns.
        QVERIFY(open(zip(u"a.zip"_s, PricingMod + "\nreplace example.com/types => ../types\n")));
        QVERIFY(session().hasLocalReplaces());
        QVERIFY(session().plan()->jobs[0].blocked);
        session().setDestination(at(u"out"_s));
        session().build();
        QVERIFY(waitForEnd());
        QCOMPARE(session().summary().state, SummaryState::AllFailed);
        QCOMPARE(m_start->lastSaid(), u"1 failed"_s);
        QVERIFY(!QFile::exists(at(u"out"_s)));
    }

    void addsLocalModules()
    {
        QVERIFY(open(zip(u"a.zip"_s, PricingMod + "\nreplace example.com/types => ../types\n")));
        QVERIFY(session().plan()->jobs[0].blocked);
        session().addLocalModule(builder::writeFile(
            at(u"types.zip"_s), zipOf({{.name = "go.mod", .content = "module example.com/types\n\ngo 1.18\n"},
                                       {.name = "types.go", .content = "package types\n"}})));
        QTRY_COMPARE_WITH_TIMEOUT(session().sourceState(), SourceState::Ready, Patience);
        QCOMPARE(session().scans().size(), 2);
        QVERIFY(!session().plan()->jobs[0].blocked);
    }

    void remembersChoicesPerModule()
    {
        QVERIFY(open(zip()));
        session().matrix().select({target("1.22.98")});
        session().setName(u"prices"_s);
        session().setDestination(at(u"out"_s));
        BuildOptions options;
        options.tags = QStringList{u"prod"_s};
        session().setOptions(options);
        session().build();
        QVERIFY(waitForEnd());

        QVERIFY(open(zip(u"other.zip"_s, "module other\n\ngo 1.18\n")));
        QCOMPARE(session().name(), u"other"_s);
        QCOMPARE(session().options(), BuildOptions());
        QCOMPARE(session().matrix().selected(), QVector<Target>{target("1.22.99")});

        startProgram();
        QVERIFY(open(zip()));
        QCOMPARE(session().name(), u"prices"_s);
        QCOMPARE(session().destination(), at(u"out"_s));
        QCOMPARE(session().options(), options);
        QCOMPARE(session().matrix().selected(), QVector<Target>{target("1.22.98")});
        QCOMPARE(m_start->settings.get(keys::RecentSources), (QStringList{at(u"pricing.zip"_s), at(u"other.zip"_s)}));
    }

    void usesTheFolderOfTheSettings()
    {
        m_start->settings.set(keys::OutputFolder, at(u"all"_s));
        QVERIFY(open(zip()));
        QCOMPARE(session().destination(), at(u"all/pricing"_s));
    }

    void buildsWhenReady()
    {
        startProgram(); // toolchains are not known yet
        m_start->settings.set(keys::OutputFolder, at(u"all"_s));
        session().buildWhenReady();
        session().open({zip()});
        QTRY_COMPARE_WITH_TIMEOUT(session().summary().state, SummaryState::AllBuilt, Patience);
        QCOMPARE(session().summary().built, 1);
    }

    void opensTheNextSourceWhenJobsHaveEnded()
    {
        QVERIFY(startProgramWith("go1.22.99", Endless));
        QVERIFY(open(zip()));
        session().setDestination(at(u"out"_s));
        session().build();
        QTRY_COMPARE_WITH_TIMEOUT(jobStates(), QVector<JobState>{JobState::Compiling}, Patience);
        session().open({zip(u"other.zip"_s, "module other\n\ngo 1.18\n")});
        QCOMPARE(session().sourcePath(), at(u"pricing.zip"_s));
        QCOMPARE(session().sourceState(), SourceState::Ready);
        QVERIFY(session().isBuilding());
        QVERIFY2(m_start->lastSaid().startsWith(u"other.zip"_s), qPrintable(m_start->lastSaid()));
        session().cancelAll();
        QTRY_COMPARE_WITH_TIMEOUT(session().name(), u"other"_s, Patience);
        QCOMPARE(session().sourcePath(), at(u"other.zip"_s));
        QCOMPARE(session().summary().state, SummaryState::Ready);
    }

    void resumesWhatWasInterrupted()
    {
        JobRecord record;
        record.spec.sources = QStringList{zip()};
        record.spec.name = u"pricing"_s;
        record.spec.destination = at(u"out"_s);
        record.spec.target = target("1.22.98");
        JobRecord second = record;
        second.spec.target = target("1.22.99");
        QTRY_VERIFY_WITH_TIMEOUT(m_start->engine.isMachineKnown(), Patience);
        session().resume({record, second});
        QTRY_COMPARE_WITH_TIMEOUT(session().summary().state, SummaryState::AllBuilt, Patience);
        QCOMPARE(session().summary().total, 2);
        QCOMPARE(written().size(), 4);
        QTRY_COMPARE_WITH_TIMEOUT(session().sourceState(), SourceState::Ready, Patience);
        QCOMPARE(session().sourcePath(), at(u"pricing.zip"_s));
        QCOMPARE(session().summary().total, 2); // opening the source did not hide the jobs
        QCOMPARE(jobStates(), (QVector<JobState>{JobState::Done, JobState::Done}));

        // Jobs of later builds are counted once.
        session().matrix().select({target("1.22.99")});
        session().setDestination(at(u"out"_s));
        session().build(true);
        QCOMPARE(session().summary().total, 1);
        QVERIFY(waitForEnd());
        QCOMPARE(session().summary().title, u"1 built"_s);
    }

    void resumesWhileTheSourceIsRead()
    {
        QVERIFY(startProgramWith("go1.22.99", Endless));
        JobRecord record;
        record.spec.sources = QStringList{zip()};
        record.spec.name = u"pricing"_s;
        record.spec.destination = at(u"out"_s);
        record.spec.target = target("1.22.99");
        QTRY_VERIFY_WITH_TIMEOUT(m_start->engine.isMachineKnown(), Patience);
        session().resume({record});
        QTRY_COMPARE_WITH_TIMEOUT(session().sourceState(), SourceState::Ready, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(jobStates(), QVector<JobState>{JobState::Compiling}, Patience);
        QVERIFY(session().isBuilding());
        QCOMPARE(session().summary().state, SummaryState::Running);
        QCOMPARE(session().summary().total, 1);
        session().cancelAll();
        QCOMPARE(session().summary().state, SummaryState::Cancelled);
    }
};

QTEST_GUILESS_MAIN(tst_BuildSession)
#include "tst_buildsession.moc"
