// SPDX-License-Identifier: Apache-2.0
#include "gobinary/elfsymbols.h"

#include "support/elfbuilder.h"

#include <QTest>

#include <elf.h>

using namespace plugsmith;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

namespace {

using Hash = ElfBuilder::Hash;
constexpr int SymbolCount = 40;

ElfBuilder builderWithSymbols(const ElfMachine &machine, Hash hash)
{
    ElfBuilder builder(machine);
    builder.hash = hash;
    builder.addUndefinedSymbol("malloc");
    builder.addUndefinedSymbol("free");
    for (int i = 0; i < SymbolCount; ++i)
        builder.addSymbol("go:link.pkghash." + QByteArray::number(i), 0x1000 + static_cast<quint64>(i), 8);
    return builder;
}

} // namespace

class tst_ElfSymbols : public QObject
{
    Q_OBJECT

private slots:
    void findsEachByItsHash_data()
    {
        QTest::addColumn<ElfMachine>("machine");
        QTest::addColumn<Hash>("hash");
        for (const ElfMachine &machine : ElfMachine::all()) {
            QTest::addRow("%s GNU", machine.goArch.constData()) << machine << Hash::Gnu;
            QTest::addRow("%s System V", machine.goArch.constData()) << machine << Hash::SysV;
        }
    }
    void findsEachByItsHash()
    {
        QFETCH(ElfMachine, machine);
        QFETCH(Hash, hash);
        ElfBuilder builder = builderWithSymbols(machine, hash);
        builder.hasSectionHeaders = false;
        const QByteArray file = builder.build();
        const auto image = ElfImage::parse(file, u"x.so"_s);
        QVERIFY(image);
        const ElfSymbols symbols(*image);
        QCOMPARE(symbols.count(), quint64(SymbolCount + 3));
        for (int i = 0; i < SymbolCount; ++i) {
            const auto symbol = symbols.find(QByteArray("go:link.pkghash." + QByteArray::number(i)));
            QVERIFY(symbol);
            QCOMPARE(symbol->value, quint64(0x1000 + i));
            QCOMPARE(symbol->size, quint64(8));
            QCOMPARE(symbol->type, quint8(STT_OBJECT));
            QCOMPARE(symbol->binding, quint8(STB_GLOBAL));
        }
        QVERIFY(!symbols.find("malloc")); // not defined here
        QVERIFY(!symbols.find("go:link.pkghash."));
        QVERIFY(!symbols.find(""));
    }

    void walksOverAll()
    {
        ElfBuilder builder = builderWithSymbols(ElfMachine::named("386"), Hash::Gnu);
        const QByteArray file = builder.build();
        const auto image = ElfImage::parse(file, u"x.so"_s);
        QVERIFY(image);
        const ElfSymbols symbols(*image);
        QByteArrayList undefined;
        for (quint64 i = 1; i < symbols.count(); ++i) {
            const auto symbol = symbols.at(i);
            QVERIFY(symbol);
            if (!symbol->isDefined())
                undefined << symbol->name.toByteArray();
        }
        QCOMPARE(undefined, (QByteArrayList{"malloc", "free"}));
        QVERIFY(!symbols.at(1'000'000));
        QVERIFY(!symbols.at(~quint64(0)));
    }

    void countsWithoutHashTables()
    {
        ElfBuilder builder = builderWithSymbols(ElfMachine::named("amd64"), Hash::None);
        QByteArray file = builder.build();
        const auto image = ElfImage::parse(file, u"x.so"_s);
        QCOMPARE(ElfSymbols(*image).count(), quint64(SymbolCount + 3));
        QVERIFY(!ElfSymbols(*image).find("go:link.pkghash.1"));
        builder.hasSectionHeaders = false;
        file = builder.build();
        QCOMPARE(ElfSymbols(*ElfImage::parse(file, u"x.so"_s)).count(), quint64(0));
    }

    // GNU ld writes an empty table as if the first symbol were hashed, whatever there is.
    void countsWhenNothingIsHashed()
    {
        ElfBuilder builder(ElfMachine::named("amd64"));
        for (const char *name : {"one", "two", "three"})
            builder.addUndefinedSymbol(name);
        ByteWriter file = builder.writer();
        file.raw(builder.build());
        const auto firstSymbol = builder.offsetOf(builder.addressOfTable(DT_GNU_HASH)) + 4;
        file.put(static_cast<qsizetype>(firstSymbol), 1, 4);
        const auto image = ElfImage::parse(file.bytes(), u"x.so"_s);
        QVERIFY(image);
        const ElfSymbols symbols(*image);
        QCOMPARE(symbols.count(), quint64(4));
        QCOMPARE(symbols.at(3)->name, QByteArrayView("three"));
    }

    void hasNoneWithoutADynamicTable()
    {
        ElfBuilder builder(ElfMachine::named("amd64"));
        builder.hasDynamicTable = false;
        const QByteArray file = builder.build();
        const ElfSymbols symbols(*ElfImage::parse(file, u"x.so"_s));
        QCOMPARE(symbols.count(), quint64(0));
        QVERIFY(!symbols.at(0));
        QVERIFY(!symbols.find("main"));
    }

    // The words of a hash table overwritten: counts that lie, chains without an end, rings.
    void survivesHostileHashes_data()
    {
        QTest::addColumn<Hash>("hash");
        QTest::addColumn<quint64>("value");
        for (const quint64 value : {quint64(0), quint64(1), quint64(2), quint64(0x7fffffff), quint64(0xffffffff)}) {
            QTest::addRow("GNU %llx", value) << Hash::Gnu << value;
            QTest::addRow("System V %llx", value) << Hash::SysV << value;
        }
    }
    void survivesHostileHashes()
    {
        QFETCH(Hash, hash);
        QFETCH(quint64, value);
        ElfBuilder builder = builderWithSymbols(ElfMachine::named("amd64"), hash);
        const QByteArray good = builder.build();
        const auto table = builder.offsetOf(builder.addressOfTable(hash == Hash::Gnu ? DT_GNU_HASH : DT_HASH));
        for (quint64 word = 0; word < 60; ++word) {
            for (const bool onlyOne : {true, false}) {
                ByteWriter file = builder.writer();
                file.raw(good);
                for (quint64 i = word; i < (onlyOne ? word + 1 : 60); ++i)
                    file.put(static_cast<qsizetype>(table + i * 4), value, 4);
                const auto image = ElfImage::parse(file.bytes(), u"x.so"_s);
                QVERIFY(image);
                const ElfSymbols symbols(*image);
                QVERIFY(symbols.count() <= static_cast<quint64>(good.size()));
                const auto found = symbols.find("go:link.pkghash.7");
                QVERIFY(!found || found->name == "go:link.pkghash.7");
                symbols.find("nowhere");
            }
        }
    }

    void ringsEnd()
    {
        ElfBuilder builder = builderWithSymbols(ElfMachine::named("amd64"), Hash::SysV);
        const QByteArray good = builder.build();
        const quint64 table = builder.offsetOf(builder.addressOfTable(DT_HASH));
        ByteWriter file = builder.writer();
        file.raw(good).put(static_cast<qsizetype>(table), 1, 4); // one bucket, and every symbol follows itself
        file.put(static_cast<qsizetype>(table + 8), 3, 4);
        for (quint64 i = 0; i < SymbolCount + 3; ++i)
            file.put(static_cast<qsizetype>(table + 12 + i * 4), i, 4);
        const auto image = ElfImage::parse(file.bytes(), u"x.so"_s);
        QVERIFY(image);
        QVERIFY(!ElfSymbols(*image).find("nowhere"));
    }
};

QTEST_GUILESS_MAIN(tst_ElfSymbols)
#include "tst_elfsymbols.moc"
