// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden);
}

} // namespace

class tst_AtomicFile : public QObject
{
    Q_OBJECT

private slots:
    void replacesWhole()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"a.pinf"_s);
        QVERIFY(writeFileAtomically(path, "one"));
        QVERIFY(writeFileAtomically(path, "two"));
        QCOMPARE(contentOf(path), "two");
        QCOMPARE(filesIn(dir.path()), QStringList{u"a.pinf"_s});
    }

    void copiesWithMode()
    {
        const QTemporaryDir dir;
        const QByteArray bytes(3'000'001, 'x');
        QVERIFY(writeDurably(dir.filePath(u"a"_s), bytes));
        QFile::setPermissions(dir.filePath(u"a"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(copyDurably(dir.filePath(u"a"_s), dir.filePath(u"b"_s)));
        QCOMPARE(contentOf(dir.filePath(u"b"_s)), bytes);
        QVERIFY(QFileInfo(dir.filePath(u"b"_s)).isExecutable());
        QVERIFY(!copyDurably(dir.filePath(u"a"_s), dir.filePath(u"b"_s))); // never over an existing file
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no folder") << u"/nowhere/at/all/a.so"_s << ErrorCode::NotFound;
        QTest::newRow("full disk") << u"/dev/full"_s << ErrorCode::NoSpace;
        QTest::newRow("kernel's own") << u"/proc/a.so"_s << ErrorCode::NotFound;
    }
    void saysWhyNot()
    {
        QFETCH(QString, path);
        const auto written = path == u"/dev/full"_s ? copyToFull() : writeFileAtomically(path, "x");
        QVERIFY(!written);
        QTEST(written.error().code, "code");
        QVERIFY(!written.error().message.isEmpty());
        QVERIFY(!written.error().reason.isEmpty());
    }

    void leavesNothingBehindWhenDenied()
    {
        if (::geteuid() == 0)
            QSKIP("root may write everywhere");
        const QTemporaryDir dir;
        QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::ExeOwner);
        const auto written = writeFileAtomically(dir.filePath(u"a"_s), "x");
        QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::PermissionDenied);
        QVERIFY(filesIn(dir.path()).isEmpty());
    }

    void temporaryNamesAreOurs()
    {
        const QString name = temporaryNameFor(u"/x/pricing.so"_s);
        QVERIFY(name.startsWith(u"/x/."_s));
        QVERIFY(isTemporaryName(QFileInfo(name).fileName()));
        QVERIFY(!isTemporaryName(u"pricing.so"_s));
        QCOMPARE(ownerOfTemporaryName(QFileInfo(name).fileName()), ::getpid());
        QCOMPARE(finalNameOfTemporary(QFileInfo(temporaryNameFor(u"/x/a-b.so"_s)).fileName()), u"a-b.so"_s);
        QVERIFY(!ownerOfTemporaryName(u".plugsmith-x-1-a.so"_s));
        QVERIFY(!ownerOfTemporaryName(u"pricing.so"_s));
        QVERIFY(name != temporaryNameFor(u"/x/pricing.so"_s));
    }

private:
    /// A disk that is full, without filling one: the mapping of ENOSPC to words is what counts.
    static Result<void> copyToFull() { return errorFromErrno(ENOSPC, u"a was not written."_s, u"/x"_s); }
};

QTEST_GUILESS_MAIN(tst_AtomicFile)
#include "tst_atomicfile.moc"
