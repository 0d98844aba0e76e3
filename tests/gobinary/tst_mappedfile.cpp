// SPDX-License-Identifier: Apache-2.0
#include "gobinary/mappedfile.h"

#include "gobinary/shrinkguard.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <list>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

QString fileWith(const QTemporaryDir &dir, const QByteArray &content)
{
    const QString path = dir.filePath(u"file"_s);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
    return path;
}

} // namespace

class tst_MappedFile : public QObject
{
    Q_OBJECT

private slots:
    void maps()
    {
        const QTemporaryDir dir;
        auto file = MappedFile::open(fileWith(dir, "content"));
        QVERIFY(file);
        QCOMPARE(file->bytes(), QByteArrayView("content"));
        MappedFile moved = std::move(*file);
        QCOMPARE(moved.bytes(), QByteArrayView("content"));
        moved = std::move(*MappedFile::open(fileWith(dir, "")));
        QVERIFY(moved.bytes().empty());
        QVERIFY(!moved.wasCut());
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("missing") << u"/nowhere/at/all.so"_s << ErrorCode::NotFound;
        QTest::newRow("folder") << u"/"_s << ErrorCode::Foreign;
        QTest::newRow("device") << u"/dev/zero"_s << ErrorCode::Foreign;
        QTest::newRow("part of the path is a file") << u"/dev/null/x"_s << ErrorCode::NotFound;
    }
    void saysWhyNot()
    {
        QFETCH(QString, path);
        const auto file = MappedFile::open(path);
        QVERIFY(!file);
        QTEST(file.error().code, "code");
        QVERIFY(!file.error().reason.isEmpty());
    }

    void doesNotWaitForPipes()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        const auto file = MappedFile::open(path);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::Foreign);
    }

    void survivesAFileThatShrinks()
    {
        const QTemporaryDir dir;
        const auto page = static_cast<qsizetype>(::sysconf(_SC_PAGESIZE));
        const QByteArray content(8 * page, 'x');
        const QString path = fileWith(dir, content);
        const auto file = MappedFile::open(path);
        QVERIFY(file);
        QCOMPARE(file->bytes()[page], 'x');
        QVERIFY(QFile::resize(path, 2 * page));
        QVERIFY(!file->wasCut()); // nothing missing was read yet
        std::thread other([&] { QCOMPARE(file->bytes()[5 * page + 7], '\0'); });
        other.join();
        QVERIFY(file->wasCut());
        QCOMPARE(file->bytes()[page], 'x');
        QCOMPARE(file->bytes()[2 * page], '\0');
        QCOMPARE(file->bytes()[8 * page - 1], '\0');
    }

    void guardsManyAtATime()
    {
        const QTemporaryDir dir;
        const QString path = fileWith(dir, "content");
        std::list<MappedFile> files;
        for (int i = 0; i < ShrinkGuard::MostGuards + 10; ++i) {
            auto file = MappedFile::open(path);
            QVERIFY(file);
            files.push_back(std::move(*file));
        }
        const ShrinkGuard oneTooMany(files.front().bytes().data(), 1);
        QVERIFY(!oneTooMany.isActive());
        files.clear();
        const ShrinkGuard again(&path, 1);
        QVERIFY(again.isActive());
    }
};

QTEST_GUILESS_MAIN(tst_MappedFile)
#include "tst_mappedfile.moc"
