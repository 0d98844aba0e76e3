// SPDX-License-Identifier: Apache-2.0
#include "gui/droppedsources.h"

#include <QDir>
#include <QFile>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_DroppedSources : public QObject
{
    Q_OBJECT

private slots:
    void sorts_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("usable");
        QTest::addColumn<QStringList>("unusable");
        QTest::newRow("archives") << QStringList{u"a.zip"_s, u"b.tar.gz"_s, u"C.TGZ"_s, u"d.7z"_s}
                                  << QStringList{u"a.zip"_s, u"b.tar.gz"_s, u"C.TGZ"_s, u"d.7z"_s} << QStringList();
        QTest::newRow("a Go file") << QStringList{u"main.go"_s} << QStringList{u"main.go"_s} << QStringList();
        QTest::newRow("a folder") << QStringList{u"folder"_s} << QStringList{u"folder"_s} << QStringList();
        QTest::newRow("go.mod stands for its folder")
            << QStringList{u"folder/go.mod"_s} << QStringList{u"folder"_s} << QStringList();
        QTest::newRow("go.mod and its folder")
            << QStringList{u"folder/go.mod"_s, u"folder"_s} << QStringList{u"folder"_s} << QStringList();
        QTest::newRow("others") << QStringList{u"song.mp3"_s, u"a.zip"_s, u"zip"_s} << QStringList{u"a.zip"_s}
                                << QStringList{u"song.mp3"_s, u"zip"_s};
        QTest::newRow("names with blanks")
            << QStringList{u"my source ü.zip"_s} << QStringList{u"my source ü.zip"_s} << QStringList();
    }
    void sorts()
    {
        QFETCH(QStringList, names);
        QFETCH(QStringList, usable);
        QFETCH(QStringList, unusable);
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"folder"_s));
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &name : names)
            urls += QUrl::fromLocalFile(folder.filePath(name));
        data.setUrls(urls);
        for (QString &name : usable)
            name = folder.filePath(name);
        const DroppedSources sources = DroppedSources::of(data);
        QCOMPARE(sources.usable, usable);
        QCOMPARE(sources.unusable, unusable);
    }

    void addressesAreNoFiles()
    {
        QMimeData data;
        data.setUrls({QUrl(u"https://example.com/pricing.zip"_s)});
        const DroppedSources sources = DroppedSources::of(data);
        QVERIFY(sources.usable.isEmpty());
        QCOMPARE(sources.unusable, QStringList{u"pricing.zip"_s});
    }
};

QTEST_GUILESS_MAIN(tst_DroppedSources)
#include "tst_droppedsources.moc"
