// SPDX-License-Identifier: Apache-2.0
#include "build/gooutput.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

using Kind = GoOutputLine::Kind;

class tst_GoOutput : public QObject
{
    Q_OBJECT

private slots:
    void tellsLinesApart_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *line, Kind kind, const char *subject = "") {
            QTest::newRow(line) << QString::fromUtf8(line) << kind << QString::fromUtf8(subject);
        };
        row("runtime/cgo", Kind::Package, "runtime/cgo");
        row("example.com/shop/pricing_g0123456789/cmd", Kind::Package, "example.com/shop/pricing_g0123456789/cmd");
        row("gopkg.in/yaml.v3", Kind::Package, "gopkg.in/yaml.v3");
        row("fmt", Kind::Package, "fmt");
        row("go: downloading example.com/a v1.2.3", Kind::Download, "example.com/a v1.2.3");
        row("./main.go:3:5: undefined: x", Kind::Diagnostic);
        row("internal/x/x.go:12: syntax error", Kind::Diagnostic);
        row("main.go:4:2: no required module provides package example.com/a", Kind::Diagnostic);
        row("go.mod:5: unknown directive: requires", Kind::Diagnostic);
        row("vet: ./main.go:1:2: x", Kind::Diagnostic);
        row("/usr/include/x.h:5:1: error: no", Kind::Diagnostic);
        row("./cgo.c:3:2: error: no", Kind::Diagnostic);
        row("asm_amd64.s:7: unrecognized instruction", Kind::Diagnostic);
        row("go: cannot find main module", Kind::Failure);
        row("go build example.com/x: /go/pkg/tool/compile: signal: killed", Kind::Failure);
        row("example.com/x: /go/pkg/tool/compile: signal: killed", Kind::Failure);
        row("package example.com/x: build constraints exclude all Go files", Kind::Failure);
        row("/usr/local/go/pkg/tool/linux_amd64/link: running gcc failed: exit status 1", Kind::Failure);
        row("collect2: error: ld returned 1 exit status", Kind::Failure);
        row("/usr/bin/ld: cannot find -lfoo: No such file or directory", Kind::Failure);
        row("/usr/bin/ld.gold: error: cannot find -lfoo", Kind::Failure);
        row("mold: fatal: library not found: foo", Kind::Failure);
        row("link: duplicated definition of symbol x", Kind::Failure);
        row("flag provided but not defined: -overlay", Kind::Failure);
        row("-buildmode=plugin not supported on windows/amd64", Kind::Failure);
        row("# example.com/shop", Kind::Other);
        row("go: finding module for package example.com/a", Kind::Other);
        row("\thave (int)", Kind::Other);
        row("note: module requires Go 1.99", Kind::Other);
        row("", Kind::Other);
    }
    void tellsLinesApart()
    {
        QFETCH(QString, line);
        const GoOutputLine parsed = GoOutputLine::parse(line);
        QTEST(parsed.kind, "kind");
        QTEST(parsed.subject, "subject");
    }

    void countsPackages()
    {
        PackageCounter counter;
        counter.setMainPackage(u"example.com/m/cmd"_s);
        QVERIFY(!counter.isListKnown());
        counter.begin(u"example.com/a"_s); // before the list came
        QCOMPARE(counter.compiled(), 0);
        counter.setList(u"false runtime \n"
                        "true fmt not installed but available in build cache\n"
                        "true example.com/a stale dependency: x\n"
                        "true example.com/b stale dependency: x\n"
                        "true example.com/m/cmd build ID mismatch\n"
                        "\n"_s);
        QVERIFY(counter.isListKnown());
        QCOMPARE(counter.total(), 5);
        QCOMPARE(counter.compiled(), 2); // two from the cache; a is on its way
        counter.begin(u"example.com/b"_s);
        QCOMPARE(counter.compiled(), 3);
        counter.begin(u"example.com/b"_s);
        QCOMPARE(counter.compiled(), 3);
        QVERIFY(!counter.isLastBegun());
        counter.begin(u"example.com/m/cmd"_s);
        QVERIFY(counter.isLastBegun());
        QCOMPARE(counter.compiled(), 4);
    }

    void everythingFromTheCacheIsCompiled()
    {
        PackageCounter counter;
        counter.setMainPackage(u"a"_s);
        counter.setList(u"false runtime\nfalse a\n"_s);
        QCOMPARE(counter.compiled(), 2);
        counter.begin(u"unknown"_s); // never above the total, never below nothing
        QCOMPARE(counter.compiled(), 1);
        QVERIFY(!counter.isLastBegun());
    }

    void aListThatIsNoneIsIgnored()
    {
        PackageCounter counter;
        counter.setList({});
        counter.setList(u"panic\n\n"_s);
        QVERIFY(!counter.isListKnown());
        QCOMPARE(counter.compiled(), 0);
    }

    void findsTheLineThatSaysWhy_data()
    {
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("first");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("compiler") << u"# example.com/a\n./a.go:3:5: undefined: x\n./a.go:4:5: undefined: y"_s
                                  << u"./a.go:3:5: undefined: x"_s;
        QTest::newRow("diagnostic before failure")
            << u"go: something\n./a.go:3:5: undefined: x"_s << u"./a.go:3:5: undefined: x"_s;
        QTest::newRow("linker")
            << u"# a\n/go/link: running gcc failed: exit status 1\n/usr/bin/ld: cannot find -lfoo\ncollect2: error"_s
            << u"/go/link: running gcc failed: exit status 1"_s;
        QTest::newRow("warning of a C compiler first")
            << u"./a.go:2:1: warning: unused\n./a.go:3:5: note: x\n./a.go:4:5: error: y"_s << u"./a.go:4:5: error: y"_s;
        QTest::newRow("nothing known") << u"strange\n  words"_s << u"  words"_s;
    }
    void findsTheLineThatSaysWhy()
    {
        QFETCH(QString, output);
        QTEST(firstErrorOf(output.split(u'\n', Qt::SkipEmptyParts)), "first");
    }

    void countsDiagnostics()
    {
        const auto summary = summarise({u"# example.com/a"_s, u"./cmd/a.go:3:5: undefined: x"_s,
                                        u"b.go:1:1: expected declaration"_s, u"\tother words"_s});
        QCOMPARE(summary.count, 2);
        QCOMPARE(summary.file, u"cmd/a.go"_s);
        QCOMPARE(summarise({u"go: no"_s}).count, 0);
        const auto ofC = summarise({u"./c.go:2:1: warning: unused"_s, u"./main.go:3:19: error: 'z' undeclared"_s,
                                    u"./main.go:3:19: note: each undeclared identifier"_s});
        QCOMPARE(ofC.count, 1);
        QCOMPARE(ofC.file, u"main.go"_s);
    }
};

QTEST_APPLESS_MAIN(tst_GoOutput)
#include "tst_gooutput.moc"
