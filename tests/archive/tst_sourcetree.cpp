// SPDX-License-Identifier: Apache-2.0
#include "archive/sourcetree.h"

#include "archive/scancontent.h"
#include "archive/treedigest.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_SourceTree : public QObject
{
    Q_OBJECT

private slots:
    void ordersPathsAsTheirBytes_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("letters") << u"a"_s << u"b"_s;
        QTest::newRow("prefix") << u"a"_s << u"a/b"_s;
        QTest::newRow("slash is a character") << u"a-b"_s << u"a/b"_s;
        QTest::newRow("beyond ASCII") << u"z"_s << u"ä"_s;
        QTest::newRow("private use and emoji") << u"\uE000"_s << u"😀"_s;
        QTest::newRow("highest of the plane and emoji") << u"\uFFFD"_s << u"😀"_s;
        QTest::newRow("two emoji") << u"😀"_s << u"😁"_s;
        QTest::newRow("nothing") << QString() << u"a"_s;
    }
    void ordersPathsAsTheirBytes()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QVERIFY(comesBefore(first, second));
        QVERIFY(!comesBefore(second, first));
        QVERIFY(!comesBefore(first, first));
        QVERIFY(first.toUtf8() < second.toUtf8());
    }

    void findsEntries()
    {
        SourceTree tree;
        for (const QString &path : {u"go.mod"_s, u"a/x.go"_s, u"a"_s, u"😀.go"_s})
            tree.entries.append({.path = path});
        sortByPath(tree.entries);
        QCOMPARE(tree.entries.first().path, u"a"_s);
        for (const QString &path : {u"go.mod"_s, u"a/x.go"_s, u"a"_s, u"😀.go"_s})
            QCOMPARE(tree.find(path)->path, path);
        QVERIFY(tree.find(u"go.sum") == nullptr);
        QVERIFY(tree.find(u"") == nullptr);
        QVERIFY(SourceTree().find(u"a") == nullptr);
    }

    void digestsWhatCounts()
    {
        const SourceEntry file{.path = u"a.go"_s, .size = 3};
        const auto digestOf = [](const QList<SourceEntry> &entries, const QByteArray &content = "hash") {
            TreeDigestBuilder builder;
            for (const SourceEntry &entry : entries)
                builder.add(entry, entry.kind == EntryKind::File ? content : QByteArray());
            return builder.finish();
        };
        const TreeDigest digest = digestOf({file});
        QCOMPARE(digest.sha256.size(), 32);
        QCOMPARE(digest.files, 1);
        QCOMPARE(digest.bytes, 3);
        QCOMPARE(digestOf({file}), digest);
        QVERIFY(digestOf({file}, "other").sha256 != digest.sha256);
        SourceEntry other = file;
        other.executable = true;
        QVERIFY(digestOf({other}).sha256 != digest.sha256);
        other = file;
        other.path = u"b.go"_s;
        QVERIFY(digestOf({other}).sha256 != digest.sha256);
        QCOMPARE(digestOf({other, file}), digestOf({file, other}));
        const SourceEntry folder{.path = u"a.go"_s, .kind = EntryKind::Folder};
        const SourceEntry link{.path = u"a.go"_s, .kind = EntryKind::Link, .linkTarget = u"b"_s};
        QVERIFY(digestOf({folder}).sha256 != digestOf({link}).sha256);
    }

    void knowsWhatAScanReads()
    {
        QCOMPARE(scanContentBytes(u"go.mod", 1'000'000), 1'000'000);
        QCOMPARE(scanContentBytes(u"a/go.work", 7), 7);
        QCOMPARE(scanContentBytes(u"a/vendor/modules.txt", 7), 7);
        QCOMPARE(scanContentBytes(u"modules.txt", 7), 0);
        QCOMPARE(scanContentBytes(u"a/x.go", 131'072), 131'072);
        QCOMPARE(scanContentBytes(u"a/x.go", 131'073), 65'536);
        QCOMPARE(scanContentBytes(u"notgo.mod", 7), 0);
        QCOMPARE(scanContentBytes(u"x.s", 7), 0);
    }
};

QTEST_GUILESS_MAIN(tst_SourceTree)
#include "tst_sourcetree.moc"
