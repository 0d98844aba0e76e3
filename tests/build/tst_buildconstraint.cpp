// SPDX-License-Identifier: Apache-2.0
#include "build/buildconstraint.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

BuildContext linuxAmd64()
{
    BuildContext context;
    context.platform = {u"linux"_s, u"amd64"_s};
    context.goVersion = *GoVersion::parse(u"1.22.6"_s);
    context.tags = {u"plugin"_s};
    return context;
}

} // namespace

class tst_BuildConstraint : public QObject
{
    Q_OBJECT

private slots:
    void evaluates_data()
    {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<bool>("holds");
        const auto row = [](const char *expression, bool holds) {
            QTest::newRow(expression) << QByteArray(expression) << holds;
        };
        row("ignore", false);
        row("linux", true);
        row("!linux", false);
        row("linux && amd64", true);
        row("linux && arm64", false);
        row("darwin || amd64", true);
        row("(darwin || linux) && !windows", true);
        row("!(linux && amd64)", false);
        row("unix", true);
        row("cgo && gc", true);
        row("gccgo", false);
        row("go1.22", true);
        row("go1.23", false);
        row("!go1.23", true);
        row("plugin", true);
        row("linux&&amd64", true);
        row("", true);
        row("a b", true); // not an expression: left to the compiler
        row("&& linux", true);
        row("(((((linux)))))", true);
        row("(linux", true);
    }
    void evaluates()
    {
        QFETCH(QByteArray, expression);
        QTEST(evaluateConstraint(expression.toStdString(), linuxAmd64()), "holds");
    }

    void survivesDeepNesting()
    {
        QVERIFY(evaluateConstraint(std::string(100'000, '('), linuxAmd64()));
        QVERIFY(evaluateConstraint(std::string(100'000, '!') + "linux", linuxAmd64()));
    }

    void findsTheConstraint_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("constraint");
        const auto row = [](const char *name, const char *source, const char *constraint) {
            QTest::newRow(name) << QByteArray(source) << QByteArray(constraint);
        };
        row("new style", "//go:build ignore\n\npackage main\n", "ignore");
        row("behind a licence", "// Copyright\n\n//go:build linux && cgo\n\npackage main\n", "linux && cgo");
        row("old style", "// +build linux,amd64 darwin\n\npackage main\n", "((linux && amd64) || (darwin))");
        row("two old lines", "// +build linux\n// +build cgo\n\npackage main\n", "((linux)) && ((cgo))");
        row("new wins", "//go:build a\n// +build b\n\npackage main\n", "a");
        row("old style touching the clause is documentation", "// +build ignore\npackage main\n", "");
        row("behind the clause", "package main\n\n//go:build ignore\n", "");
        row("in a block comment", "/*\n//go:build ignore\n*/\n\npackage main\n", "");
        row("with a blank in the marker", "// go:build ignore\n\npackage main\n", "");
        row("in a string", "package main\nvar s = `\n//go:build ignore\n`\n", "");
        row("longer word", "//go:builder ignore\n\npackage main\n", "");
    }
    void findsTheConstraint()
    {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, constraint);
        QString expected = QString::fromUtf8(constraint);
        QString found = QString::fromStdString(constraintOfSource(source.toStdString()));
        QCOMPARE(found.remove(u' '), expected.remove(u' '));
    }

    void judgesFileNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *name, bool fits) { QTest::newRow(name) << QByteArray(name) << fits; };
        row("main.go", true);
        row("main_test.go", false);
        row("main_linux.go", true);
        row("main_darwin.go", false);
        row("main_amd64.go", true);
        row("main_linux_amd64.go", true);
        row("main_linux_arm64.go", false);
        row("main_windows_amd64.go", false);
        row("linux.go", true);
        row("windows.go", true); // the part before the first "_" never counts
        row("windows_x.go", true);
        row("_main.go", false);
        row(".main.go", false);
        row("main.c", false);
        row("x_unix.go", true); // not a GOOS: an ordinary name
        row("a_linux_test.go", false);
    }
    void judgesFileNames()
    {
        QFETCH(QByteArray, name);
        QTEST(fileNameFits(name.toStdString(), linuxAmd64()), "fits");
    }
};

QTEST_GUILESS_MAIN(tst_BuildConstraint)
#include "tst_buildconstraint.moc"
