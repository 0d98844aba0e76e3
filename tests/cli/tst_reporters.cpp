// SPDX-License-Identifier: Apache-2.0
#include "capture.h"
#include "cli/jsonreporter.h"
#include "cli/textreporter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

PlannedJob planOf(const QString &version = u"1.19.8"_s)
{
    PlannedJob plan;
    plan.target = {*GoVersion::parse(version), *Platform::parse(u"linux/amd64")};
    plan.output = {u"pricing"_s, plan.target.version, plan.target.platform, BuildMode::Plugin, Compression::None};
    return plan;
}

JobRecord recordOf(JobState state, const QString &id = u"7"_s)
{
    JobRecord record;
    record.id = id;
    record.state = state;
    record.log = u"/state/logs/7.log"_s;
    return record;
}

JobRecord doneRecord(bool upToDate = false)
{
    JobRecord record = recordOf(JobState::Done);
    record.seconds = 1.9;
    record.result.path = u"/out/pricing_1_19_8_linux_amd64.so"_s;
    record.result.infoPath = u"/out/pricing_1_19_8_linux_amd64.pinf"_s;
    record.result.scn = Scn(20261122144507);
    record.result.bytes = 7980432;
    record.result.sha256 = u"abc"_s;
    record.result.upToDate = upToDate;
    record.result.goSeconds = 1.5;
    return record;
}

JobRecord failedRecord()
{
    JobRecord record = recordOf(JobState::Failed);
    record.seconds = 0.4;
    record.error = {ErrorCode::ProcessFailed, u"2 errors in main.go"_s, u"main.go:5:2: undefined: x"_s, u"all of it"_s};
    return record;
}

/// One object from each line; an empty one for a line that is none.
QVector<QJsonObject> objectsOf(const QByteArray &output)
{
    QVector<QJsonObject> objects;
    for (const QByteArray &line : output.split('\n')) {
        if (!line.isEmpty())
            objects += QJsonDocument::fromJson(line).object();
    }
    return objects;
}

template<class Report>
QVector<QJsonObject> reported(Report report)
{
    return objectsOf(printed(stdout, [&report] {
        JsonReporter reporter;
        report(reporter);
    }));
}

QString reportedText(const std::function<void(Reporter &)> &report)
{
    return QString::fromUtf8(printed(stdout, [&report] {
        TextReporter reporter;
        report(reporter);
    }));
}

} // namespace

class tst_Reporters : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { qunsetenv("NO_COLOR"); }

    // --- JSON: what scripts rely on ---

    void jsonOfADoneJob()
    {
        const BuildJob job(doneRecord(), planOf());
        const auto events = reported([&job](Reporter &reporter) { reporter.jobChanged(job); });
        QCOMPARE(events.size(), 1);
        const QJsonObject expected{{u"event"_s, u"job"_s},
                                   {u"state"_s, u"done"_s},
                                   {u"id"_s, u"7"_s},
                                   {u"name"_s, u"pricing"_s},
                                   {u"platform"_s, u"linux/amd64"_s},
                                   {u"go"_s, u"1.19.8"_s},
                                   {u"path"_s, u"/out/pricing_1_19_8_linux_amd64.so"_s},
                                   {u"info"_s, u"/out/pricing_1_19_8_linux_amd64.pinf"_s},
                                   {u"scn"_s, qint64(20261122144507)},
                                   {u"seconds"_s, 1.9},
                                   {u"goSeconds"_s, 1.5},
                                   {u"bytes"_s, 7980432},
                                   {u"sha256"_s, u"abc"_s},
                                   {u"upToDate"_s, false},
                                   {u"log"_s, u"/state/logs/7.log"_s}};
        QCOMPARE(events[0], expected);
    }

    void jsonWritesScnAsDigits()
    {
        const BuildJob job(doneRecord(), planOf());
        const QByteArray line = printed(stdout, [&job] { JsonReporter().jobChanged(job); });
        QVERIFY2(line.contains("\"scn\":20261122144507,"), line.constData());
        QCOMPARE(line.count('\n'), 1);
        QVERIFY(line.endsWith("}\n"));
    }

    void jsonSaysWhatIsUpToDate()
    {
        const BuildJob job(doneRecord(true), planOf());
        QCOMPARE(reported([&job](Reporter &reporter) { reporter.jobChanged(job); })[0].value("upToDate"_L1), true);
    }

    void jsonOfAFailedJob()
    {
        const BuildJob job(failedRecord(), planOf());
        const QJsonObject event = reported([&job](Reporter &reporter) { reporter.jobChanged(job); })[0];
        QCOMPARE(event.value("state"_L1), u"failed"_s);
        const QJsonObject words{{u"message"_s, u"2 errors in main.go"_s},
                                {u"reason"_s, u"main.go:5:2: undefined: x"_s}};
        QCOMPARE(event.value("error"_L1).toObject(), words);
        QCOMPARE(event.value("seconds"_L1), 0.4);
        QVERIFY(!event.contains("path"_L1));
    }

    void jsonOfStates_data()
    {
        QTest::addColumn<JobState>("state");
        QTest::addColumn<QString>("word");
        QTest::newRow("queued") << JobState::Queued << u"queued"_s;
        QTest::newRow("preparing") << JobState::Preparing << u"preparing"_s;
        QTest::newRow("fetching") << JobState::FetchingToolchain << u"fetching-toolchain"_s;
        QTest::newRow("resolving") << JobState::ResolvingModules << u"resolving-modules"_s;
        QTest::newRow("compiling") << JobState::Compiling << u"compiling"_s;
        QTest::newRow("linking") << JobState::Linking << u"linking"_s;
        QTest::newRow("stamping") << JobState::Stamping << u"stamping"_s;
        QTest::newRow("cancelled") << JobState::Cancelled << u"cancelled"_s;
    }
    void jsonOfStates()
    {
        QFETCH(JobState, state);
        QFETCH(QString, word);
        const BuildJob job(recordOf(state), planOf());
        const QJsonObject event = reported([&job](Reporter &reporter) { reporter.jobChanged(job); })[0];
        QCOMPARE(event.value("event"_L1), u"job"_s);
        QCOMPARE(event.value("state"_L1), word);
        QCOMPARE(event.value("id"_L1), u"7"_s);
        QCOMPARE(event.contains("seconds"_L1), isFinished(state));
    }

    void jsonOfTheRest()
    {
        const BuildJob job(recordOf(JobState::Compiling), planOf());
        const auto events = reported([&job](Reporter &reporter) {
            reporter.note({PlanNote::Kind::Caution, u"Careful."_s});
            reporter.note({PlanNote::Kind::Information, u"“Umlaut” ä\nline"_s});
            reporter.jobAdded(job);
            reporter.jobProgressed(job);
            reporter.error({ErrorCode::Damaged, u"a.zip is damaged"_s, u"It breaks off."_s, u"raw"_s});
            reporter.finished(1, 2);
        });
        QCOMPARE(events.size(), 6);
        QCOMPARE(events[0],
                 (QJsonObject{{u"event"_s, u"note"_s}, {u"kind"_s, u"caution"_s}, {u"text"_s, u"Careful."_s}}));
        QCOMPARE(events[1].value("text"_L1), u"“Umlaut” ä\nline"_s);
        QCOMPARE(events[2].value("event"_L1), u"job"_s);
        QCOMPARE(events[3].value("event"_L1), u"progress"_s);
        QCOMPARE(events[3].value("compiled"_L1), 0);
        QCOMPARE(events[3].value("packages"_L1), 0);
        const QJsonObject words{{u"message"_s, u"a.zip is damaged"_s}, {u"reason"_s, u"It breaks off."_s}};
        QCOMPARE(events[4], (QJsonObject{{u"event"_s, u"error"_s}, {u"error"_s, words}}));
        QCOMPARE(events[5], (QJsonObject{{u"event"_s, u"finished"_s}, {u"built"_s, 1}, {u"failed"_s, 2}}));
    }

    void jsonOfALog()
    {
        const QTemporaryDir folder;
        JobRecord record = failedRecord();
        record.log = folder.filePath(u"a.log"_s);
        QFile file(record.log);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# Plugsmith build log 1\n12:00:01.500\tcompile\tfmt\n12:00:02.000\tfailed\ta\tb\n");
        file.close();
        const BuildJob job(record, planOf());
        const auto events = reported([&job](Reporter &reporter) { reporter.log(job); });
        const QJsonObject second{{u"event"_s, u"log"_s},
                                 {u"id"_s, u"7"_s},
                                 {u"time"_s, u"12:00:02.000"_s},
                                 {u"step"_s, u"failed"_s},
                                 {u"text"_s, u"a\tb"_s}};
        QCOMPARE(events.size(), 2);
        QCOMPARE(events[0].value("text"_L1), u"fmt"_s);
        QCOMPARE(events[1], second);
    }

    // --- text, not on a terminal: a line for each step ---

    void textOfStates()
    {
        const BuildJob compiling(recordOf(JobState::Compiling), planOf());
        const BuildJob queued(recordOf(JobState::Queued), planOf());
        const BuildJob done(doneRecord(), planOf());
        const BuildJob same(doneRecord(true), planOf());
        const BuildJob failed(failedRecord(), planOf());
        const BuildJob cancelled(recordOf(JobState::Cancelled), planOf());
        const QStringList lines = reportedText([&](Reporter &reporter) {
                                      reporter.jobChanged(queued); // says nothing
                                      reporter.jobProgressed(compiling);
                                      for (const BuildJob *job : {&compiling, &done, &same, &failed, &cancelled})
                                          reporter.jobChanged(*job);
                                  }).split(u'\n');
        QCOMPARE(lines.size(), 6);
        QVERIFY2(lines[0].startsWith(u"› linux/amd64 · 1.19.8 "_s), qPrintable(lines[0]));
        QVERIFY2(lines[0].endsWith(u"  compiling"_s), qPrintable(lines[0]));
        QCOMPARE(lines[1],
                 u"✓ linux/amd64 · 1.19.8     1.9 s  done · pricing_1_19_8_linux_amd64.so · SCN 20261122144507"_s);
        QCOMPARE(
            lines[2],
            u"✓ linux/amd64 · 1.19.8     1.9 s  up to date · pricing_1_19_8_linux_amd64.so · SCN 20261122144507"_s);
        QCOMPARE(lines[3], u"✗ linux/amd64 · 1.19.8     0.4 s  failed · 2 errors in main.go"_s);
        QCOMPARE(lines[4], u"– linux/amd64 · 1.19.8            cancelled"_s);
    }

    void textOfTheEnd()
    {
        const BuildJob done(doneRecord(), planOf());
        const BuildJob failed(failedRecord(), planOf(u"1.26.8"_s));
        const QString text = reportedText([&](Reporter &reporter) {
            reporter.jobAdded(done);
            reporter.jobAdded(failed);
            reporter.finished(1, 1);
        });
        QCOMPARE(text, u"\n"
                       "linux/amd64 · 1.19.8\n"
                       "  plugin  /out/pricing_1_19_8_linux_amd64.so\n"
                       "  SCN     20261122144507 (22 Nov 2026 14:45:07)\n"
                       "  log     /state/logs/7.log\n"
                       "\n"
                       "linux/amd64 · 1.26.8\n"
                       "  2 errors in main.go\n"
                       "  main.go:5:2: undefined: x\n"
                       "  log     /state/logs/7.log\n"
                       "\n"
                       "1 built, 1 failed\n"_s);
    }

    void textHasNoColoursInAFile()
    {
        const BuildJob done(doneRecord(), planOf());
        QVERIFY(!reportedText([&done](Reporter &reporter) { reporter.jobChanged(done); }).contains(u'\x1b'));
    }

    void textOfNotes()
    {
        QCOMPARE(reportedText([](Reporter &reporter) {
                     reporter.note({PlanNote::Kind::Caution, u"Careful."_s});
                     reporter.note({PlanNote::Kind::Information, u"By the way."_s});
                 }),
                 u"Caution: Careful.\nNote: By the way.\n"_s);
    }

    void textOfErrorsGoesToStandardError()
    {
        const Error error{ErrorCode::Damaged, u"a.zip is damaged"_s, u"It breaks off."_s, u"raw"_s};
        QByteArray errors;
        const QByteArray output =
            printed(stdout, [&error, &errors] { errors = printed(stderr, [&error] { TextReporter().error(error); }); });
        QCOMPARE(output, QByteArray());
        QCOMPARE(errors, "a.zip is damaged\nIt breaks off.\n");
    }

    // --- text on a terminal: a table that changes in place ---

    void tableOnATerminal()
    {
        const QByteArray text = printedOnTerminal(120, [] {
            const BuildJob done(doneRecord(), planOf());
            const BuildJob failed(failedRecord(), planOf(u"1.26.8"_s));
            TextReporter reporter;
            reporter.jobAdded(done);
            reporter.jobAdded(failed);
        });
        // One row; then up one row, clear, and both.
        const QList<QByteArray> parts = text.split('\x1b');
        QVERIFY2(text.contains("\x1b[1A\x1b[J"), text.constData());
        QCOMPARE(text.count("\x1b[32m✓ linux/amd64"), 2);
        QCOMPARE(text.count("\x1b[31m✗ linux/amd64"), 1);
        QCOMPARE(text.count('\n'), 3);
        QVERIFY(parts.size() > 5);
    }

    void tableHasNoColoursWithNoColor()
    {
        qputenv("NO_COLOR", "1");
        const QByteArray text = printedOnTerminal(120, [] {
            const BuildJob done(doneRecord(), planOf());
            TextReporter reporter;
            reporter.jobAdded(done);
            reporter.jobChanged(done);
        });
        QVERIFY(text.contains("\x1b[1A\x1b[J✓ linux/amd64"));
        QVERIFY(!text.contains("\x1b[3"));
    }

    void tableFitsTheTerminal()
    {
        qputenv("NO_COLOR", "1");
        const QByteArray text = printedOnTerminal(40, [] {
            const BuildJob done(doneRecord(), planOf());
            TextReporter().jobAdded(done);
        });
        const QString row = QString::fromUtf8(text).trimmed();
        QCOMPARE(row.size(), 40);
        QVERIFY(row.endsWith(u'…'));
    }
};

QTEST_GUILESS_MAIN(tst_Reporters)
#include "tst_reporters.moc"
