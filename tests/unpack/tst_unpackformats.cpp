// SPDX-License-Identifier: Apache-2.0
#include "archive/foldertree.h"
#include "support/archivebuilder.h"
#include "support/workerrun.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::builder;
using namespace Qt::StringLiterals;

namespace {

using LongNames = TarItem::LongNames;

/// Every tree below is this one; so is its digest.
QByteArray sampleTar(LongNames longNames = LongNames::Gnu)
{
    return tarOf(tarItems(sampleTree(), longNames));
}

QList<ZipItem> sampleZip(void (*change)(ZipItem &))
{
    QList<ZipItem> items = zipItems(sampleTree());
    for (ZipItem &item : items)
        change(item);
    return items;
}

/// A tar cut into streams that follow each other, as parallel compressors write it.
std::optional<QByteArray> inPieces(const QString &program)
{
    const QByteArray tar = sampleTar();
    QByteArray all;
    for (qsizetype at = 0; at < tar.size(); at += 100'000) {
        const auto piece = compressedBy(program, tar.mid(at, 100'000));
        if (!piece)
            return std::nullopt;
        all += *piece;
    }
    return all;
}

} // namespace

class tst_UnpackFormats : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        writeTree(sampleTree(), m_dir.filePath(u"sample"_s));
        const auto digest = digestFolder(m_dir.filePath(u"sample"_s));
        QVERIFY(digest);
        QCOMPARE(digest->files, 7);
        m_digest = *digest;
    }

    void bringsEveryTreeBack_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("archive");
        addZips();
        QTest::newRow("tar, ustar") << u"tar"_s << sampleTar(LongNames::Ustar);
        QTest::newRow("tar, GNU names") << u"tar"_s << sampleTar();
        QTest::newRow("tar, pax") << u"tar"_s << sampleTar(LongNames::Pax);
        QTest::newRow("tar.gz") << u"tar.gz"_s << gzipped(sampleTar());
        QTest::newRow("tar.gz, two members")
            << u"tar.gz"_s << gzipped(sampleTar().left(70'001)) + gzipped(sampleTar().mid(70'001));
        const struct
        {
            QString program;
            QString format;
        } compressors[] = {{u"bzip2"_s, u"tar.bz2"_s}, {u"xz"_s, u"tar.xz"_s}, {u"zstd"_s, u"tar.zst"_s}};
        for (const auto &[program, format] : compressors) {
            if (const auto whole = compressedBy(program, sampleTar()))
                QTest::addRow("%s", qPrintable(format)) << format << *whole;
            if (const auto pieces = inPieces(program))
                QTest::addRow("%s, many streams", qPrintable(format)) << format << *pieces;
        }
        if (const auto bare = compressedBy(u"zstd"_s, sampleTar(), {u"--no-check"_s}))
            QTest::newRow("tar.zst, no checksum") << u"tar.zst"_s << *bare;
    }
    void bringsEveryTreeBack()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, archive);
        const QTemporaryDir dir;
        const QString path = writeFile(dir.filePath(u"any.name"_s), archive);
        const WorkerRun listed = runWorker({u"list"_s, path});
        QVERIFY(listed.isProtocol);
        QCOMPARE(listed.error, QJsonObject());
        QCOMPARE(listed.frames.first().fields.value("format"_L1).toString(), format);

        const QString folder = dir.filePath(u"out"_s);
        const WorkerRun run = runWorker({u"unpack"_s, path, folder});
        QCOMPARE(run.error, QJsonObject());
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.done.value("bytes"_L1).toInteger(), m_digest.bytes);
        const auto digest = digestFolder(folder);
        QVERIFY(digest);
        QCOMPARE(digest->sha256, m_digest.sha256);
        QCOMPARE(QFileInfo(folder + u"/main.go").lastModified().toSecsSinceEpoch(), 1'700'000'000);
        QVERIFY(QFileInfo(folder + u"/build.sh").isExecutable());
        QVERIFY(!QFileInfo(folder + u"/main.go").isExecutable());
        QVERIFY(QFileInfo(folder + u"/hollow").isDir());
    }

    void unpacksSevenZip_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("as it comes") << QStringList{};
        QTest::newRow("not solid, plain header") << QStringList{u"-ms=off"_s, u"-mhc=off"_s};
        QTest::newRow("LZMA") << QStringList{u"-m0=lzma"_s};
        QTest::newRow("bzip2") << QStringList{u"-m0=bzip2"_s};
        QTest::newRow("deflate") << QStringList{u"-m0=deflate"_s};
        QTest::newRow("stored") << QStringList{u"-m0=copy"_s};
    }
    void unpacksSevenZip()
    {
        QFETCH(QStringList, options);
        QString program = QStandardPaths::findExecutable(u"7z"_s);
        if (program.isEmpty())
            program = QStandardPaths::findExecutable(u"7zr"_s);
        if (program.isEmpty())
            QSKIP("neither 7z nor 7zr is installed");
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"sample.7z"_s);
        QProcess process;
        process.setWorkingDirectory(m_dir.filePath(u"sample"_s));
        process.start(program, QStringList{u"a"_s, u"-snl"_s} + options + QStringList{path, u"."_s});
        QVERIFY(process.waitForFinished(30'000));
        if (process.exitCode() != 0)
            QSKIP("this 7z does not know the method");
        const WorkerRun run = runWorker({u"unpack"_s, path, dir.filePath(u"out"_s)});
        QCOMPARE(run.error, QJsonObject());
        QCOMPARE(digestFolder(dir.filePath(u"out"_s))->sha256, m_digest.sha256);
    }

    void unpacksTheSmallSevenZip()
    {
        const QTemporaryDir dir;
        const QString path = writeFile(dir.filePath(u"tiny.7z"_s), tinySevenZip());
        const WorkerRun read = runWorker({u"read"_s, path});
        QCOMPARE(read.error, QJsonObject());
        QCOMPARE(read.paths(), (QStringList{u"cmd"_s, u"cmd/main.go"_s, u"go.mod"_s}));
        QCOMPARE(read.entry(u"go.mod"_s)->content, "module tiny\n");
        const WorkerRun run = runWorker({u"unpack"_s, path, dir.filePath(u"out"_s)});
        QCOMPARE(run.error, QJsonObject());
        QCOMPARE(QFileInfo(dir.filePath(u"out/cmd/main.go"_s)).size(), 13);
        QCOMPARE(QFileInfo(dir.filePath(u"out/go.mod"_s)).lastModified().toUTC().date(), QDate(2024, 1, 1));
    }

    void packsWhatItUnpacks()
    {
        const QTemporaryDir dir;
        const auto tree = readFolder(m_dir.filePath(u"sample"_s));
        QVERIFY(tree);
        QByteArray names;
        for (const SourceEntry &entry : tree->entries)
            names += entry.path.toUtf8() + '\0';
        const QString list = writeFile(dir.filePath(u"names"_s), names);
        const QStringList command{u"pack"_s, m_dir.filePath(u"sample"_s), dir.filePath(u"sample.zip"_s), list};
        const WorkerRun packed = runWorker(command);
        QCOMPARE(packed.error, QJsonObject());
        QCOMPARE(packed.done.value("entries"_L1).toInteger(), tree->entries.size());
        const WorkerRun unpacked = runWorker({u"unpack"_s, dir.filePath(u"sample.zip"_s), dir.filePath(u"out"_s)});
        QCOMPARE(unpacked.error, QJsonObject());
        QCOMPARE(digestFolder(dir.filePath(u"out"_s))->sha256, m_digest.sha256);

        QCOMPARE(runWorker(command).errorCode(), u"write"_s); // never over an existing file
        const QString unzip = QStandardPaths::findExecutable(u"unzip"_s);
        if (!unzip.isEmpty())
            QCOMPARE(QProcess::execute(unzip, {u"-tqq"_s, dir.filePath(u"sample.zip"_s)}), 0);
    }

private:
    static void addZips()
    {
        const auto row = [](const char *name, const QList<ZipItem> &items, const ZipOptions &options = {}) {
            QTest::newRow(name) << u"zip"_s << zipOf(items, options);
        };
        row("zip", sampleZip([](ZipItem &) {}));
        row("zip, stored", sampleZip([](ZipItem &item) { item.isDeflated = false; }));
        row("zip, data descriptors", sampleZip([](ZipItem &item) { item.hasDescriptor = true; }));
        row("zip64", sampleZip([](ZipItem &item) { item.isZip64 = true; }), {{}, {}, true});
        row("zip, comment with a signature", sampleZip([](ZipItem &) {}), {"PK\5\6 is how a zip ends", {}, false});

        QList<ZipItem> implied = sampleZip([](ZipItem &) {});
        implied.removeIf([](const ZipItem &item) { return item.name == "assets/"; });
        row("zip, folders implied", implied);
        QList<ZipItem> ofAfs = sampleZip([](ZipItem &item) { item.hasDescriptor = true; });
        ofAfs.prepend({.name = "/", .content = {}, .mode = 040755, .isDeflated = false});
        row("zip, an entry called /", ofAfs);

        // KZip would take these for the end of an entry with a data descriptor.
        QList<ZipItem> traps = sampleZip([](ZipItem &item) { item.hasDescriptor = true; });
        for (ZipItem &item : traps)
            item.isDeflated = item.isDeflated && !item.name.endsWith(".go");
        row("zip, stored with data descriptors", traps);
    }

    QTemporaryDir m_dir;
    TreeDigest m_digest;
};

QTEST_GUILESS_MAIN(tst_UnpackFormats)
#include "tst_unpackformats.moc"
