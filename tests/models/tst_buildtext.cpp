// SPDX-License-Identifier: Apache-2.0
#include "models/buildtext.h"

#include <QLocale>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_BuildText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void states_data()
    {
        QTest::addColumn<JobState>("state");
        QTest::addColumn<QString>("word");
        QTest::newRow("held") << JobState::Held << u"Held"_s;
        QTest::newRow("queued") << JobState::Queued << u"Queued"_s;
        QTest::newRow("preparing") << JobState::Preparing << u"Preparing"_s;
        QTest::newRow("fetching") << JobState::FetchingToolchain << u"Fetching toolchain"_s;
        QTest::newRow("resolving") << JobState::ResolvingModules << u"Resolving modules"_s;
        QTest::newRow("compiling") << JobState::Compiling << u"Compiling"_s;
        QTest::newRow("linking") << JobState::Linking << u"Linking"_s;
        QTest::newRow("stamping") << JobState::Stamping << u"Stamping"_s;
        QTest::newRow("done") << JobState::Done << u"Done"_s;
        QTest::newRow("failed") << JobState::Failed << u"Failed"_s;
        QTest::newRow("cancelled") << JobState::Cancelled << u"Cancelled"_s;
    }
    void states()
    {
        QFETCH(JobState, state);
        QFETCH(QString, word);
        QCOMPARE(shownState(state), word);
        if (state != JobState::Done)
            QCOMPARE(shownStep(state, {}, {}, {}), word);
    }

    void steps()
    {
        JobResult result;
        result.bytes = 18'400'000;
        QCOMPARE(shownStep(JobState::Compiling, {214, 318}, {}, {}), u"Compiling · 214 / 318"_s);
        QCOMPARE(shownStep(JobState::Linking, {318, 318}, {}, {}), u"Linking"_s);
        QCOMPARE(shownStep(JobState::Done, {318, 318}, result, {}), u"Done · 18.4 MB"_s);
        result.upToDate = true;
        QCOMPARE(shownStep(JobState::Done, {}, result, {}), u"Up to date · 18.4 MB"_s);
        QCOMPARE(shownStep(JobState::Failed, {}, {}, {ErrorCode::Unknown, u"2 errors in main.go"_s, {}, {}}),
                 u"2 errors in main.go"_s);
    }

    void durations_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("0") << 0.0 << u"0:00"_s;
        QTest::newRow("rounded down") << 0.99 << u"0:00"_s;
        QTest::newRow("seconds") << 23.4 << u"0:23"_s;
        QTest::newRow("a minute") << 60.0 << u"1:00"_s;
        QTest::newRow("minutes") << 754.0 << u"12:34"_s;
        QTest::newRow("just below an hour") << 3599.9 << u"59:59"_s;
        QTest::newRow("an hour") << 3723.0 << u"1:02:03"_s;
        QTest::newRow("days") << 360'000.0 << u"100:00:00"_s;
    }
    void durations()
    {
        QFETCH(double, seconds);
        QFETCH(QString, text);
        QCOMPARE(shownDuration(seconds), text);
    }

    void sizes_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("0") << qint64(0) << u"0 bytes"_s;
        QTest::newRow("bytes") << qint64(848) << u"848 bytes"_s;
        QTest::newRow("small") << qint64(8'480) << u"8 kB"_s;
        QTest::newRow("kB") << qint64(18'449) << u"18.4 kB"_s;
        QTest::newRow("MB") << qint64(18'400'000) << u"18.4 MB"_s;
        QTest::newRow("GB") << qint64(1'200'000'000) << u"1.2 GB"_s;
    }
    void sizes()
    {
        QFETCH(qint64, bytes);
        QFETCH(QString, text);
        QCOMPARE(shownSize(bytes), text);
    }

    void dates() { QCOMPARE(shownDate(Scn(20261114153207)), u"14 Nov 2026, 15:32"_s); }

    void segments_data()
    {
        QTest::addColumn<JobState>("state");
        QTest::addColumn<JobState>("lastStep");
        QTest::addColumn<int>("compiled");
        QTest::addColumn<int>("full");
        QTest::addColumn<double>("partial");
        const auto row = [](const char *name, JobState state, JobState lastStep, int compiled, int full,
                            double partial) {
            QTest::newRow(name) << state << lastStep << compiled << full << partial;
        };
        using enum JobState;
        row("queued", Queued, Queued, 0, 0, 0);
        row("held", Held, Held, 0, 0, 0);
        row("preparing", Preparing, Preparing, 0, 0, 0.5);
        row("fetching counts into preparing", FetchingToolchain, FetchingToolchain, 0, 0, 0.5);
        row("resolving", ResolvingModules, ResolvingModules, 0, 1, 0.5);
        row("compiling", Compiling, Compiling, 0, 2, 0);
        row("compiling further", Compiling, Compiling, 75, 2, 0.75);
        row("linking", Linking, Linking, 100, 3, 0.5);
        row("stamping", Stamping, Stamping, 100, 4, 0.5);
        row("done", Done, Stamping, 100, 6, 0);
        row("failed where it was", Failed, Compiling, 25, 2, 0.25);
        row("cancelled where it was", Cancelled, Linking, 100, 3, 0.5);
        row("cancelled while it waited", Cancelled, Queued, 0, 0, 0);
    }
    void segments()
    {
        QFETCH(JobState, state);
        QFETCH(JobState, lastStep);
        QFETCH(int, compiled);
        QFETCH(int, full);
        QFETCH(double, partial);
        const StepSegments segments = segmentsOf(state, lastStep, {compiled, 100});
        QCOMPARE(segments.full, full);
        QCOMPARE(segments.partial, partial);
    }

    void segmentsWithoutACount() { QCOMPARE(segmentsOf(JobState::Compiling, JobState::Compiling, {}).partial, 0.5); }
};

QTEST_GUILESS_MAIN(tst_BuildText)
#include "tst_buildtext.moc"
