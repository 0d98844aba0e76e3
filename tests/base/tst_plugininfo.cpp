// SPDX-License-Identifier: Apache-2.0
#include "base/plugininfo.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

const QByteArray GoldenJson =
    "{\"Name\":\"main\",\"Scn\":20231125103854,\"Compression\":\"gzip\","
    "\"Runtime\":{\"Arch\":\"amd64\",\"Os\":\"linux\",\"Version\":\"1.17.6\",\"UseContainer\":false}}";

PluginInfo golden()
{
    PluginInfo info;
    info.name = u"main"_s;
    info.scn = Scn(20231125103854);
    info.compression = Compression::Gzip;
    info.platform = {u"linux"_s, u"amd64"_s};
    info.version = u"1.17.6"_s;
    return info;
}

} // namespace

class tst_PluginInfo : public QObject
{
    Q_OBJECT

private slots:
    void isByteForByteWhatPgoWrites()
    {
        QCOMPARE(golden().toJson(), GoldenJson);
        const auto read = PluginInfo::fromJson(GoldenJson, u"x"_s);
        QVERIFY(read);
        QCOMPARE(*read, golden());
    }

    void escapesAsGoDoes()
    {
        PluginInfo info = golden();
        info.name = u"a<b>&\"\\\n\t\u2028ü😀\x01"_s;
        const QByteArray expected = "{\"Name\":\"a\\u003cb\\u003e\\u0026\\\"\\\\\\n\\t\\u2028ü😀\\u0001\",";
        QCOMPARE(info.toJson().first(expected.size()), expected);
        QCOMPARE(*PluginInfo::fromJson(info.toJson(), u"x"_s), info);
    }

    void keepsWhatItDoesNotKnow()
    {
        PluginInfo info = golden();
        info.unknown = {{u"Signature"_s, QJsonObject{{u"by"_s, u"somebody"_s}}}, {u"n"_s, 7}};
        info.plugsmith = {{u"sha256"_s, u"ab"_s}};
        const QByteArray json = info.toJson();
        QVERIFY(json.endsWith("\"Plugsmith\":{\"sha256\":\"ab\"}}"));
        QCOMPARE(*PluginInfo::fromJson(json, u"x"_s), info);
    }

    void readsKeysInAnyCase()
    {
        const QByteArray json = "{\"name\":\"a\",\"SCN\":20240101000000,\"compression\":\"\",\"runtime\":{\"arch\":"
                                "\"arm64\",\"OS\":\"darwin\",\"version\":\"1.20\"}}";
        const auto info = PluginInfo::fromJson(json, u"x"_s);
        QVERIFY(info);
        QCOMPARE(info->name, u"a"_s);
        QCOMPARE(info->scn, Scn(20240101000000));
        QCOMPARE(info->platform, (Platform{u"darwin"_s, u"arm64"_s}));
        QVERIFY(info->unknown.isEmpty());
    }

    void keepsTheLargestScn()
    {
        PluginInfo info = golden();
        info.scn = Scn(9'007'199'254'740'993); // one above what a double can hold
        QCOMPARE(PluginInfo::fromJson(info.toJson(), u"x"_s)->scn, info.scn);
    }

    void readsBrokenTextAsGoDoes()
    {
        const QByteArray json = R"({"Name":"a\ud800b","Scn":0,"\udc00x":"\ud83d"})";
        const auto info = PluginInfo::fromJson(json, u"x"_s);
        QVERIFY(info);
        QCOMPARE(info->name, u"a\ufffdb"_s);
        QCOMPARE(*PluginInfo::fromJson(info->toJson(), u"x"_s), *info);
    }

    void refusesDamaged_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << GoldenJson.first(40);
        QTest::newRow("array") << QByteArray("[1]");
        QTest::newRow("no scn") << QByteArray("{\"Name\":\"a\"}");
        QTest::newRow("scn is text") << QByteArray("{\"Scn\":\"20240101000000\"}");
        QTest::newRow("scn is a fraction") << QByteArray("{\"Scn\":1.5}");
        QTest::newRow("negative scn") << QByteArray("{\"Scn\":-4}");
        QTest::newRow("unknown compression") << QByteArray("{\"Scn\":20240101000000,\"Compression\":\"zstd\"}");
        QTest::newRow("not text") << QByteArray("\x7f"
                                                "ELF\x02\x01\x01\0\0",
                                                9);
        QTest::newRow("deep") << QByteArray(5000, '[');
    }
    void refusesDamaged()
    {
        QFETCH(QByteArray, json);
        const auto info = PluginInfo::fromJson(json, u"pricing.pinf"_s);
        QVERIFY(!info);
        QCOMPARE(info.error().code, ErrorCode::Damaged);
        QVERIFY(info.error().message.contains(u"pricing.pinf"_s));
        QVERIFY(!info.error().reason.isEmpty());
    }

    void refusesHugeFiles()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"huge.pinf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(1LL << 32)); // sparse
        const auto info = PluginInfo::read(file.fileName());
        QVERIFY(!info);
        QCOMPARE(info.error().code, ErrorCode::Damaged);
        QVERIFY(!PluginInfo::read(dir.filePath(u"absent.pinf"_s)));
    }
};

QTEST_GUILESS_MAIN(tst_PluginInfo)
#include "tst_plugininfo.moc"
