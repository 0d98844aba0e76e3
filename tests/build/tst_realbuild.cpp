// SPDX-License-Identifier: Apache-2.0
// Whole builds with the real go and C compiler of this machine, and a Go program that loads what was built.
#include "build/buildengine.h"

#include "gobinary/binaryfile.h"
#include "gobinary/gzipfile.h"
#include "support/archivebuilder.h"
#include "support/buildfixture.h"
#include "toolchain/targets.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int BuildPatience = 280'000; // an empty GOCACHE on a small machine

const SourceFiles Shop = {
    {"go.mod", "module example.com/shop\n\ngo 1.18\n"},
    {"main.go", "package main\n\nimport \"example.com/shop/internal/text\"\n\n// Version is for the host.\n"
                "func Version() string { return text.Value }\n\nfunc main() { println(text.Value) }\n"},
    {"internal/text/text.go", "package text\n\nimport _ \"embed\"\n\n//go:embed value.txt\nvar Value string\n"},
    {"internal/text/value.txt", "one"}};

// Prints what Version() of each plugin says.
const SourceFiles Host = {{"go.mod", "module host\n\ngo 1.18\n"},
                          {"main.go",
                           "package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n\t\"plugin\"\n)\n\n"
                           "func main() {\n\tfor _, path := range os.Args[1:] {\n"
                           "\t\tp, err := plugin.Open(path)\n\t\tif err != nil {\n\t\t\tpanic(err)\n\t\t}\n"
                           "\t\tversion, err := p.Lookup(\"Version\")\n\t\tif err != nil {\n\t\t\tpanic(err)\n\t\t}\n"
                           "\t\tfmt.Print(version.(func() string)(), \" \")\n\t}\n}\n"}};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

} // namespace

class tst_RealBuild : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_state;
    std::unique_ptr<BuildEngine> m_engine;
    std::unique_ptr<QTemporaryDir> m_folder;
    GoVersion m_version;
    BuildOptions m_options;

    QString at(const QString &name) const { return m_folder->filePath(name); }
    /// Builds a source to its end. The job belongs to the queue.
    const BuildJob *build(const QString &source, bool force = false)
    {
        SourceLoader loader;
        std::optional<Result<QVector<SourceScan>>> scans;
        connect(&loader, &SourceLoader::loaded, this, [&](const auto &loaded) { scans = loaded; });
        loader.load({source}, m_options.tags);
        if (!QTest::qWaitFor([&] { return scans.has_value(); }, 30'000) || !*scans)
            qFatal("the source was not read");
        BuildRequest request = requestFor(**scans);
        request.destination = at(u"plugins"_s);
        request.options = m_options;
        request.targets = {{m_version, Platform::thisMachine()}};
        const auto ids = m_engine->build(request, force);
        if (!ids)
            qFatal("%s", qPrintable(ids.error().sentence()));
        const BuildJob *job = m_engine->queue().find(ids->first());
        if (!QTest::qWaitFor([job] { return isFinished(job->state()); }, BuildPatience))
            qWarning("no end within the time limit");
        return job;
    }
    static QByteArray logOf(const BuildJob *job)
    {
        return job->error().sentence().toUtf8() + '\n' + contentOf(job->logPath());
    }
    const GoToolchain &toolchain() const { return *m_engine->machine().toolchainFor(m_version); }
    /// What a host of the same toolchain says about plugins that it loads together.
    QByteArray loaded(const QStringList &plugins)
    {
        const QString host = at(u"host/host"_s);
        QProcess process;
        auto environment = goEnvironmentOf(QProcessEnvironment::systemEnvironment()).variables;
        environment.insert(u"CC"_s, m_engine->machine().compiler->command());
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setWorkingDirectory(writeFiles(Host, at(u"host"_s)));
        if (!QFile::exists(host)) {
            process.start(toolchain().program,
                          {u"build"_s, u"-trimpath"_s, u"-buildvcs=false"_s, u"-o"_s, host, u"."_s});
            if (!process.waitForFinished(BuildPatience) || process.exitCode() != 0)
                return "no host: " + process.readAll();
        }
        process.start(host, plugins);
        return process.waitForFinished(30'000) ? process.readAll().trimmed() : QByteArray("no answer");
    }
    /// A copy under another name, as a host keeps an older generation.
    QString keptCopy(const QString &plugin, const QString &name)
    {
        QFile::copy(plugin, at(name));
        return at(name);
    }

private slots:
    void initTestCase()
    {
        m_engine = std::make_unique<BuildEngine>(
            BuildEngine::Setup{QProcessEnvironment::systemEnvironment(), {}, m_state.path()});
        m_engine->start();
        QVERIFY(QTest::qWaitFor([this] { return m_engine->isMachineKnown(); }, 60'000));
        const auto &toolchains = m_engine->machine().toolchains;
        if (std::ranges::none_of(toolchains, &GoToolchain::isUsable))
            QSKIP("no go was found");
        if (!m_engine->machine().compiler)
            QSKIP("no C compiler was found");
        if (!canBuildPlugins(goVersion("1.26"), Platform::thisMachine()))
            QSKIP("Go builds no plugins here");
    }
    void cleanupTestCase() { m_engine.reset(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_options = {};
        // The newest, for the tests that run with one.
        for (const GoToolchain &toolchain : m_engine->machine().toolchains) {
            if (toolchain.isUsable()) {
                m_version = toolchain.version;
                break;
            }
        }
    }

    void buildsGenerations_data()
    {
        QTest::addColumn<GoVersion>("version");
        QVector<GoVersion> versions; // newest first
        for (const GoToolchain &toolchain : m_engine->machine().toolchains) {
            if (toolchain.isUsable() && toolchain.version.series >= 18 && !versions.contains(toolchain.version))
                versions += toolchain.version;
        }
        if (versions.size() > 2)
            versions = {versions.first(), versions.last()};
        for (const GoVersion &version : std::as_const(versions))
            QTest::newRow(qPrintable(version.toString())) << version;
    }
    void buildsGenerations()
    {
        QFETCH(GoVersion, version);
        m_version = version;
        const QString source = writeFiles(Shop, at(u"shop"_s));

        const BuildJob *first = build(source);
        QVERIFY2(first->state() == JobState::Done, logOf(first).constData());
        const JobResult one = first->result();
        QVERIFY(!one.upToDate);
        const auto facts = readBinaryFacts(one.path);
        QVERIFY(facts && facts->isPlugin);
        if (facts->hasBuildInfo()) // older releases write none into plugins
            QCOMPARE(facts->goVersion, version);
        QVERIFY(facts->family.contains(version));
        const QString old = keptCopy(one.path, u"old.so"_s);

        const BuildJob *unchanged = build(source);
        QVERIFY(unchanged->result().upToDate);
        QVERIFY(unchanged->result().scn > one.scn);
        QCOMPARE(unchanged->result().sha256, one.sha256);

        const BuildJob *forced = build(source, true);
        QCOMPARE(forced->state(), JobState::Done);
        QVERIFY(!forced->result().upToDate);
        QCOMPARE(forced->result().sha256, one.sha256); // the same plugin, byte for byte

        writeFiles({{"internal/text/value.txt", "two"}}, source);
        const BuildJob *changed = build(source);
        QCOMPARE(changed->state(), JobState::Done);
        QVERIFY(!changed->result().upToDate);
        const QString newer = keptCopy(changed->result().path, u"new.so"_s);
        QCOMPARE(loaded({old, newer}), "one two"); // both in one process

        m_options.identity = Identity::Time;
        const QString timed = keptCopy(build(source)->result().path, u"timed.so"_s);
        const BuildJob *again = build(source);
        QVERIFY(!again->result().upToDate);
        QCOMPARE(loaded({old, newer, timed, again->result().path}), "one two two two");

        m_options = {};
        m_options.compression = Compression::Gzip;
        const BuildJob *packed = build(source);
        QCOMPARE(packed->state(), JobState::Done);
        QVERIFY(packed->result().path.endsWith(u".so.gz"_s));
        const auto unpacked = gunzip(contentOf(packed->result().path), {});
        QVERIFY(unpacked);
        QCOMPARE(builder::crcOf(*unpacked), builder::crcOf(contentOf(newer)));

        m_options = {};
        m_options.mode = BuildMode::Program;
        const BuildJob *program = build(source);
        QCOMPARE(program->state(), JobState::Done);
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program->result().path, {});
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.readAll().trimmed(), "two");
        QCOMPARE(contentOf(source + u"/go.mod"), Shop[0].second); // no build touches the source
    }

    void namesTheUsersFilesInErrors_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("line");
        QTest::newRow("rewritten file")
            << QByteArray("main.go")
            << QByteArray("package main\n\nimport \"example.com/shop/internal/text\"\n\nvar x = text.Nothing\n")
            << u"./main.go:5:14: undefined: text.Nothing"_s;
        QTest::newRow("file as it is") << QByteArray("internal/text/text.go")
                                       << QByteArray("package text\n\nvar Value = y\n")
                                       << u"internal/text/text.go:3:13: undefined: y"_s;
        QTest::newRow("syntax") << QByteArray("main.go")
                                << QByteArray("package main\n\nimport _ \"example.com/shop/internal/text\"\n\nfunc {\n")
                                << u"./main.go:5:6: syntax error"_s;
        QTest::newRow("missing package") << QByteArray("main.go")
                                         << QByteArray("package main\n\nimport _ \"example.com/shop/nothing\"\n")
                                         << u"main.go:3:8: "_s;
        QTest::newRow("C") << QByteArray("main.go")
                           << QByteArray("package main\n\n// int f() { return z; }\nimport \"C\"\n\n"
                                         "import _ \"example.com/shop/internal/text\"\n\nvar _ = C.f()\n")
                           << u"main.go:3:"_s;
    }
    void namesTheUsersFilesInErrors()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, source);
        QFETCH(QString, line);
        const QString folder = writeFiles(Shop, at(u"a shop"_s));
        writeFiles({{file.constData(), source}}, folder);
        const BuildJob *job = build(folder);
        QCOMPARE(job->state(), JobState::Failed);
        QCOMPARE(job->error().code, ErrorCode::ProcessFailed);
        const QString told = job->error().sentence() + u'\n' + job->error().detail;
        QVERIFY2(told.contains(line), qPrintable(told));
        QVERIFY2(!told.contains(u"plugsmith-overlay"_s) && !told.contains(u"shop_g"_s), qPrintable(told));
        QVERIFY(!QFileInfo::exists(at(u"plugins"_s)));
    }

    void buildsEveryKindOfSource_data()
    {
        QTest::addColumn<SourceFiles>("files");
        QTest::addColumn<QString>("source");
        const QByteArray version = "func Version() string { return x.Value }\n";
        QTest::newRow("workspace") << SourceFiles{{"go.work", "go 1.18\n\nuse (\n\t./p\n\t./x\n)\n"},
                                                  {"p/go.mod", "module example.com/p\n\ngo 1.18\n"},
                                                  {"p/main.go",
                                                   "package main\n\nimport \"example.com/x\"\n\n" + version},
                                                  {"x/go.mod", "module example.com/x\n\ngo 1.18\n"},
                                                  {"x/x.go", "package x\n\nvar Value = \"kind\"\n"}}
                                   << QString();
        QTest::newRow("replaced module")
            << SourceFiles{{"go.mod", "module example.com/p\n\ngo 1.18\n\nrequire example.com/x v0.0.0\n\n"
                                      "replace example.com/x => ./x\n"},
                           {"main.go", "package main\n\nimport \"example.com/x\"\n\n" + version},
                           {"x/go.mod", "module example.com/x\n\ngo 1.18\n"},
                           {"x/x.go", "package x\n\nvar Value = \"kind\"\n"}}
            << QString();
        QTest::newRow("module beside the folder")
            << SourceFiles{{"p/go.mod", "module example.com/p\n\ngo 1.18\n\nrequire example.com/x v0.0.0\n\n"
                                        "replace example.com/x => ../x\n"},
                           {"p/main.go", "package main\n\nimport \"example.com/x\"\n\n" + version},
                           {"x/go.mod", "module example.com/x\n\ngo 1.18\n"},
                           {"x/x.go", "package x\n\nvar Value = \"kind\"\n"}}
            << u"/p"_s;
        QTest::newRow("vendor folder")
            << SourceFiles{{"go.mod", "module example.com/p\n\ngo 1.18\n\nrequire example.com/x v1.0.0\n"},
                           {"main.go", "package main\n\nimport \"example.com/x\"\n\n" + version},
                           {"vendor/modules.txt", "# example.com/x v1.0.0\n## explicit; go 1.18\nexample.com/x\n"},
                           {"vendor/example.com/x/x.go", "package x\n\nvar Value = \"kind\"\n"}}
            << QString();
        QTest::newRow("one file") << SourceFiles{{"plug.go",
                                                  "package main\n\nfunc Version() string { return \"kind\" }\n"}}
                                  << u"/plug.go"_s;
        QTest::newRow("no go.mod") << SourceFiles{{"cmd/main.go",
                                                   "package main\n\nimport \"example.com/p/x\"\n\n" + version},
                                                  {"x/x.go", "package x\n\nvar Value = \"kind\"\n"}}
                                   << QString();
        QTest::newRow("plugins side by side")
            << SourceFiles{{"go.mod", "module example.com/p\n\ngo 1.18\n"},
                           {"a.go", "package main\n\nfunc Version() string { return \"kind\" }\n"},
                           {"b.go", "package main\n\nfunc Version() string { return \"other\" }\n"}}
            << QString();
    }
    void buildsEveryKindOfSource()
    {
        QFETCH(SourceFiles, files);
        QFETCH(QString, source);
        m_options.resolveImports = true; // allowed, and never needed: nothing is fetched
        m_options.environment = {{u"GOPROXY"_s, u"off"_s}};
        const BuildJob *job = build(writeFiles(files, at(u"source"_s)) + source);
        QVERIFY2(job->state() == JobState::Done, logOf(job).constData());
        QCOMPARE(loaded({job->result().path}), "kind");
    }

    void looksModulesUp()
    {
        const QByteArray folder = "proxy/example.com/dep/@v/";
        const QByteArray mod = "module example.com/dep\n\ngo 1.18\n";
        builder::ZipItem modItem{.name = "example.com/dep@v1.2.3/go.mod", .content = mod};
        builder::ZipItem goItem{.name = "example.com/dep@v1.2.3/dep.go",
                                .content = "package dep\n\nvar Value = \"found\"\n"};
        const QByteArray list = folder + "list";
        const QByteArray info = folder + "v1.2.3.info";
        const QByteArray modFile = folder + "v1.2.3.mod";
        const QByteArray zip = folder + "v1.2.3.zip";
        writeFiles({{list.constData(), "v1.2.3\n"},
                    {info.constData(), "{\"Version\":\"v1.2.3\",\"Time\":\"2023-11-25T12:00:00Z\"}"},
                    {modFile.constData(), mod},
                    {zip.constData(), builder::zipOf({modItem, goItem})}},
                   m_folder->path());
        const QByteArray main =
            "package main\n\nimport \"example.com/dep\"\n\nfunc Version() string { return dep.Value }\n";
        m_options.environment = {{u"GOPROXY"_s, u"file://"_s + at(u"proxy"_s)},
                                 {u"GOSUMDB"_s, u"off"_s},
                                 {u"GOFLAGS"_s, u"-modcacherw"_s},
                                 {u"GOMODCACHE"_s, at(u"modcache"_s)}};
        const SourceFiles withMod{{"go.mod", "module example.com/p\n\ngo 1.18\n"}, {"main.go", main}};
        const SourceFiles without{{"main.go", main}};
        for (const SourceFiles &files : {withMod, without}) {
            const QString source = writeFiles(files, at(u"source %1"_s.arg(files.size())));
            m_options.resolveImports = false;
            QCOMPARE(build(source)->state(), JobState::Failed);
            m_options.resolveImports = true;
            const BuildJob *job = build(source);
            QVERIFY2(job->state() == JobState::Done, logOf(job).constData());
            QCOMPARE(loaded({job->result().path}), "found");
            QCOMPARE(QDir(source).entryList(QDir::Files).size(), files.size()); // no go.sum, no new go.mod
        }
    }
};

QTEST_GUILESS_MAIN(tst_RealBuild)
#include "tst_realbuild.moc"
