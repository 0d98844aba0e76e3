// SPDX-License-Identifier: Apache-2.0
#include "archive/archivejob.h"

#include "archive/foldertree.h"
#include "support/archivebuilder.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace plugsmith;
using namespace plugsmith::builder;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

/// Starts a job and waits for its end.
template<class T, class Start>
Result<T> resultOf(ArchiveJob &job, void (ArchiveJob::*finished)(const Result<T> &), Start start)
{
    std::optional<Result<T>> result;
    const auto connection = QObject::connect(&job, finished, &job, [&result](const Result<T> &r) { result = r; });
    start();
    const bool wasLate = !result.has_value();
    const bool hasEnded = QTest::qWaitFor([&result] { return result.has_value(); }, 30'000);
    QObject::disconnect(connection);
    if (!hasEnded || !wasLate)
        return Error{ErrorCode::TimedOut, hasEnded ? u"(before the call returned)"_s : u"(never)"_s, {}, {}};
    return *result;
}

Result<SourceTree> readArchive(const QString &path, const ArchiveLimits &limits = {})
{
    ArchiveJob job;
    return resultOf(job, &ArchiveJob::readFinished, [&] { job.read(path, limits); });
}

Result<UnpackReport> unpackArchive(const QString &path, const QString &folder, const ArchiveLimits &limits = {})
{
    ArchiveJob job;
    return resultOf(job, &ArchiveJob::unpackFinished, [&] { job.unpack(path, folder, limits); });
}

Result<PackReport> packFolder(const QString &folder, const QString &zip)
{
    ArchiveJob job;
    return resultOf(job, &ArchiveJob::packFinished, [&] { job.pack(folder, zip); });
}

/// A process called plugsmith-unpack that is a child of this one.
bool isWorkerRunning()
{
    const QStringList processes = QDir(u"/proc"_s).entryList({u"[0-9]*"_s});
    return std::any_of(processes.begin(), processes.end(), [](const QString &process) {
        QFile stat(u"/proc/"_s + process + u"/stat"_s);
        const QByteArray line = stat.open(QIODevice::ReadOnly) ? stat.readAll() : QByteArray();
        const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
        return line.contains("(plugsmith-unpac") && fields.value(0) != "Z" && fields.value(1).toInt() == ::getpid();
    });
}

} // namespace

class tst_ArchiveJob : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        qunsetenv("PLUGSMITH_UNPACK");
    }

    void readsATree()
    {
        QList<ZipItem> items = zipItems(sampleTree());
        items += ZipItem{.name = ".git/config", .content = "secret"};
        const QByteArray zip = zipOf(items);
        const QString path = write("sample.zip", zip);
        const auto tree = readArchive(path);
        QVERIFY2(tree, tree ? "" : qPrintable(tree.error().sentence()));
        QCOMPARE(tree->originPath, path);
        QCOMPARE(tree->archiveBytes, zip.size());
        QVERIFY(!tree->isFolder);
        QCOMPARE(tree->leftOut, QStringList{u".git"_s});

        // What a scan sees does not depend on how the source came.
        writeTree(sampleTree(), m_dir->filePath(u"sample"_s));
        const auto folder = readFolder(m_dir->filePath(u"sample"_s));
        QVERIFY(folder);
        QCOMPARE(tree->entries.size(), folder->entries.size());
        for (qsizetype i = 0; i < tree->entries.size(); ++i)
            QCOMPARE(tree->entries[i], folder->entries[i]);
        QCOMPARE(tree->totalBytes, folder->totalBytes);
    }

    void unpacksAndPacks()
    {
        const QString source = m_dir->filePath(u"sample"_s);
        writeTree(sampleTree(), source);
        writeTree({{".git/config", "secret", false, {}}}, source);
        const QString zip = m_dir->filePath(u"sample.zip"_s);
        write("sample.zip", "older");
        const auto packed = packFolder(source, zip);
        QVERIFY2(packed, packed ? "" : qPrintable(packed.error().sentence() + packed.error().detail));
        const QString folder = m_dir->filePath(u"out"_s);
        const auto unpacked = unpackArchive(zip, folder);
        QVERIFY2(unpacked, unpacked ? "" : qPrintable(unpacked.error().sentence()));
        QCOMPARE(unpacked->entries, packed->entries);
        QCOMPARE(unpacked->bytes, packed->bytes);
        QCOMPARE(digestFolder(folder)->sha256, digestFolder(source)->sha256);
        QVERIFY(!QFileInfo::exists(folder + u"/.git"));
        QCOMPARE(QDir(m_dir->path()).entryList(Everything), (QStringList{u"out"_s, u"sample"_s, u"sample.zip"_s}));

        const auto again = packFolder(source, m_dir->filePath(u"again.zip"_s));
        QVERIFY(again);
        QFile first(zip);
        QFile second(m_dir->filePath(u"again.zip"_s));
        QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
        QCOMPARE(second.readAll(), first.readAll());
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("archive");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("reason");
        QTest::newRow("foreign") << QByteArray("hello") << ErrorCode::Foreign
                                 << u"a.zip is not an archive Plugsmith can read"_s
                                 << u"It does not start like a zip, tar, zstd or 7z file."_s;
        const QByteArray zip = zipOf({{.name = "main.go", .content = "package main\n"}});
        QTest::newRow("damaged") << zip.left(50) << ErrorCode::Damaged << u"a.zip is damaged"_s
                                 << u"Reading stopped at main.go, byte 50. The download may be incomplete."_s;
        QTest::newRow("damaged early") << zip.left(20) << ErrorCode::Damaged << u"a.zip is damaged"_s
                                       << u"Reading stopped at a.zip, byte 20. The download may be incomplete."_s;
        QTest::newRow("damaged while unpacking")
            << zipOf({{.name = "a/b.go", .content = "package b\n"}, {.name = "x", .content = "x", .crc = 7}})
            << ErrorCode::Damaged << u"a.zip is damaged"_s
            << u"Reading stopped at x, byte 82. The download may be incomplete."_s;
        QTest::newRow("password") << zipOf({{.name = "x", .flags = 1}}) << ErrorCode::Encrypted
                                  << u"a.zip is protected by a password"_s
                                  << u"Plugsmith does not ask for archive passwords."_s;
        QTest::newRow("outside") << zipOf({{.name = "../../evil.go"}}) << ErrorCode::Unsafe
                                 << u"a.zip would write outside its folder"_s
                                 << u"The entry ../../evil.go points elsewhere, so nothing was unpacked."_s;
        QTest::newRow("twice") << zipOf({{.name = "x"}, {.name = "x"}}) << ErrorCode::Unsafe
                               << u"a.zip cannot be unpacked safely"_s << u"It holds x more than once."_s;
        QTest::newRow("too large") << tarOf({{.name = "x", .content = QByteArray(3 << 20, 'x')}}) << ErrorCode::TooLarge
                                   << u"a.zip is too large when unpacked"_s
                                   << u"It would need 3.0 MB; the limit is 2.0 MB."_s;
        QTest::newRow("unknown method") << zipOf({{.name = "x", .content = "x", .method = 12}})
                                        << ErrorCode::Unsupported << u"a.zip cannot be read"_s
                                        << u"It is compressed with a method that Plugsmith does not know."_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, archive);
        const QString path = write("a.zip", archive);
        ArchiveLimits limits;
        limits.maxTotalBytes = 2 << 20;
        const QString folder = m_dir->filePath(u"out"_s);
        const auto unpacked = unpackArchive(path, folder, limits);
        QVERIFY(!unpacked);
        QTEST(unpacked.error().code, "code");
        QTEST(unpacked.error().message, "message");
        QTEST(unpacked.error().reason, "reason");
        QVERIFY(!QFileInfo::exists(folder));
        QVERIFY(QDir(m_dir->path()).mkdir(u"out"_s));
        QVERIFY(!unpackArchive(path, folder, limits));
        QVERIFY(QDir(folder).exists() && QDir(folder).isEmpty(Everything)); // as before
    }

    void judgesPathsAtOnce()
    {
        const auto missing = readArchive(m_dir->filePath(u"nowhere.zip"_s));
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QCOMPARE(missing.error().message, u"nowhere.zip cannot be read"_s);
        const auto folder = readArchive(m_dir->path());
        QCOMPARE(folder.error().code, ErrorCode::InvalidInput);
        QVERIFY(folder.error().message.endsWith(u"is a folder"_s));
        QCOMPARE(readArchive(u"/dev/null"_s).error().code, ErrorCode::InvalidInput);

        const QString path = write("a.zip", zipOf({{.name = "x"}}));
        const auto full = unpackArchive(path, m_dir->path());
        QCOMPARE(full.error().code, ErrorCode::InvalidInput);
        QVERIFY(QFileInfo::exists(path));
        const auto nowhere = unpackArchive(path, u"/nowhere/at/all"_s);
        QCOMPARE(nowhere.error().code, ErrorCode::NotFound);
        QCOMPARE(packFolder(path, m_dir->filePath(u"b.zip"_s)).error().code, ErrorCode::InvalidInput);
        const auto noPlace = packFolder(m_dir->path(), u"/nowhere/b.zip"_s);
        QCOMPARE(noPlace.error().code, ErrorCode::NotFound);
    }

    void trustsNoWorker_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<ErrorCode>("code");
        const auto says = [](const QString &line) -> QString { return u"echo '"_s + line + u"';"_s; };
        const QString hello = says(u"{\"protocol\":1,\"format\":\"zip\"}"_s);
        const QString done = says(u"{\"done\":{\"entries\":0,\"bytes\":0,\"landlock\":1}}"_s);
        QTest::newRow("crash") << u"kill -SEGV $$"_s << ErrorCode::Damaged;
        QTest::newRow("crash in the middle") << hello + u"kill -ABRT $$"_s << ErrorCode::Damaged;
        QTest::newRow("silence") << u"exit 0"_s << ErrorCode::ProcessFailed;
        QTest::newRow("odd end") << u"echo oops >&2; exit 3"_s << ErrorCode::ProcessFailed;
        QTest::newRow("odd end after done") << hello + done + u"exit 3"_s << ErrorCode::ProcessFailed;
        QTest::newRow("text") << u"echo hello; sleep 60"_s << ErrorCode::ProcessFailed;
        QTest::newRow("endless line") << u"yes | tr -d '\\n'"_s << ErrorCode::ProcessFailed;
        QTest::newRow("more after the end") << hello + done + done << ErrorCode::ProcessFailed;
        QTest::newRow("other protocol") << says(u"{\"protocol\":2}"_s) + done << ErrorCode::ProcessFailed;
        QTest::newRow("half a frame") << hello + done + u"printf '{'"_s << ErrorCode::ProcessFailed;
        QTest::newRow("path outside") << hello + says(u"{\"entry\":\"../x\",\"kind\":\"folder\"}"_s) + done
                                      << ErrorCode::ProcessFailed;
        QTest::newRow("link outside") << hello + says(u"{\"entry\":\"x\",\"kind\":\"link\",\"target\":\"/\"}"_s) + done
                                      << ErrorCode::ProcessFailed;
        QTest::newRow("unknown error") << says(u"{\"error\":{\"code\":\"odd\"}}"_s) << ErrorCode::ProcessFailed;
        QTest::newRow("good") << hello + done << ErrorCode::Unknown;
    }
    void trustsNoWorker()
    {
        QFETCH(QString, script);
        QFETCH(ErrorCode, code);
        useWorker(script);
        const auto tree = readArchive(write("a.zip", zipOf({{.name = "x"}})));
        QCOMPARE(tree ? ErrorCode::Unknown : tree.error().code, code);
        if (tree)
            return;
        QVERIFY(!tree.error().message.isEmpty());
        QVERIFY(!tree.error().reason.isEmpty());
        if (code == ErrorCode::Damaged)
            QCOMPARE(tree.error().message, u"a.zip is damaged"_s);
    }

    void saysThatTheWorkerIsMissing()
    {
        qputenv("PLUGSMITH_UNPACK", "/nowhere/at/all");
        const auto tree = readArchive(write("a.zip", zipOf({{.name = "x"}})));
        QCOMPARE(tree.error().code, ErrorCode::ProcessFailed);
    }

    void cancelsInTheMiddle()
    {
        const QString path = writeLargeArchive();
        const QString folder = m_dir->filePath(u"out"_s);
        ArchiveJob job;
        QSignalSpy progress(&job, &ArchiveJob::progressed);
        QElapsedTimer timer;
        const auto unpacked = resultOf(job, &ArchiveJob::unpackFinished, [&] {
            job.unpack(path, folder);
            QVERIFY(progress.wait(20'000));
            QVERIFY(isWorkerRunning());
            QVERIFY(QFileInfo::exists(folder));
            timer.start();
            job.cancel();
        });
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!unpacked);
        QCOMPARE(unpacked.error().code, ErrorCode::Cancelled);
        QVERIFY(!isWorkerRunning());
        QVERIFY(!QFileInfo::exists(folder));
        job.cancel(); // nothing runs

        const auto tree = resultOf(job, &ArchiveJob::readFinished, [&] { job.read(path); });
        QVERIFY(tree); // it can be used again
    }

    void cancelsPacking()
    {
        const QString source = m_dir->filePath(u"sample"_s);
        writeTree(sampleTree(), source);
        ArchiveJob job;
        const auto packed = resultOf(job, &ArchiveJob::packFinished, [&] {
            job.pack(source, m_dir->filePath(u"sample.zip"_s));
            job.cancel();
        });
        QCOMPARE(packed.error().code, ErrorCode::Cancelled);
        QCOMPARE(QDir(m_dir->path()).entryList(Everything), QStringList{u"sample"_s});
    }

    void cleansUpWhenItIsDestroyed()
    {
        const QString folder = m_dir->filePath(u"out"_s);
        auto job = std::make_unique<ArchiveJob>();
        QSignalSpy progress(job.get(), &ArchiveJob::progressed);
        job->unpack(writeLargeArchive(), folder);
        QVERIFY(progress.wait(20'000));
        job.reset();
        QVERIFY(!isWorkerRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(folder), 5000);
    }

    void tellsHowFarItIs()
    {
        ArchiveJob job;
        QSignalSpy progress(&job, &ArchiveJob::progressed);
        const QString path = writeLargeArchive();
        const auto unpacked =
            resultOf(job, &ArchiveJob::unpackFinished, [&] { job.unpack(path, m_dir->filePath(u"out"_s)); });
        QVERIFY(unpacked);
        QVERIFY(!progress.isEmpty());
        qint64 last = -1;
        for (const QList<QVariant> &news : std::as_const(progress)) {
            QVERIFY(news[0].toLongLong() >= last);
            last = news[0].toLongLong();
            QCOMPARE(news[1].toLongLong(), unpacked->bytes);
            QVERIFY(last <= unpacked->bytes);
        }
    }

private:
    QString write(const char *name, const QByteArray &bytes)
    {
        return writeFile(m_dir->filePath(QLatin1StringView(name)), bytes);
    }
    /// Unpacking it takes a good part of a second.
    QString writeLargeArchive()
    {
        QList<ZipItem> items;
        const QByteArray content(400'000, 'x');
        for (int i = 0; i < 500; ++i)
            items += ZipItem{.name = "f" + QByteArray::number(i), .content = content};
        return write("large.zip", zipOf(items));
    }
    void useWorker(const QString &script)
    {
        const QString path = write("worker", "#!/bin/sh\n" + script.toUtf8() + '\n');
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("PLUGSMITH_UNPACK", path.toUtf8());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(tst_ArchiveJob)
#include "tst_archivejob.moc"
