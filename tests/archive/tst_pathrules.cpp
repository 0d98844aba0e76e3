// SPDX-License-Identifier: Apache-2.0
#include "archive/pathrules.h"

#include <QElapsedTimer>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_PathRules : public QObject
{
    Q_OBJECT

private slots:
    void judgesPaths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isClean");
        QTest::newRow("file") << u"go.mod"_s << true;
        QTest::newRow("below") << u"a/b c/ü.go"_s << true;
        QTest::newRow("dots in a name") << u"a/..b/...go"_s << true;
        QTest::newRow("nothing") << u""_s << false;
        QTest::newRow("absolute") << u"/a"_s << false;
        QTest::newRow("up") << u"../a"_s << false;
        QTest::newRow("up inside") << u"a/../b"_s << false;
        QTest::newRow("here") << u"a/./b"_s << false;
        QTest::newRow("empty component") << u"a//b"_s << false;
        QTest::newRow("slash at the end") << u"a/"_s << false;
        QTest::newRow("backslash") << u"a\\b"_s << false;
        QTest::newRow("line end") << u"a\nb"_s << false;
        QTest::newRow("NUL") << u"a\0b"_s << false;
        QTest::newRow("C1") << u"a\u009Bb"_s << false;
        QTest::newRow("long") << QString(4001, u'a') << false;
    }
    void judgesPaths()
    {
        QFETCH(QString, path);
        QTEST(isCleanPath(path), "isClean");
    }

    void followsLinks_data()
    {
        QTest::addColumn<QStringList>("links"); // "path target"
        QTest::addColumn<QString>("leaving");
        QTest::newRow("none") << QStringList{} << QString();
        QTest::newRow("beside") << QStringList{u"a b"_s} << QString();
        QTest::newRow("up and back") << QStringList{u"a/b ../c"_s} << QString();
        QTest::newRow("to the folder itself") << QStringList{u"a/b .."_s} << QString();
        QTest::newRow("above") << QStringList{u"a/b ../.."_s} << u"a/b"_s;
        QTest::newRow("absolute") << QStringList{u"a /etc"_s} << u"a"_s;
        QTest::newRow("empty") << QStringList{u"a "_s} << u"a"_s;
        QTest::newRow("second of two") << QStringList{u"a b"_s, u"c ../x"_s} << u"c"_s;
        QTest::newRow("by way of another") << QStringList{u"a/b/up ../.."_s, u"l a/b/up/../x"_s} << u"l"_s;
        QTest::newRow("by way of another, inside") << QStringList{u"a/b/up .."_s, u"l a/b/up/../x"_s} << QString();
        QTest::newRow("circle") << QStringList{u"a b"_s, u"b a"_s} << u"a"_s;
        QTest::newRow("itself") << QStringList{u"a a/x"_s} << u"a"_s;
    }
    void followsLinks()
    {
        QFETCH(QStringList, links);
        QFETCH(QString, leaving);
        QList<SourceEntry> entries{{.path = u"file.go"_s}};
        for (const QString &link : links)
            entries.append(
                {.path = link.section(u' ', 0, 0), .kind = EntryKind::Link, .linkTarget = link.section(u' ', 1)});
        sortByPath(entries);
        const SourceEntry *found = linkThatLeaves(entries);
        QCOMPARE(found != nullptr ? found->path : QString(), leaving);
    }

    /// Such links cost a minute while every step looked at the whole way.
    void givesUpOnLinksThatCostTooMuch()
    {
        QList<SourceEntry> entries;
        for (int i = 0; i < 1990; ++i)
            entries.append({.path = u"l%1"_s.arg(1000 + i),
                            .kind = EntryKind::Link,
                            .linkTarget = QString(u"a/"_s.repeated(1999) + u'a')});
        QElapsedTimer timer;
        timer.start();
        QVERIFY(linkThatLeaves(entries) != nullptr);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(linkThatLeaves(entries.first(100)) == nullptr);
    }
};

QTEST_GUILESS_MAIN(tst_PathRules)
#include "tst_pathrules.moc"
