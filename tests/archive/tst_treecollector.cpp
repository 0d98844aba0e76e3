// SPDX-License-Identifier: Apache-2.0
#include "archive/treecollector.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

/// "path kind [size or target]", with "=content" at the end for content.
Frame frameOf(const QString &words)
{
    Frame frame;
    const QString plain = words.section(u'=', 0, 0);
    const QString kind = plain.section(u' ', 1, 1);
    frame.fields.insert(u"entry"_s, plain.section(u' ', 0, 0));
    frame.fields.insert(u"kind"_s, kind);
    if (kind == u"file"_s)
        frame.fields.insert(u"size"_s, plain.section(u' ', 2, 2).toLongLong());
    if (kind == u"link"_s)
        frame.fields.insert(u"target"_s, plain.section(u' ', 2, 2));
    frame.hasContent = words.contains(u'=');
    frame.content = words.section(u'=', 1).toUtf8();
    return frame;
}

} // namespace

class tst_TreeCollector : public QObject
{
    Q_OBJECT

private slots:
    void buildsATree()
    {
        TreeCollector collector({});
        for (const QString &words : {u".git folder"_s, u".git/config file 7"_s, u".gitignore file 2"_s, u"a folder"_s,
                                     u"a/.DS_Store file 9"_s, u"a/.git folder"_s, u"a/b.go file 3=xyz"_s,
                                     u"a/c.go file 9=xyz"_s, u"a/d.go file 0"_s, u"l link a/b.go"_s})
            QVERIFY2(collector.add(frameOf(words)), qPrintable(words));
        const auto tree = collector.finish();
        QVERIFY(tree);
        QStringList paths;
        for (const SourceEntry &entry : tree->entries)
            paths.append(entry.path);
        QCOMPARE(paths, (QStringList{u".gitignore"_s, u"a"_s, u"a/b.go"_s, u"a/c.go"_s, u"a/d.go"_s, u"l"_s}));
        QCOMPARE(tree->leftOut, (QStringList{u".DS_Store"_s, u".git"_s}));
        QCOMPARE(tree->totalBytes, 14);
        QVERIFY(tree->find(u"a/b.go")->contentIsWhole);
        QVERIFY(!tree->find(u"a/c.go")->contentIsWhole);
        QVERIFY(tree->find(u"a/d.go")->contentIsWhole);
        QCOMPARE(tree->find(u"l")->linkTarget, u"a/b.go"_s);
    }

    void believesNothing_data()
    {
        QTest::addColumn<QStringList>("frames"); // all but the last are good
        QTest::newRow("up") << QStringList{u"../x file 1"_s};
        QTest::newRow("absolute") << QStringList{u"/x file 1"_s};
        QTest::newRow("no name") << QStringList{u" file 1"_s};
        QTest::newRow("no kind") << QStringList{u"x"_s};
        QTest::newRow("unknown kind") << QStringList{u"x device"_s};
        QTest::newRow("negative size") << QStringList{u"x file -1"_s};
        QTest::newRow("more content than file") << QStringList{u"x file 1=xyz"_s};
        QTest::newRow("folder with content") << QStringList{u"x folder=xyz"_s};
        QTest::newRow("twice") << QStringList{u"x file 1"_s, u"x file 1"_s};
        QTest::newRow("not sorted") << QStringList{u"y file 1"_s, u"x file 1"_s};
        QTest::newRow("below nothing") << QStringList{u"a/x file 1"_s};
        QTest::newRow("below a file") << QStringList{u"a file 1"_s, u"a/x file 1"_s};
        QTest::newRow("below a link") << QStringList{u"a link b"_s, u"a/x file 1"_s};
        QTest::newRow("too many") << QStringList{u"a file 1"_s, u"b file 1"_s, u"c file 1"_s, u"d file 1"_s};
        QTest::newRow("one too large") << QStringList{u"a file 101"_s};
        QTest::newRow("all too large") << QStringList{u"a file 100"_s, u"b file 100"_s, u"c file 1"_s};
    }
    void believesNothing()
    {
        QFETCH(QStringList, frames);
        ArchiveLimits limits;
        limits.maxEntries = 3;
        limits.maxEntryBytes = 100;
        limits.maxTotalBytes = 200;
        TreeCollector collector(limits);
        const QString last = frames.takeLast();
        for (const QString &words : std::as_const(frames))
            QVERIFY2(collector.add(frameOf(words)), qPrintable(words));
        QVERIFY(!collector.add(frameOf(last)));
    }

    void followsLinksItself()
    {
        TreeCollector collector({});
        QVERIFY(collector.add(frameOf(u"l link ../x"_s)));
        QVERIFY(!collector.finish());
    }
};

QTEST_GUILESS_MAIN(tst_TreeCollector)
#include "tst_treecollector.moc"
