// SPDX-License-Identifier: Apache-2.0
#include "archive/foldertree.h"

#include "support/archivebuilder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace plugsmith;
using namespace plugsmith::builder;
using namespace Qt::StringLiterals;

class tst_FolderTree : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_source = m_dir->filePath(u"source"_s);
        writeTree(sampleTree(), m_source);
    }

    void readsWhatIsThere()
    {
        writeTree({{".git/config", "secret", false, {}},
                   {"a/node_modules/x/index.js", "x", false, {}},
                   {"sample_1_22_linux_amd64.so", "x", false, {}}},
                  m_source);
        QCOMPARE(::mkfifo(qPrintable(m_source + u"/pipe"), 0600), 0);
        const auto tree = readFolder(m_source);
        QVERIFY(tree);
        QVERIFY(tree->isFolder);
        QCOMPARE(tree->originPath, m_source);
        QCOMPARE(tree->leftOut,
                 (QStringList{u".git"_s, u"node_modules"_s, u"pipe"_s, u"sample_1_22_linux_amd64.so"_s}));
        QCOMPARE(tree->find(u"go.mod")->content, "module example.com/sample\n\ngo 1.21\n");
        QVERIFY(tree->find(u"go.mod")->contentIsWhole);
        QVERIFY(tree->find(u"empty.go")->contentIsWhole);
        QVERIFY(tree->find(u"assets/noise.bin")->content.isEmpty());
        QCOMPARE(tree->find(u"assets/noise.bin")->size, 700'000);
        QVERIFY(tree->find(u"build.sh")->executable);
        QCOMPARE(tree->find(u"linked")->linkTarget, u"assets"_s);
        QCOMPARE(tree->find(u"hollow")->kind, EntryKind::Folder);
        QVERIFY(tree->find(u"linked/noise.bin") == nullptr);
        QVERIFY(std::is_sorted(tree->entries.begin(), tree->entries.end(),
                               [](const auto &a, const auto &b) { return comesBefore(a.path, b.path); }));
        const auto bare = readFolder(m_source, {}, false);
        QVERIFY(bare && bare->find(u"go.mod")->content.isEmpty());
    }

    void copiesAndDigestsAlike()
    {
        const QString target = m_dir->filePath(u"copy"_s);
        writeTree({{".hg/store", "x", false, {}}}, m_source);
        const auto copied = copyFolder(m_source, target);
        QVERIFY(copied);
        QCOMPARE(copied->files, 7);
        const auto original = digestFolder(m_source);
        const auto copy = digestFolder(target);
        QVERIFY(original && copy);
        QCOMPARE(*original, *copied);
        QCOMPARE(*copy, *copied);
        QVERIFY(!QFileInfo::exists(target + u"/.hg"));
        QVERIFY(QFileInfo(target + u"/build.sh").isExecutable());
        QCOMPARE(QFile::symLinkTarget(target + u"/linked"), target + u"/assets");
        QCOMPARE(QFileInfo(target + u"/go.mod").lastModified(), QFileInfo(m_source + u"/go.mod").lastModified());

        writeFile(target + u"/main.go", "package main\n");
        QVERIFY(digestFolder(target)->sha256 != copied->sha256);
        QVERIFY(!copyFolder(m_source, target)); // never over what is there
        QVERIFY(QFileInfo::exists(target + u"/main.go"));
    }

    void refusesLinksThatLeadOut_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("absolute") << u"/etc/passwd"_s;
        QTest::newRow("above") << u"../x"_s;
        QTest::newRow("by way of another") << u"internal/up/../.."_s;
    }
    void refusesLinksThatLeadOut()
    {
        QFETCH(QString, target);
        QVERIFY(QFile::link(u".."_s, m_source + u"/internal/up"));
        QCOMPARE(::symlink(qPrintable(target), qPrintable(m_source + u"/bad")), 0);
        const auto tree = readFolder(m_source);
        QVERIFY(!tree);
        QCOMPARE(tree.error().code, ErrorCode::Unsafe);
        QVERIFY(tree.error().reason.contains(u"bad"_s));
        QVERIFY(tree.error().reason.contains(target));
        QCOMPARE(digestFolder(m_source).error().code, ErrorCode::Unsafe);
        QCOMPARE(copyFolder(m_source, m_dir->filePath(u"copy"_s)).error().code, ErrorCode::Unsafe);
        QVERIFY(!QFileInfo::exists(m_dir->filePath(u"copy"_s)));
    }

    void keepsLimits()
    {
        ArchiveLimits limits;
        limits.maxEntries = 3;
        QCOMPARE(readFolder(m_source, limits).error().code, ErrorCode::TooLarge);
        limits = {};
        limits.maxTotalBytes = 1000;
        const auto tree = readFolder(m_source, limits);
        QCOMPARE(tree.error().code, ErrorCode::TooLarge);
        QVERIFY(!tree.error().reason.isEmpty());
    }

    void saysWhatIsNoFolder()
    {
        QCOMPARE(readFolder(m_dir->filePath(u"nowhere"_s)).error().code, ErrorCode::NotFound);
        const auto file = readFolder(m_source + u"/go.mod");
        QCOMPARE(file.error().code, ErrorCode::InvalidInput);
        QCOMPARE(file.error().message, u"go.mod is not a folder"_s);
        if (::geteuid() == 0)
            return; // root reads everything
        QFile::setPermissions(m_source + u"/main.go", {});
        QCOMPARE(digestFolder(m_source).error().code, ErrorCode::PermissionDenied);
    }

    void stopsWhenAsked()
    {
        const auto stop = std::make_unique<std::stop_source>(); // on the stack, GCC 12 takes it for uninitialised
        stop->request_stop();
        QCOMPARE(readFolder(m_source, {}, true, stop->get_token()).error().code, ErrorCode::Cancelled);
        QCOMPARE(digestFolder(m_source, stop->get_token()).error().code, ErrorCode::Cancelled);
        const QString target = m_dir->filePath(u"copy"_s);
        QCOMPARE(copyFolder(m_source, target, stop->get_token()).error().code, ErrorCode::Cancelled);
        QVERIFY(!QFileInfo::exists(target));
    }

    void noticesAFileThatGrows()
    {
        writeFile(m_source + u"/large.bin", QByteArray(64 << 20, 'x'));
        std::atomic<bool> isOver = false;
        std::thread writer([&] {
            QFile file(m_source + u"/large.bin");
            const bool isOpen = file.open(QIODevice::Append | QIODevice::Unbuffered);
            while (isOpen && !isOver) {
                file.write("y");
                std::this_thread::yield();
            }
        });
        const auto digest = digestFolder(m_source);
        isOver = true;
        writer.join();
        QVERIFY(!digest);
        QCOMPARE(digest.error().message, u"The source changed during the scan"_s);
        QVERIFY(digest.error().reason.startsWith(u"large.bin was written"_s));
    }

    void leavesOutNamesThatAreNoText()
    {
        const QByteArray path = QFile::encodeName(m_source) + "/\xFF\xFE.go";
        const int file = ::creat(path.constData(), 0644);
        if (file < 0)
            QSKIP("this file system takes only UTF-8");
        ::close(file);
        const auto tree = readFolder(m_source);
        QVERIFY(tree);
        QCOMPARE(tree->leftOut.size(), 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_source;
};

QTEST_GUILESS_MAIN(tst_FolderTree)
#include "tst_foldertree.moc"
