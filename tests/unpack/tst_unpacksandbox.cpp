// SPDX-License-Identifier: Apache-2.0
#include "support/archivebuilder.h"
#include "support/workerrun.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::builder;
using namespace Qt::StringLiterals;

/// What is left to code that has taken over the worker.
class tst_UnpackSandbox : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(QDir(m_dir.path()).mkdir(u"inside"_s));
        QProcess probe;
        probe.start(builtProgram(u"unpackprobe"_s),
                    {u"reach"_s, m_dir.filePath(u"inside"_s), m_dir.filePath(u"outside"_s)});
        QVERIFY(probe.waitForFinished(20'000));
        QCOMPARE(probe.exitCode(), 0);
        const QList<QByteArray> lines = probe.readAllStandardOutput().trimmed().split('\n');
        for (const QByteArray &line : lines)
            m_answers.insert(line.split(' ').first(), line.split(' ').last());
        m_version = m_answers.value("landlock").toInt();
    }

    void reachesOnlyItsFolder_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("isPossible");
        QTest::addColumn<int>("sinceVersion");
        QTest::newRow("new file inside") << QByteArray("create-inside") << QByteArray("yes") << 0;
        QTest::newRow("new folder inside") << QByteArray("folder-inside") << QByteArray("yes") << 0;
        QTest::newRow("new link inside") << QByteArray("link-inside") << QByteArray("yes") << 0;
        QTest::newRow("reading inside") << QByteArray("read-inside") << QByteArray("no") << 1;
        QTest::newRow("removing inside") << QByteArray("remove-inside") << QByteArray("no") << 1;
        QTest::newRow("new file outside") << QByteArray("create-outside") << QByteArray("no") << 1;
        QTest::newRow("new folder outside") << QByteArray("folder-outside") << QByteArray("no") << 1;
        QTest::newRow("reading outside") << QByteArray("read-outside") << QByteArray("no") << 1;
        QTest::newRow("network") << QByteArray("connect") << QByteArray("no") << 4;
        QTest::newRow("core dumps") << QByteArray("core") << QByteArray("no") << 0;
    }
    void reachesOnlyItsFolder()
    {
        QFETCH(QByteArray, what);
        QFETCH(int, sinceVersion);
        if (m_version < sinceVersion)
            QSKIP("this kernel's Landlock does not know that");
        QTEST(m_answers.value(what), "isPossible");
        QVERIFY(m_version == 0 || !QFileInfo::exists(m_dir.filePath(u"outside"_s)));
    }

    void saysWhetherItIsClosed()
    {
        const QString archive = writeFile(m_dir.filePath(u"a.zip"_s), zipOf({{.name = "x"}}));
        QCOMPARE(runWorker({u"list"_s, archive}).done.value("landlock"_L1).toInt(-1), m_version);
        const WorkerRun run = runWorker({u"unpack"_s, archive, m_dir.filePath(u"out"_s)});
        QCOMPARE(run.done.value("landlock"_L1).toInt(-1), m_version);
    }

    void endsWithItsParent()
    {
        // It waits for somebody to take its output when its parent dies.
        const QString archive =
            writeFile(m_dir.filePath(u"long.zip"_s), zipOf({{.name = "go.mod", .content = QByteArray(900'000, 'x')}}));
        const QString script = u"mkfifo \"$2\"; sleep 15 <\"$2\" & \"$0\" read \"$1\" >\"$2\" & echo $!; "
                               "sleep 0.3; kill -KILL $$"_s;
        QProcess shell;
        shell.start(u"/bin/sh"_s,
                    {u"-c"_s, script, builtProgram(u"plugsmith-unpack"_s), archive, m_dir.filePath(u"pipe"_s)});
        QVERIFY(shell.waitForReadyRead(10'000));
        const QByteArray pid = shell.readAllStandardOutput().trimmed();
        QVERIFY(shell.waitForFinished(10'000));
        QTRY_VERIFY_WITH_TIMEOUT(!isRunning(pid), 3000);
        QVERIFY(!pid.isEmpty());
    }

private:
    static bool isRunning(const QByteArray &pid)
    {
        QFile stat(u"/proc/"_s + QString::fromLatin1(pid) + u"/stat"_s);
        if (!stat.open(QIODevice::ReadOnly))
            return false;
        const QByteArray line = stat.readAll();
        return line.contains("plugsmith") && !line.mid(line.lastIndexOf(')')).startsWith(") Z");
    }

    QTemporaryDir m_dir;
    QMap<QByteArray, QByteArray> m_answers;
    int m_version = 0;
};

QTEST_GUILESS_MAIN(tst_UnpackSandbox)
#include "tst_unpacksandbox.moc"
