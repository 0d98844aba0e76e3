// SPDX-License-Identifier: Apache-2.0
#include "support/archivebuilder.h"
#include "support/workerrun.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::builder;
using namespace Qt::StringLiterals;

namespace {

QList<SampleFile> smallTree()
{
    QList<SampleFile> tree = sampleTree();
    tree.removeIf([](const SampleFile &file) { return file.content.size() > 10'000; });
    for (int i = 0; i < 8; ++i)
        tree.append({"pkg/file" + QByteArray::number(i) + ".go", "package pkg\n" + QByteArray(90 * i, 'x'), false, {}});
    return tree;
}

} // namespace

/// Archives that break off or were changed on the way.
class tst_UnpackDamage : public QObject
{
    Q_OBJECT

private slots:
    void seesThatAnArchiveBreaksOff_data()
    {
        QTest::addColumn<QByteArray>("archive");
        QTest::newRow("zip") << zipOf(zipItems(smallTree()));
        QTest::newRow("tar") << tarOf(tarItems(smallTree())).chopped(1024); // one may lack a part of its zeros
        QTest::newRow("tar.gz") << gzipped(tarOf(tarItems(smallTree())));
        QTest::newRow("7z") << tinySevenZip();
        for (const auto &program : {u"bzip2"_s, u"xz"_s, u"zstd"_s}) {
            if (const auto bytes = compressedBy(program, tarOf(tarItems(smallTree()))))
                QTest::newRow(qPrintable(program)) << *bytes;
        }
    }
    void seesThatAnArchiveBreaksOff()
    {
        QFETCH(QByteArray, archive);
        const QTemporaryDir dir;
        const qsizetype step = archive.size() > 5000 ? 97 * 7 : (archive.size() > 500 ? 97 : 7);
        for (qsizetype length = 0; length < archive.size(); length += step) {
            const QString path = writeFile(dir.filePath(u"archive"_s), archive.left(length));
            const WorkerRun run = runWorker({u"unpack"_s, path, dir.filePath(u"out"_s)});
            QVERIFY2(run.isProtocol && !run.hasCrashed, qPrintable(QString::number(length)));
            const bool isSeen = run.errorCode() == u"damaged"_s || (length < 512 && run.errorCode() == u"foreign"_s);
            QVERIFY2(isSeen, qPrintable(QString::number(length) + run.errorCode()));
            QVERIFY(QDir(dir.filePath(u"out"_s)).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        }
    }

    void saysWhereReadingStopped_data()
    {
        QTest::addColumn<QByteArray>("archive");
        QTest::addColumn<QString>("entry");
        QTest::addColumn<qint64>("byte");
        const QByteArray zip = zipOf(zipItems(smallTree()));
        const qsizetype third = zip.indexOf("pkg/file3.go");
        QTest::newRow("zip that breaks off") << zip.left(third + 30) << u"pkg/file3.go"_s << qint64(third + 30);
        const QByteArray tar = tarOf(tarItems(smallTree()));
        const qsizetype fifth = tar.indexOf("pkg/file5.go");
        QTest::newRow("tar that breaks off") << tar.left(fifth + 600) << u"pkg/file5.go"_s << qint64(fifth + 600);
        QTest::newRow("tar that breaks off in a header")
            << tar.left(fifth + 100) << u"pkg/file4.go"_s << qint64(fifth + 100);
        const QByteArray gz = gzipped(tar.left(fifth + 600)).chopped(8);
        QTest::newRow("tar.gz that breaks off") << gz << u"pkg/file5.go"_s << qint64(gz.size());

        QByteArray changed = zipOf({{.name = "a.go", .content = "package a\n", .isDeflated = false},
                                    {.name = "b.go", .content = "package b\n", .isDeflated = false}});
        const qsizetype at = changed.indexOf("package b");
        changed[at] = 'P';
        QTest::newRow("zip with a wrong byte") << changed << u"b.go"_s << qint64(at + 10);
    }
    void saysWhereReadingStopped()
    {
        QFETCH(QByteArray, archive);
        const QTemporaryDir dir;
        const QString path = writeFile(dir.filePath(u"archive"_s), archive);
        const WorkerRun run = runWorker({u"unpack"_s, path, dir.filePath(u"out"_s)});
        QCOMPARE(run.errorCode(), u"damaged"_s);
        QTEST(run.errorText("entry"), "entry");
        QTEST(run.error.value("byte"_L1).toInteger(-1), "byte");
    }

    /// K7Zip has no bounds; whatever it does, what comes back is an error or the right content.
    void survivesChangedSevenZips()
    {
        const QByteArray whole = tinySevenZip();
        const QTemporaryDir dir;
        for (qsizetype at = 6; at < whole.size(); ++at) {
            QByteArray changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
            const QString path = writeFile(dir.filePath(u"changed.7z"_s), changed);
            const WorkerRun run = runWorker({u"read"_s, path});
            if (run.hasCrashed)
                continue; // the other side calls that damaged
            QVERIFY2(run.isProtocol, qPrintable(QString::number(at)));
            if (at == 6 || at == 7) // the version is not checked
                continue;
            const bool isRight = run.error.isEmpty() && run.entry(u"go.mod"_s)->content == "module tiny\n" &&
                                 run.entry(u"cmd/main.go"_s)->content == "package main\n";
            QVERIFY2(!run.error.isEmpty() || isRight, qPrintable(QString::number(at)));
        }
    }

    void noticesEveryChangedByteOfAZip()
    {
        const QByteArray whole = zipOf({{.name = "a.go", .content = "package a // " + QByteArray(60, 'x')},
                                        {.name = "b.go", .content = "package b\n", .isDeflated = false}});
        const QTemporaryDir dir;
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ 0x10);
            const WorkerRun run = runWorker({u"read"_s, writeFile(dir.filePath(u"changed.zip"_s), changed)});
            QVERIFY2(run.isProtocol && !run.hasCrashed, qPrintable(QString::number(at)));
            const Frame *a = run.entry(u"a.go"_s);
            QVERIFY(!run.error.isEmpty() || a == nullptr || a->content.startsWith("package a // xxx"));
        }
    }
};

QTEST_GUILESS_MAIN(tst_UnpackDamage)
#include "tst_unpackdamage.moc"
