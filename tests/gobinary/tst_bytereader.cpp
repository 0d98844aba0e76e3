// SPDX-License-Identifier: Apache-2.0
#include "gobinary/bytereader.h"

#include <QTest>

#include <limits>

using namespace plugsmith;

namespace {

constexpr quint64 Huge = std::numeric_limits<quint64>::max();

} // namespace

class tst_ByteReader : public QObject
{
    Q_OBJECT

private slots:
    void readsBothOrders()
    {
        const QByteArray bytes("\x01\x02\x03\x04\x05\x06\x07\x08", 8);
        const ByteReader little(bytes, ByteOrder::Little, 4);
        const ByteReader big(bytes, ByteOrder::Big, 8);
        QCOMPARE(little.u8(7), quint8(8));
        QCOMPARE(little.u16(0), quint16(0x0201));
        QCOMPARE(big.u16(0), quint16(0x0102));
        QCOMPARE(little.u32(1), quint32(0x05040302));
        QCOMPARE(big.u64(0), quint64(0x0102030405060708));
        QCOMPARE(little.word(4), quint64(0x08070605));
        QCOMPARE(big.word(0), quint64(0x0102030405060708));
    }

    void refusesWhatLiesOutside_data()
    {
        QTest::addColumn<quint64>("offset");
        QTest::addColumn<quint64>("length");
        QTest::addColumn<bool>("inside");
        QTest::newRow("all") << quint64(0) << quint64(8) << true;
        QTest::newRow("nothing at the end") << quint64(8) << quint64(0) << true;
        QTest::newRow("nothing behind the end") << quint64(9) << quint64(0) << false;
        QTest::newRow("one too many") << quint64(1) << quint64(8) << false;
        QTest::newRow("offset at the top") << Huge << quint64(1) << false;
        QTest::newRow("length at the top") << quint64(1) << Huge << false;
        QTest::newRow("sum wraps to zero") << quint64(4) << Huge - 3 << false;
    }
    void refusesWhatLiesOutside()
    {
        QFETCH(quint64, offset);
        QFETCH(quint64, length);
        const ByteReader reader(QByteArrayView("12345678", 8));
        QTEST(reader.contains(offset, length), "inside");
        QTEST(reader.bytes(offset, length).has_value(), "inside");
        QCOMPARE(reader.u64(offset).has_value(), offset == 0);
        QCOMPARE(ByteReader().u8(offset), std::nullopt);
    }

    void readsVarints_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isValid");
        QTest::addColumn<quint64>("value");
        QTest::newRow("one byte") << QByteArray("\x7f") << true << quint64(127);
        QTest::newRow("two bytes") << QByteArray("\x80\x01") << true << quint64(128);
        QTest::newRow("largest") << QByteArray(9, '\xff') + '\x01' << true << Huge;
        QTest::newRow("65 bits") << QByteArray(9, '\xff') + '\x02' << false << quint64(0);
        QTest::newRow("eleven bytes") << QByteArray(10, '\x80') + '\x01' << false << quint64(0);
        QTest::newRow("breaks off") << QByteArray("\x80") << false << quint64(0);
        QTest::newRow("empty") << QByteArray() << false << quint64(0);
    }
    void readsVarints()
    {
        QFETCH(QByteArray, bytes);
        const auto varint = ByteReader(bytes).varint(0);
        QTEST(varint.has_value(), "isValid");
        if (varint) {
            QTEST(varint->value, "value");
            QCOMPARE(varint->length, quint64(bytes.size()));
        }
        QVERIFY(!ByteReader(bytes).varint(Huge));
    }

    void textsNeedAnEnd()
    {
        const ByteReader reader(QByteArrayView("one\0two", 7));
        QCOMPARE(reader.textAt(0), QByteArrayView("one"));
        QCOMPARE(reader.textAt(3), QByteArrayView(""));
        QVERIFY(!reader.textAt(4));
        QVERIFY(!reader.textAt(7));
        QVERIFY(!reader.textAt(Huge));
        const QByteArray longest(ByteReader::MaxText, 'x');
        const QByteArray ended = longest + '\0';
        const QByteArray tooLong = "x" + ended;
        QCOMPARE(ByteReader(ended).textAt(0), QByteArrayView(longest));
        QVERIFY(!ByteReader(tooLong).textAt(0));
    }

    void cursorRemembersTheEnd()
    {
        const ByteReader reader(QByteArrayView("\x01\x02\x03", 3), ByteOrder::Little, 4);
        ByteCursor cursor(reader, 0);
        QCOMPARE(cursor.u16(), quint16(0x0201));
        QCOMPARE(cursor.word(), quint64(0));
        QVERIFY(!cursor.isIntact());
        QCOMPARE(cursor.u8(), quint8(0)); // although there is one
        ByteCursor skipping(reader, 1);
        skipping.skip(Huge);
        QVERIFY(!skipping.isIntact());
    }
    void cursorReadsVarintsAndTexts()
    {
        const QByteArray bytes = QByteArray::fromHex("ac02") + QByteArray(11, '\xff') + '\x7f' + "ab" + '\0' + "cd";
        ByteCursor cursor(ByteReader(bytes), 0);
        QCOMPARE(cursor.varint(), quint64(300));
        ByteCursor tooLong = cursor;
        QCOMPARE(tooLong.varint(), quint64(0));
        QVERIFY(!tooLong.isIntact());
        cursor.skipVarint();
        QCOMPARE(cursor.text(), QByteArrayView("ab"));
        QVERIFY(cursor.isIntact());
        ByteCursor failed = cursor;
        failed.fail();
        QCOMPARE(failed.u8(), quint8(0));
        QCOMPARE(cursor.text(), QByteArrayView()); // without an end
        QVERIFY(!cursor.isIntact());
        ByteCursor open(ByteReader(QByteArrayView("\xff\xff", 2)), 0);
        open.skipVarint();
        QVERIFY(!open.isIntact());
    }
};

QTEST_GUILESS_MAIN(tst_ByteReader)
#include "tst_bytereader.moc"
