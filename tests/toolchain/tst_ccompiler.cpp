// SPDX-License-Identifier: Apache-2.0
#include "toolchain/ccompiler.h"

#include "support/faketool.h"
#include "toolchain/pathsearch.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

class tst_CCompiler : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString at(const QString &name) const { return m_folder->filePath(name); }
    QStringList commands(const QString &userCc) const
    {
        QStringList found;
        for (const CCompiler &compiler : nativeCompilers(userCc, {at(u"first"_s), at(u"second"_s)}))
            found += compiler.command().remove(m_folder->path() + u'/');
        return found;
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void readsVersions_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("version");
        const auto row = [](const char *tag, const char *program, const char *output, const char *name,
                            const char *version) {
            QTest::newRow(tag) << QString::fromLatin1(program) << QString::fromLatin1(output)
                               << QString::fromLatin1(name) << QString::fromLatin1(version);
        };
        row("Debian", "gcc", "gcc (Debian 12.2.0-14+deb12u1) 12.2.0\nCopyright ...", "gcc", "gcc 12.2");
        row("Fedora", "gcc", "gcc (GCC) 13.2.1 20230801 (Red Hat 13.2.1-1)", "gcc", "gcc 13.2");
        row("as cc", "cc", "cc (Debian 12.2.0-14) 12.2.0", "gcc", "gcc 12.2");
        row("cross", "aarch64-linux-gnu-gcc", "aarch64-linux-gnu-gcc (Debian 12.2.0-14) 12.2.0", "gcc", "gcc 12.2");
        row("numbered", "gcc-13", "gcc-13 (Ubuntu 13.1.0-8ubuntu1~22.04) 13.1.0", "gcc", "gcc 13.1");
        row("clang", "clang", "Debian clang version 14.0.6\nTarget: x86_64", "clang", "clang 14.0");
        row("Apple", "cc", "Apple clang version 15.0.0 (clang-1500.3.9.4)", "clang", "clang 15.0");
        row("Fedora's clang", "clang", "clang version 17.0.6 (Fedora 17.0.6-2.fc39)", "clang", "clang 17.0");
        row("tcc", "tcc", "tcc version 0.9.27 (x86_64 Linux)", "tcc", "tcc 0.9");
        row("no number", "mycc", "hello", "mycc", "mycc");
    }
    void readsVersions()
    {
        QFETCH(QString, program);
        QFETCH(QString, output);
        CCompiler compiler;
        compiler.program = u"/usr/bin/" + program;
        setVersion(compiler, output);
        QTEST(compiler.name, "name");
        QTEST(compiler.versionText, "version");
        QCOMPARE(compiler.versionLine, output.section(u'\n', 0, 0));
    }

    void findsInOrder()
    {
        for (const char *name : {"first/cc", "second/gcc", "second/clang", "second/mycc"})
            QVERIFY(makeShellScript(at(QString::fromLatin1(name)), "# " + QByteArray(name)));
        const bool prefersClang = Platform::thisMachine().os != u"linux"_s;
        const QStringList usual = prefersClang ? QStringList{u"second/clang"_s, u"second/gcc"_s, u"first/cc"_s}
                                               : QStringList{u"second/gcc"_s, u"second/clang"_s, u"first/cc"_s};
        QCOMPARE(commands({}), usual);
        QCOMPARE(commands(u"mycc"_s), QStringList{u"second/mycc"_s} + usual);
        QCOMPARE(commands(u"missing"_s), usual);
        QCOMPARE(commands(u"'unclosed"_s), usual);
        QCOMPARE(commands(at(u"second/mycc"_s)), QStringList{u"second/mycc"_s} + usual);
        QCOMPARE(commands(u"mycc -m32 -O1"_s).first(), u"second/mycc -m32 -O1"_s);
    }

    void countsEachProgramOnce()
    {
        QVERIFY(makeShellScript(at(u"first/gcc-12"_s), "# gcc"));
        QVERIFY(QFile::link(u"gcc-12"_s, at(u"first/gcc"_s)));
        QVERIFY(QFile::link(u"gcc"_s, at(u"first/cc"_s)));
        QCOMPARE(commands({}), QStringList{u"first/gcc"_s});
        QCOMPARE(commands(u"gcc"_s), QStringList{u"first/gcc"_s});
        QCOMPARE(commands(u"gcc -m32"_s), (QStringList{u"first/gcc -m32"_s, u"first/gcc"_s}));
    }

    void knowsLaunchers()
    {
        QVERIFY(makeShellScript(at(u"first/ccache"_s), "# ccache"));
        QVERIFY(QFile::link(u"ccache"_s, at(u"first/gcc"_s)));
        QVERIFY(QFile::link(u"ccache"_s, at(u"first/clang"_s)));
        const auto compilers = nativeCompilers(u"ccache gcc"_s, {at(u"first"_s)});
        QCOMPARE(compilers.size(), 3); // one file, but each name is another compiler
        for (const CCompiler &compiler : compilers)
            QVERIFY(compiler.isLauncher());
        QVERIFY(makeShellScript(at(u"second/gcc"_s), "# gcc"));
        QVERIFY(!nativeCompilers({}, {at(u"second"_s)}).value(0).isLauncher());
    }

    void writesCommandsForGo_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("command");
        QTest::newRow("plain") << QStringList{u"/usr/bin/gcc"_s} << u"/usr/bin/gcc"_s;
        QTest::newRow("arguments") << QStringList{u"/usr/bin/ccache"_s, u"gcc"_s} << u"/usr/bin/ccache gcc"_s;
        QTest::newRow("blanks") << QStringList{u"/opt/my cc/gcc"_s, u"-m32"_s} << u"'/opt/my cc/gcc' -m32"_s;
    }
    void writesCommandsForGo()
    {
        QFETCH(QStringList, words);
        CCompiler compiler;
        compiler.program = words.first();
        compiler.arguments = words.mid(1);
        QTEST(compiler.command(), "command");
    }

    void identityFollowsTheProgram()
    {
        QVERIFY(makeShellScript(at(u"first/gcc"_s), "# one"));
        CCompiler compiler = nativeCompilers({}, {at(u"first"_s)}).value(0);
        const QString before = compiler.identity();
        compiler.versionLine = u"gcc (X) 13.1.0"_s;
        const QString other = compiler.identity();
        QVERIFY(other != before);
        QVERIFY(makeShellScript(at(u"first/gcc"_s), "# another"));
        QVERIFY(compiler.identity() != other);
        compiler.arguments = {u"-m32"_s};
        QVERIFY(compiler.identity().contains(u"-m32"));
    }

    void appleCompilersMakeBoth()
    {
        CCompiler compiler;
        compiler.platform = {u"darwin"_s, u"arm64"_s};
        QVERIFY(compiler.compilesFor({u"darwin"_s, u"amd64"_s}));
        compiler.arguments = QStringList{u"--target=arm64-apple-macos11"_s};
        QVERIFY(!compiler.compilesFor({u"darwin"_s, u"amd64"_s})); // it was told what to make
        compiler.arguments.clear();
        QVERIFY(!compiler.compilesFor({u"linux"_s, u"arm64"_s}));
        compiler.platform = {u"linux"_s, u"amd64"_s};
        QVERIFY(compiler.compilesFor({u"linux"_s, u"amd64"_s}));
        QVERIFY(!compiler.compilesFor({u"linux"_s, u"386"_s}));
    }

    void searchesPathAsExecvpDoes()
    {
        QVERIFY(writeFile(at(u"first/tool"_s), "not executable"));
        QDir(m_folder->path()).mkpath(u"first/folder"_s);
        QVERIFY(makeShellScript(at(u"second/tool"_s), ""));
        const QStringList folders{at(u"first"_s), at(u"second"_s)};
        QCOMPARE(findProgram(u"tool"_s, folders), at(u"second/tool"_s));
        QCOMPARE(findProgram(u"folder"_s, folders), QString());
        QCOMPARE(findProgram({}, folders), QString());
        QCOMPARE(findProgram(u"./tool"_s, folders), QString());
        QCOMPARE(findProgram(at(u"second/tool"_s), {}), at(u"second/tool"_s));
    }
};

QTEST_GUILESS_MAIN(tst_CCompiler)
#include "tst_ccompiler.moc"
