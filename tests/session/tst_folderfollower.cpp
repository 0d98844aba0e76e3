// SPDX-License-Identifier: Apache-2.0
#include "session/folderfollower.h"
#include "support/pluginfiles.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 10'000;
constexpr int QuietMs = 60;

} // namespace

/// A folder that is watched: what is whole is handed over, once.
class tst_FolderFollower : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FolderFollower> m_follower;
    QVector<QVector<PluginFile>> m_ready;
    QStringList m_unreadable;

    QString at(const QString &name) const { return m_folder->filePath(name); }
    void place(const QString &stem, qint64 scn, const QByteArray &path = "example.com/geo") const
    {
        QVERIFY(writePlugin(at(stem + u".so"_s), pluginBytes("go1.22.6", path)));
        placeInfo(stem, scn);
    }
    void placeInfo(const QString &stem, qint64 scn) const
    {
        QVERIFY(writePlugin(at(stem + u".pinf"_s), pluginInfo(stem.toUtf8(), scn, "1.22.6")));
    }
    void follow()
    {
        QSignalSpy caughtUp(m_follower.get(), &FolderFollower::caughtUp);
        m_follower->follow(m_folder->path());
        QVERIFY(caughtUp.wait(Patience));
    }
    QStringList readyNames() const
    {
        QStringList names;
        for (const auto &files : m_ready) {
            for (const PluginFile &file : files)
                names += file.name() + u' ' + file.scn().toString().last(1);
        }
        return names;
    }

private slots:
    void init()
    {
        m_ready.clear();
        m_unreadable.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_follower = std::make_unique<FolderFollower>();
        m_follower->setQuietTime(std::chrono::milliseconds(QuietMs));
        connect(m_follower.get(), &FolderFollower::pluginsReady, this,
                [this](const QVector<PluginFile> &files) { m_ready += files; });
        connect(m_follower.get(), &FolderFollower::unreadable, this, [this](const QString &path, const Error &problem) {
            QVERIFY(!problem.message.isEmpty());
            m_unreadable += QFileInfo(path).fileName();
        });
    }
    void cleanup() { m_follower.reset(); }

    void whatIsThereComesByAscendingScn()
    {
        place(u"b"_s, 20261101000003);
        place(u"a"_s, 20261101000004);
        place(u"c"_s, 20261101000001);
        QTest::qWait(2 * QuietMs); // all of them are finished
        follow();
        QTRY_COMPARE_WITH_TIMEOUT(readyNames(), (QStringList{u"c 1"_s, u"b 3"_s, u"a 4"_s}), Patience);
        QCOMPARE(m_ready.size(), 1); // together
    }

    void nothingComesBeforeItsBuildInfo()
    {
        follow();
        QVERIFY(writePlugin(at(u"geo.so"_s), pluginBytes("go1.22.6")));
        QTest::qWait(4 * QuietMs);
        QCOMPARE(readyNames(), QStringList());
        placeInfo(u"geo"_s, 20261101000005);
        QTRY_COMPARE_WITH_TIMEOUT(readyNames(), QStringList{u"geo 5"_s}, Patience);
    }

    void aContentIsHandedOverOnce()
    {
        follow();
        place(u"geo"_s, 20261101000001);
        QTRY_COMPARE_WITH_TIMEOUT(readyNames(), QStringList{u"geo 1"_s}, Patience);
        place(u"other"_s, 20261101000002); // the folder is read again
        QTRY_COMPARE_WITH_TIMEOUT(readyNames(), (QStringList{u"geo 1"_s, u"other 2"_s}), Patience);
        placeInfo(u"geo"_s, 20261101000003);
        QVERIFY(QFile::remove(at(u"geo.so"_s)));
        QVERIFY(writePlugin(at(u"geo.so"_s), pluginBytes("go1.22.6", "example.com/geo2")));
        QTRY_COMPARE_WITH_TIMEOUT(readyNames().size(), 3, Patience);
        QCOMPARE(readyNames().last(), u"geo 3"_s);
    }

    void whatIsNoPluginIsSaidOnce()
    {
        follow();
        QVERIFY(writePlugin(at(u"junk.so"_s), "junk"));
        placeInfo(u"junk"_s, 20261101000001);
        QTRY_COMPARE_WITH_TIMEOUT(m_unreadable, QStringList{u"junk.so"_s}, Patience);
        place(u"geo"_s, 20261101000002);
        QTRY_COMPARE_WITH_TIMEOUT(readyNames(), QStringList{u"geo 2"_s}, Patience);
        QCOMPARE(m_unreadable.size(), 1);
    }

    void hiddenFilesAreNotFinished()
    {
        follow();
        QVERIFY(writePlugin(at(u".geo.so"_s), pluginBytes("go1.22.6")));
        QVERIFY(writePlugin(at(u".geo.pinf"_s), pluginInfo("geo", 20261101000001, "1.22.6")));
        QTest::qWait(4 * QuietMs);
        QCOMPARE(readyNames(), QStringList());
        QVERIFY(QFile::rename(at(u".geo.pinf"_s), at(u"geo.pinf"_s)));
        QVERIFY(QFile::rename(at(u".geo.so"_s), at(u"geo.so"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(readyNames(), QStringList{u"geo 1"_s}, Patience);
    }

    void anotherFolderTakesItsPlace()
    {
        place(u"geo"_s, 20261101000001);
        m_follower->follow(m_folder->path());
        const QTemporaryDir other;
        QSignalSpy caughtUp(m_follower.get(), &FolderFollower::caughtUp);
        m_follower->follow(other.path()); // what was read of the first one is not wanted any more
        QVERIFY(caughtUp.wait(Patience));
        QTest::qWait(4 * QuietMs);
        QCOMPARE(readyNames(), QStringList());
        QCOMPARE(m_follower->folder(), other.path());
    }
};

QTEST_GUILESS_MAIN(tst_FolderFollower)
#include "tst_folderfollower.moc"
