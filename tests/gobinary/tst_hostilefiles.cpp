// SPDX-License-Identifier: Apache-2.0
// Files that lie: what must hold is that reading ends, soon, and touches nothing outside (the sanitizer builds see it).
#include "gobinary/binaryfile.h"
#include "gobinary/inspection.h"
#include "gobinary/loadedimage.h"

#include "support/goimage.h"
#include "support/gotypedata.h"

#include <QRandomGenerator>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

namespace {

/// A copy on the heap of exactly this size, so that a byte too far is seen.
void readAll(QByteArrayView view)
{
    const auto size = static_cast<std::size_t>(view.size());
    const std::unique_ptr<char[]> exact(new char[size]);
    std::memcpy(exact.get(), view.data(), size);
    const QByteArrayView bytes(exact.get(), view.size());
    std::ignore = inspectBytes(bytes, u"x"_s, InspectPart::Types | InspectPart::Packages);
    const auto image = ElfImage::parse(bytes, u"x"_s);
    if (!image)
        return;
    std::ignore = image->sections();
    std::ignore = image->neededLibraries();
    const ElfSymbols symbols(*image);
    const quint64 count = symbols.count();
    for (quint64 i = 0; i < count; ++i)
        std::ignore = symbols.at(i);
    const LoadedImage loaded(*image, LoadedImage::Pointers::All);
    for (const LoadedImage::Pointer &pointer : loaded.pointers(0, ~quint64(0)))
        std::ignore = loaded.valueOf(pointer);
}

QByteArray plugin(const ElfMachine &machine, const QByteArray &release)
{
    ElfBuilder builder(machine);
    builder.noteName = "Go";
    builder.addNeeded("libc.so.6");
    builder.addUndefinedSymbol("malloc");
    const ModuleLayout layout = ModuleLayout::of(release);
    const auto data = exampleExports(machine, ElfBuilder::RelroAddress, layout.varintNames, release != "1.15");
    addModuleRecord(&builder, {.layout = layout, .typeData = data.types, .exportEntries = data.entries});
    addBuildInfo(&builder, "go1.24.4", "path\tx\nmod\tx\t(devel)\t\nbuild\t-tags=\"a b\"\n");
    return builder.build();
}

} // namespace

class tst_HostileFiles : public QObject
{
    Q_OBJECT

private slots:
    void eachMachine_data()
    {
        QTest::addColumn<ElfMachine>("machine");
        QTest::addColumn<QByteArray>("release");
        QTest::newRow("64 little") << ElfMachine::named("amd64") << QByteArray("1.26");
        QTest::newRow("64 big") << ElfMachine::named("s390x") << QByteArray("1.24");
        QTest::newRow("32 little") << ElfMachine::named("arm") << QByteArray("1.19");
    }

    void cutAnywhere_data() { eachMachine_data(); }
    void cutAnywhere()
    {
        QFETCH(ElfMachine, machine);
        QFETCH(QByteArray, release);
        const QByteArray file = plugin(machine, release);
        QVERIFY(binaryFacts(file, u"x"_s)->isPlugin);
        for (qsizetype length = 4; length < file.size(); length += 61) {
            const auto facts = binaryFacts(QByteArrayView(file).first(length), u"x"_s);
            QVERIFY(!facts);
            QCOMPARE(facts.error().code, ErrorCode::Damaged);
            readAll(QByteArrayView(file).first(length));
        }
        QVERIFY(!binaryFacts(QByteArrayView(file).chopped(1), u"x"_s));
    }

    // Every field of 2, 4 and 8 bytes in turn, with the numbers at which sums and products overflow.
    void eachFieldExtreme_data() { eachMachine_data(); }
    void eachFieldExtreme()
    {
        QFETCH(ElfMachine, machine);
        QFETCH(QByteArray, release);
        const QByteArray file = plugin(machine, release);
        const quint64 values[] = {0, 1, 0x7fff, 0xffff, 0x80000000, 0xffffffff, 0x7fffffffffffffff, ~quint64(0) - 7};
        for (qsizetype offset = 16; offset + 8 <= file.size(); offset += offset < 700 ? 2 : 28) {
            for (const quint64 value : values) {
                const int length = offset % 8 == 0 ? 8 : offset % 4 == 0 ? 4 : 2;
                ByteWriter changed(machine.order, machine.wordSize);
                changed.raw(file).put(offset, value, length);
                readAll(changed.bytes());
            }
        }
    }

    void randomChanges_data() { eachMachine_data(); }
    void randomChanges()
    {
        QFETCH(ElfMachine, machine);
        QFETCH(QByteArray, release);
        const QByteArray file = plugin(machine, release);
        QRandomGenerator random(20261124); // the same every time
        for (int round = 0; round < 2000; ++round) {
            QByteArray changed = file;
            const int changes = 1 + random.bounded(8);
            for (int i = 0; i < changes; ++i)
                changed[random.bounded(static_cast<int>(changed.size()))] = static_cast<char>(random.bounded(256));
            readAll(changed);
        }
    }

    void everythingOverlaps()
    {
        // All segments, sections and tables are the whole file.
        ElfBuilder builder(ElfMachine::named("amd64"));
        addBuildInfo(&builder, "go1.24.4", "path\tx\n");
        const QByteArray file = builder.build();
        ByteWriter changed = builder.writer();
        changed.raw(file);
        for (qsizetype i = 0; i < 6; ++i) {
            const auto header = static_cast<qsizetype>(builder.offsetOfProgramHeaders()) + i * 56;
            changed.put(header + 8, 0, 8);
            changed.put(header + 16, 0, 8);
            changed.put(header + 32, static_cast<quint64>(file.size()), 8);
        }
        const auto headers = static_cast<qsizetype>(builder.offsetOfSectionHeaders());
        for (qsizetype header = headers + 64; header + 64 <= file.size(); header += 64) {
            changed.put(header + 24, 0, 8);
            changed.put(header + 32, static_cast<quint64>(file.size()), 8);
        }
        readAll(changed.bytes());
    }
};

QTEST_GUILESS_MAIN(tst_HostileFiles)
#include "tst_hostilefiles.moc"
