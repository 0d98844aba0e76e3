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
        QCOMPARE(sources.paths(), usable);
        QCOMPARE(sources.unusable, unusable);
    }

    void kindsAreTold()
    {
        const QTemporaryDir folder;
        const DroppedSources sources =
            DroppedSources::of({folder.path(), folder.filePath(u"a.zip"_s), folder.filePath(u"main.go"_s)});
        QCOMPARE(sources.items.size(), 3);
        QCOMPARE(sources.items[0].kind, DroppedSources::Kind::Folder);
        QCOMPARE(sources.items[1].kind, DroppedSources::Kind::Archive);
        QCOMPARE(sources.items[2].kind, DroppedSources::Kind::GoFile);
    }

    void pluginsAreTold()
    {
        const QTemporaryDir folder;
        const auto touch = [&folder](const QString &name) {
            QDir(folder.path()).mkpath(QFileInfo(name).path());
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly);
        };
        QVERIFY(touch(u"plugins/geo.so.gz"_s) && touch(u"mixed/geo.so"_s) && touch(u"mixed/go.mod"_s));
        const DroppedSources sources = DroppedSources::of(
            {u"/a/geo.so"_s, u"/a/geo.pinf"_s, folder.filePath(u"plugins"_s), folder.filePath(u"mixed"_s)});
        QCOMPARE(sources.plugins, QStringList({u"/a/geo.so"_s, u"/a/geo.pinf"_s, folder.filePath(u"plugins"_s)}));
        QCOMPARE(sources.paths(), QStringList{folder.filePath(u"mixed"_s)});
        QVERIFY(sources.unusable.isEmpty());
    }

    void presetsAreTold()
    {
        const DroppedSources sources = DroppedSources::of({u"/a/release.json"_s, u"/a/notes.txt"_s});
        QCOMPARE(sources.presets, QStringList{u"/a/release.json"_s});
        QCOMPARE(sources.unusable, QStringList{u"notes.txt"_s});
        QVERIFY(!sources.isEmpty() && sources.items.isEmpty());
    }

    void addressesAreTold_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isUsable");
        QTest::addColumn<QString>("unusable");
        QTest::newRow("archive") << u"https://example.com/pricing.zip"_s << true << QString();
        QTest::newRow("plain http") << u"http://example.com/a/pricing-1.8.0.tar.gz"_s << true << QString();
        QTest::newRow("with a query") << u"https://example.com/pricing.zip?raw=1"_s << true << QString();
        QTest::newRow("a page") << u"https://example.com/index.html"_s << false << u"index.html"_s;
        QTest::newRow("nothing behind the host") << u"https://example.com"_s << false << u"https://example.com"_s;
        QTest::newRow("another scheme") << u"ftp://example.com/pricing.zip"_s << false << u"pricing.zip"_s;
        QTest::newRow("without a host") << u"https:///pricing.zip"_s << false << u"pricing.zip"_s;
    }
    void addressesAreTold()
    {
        QFETCH(QString, address);
        QFETCH(bool, isUsable);
        QFETCH(QString, unusable);
        QMimeData data;
        data.setUrls({QUrl(address)});
        const DroppedSources sources = DroppedSources::of(data);
        QVERIFY(sources.items.isEmpty());
        QCOMPARE(sources.remote, isUsable ? QVector<QUrl>{QUrl(address)} : QVector<QUrl>());
        QCOMPARE(sources.unusable.join(u' '), unusable);
    }

    void textIsRead()
    {
        const QTemporaryDir folder;
        const QString archive = folder.filePath(u"my pricing.zip"_s);
        QMimeData data;
        data.setText(u"  "_s + archive + u"\r\nhttps://example.com/shop.7z\n\nfile://"_s + folder.path() +
                     u"\nWhat a plugin needs"_s);
        const DroppedSources sources = DroppedSources::of(data);
        QCOMPARE(sources.paths(), QStringList({archive, folder.path()}));
        QCOMPARE(sources.remote, QVector<QUrl>{QUrl(u"https://example.com/shop.7z"_s)});
        QCOMPARE(sources.unusable, QStringList{u"What a plugin needs"_s});
    }

    void longTextsAreCut()
    {
        QMimeData data;
        data.setText(QString(100'000, u'x') + QString(1000, u'\n') + QString(1000, u'y'));
        const DroppedSources sources = DroppedSources::of(data);
        QVERIFY(sources.isEmpty());
        for (const QString &word : sources.unusable)
            QVERIFY(word.size() < 100);
    }

    void wordsOfACommandLine()
    {
        const DroppedSources sources = DroppedSources::of({u"a.zip"_s, u"https://example.com/b.zip"_s, u"x.pdf"_s});
        QCOMPARE(sources.paths(), QStringList{QDir::current().absoluteFilePath(u"a.zip"_s)});
        QCOMPARE(sources.remote.size(), 1);
        QCOMPARE(sources.unusable, QStringList{u"x.pdf"_s});
    }
};

QTEST_GUILESS_MAIN(tst_DroppedSources)
#include "tst_droppedsources.moc"
