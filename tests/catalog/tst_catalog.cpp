// SPDX-License-Identifier: Apache-2.0
// Folders on disk, what is read from them, what is kept, and what happens to it.
#include "catalog/catalog.h"
#include "catalog/entryreader.h"

#include "gobinary/gzipfile.h"
#include "support/goimage.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

namespace {

QByteArray pluginBytes(const QByteArray &go, const QByteArray &path = "example.com/geo")
{
    ElfBuilder builder(ElfMachine::named("amd64"));
    PluginSpec spec;
    spec.layout = ModuleLayout::of("1.22");
    spec.path = path;
    addModuleRecord(&builder, spec);
    addBuildInfo(&builder, go, "path\tx\nmod\tx\t(devel)\t\ndep\tgolang.org/x/net\tv0.20.0\th1:abc=\n");
    return builder.build();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
           file.write(bytes) == bytes.size();
}

QByteArray info(const char *version, const char *compression = "")
{
    return QByteArray(R"({"Name":"geo","Scn":20231125103854,"Compression":")") + compression +
           R"(","Runtime":{"Arch":"amd64","Os":"linux","Version":")" + version + R"(","UseContainer":false}})";
}

} // namespace

class tst_Catalog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = QDir(m_dir->path()).canonicalPath() + u"/plugins"_s;
        QVERIFY(QDir().mkpath(m_folder));
    }

    void readsFolders()
    {
        QVERIFY(write(m_folder + u"/geo_1_22_6_linux_amd64.so"_s, pluginBytes("go1.22.6")));
        QVERIFY(write(m_folder + u"/geo_1_22_6_linux_amd64.pinf"_s, info("1.22.6")));
        QVERIFY(write(m_folder + u"/deep/er/wrong_1_21_0_linux_amd64.so"_s, pluginBytes("go1.22.6")));
        QVERIFY(write(m_folder + u"/orphan_1_22_6_linux_amd64.pinf"_s, info("1.22.6")));
        QVERIFY(write(m_folder + u"/cut.so"_s, pluginBytes("go1.22.6").chopped(10)));
        QVERIFY(write(m_folder + u"/text.so"_s, "not a plugin"));
        QVERIFY(write(m_folder + u"/archive.so"_s, "!<arch>\n"));
        QVERIFY(write(m_folder + u"/notes.txt"_s, "no"));
        QVERIFY(write(m_folder + u"/.hidden.so"_s, "no"));
        QVERIFY(QFile::link(m_folder, m_folder + u"/deep/circle"_s));
        QVERIFY(QFile::link(u"/nowhere"_s, m_folder + u"/dangling.so"_s));
        const auto catalog = opened(QString());
        const auto entries = byName(*catalog);
        QCOMPARE(QStringList(entries.keys()),
                 QStringList({u"archive.so"_s, u"cut.so"_s, u"geo_1_22_6_linux_amd64.so"_s,
                              u"orphan_1_22_6_linux_amd64.pinf"_s, u"text.so"_s, u"wrong_1_21_0_linux_amd64.so"_s}));
        const PluginEntry geo = entries[u"geo_1_22_6_linux_amd64.so"_s];
        QVERIFY(geo.isPlugin() && geo.contradictions.isEmpty() && geo.hasEmbeddedInfo);
        QCOMPARE(geo.scn, Scn(20231125103854));
        QCOMPARE(geo.pluginPath, u"example.com/geo"_s);
        QCOMPARE(geo.exportNames.size(), 3);
        QCOMPARE(geo.modules, QStringList{u"golang.org/x/net@v0.20.0"_s});
        QCOMPARE(entries[u"cut.so"_s].state, PluginEntry::State::Damaged);
        QVERIFY(!entries[u"cut.so"_s].problem.isEmpty());
        QCOMPARE(entries[u"archive.so"_s].kind, BinaryKind::Archive);
        QCOMPARE(entries[u"text.so"_s].kind, BinaryKind::Other);
        QCOMPARE(entries[u"orphan_1_22_6_linux_amd64.pinf"_s].state, PluginEntry::State::OrphanInfo);
        QCOMPARE(entries[u"wrong_1_21_0_linux_amd64.so"_s].contradictions.size(), 1);
    }

    void readsWhatPgoWrites()
    {
        // Its gzip files end without the last block and the checksum.
        const std::atomic<bool> never = false;
        const QString plain = m_dir->filePath(u"plain"_s);
        const QString packed = m_folder + u"/my_plugin_1_22_6_linux_amd64.so.gz"_s;
        QVERIFY(write(plain, pluginBytes("go1.22.6")));
        QVERIFY(gzipCompress(plain, packed, never));
        QVERIFY(write(m_folder + u"/my_plugin_1_22_6_linux_amd64.pinf"_s, info("1.22.6", "gzip")));
        const auto catalog = opened(QString());
        const auto entries = byName(*catalog);
        QCOMPARE(entries.size(), 1);
        const PluginEntry &entry = entries.first();
        QVERIFY(entry.isPlugin() && entry.contradictions.isEmpty());
        QCOMPARE(entry.compression, Compression::Gzip);
        QCOMPARE(entry.infoPath, m_folder + u"/my_plugin_1_22_6_linux_amd64.pinf"_s);
    }

    void remembersAndReadsOnlyChanges()
    {
        const QString index = m_dir->filePath(u"index.sqlite"_s);
        const QString first = m_folder + u"/a.so"_s;
        const QString second = m_folder + u"/b.so"_s;
        QVERIFY(write(first, pluginBytes("go1.22.6")) && write(second, pluginBytes("go1.22.6")));
        QHash<QString, PluginEntry> before;
        {
            const auto catalog = opened(index);
            before = catalog->entries();
            QCOMPARE(before.size(), 2);
        }
        QVERIFY(write(second, pluginBytes("go1.22.10")));
        Catalog again(index);
        QSignalSpy changes(&again, &Catalog::entriesChanged);
        QSignalSpy settled(&again, &Catalog::settled);
        again.setFolders({{m_folder, true, false}});
        QVERIFY(settled.wait());
        QCOMPARE(changes.size(), 2); // all from the index at once, then the changed one
        QCOMPARE(changes[0][0].value<QList<PluginEntry>>().size(), 2);
        const auto read = changes[1][0].value<QList<PluginEntry>>();
        QCOMPARE(read.size(), 1);
        QCOMPARE(read[0].path, second);
        QCOMPARE(read[0].go.toString(), u"1.22.10"_s);
        QCOMPARE(again.entries()[first], before[first]);
    }

    void survivesADamagedIndex()
    {
        const QString index = m_dir->filePath(u"index.sqlite"_s);
        QVERIFY(write(index, QByteArray(5000, 'x')) && write(m_folder + u"/a.so"_s, pluginBytes("go1.22.6")));
        QCOMPARE(opened(index)->entries().size(), 1);
        QCOMPARE(opened(index)->entries().size(), 1);
    }

    void followsChanges()
    {
        QVERIFY(write(m_folder + u"/a.so"_s, pluginBytes("go1.22.6")));
        Catalog catalog(QString{});
        QSignalSpy settled(&catalog, &Catalog::settled);
        QSignalSpy removed(&catalog, &Catalog::entriesRemoved);
        catalog.setFolders({{m_folder, true, true}});
        QVERIFY(settled.wait());
        QVERIFY(write(m_folder + u"/b.so"_s, pluginBytes("go1.22.6")));
        QTRY_COMPARE(catalog.entries().size(), 2); // by itself
        QVERIFY(QFile::remove(m_folder + u"/a.so"_s));
        QTRY_COMPARE(removed.size(), 1);
        QCOMPARE(removed[0][0].toStringList(), QStringList{m_folder + u"/a.so"_s});
        QTRY_COMPARE(catalog.entries()[m_folder + u"/b.so"_s].state, PluginEntry::State::Read);
        catalog.setFolders({});
        QVERIFY(catalog.entries().isEmpty());
    }

    void keepsWhatIsUnplugged()
    {
        const QString index = m_dir->filePath(u"index.sqlite"_s);
        QVERIFY(write(m_folder + u"/a.so"_s, pluginBytes("go1.22.6")));
        QCOMPARE(opened(index)->entries().size(), 1);
        QVERIFY(QDir().rename(m_folder, m_folder + u"-away"_s));
        const auto catalog = opened(index);
        QCOMPARE(catalog->folders()[0].state, Catalog::FolderState::Missing);
        QCOMPARE(catalog->entries().size(), 1);
        QVERIFY(QDir().rename(m_folder + u"-away"_s, m_folder));
        QSignalSpy settled(catalog.get(), &Catalog::settled);
        catalog->refresh();
        QVERIFY(settled.wait());
        QCOMPARE(catalog->folders()[0].state, Catalog::FolderState::Listed);
        QCOMPARE(catalog->entries().size(), 1);
    }

    void entriesSurviveTheIndex()
    {
        QVERIFY(write(m_folder + u"/geo_1_21_0_linux_arm64.so"_s, pluginBytes("go1.22.6")));
        QVERIFY(write(m_folder + u"/geo_1_21_0_linux_arm64.pinf"_s, info("1.20.1", "gzip")));
        QVERIFY(write(m_folder + u"/bad.so"_s, pluginBytes("go1.22.6")) && write(m_folder + u"/bad.pinf"_s, "{"));
        const QString index = m_dir->filePath(u"index.sqlite"_s);
        const auto entries = opened(index)->entries();
        QCOMPARE(entries[m_folder + u"/geo_1_21_0_linux_arm64.so"_s].contradictions.size(), 4);
        QCOMPARE(entries[m_folder + u"/bad.so"_s].contradictions.size(), 1);
        CatalogIndex stored(index);
        const QFuture<QList<PluginEntry>> loaded = stored.load(m_folder);
        QTRY_VERIFY(loaded.isFinished());
        QCOMPARE(loaded.result().size(), 2);
        for (const PluginEntry &entry : loaded.result())
            QCOMPARE(entry, entries[entry.path]);
    }

private:
    /// A catalogue of m_folder that has read everything.
    std::unique_ptr<Catalog> opened(const QString &index) const
    {
        auto catalog = std::make_unique<Catalog>(index);
        QSignalSpy settled(catalog.get(), &Catalog::settled);
        catalog->setFolders({{m_folder, true, false}});
        if (!settled.wait())
            QTest::qFail("the catalogue does not settle", __FILE__, __LINE__);
        return catalog;
    }

    static QMap<QString, PluginEntry> byName(const Catalog &catalog)
    {
        QMap<QString, PluginEntry> entries;
        for (const PluginEntry &entry : catalog.entries())
            entries.insert(entry.fileName(), entry);
        return entries;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_folder;
};

QTEST_GUILESS_MAIN(tst_Catalog)
#include "tst_catalog.moc"
