// SPDX-License-Identifier: Apache-2.0
#include "toolchain/goenvironment.h"

#include "support/faketool.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

QProcessEnvironment environmentOf(const QStringList &entries)
{
    QProcessEnvironment environment;
    for (const QString &entry : entries)
        environment.insert(entry.section(u'=', 0, 0), entry.section(u'=', 1));
    return environment;
}

QStringList shown(const QVector<SetAside> &values)
{
    QStringList texts;
    for (const SetAside &value : values) {
        const QString source = value.source == SetAside::Source::GoEnvFile ? u" (file)"_s : QString();
        texts += value.name + u'=' + value.value + source;
    }
    return texts;
}

} // namespace

class tst_GoEnvironment : public QObject
{
    Q_OBJECT

private slots:
    void keeps_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"PATH",
                                 "HOME",
                                 "USER",
                                 "LANG",
                                 "TMPDIR",
                                 "GOPATH",
                                 "GOCACHE",
                                 "GOMODCACHE",
                                 "GOTMPDIR",
                                 "GOPROXY",
                                 "GOPRIVATE",
                                 "GONOPROXY",
                                 "GONOSUMDB",
                                 "GONOSUMCHECK",
                                 "GOSUMDB",
                                 "GOINSECURE",
                                 "GOVCS",
                                 "GOAUTH",
                                 "NETRC",
                                 "SSH_AUTH_SOCK",
                                 "GIT_SSH_COMMAND",
                                 "GIT_CONFIG_GLOBAL",
                                 "http_proxy",
                                 "HTTPS_PROXY",
                                 "no_proxy",
                                 "SSL_CERT_FILE",
                                 "SSL_CERT_DIR",
                                 "PKG_CONFIG_PATH",
                                 "PKG_CONFIG",
                                 "GOMAXPROCS",
                                 "GOGC",
                                 "XDG_CACHE_HOME"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void keeps()
    {
        QFETCH(QString, name);
        const GoEnvironment made = goEnvironment(environmentOf({name + u"=value"}), {});
        QCOMPARE(made.variables.value(name), u"value"_s);
        QCOMPARE(made.userValue(name), u"value"_s);
        QVERIFY(made.setAside.isEmpty());
    }

    void leavesOut_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name :
             {"GOFLAGS",           "GOOS",      "GOARCH",  "GOROOT",      "GOROOT_FINAL", "GOEXPERIMENT",
              "GOAMD64",           "GOARM",     "GOARM64", "GO386",       "GOMIPS",       "GOMIPS64",
              "GOPPC64",           "GORISCV64", "GOWASM",  "CGO_ENABLED", "CGO_CFLAGS",   "CGO_LDFLAGS",
              "CGO_CFLAGS_ALLOW",  "CC",        "CXX",     "FC",          "AR",           "GCCGO",
              "GO111MODULE",       "GOWORK",    "GOBIN",   "GODEBUG",     "GOFIPS140",    "GOTOOLDIR",
              "GO_EXTLINK_ENABLED"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void leavesOut()
    {
        QFETCH(QString, name);
        const GoEnvironment made = goEnvironment(environmentOf({name + u"=value"}), {});
        QVERIFY(!made.variables.contains(name));
        QCOMPARE(shown(made.setAside), QStringList{name + u"=value"});
        QCOMPARE(made.userValue(name), u"value"_s);
        // The same from the file of `go env -w`.
        const GoEnvironment filed = goEnvironment({}, name.toLatin1() + "=other\n");
        QVERIFY(!filed.variables.contains(name));
        QCOMPARE(shown(filed.setAside), QStringList{name + u"=other (file)"});
    }

    void fixesTheToolchain_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QStringList>("setAside");
        QTest::newRow("unset") << QString() << QStringList();
        QTest::newRow("local already") << u"local"_s << QStringList();
        QTest::newRow("another") << u"go1.22.6"_s << QStringList{u"GOTOOLCHAIN=go1.22.6"_s};
    }
    void fixesTheToolchain()
    {
        QFETCH(QString, user);
        const GoEnvironment made = goEnvironment(environmentOf({u"GOTOOLCHAIN="_s + user}), {});
        QCOMPARE(made.variables.value(u"GOTOOLCHAIN"_s), u"local"_s);
        QCOMPARE(made.variables.value(u"GOENV"_s), u"off"_s);
        QTEST(shown(made.setAside), "setAside");
    }

    void splitsTheFileOfGoEnv_data()
    {
        QTest::addColumn<QStringList>("user");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("kept");
        QTest::addColumn<QStringList>("setAside");
        QTest::newRow("carried over") << QStringList()
                                      << QByteArray("GOPROXY=https://proxy.example,direct\nGOPRIVATE=a\n")
                                      << QStringList{u"GOPROXY=https://proxy.example,direct"_s, u"GOPRIVATE=a"_s}
                                      << QStringList();
        QTest::newRow("the environment wins")
            << QStringList{u"GOPROXY=direct"_s, u"GOFLAGS=-x"_s} << QByteArray("GOPROXY=off\nGOFLAGS=-v\n")
            << QStringList{u"GOPROXY=direct"_s} << QStringList{u"GOFLAGS=-x"_s};
        QTest::newRow("an empty variable does not")
            << QStringList{u"GOPROXY="_s, u"GOFLAGS="_s} << QByteArray("GOPROXY=off\nGOFLAGS=-v\n")
            << QStringList{u"GOPROXY=off"_s} << QStringList{u"GOFLAGS=-v (file)"_s};
        QTest::newRow("the last line wins")
            << QStringList() << QByteArray("GOVCS=a\nGOVCS=b\n") << QStringList{u"GOVCS=b"_s} << QStringList();
        QTest::newRow("equals signs and quotes")
            << QStringList() << QByteArray("GOFLAGS=-ldflags=-X=a=b '-tags=x'") << QStringList()
            << QStringList{u"GOFLAGS=-ldflags=-X=a=b '-tags=x' (file)"_s};
        QTest::newRow("of a newer Go") << QStringList() << QByteArray("GONEWTHING=1\n") << QStringList()
                                       << QStringList{u"GONEWTHING=1 (file)"_s};
        QTest::newRow("noise") << QStringList()
                               << QByteArray(
                                      "# GOPROXY=off\n\n=x\ngoproxy=off\nGOPROXY\nPATH=/evil\nGOTOOLCHAIN=local\nCC=\n")
                               << QStringList() << QStringList();
    }
    void splitsTheFileOfGoEnv()
    {
        QFETCH(QStringList, user);
        QFETCH(QByteArray, file);
        QFETCH(QStringList, kept);
        const GoEnvironment made = goEnvironment(environmentOf(user), file);
        const QStringList always{u"GOENV=off"_s, u"GOTOOLCHAIN=local"_s};
        QStringList all = made.variables.toStringList();
        QStringList expected = kept + always;
        all.sort();
        expected.sort();
        QCOMPARE(all, expected);
        QTEST(shown(made.setAside), "setAside");
    }

    void changesNothingTheSecondTime()
    {
        const auto once = goEnvironment(environmentOf({u"PATH=/bin"_s, u"GOFLAGS=-x"_s}), "GOPROXY=off\nCC=clang\n");
        const auto twice = goEnvironment(once.variables, {});
        QCOMPARE(twice.variables, once.variables);
        QVERIFY(twice.setAside.isEmpty());
    }

    void knowsWhereGoKeepsItsFile_data()
    {
        QTest::addColumn<QStringList>("user");
        QTest::addColumn<QString>("path");
        QTest::newRow("named") << QStringList{u"GOENV=/etc/goenv"_s, u"HOME=/h"_s} << u"/etc/goenv"_s;
        QTest::newRow("off") << QStringList{u"GOENV=off"_s, u"HOME=/h"_s} << QString();
        QTest::newRow("nowhere") << QStringList{} << QString();
#ifndef Q_OS_MACOS
        QTest::newRow("home") << QStringList{u"HOME=/h"_s} << u"/h/.config/go/env"_s;
        QTest::newRow("config folder") << QStringList{u"HOME=/h"_s, u"XDG_CONFIG_HOME=/c"_s} << u"/c/go/env"_s;
        QTest::newRow("relative, which Go refuses") << QStringList{u"HOME=/h"_s, u"XDG_CONFIG_HOME=c"_s} << QString();
#endif
    }
    void knowsWhereGoKeepsItsFile()
    {
        QFETCH(QStringList, user);
        QTEST(goEnvFilePath(environmentOf(user)), "path");
    }

    void readsTheFile()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"env"_s);
        QVERIFY(writeFile(file, "GOPRIVATE=example.com\nCC=clang-17\n"));
        const GoEnvironment made = goEnvironmentOf(environmentOf({u"GOENV="_s + file}));
        QCOMPARE(made.variables.value(u"GOPRIVATE"_s), u"example.com"_s);
        QCOMPARE(made.userValue(u"CC"_s), u"clang-17"_s);
        QVERIFY(goEnvironmentOf(environmentOf({u"GOENV=/nowhere/at/all"_s})).setAside.isEmpty());
    }

    void realGoSeesNothingElse()
    {
        const QString go = QStandardPaths::findExecutable(u"go"_s);
        if (go.isEmpty())
            QSKIP("no go on PATH");
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"env"_s);
        QVERIFY(writeFile(
            file, "GOFLAGS=-tags=filed\nCC=filed-cc\nCGO_CFLAGS=-DFILED\nGOAMD64=v3\nGOPRIVATE=filed.example\n"));
        QProcessEnvironment user = QProcessEnvironment::systemEnvironment();
        user.insert(u"GOENV"_s, file);
        user.insert(u"GOFLAGS"_s, QString());
        user.insert(u"CGO_LDFLAGS"_s, u"-lset"_s);
        user.insert(u"GOARCH"_s, u"s390x"_s);
        QProcess process;
        process.setProcessEnvironment(goEnvironmentOf(user).variables);
        process.start(go, {u"env"_s, u"GOFLAGS"_s, u"CC"_s, u"CGO_CFLAGS"_s, u"GOAMD64"_s, u"GOPRIVATE"_s,
                           u"CGO_LDFLAGS"_s, u"GOARCH"_s, u"GOTOOLCHAIN"_s});
        QVERIFY(process.waitForFinished(20'000));
        const QString answer = QString::fromUtf8(process.readAllStandardOutput());
        const QStringList lines = answer.split(u'\n');
        QVERIFY2(lines.size() >= 8, qPrintable(answer));
        QCOMPARE(lines[0], QString());
        QVERIFY2(!answer.contains(u"filed-cc") && !answer.contains(u"FILED") && !answer.contains(u"-lset"),
                 qPrintable(answer));
        QVERIFY(lines[3] != u"v3"_s);
        QCOMPARE(lines[4], u"filed.example"_s);
        QCOMPARE(lines[6], Platform::thisMachine().arch);
        QVERIFY(lines[7] == u"local"_s || lines[7].isEmpty()); // empty before Go 1.21
    }
};

QTEST_GUILESS_MAIN(tst_GoEnvironment)
#include "tst_goenvironment.moc"
