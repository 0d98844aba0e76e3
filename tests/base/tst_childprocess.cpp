// SPDX-License-Identifier: Apache-2.0
#include "base/childprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

ProcessSpec shell(const QString &script)
{
    ProcessSpec spec;
    spec.program = u"/bin/sh"_s;
    spec.arguments = {u"-c"_s, script};
    return spec;
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

ProcessEnd endOf(ChildProcess &process)
{
    QSignalSpy finished(&process, &ChildProcess::finished);
    if (finished.isEmpty() && !finished.wait(10'000))
        return {ProcessEnd::Way::FailedToStart, -1, u"(did not end)"_s};
    return finished[0][0].value<ProcessEnd>();
}

} // namespace

class tst_ChildProcess : public QObject
{
    Q_OBJECT

private slots:
    void deliversOutputBeforeTheEnd()
    {
        ChildProcess process;
        QByteArray out;
        QByteArray err;
        connect(&process, &ChildProcess::outputArrived, this, [&](const QByteArray &bytes) { out += bytes; });
        connect(&process, &ChildProcess::errorOutputArrived, this, [&](const QByteArray &bytes) { err += bytes; });
        process.start(shell(u"echo out; echo err >&2; exit 3"_s));
        const ProcessEnd end = endOf(process);
        QCOMPARE(end.way, ProcessEnd::Way::Exited);
        QCOMPARE(end.exitCode, 3);
        QVERIFY(!end.isSuccess());
        QCOMPARE(out, "out\n");
        QCOMPARE(err, "err\n");
    }

    void saysWhenAProgramIsMissing()
    {
        ChildProcess process;
        QSignalSpy finished(&process, &ChildProcess::finished);
        process.start({u"/nowhere/at/all"_s, {}, {}, {}});
        QTRY_COMPARE(finished.size(), 1);
        const auto end = finished[0][0].value<ProcessEnd>();
        QCOMPARE(end.way, ProcessEnd::Way::FailedToStart);
        QVERIFY(!end.problem.isEmpty());
    }

    void tellsACrashFromAnExit()
    {
        ChildProcess process;
        process.start(shell(u"kill -SEGV $$"_s));
        QCOMPARE(endOf(process).way, ProcessEnd::Way::Crashed);
    }

    void cancelEndsTheWholeTree()
    {
        ChildProcess process;
        QByteArray out;
        connect(&process, &ChildProcess::outputArrived, this, [&](const QByteArray &bytes) { out += bytes; });
        process.start(shell(u"sh -c 'sleep 100 & echo $!; wait' & trap '' TERM; wait"_s));
        QTRY_VERIFY(out.endsWith('\n'));
        const pid_t grandchild = out.trimmed().toInt();
        QVERIFY(isAlive(grandchild));

        QElapsedTimer timer;
        timer.start();
        process.cancel();
        QCOMPARE(endOf(process).way, ProcessEnd::Way::Cancelled);
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(grandchild), 200);
        QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
    }

    void sweepsWhatALeaderLeavesBehind()
    {
        ChildProcess process;
        QByteArray out;
        connect(&process, &ChildProcess::outputArrived, this, [&](const QByteArray &bytes) { out += bytes; });
        process.start(shell(u"sleep 100 >/dev/null 2>&1 & echo $!"_s));
        QVERIFY(endOf(process).isSuccess());
        const pid_t stray = out.trimmed().toInt();
        QTRY_VERIFY(!isAlive(stray));
    }

    void endsWithItsOwner()
    {
        auto process = std::make_unique<ChildProcess>();
        process->start(shell(u"sleep 100"_s));
        QTRY_VERIFY(process->processId() > 0);
        const pid_t pid = static_cast<pid_t>(process->processId());
        process.reset();
        QVERIFY(!isAlive(pid));
    }

    void canBeStartedAgain()
    {
        ChildProcess process;
        for (int i = 0; i < 3; ++i) {
            process.start(shell(u"exit 0"_s));
            QVERIFY(endOf(process).isSuccess());
        }
        process.cancel(); // nothing runs
    }
};

QTEST_GUILESS_MAIN(tst_ChildProcess)
#include "tst_childprocess.moc"
