// SPDX-License-Identifier: Apache-2.0
#include "toolchain/ctoolfinder.h"

#include "base/folders.h"
#include "support/faketool.h"
#include "toolchain/pathsearch.h"
#include "toolchain/targets.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// One that cross compilers are known for, other than this machine's and without siblings.
Platform foreignPlatform()
{
    const Platform arm{u"linux"_s, u"arm64"_s};
    return arm == Platform::thisMachine() ? Platform{u"linux"_s, u"s390x"_s} : arm;
}

} // namespace

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
    QVector<UserCompiler> m_userCompilers;
    std::optional<QVector<Platform>> m_platforms;

    /// A compiler that says a version, and whose other runs play `link`.
    bool makeCrossTool(const QString &name, const QByteArray &link = {}) const
    {
        return makeTool(at(name), "record " + at(name + u".record").toLocal8Bit() + "\n[--version]\nout " +
                                      name.toLatin1() + " (X) 12.2.0\n[*]\n" + link);
    }
    QByteArray recordOf(const QString &name) const
    {
        QFile file(at(name + u".record"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    CTools find(const QString &userCc = {}, std::chrono::milliseconds limit = 20s)
    {
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, m_folder->path());
        CToolFinder finder(environment);
        finder.setTimeLimit(limit);
        finder.setUserCompilers(m_userCompilers);
        finder.setPlatforms(m_platforms);
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
        m_userCompilers.clear();
        m_platforms.reset();
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

    void usesCrossCompilersThatLink()
    {
        const Platform foreign = foreignPlatform();
        const QString name = crossCompilerFor(foreign)->program;
        QVERIFY(makeCrossTool(name));
        QVERIFY(makeCrossTool(u"powerpc64le-linux-gnu-gcc"_s, "err ld: error: cannot find crt1.o\nexit 1\n"));
        CTools tools = find();
        QVERIFY(tools.compilers.isEmpty());
        QCOMPARE(tools.cross.size(), 1);
        QCOMPARE(tools.cross[0].program, at(name));
        QCOMPARE(tools.cross[0].platform, foreign);
        QCOMPARE(tools.cross[0].versionText, u"gcc 12.2"_s);
        QCOMPARE(tools.cross[0].cxx, at(QString(name).replace(u"-gcc"_s, u"-g++"_s)));
        QCOMPARE(tools.rejected.size(), 1);
        QCOMPARE(tools.rejected[0].reason, u"ld: error: cannot find crt1.o"_s);
        // Once linked is enough, until the compiler changes; what failed may be repaired at any time.
        find();
        QCOMPARE(recordOf(name).count("arg: -pthread\n"), 1);
        QCOMPARE(recordOf(u"powerpc64le-linux-gnu-gcc"_s).count("arg: -pthread\n"), 2);
    }

    void asksNoCompilerThatIsNotNeeded()
    {
        const QString name = crossCompilerFor(foreignPlatform())->program;
        QVERIFY(makeCrossTool(name));
        m_platforms = QVector<Platform>();
        QVERIFY(find().cross.isEmpty());
        QVERIFY(recordOf(name).isEmpty());
        m_platforms = QVector<Platform>{foreignPlatform()};
        QCOMPARE(find().cross.size(), 1);
    }

    void takesTheUsersCompilerFirst()
    {
        const Platform foreign = foreignPlatform();
        QVERIFY(makeCrossTool(crossCompilerFor(foreign)->program));
        QVERIFY(makeCrossTool(u"mycc"_s));
        const auto user = UserCompiler::parse(foreign.toString() + u"=mycc --sysroot=/srv/root"_s);
        QVERIFY(user);
        m_userCompilers = {*user};
        const CTools tools = find();
        QCOMPARE(tools.cross.size(), 1);
        QCOMPARE(tools.cross[0].program, at(u"mycc"_s));
        QCOMPARE(tools.cross[0].arguments, QStringList{u"--sysroot=/srv/root"_s});
        QVERIFY(recordOf(u"mycc"_s).contains("arg: --sysroot=/srv/root\narg: -pthread\n"));
        QVERIFY(!recordOf(crossCompilerFor(foreign)->program).contains("arg: -pthread\n")); // no need to try it
    }

    void takesTheNextWhenOneDoesNotLink()
    {
        const Platform foreign = foreignPlatform();
        QVERIFY(makeCrossTool(crossCompilerFor(foreign)->program));
        QVERIFY(makeCrossTool(u"mycc"_s, "err ld: error: cannot find crt1.o\nexit 1\n"));
        const auto user = UserCompiler::parse(foreign.toString() + u"=mycc"_s);
        QVERIFY(user);
        m_userCompilers = {*user};
        const CTools tools = find();
        QCOMPARE(tools.cross.size(), 1);
        QCOMPARE(tools.cross[0].program, at(crossCompilerFor(foreign)->program));
        QCOMPARE(tools.rejected.size(), 1);
        QCOMPARE(tools.rejected[0].compiler.program, at(u"mycc"_s));
    }

    void namesNoFolderThatIsGone()
    {
        const auto gcc = findProgram(u"gcc"_s, pathFoldersOf(QProcessEnvironment::systemEnvironment()));
        if (gcc.isEmpty())
            QSKIP("gcc is not installed");
        m_userCompilers = {{foreignPlatform(), gcc}}; // makes programs of another kind, and says in which line it stops
        const CTools tools = find();
        QCOMPARE(tools.rejected.size(), 1);
        QVERIFY2(tools.rejected[0].reason.startsWith(u"probe-0.c:"_s), qPrintable(tools.rejected[0].reason));
    }

    void saysWhichOfTheUsersCompilersIsNotThere()
    {
        const Platform foreign = foreignPlatform();
        QVERIFY(makeCrossTool(u"mycc"_s));
        m_userCompilers = {{foreign, u"no-such-cc --sysroot=/srv"_s},
                           {Platform::thisMachine(), u"mycc -m64"_s},
                           {Platform::thisMachine(), u"no-such-native-cc"_s}};
        const CTools tools = find();
        QCOMPARE(tools.compilers.value(0).arguments, QStringList{u"-m64"_s}); // the first for a platform counts
        QVERIFY(tools.cross.isEmpty());
        QCOMPARE(tools.rejected.size(), 2);
        QCOMPARE(tools.rejected[0].compiler.platform, foreign);
        QCOMPARE(tools.rejected[0].compiler.command(), u"no-such-cc --sysroot=/srv"_s);
        QVERIFY(tools.rejected[0].reason.contains(u"no-such-cc"_s));
        QCOMPARE(tools.rejected[1].compiler.platform, Platform::thisMachine());
    }

    void splitsCommands_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("parts"); // program|target|sysroot|rest
        QTest::addColumn<QString>("again"); // empty: as it was
        const auto row = [](const char *command, const char *parts, const char *again = "") {
            QTest::newRow(command) << QString::fromLatin1(command) << QString::fromLatin1(parts)
                                   << QString::fromLatin1(again);
        };
        row("aarch64-linux-gnu-gcc", "aarch64-linux-gnu-gcc|||");
        row("ccache gcc -m32", "ccache gcc|||-m32");
        row("clang --target=aarch64-linux-gnu --sysroot=/srv/arm64 -fuse-ld=lld",
            "clang|aarch64-linux-gnu|/srv/arm64|-fuse-ld=lld");
        row("clang -target arm-linux-gnueabihf", "clang|arm-linux-gnueabihf||", "clang --target=arm-linux-gnueabihf");
        row("/opt/zig/zig cc -target x86_64-linux-gnu.2.28", "/opt/zig/zig cc|x86_64-linux-gnu.2.28||");
        row("gcc --sysroot '/srv/old system' -O1", "gcc||/srv/old system|-O1", "gcc '--sysroot=/srv/old system' -O1");
        row("gcc --sysroot", "gcc|||--sysroot"); // for the compiler to complain of
    }
    void splitsCommands()
    {
        QFETCH(QString, command);
        QFETCH(QString, again);
        const CompilerCommand parts = CompilerCommand::of(command);
        QTEST((QStringList{parts.program, parts.target, parts.sysroot, parts.rest.join(u' ')}.join(u'|')), "parts");
        QCOMPARE(parts.toString(), again.isEmpty() ? command : again);
        QCOMPARE(CompilerCommand::of(parts.toString()), parts);
    }

    void takesZigWithoutLinking()
    {
        QVERIFY(makeTool(at(u"zig"_s), "[cc --version]\nout clang version 19.1.0\n[*]\nexit 1\n"));
        const CTools tools = find();
        QVERIFY(tools.cross.size() > 4);
        // zig 0.14 had no C library of FreeBSD; 0.15, with clang 20, has.
        QCOMPARE(tools.rejected.size(), 1);
        QCOMPARE(tools.rejected[0].compiler.platform, (Platform{u"freebsd"_s, u"amd64"_s}));
        QVERIFY(makeTool(at(u"zig"_s), "[cc --version]\nout clang version 20.1.2\n[*]\nexit 1\n"));
        QCOMPARE(find().cross.size(), tools.cross.size() + 1);
        for (const CCompiler &compiler : tools.cross) {
            QCOMPARE(compiler.versionText, u"zig cc 19.1"_s);
            QVERIFY(compiler.cxx.startsWith(at(u"zig"_s) + u" c++ -target "));
        }
    }

    void readsUserCompilers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("good") << u"linux/arm64=clang --target=aarch64-linux-gnu"_s << true;
        QTest::newRow("no platform") << u"clang"_s << false;
        QTest::newRow("unknown platform") << u"linux/potato=cc"_s << false;
        QTest::newRow("no command") << u"linux/arm64= "_s << false;
        QTest::newRow("open quote") << u"linux/arm64=cc 'x"_s << false;
    }
    void readsUserCompilers()
    {
        QFETCH(QString, text);
        const auto compiler = UserCompiler::parse(text);
        QTEST(compiler.has_value(), "isGood");
        if (compiler)
            QCOMPARE(compiler->toString(), text);
    }

    void linksRealProgramsForThisMachineOnly()
    {
        const QString gcc = findProgram(u"gcc"_s, pathFoldersOf(QProcessEnvironment::systemEnvironment()));
        if (gcc.isEmpty())
            QSKIP("gcc is not installed");
        for (const Platform &platform : {Platform::thisMachine(), foreignPlatform()}) {
            CCompiler compiler;
            compiler.program = gcc;
            compiler.platform = platform;
            const QString source = at(u"probe.c"_s);
            QVERIFY(writeFile(source, linkProbeSource(platform)));
            QProcess process;
            process.start(gcc, linkProbeArguments(compiler, source, at(u"probe"_s)));
            QVERIFY(process.waitForFinished());
            const bool isNative = platform == Platform::thisMachine();
            QVERIFY2((process.exitCode() == 0) == isNative, process.readAllStandardError().constData());
        }
    }

    void findsNothingOnAnEmptyMachine() { QCOMPARE(find(u"gcc"_s), CTools()); }
};

QTEST_GUILESS_MAIN(tst_CToolFinder)
#include "tst_ctoolfinder.moc"
