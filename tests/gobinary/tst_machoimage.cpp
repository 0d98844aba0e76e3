// SPDX-License-Identifier: Apache-2.0
#include "gobinary/machoimage.h"

#include "gobinary/binaryfile.h"
#include "gobinary/buildinfoblob.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 X86_64 = 0x01000007;
constexpr quint32 Arm64 = 0x0100000c;
constexpr quint64 DataAddress = 0x100004000;
constexpr qsizetype DataOffset = 512;

template<class Number>
QByteArray little(Number value)
{
    QByteArray bytes(sizeof(Number), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray fixedName(const QByteArray &name)
{
    return name.leftJustified(16, '\0');
}

QByteArray blob()
{
    const QByteArray text = "path\texample.com/p\nbuild\tGOOS=darwin\nbuild\tGOARCH=arm64\n";
    const QByteArray framed = QByteArray(16, 'a') + text + QByteArray(16, 'b');
    return QByteArray("\xff Go buildinf:\x08\x02") + QByteArray(16, '\0') + '\x08' + "go1.24.4" +
           static_cast<char>(framed.size()) + framed;
}

struct Spec
{
    quint32 cpu = Arm64;
    quint32 type = 2;
    quint32 platform = 1;
    QByteArray section = "__go_buildinfo";
    QByteArray data = blob();
    QByteArray symbol = {};
};

/// A thin file: one segment __DATA with one section, a build version, one symbol.
QByteArray machO(const Spec &spec)
{
    const auto size = static_cast<quint64>(spec.data.size());
    QByteArray segment = little<quint32>(0x19) + little<quint32>(72 + 80) + fixedName("__DATA") +
                         little<quint64>(DataAddress) + little<quint64>(size) + little<quint64>(DataOffset) +
                         little<quint64>(size) + little<quint32>(3) + little<quint32>(3) + little<quint32>(1) +
                         little<quint32>(0);
    segment += fixedName(spec.section) + fixedName("__DATA") + little<quint64>(DataAddress) + little<quint64>(size) +
               little<quint32>(DataOffset) + QByteArray(28, '\0');
    const QByteArray version =
        little<quint32>(0x32) + little<quint32>(24) + little<quint32>(spec.platform) + QByteArray(12, '\0');
    const auto symbols = static_cast<quint32>(DataOffset + spec.data.size());
    const QByteArray names = '\0' + spec.symbol + '\0';
    const QByteArray table = little<quint32>(0x2) + little<quint32>(24) + little<quint32>(symbols) +
                             little<quint32>(1) + little<quint32>(symbols + 16) +
                             little<quint32>(static_cast<quint32>(names.size()));
    const QByteArray commands = segment + version + table;
    QByteArray file = little<quint32>(0xfeedfacf) + little<quint32>(spec.cpu) + little<quint32>(0) +
                      little<quint32>(spec.type) + little<quint32>(3) +
                      little<quint32>(static_cast<quint32>(commands.size())) + little<quint64>(0) + commands;
    file.resize(DataOffset, '\0');
    return file + spec.data + little<quint32>(1) + QByteArray(12, '\0') + names;
}

QByteArray big(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray fat(const QByteArrayList &files)
{
    QByteArray header = big(0xcafebabe) + big(static_cast<quint32>(files.size()));
    quint32 offset = 4096;
    for (const QByteArray &file : files) {
        header += QByteArray(8, '\0') + big(offset) + big(static_cast<quint32>(file.size())) + big(12);
        offset += 4096;
    }
    QByteArray all = header.leftJustified(4096, '\0');
    for (const QByteArray &file : files)
        all += file.leftJustified(4096, '\0');
    return all;
}

} // namespace

class tst_MachOImage : public QObject
{
    Q_OBJECT

private slots:
    void readsThinFiles()
    {
        const QByteArray file = machO({});
        QVERIFY(MachOImage::hasMagic(file));
        const auto image = MachOImage::parse(file, u"x"_s);
        QVERIFY(image);
        QCOMPARE(image->platform(), (Platform{u"darwin"_s, u"arm64"_s}));
        QCOMPARE(image->type(), MachOImage::Type::Program);
        QCOMPARE(image->segments().size(), 1);
        QVERIFY(image->section("__DATA", "__go_buildinfo"));
        QVERIFY(!image->section("__TEXT", "__go_buildinfo"));
        QCOMPARE(image->bytesAt(DataAddress + 1, 2), QByteArrayView(" G"));
        QVERIFY(!image->bytesAt(DataAddress, quint64(blob().size()) + 1));
        QVERIFY(!image->bytesAt(0, 1));
    }

    void givesFacts_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("platform");
        QTest::addColumn<bool>("isGo");
        QTest::addColumn<bool>("isPlugin");
        const QByteArray foreign(64, 'x');
        const QByteArray pluginInfo = blob().replace("GOARCH=arm64", "-buildmode=plugin").replace('\x59', '\x5e');
        QTest::newRow("program") << machO({}) << u"darwin/arm64"_s << true << false;
        QTest::newRow("without the section") << machO({.section = "__data"}) << u"darwin/arm64"_s << true << false;
        QTest::newRow("not Go") << machO({.type = 6, .data = foreign}) << u"darwin/arm64"_s << false << false;
        QTest::newRow("plugin of an old Go")
            << machO({.cpu = X86_64, .type = 8, .data = foreign, .symbol = "_go.link.pkghashbytes.fmt"})
            << u"darwin/amd64"_s << true << true;
        QTest::newRow("plugin") << machO({.type = 6, .symbol = "_go:link.pkghash.fmt"}) << u"darwin/arm64"_s << true
                                << true;
        QTest::newRow("host of plugins") << machO({.type = 2, .symbol = "_go:link.pkghash.fmt"}) << u"darwin/arm64"_s
                                         << true << false;
        QTest::newRow("iOS without build info")
            << machO({.platform = 2, .data = foreign}) << u"ios/arm64"_s << false << false;
        QTest::newRow("fat") << fat({machO({.cpu = X86_64}), machO({.cpu = X86_64})}) << u"darwin/amd64"_s << true
                             << false;
    }
    void givesFacts()
    {
        QFETCH(QByteArray, file);
        const auto facts = binaryFacts(file, u"x"_s);
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().sentence()));
        QCOMPARE(facts->format, BinaryFormat::MachO);
        QTEST(facts->platform.toString(), "platform");
        QTEST(facts->isGo(), "isGo");
        QTEST(facts->isPlugin, "isPlugin");
        if (facts->hasBuildInfo())
            QCOMPARE(facts->goVersion.toString(), u"1.24.4"_s);
    }

    void picksTheSliceOfThisMachine()
    {
        const bool arm = Platform::thisMachine().arch == "arm64"_L1;
        const QByteArrayList slices = {machO({.cpu = arm ? X86_64 : Arm64}), machO({.cpu = arm ? Arm64 : X86_64})};
        const auto facts = binaryFacts(fat(slices), u"x"_s);
        QVERIFY(facts);
        QCOMPARE(facts->platform.arch, arm ? u"arm64"_s : u"amd64"_s);
        QCOMPARE(MachOImage::slices(fat(slices), u"x"_s)->size(), 2);
    }

    void isNoJavaClass()
    {
        QVERIFY(!MachOImage::hasMagic(QByteArray::fromHex("cafebabe00000034000f"))); // Java 8
        QVERIFY(!MachOImage::hasMagic(QByteArray::fromHex("cafebabe00000000")));
        QVERIFY(!MachOImage::hasMagic("\xca\xfe"));
    }

    void leavesOldProcessorsAlone()
    {
        const QByteArray powerPc = QByteArray::fromHex("feedface00000012") + QByteArray(100, '\0');
        const auto facts = binaryFacts(powerPc, u"x"_s);
        QVERIFY(facts);
        QCOMPARE(facts->format, BinaryFormat::MachO);
        QVERIFY(!facts->platform.isValid());
    }

    void survivesCutsAndChanges()
    {
        const QByteArray good = machO({.symbol = "_go:link.pkghash.fmt"});
        for (qsizetype length = 4; length < good.size() - 40; ++length) {
            const auto facts = binaryFacts(QByteArrayView(good).first(length), u"x"_s);
            QVERIFY(!facts);
            QCOMPARE(facts.error().code, ErrorCode::Damaged);
        }
        const QByteArray twoSlices = fat({good, good});
        for (qsizetype offset = 4; offset < 320; ++offset) {
            for (const char value : {'\0', '\x01', '\x7f', '\xff'}) {
                QByteArray thin = good;
                thin[offset] = value;
                std::ignore = binaryFacts(thin, u"x"_s);
                QByteArray both = twoSlices;
                both[offset] = value;
                std::ignore = binaryFacts(both, u"x"_s);
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_MachOImage)
#include "tst_machoimage.moc"
