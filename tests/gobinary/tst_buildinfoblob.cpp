// SPDX-License-Identifier: Apache-2.0
#include "gobinary/buildinfoblob.h"

#include "support/goimage.h"

#include <QTest>

#include <elf.h>

using namespace plugsmith;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

namespace {

using Place = ElfBuilder::Place;

const QByteArray Text = "path\texample.com/p\nmod\texample.com/p\t(devel)\t\nbuild\t-compiler=gc\n";

Result<std::optional<BuildInfo>> infoOf(const QByteArray &file)
{
    const auto image = ElfImage::parse(file, u"x.so"_s);
    if (!image)
        return image.error();
    return readBuildInfo(*image, ElfSymbols(*image), u"x.so"_s);
}

} // namespace

class tst_BuildInfoBlob : public QObject
{
    Q_OBJECT

private slots:
    void decodesTheInlineFormat()
    {
        const QByteArray blob = buildInfoBlob("go1.24.4", Text);
        const QByteArray longer = blob + "whatever follows";
        const auto decoded = decodeInlineBuildInfo(longer);
        QVERIFY(decoded);
        QCOMPARE(decoded->goVersion, QByteArrayView("go1.24.4"));
        QCOMPARE(decoded->text, QByteArrayView(Text));
        for (qsizetype length = 0; length < blob.size(); ++length)
            QVERIFY(!decodeInlineBuildInfo(QByteArrayView(blob).first(length)));
    }

    void wantsFrameAndVersion()
    {
        QVERIFY(!decodeInlineBuildInfo(buildInfoBlob("", Text)));
        // Without a line end before the frame it is not the go command's text.
        const QByteArray unframed = buildInfoBlob("go1.24.4", "path\tx");
        QVERIFY(decodeInlineBuildInfo(unframed)->text.empty());
        QByteArray huge = buildInfoBlob("go1.24.4", Text);
        huge.replace(32, 1, QByteArray(QByteArray(9, '\xff') + '\x01'));
        QVERIFY(!decodeInlineBuildInfo(huge));
    }

    void findsIt_data()
    {
        QTest::addColumn<ElfMachine>("machine");
        QTest::addColumn<QString>("by");
        for (const ElfMachine &machine : ElfMachine::all()) {
            for (const auto &by : {u"symbol"_s, u"section"_s, u"search"_s, u"pointers"_s, u"relocated pointers"_s})
                QTest::addRow("%s %s", machine.goArch.constData(), qPrintable(by)) << machine << by;
        }
    }
    void findsIt()
    {
        QFETCH(ElfMachine, machine);
        QFETCH(QString, by);
        ElfBuilder builder(machine);
        builder.add(Place::Data, QByteArray(100, '\xff'));
        if (by.contains("pointers"_L1)) {
            addPointerBuildInfo(&builder, "go1.17.6", Text, by.startsWith("relocated"_L1));
        } else {
            builder.hasSectionHeaders = by == "section"_L1;
            builder.hash = by == "symbol"_L1 ? ElfBuilder::Hash::Gnu : ElfBuilder::Hash::None;
            addBuildInfo(&builder, "go1.24.4", Text);
        }
        const auto info = infoOf(builder.build());
        QVERIFY2(info, info ? "" : qPrintable(info.error().sentence()));
        QVERIFY(info->has_value());
        QCOMPARE((*info)->goVersion, by.contains("pointers"_L1) ? u"go1.17.6"_s : u"go1.24.4"_s);
        QCOMPARE((*info)->path, u"example.com/p"_s);
        QCOMPARE((*info)->main.version, u"(devel)"_s);
        QCOMPARE((*info)->setting("-compiler"_L1), u"gc"_s);
    }

    void goesOnBehindLookalikes()
    {
        ElfBuilder builder(ElfMachine::named("amd64"));
        builder.hasSectionHeaders = false;
        const QByteArray blob = buildInfoBlob("go1.24.4", Text);
        builder.add(Place::Relro, blob.first(40));       // breaks off inside its segment: only the magic is real
        builder.add(Place::ReadOnly, blob);              // Go keeps it in writable memory
        builder.add(Place::Data, "xxxxxxxx" + blob, 16); // not aligned
        builder.add(Place::Data,
                    QByteArray("\xff Go buildinf:\x07\x01", 16) + QByteArray(16, '\x55')); // other word size
        builder.add(Place::Data, buildInfoBlob("go1.23.1", Text));
        const auto info = infoOf(builder.build());
        QVERIFY(info && *info);
        QCOMPARE((*info)->goVersion, u"go1.23.1"_s);
    }

    void isAbsentOrDamaged()
    {
        ElfBuilder without(ElfMachine::named("amd64"));
        without.add(Place::Data, QByteArray(4000, '\xff'));
        const auto absent = infoOf(without.build());
        QVERIFY(absent && !*absent);

        for (const bool bySymbol : {true, false}) {
            ElfBuilder broken(ElfMachine::named("amd64"));
            const quint64 address = broken.add(Place::Data, buildInfoBlob("go1.24.4", Text).chopped(1));
            if (bySymbol)
                broken.addSymbol("go:buildinfo", address, 10);
            else
                broken.addSection(".go.buildinfo", address, 10);
            const auto damaged = infoOf(broken.build());
            QVERIFY(!damaged);
            QCOMPARE(damaged.error().reason, u"Its build information breaks off."_s);
        }
    }

    void readsOldSpellingAndSymbolsThatLie()
    {
        ElfBuilder builder(ElfMachine::named("386"));
        builder.hasSectionHeaders = false;
        builder.addSymbol("go:buildinfo", 0x7fffffff); // nowhere
        const quint64 address = builder.add(Place::Data, buildInfoBlob("go1.19.8", Text));
        builder.addSymbol("go.buildinfo", address);
        const auto info = infoOf(builder.build());
        QVERIFY(info && *info);
        QCOMPARE((*info)->goVersion, u"go1.19.8"_s);
    }

    void limitsTheSearch()
    {
        ElfBuilder builder(ElfMachine::named("amd64"));
        builder.hasSectionHeaders = false;
        QByteArray many;
        for (int i = 0; i < 100'000; ++i) // each would cost a pass over all relocations
            many += QByteArray("\xff Go buildinf:\x08\x00", 16);
        builder.add(Place::Data, many);
        const auto info = infoOf(builder.build());
        QVERIFY(info && !*info);
    }
};

QTEST_GUILESS_MAIN(tst_BuildInfoBlob)
#include "tst_buildinfoblob.moc"
