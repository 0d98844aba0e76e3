// SPDX-License-Identifier: Apache-2.0
#include "build/importrewriter.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

ModuleRenames renames()
{
    return ModuleRenames({
        {u"example.com/rl"_s, u"example.com/rl_g1"_s, {QString(), u"sub"_s, u"internal/x"_s, u"v1.dots"_s}},
        {u"app"_s, u"app_g1"_s, {u"a"_s}},
        {u"example.com/rl/types"_s, u"example.com/rl/types_g2"_s, {QString()}},
    });
}

} // namespace

class tst_ImportRewriter : public QObject
{
    Q_OBJECT

private slots:
    void renamesPackages_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("renamed");
        const auto row = [](const char *path, const char *renamed) {
            QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(renamed);
        };
        row("example.com/rl", "example.com/rl_g1");
        row("example.com/rl/sub", "example.com/rl_g1/sub");
        row("example.com/rl/internal/x", "example.com/rl_g1/internal/x");
        row("example.com/rldep", "");    // pgo renames this one too
        row("example.com/rl/other", ""); // not a package of the module: another module may own it
        row("example.com/rl/types", "example.com/rl/types_g2");
        row("app/a", "app_g1/a");
        row("app", "");
        row("fmt", "");
    }
    void renamesPackages()
    {
        QFETCH(QString, path);
        QTEST(renames().ofImport(path).value_or(QString()), "renamed");
    }

    void rewritesImportsAndNothingElse()
    {
        const QByteArray source = "// example.com/rl/sub\n"
                                  "package main // import \"example.com/rl\"\n"
                                  "\n"
                                  "import (\n"
                                  "\t\"fmt\"\n"
                                  "\tx \"example.com/rl/sub\" // example.com/rl/sub\n"
                                  "\t. `example.com/rl/internal/x`\n"
                                  "\t\"example.com/rldep\"\n"
                                  ")\n"
                                  "\n"
                                  "import _ \"example.com/rl\"\n"
                                  "\n"
                                  "const home = \"example.com/rl/sub\"\n"
                                  "// import \"example.com/rl/sub\"\n"
                                  "var text = `\nimport \"example.com/rl/sub\"\n`\n";
        QByteArray expected = source;
        expected.replace("x \"example.com/rl/sub\" //", "x \"example.com/rl_g1/sub\" //");
        expected.replace(". `example.com/rl/internal/x`", ". `example.com/rl_g1/internal/x`");
        expected.replace("import _ \"example.com/rl\"", "import _ \"example.com/rl_g1\"");
        const auto rewritten = rewriteGoFile(source, renames());
        QVERIFY(rewritten);
        QCOMPARE(*rewritten, expected);
        QCOMPARE(rewritten->count('\n'), source.count('\n'));
    }

    void leavesOtherFilesAlone()
    {
        QVERIFY(!rewriteGoFile("package main\nimport \"fmt\"\nvar s = \"example.com/rl\"\n", renames()));
        QVERIFY(!rewriteGoFile("package a\n//go:linkname b example.com/rl/sub.\xFF\n", renames()));
        QVERIFY(!rewriteGoFile("", renames()));
        QVERIFY(!rewriteGoFile("not go at all \"example.com/rl\"", renames()));
    }

    void rewritesLinknames()
    {
        const QByteArray source = "package a\nimport _ \"unsafe\"\n\n"
                                  "//go:linkname local example.com/rl/sub.hidden\n"
                                  "//go:linkname other runtime.nanotime\n"
                                  "//go:linkname third example.com/rl/v1.dots.name\n"
                                  "// //go:linkname local example.com/rl/sub.hidden\n"
                                  "var s = `\n//go:linkname local example.com/rl/sub.hidden\n`\n";
        QByteArray expected = source;
        expected.replace(source.indexOf("example.com/rl/sub"), 18, "example.com/rl_g1/sub");
        expected.replace("example.com/rl/v1.dots.name", "example.com/rl_g1/v1.dots.name");
        QCOMPARE(rewriteGoFile(source, renames()).value_or(QByteArray()), expected);
    }

    void rewritesLinkerFlags_data()
    {
        QTest::addColumn<QStringList>("flags");
        QTest::addColumn<QStringList>("rewritten");
        QTest::newRow("separate") << QStringList{u"-s"_s, u"-X"_s, u"example.com/rl/sub.V=a=b"_s}
                                  << QStringList{u"-s"_s, u"-X"_s, u"example.com/rl_g1/sub.V=a=b"_s};
        QTest::newRow("joined") << QStringList{u"-X=example.com/rl/sub.V=1"_s}
                                << QStringList{u"-X=example.com/rl_g1/sub.V=1"_s};
        QTest::newRow("main stays") << QStringList{u"-X"_s, u"main.V=example.com/rl/sub.V"_s}
                                    << QStringList{u"-X"_s, u"main.V=example.com/rl/sub.V"_s};
        QTest::newRow("foreign stays") << QStringList{u"-X"_s, u"example.com/rldep.V=1"_s}
                                       << QStringList{u"-X"_s, u"example.com/rldep.V=1"_s};
        QTest::newRow("cut off") << QStringList{u"-X"_s} << QStringList{u"-X"_s};
    }
    void rewritesLinkerFlags()
    {
        QFETCH(QStringList, flags);
        QTEST(plugsmith::rewriteLinkerFlags(flags, renames()), "rewritten");
    }

    void keepsMajorVersionsLast_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("suffixed");
        const auto row = [](const char *path, const char *suffixed) {
            QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(suffixed);
        };
        row("example.com/a", "example.com/a_g7");
        row("example.com/a/v2", "example.com/a_g7/v2");
        row("example.com/a/v12", "example.com/a_g7/v12");
        row("example.com/a/v1", "example.com/a/v1_g7");
        row("gopkg.in/yaml.v3", "gopkg.in/yaml_g7.v3");
        row("main", "main_g7");
        row("example.com/plug.v1", "example.com/plug.v1_g7");
    }
    void keepsMajorVersionsLast()
    {
        QFETCH(QString, path);
        QTEST(suffixedModulePath(path, u"_g7"_s), "suffixed");
    }

    void restoresTextOfTheGoCommand()
    {
        QCOMPARE(renames().restored(u"# example.com/rl_g1/sub\nexample.com/rl/types_g2"_s),
                 u"# example.com/rl/sub\nexample.com/rl/types"_s);
    }
};

QTEST_GUILESS_MAIN(tst_ImportRewriter)
#include "tst_importrewriter.moc"
