// SPDX-License-Identifier: Apache-2.0
#include "gobinary/gzipfile.h"

#include "gobinary/binaryfile.h"
#include "support/pgofolder.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <elf.h>

using namespace plugsmith;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

namespace {

const std::atomic<bool> NotCancelled = false;

/// An ELF file that is complete in itself: a header, 100 KB that do not compress, a section header table at the end.
QByteArray elf()
{
    QRandomGenerator random(1);
    QByteArray noise(100'000, '\0');
    for (char &c : noise)
        c = static_cast<char>(random.bounded(256));
    Elf64_Ehdr header = {};
    std::memcpy(header.e_ident,
                "\x7f"
                "ELF\x02\x01\x01",
                7);
    header.e_type = ET_DYN;
    header.e_machine = EM_X86_64;
    header.e_shoff = sizeof(header) + static_cast<quint64>(noise.size());
    header.e_shentsize = sizeof(Elf64_Shdr);
    header.e_shnum = 1;
    return QByteArray(reinterpret_cast<const char *>(&header), sizeof(header)) + noise +
           QByteArray(sizeof(Elf64_Shdr), '\0');
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

} // namespace

class tst_GzipFile : public QObject
{
    Q_OBJECT

private slots:
    void unpacks_data()
    {
        QTest::addColumn<QByteArray>("compressed");
        QTest::addColumn<int>("code"); // -1 is success
        const QByteArray good = gzipped(elf());
        const QByteArray flushed = gzipped(elf(), false);
        const int fine = -1;
        const int damaged = static_cast<int>(ErrorCode::Damaged);
        QTest::newRow("complete") << good << fine;
        QTest::newRow("flushed only, as pgo does") << flushed << fine;
        QTest::newRow("flushed in the middle") << gzipped(elf().first(50'000), false) << damaged;
        QTest::newRow("flushed, but no ELF file") << gzipped("text", false) << damaged;
        QTest::newRow("cut in the middle") << good.first(good.size() / 2) << damaged;
        QTest::newRow("flushed and then cut") << flushed.chopped(1) << damaged;
        QTest::newRow("without the checksum") << good.chopped(8) << damaged;
        QTest::newRow("half of the checksum") << good.chopped(3) << damaged;
        QTest::newRow("only the header") << good.first(10) << damaged;
        QTest::newRow("nothing") << QByteArray() << damaged;
        QByteArray wrong = good;
        wrong[wrong.size() - 6] = static_cast<char>(wrong[wrong.size() - 6] + 1);
        QTest::newRow("wrong checksum") << wrong << damaged;
        QByteArray broken = good;
        broken.replace(20, 100, QByteArray(100, '\xff'));
        QTest::newRow("broken data") << broken << damaged;
        QTest::newRow("two members") << gzipped(elf().first(60'000)) + gzipped(elf().sliced(60'000)) << fine;
        QTest::newRow("filled up with zeros") << good + QByteArray(512, '\0') << fine;
        QTest::newRow("something behind it") << good + "more" << damaged;
        QTest::newRow("second member cut") << good + good.first(good.size() / 2) << damaged;
    }
    void unpacks()
    {
        QFETCH(QByteArray, compressed);
        QFETCH(int, code);
        const auto content = gunzip(compressed, u"x.so.gz"_s);
        QCOMPARE(content ? -1 : static_cast<int>(content.error().code), code);
        if (content)
            QCOMPARE(*content, elf());

        const QTemporaryDir dir;
        QVERIFY(write(dir.filePath(u"x.so.gz"_s), compressed));
        const auto written = gzipExpand(dir.filePath(u"x.so.gz"_s), dir.filePath(u"x.so"_s), NotCancelled);
        QCOMPARE(written ? -1 : static_cast<int>(written.error().code), code);
        QCOMPARE(QFile::exists(dir.filePath(u"x.so"_s)), written.has_value());
        if (written) {
            QCOMPARE(*written, qint64(elf().size()));
            QCOMPARE(contentOf(dir.filePath(u"x.so"_s)), elf());
        }
    }

    void namesTheReasonInThePersonsWords()
    {
        const auto cut = gunzip(gzipped(elf()).chopped(1000), u"x.so.gz"_s);
        QVERIFY(!cut);
        QCOMPARE(cut.error().message, u"x.so.gz is incomplete"_s);
        QCOMPARE(cut.error().reason, u"The gzip stream ends early."_s);
    }

    void stopsBombs()
    {
        const QByteArray bomb = gzipped(QByteArray(20'000'000, '\0'));
        QVERIFY(bomb.size() < 30'000);
        const auto content = gunzip(bomb, u"x.so.gz"_s, 1'000'000);
        QVERIFY(!content);
        QCOMPARE(content.error().code, ErrorCode::TooLarge);
        QCOMPARE(gunzipStart(bomb, 100), QByteArray(100, '\0'));
        QVERIFY(gunzipStart("no gzip", 100).isEmpty());
        const QTemporaryDir dir;
        QVERIFY(write(dir.filePath(u"x.gz"_s), bomb));
        const auto file = gzipExpand(dir.filePath(u"x.gz"_s), dir.filePath(u"x"_s), NotCancelled, 1'000'000);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::TooLarge);
        QVERIFY(!QFile::exists(dir.filePath(u"x"_s)));
        // As an archive of another kind it is not unpacked just to be looked at.
        const auto facts = binaryFacts(bomb, u"x.gz"_s);
        QVERIFY(facts);
        QCOMPARE(facts->format, BinaryFormat::Other);
        QVERIFY(facts->isCompressed && facts->contentSize == 0);
    }

    void packs_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("plugin") << elf();
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("one byte") << QByteArray("x");
        QTest::newRow("exactly one chunk") << QByteArray(256 * 1024, 'x');
        QTest::newRow("several chunks") << elf() + QByteArray(1'000'000, 'x') + elf() + elf() + elf();
    }
    void packs()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir dir;
        const QString from = dir.filePath(u"a.so"_s);
        const QString to = dir.filePath(u"a.so.gz"_s);
        QVERIFY(write(from, content));
        const auto written = gzipCompress(from, to, NotCancelled);
        QVERIFY(written);
        const QByteArray packed = contentOf(to);
        QCOMPARE(*written, qint64(packed.size()));
        QCOMPARE(packed.first(10).toHex(), QByteArray("1f8b08000000000000ff")); // no name, no time, no system
        QCOMPARE(*gunzip(packed, u"x"_s), content);

        QVERIFY(write(dir.filePath(u"b.so"_s), content));
        QVERIFY(gzipCompress(dir.filePath(u"b.so"_s), dir.filePath(u"b.so.gz"_s), NotCancelled));
        QCOMPARE(contentOf(dir.filePath(u"b.so.gz"_s)), packed);

        const QString gzip = QStandardPaths::findExecutable(u"gzip"_s);
        if (!gzip.isEmpty())
            QCOMPARE(QProcess::execute(gzip, {u"-t"_s, to}), 0);
    }

    void leavesNothingBehind()
    {
        const QTemporaryDir dir;
        const QString from = dir.filePath(u"a.so"_s);
        const QString to = dir.filePath(u"a.so.gz"_s);
        QVERIFY(write(from, elf()));
        const std::atomic<bool> cancelled = true;
        const auto packed = gzipCompress(from, to, cancelled);
        QVERIFY(!packed);
        QCOMPARE(packed.error().code, ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(to));
        QVERIFY(gzipCompress(from, to, NotCancelled));
        const auto expanded = gzipExpand(to, dir.filePath(u"b.so"_s), cancelled);
        QVERIFY(!expanded);
        QCOMPARE(expanded.error().code, ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(dir.filePath(u"b.so"_s)));
    }

    void neverWritesOverAFile()
    {
        const QTemporaryDir dir;
        QVERIFY(write(dir.filePath(u"a"_s), "a") && write(dir.filePath(u"b"_s), "b"));
        QVERIFY(!gzipCompress(dir.filePath(u"a"_s), dir.filePath(u"b"_s), NotCancelled));
        QCOMPARE(contentOf(dir.filePath(u"b"_s)), "b");
        QVERIFY(!gzipExpand(dir.filePath(u"a"_s), dir.filePath(u"b"_s), NotCancelled));
        QCOMPARE(contentOf(dir.filePath(u"b"_s)), "b");
        const auto missing = gzipCompress(dir.filePath(u"c"_s), dir.filePath(u"d"_s), NotCancelled);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        const auto nowhere = gzipCompress(dir.filePath(u"a"_s), u"/nowhere/at/all"_s, NotCancelled);
        QCOMPARE(nowhere.error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(tst_GzipFile)
#include "tst_gzipfile.moc"
