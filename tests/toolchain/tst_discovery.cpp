// SPDX-License-Identifier: Apache-2.0
#include "toolchain/discovery.h"

#include "support/faketool.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

using Origin = GoToolchain::Origin;

class tst_Discovery : public QObject
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

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void findsKnownPlaces_data()
    {
        QTest::addColumn<QString>("root");
        QTest::addColumn<Origin>("origin");
        const auto row = [](const char *root, Origin origin) {
            QTest::newRow(root) << QString::fromLatin1(root) << origin;
        };
        row("/usr/local/go", Origin::System);
        row("/usr/local/go-1.22", Origin::System);
        row("/usr/lib/go", Origin::System);
        row("/usr/lib/go-1.19", Origin::System);
        row("/usr/lib/golang", Origin::System);
        row("/usr/lib64/go/1.22", Origin::System);
        row("/snap/go/10748", Origin::System);
        row("/opt/homebrew/opt/go/libexec", Origin::System);
        row("/opt/homebrew/opt/go@1.22/libexec", Origin::System);
        row("/usr/local/opt/go/libexec", Origin::System);
        row("/home/linuxbrew/.linuxbrew/opt/go/libexec", Origin::System);
        row("/home/ada/sdk/go1.22.6", Origin::Sdk);
        row("/home/ada/go/pkg/mod/golang.org/toolchain@v0.0.1-go1.22.6.linux-amd64", Origin::ModuleCache);
        row("/home/ada/.asdf/installs/golang/1.22.6/go", Origin::VersionManager);
        row("/home/ada/.local/share/mise/installs/go/1.22.6", Origin::VersionManager);
        row("/home/ada/.goenv/versions/1.22.6", Origin::VersionManager);
        row("/home/ada/.gvm/gos/go1.22.6", Origin::VersionManager);
        row("/home/ada/.gimme/versions/go1.22.6.linux.amd64", Origin::VersionManager);
    }
    void findsKnownPlaces()
    {
        QFETCH(QString, root);
        QFETCH(Origin, origin);
        QVERIFY(makeGoRoot(at(root), "go1.22.6"));
        QCOMPARE(candidateRoots(places()), (QVector<CandidateRoot>{{at(root), origin, false}}));
    }

    void usesTheModuleCacheOfTheUser()
    {
        const QString root = at(u"/cache/golang.org/toolchain@v0.0.1-go1.22.6.linux-amd64"_s);
        QVERIFY(makeGoRoot(root, "go1.22.6"));
        SearchPlaces given = places();
        given.moduleCache = at(u"/cache"_s);
        QCOMPARE(candidateRoots(given), (QVector<CandidateRoot>{{root, Origin::ModuleCache, false}}));
    }

    void followsLinksOnPath()
    {
        // As Debian has it: /usr/bin/go -> ../lib/go-1.19/bin/go, and /usr/lib/go -> go-1.19
        QVERIFY(makeGoRoot(at(u"/usr/lib/go-1.19"_s), "go1.19.8"));
        QVERIFY(makeGoRoot(at(u"/elsewhere/go"_s), "go1.20"));
        QDir(at({})).mkpath(u"usr/bin"_s);
        QDir(at({})).mkpath(u"home/bin"_s);
        QVERIFY(QFile::link(u"go-1.19"_s, at(u"/usr/lib/go"_s)));
        QVERIFY(QFile::link(u"../lib/go/bin/go"_s, at(u"/usr/bin/go"_s)));
        QVERIFY(QFile::link(at(u"/elsewhere/go/bin/go"_s), at(u"/home/bin/go"_s)));
        SearchPlaces given = places();
        given.pathFolders = {at(u"/nowhere"_s), at(u"/usr/bin"_s), at(u"/home/bin"_s)};
        QCOMPARE(candidateRoots(given), (QVector<CandidateRoot>{{at(u"/usr/lib/go-1.19"_s), Origin::System, true},
                                                                {at(u"/elsewhere/go"_s), Origin::Path, false}}));
    }

    void doesNotBelieveWrappers()
    {
        // A wrapper in /usr/bin does not make /usr a GOROOT, and hides what "go" means in the shell.
        QVERIFY(makeShellScript(at(u"/usr/bin/go"_s), "exec /somewhere/else \"$@\"\n"));
        QVERIFY(makeShellScript(at(u"/home/ada/.asdf/shims/go"_s), "exec asdf exec go \"$@\"\n"));
        QVERIFY(makeGoRoot(at(u"/usr/local/go"_s), "go1.22.6"));
        SearchPlaces given = places();
        given.pathFolders = {at(u"/home/ada/.asdf/shims"_s), at(u"/usr/bin"_s), at(u"/usr/local/go/bin"_s)};
        QCOMPARE(candidateRoots(given), (QVector<CandidateRoot>{{at(u"/usr/local/go"_s), Origin::System, false}}));
    }

    void takesAddedFolders()
    {
        QVERIFY(makeGoRoot(at(u"/one/go"_s), "go1.20"));
        QVERIFY(makeGoRoot(at(u"/many/1.21"_s), "go1.21.0"));
        QVERIFY(makeGoRoot(at(u"/many/download/go"_s), "go1.22.0"));
        QVERIFY(writeFile(at(u"/many/notes/readme"_s), "no Go here"));
        SearchPlaces given = places();
        given.addedFolders = {at(u"/one/go"_s), at(u"/many"_s), at(u"/gone"_s)};
        QCOMPARE(candidateRoots(given), (QVector<CandidateRoot>{{at(u"/one/go"_s), Origin::Added, false},
                                                                {at(u"/many/1.21"_s), Origin::Added, false},
                                                                {at(u"/many/download/go"_s), Origin::Added, false}}));
    }

    void countsEachRootOnce()
    {
        QVERIFY(makeGoRoot(at(u"/usr/local/go"_s), "go1.22.6"));
        QDir(at({})).mkpath(u"home/ada/sdk"_s);
        QVERIFY(QFile::link(at(u"/usr/local/go"_s), at(u"/home/ada/sdk/go1.22.6"_s)));
        SearchPlaces given = places();
        given.addedFolders = {at(u"/home/ada/sdk"_s), at(u"/usr/local/go/"_s)};
        given.pathFolders = {at(u"/home/ada/sdk/go1.22.6/bin"_s)};
        QCOMPARE(candidateRoots(given), (QVector<CandidateRoot>{{at(u"/usr/local/go"_s), Origin::System, true}}));
    }

    void readsVersions_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("version");
        QTest::newRow("up to 1.20") << QByteArray("go1.19.8") << u"go1.19.8"_s << u"1.19.8"_s;
        QTest::newRow("with a time") << QByteArray("go1.22.12\ntime 2025-01-31T18:38:03Z\n") << u"go1.22.12"_s
                                     << u"1.22.12"_s;
        QTest::newRow("vendor") << QByteArray("go1.22.6-acme+1\n") << u"go1.22.6-acme+1"_s << u"1.22.6"_s;
        QTest::newRow("candidate") << QByteArray("go1.23rc2\n") << u"go1.23rc2"_s << u"1.23rc2"_s;
        QTest::newRow("development") << QByteArray("devel go1.27-1a2b3c Tue Nov 24 12:00:00 2026 +0000")
                                     << u"devel go1.27-1a2b3c Tue Nov 24 12:00:00 2026 +0000"_s << u"1.27"_s;
        QTest::newRow("DOS line end") << QByteArray("go1.22.6\r\n") << u"go1.22.6"_s << u"1.22.6"_s;
    }
    void readsVersions()
    {
        QFETCH(QByteArray, file);
        const QString root = at(u"/go"_s);
        QVERIFY(makeGoRoot(root, file));
        const GoToolchain read = readToolchain({root, Origin::Added, true});
        QTEST(read.versionText, "text");
        QTEST(read.version.toString(), "version");
        QCOMPARE(read.problem, QString());
        QCOMPARE(read.platform, Platform::thisMachine());
        QCOMPARE(read.program, root + u"/bin/go");
        QCOMPARE(read.origin, Origin::Added);
        QVERIFY(read.isOnPath);
        QVERIFY(!read.isVerified);
        QVERIFY(!read.isUsable());
    }

    void namesDamage_data()
    {
        QTest::addColumn<QString>("removed");
        QTest::addColumn<QString>("problem");
        QTest::newRow("no go") << u"/bin/go"_s << u"bin/go is missing."_s;
        QTest::newRow("no tools") << u"/pkg/tool"_s << u"pkg/tool."_s;
        QTest::newRow("no linker") << u"/pkg/tool/%1_%2/link"_s << u"pkg/tool."_s;
        QTest::newRow("no library") << u"/src/runtime"_s << u"The standard library is missing in src."_s;
    }
    void namesDamage()
    {
        QFETCH(QString, removed);
        const QString root = at(u"/usr/local/go"_s);
        QVERIFY(makeGoRoot(root, "go1.22.6"));
        const Platform &machine = Platform::thisMachine();
        if (removed.contains(u'%'))
            removed = removed.arg(machine.os, machine.arch);
        const QString path = root + removed;
        QVERIFY(QFileInfo(path).isDir() ? QDir(path).removeRecursively() : QFile::remove(path));
        const auto found = discoverToolchains(places());
        QCOMPARE(found.size(), 1);
        const QString expected = QString::fromLatin1(QTest::currentDataTag());
        QFETCH(QString, problem);
        QVERIFY2(found[0].problem.endsWith(problem), qPrintable(expected + u": " + found[0].problem));
        QCOMPARE(found[0].version.toString(), u"1.22.6"_s);
    }

    void namesUnfinishedDownloads()
    {
        // As `go mod download` leaves the module: not executable until the go command itself finishes it.
        const QString root = at(u"/usr/local/go"_s);
        QVERIFY(makeGoRoot(root, "go1.22.6"));
        QVERIFY(QFile::setPermissions(root + u"/bin/go", QFile::ReadOwner));
        QVERIFY(readToolchain({root, {}, false}).problem.startsWith(u"bin/go is not executable"));
        QVERIFY(!readToolchain({root, {}, false}).isUnfinished); // nobody leaves it so there
        const CandidateRoot cached{root, Origin::ModuleCache, false};
        QVERIFY(readToolchain(cached).isUnfinished);
        QCOMPARE(readToolchain(cached).problem, u"Go has downloaded it and not set it up yet."_s);
        allowPrograms(root);
        QVERIFY(!readToolchain(cached).isUnfinished);
        QCOMPARE(readToolchain(cached).problem, QString());
        // Where more is missing, rights do not help.
        QVERIFY(QFile::setPermissions(root + u"/bin/go", QFile::ReadOwner));
        QVERIFY(QDir(root + u"/src/runtime"_s).removeRecursively());
        QVERIFY(!readToolchain(cached).isUnfinished);
    }

    void namesForeignSystems()
    {
        const QString root = at(u"/usr/local/go"_s);
        const Platform foreign{u"plan9"_s, u"amd64"_s};
        QVERIFY(makeGoRoot(root, "go1.22.6", {}, foreign));
        const GoToolchain read = readToolchain({root, {}, false});
        QCOMPARE(read.platform, foreign);
        QCOMPARE(read.problem, u"It is made for plan9/amd64."_s);
        // With tools for this machine beside them it is fine.
        QVERIFY(makeGoRoot(root, "go1.22.6"));
        QCOMPARE(readToolchain({root, {}, false}).problem, QString());
        QCOMPARE(readToolchain({root, {}, false}).platform, Platform::thisMachine());
    }

    void namesVersionsThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("shown");
        QTest::newRow("words") << QByteArray("weekly.2011\n") << u"“weekly.2011”"_s;
        QTest::newRow("empty") << QByteArray() << u"“”"_s;
    }
    void namesVersionsThatAreNone()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, shown);
        QVERIFY(makeGoRoot(at(u"/go"_s), "go1.22.6"));
        QVERIFY(writeFile(at(u"/go/VERSION"_s), file));
        const GoToolchain read = readToolchain({at(u"/go"_s), {}, false});
        QVERIFY2(read.problem.contains(shown), qPrintable(read.problem));
        QVERIFY(!read.version.isValid());
    }

    void leavesTheVersionOfSourceBuildsOpen()
    {
        QVERIFY(makeGoRoot(at(u"/go"_s), "go1.22.6"));
        QVERIFY(QFile::remove(at(u"/go/VERSION"_s)));
        const GoToolchain read = readToolchain({at(u"/go"_s), {}, false});
        QCOMPARE(read.problem, QString());
        QVERIFY(!read.version.isValid());
    }

    void listsNewestFirst()
    {
        QVERIFY(makeGoRoot(at(u"/usr/lib/go-1.9"_s), "go1.9.7"));
        QVERIFY(makeGoRoot(at(u"/usr/local/go"_s), "go1.22.6\n"));
        QVERIFY(makeGoRoot(at(u"/home/ada/sdk/go1.23rc1"_s), "go1.23rc1\n"));
        QStringList versions;
        for (const GoToolchain &toolchain : discoverToolchains(places()))
            versions += toolchain.version.toString();
        QCOMPARE(versions.join(u' '), u"1.23rc1 1.22.6 1.9.7"_s);
    }

    void takesPlacesFromTheEnvironment()
    {
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, u"/a:relative::/b"_s);
        environment.insert(u"HOME"_s, u"/home/ada"_s);
        environment.insert(u"GOPATH"_s, u"/gopath:/second"_s);
        SearchPlaces made = SearchPlaces::of(environment, {u"/added"_s});
        QCOMPARE(made.pathFolders, (QStringList{u"/a"_s, u"/b"_s}));
        QCOMPARE(made.home, u"/home/ada"_s);
        QCOMPARE(made.moduleCache, u"/gopath/pkg/mod"_s);
        QCOMPARE(made.addedFolders, QStringList{u"/added"_s});
        QCOMPARE(made.systemPrefix, QString());
        environment.insert(u"GOMODCACHE"_s, u"/modules"_s);
        QCOMPARE(SearchPlaces::of(environment, {}).moduleCache, u"/modules"_s);
    }

    void nothingIsNotAnError()
    {
        QVERIFY(candidateRoots(places()).isEmpty());
        SearchPlaces empty;
        empty.systemPrefix = at(u"/nowhere"_s);
        QVERIFY(candidateRoots(empty).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Discovery)
#include "tst_discovery.moc"
