// SPDX-License-Identifier: Apache-2.0
#include "build/sourcescan.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

using Files = QVector<std::pair<const char *, const char *>>;

SourceTree treeOf(const Files &files, const char *origin = "/x/pricing-1.8.0.zip")
{
    SourceTree tree;
    tree.originPath = QString::fromLatin1(origin);
    for (const auto &[path, content] : files) {
        SourceEntry entry;
        entry.path = QString::fromUtf8(path);
        entry.content = content;
        entry.contentIsWhole = true;
        entry.size = entry.content.size();
        if (entry.path.endsWith(u'/')) {
            entry.path.chop(1);
            entry.kind = EntryKind::Folder;
        }
        tree.entries += entry;
    }
    return tree;
}

QStringList mainsOf(const SourceScan &scan)
{
    QStringList mains;
    for (const MainPackage &main : scan.mains)
        mains += main.singleFile.isEmpty() ? scan.shownFolder(main.folder)
                                           : scan.shownFolder(main.folder) + u'/' + main.singleFile;
    return mains;
}

bool finds(const SourceScan &scan, ScanProblem problem)
{
    return std::ranges::any_of(scan.findings, [problem](const auto &finding) { return finding.problem == problem; });
}

constexpr auto Mod = "module example.com/shop/pricing\n\ngo 1.22\n";

} // namespace

class tst_SourceScan : public QObject
{
    Q_OBJECT

private slots:
    void findsMainPackages_data()
    {
        QTest::addColumn<Files>("files");
        QTest::addColumn<QStringList>("mains");
        QTest::addColumn<QString>("byDefault");
        const auto row = [](const char *name, const Files &files, const char *mains, const char *byDefault) {
            QTest::newRow(name) << files << QString::fromLatin1(mains).split(u' ', Qt::SkipEmptyParts)
                                << QString::fromLatin1(byDefault);
        };
        row("the sample of pgo",
            {{"go.mod", "module mod/mypkg\n"}, {"main.go", "package main\n"}, {"mypkg/producer.go", "package mypkg\n"}},
            ".", ".");
        row("names that contain main",
            {{"go.mod", Mod},
             {"domain/a.go", "package domain\n"},
             {"x/b.go", "package x // main\n"},
             {"cmd/c.go", "package main\n"}},
            "./cmd", "./cmd");
        row("plugin beats shallow",
            {{"go.mod", Mod},
             {"main.go", "package main\nfunc main() { x() }\n"},
             {"cmd/plugin/p.go", "package main\n"}},
            ". ./cmd/plugin", "./cmd/plugin");
        row("shallow wins", {{"go.mod", Mod}, {"a/b/c.go", "package main\n"}, {"z/c.go", "package main\n"}},
            "./z ./a/b", "./z");
        row("plugin beats program",
            {{"go.mod", Mod},
             {"a/c.go", "package main\nfunc main() { x() }\n"},
             {"b/c.go", "package main\nfunc main() {}\n"}},
            "./a ./b", "./b");
        row("ignored files",
            {{"go.mod", Mod},
             {"gen.go", "//go:build ignore\n\npackage main\n"},
             {"x_test.go", "package main\n"},
             {"lib.go", "package lib\n"}},
            "", "");
        row("hidden folders",
            {{"go.mod", Mod},
             {"testdata/a.go", "package main\n"},
             {"vendor/x/a.go", "package main\n"},
             {"_old/a.go", "package main\n"},
             {".x/a.go", "package main\n"},
             {"p/a.go", "package main\n"}},
            "./p", "./p");
        row("one of another platform", {{"go.mod", Mod}, {"a_windows.go", "package main\n"}}, "", "");
        row("only for darwin", {{"go.mod", Mod}, {"a_darwin.go", "package main\n"}}, ".", ".");
        row("top folder of a code host",
            {{"pricing-1.8.0/", ""},
             {"pricing-1.8.0/go.mod", Mod},
             {"pricing-1.8.0/cmd/plugin/main.go", "package main\n"}},
            "./cmd/plugin", "./cmd/plugin");
        row("one-file plugins",
            {{"go.mod", Mod}, {"a.go", "package main\nfunc Run() {}\n"}, {"b.go", "package main\nvar Run = 1\n"}},
            "./a.go ./b.go", "./a.go");
        row("files of one package",
            {{"go.mod", Mod},
             {"a.go", "package main\nfunc A() {}\nfunc init() {}\n"},
             {"b.go", "package main\nfunc B() {}\nfunc init() {}\n"}},
            ".", ".");
        row("same name for two platforms",
            {{"go.mod", Mod},
             {"a_linux.go", "package main\nfunc A() {}\n"},
             {"a_darwin.go", "package main\nfunc A() {}\n"}},
            ".", ".");
    }
    void findsMainPackages()
    {
        QFETCH(Files, files);
        QFETCH(QString, byDefault);
        const SourceScan scan = scanSource(treeOf(files));
        QTEST(mainsOf(scan), "mains");
        const int chosen = scan.defaultMain();
        QCOMPARE(chosen < 0 ? QString() : mainsOf(scan)[chosen], byDefault);
        QCOMPARE(finds(scan, ScanProblem::NoMainPackage), byDefault.isEmpty());
    }

    void tagsBringFilesIn()
    {
        const SourceTree tree = treeOf({{"go.mod", Mod}, {"a.go", "//go:build plugin\n\npackage main\n"}});
        QVERIFY(scanSource(tree).mains.isEmpty());
        QCOMPARE(scanSource(tree, {u"plugin"_s}).mains.size(), 1);
    }

    void findsModules()
    {
        const SourceScan scan = scanSource(treeOf({{"go.mod", Mod},
                                                   {"main.go", "package main\nimport \"C\"\nfunc main() { run() }\n"},
                                                   {"internal/x/x.go", "package x\n"},
                                                   {"internal/x/doc.txt", ""},
                                                   {"tools/go.mod", "module example.com/tools\n"},
                                                   {"tools/t.go", "package main\n"},
                                                   {"vendor/modules.txt", "# x\n"}}));
        QCOMPARE(scan.modules.size(), 2);
        QCOMPARE(scan.modules[0].mod.module.text, u"example.com/shop/pricing"_s);
        QCOMPARE(scan.modules[0].packages, (PackageFolders{QString(), u"internal/x"_s}));
        QVERIFY(scan.modules[0].isVendored);
        QVERIFY(!scan.modules[1].isVendored);
        QCOMPARE(scan.moduleOf(u"tools"_s), 1);
        QCOMPARE(scan.moduleOf(u"toolsx"_s), 0);
        QVERIFY(scan.mains[0].usesCgo && scan.mains[0].isProgram);
        QCOMPARE(scan.mains[1].module, 1);
        QVERIFY(finds(scan, ScanProblem::SeveralModules));
        QCOMPARE(scan.fileCount, 7);
    }

    void makesAGoModWhereThereIsNone_data()
    {
        QTest::addColumn<Files>("files");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QStringList>("foreign");
        QTest::newRow("std only") << Files{{"a.go", "package main\nimport \"net/http\"\n"}}
                                  << u"plugin.local/pricing-1"_s << QStringList{};
        QTest::newRow("foreign") << Files{{"a.go", "package main\nimport \"github.com/a/b\"\nimport \"C\"\n"}}
                                 << u"plugin.local/pricing-1"_s << QStringList{u"github.com/a/b"_s};
        QTest::newRow("own repository path")
            << Files{{"cmd/a.go", "package main\nimport \"github.com/me/repo/lib/x\"\n"}, {"lib/x/x.go", "package x\n"}}
            << u"github.com/me/repo"_s << QStringList{};
    }
    void makesAGoModWhereThereIsNone()
    {
        QFETCH(Files, files);
        const SourceScan scan = scanSource(treeOf(files));
        QCOMPARE(scan.modules.size(), 1);
        QVERIFY(scan.modules[0].isSynthetic);
        QTEST(scan.modules[0].mod.module.text, "path");
        QTEST(scan.modules[0].foreignImports, "foreign");
        QVERIFY(finds(scan, ScanProblem::NoGoMod));
        QCOMPARE(scan.mains.size(), 1);
    }

    void reportsABadGoMod()
    {
        const SourceScan scan =
            scanSource(treeOf({{"go.mod", "module a\nrequires b v1\n"}, {"main.go", "package main\n"}}));
        QVERIFY(finds(scan, ScanProblem::BadGoMod));
        QCOMPARE(scan.findings[0].file, u"go.mod"_s);
        QCOMPARE(scan.findings[0].line, 2);
    }

    void reportsASourceWithoutGo()
    {
        const SourceScan scan = scanSource(treeOf({{"readme.md", "# x\n"}, {"a/b.txt", ""}}));
        QCOMPARE(scan.findings.size(), 1);
        QVERIFY(finds(scan, ScanProblem::NoGoFiles));
        QVERIFY(scan.modules.isEmpty());
        QCOMPARE(scan.defaultMain(), -1);
    }

    void readsWorkspaces()
    {
        const SourceScan scan = scanSource(treeOf({{"w/go.work", "go 1.22\nuse (\n\t./p\n\t./t\n)\n"},
                                                   {"w/p/go.mod", "module a/p\n"},
                                                   {"w/p/p.go", "package main\n"},
                                                   {"w/t/go.mod", "module a/t\n"}}));
        QVERIFY(scan.workspace);
        QVERIFY(scan.workspace->isComplete);
        QCOMPARE(scan.workspace->moduleFolders, (QStringList{u"w/p"_s, u"w/t"_s}));
        const SourceScan outside = scanSource(treeOf({{"go.work", "use ../t\nuse .\n"}, {"go.mod", Mod}}));
        QVERIFY(!outside.workspace->isComplete);
        QCOMPARE(outside.workspace->moduleFolders[1], QString());
    }

    void matchesLocalModules()
    {
        const SourceScan scan = scanSource(treeOf(
            {{"go.mod",
              "module a\nreplace b => ./b\nreplace c => ../c\nreplace d => ../d\nreplace e v1.0.0 => f v1.1.0\n"},
             {"main.go", "package main\n"},
             {"b/go.mod", "module b\n"},
             {"b/b.go", "package b\n"}}));
        const SourceScan c = scanSource(treeOf({{"c-main/go.mod", "module c\n"}, {"c-main/c.go", "package c\n"}}));
        const SourceScan odd = scanSource(treeOf({{"go.mod", "module example.com/d2\n"}}));

        const auto alone = matchLocalReplaces(scan, 0, {});
        QCOMPARE(alone.size(), 3);
        QCOMPARE(alone[0].state, LocalReplace::State::InTree);
        QCOMPARE(alone[0].folder, u"b"_s);
        QCOMPARE(alone[1].state, LocalReplace::State::Missing);

        const auto supplied = matchLocalReplaces(scan, 0, {c, odd});
        QCOMPARE(supplied[1].state, LocalReplace::State::Supplied);
        QCOMPARE(supplied[1].folder, u"c-main"_s);
        QCOMPARE(supplied[1].source, 0);
        QCOMPARE(supplied[2].state, LocalReplace::State::OtherPath);
        QCOMPARE(supplied[2].foundPath, u"example.com/d2"_s);
        QVERIFY(!supplied[2].isMet());
    }

    void findsLocalModulesBesideAFolder()
    {
        const QTemporaryDir dir;
        QDir(dir.path()).mkpath(u"types"_s);
        QDir(dir.path()).mkpath(u"plugin"_s);
        QFile file(dir.filePath(u"types/go.mod"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("module b\n");
        file.close();
        SourceTree tree = treeOf({{"go.mod", "module a\nreplace b => ../types\n"}, {"main.go", "package main\n"}});
        tree.originPath = dir.filePath(u"plugin"_s);
        tree.isFolder = true;
        const auto matches = matchLocalReplaces(scanSource(tree), 0, {});
        QCOMPARE(matches[0].state, LocalReplace::State::OnDisk);
        QCOMPARE(matches[0].folder, dir.filePath(u"types"_s));
    }
};

QTEST_GUILESS_MAIN(tst_SourceScan)
#include "tst_sourcescan.moc"
