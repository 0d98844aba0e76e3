// SPDX-License-Identifier: Apache-2.0
#include "gui/stackplace.h"
#include "support/archivebuilder.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

/// Files as stacks name them, and where they are.
class tst_StackPlace : public QObject
{
    Q_OBJECT

private slots:
    void places_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("place"); // GO stands for the folder with Go's files; empty: not known
        const auto row = [](const char *name, const char *file, const char *source, const char *place) {
            QTest::newRow(name) << QString::fromLatin1(file) << QString::fromLatin1(source)
                                << QString::fromLatin1(place);
        };
        row("of the module", "example.com/shop_g1f0c/main.go", "/shop.zip", "plugin/main.go");
        row("below it", "example.com/shop_g1f0c/tax/rates.go", "/shop.zip", "plugin/tax/rates.go");
        row("a longer path", "example.com/shop_g1f0c0/main.go", "", "");
        row("unpacked for the build", "/home/me/.cache/plugsmith/work/7/src0/plugin/main.go", "/shop.zip",
            "plugin/main.go");
        row("a second source", "/home/me/.cache/plugsmith/work/7/src1/types.go", "/types", "types.go");
        row("a source that nobody remembers", "/home/me/.cache/plugsmith/work/7/src9/types.go", "", "");
        row("another build, without -trimpath", "/home/me/shop/main.go", "", "/home/me/shop/main.go");
        row("of Go", "runtime/panic.go", "", "GO/runtime/panic.go");
        row("of a fetched module", "github.com/BurntSushi/toml@v1.4.0/Lex.go", "",
            "GO/github.com/!burnt!sushi/toml@v1.4.0/Lex.go");
        row("of a module that is not here", "golang.org/x/net@v0.30.0/html/parse.go", "", "");
        row("nothing", "", "", "");
    }
    void places()
    {
        QFETCH(QString, file);
        QFETCH(QString, source);
        QFETCH(QString, place);
        const QTemporaryDir go;
        builder::writeTree({{"runtime/panic.go", "package runtime\n"},
                            {"github.com/!burnt!sushi/toml@v1.4.0/Lex.go", "package toml\n"}},
                           go.path());
        const StackSources known{
            u"example.com/shop_g1f0c"_s, u"plugin"_s, {u"/shop.zip"_s, u"/types"_s}, {u"/nowhere"_s, go.path()}};
        place.replace(u"GO"_s, go.path());
        QCOMPARE(placeInStack(file, known), (SourcePlace{source, place}));
    }

    void foldersOfModules_data()
    {
        QTest::addColumn<QString>("packageFolder");
        QTest::addColumn<QString>("package");
        QTest::addColumn<QString>("folder");
        QTest::newRow("root") << QString() << u"m"_s << QString();
        QTest::newRow("package below") << u"cmd/main"_s << u"m/cmd/main"_s << QString();
        QTest::newRow("module below") << u"plugin"_s << u"m"_s << u"plugin"_s;
        QTest::newRow("both") << u"plugin/cmd/main"_s << u"m/cmd/main"_s << u"plugin"_s;
        QTest::newRow("nothing known") << u"plugin"_s << QString() << u"plugin"_s;
    }
    void foldersOfModules()
    {
        QFETCH(QString, packageFolder);
        QFETCH(QString, package);
        QFETCH(QString, folder);
        QCOMPARE(moduleFolderOf(packageFolder, package, u"m"_s), folder);
    }
    void findsTheModuleWithoutBuildInfo_data()
    {
        QTest::addColumn<QString>("packageFolder");
        QTest::addColumn<QString>("package");
        QTest::addColumn<QString>("module");
        QTest::addColumn<QString>("folder");
        QTest::newRow("the module itself") << QString() << u"x.io/m_g1"_s << u"x.io/m_g1"_s << QString();
        QTest::newRow("a folder") << u"cmd/plugin"_s << u"x.io/m_g1/cmd/plugin"_s << u"x.io/m_g1"_s << QString();
        QTest::newRow("module in a folder")
            << u"m/cmd/plugin"_s << u"x.io/m_g1/cmd/plugin"_s << u"x.io/m_g1"_s << u"m"_s;
        QTest::newRow("at the root of a module in a folder") << u"m"_s << u"x.io/m_g1"_s << u"x.io/m_g1"_s << u"m"_s;
    }
    void findsTheModuleWithoutBuildInfo()
    {
        QFETCH(QString, packageFolder);
        QFETCH(QString, package);
        QTEST(moduleOf(packageFolder, package), "module");
        QTEST(moduleFolderOf(packageFolder, package, moduleOf(packageFolder, package)), "folder");
    }
};

QTEST_GUILESS_MAIN(tst_StackPlace)
#include "tst_stackplace.moc"
