// SPDX-License-Identifier: Apache-2.0
// Plugins for macOS, which nothing here can build: files written from the format's definition.
#include "gobinary/inspection.h"
#include "gobinary/machofixups.h"
#include "support/goimage.h"
#include "support/gotypedata.h"
#include "support/machobuilder.h"

#include <QTest>

using namespace plugsmith;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 X86_64 = 0x01000007;
constexpr quint32 Arm64 = 0x0100000c;

QByteArray elfPlugin(const QByteArray &arch, const QByteArray &release, quint64 base)
{
    const ElfMachine machine = ElfMachine::named(arch);
    const ModuleLayout layout = ModuleLayout::of(release);
    const auto data = exampleExports(machine, base + ElfBuilder::RelroAddress, layout.varintNames, true);
    ElfBuilder builder(machine);
    PluginSpec spec{.layout = layout, .typeData = data.types, .exportEntries = data.entries};
    spec.functions = {{"runtime.main", 32, "runtime/proc.go", 147},
                      {"example.com/shop/plug%2ev1.Quote", 16, "example.com/shop/plug.v1/main.go", 12}};
    addModuleRecord(&builder, spec);
    addBuildInfo(&builder, "go1.22.6", "path\tx\nbuild\t-buildmode=plugin\nbuild\tGOOS=darwin\nbuild\tGOARCH=arm64\n");
    const quint64 words = builder.add(ElfBuilder::Place::Relro, QByteArray(32, '\0'));
    builder.addSymbol("type:own", words, 8);
    builder.addUndefinedSymbol("strlen");
    builder.setPointerToSymbol(words + 8, "type:own", 16);
    builder.setPointerToSymbol(words + 16, "strlen");
    return builder.build();
}

} // namespace

class tst_MachOPlugin : public QObject
{
    Q_OBJECT

private slots:
    void readsExports_data()
    {
        QTest::addColumn<QByteArray>("release");
        QTest::addColumn<MachOFixups>("fixups");
        QTest::addColumn<quint64>("base");
        QTest::addColumn<quint32>("importFormat");
        for (const quint64 base : {quint64(0), quint64(0x100000000)}) {
            for (const char *release : {"1.19", "1.22", "1.26"}) {
                for (const quint32 format : {1U, 2U, 3U}) {
                    QTest::addRow("chained, %s, %llx, imports %u", release, base, format)
                        << QByteArray(release) << MachOFixups::Chained << base << format;
                    QTest::addRow("chained offsets, %s, %llx, imports %u", release, base, format)
                        << QByteArray(release) << MachOFixups::ChainedOffset << base << format;
                }
                QTest::addRow("opcodes, %s, %llx", release, base)
                    << QByteArray(release) << MachOFixups::Opcodes << base << 1U;
            }
        }
    }
    void readsExports()
    {
        QFETCH(QByteArray, release);
        QFETCH(MachOFixups, fixups);
        QFETCH(quint64, base);
        QFETCH(quint32, importFormat);
        const MachOSpec spec{.fixups = fixups, .base = base, .importFormat = importFormat};
        const QByteArray file = machOFrom(elfPlugin("arm64", release, base), spec);
        const auto inspection = inspectBytes(file, u"x.so"_s, InspectPart::Types | InspectPart::Functions);
        QVERIFY2(inspection, inspection ? "" : qPrintable(inspection.error().sentence()));
        QCOMPARE(inspection->kind, BinaryKind::GoPlugin);
        QCOMPARE(inspection->facts.platform.toString(), u"darwin/arm64"_s);
        QCOMPARE(inspection->goVersion.toString(), u"1.22.6"_s);
        QCOMPARE(inspection->facts.pluginPath, "example.com/shop/plug%2ev1");
        QCOMPARE(inspection->packages.size(), 3);
        QCOMPARE(inspection->exports.size(), 2);
        QCOMPARE(inspection->exports[0].name, u"Last"_s);
        QCOMPARE(inspection->exports[0].type, u"**main.Result"_s);
        QCOMPARE(inspection->exports[1].type, u"func(string, ...int) (*main.Result, error)"_s);
        QCOMPARE(inspection->exports[1].place.toString(), u"example.com/shop/plug.v1/main.go:12"_s);
        QCOMPARE(inspection->types.size(), 1);
        QCOMPARE(inspection->types[0].name, u"main.Result"_s);
        QCOMPARE(inspection->types[0].fields.size(), 3);
        QVERIFY(inspection->facts.family.contains(*GoVersion::parse(QString::fromLatin1(release))));
    }

    void bindsOwnSymbols_data()
    {
        QTest::addColumn<MachOFixups>("fixups");
        QTest::addColumn<bool>("bindsOwn");
        for (const bool bindsOwn : {true, false}) {
            QTest::addRow("chained %d", bindsOwn) << MachOFixups::ChainedOffset << bindsOwn;
            QTest::addRow("opcodes %d", bindsOwn) << MachOFixups::Opcodes << bindsOwn;
        }
    }
    void bindsOwnSymbols()
    {
        QFETCH(MachOFixups, fixups);
        QFETCH(bool, bindsOwn);
        constexpr quint64 Base = 0x100000000;
        const QByteArray file = machOFrom(elfPlugin("amd64", "1.22", Base),
                                          {.cpu = X86_64, .fixups = fixups, .base = Base, .bindsOwn = bindsOwn});
        const auto image = MachOImage::parse(file, u"x.so"_s);
        QVERIFY(image);
        const auto own = image->definedSymbols({"_type:own", "_strlen"});
        QCOMPARE(own.size(), 1);
        const quint64 words = own.value("_type:own");
        const LoadedImage loaded(*image);
        QCOMPARE(loaded.word(words + 8), words + 16);
        if (fixups == MachOFixups::Opcodes)
            QCOMPARE(loaded.word(words + 16), quint64(0)); // somebody else's
        const auto pointers = machOPointers(*image, 1'000'000);
        QVERIFY(std::ranges::is_sorted(pointers));
        QVERIFY(std::ranges::none_of(pointers, [&](const MachOPointer &each) { return each.address == words + 16; }));
    }

    void picksTheSliceOfThisMachine()
    {
        const QByteArray intel = machOFrom(elfPlugin("amd64", "1.22", 0), {.cpu = X86_64});
        const QByteArray arm = machOFrom(elfPlugin("arm64", "1.22", 0), {.cpu = Arm64});
        const auto inspection = inspectBytes(fatMachO({{X86_64, intel}, {Arm64, arm}}), u"x.so"_s);
        QVERIFY(inspection);
        QCOMPARE(inspection->facts.platform.arch, Platform::thisMachine().arch == "arm64"_L1 ? u"arm64"_s : u"amd64"_s);
        QCOMPARE(inspection->exports.size(), 2);
    }

    void compactFilesAreReadToo()
    {
        const QByteArray file = machOFrom(elfPlugin("arm64", "1.26", 0), {.isCompact = true});
        QVERIFY(file.size() < 8192);
        const auto inspection = inspectBytes(file, u"x.so"_s);
        QVERIFY(inspection);
        QCOMPARE(inspection->exports.size(), 2);
    }

    void limitsHold()
    {
        const QByteArray file = machOFrom(elfPlugin("arm64", "1.22", 0), {});
        const auto image = MachOImage::parse(file, u"x.so"_s);
        QVERIFY(image);
        QCOMPARE(machOPointers(*image, 3).size(), std::size_t(3));
    }

    void survivesChanges_data()
    {
        QTest::addColumn<MachOFixups>("fixups");
        QTest::newRow("chained") << MachOFixups::Chained;
        QTest::newRow("opcodes") << MachOFixups::Opcodes;
    }
    void survivesChanges()
    {
        QFETCH(MachOFixups, fixups);
        const QByteArray good = machOFrom(elfPlugin("arm64", "1.22", 0), {.fixups = fixups});
        const auto tables = good.indexOf("__LINKEDIT");
        QVERIFY(tables > 0);
        const auto start = static_cast<qsizetype>(qFromLittleEndian<quint64>(good.constData() + tables + 32));
        for (qsizetype offset = start; offset < std::min(good.size(), start + 400); ++offset) {
            for (const char value : {'\0', '\x01', '\x7f', '\xff'}) {
                QByteArray file = good;
                file[offset] = value;
                std::ignore = inspectBytes(file, u"x.so"_s, InspectPart::Types);
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_MachOPlugin)
#include "tst_machoplugin.moc"
