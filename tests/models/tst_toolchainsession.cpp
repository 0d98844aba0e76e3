// SPDX-License-Identifier: Apache-2.0
#include "models/toolchainsession.h"

#include "base/folders.h"
#include "base/settingkeys.h"
#include "build/buildengine.h"
#include "models/buildsession.h"
#include "models/toolchainfilter.h"
#include "support/fakemachine.h"
#include "support/goserver.h"

#include <QAbstractItemModelTester>
#include <QDirIterator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

using State = ToolchainModel::State;
using Action = ToolchainRow::Action;

namespace {

constexpr int Patience = 30'000;

/// A fake Go that builds, as an archive.
QByteArray archiveOfRoot(const QString &root)
{
    QList<builder::SampleFile> tree{{"go/src/runtime/proc.go", "package runtime\n"}}; // folders alone are left out
    QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)) {
            tree += {"go/" + file.fileName().mid(root.size() + 1).toUtf8(), file.readAll(),
                     files.fileInfo().isExecutable()};
        }
    }
    return archiveOf(tree);
}

} // namespace

/// The models of the Toolchains page, with a machine that has one fake Go and a server that has some more.
class tst_ToolchainSession : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FakeMachine> m_machine;
    std::unique_ptr<GoServer> m_server;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<BuildEngine> m_engine;
    std::unique_ptr<ToolchainSession> m_session;
    QVector<std::shared_ptr<QAbstractItemModelTester>> m_testers;

    ToolchainModel &versions() { return m_session->versions(); }
    const ToolchainModel::Row *row(const QString &key)
    {
        const int found = versions().find(key);
        return found < 0 ? nullptr : &versions().rowAt(found);
    }
    QString text(const QString &key, int column, int role = Qt::DisplayRole)
    {
        return versions().index(versions().find(key), column).data(role).toString();
    }
    Action action(const QString &key)
    {
        return versions().index(versions().find(key), 0).data(ToolchainRow::ActionRole).value<Action>();
    }
    bool hasState(const QString &key, State state) { return row(key) && row(key)->state == state; }
    void makeEngine()
    {
        BuildEngine::Setup setup;
        setup.environment = m_machine->environment("go1.25.3");
        setup.stateFolder = m_machine->path(u"state"_s);
        m_engine.reset();
        m_engine = std::make_unique<BuildEngine>(setup);
    }
    void begin()
    {
        m_session = std::make_unique<ToolchainSession>(*m_engine, *m_settings);
        for (QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(&m_session->versions()),
                                          static_cast<QAbstractItemModel *>(&m_session->compilers())}) {
            m_testers += std::make_shared<QAbstractItemModelTester>(
                model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        }
        m_engine->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->isMachineKnown(), Patience);
    }
    QString source() const
    {
        return builder::writeFile(
            m_machine->path(u"pricing.zip"_s),
            builder::zipOf({{.name = "go.mod", .content = "module example.com/pricing\n\ngo 1.18\n"},
                            {.name = "main.go", .content = "package main\n\nvar Contract = 1\n"}}));
    }
    void ask()
    {
        m_session->askForVersions();
        QTRY_VERIFY_WITH_TIMEOUT(!m_session->isAsking(), Patience);
    }

private slots:
    void init()
    {
        QFile::remove(folders::cache() + u"/goversions.json");
        QDir(folders::data() + u"/toolchains").removeRecursively();
        m_machine = std::make_unique<FakeMachine>();
        QVERIFY(m_machine->addGo("go1.25.3"));
        m_server = std::make_unique<GoServer>();
        m_settings = std::make_unique<Settings>(m_machine->path(u"settings.ini"_s));
        m_settings->set(keys::UseModuleProxy, false);
        m_settings->set(keys::UseGoDev, false);
        m_settings->set(keys::GoMirror, m_server->url().toString());
        makeEngine();
    }
    void cleanup()
    {
        m_testers.clear();
        m_session.reset();
        m_engine.reset();
        m_settings.reset();
        m_server.reset();
    }

    void contactsNobodyBeforeItIsAsked()
    {
        m_server->add("go1.22.6");
        begin();
        m_session->askIfOld();
        QTest::qWait(50);
        QCOMPARE(m_server->requests.size(), 0);
        QVERIFY(!m_session->mayAsk());
        QVERIFY(m_session->askedSources().contains(u"127.0.0.1"_s));
        QVERIFY(hasState(m_machine->goRoot("go1.25.3"), State::Installed));
        ask();
        QVERIFY(m_session->mayAsk());
        QCOMPARE(m_server->requests.size(), 1);
        m_session->askIfOld(); // the list is from now
        QVERIFY(!m_session->isAsking());
    }

    void asksAgainOnlyForAnOldList()
    {
        m_server->add("go1.96.0");
        begin();
        ask();
        QThreadPool::globalInstance()->waitForDone(); // the list is in the cache
        for (const int requests : {1, 2}) {
            m_testers.clear();
            m_session.reset();
            makeEngine(); // the program starts once more
            m_session = std::make_unique<ToolchainSession>(*m_engine, *m_settings);
            QSignalSpy loaded(&m_engine->store(), &ToolchainStore::installedChanged);
            m_session->askIfOld(); // before it is known what there is
            m_engine->start();
            QTRY_VERIFY_WITH_TIMEOUT(m_engine->isMachineKnown() && !loaded.isEmpty(), Patience);
            QTRY_VERIFY_WITH_TIMEOUT(!m_session->isAsking(), Patience);
            QCOMPARE(m_server->requests.size(), requests);
            QVERIFY(hasState(u"go1.96.0"_s, State::Available));
            QFile::remove(folders::cache() + u"/goversions.json");
        }
    }

    void showsWhatIsHereAndWhatCanBeHad()
    {
        m_server->add("go1.96.0");
        m_server->add("go1.25.3"); // is here
        m_server->add("go1.95.0");
        m_server->add("go1.94.1");
        begin();
        ask();
        QVERIFY(!hasState(u"go1.25.3"_s, State::Available));
        QVERIFY(hasState(u"go1.96.0"_s, State::Available));
        QCOMPARE(text(u"go1.96.0"_s, ToolchainModel::VersionColumn, ToolchainRow::DetailRole), u"newest"_s);
        QCOMPARE(action(u"go1.96.0"_s), Action::Get);
        const QString here = m_machine->goRoot("go1.25.3");
        QCOMPARE(row(u"go1.25.3"_s)->key, here); // found by its version
        QCOMPARE(text(here, ToolchainModel::StateColumn), u"Installed"_s);
        QCOMPARE(text(here, ToolchainModel::StateColumn, ToolchainRow::DetailRole), here);
        QCOMPARE(text(here, ToolchainModel::ChecksumColumn), u"Not managed here"_s);
        QCOMPARE(action(here), Action::None);
        QCOMPARE(text(u"go1.94.1"_s, ToolchainModel::VersionColumn, ToolchainRow::DetailRole),
                 u"no longer supported"_s);
        QVERIFY(versions().installedCount() >= 1); // this machine may have others
        QVERIFY(versions().newestMissing());
        QCOMPARE(versions().newestMissing()->versionText, u"go1.96.0"_s);
        for (int column = 0; column < ToolchainModel::ActionColumn; ++column)
            QVERIFY(!versions().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void filtersWhatFewWant()
    {
        m_server->add("go1.96.1");
        m_server->add("go1.96.0");
        m_server->add("go1.95.9");
        m_server->add("go1.92.6");
        begin();
        ask();
        ToolchainFilter filter;
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&versions());
        const auto shown = [&filter] {
            QStringList texts;
            for (int i = 0; i < filter.rowCount(); ++i) {
                if (filter.index(i, 0).data(ToolchainRow::KeyRole).toString().startsWith(u"go1.9"_s))
                    texts += filter.index(i, 0).data().toString();
            }
            return texts.join(u' ');
        };
        QCOMPARE(shown(), u"1.96.1 1.95.9"_s);
        filter.setText(u"1.96"_s);
        QCOMPARE(shown(), u"1.96.1 1.96.0"_s);
        filter.setText({});
        filter.setShowsAll(true);
        QCOMPARE(shown(), u"1.96.1 1.96.0 1.95.9 1.92.6"_s);
        filter.setShowsAll(false);
        filter.setAlsoShown(u"go1.92.6"_s);
        QCOMPARE(shown(), u"1.96.1 1.95.9 1.92.6"_s);
    }

    void installsAndRemoves()
    {
        m_server->add("go1.96.0");
        m_server->answerOf("go1.96.0").dripBytes = 20'000;
        begin();
        ask();
        QStringList seen;
        connect(&versions(), &QAbstractItemModel::dataChanged, m_session.get(),
                [&] { seen += text(u"go1.96.0"_s, ToolchainModel::StateColumn); });
        const QPersistentModelIndex index = versions().index(versions().find(u"go1.96.0"_s), 0);
        m_session->act(u"go1.96.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(hasState(u"go1.96.0"_s, State::Downloading), Patience);
        QCOMPARE(action(u"go1.96.0"_s), Action::Cancel);
        QCOMPARE(versions().busyCount(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(hasState(u"go1.96.0"_s, State::Installed), Patience);
        QVERIFY(index.isValid()); // the same row all the way
        QVERIFY2(!seen.filter(u"Downloading "_s).isEmpty(), qPrintable(seen.join(u' ')));
        QTRY_COMPARE_WITH_TIMEOUT(text(u"go1.96.0"_s, ToolchainModel::ChecksumColumn), u"SHA-256 verified"_s, Patience);
        QVERIFY(text(u"go1.96.0"_s, ToolchainModel::StateColumn, ToolchainRow::DetailRole).contains(u"127.0.0.1"_s));
        QVERIFY(versions().fetchedBytes() > 200'000);
        QVERIFY(m_session->unused().isEmpty());
        QCOMPARE(action(u"go1.96.0"_s), Action::Remove);
        m_session->act(u"go1.96.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(hasState(u"go1.96.0"_s, State::Available), Patience);
        QVERIFY(!QFileInfo::exists(folders::data() + u"/toolchains/go1.96.0"));
    }

    void showsHowFarItIs()
    {
        m_server->add("go1.96.0");
        m_server->answerOf("go1.96.0").dripBytes = 2000;
        begin();
        ask();
        m_session->get(u"1.96"_s); // the newest of the series
        QTRY_VERIFY_WITH_TIMEOUT(hasState(u"go1.96.0"_s, State::Downloading), Patience);
        const QModelIndex cell = versions().index(versions().find(u"go1.96.0"_s), ToolchainModel::StateColumn);
        QTRY_VERIFY_WITH_TIMEOUT(cell.data(ToolchainRow::FractionRole).toDouble() > 0, Patience);
        QVERIFY(cell.data(ToolchainRow::FractionRole).toDouble() < 1);
        static const QRegularExpression words(u"^Downloading [\\d.,]+ of [\\d.,]+ kB$"_s); // the unit once
        QVERIFY2(words.match(cell.data().toString()).hasMatch(), qPrintable(cell.data().toString()));
        m_session->act(u"go1.96.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(hasState(u"go1.96.0"_s, State::Available), Patience);
    }

    void saysWhatWasRejected()
    {
        m_server->add("go1.96.0", QByteArray(64, 'a'));
        begin();
        ask();
        m_session->act(u"go1.96.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(hasState(u"go1.96.0"_s, State::Failed), Patience);
        QVERIFY(row(u"go1.96.0"_s)->isRejected());
        QCOMPARE(text(u"go1.96.0"_s, ToolchainModel::StateColumn), u"Rejected"_s);
        QCOMPARE(text(u"go1.96.0"_s, ToolchainModel::ChecksumColumn), u"Does not match"_s);
        QVERIFY(text(u"go1.96.0"_s, 0, ToolchainRow::ReasonRole).contains(u"SHA-256"_s));
        QCOMPARE(text(u"go1.96.0"_s, ToolchainModel::StateColumn, ToolchainRow::LinkRole), u"Why"_s);
        QCOMPARE(action(u"go1.96.0"_s), Action::Retry);
        m_session->act(u"go1.96.0"_s);
        QVERIFY(!hasState(u"go1.96.0"_s, State::Failed)); // it is tried again
        QTRY_VERIFY_WITH_TIMEOUT(hasState(u"go1.96.0"_s, State::Failed), Patience);
    }

    void addsWhatIsOnDisk()
    {
        begin();
        const QString archive = m_machine->path(archiveName("go1.24.2"));
        QVERIFY(writeFile(archive, archiveOf(toolchainTree("go1.24.2"))));
        QVERIFY(ToolchainSession::looksLikeGo(archive));
        QVERIFY(!ToolchainSession::looksLikeGo(m_machine->path(u"pricing.zip"_s)));
        m_session->add(archive);
        QVERIFY(row(archive)); // by its path until somebody knows its version
        QTRY_VERIFY_WITH_TIMEOUT(hasState(u"go1.24.2"_s, State::Installed), Patience);
        QVERIFY(!row(archive));
        QVERIFY(m_machine->addGo("go1.23.4"));
        const QString folder = m_machine->goRoot("go1.23.4");
        QVERIFY(ToolchainSession::looksLikeGo(folder));
        m_session->add(folder);
        QTRY_VERIFY_WITH_TIMEOUT(hasState(folder, State::Installed), Patience);
        QCOMPARE(m_settings->get(keys::GoFolders), QStringList{folder});
    }

    void setsUpWhatGoHasDownloaded()
    {
        const QString root = m_machine->path(u"go/pkg/mod/golang.org/toolchain@v0.0.1-go1.23.4"_s);
        QVERIFY(
            makeGoRoot(root, "go1.23.4",
                       "[version]\nout go version go1.23.4 " + Platform::thisMachine().toString().toLatin1() + '\n'));
        QVERIFY(QFile::setPermissions(root + u"/bin/go"_s, QFile::ReadOwner));
        begin();
        QVERIFY(hasState(root, State::Broken));
        QCOMPARE(text(root, ToolchainModel::ActionColumn, ToolchainRow::ActionTextRole), u"Set up"_s);
        m_session->act(root);
        QTRY_VERIFY_WITH_TIMEOUT(hasState(root, State::Installed), Patience);
    }

    void worksOffline()
    {
        m_server->close();
        begin();
        ask();
        QVERIFY(!m_session->listProblem().message.isEmpty());
        QVERIFY(versions().installedCount() >= 1);
        m_session->askIfOld(); // said once
        QVERIFY(!m_session->isAsking());
    }

    void knowsTheCompilers()
    {
        QVERIFY(makeShellScript(m_machine->goRoot("go1.25.3") + u"/bin/apt"_s, ""));
        begin();
        CompilerModel &compilers = m_session->compilers();
        const int here = compilers.find(Platform::thisMachine().toString());
        QCOMPARE(here, 0);
        QVERIFY(compilers.index(here, CompilerModel::CompilerColumn).data().toString().contains(u"12.2"_s));
        QVERIFY(!compilers.obstacleAt(here));
        const int apple = compilers.find(u"darwin/arm64"_s);
        QVERIFY(apple > 0);
        QCOMPARE(compilers.index(apple, CompilerModel::CheckColumn).data().toString(), u"Apple SDK missing"_s);
        QCOMPARE(compilers.index(apple, 0).data(ToolchainRow::ActionRole).value<Action>(), Action::Choose);
        for (int i = 0; i < compilers.rowCount(); ++i) {
            const QString command = compilers.installCommand(i);
            const auto obstacle = compilers.obstacleAt(i);
            QCOMPARE(command.startsWith(u"sudo apt install "_s), obstacle && !obstacle->packages.apt.isEmpty());
            QCOMPARE(compilers.index(i, 0).data(ToolchainRow::ActionRole).value<Action>() == Action::Copy,
                     !command.isEmpty());
        }
        compilers.setCheck(Platform::thisMachine(), CompilerModel::Check::Bad, u"stdlib.h is missing"_s);
        QCOMPARE(compilers.index(here, CompilerModel::CheckColumn).data().toString(), u"Does not build"_s);
        QCOMPARE(compilers.index(here, 0).data(ToolchainRow::ReasonRole).toString(), u"stdlib.h is missing"_s);
    }

    void usesTheCompilerOfTheUser()
    {
        begin();
        CompilerModel &compilers = m_session->compilers();
        const Platform apple{u"darwin"_s, u"arm64"_s};
        const int row = compilers.find(apple.toString());
        const auto words = [&](int column, int role = Qt::DisplayRole) {
            return compilers.index(row, column).data(role).toString();
        };
        const QString script = m_machine->path(u"applecc"_s);
        QVERIFY(makeTool(script, "[--sysroot=/srv/sdk --version]\nout clang version 17.0.6\n[*]\n"));
        m_session->setUserCompiler(apple, script + u" --sysroot=/srv/sdk"_s);
        QVERIFY(m_session->isCheckingCompilers()); // by building with a Go that may be a real one: not waited for
        QTRY_COMPARE_WITH_TIMEOUT(words(CompilerModel::CompilerColumn), u"applecc --sysroot=/srv/sdk 17.0"_s, Patience);
        QCOMPARE(words(CompilerModel::CompilerColumn, ToolchainRow::DetailRole), u"your choice"_s);
        QVERIFY(m_engine->machine().compilerFor(apple));
        QVERIFY(!m_engine->machine().compilerFor({u"darwin"_s, u"amd64"_s}));
        QCOMPARE(UserCompiler::of(*m_settings).value(0).command, script + u" --sysroot=/srv/sdk"_s);

        QVERIFY(makeTool(
            script, "[--sysroot=/srv/sdk --version]\nout clang version 17.0.6\n[*]\nerr ld: error: no SDK\nexit 1\n"));
        m_engine->findToolchains();
        QTRY_COMPARE_WITH_TIMEOUT(words(CompilerModel::CompilerColumn, ToolchainRow::DetailRole),
                                  u"your choice does not work"_s, Patience);
        QVERIFY2(words(0, ToolchainRow::ReasonRole).contains(u"ld: error: no SDK"_s),
                 qPrintable(words(0, ToolchainRow::ReasonRole)));

        m_session->setUserCompiler(apple, {});
        QVERIFY(UserCompiler::of(*m_settings).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!words(0, ToolchainRow::ReasonRole).contains(u"no SDK"_s), Patience);
        QCOMPARE(words(CompilerModel::CompilerColumn, ToolchainRow::DetailRole), QString());
    }

    void fetchesAVersionBeforeItBuilds()
    {
        QVERIFY(m_machine->addGo("go1.96.0"));
        m_server->addArchive("go1.96.0", archiveOfRoot(m_machine->goRoot("go1.96.0")));
        BuildSession session(*m_engine, *m_settings);
        m_settings->set(keys::OutputFolder, m_machine->path(u"out"_s));
        begin();
        ask();
        session.open({source()});
        QTRY_COMPARE_WITH_TIMEOUT(session.sourceState(), BuildSession::SourceState::Ready, Patience);
        const Target here{*GoVersion::parse(u"1.25.3"), Platform::thisMachine()};
        const Target away{*GoVersion::parse(u"1.96.0"), Platform::thisMachine()};
        const QModelIndex cell = session.matrix().indexOf(away);
        QVERIFY(cell.isValid());                               // the newest that can be fetched has a column
        QVERIFY(!session.matrix().buildable().contains(away)); // nothing large is selected by accident
        QVERIFY(session.matrix()
                    .headerData(cell.column(), Qt::Horizontal, TargetMatrixModel::DetailRole)
                    .toString()
                    .startsWith(u"↓"_s));
        session.matrix().select({here, away});
        QVERIFY(session.matrix().data(cell, Qt::AccessibleTextRole).toString().contains(u"needs a download of"_s));
        QVERIFY2(session.summary().detail.contains(u"to download"_s), qPrintable(session.summary().detail));
        session.build();
        QCOMPARE(session.awaited().targets(), QVector<Target>{away});
        QCOMPARE(session.matrix().data(cell, TargetMatrixModel::JobStateRole).value<JobState>(),
                 JobState::FetchingToolchain);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isBuilding(), Patience);
        QVERIFY2(!hasState(u"go1.96.0"_s, State::Failed), qPrintable(text(u"go1.96.0"_s, 0, ToolchainRow::ReasonRole)));
        QCOMPARE(session.summary().built, 2); // of one run
        QVERIFY(session.awaited().isEmpty());
        QVERIFY(m_engine->machine().toolchainFor(away.version));
    }

    void saysWhatWasNotFetched()
    {
        m_server->add("go1.96.0", QByteArray(64, 'c'));
        BuildSession session(*m_engine, *m_settings);
        QSignalSpy said(&session, &BuildSession::said);
        begin();
        ask();
        session.open({source()});
        QTRY_COMPARE_WITH_TIMEOUT(session.sourceState(), BuildSession::SourceState::Ready, Patience);
        const Target away{*GoVersion::parse(u"1.96.0"), Platform::thisMachine()};
        session.matrix().select({away});
        session.build();
        QVERIFY(session.isBuilding());
        QCOMPARE(session.summary().state, BuildSummary::State::Running);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isBuilding(), Patience);
        QVERIFY(said.last()[0].toString().contains(u"SHA-256"_s));
        QCOMPARE(session.summary().state, BuildSummary::State::Ready);
        // Taken back before it is here.
        m_server->answerOf("go1.96.0").dripBytes = 500;
        session.build();
        QVERIFY(session.isBuilding());
        session.cancelAll();
        QVERIFY(!session.isBuilding());
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->store().installing().isEmpty(), Patience);
        QVERIFY(!session.matrix().data(session.matrix().indexOf(away), TargetMatrixModel::JobStateRole).isValid());
    }

    void triesItOut()
    {
        begin();
        const QString key = m_machine->goRoot("go1.25.3");
        m_session->verify(key);
        QCOMPARE(row(key)->verdict, ToolchainModel::Verdict::Running);
        QTRY_VERIFY_WITH_TIMEOUT(row(key)->verdict == ToolchainModel::Verdict::Good ||
                                     row(key)->verdict == ToolchainModel::Verdict::Bad,
                                 Patience);
        QVERIFY(!text(key, ToolchainModel::StateColumn, ToolchainRow::DetailRole).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_ToolchainSession)
#include "tst_toolchainsession.moc"
