// SPDX-License-Identifier: Apache-2.0
// Folders on disk, what is read from them, what is kept, and what happens to it.
#include "base/sha256.h"
#include "catalog/catalog.h"
#include "catalog/entryreader.h"
#include "catalog/infowriter.h"
#include "catalog/plugingroups.h"
#include "support/pgofolder.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
           file.write(bytes) == bytes.size();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
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
        QCOMPARE(geo.exportNames.size(), 2);
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
        for (const PgoBuild &build : PgoBuilds)
            QVERIFY(build.write(m_folder));
        const auto catalog = opened(QString());
        const auto entries = byName(*catalog);
        QCOMPARE(entries.size(), PgoBuilds.size());
        for (const PgoBuild &build : PgoBuilds) {
            const PluginEntry entry = entries.value(build.fileName());
            QVERIFY2(entry.isPlugin(), qPrintable(build.fileName() + entry.problem));
            QVERIFY(entry.contradictions.isEmpty());
            QCOMPARE(entry.name.toLatin1(), build.name);
            QCOMPARE(entry.go.toString().toLatin1(), build.version);
            QCOMPARE(entry.goSource, GoVersionSource::BuildInfo);
            QCOMPARE(entry.platform.toString().toLatin1(), "linux/" + build.arch);
            QCOMPARE(entry.compression, build.isCompressed ? Compression::Gzip : Compression::None);
            QCOMPARE(entry.scnSource, build.hasInfo ? ScnSource::Sidecar : ScnSource::FileDate);
            if (build.hasInfo)
                QCOMPARE(entry.scn, Scn(build.scn));
            QCOMPARE(entry.exportNames, QStringList({u"Add"_s, u"Version"_s}));
        }
        const GroupedCatalog grouped = groupEntries(entries.values());
        QStringList groups;
        for (const PluginGroup &group : grouped.groups)
            groups << group.name;
        QCOMPARE(groups, QStringList({u"foo_1"_s, u"geo_lookup_v2"_s, u"main"_s, u"my_plugin"_s}));
    }

    void writesBuildInfoThatFits_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<qint64>("scn");
        QTest::addColumn<QString>("name");
        const qint64 pinned = 20231125103854;
        QTest::newRow("none") << QByteArray() << qint64(0) << u"geo"_s;
        QTest::newRow("unreadable") << QByteArray("{") << qint64(0) << u"geo"_s;
        QTest::newRow("wrong version") << info("1.21.3") << pinned << u"geo"_s;
        QTest::newRow("wrong compression") << info("1.22.6", "gzip") << pinned << u"geo"_s;
        QTest::newRow("another name, more keys")
            << info("1.21.3").replace("\"geo\"", "\"pricing\"").replace("\"Scn\"", "\"Team\":\"a\",\"Scn\"") << pinned
            << u"pricing"_s;
    }
    void writesBuildInfoThatFits()
    {
        QFETCH(QByteArray, before);
        QFETCH(qint64, scn);
        const QString plugin = m_folder + u"/geo_1_22_6_linux_amd64.so"_s;
        const QString beside = m_folder + u"/geo_1_22_6_linux_amd64.pinf"_s;
        QVERIFY(write(plugin, pluginBytes("go1.22.6")));
        if (!before.isEmpty())
            QVERIFY(write(beside, before));
        const PluginEntry first = readEntry(foundFileAt(plugin));
        QVERIFY(canStamp(first));
        QCOMPARE(hasWrongInfo(first), !before.isEmpty());

        const auto change = planInfo(plugin);
        QVERIFY2(change, change ? "" : qPrintable(change.error().sentence()));
        QVERIFY(change->isNeeded() && !QFile::exists(beside + u".tmp"_s));
        QVERIFY(applyChange(*change));
        const auto written = PluginInfo::read(beside);
        QVERIFY(written);
        QTEST(written->name, "name");
        QCOMPARE(written->version, u"1.22.6"_s);
        QCOMPARE(written->platform.toString(), u"linux/amd64"_s);
        QCOMPARE(written->compression, Compression::None);
        QCOMPARE(written->scn, scn > 0 ? Scn(scn) : first.scn);
        QCOMPARE(written->unknown.contains("Team"_L1), before.contains("Team"));
        QCOMPARE(written->plugsmith.value(QLatin1StringView(infokeys::Sha256)).toString(), *sha256OfFile(plugin));
        const PluginEntry entry = readEntry(foundFileAt(plugin));
        QVERIFY(entry.contradictions.isEmpty());
        QCOMPARE(entry.scnSource, ScnSource::Sidecar);
        QVERIFY(!planInfo(plugin)->isNeeded());
        QCOMPARE(QDir(m_folder).entryList(QDir::Files | QDir::Hidden).size(), 2);

        QVERIFY(takeBack(*change));
        QCOMPARE(QFile::exists(beside), !before.isEmpty());
        if (!before.isEmpty())
            QCOMPARE(contentOf(beside), before);
    }

    void leavesBuildInfoAlone()
    {
        const QString plugin = m_folder + u"/geo_1_22_6_linux_amd64.so"_s;
        const QString beside = m_folder + u"/geo_1_22_6_linux_amd64.pinf"_s;
        QVERIFY(write(plugin, pluginBytes("go1.22.6")) && write(beside, info("1.22.6")));
        QVERIFY(!planInfo(plugin)->isNeeded()); // it fits, though it has no checksum
        QVERIFY(write(beside, info("1.21.3")));
        const auto change = planInfo(plugin);
        QVERIFY(change && change->isNeeded());
        QVERIFY(write(beside, info("1.20.1"))); // somebody was faster
        const auto applied = applyChange(*change);
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, ErrorCode::InvalidInput);
        QCOMPARE(contentOf(beside), info("1.20.1"));
        const auto again = planInfo(plugin);
        QVERIFY(again && applyChange(*again));
        QVERIFY(write(beside, "mine"));
        QVERIFY(!takeBack(*again));
        QCOMPARE(contentOf(beside), "mine");

        QVERIFY(write(m_folder + u"/text.so"_s, "not a plugin"));
        QCOMPARE(planInfo(m_folder + u"/text.so"_s).error().code, ErrorCode::Foreign);
        QVERIFY(!planInfo(m_folder + u"/nowhere.so"_s));
    }

    void checksumsOfOtherFilesGo()
    {
        const QString plugin = m_folder + u"/geo_1_22_6_linux_amd64.so"_s;
        const QString beside = m_folder + u"/geo_1_22_6_linux_amd64.pinf"_s;
        QVERIFY(write(plugin, pluginBytes("go1.22.6")));
        const QByteArray mine =
            info("1.22.6").chopped(1) + ",\"Plugsmith\":{\"module\":\"example.com/geo\",\"sha256\":\"";
        QVERIFY(write(beside, mine + sha256OfFile(plugin)->toLatin1() + "\"}}"));
        QVERIFY(!planInfo(plugin)->isNeeded());
        QVERIFY(write(beside, mine + "0123\"}}"));
        const auto change = planInfo(plugin);
        QVERIFY(change && applyChange(*change));
        const auto written = PluginInfo::read(beside);
        QVERIFY(written && !written->plugsmith.contains("module"_L1));
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

    void worksWithoutAnIndex()
    {
        QVERIFY(write(m_folder + u"/a.so"_s, pluginBytes("go1.22.6")));
        QTest::failOnWarning(QRegularExpression(u"Sql"_s));
        const QString nowhere = m_folder + u"/a.so/index.sqlite"_s; // below a file
        QCOMPARE(opened(nowhere)->entries().size(), 1);
        QCOMPARE(opened(nowhere)->entries().size(), 1);
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
