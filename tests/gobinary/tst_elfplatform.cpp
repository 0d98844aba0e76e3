// SPDX-License-Identifier: Apache-2.0
#include "gobinary/elfplatform.h"

#include "support/elfbuilder.h"

#include <QTest>

#include <elf.h>

using namespace plugsmith;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

class tst_ElfPlatform : public QObject
{
    Q_OBJECT

private slots:
    void knowsProcessors_data()
    {
        QTest::addColumn<int>("machine");
        QTest::addColumn<int>("wordSize");
        QTest::addColumn<bool>("big");
        QTest::addColumn<QString>("arch");
        for (const ElfMachine &machine : ElfMachine::all()) {
            QTest::addRow("%s", machine.goArch.constData())
                << int(machine.number) << machine.wordSize << (machine.order == ByteOrder::Big)
                << QString::fromLatin1(machine.goArch);
        }
        QTest::newRow("ppc64") << EM_PPC64 << 8 << true << u"ppc64"_s;
        QTest::newRow("mips") << EM_MIPS << 4 << true << u"mips"_s;
        QTest::newRow("mips64le") << EM_MIPS << 8 << false << u"mips64le"_s;
        QTest::newRow("x32") << EM_X86_64 << 4 << false << QString();
        QTest::newRow("31-bit s390") << EM_S390 << 4 << true << QString();
        QTest::newRow("a processor without Go") << EM_VAX << 4 << false << QString();
    }
    void knowsProcessors()
    {
        QFETCH(int, machine);
        QFETCH(int, wordSize);
        QFETCH(bool, big);
        ElfMachine target = ElfMachine::named("amd64");
        target.number = static_cast<quint16>(machine);
        target.wordSize = wordSize;
        target.order = big ? ByteOrder::Big : ByteOrder::Little;
        const QByteArray file = ElfBuilder(target).build();
        const auto image = ElfImage::parse(file, u"x"_s);
        QVERIFY(image);
        QTEST(elfPlatform(*image).arch, "arch");
    }

    void guessesTheSystem_data()
    {
        QTest::addColumn<int>("osAbi");
        QTest::addColumn<QByteArray>("note");
        QTest::addColumn<QByteArray>("interpreter");
        QTest::addColumn<QString>("os");
        const QByteArray none;
        QTest::newRow("nothing said") << int(ELFOSABI_NONE) << none << none << u"linux"_s;
        QTest::newRow("GNU") << int(ELFOSABI_GNU) << QByteArray("GNU") << none << u"linux"_s;
        QTest::newRow("FreeBSD's field") << int(ELFOSABI_FREEBSD) << none << none << u"freebsd"_s;
        QTest::newRow("FreeBSD's note") << 0 << QByteArray("FreeBSD") << none << u"freebsd"_s;
        QTest::newRow("FreeBSD's loader") << 0 << none << QByteArray("/libexec/ld-elf.so.1") << u"freebsd"_s;
        QTest::newRow("DragonFly's loader") << 0 << none << QByteArray("/usr/libexec/ld-elf.so.2") << u"dragonfly"_s;
        QTest::newRow("NetBSD's note") << 0 << QByteArray("NetBSD") << none << u"netbsd"_s;
        QTest::newRow("OpenBSD's note") << 0 << QByteArray("OpenBSD") << none << u"openbsd"_s;
        QTest::newRow("Solaris") << int(ELFOSABI_SOLARIS) << none << none << u"solaris"_s;
        QTest::newRow("Android's note") << 0 << QByteArray("Android") << none << u"android"_s;
        QTest::newRow("Android's loader") << 0 << none << QByteArray("/system/bin/linker64") << u"android"_s;
        QTest::newRow("Go's note") << 0 << QByteArray("Go") << none << u"linux"_s;
    }
    void guessesTheSystem()
    {
        QFETCH(int, osAbi);
        QFETCH(QByteArray, note);
        QFETCH(QByteArray, interpreter);
        ElfBuilder builder(ElfMachine::named("amd64"));
        builder.osAbi = static_cast<quint8>(osAbi);
        builder.noteName = note;
        builder.interpreter = interpreter;
        const QByteArray file = builder.build();
        const auto image = ElfImage::parse(file, u"x"_s);
        QVERIFY(image);
        QTEST(elfPlatform(*image).os, "os");
    }
};

QTEST_GUILESS_MAIN(tst_ElfPlatform)
#include "tst_elfplatform.moc"
