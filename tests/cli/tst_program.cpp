// SPDX-License-Identifier: Apache-2.0
// The real plugsmith-cli, from its arguments to its exit code. Builds for real where a Go is installed.
#include "support/archivebuilder.h"
#include "support/faketool.h"
#include "support/realgo.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace plugsmith;
using namespace plugsmith::builder;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

const QByteArray GoMod = "module example.com/pricing\n\ngo 1.18\n";
const QByteArray Main = "package main\n\nimport \"example.com/pricing/domain\"\n\nvar Contract = domain.Price\n";
const QByteArray Domain = "package domain\n\nfunc Price() int { return 1 }\n";

/// As viant/afs writes zips, which viant/pgo uses: the first entry is named "/".
QByteArray sampleZip()
{
    return zipOf({{.name = "/", .mode = 040755},
                  {.name = "cmd/", .mode = 040755},
                  {.name = "cmd/main/", .mode = 040755},
                  {.name = "cmd/main/main.go", .content = Main},
                  {.name = "domain/", .mode = 040755},
                  {.name = "domain/domain.go", .content = Domain},
                  {.name = "go.mod", .content = GoMod}});
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(Everything, QDir::Name);
}

/// Processes that run a program below `folder` or have it among their arguments.
QStringList processesOf(const QString &folder)
{
    QStringList found;
    for (const QString &pid : QDir(u"/proc"_s).entryList({u"[0-9]*"_s})) {
        QFile file(u"/proc/"_s + pid + u"/cmdline"_s);
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(folder.toLocal8Bit()))
            found += pid;
    }
    return found;
}

} // namespace

class tst_Program : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString at(const QString &path) const { return m_folder->filePath(path); }
    QString out() const { return at(u"out"_s); }
    QString sampleAt(const QString &name = u"pricing.zip"_s) const { return builder::writeFile(at(name), sampleZip()); }
    QString makeFolder(const QString &name, const QMap<QString, QByteArray> &files) const
    {
        for (auto it = files.begin(); it != files.end(); ++it)
            test::writeFile(at(name + u'/' + it.key()), *it);
        return at(name);
    }
    /// A machine whose only Go of version 1.22.99 is the fake one at fakego/; `build` is what its builds do.
    QProcessEnvironment fakeMachine(const QByteArray &build) const
    {
        const QByteArray host = at(u"host"_s).toLocal8Bit();
        makeTool(at(u"host"_s), "exit 0\n");
        makeTool(at(u"cc/gcc"_s), "out gcc (Fake) 12.2.0\n[-dumpmachine]\nout x86_64-linux-gnu\n");
        makeGoRoot(at(u"fakego"_s), "go1.22.99",
                   "[version]\nout go version go1.22.99 " + Platform::thisMachine().toString().toLatin1() +
                       "\n[build ./host]\ncopy " + host +
                       "\n[build ./plugin]\nwrite plugin\n[build ./plain]\nwrite program\n[build]\n" + build);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"CC"_s, at(u"cc/gcc"_s));
        return environment;
    }
    QStringList fakeBuild(const QStringList &more = {}) const
    {
        return QStringList{u"build"_s,      sampleAt(), u"--dest"_s,  out(),         u"--goroot"_s,
                           at(u"fakego"_s), u"--go"_s,  u"1.22.99"_s, u"--linker"_s, u"default"_s} +
               more;
    }
    QString workFolder() const { return qEnvironmentVariable("XDG_CACHE_HOME") + u"/plugsmith/work"; }

private slots:
    void init()
    {
        QVERIFY2(QFile::exists(cliProgram()), "PLUGSMITH_BIN must name the folder of the programs");
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup() { QVERIFY(namesIn(workFolder()).isEmpty()); }

    void helpAndVersion()
    {
        const CliRun help = runCli({u"--help"_s});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.out.startsWith("plugsmith-cli builds Go plugins"));
        QCOMPARE(help.err, QByteArray());
        QVERIFY(runCli({u"build"_s, u"--help"_s}).out.contains("--dest"));
        const CliRun version = runCli({u"--version"_s});
        QCOMPARE(version.exitCode, 0);
        QVERIFY2(version.out.startsWith("plugsmith-cli "), version.out.constData());
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("nothing") << QStringList() << QByteArray("A command is missing.");
        QTest::newRow("command") << QStringList{u"make"_s} << QByteArray("There is no command “make”.");
        QTest::newRow("option") << QStringList{u"build"_s, u"a"_s, u"--fast"_s}
                                << QByteArray("plugsmith-cli build --help");
        QTest::newRow("no source") << QStringList{u"build"_s, u"--dest"_s, u"d"_s}
                                   << QByteArray("build needs a source");
        QTest::newRow("with json") << QStringList{u"build"_s, u"--json"_s, u"a"_s}
                                   << QByteArray("build needs --dest FOLDER.");
    }
    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, message);
        const CliRun run = runCli(arguments);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(message), run.err.constData());
        QCOMPARE(run.out, QByteArray());
    }

    void scansAZipAsPgoWritesIt()
    {
        const CliRun run = runCli({u"scan"_s, sampleAt(), u"--json"_s});
        QVERIFY2(run.exitCode == 0, run.everything().constData());
        QCOMPARE(run.events().size(), 1);
        const QJsonObject scan = run.lastEvent();
        QCOMPARE(scan.value("files"_L1), 3);
        QCOMPARE(scan.value("modules"_L1)[0].toObject().value("path"_L1), u"example.com/pricing"_s);
        QCOMPARE(scan.value("mains"_L1).toArray().size(), 1);
        QCOMPARE(scan.value("mains"_L1)[0].toObject().value("folder"_L1), u"./cmd/main"_s);
    }

    void scansAFolder()
    {
        const QString folder = makeFolder(u"pricing"_s, {{u"go.mod"_s, GoMod}, {u"main.go"_s, "package main\n"}});
        const CliRun run = runCli({u"scan"_s, folder});
        QVERIFY2(run.exitCode == 0, run.everything().constData());
        QVERIFY2(run.text().startsWith(u"pricing, "_s), run.out.constData());
        QVERIFY2(run.text().contains(u"Module       example.com/pricing (.)"_s), run.out.constData());
    }

    void scansASingleFile()
    {
        const QString file = builder::writeFile(at(u"plugin.go"_s), "package main\n\nvar X = 1\n");
        const CliRun run = runCli({u"scan"_s, file, u"--json"_s});
        QVERIFY2(run.exitCode == 0, run.everything().constData());
        const QJsonObject scan = run.lastEvent();
        QCOMPARE(scan.value("modules"_L1)[0].toObject().value("synthetic"_L1), true);
        QCOMPARE(scan.value("mains"_L1).toArray().size(), 1);
    }

    void scansRelativePaths()
    {
        sampleAt();
        const CliRun run = runCli({u"scan"_s, u"pricing.zip"_s, u"--json"_s}, QProcessEnvironment::systemEnvironment(),
                                  m_folder->path());
        QVERIFY2(run.exitCode == 0, run.everything().constData());
        QCOMPARE(run.lastEvent().value("source"_L1), at(u"pricing.zip"_s));
    }

    void cannotOpen_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("message");
        const QByteArray whole = sampleZip();
        QTest::newRow("missing") << u"gone.zip"_s << QByteArray() << u"gone.zip"_s;
        QTest::newRow("cut off") << u"cut.zip"_s << whole.first(whole.size() / 2) << u"cut.zip is damaged"_s;
        QTest::newRow("bad bytes") << u"bad.zip"_s << QByteArray(whole).replace("Price", "Prize")
                                   << u"bad.zip is damaged"_s;
        QTest::newRow("not an archive") << u"notes.zip"_s << QByteArray("not a zip at all, but some text\n")
                                        << u"notes.zip is not an archive Plugsmith can read"_s;
    }
    void cannotOpen()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QString, message);
        if (QByteArray(QTest::currentDataTag()) == "bad bytes")
            content =
                zipOf({{.name = "go.mod", .content = GoMod, .crc = 1}, {.name = "main.go", .content = Main, .crc = 2}});
        if (!content.isEmpty())
            builder::writeFile(at(name), content);
        for (const QStringList &arguments :
             {QStringList{u"scan"_s, at(name)}, QStringList{u"build"_s, at(name), u"--dest"_s, out()}}) {
            const CliRun text = runCli(arguments);
            QVERIFY2(text.exitCode == 1, text.everything().constData());
            QVERIFY2(text.errorText().contains(message), text.err.constData());
            const CliRun json = runCli(arguments + QStringList{u"--json"_s});
            QCOMPARE(json.exitCode, 1);
            QCOMPARE(json.events().size(), 1);
            QCOMPARE(json.lastEvent().value("event"_L1), u"error"_s);
            const QJsonObject error = json.lastEvent().value("error"_L1).toObject();
            QVERIFY2(error.value("message"_L1).toString().contains(message), json.out.constData());
            QCOMPARE(json.err, QByteArray());
        }
        QVERIFY(!QFile::exists(out()));
    }

    void cannotBuildWhatHasNoMain_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("message");
        QTest::newRow("no go.mod") << u"a/a.go"_s << QByteArray("package a\n") << u"No go.mod was found"_s;
        QTest::newRow("no main package") << u"go.mod"_s << GoMod << u"No “package main” was found"_s;
        QTest::newRow("several modules") << u"c/go.mod"_s << QByteArray("module c\n\ngo 1.18\n")
                                         << u"No “package main” was found"_s;
        QTest::newRow("bad go.mod") << u"go.mod"_s << QByteArray("module m\nrequires x v1\n")
                                    << u"go.mod cannot be read"_s;
    }
    void cannotBuildWhatHasNoMain()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, message);
        QMap<QString, QByteArray> files{{u"b/b.go"_s, "package b\n"}, {file, content}};
        if (file == u"c/go.mod"_s)
            files.insert({{u"b/go.mod"_s, "module b\n\ngo 1.18\n"}, {u"c/c.go"_s, "package c\n"}});
        const QString folder = makeFolder(u"src"_s, files);
        const CliRun run = runCli({u"build"_s, folder, u"--dest"_s, out()});
        QVERIFY2(run.exitCode == 1, run.everything().constData());
        QVERIFY2(run.errorText().contains(message), run.err.constData());
        QVERIFY(!QFile::exists(out()));
    }

    void saysWhatTheSourceHasInstead()
    {
        const CliRun run = runCli(fakeBuild({u"--main"_s, u"cmd/other"_s}), fakeMachine({}));
        QVERIFY2(run.exitCode == 2, run.everything().constData());
        QVERIFY2(run.errorText().contains(u"There is no main package cmd/other"_s), run.err.constData());
        QVERIFY2(run.errorText().contains(u"./cmd/main"_s), run.err.constData());
    }

    void saysWhichModulesThereAre()
    {
        const CliRun run = runCli(fakeBuild({u"--module"_s, u"example.com/prising"_s}), fakeMachine({}));
        QVERIFY2(run.exitCode == 2, run.everything().constData());
        QVERIFY2(run.errorText().contains(u"There is no module example.com/prising"_s), run.err.constData());
        QVERIFY2(run.errorText().contains(u"example.com/pricing"_s), run.err.constData());
    }

    void showsThePlan()
    {
        const QString stem = u"pricing_1_22_99_"_s + Platform::thisMachine().toString().replace(u'/', u'_');
        const QStringList arguments = fakeBuild({u"--name"_s, u"pricing"_s, u"--dry-run"_s});
        const QProcessEnvironment machine = fakeMachine("exit 1\n");
        const CliRun json = runCli(arguments + QStringList{u"--json"_s}, machine);
        QVERIFY2(json.exitCode == 0, json.everything().constData());
        QCOMPARE(json.events().size(), 1);
        const QJsonObject plan = json.lastEvent();
        QCOMPARE(plan.value("event"_L1), u"plan"_s);
        QCOMPARE(plan.value("go"_L1), u"1.22.99"_s);
        QCOMPARE(plan.value("platform"_L1), Platform::thisMachine().toString());
        QCOMPARE(plan.value("writes"_L1).toArray(), (QJsonArray{QString(stem + u".so"), QString(stem + u".pinf")}));
        QVERIFY(plan.value("command"_L1).toString().contains(u"-buildmode=plugin"_s));
        QVERIFY(plan.value("command"_L1).toString().contains(u"-trimpath"_s));
        QVERIFY(!plan.contains("blocked"_L1));

        const CliRun text = runCli(arguments, machine);
        QCOMPARE(text.exitCode, 0);
        QVERIFY2(text.text().contains(QString(u"  writes  "_s + stem + u".so, " + stem + u".pinf\n")),
                 text.out.constData());
        QVERIFY2(text.text().contains(u"go build -buildmode=plugin"_s), text.out.constData());
        QVERIFY(!QFile::exists(out()));
    }

    void planHasTheOptions()
    {
        const CliRun run = runCli(fakeBuild({u"--dry-run"_s, u"--json"_s, u"--tags"_s, u"prod,netgo"_s, u"--ldflags"_s,
                                             u"-s -w"_s, u"--barg"_s, u"-p 4"_s, u"--env"_s, u"GOAMD64=v3"_s,
                                             u"--trimpath=false"_s, u"--compression"_s, u"gzip"_s}),
                                  fakeMachine({}));
        QVERIFY2(run.exitCode == 0, run.everything().constData());
        const QString command = run.lastEvent().value("command"_L1).toString();
        for (const char *part : {"GOAMD64=v3", "-tags=prod,netgo", "-s -w", "-p 4"})
            QVERIFY2(command.contains(QLatin1StringView(part)), qPrintable(command));
        QVERIFY2(!command.contains(u"-trimpath"_s), qPrintable(command));
        QVERIFY(run.lastEvent().value("writes"_L1)[0].toString().endsWith(u".so.gz"_s));
    }

    void planSaysWhatCannotBeBuilt()
    {
        const CliRun run = runCli(fakeBuild({u"--dry-run"_s, u"--json"_s, u"--platform"_s, u"linux/riscv64"_s,
                                             u"--platform"_s, u"darwin/arm64"_s}),
                                  fakeMachine({}));
        QVERIFY2(run.exitCode == 1, run.everything().constData());
        QCOMPARE(run.events().size(), 2);
        QCOMPARE(run.events()[0].value("blocked"_L1).toObject().value("message"_L1),
                 u"Go 1.22.99 cannot build plugins for linux/riscv64"_s);
        QVERIFY(run.events()[1].contains("blocked"_L1));
    }

    void tellsOfABuildThatFails()
    {
        const QProcessEnvironment machine =
            fakeMachine("err # example.com/pricing/cmd/main\nerr cmd/main/main.go:5:2: undefined: x\nexit 1\n");
        const CliRun run = runCli(fakeBuild({u"--json"_s}), machine);
        QVERIFY2(run.exitCode == 1, run.everything().constData());
        QCOMPARE(run.jobs(u"failed"_s).size(), 1);
        const QJsonObject error = run.jobs(u"failed"_s)[0].value("error"_L1).toObject();
        QVERIFY2(error.value("message"_L1).toString().endsWith(u" in cmd/main/main.go"_s), run.out.constData());
        QCOMPARE(error.value("reason"_L1), u"cmd/main/main.go:5:2: undefined: x"_s);
        QCOMPARE(run.lastEvent(), (QJsonObject{{u"event"_s, u"finished"_s}, {u"built"_s, 0}, {u"failed"_s, 1}}));
        QVERIFY(namesIn(out()).isEmpty());

        const CliRun text = runCli(fakeBuild({u"--log"_s}), machine);
        QCOMPARE(text.exitCode, 1);
        QVERIFY2(text.text().contains(u"\tcompile\tcmd/main/main.go:5:2: undefined: x\n"_s), text.out.constData());
        QVERIFY2(text.text().endsWith(u"0 built, 1 failed\n"_s), text.out.constData());
    }

    void refusesWhatIsNoPlugin()
    {
        const CliRun run = runCli(fakeBuild({u"--json"_s}), fakeMachine("write no plugin\n"));
        QVERIFY2(run.exitCode == 1, run.everything().constData());
        QCOMPARE(run.jobs(u"failed"_s).size(), 1);
        QVERIFY(namesIn(out()).isEmpty());
    }

    void endsCleanly_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGHUP") << SIGHUP;
    }
    void endsCleanly()
    {
        QFETCH(int, number);
        const QProcessEnvironment machine =
            fakeMachine("err example.com/pricing/domain\nwrite half a plu\nsleep 600000\n");
        QProcess process;
        process.setProcessEnvironment(machine);
        process.start(cliProgram(), fakeBuild({u"--json"_s}));
        QByteArray output;
        QTRY_VERIFY_WITH_TIMEOUT((output += process.readAllStandardOutput()).contains("\"state\":\"compiling\""),
                                 30'000);
        QVERIFY(!processesOf(at(u"fakego/bin"_s)).isEmpty());
        QVERIFY(process.processId() > 0); // 0 would be this test
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), number), 0);
        QVERIFY(process.waitForFinished(30'000));
        output += process.readAllStandardOutput();
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        QVERIFY2(output.contains("\"state\":\"cancelled\""), output.constData());
        QVERIFY2(output.endsWith("{\"built\":0,\"event\":\"finished\",\"failed\":1}\n"), output.constData());
        QVERIFY(namesIn(out()).isEmpty());
        QTRY_COMPARE(processesOf(at(u"fakego/bin"_s)), QStringList());
    }

    void endsWhileItLooksForTools()
    {
        const QProcessEnvironment machine = fakeMachine({});
        makeTool(at(u"fakego/bin/go"_s), "[version]\nsleep 600000\n");
        QProcess process;
        process.setProcessEnvironment(machine);
        process.start(cliProgram(), fakeBuild());
        QTRY_VERIFY_WITH_TIMEOUT(!processesOf(at(u"fakego/bin"_s)).isEmpty(), 30'000);
        QVERIFY(process.processId() > 0); // 0 would be this test
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        QTRY_COMPARE(processesOf(at(u"fakego/bin"_s)), QStringList());
    }

    void reportsTheCompilersLine()
    {
        if (const QString reason = whyNoRealBuilds(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        const QString folder = makeFolder(
            u"src"_s, {{u"go.mod"_s, GoMod}, {u"main.go"_s, "package main\n\nvar Contract int = \"text\"\n"}});
        const CliRun run = runCli({u"build"_s, folder, u"--dest"_s, out()});
        QVERIFY2(run.exitCode == 1, run.everything().constData());
        QVERIFY2(run.text().contains(u"main.go:3:20: cannot use \"text\""_s), run.out.constData());
        QVERIFY2(run.text().endsWith(u"0 built, 1 failed\n"_s), run.out.constData());
        QVERIFY(namesIn(out()).isEmpty());
        QCOMPARE(namesIn(folder), (QStringList{u"go.mod"_s, u"main.go"_s})); // the source is left alone
    }
};

QTEST_GUILESS_MAIN(tst_Program)
#include "tst_program.moc"
