// SPDX-License-Identifier: Apache-2.0
#include "gobinary/releasefamily.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_ReleaseFamily : public QObject
{
    Q_OBJECT

private slots:
    void knowsTheLayouts_data()
    {
        QTest::addColumn<quint32>("magic");
        QTest::addColumn<int>("hashesWord");
        QTest::addColumn<int>("recordWords");
        QTest::addColumn<QString>("text");
        QTest::newRow("1.15") << 0xfffffffbU << 41 << 57 << u"1.8–1.15"_s;
        QTest::newRow("1.17") << 0xfffffffaU << 51 << 0 << u"1.16–1.17"_s;
        QTest::newRow("1.19") << 0xfffffff0U << 53 << 69 << u"1.18–1.19"_s;
        QTest::newRow("1.20") << 0xfffffff1U << 55 << 71 << u"1.20"_s;
        QTest::newRow("1.22") << 0xfffffff1U << 55 << 74 << u"1.21–1.22"_s;
        QTest::newRow("1.25") << 0xfffffff1U << 55 << 73 << u"1.23–1.25"_s;
        QTest::newRow("length not said") << 0xfffffff1U << 55 << 0 << u"1.20–1.25"_s;
        QTest::newRow("1.26") << 0xfffffff1U << 56 << 74 << u"1.26"_s;
        QTest::newRow("1.26, length not said") << 0xfffffff1U << 56 << 0 << u"1.26 or newer"_s;
        QTest::newRow("longer record") << 0xfffffff1U << 56 << 75 << u"1.26 or newer"_s;
        QTest::newRow("other position") << 0xfffffff1U << 57 << 74 << u"1.27 or newer"_s;
        QTest::newRow("unexpected position") << 0xfffffff1U << 20 << 74 << u"1.20 or newer"_s;
        QTest::newRow("next magic") << 0xfffffff2U << 56 << 74 << u"1.27 or newer"_s;
        QTest::newRow("no magic") << 0x464c457fU << 56 << 74 << QString();
    }
    void knowsTheLayouts()
    {
        QFETCH(quint32, magic);
        QFETCH(int, hashesWord);
        QFETCH(int, recordWords);
        QFETCH(QString, text);
        const auto family = ReleaseFamily::of(magic, hashesWord, recordWords);
        QCOMPARE(family.toString(), text);
        QCOMPARE(family.isValid(), !text.isEmpty());
        QCOMPARE(ReleaseFamily::isMagic(magic), family.isValid());
    }

    void contains()
    {
        const auto version = [](QStringView text) { return *GoVersion::parse(text); };
        const auto closed = ReleaseFamily::of(0xfffffff1, 55, 73);
        QVERIFY(!closed.contains(version(u"1.22.12")));
        QVERIFY(closed.contains(version(u"1.23rc1")));
        QVERIFY(closed.contains(version(u"1.25.12")));
        QVERIFY(!closed.contains(version(u"1.26.0")));
        const auto open = ReleaseFamily::of(0xfffffff1, 56, 0);
        QVERIFY(open.contains(version(u"1.26.0")) && open.contains(version(u"1.40.0")));
        QVERIFY(!open.contains(version(u"1.25.0")));
        QVERIFY(!ReleaseFamily().contains(version(u"1.25.0")));
        QVERIFY(closed != open);
    }
};

QTEST_GUILESS_MAIN(tst_ReleaseFamily)
#include "tst_releasefamily.moc"
