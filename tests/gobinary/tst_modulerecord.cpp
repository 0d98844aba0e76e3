// SPDX-License-Identifier: Apache-2.0
#include "gobinary/modulerecord.h"

#include "support/goimage.h"

#include <QTest>

using namespace plugsmith;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

namespace {

using Place = ElfBuilder::Place;

std::optional<ModuleRecord> recordOf(const QByteArray &file)
{
    const auto image = ElfImage::parse(file, u"x.so"_s);
    return image ? findModuleRecord(LoadedImage(*image, LoadedImage::Pointers::Relative)) : std::nullopt;
}

} // namespace

class tst_ModuleRecord : public QObject
{
    Q_OBJECT

private slots:
    void findsEveryLayout_data()
    {
        QTest::addColumn<ElfMachine>("machine");
        QTest::addColumn<ModuleLayout>("layout");
        QTest::addColumn<bool>("packed");
        for (const ElfMachine &machine : ElfMachine::all()) {
            for (const ModuleLayout &layout : ModuleLayout::all())
                QTest::addRow("%s %s", layout.release.constData(), machine.goArch.constData())
                    << machine << layout << false;
        }
        QTest::newRow("packed relocations") << ElfMachine::named("amd64") << ModuleLayout::of("1.24") << true;
        QTest::newRow("packed, 32 bits") << ElfMachine::named("arm") << ModuleLayout::of("1.24") << true;
    }
    void findsEveryLayout()
    {
        QFETCH(ElfMachine, machine);
        QFETCH(ModuleLayout, layout);
        QFETCH(bool, packed);
        ElfBuilder builder(machine);
        builder.hasSectionHeaders = false;
        if (packed)
            builder.relocations = ElfBuilder::Relocations::Packed;
        builder.add(Place::Data, QByteArray(200, '\x01'));
        const PluginSpec spec{.layout = layout};
        const quint64 address = addModuleRecord(&builder, spec);
        const auto record = recordOf(builder.build());
        QVERIFY(record);
        QCOMPARE(record->address, address);
        QCOMPARE(record->pclntabMagic, layout.magic);
        QCOMPARE(record->hashesWord, layout.hashesWord);
        QCOMPARE(record->recordWords, layout.recordWords);
        QCOMPARE(record->family.toString(), QString::fromUtf8(layout.family));
        QCOMPARE(record->pluginPath, spec.path);
        QCOMPARE(record->packageHashes.count, quint64(spec.packages.size()));
        QCOMPARE(record->exports.count, quint64(spec.exports.size()));
        QCOMPARE(record->typeLinks.count, quint64(2));
        QCOMPARE(record->itabLinks.count, quint64(1));
        QCOMPARE(record->textSections.count, quint64(1));
        QVERIFY(record->types > 0 && record->typesEnd > record->types + 64);
        QCOMPARE(record->nameLength == ModuleRecord::NameLength::Varint, layout.varintNames);
    }

    void needsNoExports()
    {
        ElfBuilder builder(ElfMachine::named("amd64"));
        addModuleRecord(&builder, {.layout = ModuleLayout::of("1.15"), .exports = {}});
        const auto record = recordOf(builder.build());
        QVERIFY(record);
        QCOMPARE(record->exports.count, quint64(0));
        QVERIFY(record->types > 0);
        QCOMPARE(record->nameLength, ModuleRecord::NameLength::TwoBytes);
    }

    void isAlsoFoundInRelro()
    {
        // The builder keeps the record in plain data; declare that part read-only after relocation.
        ElfBuilder builder(ElfMachine::named("amd64"));
        addModuleRecord(&builder, {.layout = ModuleLayout::of("1.24")});
        const QByteArray file = builder.build();
        ByteWriter patched = builder.writer();
        const auto relroHeader = static_cast<qsizetype>(builder.offsetOfProgramHeaders() + 3 * 56);
        patched.raw(file).put(relroHeader + 16, ElfBuilder::DataAddress, 8);
        patched.put(relroHeader + 40, 1 << 20, 8);
        QVERIFY(recordOf(patched.bytes()).has_value());
    }

    void isNothingElse_data()
    {
        QTest::addColumn<PluginSpec>("spec");
        const ModuleLayout layout = ModuleLayout::of("1.24");
        PluginSpec program{.layout = layout};
        program.path.clear();
        QTest::newRow("Go program without a plugin path") << program;
        PluginSpec noPackages{.layout = layout};
        noPackages.packages.clear();
        QTest::newRow("no hashes") << noPackages;
        PluginSpec control{.layout = layout};
        control.path = "a\nb";
        QTest::newRow("path with a control character") << control;
        PluginSpec oddHash{.layout = layout};
        oddHash.layout.hashLength = 9;
        QTest::newRow("hashes of an odd length") << oddHash;
        PluginSpec oddName{.layout = layout};
        oddName.packages[1] = "\x01";
        QTest::newRow("package without a plausible name") << oddName;
        PluginSpec magic{.layout = layout};
        magic.layout.magic = 0xdeadbeef;
        QTest::newRow("no table of functions") << magic;
    }
    void isNothingElse()
    {
        QFETCH(PluginSpec, spec);
        ElfBuilder builder(ElfMachine::named("amd64"));
        addModuleRecord(&builder, spec);
        QVERIFY(!recordOf(builder.build()));
    }

    void endsInHostileFiles()
    {
        // Thousands of pointers at a table of functions, each with a long list of packages that ends badly.
        ElfBuilder builder(ElfMachine::named("amd64"));
        const quint64 pclntab =
            builder.add(Place::ReadOnly, builder.writer().u32(0xfffffff1).u16(0).u8(1).u8(8).bytes());
        const quint64 text = builder.add(Place::ReadOnly, "12345678");
        constexpr quint64 Packages = 5'000;
        ByteWriter array = builder.writer();
        for (quint64 i = 0; i < Packages; ++i)
            array.u64(text).u64(8).u64(text).u64(i + 1 < Packages ? 8 : 7).u64(0);
        const quint64 list = builder.add(Place::ReadOnly, array.bytes());
        ByteWriter data = builder.writer();
        for (int i = 0; i < 5'000; ++i)
            data.u64(list).u64(Packages).u64(Packages);
        const quint64 records = builder.add(Place::Data, data.bytes());
        for (quint64 i = 0; i < 5'000; ++i)
            builder.setPointer(records + i * 24, pclntab);
        QVERIFY(!recordOf(builder.build()));
    }
};

QTEST_GUILESS_MAIN(tst_ModuleRecord)
#include "tst_modulerecord.moc"
