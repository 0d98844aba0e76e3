// SPDX-License-Identifier: Apache-2.0
#include "session/pluginfile.h"

#include "support/pluginfiles.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

/// That what was checked is what is opened.
class tst_PluginFile : public QObject
{
    Q_OBJECT

private slots:
    void copies()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"geo_1_22_6_linux_amd64.so"_s);
        QVERIFY(tests::writePlugin(path, tests::pluginBytes("go1.22.6")));
        const auto plugin = readPluginFile(path);
        QVERIFY2(plugin, qPrintable(plugin ? QString() : plugin.error().sentence()));
        const QString copy = folder.filePath(u"copy"_s);
        QVERIFY(copyForLoading(*plugin, copy));
        QVERIFY(QFile::exists(copy));
        QVERIFY(!copyForLoading(*plugin, copy)); // never over a file
        QVERIFY(QFile::exists(copy));
    }

    void changesAreNoticed_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"written into", "replaced", "cut", "gone"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void changesAreNoticed()
    {
        QFETCH(QString, how);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"geo_1_22_6_linux_amd64.so"_s);
        const QByteArray bytes = tests::pluginBytes("go1.22.6");
        QVERIFY(tests::writePlugin(path, bytes));
        const auto plugin = readPluginFile(path);
        QVERIFY(plugin);
        QTest::qSleep(20); // longer than a tick of the clock of file systems
        if (how == u"written into")
            QVERIFY(tests::writePlugin(path, bytes));
        else if (how == u"cut")
            QVERIFY(QFile::resize(path, bytes.size() - 1));
        else if (how == u"gone")
            QVERIFY(QFile::remove(path));
        else
            QVERIFY(QFile::copy(path, path + u".new"_s) && QFile::remove(path) &&
                    QFile::rename(path + u".new"_s, path));
        const QString copy = folder.filePath(u"copy"_s);
        const auto copied = copyForLoading(*plugin, copy);
        QVERIFY(!copied);
        QCOMPARE(copied.error().code, how == u"gone" ? ErrorCode::NotFound : ErrorCode::ReadFailed);
        QVERIFY(how == u"gone" || copied.error().reason.contains(u"changed"_s));
        QVERIFY(!QFile::exists(copy));
        if (how == u"written into" || how == u"replaced")
            QVERIFY(copyForLoading(*readPluginFile(path), copy));
    }
};

QTEST_GUILESS_MAIN(tst_PluginFile)
#include "tst_pluginfile.moc"
