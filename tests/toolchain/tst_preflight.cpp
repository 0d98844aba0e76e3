// SPDX-License-Identifier: Apache-2.0
// Preflight with the real go, C compiler and linkers of this machine; tst_preflightfake holds the single decisions.
#include "toolchain/preflight.h"

#include "base/folders.h"
#include "support/faketool.h"
#include "toolchain/ctoolfinder.h"
#include "toolchain/goenvironment.h"
#include "toolchain/toolchainfinder.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <algorithm>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

using Kind = Linker::Kind;
using Report = Result<PreflightReport>;

namespace {

constexpr int BuildPatience = 240'000; // an empty GOCACHE on a small machine

} // namespace

class tst_Preflight : public QObject
{
    Q_OBJECT

private:
    QVector<GoToolchain> m_toolchains;
    CTools m_tools;
    QTemporaryDir m_fakes; // goes before everything on PATH

    /// The user's environment with m_fakes at the start of PATH.
    QProcessEnvironment environment() const
    {
        QProcessEnvironment made = QProcessEnvironment::systemEnvironment();
        made.insert(u"PATH"_s, m_fakes.path() + u':' + made.value(u"PATH"_s));
        return made;
    }
    CTools findTools() const
    {
        CToolFinder finder(environment());
        QSignalSpy found(&finder, &CToolFinder::found);
        finder.find({});
        return found.wait(30'000) ? finder.tools() : CTools();
    }
    Report check(const GoToolchain &toolchain, const CTools &tools, const QString &wanted) const
    {
        Preflight preflight(environment());
        QSignalSpy finished(&preflight, &Preflight::finished);
        preflight.check(
            {toolchain, tools.compilers.value(0), tools.linkers, LinkerChoice::parse(wanted).value_or(LinkerChoice())});
        if (!finished.wait(BuildPatience))
            return Error{ErrorCode::TimedOut, u"(no answer)"_s, {}, {}};
        QThreadPool::globalInstance()->waitForDone();
        return finished[0][1].value<Report>();
    }
    const GoToolchain *goOnPath() const
    {
        const auto found = std::ranges::find_if(m_toolchains, &GoToolchain::isOnPath);
        return found == m_toolchains.cend() ? nullptr : &*found;
    }
    /// Command lines of living processes that work in `folder` or on files in it (Linux only).
    static QStringList processesIn(const QString &folder)
    {
        QStringList found;
        const QStringList ids = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
        for (const QString &id : ids) {
            QFile file(u"/proc/"_s + id + u"/cmdline");
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString commandLine = QString::fromLocal8Bit(file.readAll().replace('\0', ' '));
            if (commandLine.contains(folder) || QFile::symLinkTarget(u"/proc/"_s + id + u"/cwd").startsWith(folder))
                found += commandLine;
        }
        return found;
    }
    static bool isClean()
    {
        return QDir(folders::cache() + u"/preflight").entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty();
    }

private slots:
    void initTestCase()
    {
        // Tools see paths with a blank in them, as they will on some machine.
        qputenv("XDG_CACHE_HOME", QFile::encodeName(QDir::homePath() + u"/a cache"));
        const auto user = QProcessEnvironment::systemEnvironment();
        ToolchainFinder finder(user);
        QSignalSpy found(&finder, &ToolchainFinder::found);
        finder.find(SearchPlaces::of(goEnvironmentOf(user).variables, {}));
        QVERIFY(found.wait(60'000));
        m_toolchains = finder.toolchains();
        m_tools = findTools();
        if (!goOnPath())
            QSKIP("no go on PATH");
        if (m_tools.compilers.isEmpty())
            QSKIP("no C compiler on PATH");
    }
    void init()
    {
        const QStringList fakes = QDir(m_fakes.path()).entryList(QDir::Files);
        for (const QString &name : fakes)
            QFile::remove(m_fakes.filePath(name));
    }
    void cleanup() { QVERIFY(isClean()); }

    void everyUsableToolchainWorks()
    {
        // Two at most: the test must stay short with an empty GOCACHE.
        QVector<GoToolchain> usable = m_toolchains;
        usable.removeIf([](const GoToolchain &toolchain) {
            return !toolchain.isUsable() || toolchain.origin == GoToolchain::Origin::ModuleCache;
        });
        for (const GoToolchain &toolchain : usable.mid(0, 2)) {
            const auto result = check(toolchain, m_tools, u"auto"_s);
            QVERIFY2(result, result ? "" : qPrintable(result.error().sentence() + u'\n' + result.error().detail));
            QVERIFY2(result->compilerWorks, qPrintable(result->compilerProblem.detail));
            QCOMPARE(result->loadProblem, QString());
            for (const RejectedLinker &rejected : result->rejected)
                qInfo("  %s rejected: %s", qPrintable(rejected.linker.versionText), qPrintable(rejected.reason));
            qInfo("%s, %s: linker %s, %.1f s", qPrintable(toolchain.versionText),
                  qPrintable(m_tools.compilers[0].versionText), qPrintable(result->linker.word()), result->seconds);

            QElapsedTimer clock;
            clock.start();
            const auto again = check(toolchain, m_tools, u"auto"_s);
            QVERIFY(again && again->fromCache);
            QCOMPARE(again->linker, result->linker);
            qInfo("  remembered: %.1f ms", static_cast<double>(clock.nsecsElapsed()) / 1e6);
        }
    }

    void eachLinkerOnItsOwn()
    {
        for (const Linker &linker : std::as_const(m_tools.linkers)) {
            const auto result = check(*goOnPath(), m_tools, linker.word());
            QVERIFY(result);
            QVERIFY(result->linker == linker || result->rejected.size() == 1);
            qInfo("%s: %s, %.1f s", qPrintable(linker.versionText),
                  result->rejected.isEmpty() ? "passed" : qPrintable(result->rejected[0].reason), result->seconds);
        }
    }

    void aLinkerThatSpoilsPluginsIsRejected_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("reason");
        QTest::newRow("fails") << QByteArray("echo 'fake: error: out of ideas' >&2; exit 1\n")
                               << u"No plugin was linked: fake: error: out of ideas"_s;
        // Links with the real one and cuts off the end, where the section headers and much of the data are.
        QTest::newRow("cuts the file off") << QByteArray("ld \"$@\" || exit 1\n"
                                                         "while [ \"$1\" != -o ]; do shift; done\n"
                                                         "truncate -s 300000 \"$2\"\n")
                                           << u"The plugin "_s;
        QTest::newRow("writes no library")
            << QByteArray("while [ \"$1\" != -o ]; do shift; done\necho nonsense >\"$2\"\n")
            << u"The plugin does not open: mold.so: "_s;
    }
    void aLinkerThatSpoilsPluginsIsRejected()
    {
        if (Platform::thisMachine().os != u"linux"_s)
            QSKIP("the fake linkers call GNU ld");
        QFETCH(QByteArray, script);
        QFETCH(QString, reason);
        const QString fake = m_fakes.filePath(u"ld.mold"_s);
        QVERIFY(makeShellScript(fake, "[ \"$1\" = --version ] && echo 'mold 99.0 (fake)' && exit 0\n" + script));
        const CTools tools = findTools();
        QCOMPARE(tools.linkers.value(0).program, fake);
        const auto result = check(*goOnPath(), tools, u"mold"_s);
        QVERIFY(result);
        QVERIFY(result->compilerWorks);
        QCOMPARE(result->linker, Linker());
        QCOMPARE(result->rejected.size(), 1);
        QVERIFY2(result->rejected[0].reason.startsWith(reason), qPrintable(result->rejected[0].reason));
        qInfo("%s", qPrintable(result->rejected[0].reason));
    }

    void aCompilerThatFailsIsReported_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("always") << QByteArray("echo 'fake: error: no C library' >&2; exit 1\n");
        QTest::newRow("when it links") << QByteArray(
            "case \" $* \" in *' -shared '*) echo 'fake: error: cannot link' >&2; exit 1;; esac\n"
            "exec REAL \"$@\"\n");
    }
    void aCompilerThatFailsIsReported()
    {
        QFETCH(QByteArray, script);
        const QString fake = m_fakes.filePath(u"fakecc"_s);
        script.replace("REAL", m_tools.compilers[0].program.toLocal8Bit());
        QVERIFY(makeShellScript(fake, script));
        CTools tools;
        tools.compilers.append(m_tools.compilers[0]);
        tools.compilers[0].program = fake;
        const auto result = check(*goOnPath(), tools, u"auto"_s);
        QVERIFY(result);
        QVERIFY(!result->compilerWorks);
        QVERIFY2(result->compilerProblem.reason.contains(u"fake: error: "), qPrintable(result->compilerProblem.reason));
        qInfo("%s", qPrintable(result->compilerProblem.sentence()));
    }

    void cancelLeavesNothing()
    {
        if (Platform::thisMachine().os != u"linux"_s)
            QSKIP("looks at processes in /proc");
        const QTemporaryDir goCache; // empty, so that the build takes long
        QProcessEnvironment user = environment();
        user.insert(u"GOCACHE"_s, goCache.path());
        Preflight preflight(user);
        QSignalSpy finished(&preflight, &Preflight::finished);
        const int id = preflight.check({*goOnPath(), m_tools.compilers[0], m_tools.linkers, {}});
        const QDir work(folders::cache() + u"/preflight");
        const auto isCompiling = [&] {
            return !work.entryList({u"run-*"_s}).isEmpty() && !processesIn(work.path()).isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isCompiling() || !finished.isEmpty(), 30'000);
        QTest::qWait(500); // into the compilers
        QElapsedTimer clock;
        clock.start();
        preflight.cancel(id);
        QTRY_COMPARE(finished.size(), 1);
        qInfo("cancelled after %.1f ms", static_cast<double>(clock.nsecsElapsed()) / 1e6);
        QTRY_COMPARE(processesIn(work.path()), QStringList());
        QTRY_VERIFY(isClean());
    }

    void theUsersSettingsDoNotInterfere()
    {
        qputenv("GOFLAGS", "-bogus");
        qputenv("CGO_ENABLED", "0");
        qputenv("GOARCH", "s390x");
        const auto result = check(*goOnPath(), {{m_tools.compilers[0]}, {}, {}, {}}, u"auto"_s);
        for (const char *name : {"GOFLAGS", "CGO_ENABLED", "GOARCH"})
            qunsetenv(name);
        QVERIFY(result);
        QVERIFY2(result->compilerWorks, qPrintable(result->compilerProblem.detail));
    }
};

QTEST_GUILESS_MAIN(tst_Preflight)
#include "tst_preflight.moc"
