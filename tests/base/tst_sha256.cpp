// SPDX-License-Identifier: Apache-2.0
#include "base/sha256.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_Sha256 : public QObject
{
    Q_OBJECT

private slots:
    /// The examples of FIPS 180-2.
    void knownDigests_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("digest");
        QTest::newRow("empty") << QByteArray()
                               << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("one block") << QByteArray("abc")
                                   << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                    << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        QTest::newRow("a million") << QByteArray(1'000'000, 'a')
                                   << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }
    void knownDigests()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, digest);
        Sha256 hash;
        hash.add(text);
        QCOMPARE(hash.take().toHex(), digest);
        hash.add(text); // begun anew
        QCOMPARE(hash.take().toHex(), digest);
    }

    void takesParts()
    {
        QByteArray text;
        Sha256 hash;
        for (int size = 0; size < 200; ++size) {
            const QByteArray part(size, static_cast<char>(size));
            text += part;
            hash.add(part);
        }
        QCOMPARE(hash.take(), QCryptographicHash::hash(text, QCryptographicHash::Sha256));
    }

    void readsFiles_data()
    {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 1'000'003})
            QTest::addRow("%d", bytes) << bytes;
    }
    void readsFiles()
    {
        QFETCH(int, bytes);
        const QTemporaryDir folder;
        QByteArray content(bytes, 'x');
        for (int i = 0; i < bytes; i += 100)
            content[i] = static_cast<char>(i);
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == bytes);
        file.close();
        const QByteArray expected = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
        QCOMPARE(sha256OfFile(file.fileName()).value_or(QString()), QString::fromLatin1(expected));
    }

    void saysWhatCannotBeRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("no file") << u"nowhere"_s;
        QTest::newRow("a folder") << u"."_s;
    }
    void saysWhatCannotBeRead()
    {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        const auto digest = sha256OfFile(folder.filePath(name));
        QVERIFY(!digest);
        QCOMPARE(digest.error().code, ErrorCode::ReadFailed);
        QVERIFY(digest.error().message.endsWith(u"cannot be read."_s));
    }
};

QTEST_GUILESS_MAIN(tst_Sha256)
#include "tst_sha256.moc"
