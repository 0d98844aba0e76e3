// SPDX-License-Identifier: Apache-2.0
#include "models/buildsummary.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

using State = BuildSummary::State;

namespace {

/// Jobs in the states that letters stand for: done, up to date, failed, other failure, cancelled, queued, compiling.
class Jobs
{
public:
    explicit Jobs(const char *letters)
    {
        for (const char *letter = letters; *letter; ++letter) {
            JobRecord record;
            PlannedJob plan;
            record.id = QString::number(m_jobs.size());
            switch (*letter) {
            case 'd':
            case 'u':
            case 'h': // for this machine
                record.state = JobState::Done;
                record.result.upToDate = *letter == 'u';
                record.result.path = u"/plugins/"_s + record.id;
                if (*letter == 'h')
                    plan.target.platform = Platform::thisMachine();
                plan.output.name = u"pricing"_s;
                break;
            case 'f':
            case 'o':
                record.state = JobState::Failed;
                record.error.message = *letter == 'f' ? u"2 errors in main.go"_s : u"The disk is full"_s;
                break;
            case 'c':
                record.state = JobState::Cancelled;
                break;
            case 'r':
                record.state = JobState::Compiling;
                break;
            default:
                break;
            }
            m_jobs += new BuildJob(record, plan, &m_owner);
        }
    }
    operator QVector<const BuildJob *>() const { return m_jobs; }

private:
    QObject m_owner;
    QVector<const BuildJob *> m_jobs;
};

BuildPlan planOf(int count)
{
    BuildPlan plan;
    plan.jobs.resize(count);
    return plan;
}

} // namespace

class tst_BuildSummary : public QObject
{
    Q_OBJECT

private slots:
    void withoutASource()
    {
        const BuildSummary summary = summarisePlan(std::nullopt, false, -1);
        QCOMPARE(summary.state, State::NoSource);
        QCOMPARE(summary.title, QString());
        QVERIFY(!summary.isMainEnabled);
        QCOMPARE(summarisePlan(planOf(2), false, -1).state, State::NoSource);
    }

    void nothingSelected()
    {
        const BuildSummary summary = summarisePlan(planOf(0), true, -1);
        QCOMPARE(summary.state, State::NothingSelected);
        QCOMPARE(summary.title, u"Select at least one target."_s);
        QCOMPARE(summary.mainButton, u"Build"_s);
        QVERIFY(!summary.isMainEnabled);
    }

    void ready_data()
    {
        QTest::addColumn<double>("estimate");
        QTest::addColumn<QString>("end");
        QTest::newRow("without history") << -1.0 << QString();
        QTest::newRow("less than a second") << 0.2 << u", about 1 s"_s;
        QTest::newRow("seconds") << 23.6 << u", about 24 s"_s;
        QTest::newRow("almost a minute") << 59.8 << u", about 1 min 0 s"_s;
        QTest::newRow("minutes") << 80.0 << u", about 1 min 20 s"_s;
    }
    void ready()
    {
        QFETCH(double, estimate);
        QFETCH(QString, end);
        const BuildSummary summary = summarisePlan(planOf(6), true, estimate);
        QCOMPARE(summary.state, State::Ready);
        QCOMPARE(summary.total, 6);
        QVERIFY(summary.title.startsWith(u"6 plugin"_s));
        QVERIFY2(summary.title.endsWith(end), qPrintable(summary.title));
        QCOMPARE(summary.title.contains(u','), !end.isEmpty());
        QVERIFY(summary.mainButton.startsWith(u"Build 6 plugin"_s));
        QVERIFY(summary.isMainEnabled);
        QCOMPARE(summary.detail, QString());
    }

    void readyButOneIsBlocked()
    {
        BuildPlan plan = planOf(2);
        plan.jobs[1].blocked = Error{ErrorCode::Unsupported, u"Install gcc"_s, u"Plugins need cgo."_s, {}};
        QCOMPARE(summarisePlan(plan, true, -1).detail, u"Install gcc. Plugins need cgo."_s);
    }

    void jobs_data()
    {
        QTest::addColumn<QByteArray>("letters");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("button");
        const auto row = [](const char *name, const char *letters, State state, const char *title, const char *detail,
                            const char *button) {
            QTest::newRow(name) << QByteArray(letters) << state << QString::fromUtf8(title) << QString::fromUtf8(detail)
                                << QString::fromUtf8(button);
        };
        row("running", "ddrqqq", State::Running, "2 of 6 built", "about 42 s left", "Cancel all");
        row("all wait", "qq", State::Running, "0 of 2 built", "about 42 s left", "Cancel all");
        row("running, one failed", "ddfrqq", State::Running, "2 of 6 built, 1 failed", "about 42 s left", "Cancel all");
        row("all built", "dddddd", State::AllBuilt, "6 built", "in 1 min 24 s", "Show 6 plugin(s)");
        row("some up to date", "ddu", State::AllBuilt, "3 built", "in 1 min 24 s", "Show 3 plugin(s)");
        row("all up to date", "uuuuuu", State::AllBuilt, "All 6 are up to date", "in 1 min 24 s", "Show 6 plugin(s)");
        row("some failed", "dddddf", State::SomeFailed, "5 built, 1 failed", "in 1 min 24 s", "Show 5 plugin(s)");
        row("some failed, one can be loaded", "ddhhdf", State::SomeFailed, "5 built, 1 failed", "in 1 min 24 s",
            "Load pricing");
        row("all built, one can be loaded", "dhd", State::AllBuilt, "3 built", "in 1 min 24 s", "Load pricing");
        row("running, one can be loaded", "hr", State::Running, "1 of 2 built", "about 42 s left", "Cancel all");
        row("one failed", "f", State::AllFailed, "1 failed", "", "Retry");
        row("all failed alike", "ffffff", State::AllFailed, "6 failed, the same way", "", "Retry failed");
        row("all failed", "ffo", State::AllFailed, "3 failed", "", "Retry failed");
        row("cancelled", "ddcccc", State::Cancelled, "2 built, 4 cancelled", "", "Build the other 4");
        row("cancelled and failed", "ddfccc", State::Cancelled, "2 built, 1 failed, 3 cancelled", "",
            "Build the other 3");
    }
    void jobs()
    {
        QFETCH(QByteArray, letters);
        const Jobs jobs(letters.constData());
        const BuildSummary summary = summariseJobs(jobs, 84, 42);
        QTEST(summary.state, "state");
        QTEST(summary.title, "title");
        QTEST(summary.detail, "detail");
        QTEST(summary.mainButton, "button");
        const bool offersToLoad = summary.mainButton.startsWith(u"Load"_s);
        QCOMPARE(summary.loadPath, offersToLoad ? u"/plugins/%1"_s.arg(letters.indexOf('h')) : QString());
        QVERIFY(summary.isMainEnabled);
        QCOMPARE(summary.total, letters.size());
        QCOMPARE(summary.built, letters.count('d') + letters.count('h') + letters.count('u'));
        QCOMPARE(summary.upToDate, letters.count('u'));
        QCOMPARE(summary.failed, letters.count('f') + letters.count('o'));
        QCOMPARE(summary.cancelled, letters.count('c'));
        QVERIFY(summary.fraction >= 0 && summary.fraction <= 1);
        QCOMPARE(qFuzzyCompare(summary.fraction, 1.0), summary.state != State::Running);
    }

    void doesNotGuessWithoutHistory()
    {
        const Jobs jobs("dr");
        QCOMPARE(summariseJobs(jobs, 10, -1).detail, QString());
    }

    void fractionCountsSteps()
    {
        // Two of six segments are full, and half of the third.
        QCOMPARE(summariseJobs(Jobs("r"), 0, -1).fraction, 2.5 / 6);
        QCOMPARE(summariseJobs(Jobs("rdq"), 0, -1).fraction, (2.5 / 6 + 1) / 3);
    }

    void noJobs() { QCOMPARE(summariseJobs({}, 0, -1), BuildSummary{}); }
};

QTEST_GUILESS_MAIN(tst_BuildSummary)
#include "tst_buildsummary.moc"
