// SPDX-License-Identifier: Apache-2.0
#include "gobinary/binaryfile.h"

#include "support/goimage.h"

#include <QTemporaryDir>
#include <QTest>

#include <elf.h>

using namespace plugsmith;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Text = "path\texample.com/shop/plug.v1\nbuild\t-buildmode=plugin\nbuild\tGOOS=%1\n";

QByteArray textFor(const QByteArray &os)
{
    return QByteArray(Text).replace("%1", os);
}

} // namespace

class tst_BinaryFile : public QObject
{
    Q_OBJECT

private slots:
    void tellsFormats_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<BinaryFormat>("format");
        QTest::addColumn<QString>("platform");
        QTest::addColumn<bool>("shared");
        const auto pe = [](quint16 machine, quint16 flags) {
            ByteWriter file(ByteOrder::Little, 8);
            file.raw("MZ").raw(QByteArray(0x3a, '\0')).u32(0x40).raw(QByteArray("PE\0\0", 4));
            return file.u16(machine).raw(QByteArray(16, '\0')).u16(flags).bytes();
        };
        QTest::newRow("archive") << QByteArray("!<arch>\n__.PKGDEF") << BinaryFormat::Archive << QString() << false;
        QTest::newRow("text") << QByteArray("#!/bin/sh\n") << BinaryFormat::Other << QString() << false;
        QTest::newRow("empty") << QByteArray() << BinaryFormat::Other << QString() << false;
        QTest::newRow("Windows program") << pe(0x8664, 0) << BinaryFormat::Pe << u"windows/amd64"_s << false;
        QTest::newRow("Windows library") << pe(0x14c, 0x2000) << BinaryFormat::Pe << u"windows/386"_s << true;
        QTest::newRow("Windows on arm64") << pe(0xaa64, 0) << BinaryFormat::Pe << u"windows/arm64"_s << false;
        QTest::newRow("DOS program") << QByteArray("MZ") + QByteArray(200, '\0') << BinaryFormat::Other << QString()
                                     << false;
    }
    void tellsFormats()
    {
        QFETCH(QByteArray, bytes);
        const auto facts = binaryFacts(bytes, u"x"_s);
        QVERIFY(facts);
        QTEST(facts->format, "format");
        QTEST(facts->platform.toString(), "platform");
        QTEST(facts->isSharedObject, "shared");
        QVERIFY(!facts->isGo());
        QCOMPARE(facts->contentSize, qint64(bytes.size()));
    }

    void readsAPlugin()
    {
        ElfBuilder builder(ElfMachine::named("s390x"));
        addModuleRecord(&builder, {.layout = ModuleLayout::of("1.24")});
        addBuildInfo(&builder, "go1.24.4", textFor("linux"));
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"p.so"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(builder.build());
        file.close();
        const auto facts = readBinaryFacts(file.fileName());
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().sentence()));
        QCOMPARE(facts->format, BinaryFormat::Elf);
        QCOMPARE(facts->platform.toString(), u"linux/s390x"_s);
        QVERIFY(facts->isSharedObject && facts->isPlugin && facts->isGo() && !facts->isCompressed);
        QCOMPARE(facts->goVersion, *GoVersion::parse(u"go1.24.4"));
        QVERIFY(facts->family.contains(facts->goVersion));
        QCOMPARE(facts->pluginPath, "example.com/shop/plug%2ev1");
        QCOMPARE(facts->buildInfo->path, u"example.com/shop/plug.v1"_s);
        QVERIFY(checkWhole(builder.build(), u"p.so"_s));
    }

    void readsAPluginWithoutBuildInfo()
    {
        ElfBuilder builder(ElfMachine::named("386"));
        builder.hasSectionHeaders = false;
        addModuleRecord(&builder, {.layout = ModuleLayout::of("1.19")});
        const auto facts = binaryFacts(builder.build(), u"p.so"_s);
        QVERIFY(facts);
        QVERIFY(facts->isPlugin && !facts->hasBuildInfo() && !facts->goVersion.isValid());
        QCOMPARE(facts->family.toString(), u"1.18–1.19"_s);
    }

    void believesTheLinkerAboutTheSystem()
    {
        ElfBuilder builder(ElfMachine::named("amd64"));
        addBuildInfo(&builder, "go1.24.4", textFor("freebsd"));
        QCOMPARE(binaryFacts(builder.build(), u"p"_s)->platform.os, u"freebsd"_s);
        ElfBuilder nonsense(ElfMachine::named("amd64"));
        addBuildInfo(&nonsense, "weekly", textFor("../etc"));
        const auto facts = binaryFacts(nonsense.build(), u"p"_s);
        QCOMPARE(facts->platform.os, u"linux"_s);
        QCOMPARE(facts->buildInfo->goVersion, u"weekly"_s);
        QVERIFY(!facts->goVersion.isValid());
    }

    void programsAreNoPlugins()
    {
        ElfBuilder builder(ElfMachine::named("amd64"));
        builder.interpreter = "/lib64/ld-linux-x86-64.so.2";
        addModuleRecord(&builder, {.layout = ModuleLayout::of("1.24")});
        addBuildInfo(&builder, "go1.24.4", textFor("linux"));
        const auto facts = binaryFacts(builder.build(), u"p"_s);
        QVERIFY(facts);
        QVERIFY(facts->isGo() && !facts->isPlugin && !facts->isSharedObject);
    }

    void reportsDamage()
    {
        ElfBuilder builder(ElfMachine::named("amd64"));
        addBuildInfo(&builder, "go1.24.4", "mod\tonly-one-column\n");
        const auto facts = binaryFacts(builder.build(), u"p.so"_s);
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, ErrorCode::Damaged);
        QCOMPARE(facts.error().reason, u"Line 1 of its build information cannot be read."_s);
        QVERIFY(!checkWhole(builder.build().chopped(1), u"p.so"_s));
        QCOMPARE(checkWhole("text", u"p.so"_s).error().code, ErrorCode::Foreign);
        QCOMPARE(readBinaryFacts(u"/nowhere/p.so"_s).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(tst_BinaryFile)
#include "tst_binaryfile.moc"
