// SPDX-License-Identifier: Apache-2.0
#include "toolchain/toolchainfinder.h"

#include "base/folders.h"
#include "support/faketool.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Long enough for a busy machine; a test that meets it fails.
constexpr int Patience = 30'000;

} // namespace

class tst_ToolchainFinder : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString at(const QString &path) const { return QFileInfo(m_folder->path()).canonicalFilePath() + path; }
    SearchPlaces places() const
    {
        SearchPlaces made;
        made.systemPrefix = at({});
        made.home = at(u"/home/ada"_s);
        return made;
    }
    static QString cacheFile() { return folders::cache() + u"/toolchains.json"; }
    static QString record(const QString &root) { return root + u"/record"; }

    /// A Go that writes down that it ran.
    bool makeRecordingGo(const QString &root, const QByteArray &version) const
    {
        return makeGoRoot(root, version,
                          "record " + record(root).toLocal8Bit() + "\nout go version " + version + ' ' +
                              Platform::thisMachine().toString().toLatin1() + '\n');
    }
    static qsizetype runsOf(const QString &root)
    {
        QFile file(record(root));
        return file.open(QIODevice::ReadOnly) ? file.readAll().count("arg: version\n") : 0;
    }
    QVector<GoToolchain> find(std::chrono::milliseconds limit = 20s, const QProcessEnvironment &environment = {})
    {
        ToolchainFinder finder(environment);
        finder.setTimeLimit(limit);
        QSignalSpy found(&finder, &ToolchainFinder::found);
        QSignalSpy verified(&finder, &ToolchainFinder::toolchainVerified);
        finder.find(places());
        if (!finder.isBusy() || !found.wait(Patience) || finder.isBusy())
            return {};
        qsizetype runnable = 0;
        for (const auto &toolchain : found[0][0].value<QVector<GoToolchain>>())
            runnable += toolchain.problem.contains(u"missing") ? 0 : 1;
        QThreadPool::globalInstance()->waitForDone(); // the cache is written now
        return verified.size() == runnable ? finder.toolchains() : QVector<GoToolchain>();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QFile::remove(cacheFile());
    }

    void verifiesAndSorts()
    {
        QVERIFY(makeRecordingGo(at(u"/usr/local/go"_s), "go1.22.6"));
        QVERIFY(makeRecordingGo(at(u"/home/ada/sdk/go1.23.1"_s), "go1.23.1"));
        const auto found = find();
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].version.toString(), u"1.23.1"_s);
        QCOMPARE(found[0].origin, GoToolchain::Origin::Sdk);
        QVERIFY(found[0].isUsable());
        QVERIFY(found[1].isUsable());
        QCOMPARE(found[1].platform, Platform::thisMachine());
    }

    void runsEachOnlyOnce()
    {
        const QString root = at(u"/usr/local/go"_s);
        QVERIFY(makeRecordingGo(root, "go1.22.6"));
        QVERIFY(find().value(0).isUsable());
        QVERIFY(find().value(0).isUsable());
        QCOMPARE(runsOf(root), 1);
    }

    void runsAgainAfterAChange_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("the program") << u"/bin/go"_s;
        QTest::newRow("VERSION") << u"/VERSION"_s;
    }
    void runsAgainAfterAChange()
    {
        QFETCH(QString, file);
        const QString root = at(u"/usr/local/go"_s);
        QVERIFY(makeRecordingGo(root, "go1.22.6"));
        QVERIFY(find().value(0).isUsable());
        QFile changed(root + file);
        QVERIFY(changed.open(QIODevice::Append) && changed.write("\n") == 1);
        changed.close();
        QVERIFY(find().value(0).isUsable());
        QCOMPARE(runsOf(root), 2);
    }

    void aDamagedCacheIsAnEmptyOne()
    {
        const QString root = at(u"/usr/local/go"_s);
        QVERIFY(makeRecordingGo(root, "go1.22.6"));
        QVERIFY(find().value(0).isUsable());
        QVERIFY(writeFile(cacheFile(), "{\"layout\":1,\"answers\":[{"));
        QVERIFY(find().value(0).isUsable());
        QCOMPARE(runsOf(root), 2);
        QVERIFY(find().value(0).isUsable());
        QCOMPARE(runsOf(root), 2); // and it was mended
    }

    void aLyingCacheIsNotBelieved()
    {
        // An answer for the right program that names another version, as after a hand-made change.
        const QString root = at(u"/usr/local/go"_s);
        QVERIFY(makeRecordingGo(root, "go1.22.6"));
        QVERIFY(find().value(0).isUsable());
        QFile cache(cacheFile());
        QVERIFY(cache.open(QIODevice::ReadWrite));
        const QByteArray bytes = cache.readAll().replace("version go1.22.6", "version go1.18.1");
        QVERIFY(writeFile(cacheFile(), bytes));
        QVERIFY(!find().value(0).isUsable());
    }

    void namesProblems_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("problem");
        QTest::newRow("lying") << QByteArray("out go version go1.18.1 linux/amd64\n")
                               << u"VERSION says Go 1.22.6, but its go program says Go 1.18.1."_s;
        QTest::newRow("failing") << QByteArray("err exec format trouble\nexit 2\n")
                                 << u"Its go program fails: exec format trouble"_s;
        QTest::newRow("crashing") << QByteArray("crash\n") << u"Its go program fails: "_s;
        QTest::newRow("another program") << QByteArray("out Go away\n")
                                         << u"Its go program does not say a Go version."_s;
        QTest::newRow("silent") << QByteArray("sleep 1\n") << u"Its go program does not say a Go version."_s;
    }
    void namesProblems()
    {
        QFETCH(QByteArray, script);
        QVERIFY(makeGoRoot(at(u"/usr/local/go"_s), "go1.22.6", script));
        const auto found = find();
        QCOMPARE(found.size(), 1);
        QTEST(found[0].problem, "problem");
        QVERIFY(!found[0].isVerified);
    }

    void aProgramThatCannotRunIsAProblem()
    {
        const QString root = at(u"/usr/local/go"_s);
        QVERIFY(makeGoRoot(root, "go1.22.6"));
        QVERIFY(writeFile(root + u"/bin/go", QByteArray("\x7f"
                                                        "ELF of another machine")));
        const auto found = find();
        QVERIFY2(found.value(0).problem.startsWith(u"Its go program does not start: "),
                 qPrintable(found.value(0).problem));
    }

    void endsHangingOnes()
    {
        QVERIFY(makeGoRoot(at(u"/usr/local/go"_s), "go1.22.6", "sleep 60000\n"));
        QVERIFY(makeRecordingGo(at(u"/usr/lib/go-1.19"_s), "go1.19.8"));
        const auto found = find(3s);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].problem, u"Its go program did not answer in time."_s);
        QVERIFY(found[1].isUsable());
    }

    void doesNotRunDamagedOnes()
    {
        const QString root = at(u"/usr/local/go"_s);
        QVERIFY(makeRecordingGo(root, "go1.22.6"));
        QVERIFY(QDir(root + u"/src"_s).removeRecursively());
        const auto found = find();
        QCOMPARE(found.size(), 1);
        QVERIFY(!found[0].problem.isEmpty());
        QCOMPARE(runsOf(root), 0);
    }

    void learnsTheVersionOfSourceBuilds()
    {
        const QString root = at(u"/usr/local/go"_s);
        QVERIFY(makeGoRoot(root, "go1.27.0", "out go version devel go1.27-1a2b3c Tue Nov 24 linux/amd64\n"));
        QVERIFY(QFile::remove(root + u"/VERSION"));
        const auto found = find();
        QCOMPARE(found.size(), 1);
        QVERIFY2(found[0].isUsable(), qPrintable(found[0].problem));
        QCOMPARE(found[0].versionText, u"devel go1.27-1a2b3c Tue Nov 24"_s);
        QCOMPARE(found[0].version.series, 27);
    }

    void acceptsExperiments()
    {
        QVERIFY(makeGoRoot(at(u"/usr/local/go"_s), "go1.22.6", "out go version go1.22.6 X:boringcrypto linux/amd64\n"));
        QVERIFY(find().value(0).isUsable());
    }

    void theUsersEnvironmentDoesNotInterfere()
    {
        const QString root = at(u"/usr/local/go"_s);
        QVERIFY(makeRecordingGo(root, "go1.22.6"));
        QProcessEnvironment user;
        user.insert(u"GOFLAGS"_s, u"-bogus"_s);
        user.insert(u"GOROOT"_s, u"/nowhere"_s);
        user.insert(u"GOTOOLCHAIN"_s, u"go1.99.0"_s);
        user.insert(u"GOAMD64"_s, u"v9"_s);
        user.insert(u"KEPT"_s, u"yes"_s);
        QVERIFY(find(20s, user).value(0).isUsable());
        QFile file(record(root));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QList<QByteArray> lines = file.readAll().split('\n');
        lines.removeIf(
            [](const QByteArray &line) { return !line.startsWith("env: ") || line.startsWith("env: PWD="); });
        std::sort(lines.begin(), lines.end());
        QCOMPARE(lines, (QList<QByteArray>{"env: GOENV=off", "env: GOTOOLCHAIN=local", "env: KEPT=yes"}));
    }

    void startsOverWhenAskedAgain()
    {
        QVERIFY(makeGoRoot(at(u"/usr/local/go"_s), "go1.22.6", "sleep 60000\n"));
        QVERIFY(makeGoRoot(at(u"/elsewhere/usr/local/go"_s), "go1.20"));
        ToolchainFinder finder{QProcessEnvironment()};
        QSignalSpy found(&finder, &ToolchainFinder::found);
        finder.find(places());
        SearchPlaces other = places();
        other.systemPrefix = at(u"/elsewhere"_s);
        finder.find(other);
        QVERIFY(found.wait(Patience));
        QCOMPARE(found.size(), 1);
        QCOMPARE(finder.toolchains().size(), 1);
        QCOMPARE(finder.toolchains()[0].version.toString(), u"1.20"_s);
    }

    void canDieWhileBusy()
    {
        QVERIFY(makeGoRoot(at(u"/usr/local/go"_s), "go1.22.6", "sleep 60000\n"));
        for (const int wait : {0, 200}) {
            ToolchainFinder finder{QProcessEnvironment()};
            finder.find(places());
            QTest::qWait(wait); // into the discovery, and into the run
        }
    }

    void findsNothingOnAnEmptyMachine()
    {
        ToolchainFinder finder{QProcessEnvironment()};
        QSignalSpy found(&finder, &ToolchainFinder::found);
        finder.find(places());
        QVERIFY(found.wait(Patience));
        QVERIFY(finder.toolchains().isEmpty());
    }

    void isQuickWhenEverythingIsRemembered()
    {
        const auto environment = QProcessEnvironment::systemEnvironment();
        ToolchainFinder finder(environment);
        QSignalSpy found(&finder, &ToolchainFinder::found);
        for (int i = 0; i < 20; ++i)
            QVERIFY(makeRecordingGo(at(u"/home/ada/sdk/go1.22.%1"_s.arg(i)), "go1.22." + QByteArray::number(i)));
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 6; ++i) {
            QElapsedTimer clock;
            clock.start();
            finder.find(places());
            QVERIFY(found.wait(Patience));
            if (i > 0)
                best = qMin(best, clock.nsecsElapsed());
            QThreadPool::globalInstance()->waitForDone();
        }
        QCOMPARE(finder.toolchains().size(), 20);
        QVERIFY(finder.toolchains()[0].isUsable());
        qInfo("20 remembered toolchains: %.2f ms", static_cast<double>(best) / 1e6);
#ifndef PLUGSMITH_SANITIZED
        QVERIFY2(best < 20'000'000, "far above what a remembered search costs"); // 5 ms on an idle machine
#endif
    }
};

QTEST_GUILESS_MAIN(tst_ToolchainFinder)
#include "tst_toolchainfinder.moc"
