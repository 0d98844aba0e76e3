// SPDX-License-Identifier: Apache-2.0
#include "build/jobstate.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_JobState : public QObject
{
    Q_OBJECT

private slots:
    void hasWords_data()
    {
        QTest::addColumn<JobState>("state");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("step");
        QTest::addColumn<bool>("running");
        QTest::addColumn<bool>("finished");
        const auto row = [](JobState state, const char *word, const char *step, bool running, bool finished) {
            QTest::newRow(word) << state << QString::fromLatin1(word) << QString::fromLatin1(step) << running
                                << finished;
        };
        // Histories, logs and --json hold these words: they must never change.
        row(JobState::Held, "held", "queue", false, false);
        row(JobState::Queued, "queued", "queue", false, false);
        row(JobState::Preparing, "preparing", "prepare", true, false);
        row(JobState::FetchingToolchain, "fetching-toolchain", "toolchain", true, false);
        row(JobState::ResolvingModules, "resolving-modules", "modules", true, false);
        row(JobState::Compiling, "compiling", "compile", true, false);
        row(JobState::Linking, "linking", "link", true, false);
        row(JobState::Stamping, "stamping", "stamp", true, false);
        row(JobState::Done, "done", "done", false, true);
        row(JobState::Failed, "failed", "failed", false, true);
        row(JobState::Cancelled, "cancelled", "cancelled", false, true);
    }
    void hasWords()
    {
        QFETCH(JobState, state);
        QTEST(wordOf(state), "word");
        QTEST(stepOf(state), "step");
        QTEST(isRunning(state), "running");
        QTEST(isFinished(state), "finished");
        QCOMPARE(jobStateFromWord(wordOf(state)), state);
    }

    void unknownWordsAreFailures()
    {
        QCOMPARE(jobStateFromWord(u"Done"_s), JobState::Failed);
        QCOMPARE(jobStateFromWord({}), JobState::Failed);
    }
};

QTEST_APPLESS_MAIN(tst_JobState)
#include "tst_jobstate.moc"
