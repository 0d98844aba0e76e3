// SPDX-License-Identifier: Apache-2.0
#include "toolchain/linker.h"

#include "support/faketool.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

using Kind = Linker::Kind;

class tst_Linker : public QObject
{
    Q_OBJECT

private slots:
    void findsFastestFirst()
    {
        const QTemporaryDir folder;
        const auto at = [&](const char *name) { return folder.filePath(QString::fromLatin1(name)); };
        const QStringList path{at("a"), at("b")};
        QVERIFY(installedLinkers(path).isEmpty());
        for (const char *name : {"a/ld.gold", "b/ld.gold", "a/ld.lld", "b/mold", "a/ld"})
            QVERIFY(makeShellScript(at(name), "exit 0\n"));
        QCOMPARE(installedLinkers(path), (QVector<Linker>{{Kind::Mold, at("b/mold"), {}},
                                                          {Kind::Lld, at("a/ld.lld"), {}},
                                                          {Kind::Gold, at("a/ld.gold"), {}}}));
        QVERIFY(makeShellScript(at("b/ld.mold"), "exit 0\n")); // the name that the compiler looks for
        QCOMPARE(installedLinkers(path)[0].program, at("b/ld.mold"));
    }

    void readsVersions_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("text");
        QTest::newRow("mold") << u"mold 1.10.1 (compatible with GNU ld)"_s << u"mold 1.10.1"_s;
        QTest::newRow("mold with a commit") << u"mold 2.30.0 (0e4f9b; compatible with GNU ld)"_s << u"mold 2.30.0"_s;
        QTest::newRow("LLD") << u"LLD 17.0.6 (compatible with GNU linkers)"_s << u"LLD 17.0.6"_s;
        QTest::newRow("Debian's LLD") << u"Debian LLD 14.0.6 (compatible with GNU linkers)"_s << u"LLD 14.0.6"_s;
        QTest::newRow("gold") << u"GNU gold (GNU Binutils for Debian 2.40) 1.16\nCopyright"_s << u"gold 1.16"_s;
        QTest::newRow("unknown") << u" something else \nmore"_s << u"something else"_s;
    }
    void readsVersions()
    {
        QFETCH(QString, line);
        QTEST(linkerVersionText(line), "text");
    }

    void makesFlags_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("flag");
        QTest::newRow("default") << Kind::Default << QString();
        QTest::newRow("mold") << Kind::Mold << u"-fuse-ld=mold"_s;
        QTest::newRow("lld") << Kind::Lld << u"-fuse-ld=lld"_s;
        QTest::newRow("gold") << Kind::Gold << u"-fuse-ld=gold"_s;
    }
    void makesFlags()
    {
        QFETCH(Kind, kind);
        const Linker linker{kind, {}, {}};
        QTEST(linker.flag(), "flag");
        QCOMPARE(linker.word(), QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(LinkerChoice::parse(linker.word()), (LinkerChoice{false, kind}));
        QCOMPARE((LinkerChoice{false, kind}.toString()), linker.word());
    }

    void readsChoices()
    {
        QCOMPARE(LinkerChoice::parse(u"auto"_s), LinkerChoice());
        QCOMPARE(LinkerChoice().toString(), u"auto"_s);
        for (const char *word : {"", "bfd", "Mold", "ld.mold", "-fuse-ld=mold"})
            QVERIFY2(!LinkerChoice::parse(QString::fromLatin1(word)), word);
    }

    void identityFollowsTheProgram()
    {
        const QTemporaryDir folder;
        const Linker linker{Kind::Mold, folder.filePath(u"ld.mold"_s), {}};
        QVERIFY(makeShellScript(linker.program, "one\n"));
        const QString before = linker.identity();
        QVERIFY(makeShellScript(linker.program, "another\n"));
        QVERIFY(linker.identity() != before);
        QCOMPARE(Linker().identity(), u"default"_s);
    }
};

QTEST_GUILESS_MAIN(tst_Linker)
#include "tst_linker.moc"
