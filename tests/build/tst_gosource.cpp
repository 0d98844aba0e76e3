// SPDX-License-Identifier: Apache-2.0
#include "build/gosource.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

QStringList pathsOf(const GoSourceFacts &facts)
{
    QStringList paths;
    for (const GoImport &import : facts.imports)
        paths += import.path;
    return paths;
}

} // namespace

class tst_GoSource : public QObject
{
    Q_OBJECT

private slots:
    void readsThePackage_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("package");
        const auto row = [](const char *name, const char *source, const char *package) {
            QTest::newRow(name) << QByteArray(source) << QString::fromLatin1(package);
        };
        row("plain", "package main\n", "main");
        row("what pgo takes for main", "package domain\n", "domain");
        row("main in a comment", "package foo // see main\n", "foo");
        row("clause in a comment first", "// package main\n/* package main */ package foo\n", "foo");
        row("comment between", "package /* x */ main\n", "main");
        row("semicolon", "package main; import \"fmt\"", "main");
        row("none", "import \"fmt\"\n", "");
        row("empty", "", "");
        row("documentation", "// Package main does.\n//\n// package main\npackage tools\n", "tools");
    }
    void readsThePackage()
    {
        QFETCH(QByteArray, source);
        QTEST(readGoSource(source.toStdString()).package, "package");
    }

    void keepsAByteOrderMarkInside()
    {
        QCOMPARE(readGoSource("\xEF\xBB\xBFpackage \xEF\xBB\xBFmain\n").package, u"\uFEFFmain"_s);
    }

    void readsImports()
    {
        const std::string source = "package main\n"
                                   "import \"a\"\n"
                                   "import b \"x/b\"; import . \"x/dot\"\n"
                                   "import (\n\t_ \"x/blank\" // note\n\t/* c */ raw `x/raw`\n\n\t\"last\"\n)\n"
                                   "import \"C\"\n"
                                   "var s = \"not/an/import\"\n"
                                   "/* import \"no\" */\n";
        const GoSourceFacts facts = readGoSource(source);
        QCOMPARE(pathsOf(facts),
                 (QStringList{u"a"_s, u"x/b"_s, u"x/dot"_s, u"x/blank"_s, u"x/raw"_s, u"last"_s, u"C"_s}));
        QVERIFY(facts.usesCgo);
        QVERIFY(facts.importsPath(u"x/raw"_s));
        QVERIFY(!facts.importsPath(u"not/an/import"_s));
        for (const GoImport &import : facts.imports) {
            const std::string literal = source.substr(import.begin, import.end - import.begin);
            QCOMPARE(unquoteGoString(literal), import.path);
        }
    }

    void readsDeclaredNames()
    {
        const std::string source = "package main\n"
                                   "const A = 1\n"
                                   "const (\n\tB = iota // B\n\tC\n\t_\n\tD, E = 1, f(x, y)\n)\n"
                                   "var F, G int\n"
                                   "var (\n\tH = struct{ a, b int }{1, 2}\n\tI, J = func() int { return 1 }, 2\n)\n"
                                   "type K struct {\n\tL int\n\tfunc_ string\n}\n"
                                   "type (\n\tM int\n\tN[T any] []T\n)\n"
                                   "func O(p int) { var q int; type r int; func() {}() }\n"
                                   "func (k *K) P() {}\n"
                                   "func Q[T any](t T) T { return t }\n"
                                   "func init() {}\n"
                                   "var S = `func T() {}`\n"
                                   "// func U() {}\n";
        const QStringList names = readGoSource(source).declared;
        QCOMPARE(names, u"A B C D E F G H I J K M N O Q S"_s.split(u' '));
    }

    void tellsProgramsFromPlugins_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<bool>("declares");
        QTest::addColumn<bool>("hasBody");
        QTest::newRow("none") << QByteArray("package main\nfunc Handle() {}\n") << false << false;
        QTest::newRow("empty") << QByteArray("package main\nfunc main() {}\nfunc X() { x() }\n") << true << false;
        QTest::newRow("only a comment in it")
            << QByteArray("package main\nfunc main() { /* nothing */ }\n") << true << false;
        QTest::newRow("real") << QByteArray("package main\nfunc main() {\n\trun()\n}\n") << true << true;
        QTest::newRow("method called main")
            << QByteArray("package main\nfunc (t T) main() { run() }\n") << false << false;
        QTest::newRow("brace on its own") << QByteArray("package main\nfunc main()") << true << false;
    }
    void tellsProgramsFromPlugins()
    {
        QFETCH(QByteArray, source);
        const GoSourceFacts facts = readGoSource(source.toStdString());
        QTEST(facts.declaresMain, "declares");
        QTEST(facts.mainHasBody, "hasBody");
    }

    void goesOnBehindMain()
    {
        const GoSourceFacts facts = readGoSource("package main\nfunc main() { if x { y() } }\nfunc After() {}\n");
        QCOMPARE(facts.declared, (QStringList{u"main"_s, u"After"_s}));
    }

    void aHeadHasNoNames() { QVERIFY(readGoSource("package main\nfunc A() {}\n", false).declared.isEmpty()); }

    void knowsStandardImports()
    {
        QVERIFY(isStandardImport(u"net/http"_s));
        QVERIFY(!isStandardImport(u"example.com/x"_s));
        QVERIFY(!isStandardImport(u"C"_s));
    }
};

QTEST_GUILESS_MAIN(tst_GoSource)
#include "tst_gosource.moc"
