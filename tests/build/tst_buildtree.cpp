// SPDX-License-Identifier: Apache-2.0
#include "build/buildtree.h"

#include "support/buildfixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

using Contents = QMap<QString, QByteArray>;

const QByteArray Mod = "// shop of example.com/shop\nmodule example.com/shop // the shop\n\ngo 1.18\n";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

} // namespace

class tst_BuildTree : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QVector<SourceFiles> m_sources;
    BuildOptions m_options;
    const char *m_version = "1.22.6";
    int m_main = -1; // index of the main package; -1: the default
    BuildTree m_tree;

    QString at(const QString &name) const { return m_folder->filePath(name); }
    QString root(int source = 0) const { return at(u"work area/src"_s + QString::number(source)); }
    PlannedJob job() const
    {
        QVector<SourceScan> scans;
        for (const SourceFiles &files : m_sources)
            scans += scanOf(files, u"/x/pricing%1.zip"_s.arg(scans.size()));
        BuildRequest request = requestFor(scans, m_version);
        request.options = m_options;
        if (m_main >= 0)
            request.main = scans[0].mains[m_main];
        const auto plan = makePlan(request, machineWith({"1.22.6", "1.20.3", "1.15.1"}));
        if (!plan)
            qFatal("no plan: %s", qPrintable(plan.error().sentence()));
        return plan->jobs[0];
    }
    Result<BuildTree> make(const QString &suffix = u"_g1"_s)
    {
        BuildTreeRequest request{job(), {}, at(u"work area/job-1"_s), suffix};
        for (int i = 0; i < m_sources.size(); ++i)
            request.roots += writeFiles(m_sources[i], root(i));
        if (!QDir().mkpath(request.folder))
            qFatal("no job folder");
        return makeBuildTree(request);
    }
    /// Makes the tree and returns what go sees in the place of files, by their path below the work area.
    Contents overlayOf(const QString &suffix = u"_g1"_s)
    {
        const auto tree = make(suffix);
        if (!tree)
            qFatal("no tree: %s", qPrintable(tree.error().sentence()));
        m_tree = *tree;
        Contents contents;
        if (m_tree.overlayFile.isEmpty())
            return contents;
        const QJsonObject replaced =
            QJsonDocument::fromJson(contentOf(m_tree.overlayFile)).object()[u"Replace"_s].toObject();
        for (auto it = replaced.begin(); it != replaced.end(); ++it)
            contents.insert(QDir(at(u"work area"_s)).relativeFilePath(it.key()),
                            it->toString().isEmpty() ? QByteArray("(deleted)") : contentOf(it->toString()));
        return contents;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_sources.clear();
        m_options = {};
        m_version = "1.22.6";
        m_main = -1;
        m_tree = {};
    }

    void renamesModuleLineAndImportSpecsOnly()
    {
        const QByteArray main = "// example.com/shop/internal/x\n"
                                "package main\n"
                                "\n"
                                "import (\n"
                                "\t_ \"embed\"\n"
                                "\t\"example.com/shop-lib\"\n"
                                "\tx \"example.com/shop/internal/x\" // example.com/shop/internal/x\n"
                                ")\n"
                                "\n"
                                "//go:embed internal/x/text.txt\n"
                                "var text string\n"
                                "//go:linkname hidden example.com/shop/internal/x.hidden\n"
                                "const home = \"example.com/shop/internal/x\"\n"
                                "var raw = `\nimport \"example.com/shop/internal/x\"\n`\n";
        QByteArray expected = main;
        expected.replace("x \"example.com/shop/internal/x\" //", "x \"example.com/shop_g1/internal/x\" //");
        expected.replace("hidden example.com/shop/internal/x.hidden", "hidden example.com/shop_g1/internal/x.hidden");
        m_sources = {{{"go.mod", Mod},
                      {"main.go", main},
                      {"internal/x/x.go", "package x // example.com/shop/internal/x\n"},
                      {"internal/x/text.txt", "example.com/shop/internal/x"}}};
        const Contents overlay = overlayOf();
        QCOMPARE(overlay, (Contents{{u"src0/go.mod"_s, "// shop of example.com/shop\nmodule example.com/shop_g1 // the "
                                                       "shop\n\ngo 1.18\n"},
                                    {u"src0/main.go"_s, expected}}));
        QCOMPARE(m_tree.moduleFolder, root());
        QCOMPARE(m_tree.suffix, u"_g1"_s);
        QVERIFY(m_tree.workspaceFile.isEmpty() && m_tree.modFile.isEmpty());
        QCOMPARE(m_tree.renames.ofModule(u"example.com/shop"_s).value_or(QString()), u"example.com/shop_g1"_s);
        // Jobs share the sources: they stay as they are.
        QCOMPARE(contentOf(root() + u"/main.go"), main);
        QCOMPARE(contentOf(root() + u"/go.mod"), Mod);
    }

    void leavesOtherFoldersAlone()
    {
        const QByteArray importing = "package main\nimport \"example.com/shop/x\"\n";
        m_sources = {{{"go.mod", Mod},
                      {"main.go", "package main\n"},
                      {"x/x.go", "package x\n"},
                      {"tools/go.mod", "module example.com/tools\n"},
                      {"tools/t.go", importing},
                      {"testdata/t.go", importing},
                      {"_old/t.go", importing},
                      {".git/t.go", importing}}};
        m_main = 0;
        QCOMPARE(overlayOf().keys(), QStringList{u"src0/go.mod"_s});
    }

    void changesNothingWithoutIdentity()
    {
        m_sources = {{{"go.mod", Mod}, {"main.go", "package main\n"}}};
        QVERIFY(overlayOf({}).isEmpty());
        QVERIFY(m_tree.renames.isEmpty() && m_tree.suffix.isEmpty() && m_tree.overlayFile.isEmpty());
    }

    void oldGoKnowsNoOverlays()
    {
        m_sources = {{{"go.mod", "module a\n"}, {"main.go", "package main\n"}}};
        m_version = "1.15.1";
        QVERIFY(overlayOf().isEmpty());
        QVERIFY(m_tree.suffix.isEmpty() && m_tree.renames.isEmpty());
    }

    void renamesReplacedModulesToo()
    {
        m_sources = {{{"go.mod", "module a\ngo 1.18\nrequire (\n\tb v0.0.0\n\tc v0.0.0 // indirect\n\td v1.0.0\n)\n"
                                 "replace (\n\tb => ./b\n\tc => ../../c\n\td => e v1.1.0\n)\n"},
                      {"main.go", "package main\nimport \"b/sub\"\n"},
                      {"b/go.mod", "module b\nrequire c v0.0.0\nreplace c => ../nowhere\n"},
                      {"b/sub/b.go", "package sub\nimport _ \"c\"\nimport _ \"a/missing\"\n"}},
                     {{"c-main/go.mod", "module c\n"}, {"c-main/c.go", "package c\n"}}};
        const Contents overlay = overlayOf();
        QCOMPARE(overlay.value(u"src0/go.mod"_s),
                 "module a_g1\ngo 1.18\nrequire (\n\tb_g1 v0.0.0\n\tc_g1 v0.0.0 // indirect\n\td v1.0.0\n)\n"
                 "replace (\n\tb_g1 => ./b\n\tc_g1 => \"" +
                     root(1).toUtf8() + "/c-main\"\n\td => e v1.1.0\n)\n");
        QCOMPARE(overlay.value(u"src0/main.go"_s), "package main\nimport \"b_g1/sub\"\n");
        QCOMPARE(overlay.value(u"src0/b/go.mod"_s), "module b_g1\nrequire c_g1 v0.0.0\nreplace c => ../nowhere\n");
        QCOMPARE(overlay.value(u"src0/b/sub/b.go"_s), "package sub\nimport _ \"c_g1\"\nimport _ \"a/missing\"\n");
        QCOMPARE(overlay.value(u"src1/c-main/go.mod"_s), "module c_g1\n");
        QCOMPARE(overlay.size(), 5);
    }

    void keepsWhatTheVendorFolderSays()
    {
        const QByteArray mod = "module a\ngo 1.18\nrequire b v0.0.0\nreplace b => ./b\n";
        m_sources = {{{"go.mod", mod},
                      {"main.go", "package main\nimport \"b\"\nimport \"a/x\"\n"},
                      {"x/x.go", "package x\n"},
                      {"b/go.mod", "module b\n"},
                      {"b/b.go", "package b\n"},
                      {"vendor/modules.txt", "# b v0.0.0 => ./b\n"},
                      {"vendor/b/b.go", "package b\n"}}};
        m_options.resolveImports = true;
        const Contents overlay = overlayOf();
        QCOMPARE(overlay, (Contents{{u"src0/go.mod"_s, QByteArray(mod).replace("module a", "module a_g1")},
                                    {u"src0/main.go"_s, "package main\nimport \"b\"\nimport \"a_g1/x\"\n"}}));
        QVERIFY(m_tree.modFile.isEmpty());
    }

    void makesAWorkspaceOfItsOwn()
    {
        m_sources = {{{"w/go.work", "go 1.18\n\nuse (\n\t./p\n\t./t\n)\nreplace (\n\ta/t => ./t\n\td => e v1.0.0\n)\n"},
                      {"w/go.work.sum", "sums"},
                      {"w/p/go.mod", "module a/p\ngo 1.18\nrequire a/t v0.0.0\n"},
                      {"w/p/p.go", "package main\nimport _ \"a/t/x\"\n"},
                      {"w/t/go.mod", "module a/t\n"},
                      {"w/t/x/t.go", "package x\n"}}};
        const Contents overlay = overlayOf();
        const QByteArray folder = root().toUtf8() + "/w";
        QCOMPARE(contentOf(m_tree.workspaceFile), "go 1.18\n\nuse (\n\t\"" + folder + "/p\"\n\t\"" + folder +
                                                      "/t\"\n)\nreplace (\n\ta/t_g1 => \"" + folder +
                                                      "/t\"\n\td => e v1.0.0\n)\n");
        QCOMPARE(contentOf(QFileInfo(m_tree.workspaceFile).path() + u"/go.work.sum"), "sums");
        QCOMPARE(m_tree.moduleFolder, root() + u"/w/p");
        QCOMPARE(overlay.value(u"src0/w/p/go.mod"_s), "module a/p_g1\ngo 1.18\nrequire a/t_g1 v0.0.0\n");
        QCOMPARE(overlay.value(u"src0/w/p/p.go"_s), "package main\nimport _ \"a/t_g1/x\"\n");
        QCOMPARE(overlay.value(u"src0/w/t/go.mod"_s), "module a/t_g1\n");
    }

    void givesASourceWithoutOneAGoMod()
    {
        m_sources = {{{"plug.go", "package main\n"}}};
        const Contents overlay = overlayOf();
        QCOMPARE(overlay, (Contents{{u"src0/go.mod"_s, "module plugin.local/pricing0_g1\n\ngo 1.22\n"}}));
        QVERIFY(!QFileInfo::exists(root() + u"/go.mod"));
    }

    void lendsAGoModThatMayGrow()
    {
        m_sources = {{{"go.mod", "module a\ngo 1.18\nrequire b v0.0.0\nreplace b => ./b\n"},
                      {"go.sum", "sums\n"},
                      {"main.go", "package main\n"},
                      {"b/go.mod", "module b\n"}}};
        m_options.resolveImports = true;
        const Contents overlay = overlayOf();
        // The go command writes into it: it must be no copy in an overlay, and its relative paths must hold.
        QCOMPARE(overlay.keys(), QStringList{u"src0/b/go.mod"_s});
        QCOMPARE(contentOf(m_tree.modFile),
                 "module a_g1\ngo 1.18\nrequire b_g1 v0.0.0\nreplace b_g1 => \"" + root().toUtf8() + "/b\"\n");
        QCOMPARE(contentOf(QFileInfo(m_tree.modFile).path() + u"/go.sum"), "sums\n");
        QCOMPARE(QFileInfo(m_tree.modFile).fileName(), u"go.mod"_s);
    }

    void lendsOneToASourceWithoutGoMod()
    {
        m_sources = {{{"plug.go", "package main\nimport \"github.com/a/b\"\n"}}};
        m_options.resolveImports = true;
        const Contents overlay = overlayOf();
        const QByteArray mod = "module plugin.local/pricing0_g1\n\ngo 1.22\n";
        QCOMPARE(contentOf(m_tree.modFile), mod);
        QCOMPARE(overlay, (Contents{{u"src0/go.mod"_s, mod}}));
    }

    void dropsTheToolchainLineForOldGo_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QByteArray>("mod");
        QTest::newRow("1.22") << QByteArray("1.22.6") << QByteArray("module a_g1\ngo 1.18\ntoolchain go1.21.3\n\n");
        QTest::newRow("1.20") << QByteArray("1.20.3") << QByteArray("module a_g1\ngo 1.18\n\n\n");
    }
    void dropsTheToolchainLineForOldGo()
    {
        QFETCH(QByteArray, version);
        m_sources = {{{"go.mod", "module a\ngo 1.18\ntoolchain go1.21.3\n\n"}, {"main.go", "package main\n"}}};
        m_version = version.constData();
        QTEST(overlayOf().value(u"src0/go.mod"_s), "mod");
    }

    void hidesTheOtherPluginsOfAFolder()
    {
        m_sources = {{{"go.mod", "module a\n"},
                      {"x/x.go", "package x\n"},
                      {"p/one.go", "package main\nimport _ \"a/x\"\nfunc Run() {}\n"},
                      {"p/two.go", "package main\nimport _ \"a/x\"\nvar Run = 1\n"}}};
        m_main = 1;
        const Contents overlay = overlayOf();
        QCOMPARE(overlay.value(u"src0/p/one.go"_s), "(deleted)");
        QCOMPARE(overlay.value(u"src0/p/two.go"_s), "package main\nimport _ \"a_g1/x\"\nvar Run = 1\n");
        QVERIFY(!overlay.contains(u"src0/x/x.go"_s));
    }

    void turnsCopiesBackIntoOriginals_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("restored");
        const auto row = [](const char *name, const char *line, const char *restored) {
            QTest::newRow(name) << QString::fromLatin1(line) << QString::fromLatin1(restored);
        };
        // %m and %s: the copies of ./main.go and sub/s file.go; %M: relative, as go prints what is near.
        row("absolute", "%m:3:5: undefined: x", "./main.go:3:5: undefined: x");
        row("relative", "%M:3:5: undefined: x", "./main.go:3:5: undefined: x");
        row("file with a blank", "%s:3:5: undefined: x", "sub/s file.go:3:5: undefined: x");
        row("two", "%m:3:5: redeclared\n\t%m:2:1: other in (%s)",
            "./main.go:3:5: redeclared\n\t./main.go:2:1: other in "
            "(sub/s file.go)");
        row("new module path", "# example.com/shop_g1/sub", "# example.com/shop/sub");
        row("package and file", "example.com/shop_g1/sub: %m:1:1", "example.com/shop/sub: ./main.go:1:1");
        row("original", "./other.go:3:5: undefined: x", "./other.go:3:5: undefined: x");
        row("no such copy", "plugsmith-overlay/77/a.go:1", "plugsmith-overlay/77/a.go:1");
        row("unfinished", "plugsmith-overlay/", "plugsmith-overlay/");
    }
    void turnsCopiesBackIntoOriginals()
    {
        QFETCH(QString, line);
        m_sources = {{{"go.mod", Mod},
                      {"main.go", "package main\nimport _ \"example.com/shop/sub\"\n"},
                      {"sub/s file.go", "package sub\nimport _ \"example.com/shop/internal\"\n"},
                      {"internal/i.go", "package internal\n"}}};
        (void)overlayOf();
        QMap<QString, QString> copies;
        for (auto it = m_tree.originals.begin(); it != m_tree.originals.end(); ++it)
            copies.insert(*it, m_tree.copyFolder + u'/' + QString::number(it.key()) + u'/' + QFileInfo(*it).fileName());
        QCOMPARE(copies.keys(), (QStringList{u"./go.mod"_s, u"./main.go"_s, u"sub/s file.go"_s}));
        QCOMPARE(contentOf(copies[u"./main.go"_s]), "package main\nimport _ \"example.com/shop_g1/sub\"\n");
        line.replace(u"%m"_s, copies[u"./main.go"_s]);
        line.replace(u"%M"_s, QDir(m_tree.moduleFolder).relativeFilePath(copies[u"./main.go"_s]));
        line.replace(u"%s"_s, copies[u"sub/s file.go"_s]);
        QTEST(m_tree.restored(line), "restored");
    }

    void saysWhenItCannotPrepare()
    {
        m_sources = {{{"go.mod", Mod}, {"main.go", "package main\n"}}};
        const PlannedJob planned = job();
        writeFiles(m_sources[0], root());
        QVERIFY(QDir().mkpath(at(u"job"_s)));
        QVERIFY(QFile::remove(root() + u"/go.mod"));
        const auto gone = makeBuildTree({planned, {root()}, at(u"job"_s), u"_g1"_s});
        QVERIFY(!gone);
        QCOMPARE(gone.error().message, u"go.mod cannot be read."_s);
        writeFiles(m_sources[0], root());
        const auto noFolder = makeBuildTree({planned, {root()}, root() + u"/main.go", u"_g1"_s});
        QVERIFY(!noFolder);
        QCOMPARE(noFolder.error().message, u"The build could not be prepared."_s);
        QVERIFY(makeBuildTree({planned, {root()}, at(u"job"_s), u"_g1"_s}));
    }

    void identityFollowsTheContent_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<bool>("differs");
        for (const char *change :
             {"source", "tags", "ldflags", "gcflags", "arguments", "environment", "trimpath", "package"})
            QTest::newRow(change) << QString::fromLatin1(change) << true;
        for (const char *change : {"nothing", "scn", "gzip", "linker", "version", "name"})
            QTest::newRow(change) << QString::fromLatin1(change) << false;
    }
    void identityFollowsTheContent()
    {
        QFETCH(QString, change);
        m_sources = {{{"go.mod", "module a\n"}, {"main.go", "package main\n"}}};
        PlannedJob planned = job();
        QByteArray digest(32, 'd');
        const QString before = contentSuffix(digest, planned);
        QVERIFY(QRegularExpression(u"^_g[0-9a-f]{10}$"_s).match(before).hasMatch());
        const QMap<QString, std::function<void()>> changes{
            {u"nothing"_s, [] {}},
            {u"source"_s, [&] { digest[31] = 'e'; }},
            {u"tags"_s, [&] { planned.options.tags = {u"a"_s}; }},
            {u"ldflags"_s, [&] { planned.options.linkerFlags = u"-s"_s; }},
            {u"gcflags"_s, [&] { planned.options.compilerFlags = u"-N"_s; }},
            {u"arguments"_s, [&] { planned.options.arguments = {u"-race"_s}; }},
            {u"environment"_s,
             [&] {
                 planned.options.environment = {{u"GOAMD64"_s, u"v3"_s}};
             }},
            {u"trimpath"_s, [&] { planned.options.trimPath = false; }},
            {u"package"_s, [&] { planned.packageFolder = u"cmd"_s; }},
            {u"scn"_s, [&] { planned.options.fixedScn = Scn(20231125103854); }},
            {u"gzip"_s, [&] { planned.options.compression = Compression::Gzip; }},
            {u"linker"_s, [&] { planned.options.linker = u"mold"_s; }},
            {u"version"_s, [&] { planned.target.version = goVersion("1.20.3"); }},
            {u"name"_s, [&] { planned.output.name = u"other"_s; }},
        };
        changes[change]();
        QTEST(contentSuffix(digest, planned) != before, "differs");
    }

    void identityOfTimeIsTheScn() { QCOMPARE(timeSuffix(Scn(20231125103854)), u"_t20231125103854"_s); }
};

QTEST_GUILESS_MAIN(tst_BuildTree)
#include "tst_buildtree.moc"
