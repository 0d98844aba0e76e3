// SPDX-License-Identifier: Apache-2.0
#include "gobinary/loadedimage.h"

#include "support/elfbuilder.h"

#include <QTest>

#include <elf.h>

using namespace plugsmith;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

namespace {

using Place = ElfBuilder::Place;
using Relocations = ElfBuilder::Relocations;
using Pointers = LoadedImage::Pointers;

} // namespace

class tst_LoadedImage : public QObject
{
    Q_OBJECT

private slots:
    void givesPointersTheirValue_data()
    {
        QTest::addColumn<ElfMachine>("machine");
        QTest::addColumn<Relocations>("relocations");
        for (const ElfMachine &machine : ElfMachine::all()) {
            QTest::addRow("%s", machine.goArch.constData()) << machine << Relocations::Native;
            QTest::addRow("%s packed", machine.goArch.constData()) << machine << Relocations::Packed;
        }
    }
    void givesPointersTheirValue()
    {
        QFETCH(ElfMachine, machine);
        QFETCH(Relocations, relocations);
        const auto wordSize = static_cast<quint64>(machine.wordSize);
        ElfBuilder builder(machine);
        builder.relocations = relocations;
        const quint64 text = builder.add(Place::ReadOnly, "hello");
        const quint64 table = builder.add(Place::Relro, QByteArray(2000, '\0'));
        builder.replace(table + wordSize, builder.writer().word(77).bytes());
        QList<quint64> addresses;
        for (const quint64 index : {150, 0, 3, 2, 64, 63, 66}) { // not in order, and further apart than one bitmap
            builder.setPointer(table + index * wordSize, text + index);
            addresses << table + index * wordSize;
        }
        builder.addSymbol("type:int", table + 8, 8);
        builder.addUndefinedSymbol("stderr");
        builder.setPointerToSymbol(table + 4 * wordSize, "type:int", 16);
        builder.setPointerToSymbol(table + 5 * wordSize, "stderr");

        const QByteArray file = builder.build();
        const auto image = ElfImage::parse(file, u"x.so"_s);
        QVERIFY(image);
        const LoadedImage loaded(*image, Pointers::All);
        for (const quint64 index : {150, 0, 3, 2, 64, 63, 66})
            QCOMPARE(loaded.word(table + index * wordSize), text + index);
        QCOMPARE(loaded.word(table + wordSize), quint64(77));
        QCOMPARE(loaded.word(table + 4 * wordSize), table + 8 + 16);
        QCOMPARE(loaded.word(table + 5 * wordSize), quint64(0)); // somebody else's
        QVERIFY(!loaded.word(table + 2000));
        QVERIFY(!loaded.word(~quint64(0)));
        QCOMPARE(loaded.bytes(*loaded.word(table), 5), QByteArrayView("hello"));
        QCOMPARE(loaded.u32(table + wordSize), quint32(machine.order == ByteOrder::Big ? 0 : 77));

        const LoadedImage relative(*image, Pointers::Relative);
        std::ranges::sort(addresses);
        const auto all = relative.pointers(0, ~quint64(0));
        QCOMPARE(all.size(), static_cast<std::size_t>(addresses.size()));
        for (std::size_t i = 0; i < all.size(); ++i)
            QCOMPARE(all[i].address, addresses[static_cast<qsizetype>(i)]);
        QCOMPARE(relative.pointers(table + 1, table + 3 * wordSize).size(), std::size_t(1));
        QVERIFY(relative.pointers(table + 3, table + 2).empty());
    }

    // Each dynamic entry about relocations overwritten with each of these.
    void survivesHostileTables_data()
    {
        QTest::addColumn<Relocations>("relocations");
        QTest::addColumn<quint64>("value");
        for (const quint64 value : {quint64(0), quint64(1), quint64(3), quint64(0x400000), ~quint64(0), ~quint64(7)}) {
            QTest::addRow("native %llx", value) << Relocations::Native << value;
            QTest::addRow("packed %llx", value) << Relocations::Packed << value;
        }
    }
    void survivesHostileTables()
    {
        QFETCH(Relocations, relocations);
        QFETCH(quint64, value);
        ElfBuilder builder(ElfMachine::named("amd64"));
        builder.relocations = relocations;
        const quint64 table = builder.add(Place::Relro, QByteArray(64, '\0'));
        builder.setPointer(table, table + 8);
        builder.addDynamicEntry(DT_JMPREL, ElfBuilder::TablesAddress);
        builder.addDynamicEntry(DT_PLTRELSZ, 48);
        builder.addDynamicEntry(DT_PLTREL, DT_REL);
        const QByteArray good = builder.build();
        const auto goodImage = ElfImage::parse(good, u"x.so"_s);
        QVERIFY(goodImage);
        const auto dynamic = std::ranges::find(goodImage->segments(), quint32(PT_DYNAMIC), &ElfSegment::type);
        QVERIFY(dynamic != goodImage->segments().end());
        for (quint64 entry = 0; entry < dynamic->fileSize / 16; ++entry) {
            ByteWriter file = builder.writer();
            file.raw(good).put(static_cast<qsizetype>(dynamic->offset + entry * 16 + 8), value, 8);
            const auto image = ElfImage::parse(file.bytes(), u"x.so"_s);
            QVERIFY(image);
            const LoadedImage loaded(*image, Pointers::All);
            QVERIFY(loaded.word(table).has_value());
        }
    }

    void packedTablesHaveALimit()
    {
        ElfBuilder builder(ElfMachine::named("amd64"));
        const quint64 bitmaps = builder.add(Place::ReadOnly, QByteArray(80'000, '\xff'));
        builder.addDynamicEntry(36, bitmaps); // DT_RELR: ten thousand bitmaps of 63 words each
        builder.addDynamicEntry(35, 80'000);
        const QByteArray file = builder.build();
        const auto image = ElfImage::parse(file, u"x.so"_s);
        QVERIFY(image);
        const auto count = packedRelativeRelocations(*image, 1000).size();
        QVERIFY(count >= 1000 && count < 1100);
        QCOMPARE(packedRelativeRelocations(*image, 10'000'000).size(), 630'000);
    }
};

QTEST_GUILESS_MAIN(tst_LoadedImage)
#include "tst_loadedimage.moc"
