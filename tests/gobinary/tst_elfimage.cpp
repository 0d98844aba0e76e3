// SPDX-License-Identifier: Apache-2.0
#include "gobinary/elfimage.h"

#include "support/elfbuilder.h"

#include <QTest>

#include <elf.h>

using namespace plugsmith;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

namespace {

using Place = ElfBuilder::Place;

QByteArray patched(QByteArray file, const ElfBuilder &builder, quint64 offset, quint64 value, int length)
{
    ByteWriter writer = builder.writer();
    writer.raw(file).put(static_cast<qsizetype>(offset), value, length);
    return writer.bytes();
}

} // namespace

class tst_ElfImage : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryLayout_data()
    {
        QTest::addColumn<ElfMachine>("machine");
        for (const ElfMachine &machine : ElfMachine::all())
            QTest::addRow("%s", machine.goArch.constData()) << machine;
    }
    void readsEveryLayout()
    {
        QFETCH(ElfMachine, machine);
        ElfBuilder builder(machine);
        const quint64 text = builder.add(Place::ReadOnly, "some text");
        const quint64 data = builder.add(Place::Data, "some data");
        builder.addSection(".special", data, 9);
        builder.addNeeded("libc.so.6");
        builder.addNeeded("libm.so.6");
        const QByteArray file = builder.build();
        const auto image = ElfImage::parse(file, u"x.so"_s);
        QVERIFY2(image, image ? "" : qPrintable(image.error().sentence()));
        QCOMPARE(image->wordSize(), machine.wordSize);
        QCOMPARE(image->machine(), machine.number);
        QCOMPARE(image->type(), quint16(ET_DYN));
        QCOMPARE(image->bytesAt(text, 9), QByteArrayView("some text"));
        QCOMPARE(image->bytesAt(data + 5, 4), QByteArrayView("data"));
        QCOMPARE(image->restOfSegment(data), QByteArrayView("some data"));
        QVERIFY(!image->bytesAt(data, 10));
        QVERIFY(!image->bytesAt(data + 9, 1));
        QVERIFY(image->restOfSegment(0x77).empty());
        QCOMPARE(image->neededLibraries(), (QList<QByteArrayView>{"libc.so.6", "libm.so.6"}));
        const auto section = image->section(".special");
        QVERIFY(section);
        QCOMPARE(image->content(*section), QByteArrayView("some data"));
        QVERIFY(!image->section(".spec"));
        QVERIFY(!image->section(".missing"));
        QCOMPARE(image->sections().size(), 6);
        QVERIFY(!image->content(*image->section(".bss")));
    }

    void needsNoSectionHeaders()
    {
        ElfBuilder builder(ElfMachine::named("amd64"));
        builder.hasSectionHeaders = false;
        builder.addNeeded("libc.so.6");
        const QByteArray file = builder.build();
        const auto image = ElfImage::parse(file, u"x.so"_s);
        QVERIFY(image);
        QVERIFY(image->sections().isEmpty());
        QCOMPARE(image->neededLibraries().size(), 1);
    }

    void tellsLibrariesFromPrograms_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("interpreter");
        QTest::addColumn<quint64>("flags");
        QTest::addColumn<bool>("named");
        QTest::addColumn<bool>("shared");
        const QByteArray loader = "/lib64/ld-linux-x86-64.so.2";
        QTest::newRow("library") << ET_DYN << QByteArray() << quint64(0) << false << true;
        QTest::newRow("program") << ET_EXEC << loader << quint64(0) << false << false;
        QTest::newRow("object file") << ET_REL << QByteArray() << quint64(0) << false << false;
        QTest::newRow("position-independent program") << ET_DYN << loader << quint64(DF_1_PIE) << false << false;
        QTest::newRow("static one") << ET_DYN << QByteArray() << quint64(DF_1_PIE) << false << false;
        QTest::newRow("one of an old linker") << ET_DYN << loader << quint64(0) << false << false;
        QTest::newRow("library that can be run") << ET_DYN << loader << quint64(0) << true << true;
    }
    void tellsLibrariesFromPrograms()
    {
        QFETCH(int, type);
        QFETCH(QByteArray, interpreter);
        QFETCH(quint64, flags);
        QFETCH(bool, named);
        ElfBuilder builder(ElfMachine::named("amd64"));
        builder.type = static_cast<quint16>(type);
        builder.interpreter = interpreter;
        builder.addDynamicEntry(DT_FLAGS_1, flags);
        if (named)
            builder.addDynamicEntry(DT_SONAME, 0);
        const QByteArray file = builder.build();
        const auto image = ElfImage::parse(file, u"x.so"_s);
        QVERIFY(image);
        QCOMPARE(image->interpreter(), QByteArrayView(interpreter));
        QTEST(image->isSharedObject(), "shared");
    }

    void sees_data()
    {
        QTest::addColumn<quint64>("offset"); // in the header of 64 bits, or in the first program or section header
        QTest::addColumn<int>("length");
        QTest::addColumn<quint64>("value");
        QTest::addColumn<QString>("reason");
        const QString sections = u"The section header table lies outside of the file."_s;
        const QString segments = u"The program header table lies outside of the file."_s;
        const QString load = u"A loadable segment lies outside of the file."_s;
        const QString header = u"Its ELF header names neither a known word size nor a known byte order."_s;
        QTest::newRow("class") << quint64(EI_CLASS) << 1 << quint64(3) << header;
        QTest::newRow("byte order") << quint64(EI_DATA) << 1 << quint64(0) << header;
        QTest::newRow("segments behind the end") << quint64(32) << 8 << (quint64(1) << 20) << segments;
        QTest::newRow("segments near 2^64") << quint64(32) << 8 << ~quint64(15) << segments;
        QTest::newRow("too many segments") << quint64(56) << 2 << quint64(0x8000) << segments;
        QTest::newRow("small segment headers")
            << quint64(54) << 2 << quint64(8) << u"Its program headers are too small."_s;
        QTest::newRow("sections behind the end") << quint64(40) << 8 << (quint64(1) << 20) << sections;
        QTest::newRow("sections near 2^64") << quint64(40) << 8 << ~quint64(0) << sections;
        QTest::newRow("too many sections") << quint64(60) << 2 << quint64(0xfeff) << sections;
        QTest::newRow("no size of section headers")
            << quint64(58) << 2 << quint64(0) << u"Its section headers are too small."_s;
        QTest::newRow("segment near 2^64") << quint64(64 + 8) << 8 << ~quint64(0) - 3 << load;
        QTest::newRow("segment too long") << quint64(64 + 32) << 8 << ~quint64(0) << load;
    }
    void sees()
    {
        QFETCH(quint64, offset);
        QFETCH(int, length);
        QFETCH(quint64, value);
        ElfBuilder builder(ElfMachine::named("amd64"));
        builder.add(Place::ReadOnly, "text");
        const QByteArray file = patched(builder.build(), builder, offset, value, length);
        const auto image = ElfImage::parse(file, u"x.so"_s);
        QVERIFY(!image);
        QCOMPARE(image.error().code, ErrorCode::Damaged);
        QCOMPARE(image.error().message, u"x.so is damaged"_s);
        QTEST(image.error().reason, "reason");
    }

    void seesSectionsAndTablesOutside()
    {
        ElfBuilder builder(ElfMachine::named("amd64"));
        const QByteArray file = builder.build();
        const quint64 firstSection = builder.offsetOfSectionHeaders() + sizeof(Elf64_Shdr);
        const auto section = ElfImage::parse(
            patched(file, builder, firstSection + offsetof(Elf64_Shdr, sh_size), 1 << 20, 8), u"x.so"_s);
        QVERIFY(!section);
        QCOMPARE(section.error().reason, u"A section lies outside of the file."_s);
        const quint64 dynamic = builder.offsetOfProgramHeaders() + 5 * sizeof(Elf64_Phdr);
        const auto table =
            ElfImage::parse(patched(file, builder, dynamic + offsetof(Elf64_Phdr, p_filesz), 1 << 20, 8), u"x.so"_s);
        QVERIFY(!table);
        QCOMPARE(table.error().reason, u"The dynamic table lies outside of the file."_s);
    }

    void readsNumbersThatDoNotFitIntoTheHeader()
    {
        ElfBuilder builder(ElfMachine::named("s390x"));
        builder.addSection(".special", 0, 0);
        QByteArray file = builder.build();
        const auto plain = ElfImage::parse(file, u"x.so"_s);
        QVERIFY(plain);
        const auto sections = static_cast<quint64>(plain->sections().size());
        const quint64 first = builder.offsetOfSectionHeaders();
        file = patched(file, builder, offsetof(Elf64_Ehdr, e_shnum), 0, 2);
        file = patched(file, builder, offsetof(Elf64_Ehdr, e_shstrndx), SHN_XINDEX, 2);
        file = patched(file, builder, offsetof(Elf64_Ehdr, e_phnum), PN_XNUM, 2);
        file = patched(file, builder, first + offsetof(Elf64_Shdr, sh_size), sections, 8);
        file = patched(file, builder, first + offsetof(Elf64_Shdr, sh_link), sections - 1, 4);
        file = patched(file, builder, first + offsetof(Elf64_Shdr, sh_info),
                       static_cast<quint64>(plain->segments().size()), 4);
        const auto extended = ElfImage::parse(file, u"x.so"_s);
        QVERIFY(extended);
        QCOMPARE(extended->segments().size(), plain->segments().size());
        QVERIFY(extended->section(".special"));
        // A count that only fits into 64 bits.
        file = patched(file, builder, first + offsetof(Elf64_Shdr, sh_size), ~quint64(0), 8);
        QVERIFY(!ElfImage::parse(file, u"x.so"_s));
    }
};

QTEST_GUILESS_MAIN(tst_ElfImage)
#include "tst_elfimage.moc"
