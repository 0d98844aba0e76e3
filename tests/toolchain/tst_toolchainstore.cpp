// SPDX-License-Identifier: Apache-2.0
#include "toolchain/toolchainstore.h"

#include "base/folders.h"
#include "build/workerunpacker.h"
#include "support/faketool.h"
#include "support/goserver.h"
#include "support/smalldisk.h"

#include <QDirIterator>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <algorithm>
#include <csignal>
#include <thread>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Step = InstallProgress::Step;

namespace {

const GoVersion Version = *GoVersion::parse(u"1.22.6");
const QString Name = u"go1.22.6"_s;

QString archiveName()
{
    return test::archiveName("go1.22.6");
}

QByteArray indexOf(const QByteArray &archive, const QByteArray &checksum, const QByteArray &version = "go1.22.6")
{
    return '[' + indexEntry(version, archive, checksum) + ']';
}

} // namespace

class tst_ToolchainStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BadServer> m_server;
    QByteArray m_archive;

    QString store() const { return m_folder->filePath(u"toolchains"_s); }
    BadServer::Answer &archiveAnswer() { return m_server->answers['/' + archiveName().toLatin1()]; }
    void serve(const QByteArray &archive, const QByteArray &checksum = {})
    {
        archiveAnswer() = {archive};
        m_server->answers["/"] = {indexOf(archive, checksum.isEmpty() ? sha256(archive) : checksum)};
    }
    std::unique_ptr<ToolchainStore> makeStore() const
    {
        DownloadPatience patience;
        patience.tries = 3;
        patience.firstWait = 5ms;
        patience.watchEvery = 400ms;
        patience.leastBytes = 5000;
        auto made = std::make_unique<ToolchainStore>(
            ToolchainStore::Setup{QProcessEnvironment::systemEnvironment(), store(), workerUnpacker(), patience});
        ToolchainSources sources;
        sources.useModuleProxy = false;
        sources.index = m_server->url();
        made->setSources(sources);
        return made;
    }
    /// One that asks the go in `root` only.
    std::unique_ptr<ToolchainStore> makeProxyStore(const QString &root) const
    {
        GoToolchain go;
        go.program = root + u"/bin/go";
        go.version = *GoVersion::parse(u"1.26.0");
        go.isVerified = true;
        auto made = makeStore();
        ToolchainSources sources = made->sources();
        sources.useModuleProxy = true;
        sources.useIndex = false;
        made->setSources(sources);
        made->setToolchains({go});
        return made;
    }
    /// This program again, which installs from the same server; see installAndDie().
    void startAnother(QProcess &program, const QByteArray &dieAt) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PLUGSMITH_TEST_STORE"_s, store());
        environment.insert(u"PLUGSMITH_TEST_INDEX"_s, m_server->url().toString());
        environment.insert(u"PLUGSMITH_TEST_DIE"_s, QString::fromLatin1(dieAt));
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::ForwardedChannels);
        program.start(QCoreApplication::applicationFilePath(), QStringList());
    }
    static Result<GoToolchain> resultOf(QSignalSpy &finished)
    {
        if (finished.isEmpty() && !finished.wait(30'000))
            return Error{ErrorCode::TimedOut, u"no signal"_s, {}, {}};
        return finished[0][1].value<Result<GoToolchain>>();
    }
    Result<GoToolchain> install() const
    {
        const auto made = makeStore();
        QSignalSpy finished(made.get(), &ToolchainStore::installFinished);
        made->install(Version);
        return resultOf(finished);
    }
    /// Everything that is in the store's folder.
    QStringList leftOver() const
    {
        QThreadPool::globalInstance()->waitForDone();
        return QDir(store()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private slots:
    void initTestCase() { m_archive = archiveOf(toolchainTree()); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<BadServer>();
        QFile::remove(folders::cache() + u"/goversions.json");
        QDir(folders::cache() + u"/downloads").removeRecursively();
        serve(m_archive);
    }

    void installs()
    {
        const auto made = makeStore();
        QSignalSpy changed(made.get(), &ToolchainStore::installChanged);
        QSignalSpy finished(made.get(), &ToolchainStore::installFinished);
        QSignalSpy listed(made.get(), &ToolchainStore::installedChanged);
        made->install(Version);
        const auto toolchain = resultOf(finished);
        QVERIFY2(toolchain, toolchain ? "" : qPrintable(toolchain.error().sentence() + toolchain.error().detail));
        QVERIFY(toolchain->isUsable());
        QCOMPARE(toolchain->version, Version);
        QCOMPARE(toolchain->origin, GoToolchain::Origin::Fetched);
        QCOMPARE(toolchain->root, QFileInfo(store() + u'/' + Name).canonicalFilePath());
        QCOMPARE(leftOver(), QStringList{Name});
        QVector<Step> steps;
        for (const auto &arguments : changed) {
            const Step step = arguments[1].value<InstallProgress>().step;
            if (steps.isEmpty() || steps.last() != step)
                steps += step;
        }
        QCOMPARE(steps,
                 (QVector<Step>{Step::Waiting, Step::Downloading, Step::Verifying, Step::Unpacking, Step::Checking}));
        if (listed.isEmpty())
            QVERIFY(listed.wait());
        QCOMPARE(made->installed().size(), 1);
        QCOMPARE(made->installed()[0].from, u"127.0.0.1"_s);
        QVERIFY(made->installed()[0].isCompared);
        QVERIFY(made->installed()[0].bytes > 200'000);

        QSignalSpy removed(made.get(), &ToolchainStore::removed);
        made->remove(Name);
        QVERIFY(removed.wait());
        QVERIFY(removed[0][1].value<Result<void>>());
        QCOMPARE(leftOver(), QStringList());
    }

    void leavesNothingOnAFullDisk_data()
    {
        QTest::addColumn<bool>("isStore");
        QTest::addRow("while downloading") << false;
        QTest::addRow("while unpacking") << true;
    }
    void leavesNothingOnAFullDisk()
    {
        QFETCH(const bool, isStore);
        {
            // The archive and what is in it have some 200 kB.
            const SmallDisk disk(isStore ? store() : QString(folders::cache() + u"/downloads"), u"96k"_s);
            if (!disk.isMounted())
                QSKIP("Mounting a small disk is not allowed here.");
            const auto failed = install();
            QVERIFY(!failed);
            QVERIFY2(isStore || failed.error().code == ErrorCode::NoSpace, qPrintable(failed.error().sentence()));
            QVERIFY2(!failed.error().message.isEmpty(), qPrintable(failed.error().detail));
            QCOMPARE(leftOver(), QStringList());
        }
        const auto again = install(); // there is room again
        QVERIFY2(again, again ? "" : qPrintable(again.error().sentence()));
        QCOMPARE(leftOver(), QStringList{Name});
    }

    void contactsNothingByItself()
    {
        const auto made = makeStore();
        QSignalSpy listed(made.get(), &ToolchainStore::installedChanged);
        made->load();
        QVERIFY(listed.wait());
        QVERIFY(m_server->requests.isEmpty());
        ToolchainSources offline = made->sources();
        offline.isOffline = true;
        made->setSources(offline);
        QSignalSpy finished(made.get(), &ToolchainStore::installFinished);
        made->install(Version);
        QCOMPARE(resultOf(finished).error().code, ErrorCode::NotFound);
        QVERIFY(m_server->requests.isEmpty());
    }

    void rememberWhatTheSourcesHave()
    {
        const auto made = makeStore();
        QSignalSpy refreshed(made.get(), &ToolchainStore::refreshed);
        made->refreshKnown();
        QVERIFY(refreshed.wait());
        QCOMPARE(made->known().size(), 1);
        QVERIFY(made->knownAt().isValid());
        QCOMPARE(made->resolved(*GoVersion::parse(u"1.22")), Version);
        QThreadPool::globalInstance()->waitForDone();
        const auto later = makeStore();
        QSignalSpy known(later.get(), &ToolchainStore::knownChanged);
        later->load();
        QVERIFY(known.wait());
        QCOMPARE(later->known(), made->known());
        QCOMPARE(m_server->requests.size(), 1);
    }

    void resumesWhereTheConnectionBroke_data()
    {
        QTest::addColumn<bool>("knowsRanges");
        QTest::addColumn<bool>("lies");
        QTest::addColumn<bool>("isLast");
        QTest::newRow("ranges") << true << false << true;
        QTest::newRow("no ranges") << false << false << true;   // everything again
        QTest::newRow("another part") << true << true << false; // not believed, everything again
    }
    void resumesWhereTheConnectionBroke()
    {
        QFETCH(bool, knowsRanges);
        QFETCH(bool, lies);
        archiveAnswer().cutAfter = m_archive.size() * 2 / 5;
        archiveAnswer().knowsRanges = knowsRanges;
        archiveAnswer().lies = lies;
        const auto toolchain = install();
        QVERIFY2(toolchain, toolchain ? "" : qPrintable(toolchain.error().detail));
        QCOMPARE(leftOver(), QStringList{Name});
        // How often it asked is not looked at: Qt repeats a request whose connection closes at once.
        const QByteArray rest = "bytes=" + QByteArray::number(m_archive.size() * 2 / 5) + '-';
        QVERIFY(std::ranges::any_of(m_server->requests,
                                    [&rest](const BadServer::Request &request) { return request.range == rest; }));
        QTEST(m_server->requests.last().range == rest, "isLast");
    }

    void rejectsWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("wrong checksum") << QByteArray("checksum") << ErrorCode::Damaged;
        QTest::newRow("404") << QByteArray("404") << ErrorCode::NotFound;
        QTest::newRow("503") << QByteArray("503") << ErrorCode::ReadFailed;
        QTest::newRow("redirect loop") << QByteArray("redirect") << ErrorCode::ReadFailed;
        QTest::newRow("slow drip") << QByteArray("drip") << ErrorCode::TimedOut;
        QTest::newRow("larger than said") << QByteArray("larger") << ErrorCode::TooLarge;
        QTest::newRow("truncated archive") << QByteArray("truncated") << ErrorCode::Damaged;
        QTest::newRow("another version") << QByteArray("version") << ErrorCode::Damaged;
        QTest::newRow("no toolchain") << QByteArray("empty") << ErrorCode::Damaged;
    }
    void rejectsWhatIsWrong()
    {
        QFETCH(QByteArray, fault);
        BadServer::Answer &answer = archiveAnswer();
        if (fault == "checksum") {
            serve(m_archive, sha256("something else"));
        } else if (fault == "404") {
            m_server->answers.remove('/' + archiveName().toLatin1());
        } else if (fault == "503") {
            answer.status = 503;
        } else if (fault == "redirect") {
            answer.status = 302;
            answer.headers = "Location: /" + archiveName().toLatin1() + "\r\n";
        } else if (fault == "drip") {
            answer.dripBytes = 10;
        } else if (fault == "larger") {
            answer.body += "more";
        } else if (fault == "truncated") { // and published like that
            serve(m_archive.chopped(m_archive.size() / 3));
        } else if (fault == "version") {
            serve(archiveOf(toolchainTree("go1.22.6", "go1.22.7")));
        } else if (fault == "empty") {
            serve(archiveOf({{"go/README", "nothing else\n"}}));
        }
        const auto toolchain = install();
        QVERIFY(!toolchain);
        QTEST(toolchain.error().code, "code");
        QVERIFY(!toolchain.error().message.isEmpty());
        QCOMPARE(leftOver(), QStringList());
        if (fault != "drip" && fault != "503")
            QVERIFY(QDir(folders::cache() + u"/downloads").entryList(QDir::Files).isEmpty() || fault == "redirect" ||
                    fault == "404");
    }

    void takesTheMirrorWhenTheIndexFails()
    {
        BadServer mirror;
        mirror.answers = m_server->answers;
        m_server->answers.remove('/' + archiveName().toLatin1());
        const auto made = makeStore();
        ToolchainSources sources = made->sources();
        sources.mirror = mirror.url();
        made->setSources(sources);
        QSignalSpy finished(made.get(), &ToolchainStore::installFinished);
        made->install(Version);
        QVERIFY(resultOf(finished));
        QCOMPARE(leftOver(), QStringList{Name});
    }

    void installsFromDisk_data()
    {
        QTest::addColumn<bool>("isZip");
        QTest::newRow("tar.gz") << false;
        QTest::newRow("zip") << true;
    }
    void installsFromDisk()
    {
        QFETCH(bool, isZip);
        const QString file = m_folder->filePath(isZip ? u"x.zip"_s : u"x.tar.gz"_s);
        auto items = builder::zipItems(toolchainTree());
        for (builder::ZipItem &item : items)
            item.mode = 0100644; // as zips of the module proxy are
        QVERIFY(test::writeFile(file, isZip ? builder::zipOf(items) : m_archive));
        const auto made = makeStore();
        QSignalSpy finished(made.get(), &ToolchainStore::installFinished);
        made->installFile(file);
        const auto toolchain = resultOf(finished);
        QVERIFY2(toolchain, toolchain ? "" : qPrintable(toolchain.error().sentence() + toolchain.error().detail));
        QCOMPARE(finished[0][0].toString(), file);
        QCOMPARE(leftOver(), QStringList{Name});
        QVERIFY(m_server->requests.isEmpty());
        QVERIFY(QFileInfo::exists(file));
    }

    void refusesWhatIsCutShortOnDisk_data() { installsFromDisk_data(); }
    void refusesWhatIsCutShortOnDisk()
    {
        QFETCH(bool, isZip);
        const QString file = m_folder->filePath(isZip ? u"x.zip"_s : u"x.tar.gz"_s);
        const QByteArray archive = isZip ? builder::zipOf(builder::zipItems(toolchainTree())) : m_archive;
        QVERIFY(test::writeFile(file, archive.chopped(archive.size() / 3)));
        const auto made = makeStore();
        QSignalSpy finished(made.get(), &ToolchainStore::installFinished);
        made->installFile(file);
        const auto toolchain = resultOf(finished);
        QVERIFY(!toolchain);
        QVERIFY(!toolchain.error().message.isEmpty());
        QCOMPARE(leftOver(), QStringList());
        QVERIFY(QFileInfo::exists(file)); // the user's own
    }

    void asksAnInstalledGo()
    {
        // It says where it has put the module, as `go mod download -json` does.
        const QString root = m_folder->filePath(u"go1.26.0"_s);
        const QString module = m_folder->filePath(u"module"_s);
        builder::writeTree(toolchainTree(), module);
        const QByteArray here = Platform::thisMachine().toString().toLatin1();
        QVERIFY(makeGoRoot(root, "go1.26.0",
                           "record " + m_folder->filePath(u"record"_s).toLocal8Bit() +
                               "\n[list]\nout {\"Versions\":[\"v0.0.1-go1.22.6." + QByteArray(here).replace('/', '-') +
                               "\"]}\n[mod]\nout {\"Dir\":\"" + module.toLocal8Bit() + "/go\"}\n"));
        const auto made = makeProxyStore(root);
        QSignalSpy finished(made.get(), &ToolchainStore::installFinished);
        made->install(Version);
        const auto toolchain = resultOf(finished);
        QVERIFY2(toolchain, toolchain ? "" : qPrintable(toolchain.error().sentence() + toolchain.error().detail));
        QCOMPARE(leftOver(), QStringList{Name});
        QFile record(m_folder->filePath(u"record"_s));
        QVERIFY(record.open(QIODevice::ReadOnly));
        const QByteArray told = record.readAll();
        const QByteArray wanted = "golang.org/toolchain@v0.0.1-go1.22.6." + QByteArray(here).replace('/', '-');
        QVERIFY(told.contains(QByteArray("arg: " + wanted + '\n')));
        QVERIFY(told.contains(QByteArray("env: GOMODCACHE=" + store().toLocal8Bit())));
    }

    void saysThatTheProxyCannotBeReached()
    {
        const QString root = m_folder->filePath(u"go1.26.0"_s);
        QVERIFY(makeGoRoot(root, "go1.26.0",
                           "[list]\nout {\"Versions\":[]}\n[mod]\nout {\"Error\":\"golang.org/toolchain@v0.0.1: Get x: "
                           "dial tcp: lookup proxy.example: no such host\"}\nexit 1\n"));
        const auto made = makeProxyStore(root);
        QSignalSpy finished(made.get(), &ToolchainStore::installFinished);
        made->install(Version);
        const auto toolchain = resultOf(finished);
        QVERIFY(!toolchain);
        QCOMPARE(toolchain.error().sentence(), u"The module proxy cannot be reached."_s); // without go's own words
        QVERIFY(toolchain.error().detail.contains(u"no such host"_s));
        QCOMPARE(leftOver(), QStringList());
    }

    void cancels_data()
    {
        QTest::addColumn<Step>("when");
        QTest::newRow("downloading") << Step::Downloading;
        QTest::newRow("unpacking") << Step::Unpacking;
        QTest::newRow("checking") << Step::Checking;
    }
    void cancels()
    {
        QFETCH(Step, when);
        archiveAnswer().dripBytes = when == Step::Downloading ? 1000 : 0;
        const auto made = makeStore();
        QSignalSpy finished(made.get(), &ToolchainStore::installFinished);
        connect(made.get(), &ToolchainStore::installChanged, this,
                [&made, when](const QString &name, const InstallProgress &progress) {
                    if (progress.step == when)
                        made->cancel(name);
                });
        made->install(Version);
        const auto toolchain = resultOf(finished);
        QVERIFY(!toolchain);
        QCOMPARE(toolchain.error().code, ErrorCode::Cancelled);
        QCOMPARE(leftOver(), QStringList());
        QVERIFY(QDir(folders::cache() + u"/downloads").entryList(QDir::Files).isEmpty());
    }

    void installsOnceForTwoPrograms()
    {
        archiveAnswer().dripBytes = 20'000; // so that both are there
        const auto one = makeStore();
        const auto other = makeStore();
        QSignalSpy finishedOne(one.get(), &ToolchainStore::installFinished);
        QSignalSpy finishedOther(other.get(), &ToolchainStore::installFinished);
        one->install(Version);
        other->install(Version);
        const auto a = resultOf(finishedOne);
        const auto b = resultOf(finishedOther);
        QVERIFY(a && b);
        QCOMPARE(a->root, b->root);
        QCOMPARE(leftOver(), QStringList{Name});
    }

    void installsOnceForTwoProcesses()
    {
        archiveAnswer().dripBytes = 20'000; // so that both are there
        QProcess programs[2];
        for (QProcess &program : programs)
            startAnother(program, "never");
        for (QProcess &program : programs) {
            QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 30'000);
            QCOMPARE(program.exitStatus(), QProcess::NormalExit);
            QCOMPARE(program.exitCode(), 0);
        }
        QCOMPARE(leftOver(), QStringList{Name});
        const auto whole = std::ranges::count_if(
            m_server->requests, [](const BadServer::Request &request) { return request.path.endsWith(".tar.gz"); });
        QCOMPARE(whole, 1); // the other one waited, and found it
    }

    void survivesBeingKilled_data()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::newRow("downloading") << QByteArray("downloading");
        QTest::newRow("unpacking") << QByteArray("unpacking");
        QTest::newRow("checking") << QByteArray("checking"); // what follows is the rename
        QTest::newRow("renaming") << QByteArray("renaming");
    }
    void survivesBeingKilled()
    {
        QFETCH(QByteArray, step);
        // This program again, which dies when it is told so far.
        archiveAnswer().dripBytes = 20'000;
        QProcess program;
        QSignalSpy ended(&program, &QProcess::finished);
        startAnother(program, step);
        QVERIFY(ended.wait(30'000));
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
        const bool isPlaced = step == "renaming"; // the moment after, when there is still something to tidy up
        QCOMPARE(QFileInfo::exists(store() + u'/' + Name), isPlaced);

        archiveAnswer().dripBytes = 0;
        const auto made = makeStore();
        QSignalSpy listed(made.get(), &ToolchainStore::installedChanged);
        made->load();
        QVERIFY(listed.wait());
        QCOMPARE(made->installed().size(), isPlaced ? 1 : 0);
        QStringList left = leftOver();
        left.removeAll(u'.' + Name + u".lock"); // of a dead program: taken over by the next
        QCOMPARE(left, isPlaced ? QStringList{Name} : QStringList());
        const auto toolchain = install();
        QVERIFY2(toolchain, toolchain ? "" : qPrintable(toolchain.error().sentence()));
        QVERIFY(toolchain->isUsable());
        QCOMPARE(leftOver(), QStringList{Name});
    }

    void refusesToRemoveWhatIsNotItsOwn()
    {
        QVERIFY(makeGoRoot(store() + u"/go1.30.0", "go1.30.0"));
        const auto made = makeStore();
        QSignalSpy removed(made.get(), &ToolchainStore::removed);
        made->load();
        made->remove(u"go1.30.0"_s);
        QVERIFY(removed.wait());
        QVERIFY(!removed[0][1].value<Result<void>>());
        QCOMPARE(leftOver(), QStringList{u"go1.30.0"_s});
    }

    void ordersReleases()
    {
        const QByteArray json = R"({"Versions":["v0.0.1-go1.20.linux-amd64","v0.0.1-go1.21rc2.linux-amd64",
            "v0.0.1-go1.21.0.linux-amd64","v0.0.1-go1.26rc1.linux-amd64","v0.0.1-go1.25.3.linux-amd64",
            "v0.0.1-go1.24.9.linux-amd64","v0.0.1-go1.24.9.linux-arm64","v0.0.1-go..linux-amd64","potato",7]})";
        const auto releases = parseProxyVersions(json, {u"linux"_s, u"amd64"_s});
        QVERIFY(releases);
        QStringList names;
        for (const GoRelease &release : *releases)
            names += release.versionText + (release.isPreview() ? u"p"_s : QString()) +
                     (release.isSupported() ? QString() : u"-"_s);
        QCOMPARE(names.join(u' '), u"go1.26rc1p go1.25.3 go1.24.9 go1.21.0- go1.21rc2p- go1.20-"_s);
        const ReleaseList list{*releases, 5};
        QCOMPARE(ReleaseList::fromJson(list.toJson()).releases, *releases);
        QVERIFY(ReleaseList::fromJson("{}").releases.isEmpty());
        QVERIFY(!parseProxyVersions("[]", {}));
        QVERIFY(!parseReleaseIndex("{}", {}));
    }

    void distrustsTheIndex()
    {
        const Platform here = Platform::thisMachine();
        QVERIFY(parseReleaseIndex(indexOf("x", sha256("x")), here)->value(0).archive);
        QVERIFY(parseReleaseIndex(indexOf("x", "1234"), here)->isEmpty());
        QByteArray path = indexOf("x", sha256("x"));
        path.replace("\"filename\":\"", "\"filename\":\"../../");
        QVERIFY(parseReleaseIndex(path, here)->isEmpty());
    }
};

namespace {

/// The program that startAnother() starts. Ends with 0 when the toolchain is there.
int installAndDie()
{
    const QByteArray dieAt = qgetenv("PLUGSMITH_TEST_DIE");
    ToolchainStore store(
        {QProcessEnvironment::systemEnvironment(), qEnvironmentVariable("PLUGSMITH_TEST_STORE"), workerUnpacker(), {}});
    ToolchainSources sources;
    sources.useModuleProxy = false;
    sources.index = QUrl(qEnvironmentVariable("PLUGSMITH_TEST_INDEX"));
    store.setSources(sources);
    QObject::connect(&store, &ToolchainStore::installChanged, &store,
                     [dieAt](const QString &, const InstallProgress &progress) {
                         const bool isDue = (dieAt == "downloading" && progress.done > 0) ||
                                            (dieAt == "unpacking" && progress.step == Step::Unpacking) ||
                                            (dieAt == "checking" && progress.step == Step::Checking);
                         if (isDue)
                             ::raise(SIGKILL);
                     });
    QObject::connect(
        &store, &ToolchainStore::installFinished, qApp,
        [](const QString &, const Result<GoToolchain> &toolchain) { QCoreApplication::exit(toolchain ? 0 : 3); });
    if (dieAt == "renaming") {
        std::thread([final = QString(qEnvironmentVariable("PLUGSMITH_TEST_STORE") + u'/' + Name)] {
            while (!QFileInfo::exists(final))
                std::this_thread::yield();
            ::raise(SIGKILL);
        }).detach();
    }
    store.install(Version);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    for (const char *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
        qunsetenv(name);
    QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsSet("PLUGSMITH_TEST_DIE"))
        return installAndDie();
    tst_ToolchainStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_toolchainstore.moc"
