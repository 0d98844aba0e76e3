// SPDX-License-Identifier: Apache-2.0
#include "toolchain/ctoolfinder.h"

#include "base/folders.h"
#include "support/faketool.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_CToolFinder : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString at(const QString &name) const { return m_folder->filePath(name); }
    bool makeRecordingTool(const QString &name, const QByteArray &answer) const
    {
        return makeTool(at(name), "record " + at(name + u".record").toLocal8Bit() + "\nout " + answer + '\n');
    }
    qsizetype runsOf(const QString &name) const
    {
        QFile file(at(name + u".record"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().count("arg: --version\n") : 0;
    }
    CTools find(const QString &userCc = {}, std::chrono::milliseconds limit = 20s)
    {
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, m_folder->path());
        CToolFinder finder(environment);
        finder.setTimeLimit(limit);
        QSignalSpy found(&finder, &CToolFinder::found);
        finder.find(userCc);
        if (!found.wait(30'000) || finder.isBusy())
            return {};
        QThreadPool::globalInstance()->waitForDone(); // the cache is written now
        return finder.tools();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QFile::remove(folders::cache() + u"/ctools.json");
    }

    void findsCompilersAndLinkers()
    {
        QVERIFY(makeRecordingTool(u"gcc"_s, "gcc (Debian 12.2.0-14) 12.2.0"));
        QVERIFY(makeRecordingTool(u"ld.lld"_s, "LLD 17.0.6 (compatible with GNU linkers)"));
        QVERIFY(makeRecordingTool(u"ld.mold"_s, "mold 2.30.0 (compatible with GNU ld)"));
        const CTools tools = find();
        QCOMPARE(tools.compilers.size(), 1);
        QCOMPARE(tools.compilers[0].versionText, u"gcc 12.2"_s);
        QCOMPARE(tools.compilers[0].platform, Platform::thisMachine());
        QCOMPARE(tools.linkers.size(), 2);
        QCOMPARE(tools.linkers[0].versionText, u"mold 2.30.0"_s);
        QCOMPARE(tools.linkers[1].versionText, u"LLD 17.0.6"_s);
    }

    void asksEachOnce()
    {
        QVERIFY(makeRecordingTool(u"gcc"_s, "gcc (X) 12.2.0"));
        QVERIFY(makeRecordingTool(u"ld.gold"_s, "GNU gold (GNU Binutils 2.40) 1.16"));
        const CTools first = find();
        QCOMPARE(find(), first);
        QCOMPARE(runsOf(u"gcc"_s), 1);
        QCOMPARE(runsOf(u"ld.gold"_s), 1);
        QFile changed(at(u"gcc"_s));
        QVERIFY(changed.open(QIODevice::Append) && changed.write("x") == 1);
        changed.close();
        find();
        QCOMPARE(runsOf(u"gcc"_s), 2);
        QCOMPARE(runsOf(u"ld.gold"_s), 1);
    }

    void asksWithTheArgumentsOfCc()
    {
        QVERIFY(makeRecordingTool(u"mycc"_s, "gcc (X) 12.2.0"));
        const CTools tools = find(u"mycc -m32"_s);
        QCOMPARE(tools.compilers.size(), 1);
        QCOMPARE(tools.compilers[0].arguments, QStringList{u"-m32"_s});
        QFile file(at(u"mycc.record"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray record = file.readAll();
        QVERIFY(record.startsWith("arg: -m32\narg: --version\n"));
        QVERIFY(record.contains("env: LC_ALL=C\n"));
    }

    void asksLaunchersEveryTime()
    {
        QVERIFY(makeRecordingTool(u"ccache"_s, "gcc (X) 12.2.0"));
        find(u"ccache gcc"_s);
        QCOMPARE(find(u"ccache gcc"_s).compilers.value(0).versionText, u"gcc 12.2"_s);
        QCOMPARE(runsOf(u"ccache"_s), 2);
    }

    void leavesOutWhatDoesNotAnswer_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("fails") << QByteArray("err no\nexit 1\n");
        QTest::newRow("crashes") << QByteArray("crash\n");
        QTest::newRow("hangs") << QByteArray("sleep 60000\n");
    }
    void leavesOutWhatDoesNotAnswer()
    {
        QFETCH(QByteArray, script);
        QVERIFY(makeTool(at(u"gcc"_s), script));
        QVERIFY(makeTool(at(u"ld.mold"_s), script));
        QVERIFY(makeRecordingTool(u"clang"_s, "clang version 17.0.6"));
        const CTools tools = find({}, 3s);
        QCOMPARE(tools.compilers.size(), 1);
        QCOMPARE(tools.compilers[0].name, u"clang"_s);
        QVERIFY(tools.linkers.isEmpty());
    }

    void findsNothingOnAnEmptyMachine() { QCOMPARE(find(u"gcc"_s), CTools()); }
};

QTEST_GUILESS_MAIN(tst_CToolFinder)
#include "tst_ctoolfinder.moc"
