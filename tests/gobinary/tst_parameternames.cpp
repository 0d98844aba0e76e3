// SPDX-License-Identifier: Apache-2.0
#include "gobinary/signature.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

QByteArray number(quint64 value, int bytes)
{
    QByteArray out;
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>(value >> (8 * i));
    return out;
}

QByteArray text(QByteArrayView value)
{
    return value.toByteArray() + '\0';
}

/// One unit as Go's linker writes it: its head, a function without names, a function with parameters and a block with a
/// variable in it, which is none.
struct Writer
{
    int version = 4;
    bool isWide = false;
    QByteArray children;

    // 1: unit, 2: function, 3: parameter, 4: block, 5: variable, 6: function without children
    static QByteArray abbrevs()
    {
        return QByteArray::fromHex(
            "01 11 01  03 08  13 0b  00 00"        // name: string, language: data1
            "02 2e 01  03 08  3f 19  40 18  00 00" // name, external: flag_present, frame: exprloc
            "03 05 00  03 08  4b 0c  49 10  00 00" // name, result: flag, type: ref_addr
            "04 0b 01  11 01  00 00"               // begin: addr
            "05 34 00  03 08  3b 21 7f  00 00"     // name, line: implicit_const
            "06 2e 00  03 08  00 00"
            "00");
    }
    Writer &function(QByteArrayView name)
    {
        children += '\2' + text(name) + QByteArray::fromHex("019c");
        return *this;
    }
    Writer &leaf(QByteArrayView name)
    {
        children += '\6' + text(name);
        return *this;
    }
    Writer &parameter(QByteArrayView name, bool isResult = false)
    {
        children += '\3' + text(name) + (isResult ? '\1' : '\0') + number(0x1234, isWide ? 8 : 4);
        return *this;
    }
    Writer &block()
    {
        children += '\4' + number(0, 8);
        return *this;
    }
    Writer &variable(QByteArrayView name)
    {
        children += '\5' + text(name);
        return *this;
    }
    Writer &end()
    {
        children += '\0';
        return *this;
    }
    QByteArray info() const
    {
        const QByteArray table = number(0, isWide ? 8 : 4);
        QByteArray body = number(static_cast<quint64>(version), 2);
        body += version < 5 ? QByteArray(table + '\x08') : QByteArray(QByteArray::fromHex("0108") + table);
        body += '\1' + text("example.com/shop/plug.v1") + '\x16' + children + '\0';
        return (isWide ? number(0xffffffff, 4) : QByteArray()) +
               number(static_cast<quint64>(body.size()), isWide ? 8 : 4) + body;
    }
};

constexpr auto Package = "example.com/shop/plug%2ev1";

Writer shop(int version = 4, bool isWide = false)
{
    Writer writer{version, isWide, {}};
    const auto own = [](const char *name) -> QByteArray { return QByteArray(Package) + '.' + name; };
    writer.leaf(own("init"));
    writer.function("other.Quote").parameter("wrong").end();
    writer.function(own("Quote")).parameter("ctx").parameter("id");
    writer.block().variable("sum").parameter("inner").end();
    writer.parameter("~r0", true).parameter("~r1", true).end();
    writer.function(own("Quote")).parameter("again").end();
    writer.function(own("Split")).parameter("~b0").parameter("at").parameter("left", true).end();
    return writer;
}

QHash<QByteArray, ParameterNames> namesIn(const QByteArray &info, const QByteArray &abbrevs = Writer::abbrevs())
{
    return parameterNamesIn({ByteReader(info), ByteReader(abbrevs)}, Package, {"Quote", "Split", "Missing"});
}

} // namespace

class tst_ParameterNames : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<bool>("isWide");
        for (const int version : {2, 4, 5}) {
            for (const bool isWide : {false, true}) {
                if (version != 2 || !isWide) // which has addresses where later ones have offsets
                    QTest::addRow("DWARF %d, %d bits", version, isWide ? 64 : 32) << version << isWide;
            }
        }
    }
    void reads()
    {
        QFETCH(const int, version);
        QFETCH(const bool, isWide);
        Writer unit = shop(version, isWide || version == 2); // of version 2, references are addresses
        unit.isWide = isWide;
        const auto names = namesIn(unit.info());
        QCOMPARE(names.size(), 2);
        QCOMPARE(names["Quote"], (ParameterNames{{u"ctx"_s, u"id"_s}, {QString(), QString()}}));
        QCOMPARE(names["Split"], (ParameterNames{{u"_"_s, u"at"_s}, {u"left"_s}}));
    }
    void goesOnAfterAForeignUnit()
    {
        Writer foreign;
        foreign.children = QByteArray::fromHex("7f0102030405");
        QCOMPARE(namesIn(foreign.info() + shop(5).info()).size(), 2);
    }
    void everyCutIsSurvived()
    {
        const QByteArray info = shop(5).info();
        for (qsizetype size = 0; size < info.size(); ++size)
            QVERIFY(namesIn(info.first(size)).size() <= 2);
        for (qsizetype size = 0; size < Writer::abbrevs().size() - 1; ++size)
            QVERIFY(namesIn(info, Writer::abbrevs().first(size)).size() <= 2);
    }
    void everyByteMayBeWrong()
    {
        const QByteArray info = shop(5).info();
        for (qsizetype at = 0; at < info.size(); ++at) {
            for (const char byte : {'\0', '\x7f', '\xff'}) {
                QByteArray wrong = info;
                wrong[at] = byte;
                QVERIFY(namesIn(wrong).size() <= 2);
            }
        }
    }
    /// Each unit of these has a table of its own that is as long as the file.
    void wastesNoTime()
    {
        QByteArray info;
        for (quint32 unit = 0; unit < 100'000; ++unit)
            info += number(8, 4) + number(4, 2) + number(unit, 4) + number(8, 1) + '\0';
        QByteArray abbrevs;
        while (abbrevs.size() < 1'000'000)
            abbrevs += QByteArray::fromHex("01110103080000");
        QVERIFY(namesIn(info, abbrevs).isEmpty());
    }

    void signatures_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QStringList>("parameters");
        QTest::addColumn<QStringList>("results");
        QTest::addColumn<QString>("signature");
        QTest::newRow("one of each") << u"func(int) int"_s << QStringList{u"n"_s} << QStringList{QString()}
                                     << u"func(n int) int"_s;
        QTest::newRow("named results") << u"func(string, ...int) (int, error)"_s << QStringList{u"id"_s, u"rest"_s}
                                       << QStringList{u"n"_s, u"err"_s}
                                       << u"func(id string, rest ...int) (n int, err error)"_s;
        QTest::newRow("one named result")
            << u"func() error"_s << QStringList() << QStringList{u"err"_s} << u"func() (err error)"_s;
        QTest::newRow("nothing returned") << u"func(int)"_s << QStringList{u"n"_s} << QStringList() << u"func(n int)"_s;
        QTest::newRow("commas inside")
            << u"func(map[[2]int]func(int, int) (int, error), chan<- int) func(int) int"_s
            << QStringList{u"m"_s, u"c"_s} << QStringList{QString()}
            << u"func(m map[[2]int]func(int, int) (int, error), c chan<- int) func(int) int"_s;
        QTest::newRow("tags") << u"func(struct { A int \"x:\\\"),(\\\"\"; B string `)` }, int)"_s
                              << QStringList{u"a"_s, u"b"_s} << QStringList()
                              << u"func(a struct { A int \"x:\\\"),(\\\"\"; B string `)` }, b int)"_s;
        QTest::newRow("some nameless") << u"func(int, int)"_s << QStringList{QString(), u"b"_s} << QStringList()
                                       << u"func(_ int, b int)"_s;
        QTest::newRow("no names") << u"func(int) int"_s << QStringList{QString()} << QStringList{QString()}
                                  << QString();
        QTest::newRow("too few") << u"func(int, int)"_s << QStringList{u"a"_s} << QStringList() << QString();
        QTest::newRow("too many") << u"func(int)"_s << QStringList{u"a"_s, u"b"_s} << QStringList() << QString();
        QTest::newRow("not a function") << u"*int"_s << QStringList{u"a"_s} << QStringList() << QString();
        QTest::newRow("cut") << u"func(int"_s << QStringList{u"a"_s} << QStringList() << QString();
        QTest::newRow("unknown type") << QString() << QStringList{u"a"_s} << QStringList() << QString();
    }
    void signatures()
    {
        QFETCH(const QString, type);
        QFETCH(const QStringList, parameters);
        QFETCH(const QStringList, results);
        QTEST(signatureWith({parameters, results}, type), "signature");
    }
};

QTEST_APPLESS_MAIN(tst_ParameterNames)
#include "tst_parameternames.moc"
