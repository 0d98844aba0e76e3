// SPDX-License-Identifier: Apache-2.0
#include "toolchain/toolrun.h"

#include "support/faketool.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_ToolRun : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    ProcessSpec tool(const QByteArray &script) const
    {
        const QString program = m_folder->filePath(u"tool"_s);
        return makeTool(program, script) ? ProcessSpec{program, {}, {}, {}} : ProcessSpec();
    }
    static ToolAnswer answerOf(ToolRun &run)
    {
        QSignalSpy finished(&run, &ToolRun::finished);
        return finished.wait(20'000) ? finished[0][0].value<ToolAnswer>() : ToolAnswer();
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void gathersBothOutputs()
    {
        ToolRun run;
        run.start(tool("out one\nerr two\nout three\nexit 7\n"), 20s);
        const ToolAnswer answer = answerOf(run);
        QCOMPARE(answer.end.way, ProcessEnd::Way::Exited);
        QCOMPARE(answer.end.exitCode, 7);
        QVERIFY(!answer.isSuccess());
        QVERIFY(!answer.timedOut);
        QCOMPARE(answer.output, "one\nthree\n");
        QCOMPARE(answer.errorOutput, "two\n");
        QCOMPARE(answer.text(), u"two\none\nthree"_s);
        QVERIFY(answer.seconds > 0);
    }

    void endsWhatHangs()
    {
        ToolRun run;
        QElapsedTimer clock;
        clock.start();
        run.start(tool("out begun\nsleep 60000\n"), 300ms);
        const ToolAnswer answer = answerOf(run);
        QVERIFY(answer.timedOut);
        QCOMPARE(answer.end.way, ProcessEnd::Way::Cancelled);
        QVERIFY(clock.elapsed() < 10'000);
    }

    void cancelledIsNotLate()
    {
        ToolRun run;
        run.start(tool("sleep 60000\n"), 60s);
        run.cancel();
        const ToolAnswer answer = answerOf(run);
        QCOMPARE(answer.end.way, ProcessEnd::Way::Cancelled);
        QVERIFY(!answer.timedOut);
    }

    void saysWhatDoesNotStart()
    {
        ToolRun run;
        run.start({m_folder->filePath(u"missing"_s), {}, {}, {}}, 20s);
        const ToolAnswer answer = answerOf(run);
        QCOMPARE(answer.end.way, ProcessEnd::Way::FailedToStart);
        QVERIFY(!answer.end.problem.isEmpty());
    }

    void seesCrashes()
    {
        ToolRun run;
        run.start(tool("crash\n"), 20s);
        QCOMPARE(answerOf(run).end.way, ProcessEnd::Way::Crashed);
    }

    void boundsTheOutput()
    {
        QVERIFY(makeShellScript(m_folder->filePath(u"flood"_s), "head -c 3000000 /dev/zero | tr '\\0' x\n"));
        ToolRun run;
        run.start({m_folder->filePath(u"flood"_s), {}, {}, QProcessEnvironment::systemEnvironment()}, 20s);
        const ToolAnswer answer = answerOf(run);
        QVERIFY(answer.isSuccess());
        QCOMPARE(answer.output.size(), ToolRun::MaxOutputBytes);
    }

    void canBeUsedAgain()
    {
        ToolRun run;
        for (int i = 0; i < 2; ++i) {
            run.start(tool("out " + QByteArray::number(i) + '\n'), 20s);
            QCOMPARE(answerOf(run).output, QByteArray::number(i) + '\n');
        }
    }
};

QTEST_GUILESS_MAIN(tst_ToolRun)
#include "tst_toolrun.moc"
