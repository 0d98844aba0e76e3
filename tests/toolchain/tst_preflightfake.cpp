// SPDX-License-Identifier: Apache-2.0
// The decisions of Preflight, with a fake go; tst_preflight does the same with real ones.
#include "toolchain/preflight.h"

#include "base/folders.h"
#include "support/faketool.h"
#include "toolchain/preflightrun.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <chrono>
#include <filesystem>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

using Kind = Linker::Kind;
using Report = Result<PreflightReport>;

namespace {

constexpr int Patience = 30'000;
const QByteArray Plugin = "PLUGSMITH_PREFLIGHT_PLUGIN";

} // namespace

class tst_PreflightFake : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    PreflightRequest m_request;

    QString at(const QString &name) const { return m_folder->filePath(name); }
    QByteArray record() const { return at(u"record"_s).toLocal8Bit(); }
    static QString workFolder() { return folders::cache() + u"/preflight"; }
    static bool isClean()
    {
        QThreadPool::globalInstance()->waitForDone();
        return QDir(workFolder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty();
    }

    /// `go` has the sections of the builds, `host` what the loaded host does.
    bool makeTools(const QByteArray &go, const QByteArray &host, const QByteArray &version = "go1.22.6")
    {
        const QString root = at(u"go"_s);
        const QByteArray script = "record " + record() + '\n' + go + "\n[build ./host]\ncopy " +
                                  at(u"host"_s).toLocal8Bit() + "\n[build ./plugin]\nwrite plugin\n" +
                                  "[build ./plain]\nwrite program\n";
        m_request.toolchain.root = root;
        m_request.toolchain.program = root + u"/bin/go";
        m_request.toolchain.version = GoVersion::parse(QString::fromLatin1(version)).value_or(GoVersion());
        m_request.toolchain.versionText = QString::fromLatin1(version);
        m_request.toolchain.platform = Platform::thisMachine();
        return makeGoRoot(root, version, script) && makeTool(at(u"host"_s), host);
    }
    Report check(const PreflightRequest &request)
    {
        Preflight preflight{QProcessEnvironment()};
        QSignalSpy finished(&preflight, &Preflight::finished);
        const int id = preflight.check(request);
        if (!finished.wait(Patience) || finished[0][0].toInt() != id)
            return Error{ErrorCode::Unknown, u"(no answer)"_s, {}, {}};
        QThreadPool::globalInstance()->waitForDone(); // the cache is written now
        return finished[0][1].value<Report>();
    }
    Report check() { return check(m_request); }
    /// The recorded runs of go whose arguments hold `part`.
    QList<QByteArray> runs(const QByteArray &part = "arg: build") const
    {
        QFile file(QString::fromLocal8Bit(record()));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QList<QByteArray> blocks;
        QByteArray block;
        while (!file.atEnd()) {
            const QByteArray line = file.readLine();
            block += line;
            if (line != "\n")
                continue;
            if (block.contains(part))
                blocks.append(block);
            block.clear();
        }
        return blocks;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QFile::remove(folders::cache() + u"/preflight.json");
        m_request = {};
        m_request.compiler.program = at(u"my cc"_s);
        m_request.compiler.versionText = u"gcc 12.2"_s;
        m_request.linkers = {{Kind::Mold, at(u"ld.mold"_s), u"mold 2.30"_s},
                             {Kind::Gold, at(u"ld.gold"_s), u"gold 1.16"_s}};
        QVERIFY(writeFile(at(u"ld.mold"_s), "mold"));
    }
    void cleanup() { QVERIFY(isClean()); }

    void takesTheFastestThatPasses()
    {
        QVERIFY(makeTools({}, "exit 0\n"));
        const auto result = check();
        QVERIFY(result);
        QVERIFY(result->compilerWorks);
        QCOMPARE(result->linker, m_request.linkers[0]);
        QVERIFY(result->rejected.isEmpty());
        QVERIFY(!result->fromCache);
        QVERIFY(result->seconds > 0);
        QCOMPARE(result->loadProblem, QString());
        QCOMPARE(runs().size(), 3); // plugin, host, plugin with mold
    }

    void rejects_data()
    {
        QTest::addColumn<QByteArray>("go");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QString>("reason");
        const QByteArray mold = "when " + Plugin + " mold.so ";
        QTest::newRow("does not link")
            << QByteArray("[build ./plugin fuse-ld=mold]\nerr # plugin\nerr collect2: error: no mold\nexit 1\n")
            << QByteArray() << u"No plugin was linked: collect2: error: no mold"_s;
        QTest::newRow("links in silence") << QByteArray("[build ./plugin fuse-ld=mold]\nexit 3\n") << QByteArray()
                                          << u"No plugin was linked: exit code 3"_s;
        QTest::newRow("link is killed") << QByteArray("[build ./plugin fuse-ld=mold]\ncrash\n") << QByteArray()
                                        << u"No plugin was linked: the system ended it"_s;
        QTest::newRow("does not open") << QByteArray() << mold + "err plugin.Open: bad\n" + mold + "exit 10\n"
                                       << u"The plugin does not open: plugin.Open: bad"_s;
        QTest::newRow("no symbol") << QByteArray() << mold + "err not found\n" + mold + "exit 11\n"
                                   << u"The plugin lost its function: not found"_s;
        QTest::newRow("wrong answer") << QByteArray() << mold + "exit 13\n" << u"The plugin computes wrong results."_s;
        QTest::newRow("Go panic") << QByteArray() << mold + "exit 2\n"
                                  << u"The plugin ends the program that loads it."_s;
        QTest::newRow("crash") << QByteArray() << mold + "crash\n" << u"The plugin ends the program that loads it."_s;
        QTest::newRow("hang") << QByteArray() << mold + "sleep 60000\n" << u"The plugin hangs when it is used."_s;
    }
    void rejects()
    {
        QFETCH(QByteArray, go);
        QFETCH(QByteArray, host);
        QVERIFY(makeTools(go, host));
        const auto result = check();
        QVERIFY(result);
        QVERIFY(result->compilerWorks);
        QCOMPARE(result->linker.kind, Kind::Gold);
        QCOMPARE(result->rejected.size(), 1);
        QCOMPARE(result->rejected[0].linker, m_request.linkers[0]);
        QTEST(result->rejected[0].reason, "reason");
        // All but a time limit that struck will be the same next time.
        const bool isHang = QByteArray(QTest::currentDataTag()) == "hang";
        QCOMPARE(QFile::exists(folders::cache() + u"/preflight.json"), !isHang);
        if (isHang)
            return;
        const auto again = check();
        QVERIFY(again && again->fromCache);
        QCOMPARE(again->rejected, result->rejected);
        QCOMPARE(again->linker, result->linker);
    }

    void fallsBackToTheDefault()
    {
        QVERIFY(makeTools({}, "when " + Plugin + " mold.so exit 13\nwhen " + Plugin + " gold.so exit 13\n"));
        const auto result = check();
        QVERIFY(result);
        QCOMPARE(result->linker, Linker());
        QCOMPARE(result->rejected.size(), 2);
    }

    void obeysTheChoice_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<Kind>("chosen");
        QTest::addColumn<int>("builds");
        QTest::addColumn<QString>("rejected");
        QTest::newRow("auto") << u"auto"_s << Kind::Mold << 3 << QString();
        QTest::newRow("default") << u"default"_s << Kind::Default << 1 << QString();
        QTest::newRow("gold") << u"gold"_s << Kind::Gold << 3 << QString();
        QTest::newRow("one that is missing") << u"lld"_s << Kind::Default << 1 << u"lld"_s;
    }
    void obeysTheChoice()
    {
        QFETCH(QString, wanted);
        QVERIFY(makeTools({}, "exit 0\n"));
        m_request.wanted = LinkerChoice::parse(wanted).value_or(LinkerChoice());
        const auto result = check();
        QVERIFY(result);
        QVERIFY(result->compilerWorks);
        QTEST(result->linker.kind, "chosen");
        QTEST(static_cast<int>(runs().size()), "builds");
        QTEST(result->rejected.isEmpty() ? QString() : result->rejected[0].linker.word(), "rejected");
    }

    void tellsACompilerThatDoesNotWork()
    {
        QVERIFY(makeTools(
            "[build ./plugin -buildmode]\nerr # runtime/cgo\nerr stdlib.h: fatal error: no such file\nexit 2\n", {}));
        const auto result = check();
        QVERIFY(result);
        QVERIFY(!result->compilerWorks);
        QCOMPARE(result->compilerProblem.message, u"gcc 12.2 cannot build plugins with Go 1.22.6."_s);
        QCOMPARE(result->compilerProblem.reason,
                 u"A small plugin with C code was not built: stdlib.h: fatal error: no such file"_s);
        QVERIFY(result->compilerProblem.detail.contains(u"# runtime/cgo"));
        const auto plain = runs("arg: ./plain\n");
        QCOMPARE(plain.size(), 1);
        QVERIFY(plain[0].contains("env: CGO_ENABLED=0\n"));
        // A C library may be installed tomorrow without the compiler changing.
        QVERIFY(makeTools({}, "exit 0\n"));
        const auto later = check();
        QVERIFY(later && later->compilerWorks && !later->fromCache);
    }

    void tellsAToolchainThatDoesNotWork()
    {
        QVERIFY(makeTools("err go: cannot find main module\nexit 1\n", {}));
        const auto result = check();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::ProcessFailed);
        QCOMPARE(result.error().message, u"Go 1.22.6 cannot build on this machine."_s);
        QCOMPARE(result.error().reason, u"A small program without C was not built: go: cannot find main module"_s);
    }

    void tellsAToolchainThatIsGone()
    {
        QVERIFY(makeTools({}, {}));
        QVERIFY(QFile::remove(m_request.toolchain.program));
        const auto result = check();
        QVERIFY(!result);
        QVERIFY(result.error().reason.endsWith(u"/go/bin/go does not start."));
        QVERIFY(!result.error().detail.isEmpty());
    }

    void needsACompiler()
    {
        QVERIFY(makeTools({}, {}));
        m_request.compiler = {};
        const auto result = check();
        QVERIFY(result);
        QVERIFY(!result->compilerWorks);
        QCOMPARE(result->compilerProblem.message, u"No C compiler was found."_s);
        QVERIFY(runs().isEmpty());
    }

    void blamesNoLinkerForTheMachine_data()
    {
        QTest::addColumn<QByteArray>("go");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QString>("problem");
        QTest::newRow("nothing loads") << QByteArray() << QByteArray("err denied\nexit 10\n")
                                       << u"The plugin does not open: denied"_s;
        QTest::newRow("no host") << QByteArray("[build ./host -trimpath]\nerr no host today\nexit 1\n") << QByteArray()
                                 << u"The program that loads plugins was not built: no host today"_s;
    }
    void blamesNoLinkerForTheMachine()
    {
        QFETCH(QByteArray, go);
        QFETCH(QByteArray, host);
        QVERIFY(makeTools(go, host));
        for (int i = 0; i < 2; ++i) {
            const auto result = check();
            QVERIFY(result);
            QVERIFY(result->compilerWorks);
            QCOMPARE(result->linker, Linker());
            QVERIFY(result->rejected.isEmpty());
            QTEST(result->loadProblem, "problem");
            QVERIFY(!result->fromCache);
        }
    }

    void remembers_data()
    {
        QTest::addColumn<QString>("changed");
        QTest::addColumn<int>("builds");
        QTest::newRow("nothing changes") << QString() << 3;
        QTest::newRow("the toolchain changes") << u"go/VERSION"_s << 6;
        QTest::newRow("the compiler changes") << u"my cc"_s << 6;
        QTest::newRow("a linker changes") << u"ld.mold"_s << 6;
        QTest::newRow("a linker comes") << u"ld.gold"_s << 6;
    }
    void remembers()
    {
        QFETCH(QString, changed);
        QVERIFY(makeTools({}, "exit 0\n"));
        const auto first = check();
        QVERIFY(first);
        if (!changed.isEmpty())
            QVERIFY(writeFile(at(changed), "go1.22.6 and something else"));
        const auto second = check();
        QVERIFY(second);
        QCOMPARE(second->fromCache, changed.isEmpty());
        QTEST(static_cast<int>(runs().size()), "builds");
        QCOMPARE(second->linker, first->linker);
    }

    void survivesADamagedCache()
    {
        QVERIFY(makeTools({}, "exit 0\n"));
        QVERIFY(check());
        QFile cache(folders::cache() + u"/preflight.json");
        QVERIFY(cache.open(QIODevice::ReadOnly));
        const QByteArray bytes = cache.readAll();
        for (const QByteArray &damaged : {bytes.first(bytes.size() / 2), QByteArray(bytes).replace("mold", "sold")}) {
            QVERIFY(writeFile(cache.fileName(), damaged));
            const auto result = check();
            QVERIFY(result && !result->fromCache);
            QCOMPARE(result->linker.kind, Kind::Mold);
        }
    }

    void givesBuildsTheirEnvironment()
    {
        QVERIFY(makeTools({}, "exit 0\n"));
        QVERIFY(check());
        const auto builds = runs("arg: ./plugin\n");
        QCOMPARE(builds.size(), 2);
        for (const QByteArray &line :
             QList<QByteArray>{"arg: -buildmode=plugin", "arg: -trimpath", "arg: -buildvcs=false",
                               "env: GOFLAGS=-mod=mod", "env: GOENV=off", "env: GOTOOLCHAIN=local", "env: GOPROXY=off",
                               "env: GOWORK=off", "env: GO111MODULE=on", "env: CGO_ENABLED=1"})
            QVERIFY2(builds[0].contains(QByteArray('\n' + line + '\n')), line.constData());
        const QByteArray compiler = "env: CC='" + m_request.compiler.program.toLocal8Bit() + "'\n";
        QVERIFY(builds[0].contains(compiler));
        QVERIFY(!builds[0].contains("-ldflags"));
        QVERIFY(builds[1].contains("arg: -ldflags=-extldflags=-fuse-ld=mold\n"));
        QVERIFY(!runs("arg: ./host\n")[0].contains("-buildmode"));
        QVERIFY(runs("arg: ./host\n")[0].contains("arg: -trimpath\n"));
    }

    void onlyLinksForOtherPlatforms_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<Kind>("chosen");
        QTest::addColumn<int>("builds");
        QTest::newRow("auto") << u"auto"_s << Kind::Default << 1;
        QTest::newRow("by name") << u"gold"_s << Kind::Gold << 2;
    }
    void onlyLinksForOtherPlatforms()
    {
        QFETCH(QString, wanted);
        QVERIFY(makeTools({}, "exit 13\n")); // a host that nothing passes
        m_request.platform = {u"linux"_s, Platform::thisMachine().arch == u"arm"_s ? u"386"_s : u"arm"_s};
        m_request.compiler.platform = m_request.platform;
        m_request.wanted = LinkerChoice::parse(wanted).value_or(LinkerChoice());
        const auto result = check();
        QVERIFY(result && result->compilerWorks && result->loadProblem.isEmpty());
        QTEST(result->linker.kind, "chosen");
        QTEST(static_cast<int>(runs().size()), "builds");
        for (const QByteArray &build : runs())
            QVERIFY(build.contains("env: GOOS=linux\n") &&
                    build.contains(QByteArray("env: GOARCH=" + m_request.platform.arch.toLatin1() + '\n')));
        // It says nothing about this machine's own plugins.
        m_request.platform = Platform::thisMachine();
        m_request.wanted = *LinkerChoice::parse(u"default"_s);
        const auto native = check();
        QVERIFY(native && !native->fromCache);
    }

    void sparesOldGoItsUnknownFlag()
    {
        QVERIFY(makeTools({}, "exit 0\n", "go1.17.13"));
        QVERIFY(check());
        QVERIFY(runs("-buildvcs").isEmpty());
    }

    void sharesOneRun()
    {
        QVERIFY(makeTools("sleep 100\n", "exit 0\n"));
        Preflight preflight{QProcessEnvironment()};
        QSignalSpy finished(&preflight, &Preflight::finished);
        QVector<int> ids;
        for (int i = 0; i < 3; ++i)
            ids.append(preflight.check(m_request));
        preflight.cancel(ids[1]); // does not end what others wait for
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 3, Patience);
        QCOMPARE(runs().size(), 3);
        for (const auto &arguments : finished) {
            const auto result = arguments[1].value<Report>();
            QCOMPARE(result.has_value(), arguments[0].toInt() != ids[1]);
        }
    }

    void cancels_data()
    {
        QTest::addColumn<int>("after");
        QTest::newRow("at once") << 0;
        QTest::newRow("while it builds") << 1;
    }
    void cancels()
    {
        QFETCH(int, after);
        QVERIFY(makeTools("sleep 60000\n", "exit 0\n"));
        Preflight preflight{QProcessEnvironment()};
        QSignalSpy finished(&preflight, &Preflight::finished);
        const int id = preflight.check(m_request);
        if (after > 0)
            QTRY_VERIFY_WITH_TIMEOUT(!runs().isEmpty(), Patience);
        QElapsedTimer clock;
        clock.start();
        preflight.cancel(id);
        preflight.cancel(id);         // harmless
        QCOMPARE(finished.size(), 0); // not from within cancel()
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(clock.elapsed() < 2000);
        QCOMPARE(finished[0][1].value<Report>().error().code, ErrorCode::Cancelled);
        QTRY_VERIFY(isClean());
        // And it can be asked again.
        QVERIFY(makeTools({}, "exit 0\n"));
        preflight.check(m_request);
        QVERIFY(finished.wait(Patience));
        QVERIFY(finished[1][1].value<Report>().has_value());
    }

    void canDieWhileBusy()
    {
        QVERIFY(makeTools("sleep 60000\n", "exit 0\n"));
        for (const bool started : {false, true}) {
            Preflight preflight{QProcessEnvironment()};
            preflight.check(m_request);
            const qsizetype before = runs().size();
            if (started)
                QTRY_VERIFY_WITH_TIMEOUT(runs().size() > before, Patience);
        }
    }

    void removesWhatACrashLeftBehind()
    {
        QVERIFY(makeTools({}, "exit 0\n"));
        const QString stale = workFolder() + u"/run-stale";
        QVERIFY(writeFile(stale + u"/plugin/main.go", "package main"));
        QFile folder(stale);
        const auto past = std::filesystem::file_time_type::clock::now() - std::chrono::hours(25);
        std::filesystem::last_write_time(stale.toStdString(), past);
        QVERIFY(check());
        QVERIFY(!QFileInfo::exists(stale));
    }

    void saysWhenThereIsNoPlaceToWork()
    {
        QVERIFY(makeTools({}, "exit 0\n"));
        QVERIFY(QDir(workFolder()).removeRecursively());
        QVERIFY(writeFile(workFolder(), "a file where the folder should be"));
        const auto result = check();
        QVERIFY(QFile::remove(workFolder()));
        QVERIFY(!result);
        QCOMPARE(result.error().message, u"The C compiler was not checked."_s);
    }

    void picksTheDecisiveLine_data()
    {
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("line");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("first") << u"# pkg\n\n cgo: C compiler \"x\" not found \nmore"_s
                               << u"cgo: C compiler \"x\" not found"_s;
        QTest::newRow("error")
            << u"# pkg\nlink: running gcc failed: exit status 1\ncollect2: fatal error: cannot find 'ld'\n"_s
            << u"collect2: fatal error: cannot find 'ld'"_s;
        QTest::newRow("mold") << u"link: running gcc failed\nmold: fatal: unknown option\n"_s
                              << u"mold: fatal: unknown option"_s;
    }
    void picksTheDecisiveLine()
    {
        QFETCH(QString, output);
        QTEST(decisiveLine(output), "line");
    }
};

QTEST_GUILESS_MAIN(tst_PreflightFake)
#include "tst_preflightfake.moc"
