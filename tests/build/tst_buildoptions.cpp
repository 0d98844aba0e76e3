// SPDX-License-Identifier: Apache-2.0
#include "build/buildoptions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

BuildOptions everything()
{
    BuildOptions options;
    options.mode = BuildMode::Program;
    options.compression = Compression::Gzip;
    options.identity = Identity::Time;
    options.tags = {u"netgo"_s, u"größe"_s};
    options.linkerFlags = u"-s -w -X 'main.Text=two words'"_s;
    options.compilerFlags = u"all=-N -l"_s;
    options.arguments = {u"-p"_s, u"4"_s, u"-asmflags=-trimpath=/x"_s};
    options.environment = {{u"GOAMD64"_s, u"v3"_s}, {u"EMPTY"_s, {}}};
    options.levels = {{u"GOAMD64"_s, u"v3"_s}, {u"GOARM"_s, u"5"_s}};
    options.trimPath = false;
    options.resolveImports = true;
    options.linker = u"mold"_s;
    options.fixedScn = Scn(20231125103854);
    return options;
}

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class tst_BuildOptions : public QObject
{
    Q_OBJECT

private slots:
    void hasSafeDefaults()
    {
        const BuildOptions options;
        QCOMPARE(options.mode, BuildMode::Plugin);
        QCOMPARE(options.compression, Compression::None);
        QCOMPARE(options.identity, Identity::Content);
        QVERIFY(options.trimPath);
        QVERIFY(!options.resolveImports); // no network unless asked
        QVERIFY(!options.fixedScn);
        QVERIFY(options.environment.isEmpty() && options.arguments.isEmpty() && options.tags.isEmpty());
    }

    void survivesJson_data()
    {
        QTest::addColumn<BuildOptions>("options");
        QTest::newRow("defaults") << BuildOptions();
        QTest::newRow("everything") << everything();
    }
    void survivesJson()
    {
        QFETCH(BuildOptions, options);
        const QByteArray json = QJsonDocument(options.toJson()).toJson();
        const auto read = BuildOptions::fromJson(objectOf(json));
        QVERIFY(read);
        QCOMPARE(*read, options);
    }

    void keepsAnScnExact()
    {
        // Above 2^32, and of no use when rounded.
        QVERIFY(QJsonDocument(everything().toJson()).toJson(QJsonDocument::Compact).contains("\"scn\":20231125103854"));
        QVERIFY(!BuildOptions().toJson().contains(u"scn"_s));
    }

    void missingKeysAreDefaults()
    {
        const auto read = BuildOptions::fromJson({});
        QVERIFY(read);
        QCOMPARE(*read, BuildOptions());
        // A later version may have added something that does not matter here.
        QCOMPARE(BuildOptions::fromJson({{u"colour"_s, u"green"_s}}).value_or(everything()), BuildOptions());
    }

    void refusesWrongValues_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *json, const char *reason) {
            QTest::newRow(json) << QByteArray(json) << QString::fromUtf8(reason);
        };
        row("{\"mode\":\"shared\"}", "“mode” cannot be “shared”.");
        row("{\"mode\":1}", "“mode” cannot be “1”.");
        row("{\"compression\":\"zstd\"}", "“compression” cannot be “zstd”.");
        row("{\"compression\":\"\"}", "“compression” cannot be “”.");
        row("{\"identity\":\"Time\"}", "“identity” cannot be “Time”.");
        row("{\"tags\":\"a,b\"}", "“tags” cannot be “a,b”.");
        row("{\"tags\":[\"a\",1]}", "“tags” cannot be “[\"a\",1]”.");
        row("{\"ldflags\":[\"-s\"]}", "“ldflags” cannot be “[\"-s\"]”.");
        row("{\"gcflags\":true}", "“gcflags” cannot be “true”.");
        row("{\"arguments\":\"-race\"}", "“arguments” cannot be “-race”.");
        row("{\"environment\":{\"A\":\"B\"}}", "“environment” cannot be “{\"A\":\"B\"}”.");
        row("{\"environment\":[\"A=B\"]}", "“environment” cannot be “[\"A=B\"]”.");
        row("{\"levels\":{\"GOAMD64\":\"v9\"}}", "“levels” cannot be “{\"GOAMD64\":\"v9\"}”.");
        row("{\"levels\":{\"GOMAXPROCS\":\"1\"}}", "“levels” cannot be “{\"GOMAXPROCS\":\"1\"}”.");
        row("{\"levels\":{\"GOARM\":7}}", "“levels” cannot be “{\"GOARM\":7}”.");
        row("{\"levels\":[\"GOARM=7\"]}", "“levels” cannot be “[\"GOARM=7\"]”.");
        row("{\"trimpath\":\"no\"}", "“trimpath” cannot be “no”.");
        row("{\"trimpath\":null}", "“trimpath” cannot be “null”.");
        row("{\"resolveImports\":1}", "“resolveImports” cannot be “1”.");
        row("{\"linker\":\"bfd\"}", "“linker” cannot be “bfd”.");
        row("{\"scn\":20231325103854}", "“scn” cannot be “20231325103854”.");
        row("{\"scn\":\"20231125103854\"}", "“scn” cannot be “20231125103854”.");
        row("{\"trimpath\":\"first\",\"linker\":\"second\"}", "“trimpath” cannot be “first”.");
    }
    void refusesWrongValues()
    {
        QFETCH(QByteArray, json);
        const auto read = BuildOptions::fromJson(objectOf(json));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
        QCOMPARE(read.error().message, u"The options cannot be read"_s);
        QTEST(read.error().reason, "reason");
    }

    void acceptsEveryLinkerWord()
    {
        for (const auto word : {""_L1, "auto"_L1, "default"_L1, "mold"_L1, "lld"_L1, "gold"_L1})
            QVERIFY2(BuildOptions::fromJson({{u"linker"_s, word}}), word.data());
    }

    void presetsSurviveTheirFile()
    {
        Preset preset;
        preset.name = u"Release, größer"_s;
        preset.targets = {{*GoVersion::parse(u"1.22.6"), *Platform::parse(u"linux/amd64")},
                          {*GoVersion::parse(u"1.21rc2"), *Platform::parse(u"darwin/arm64")},
                          {*GoVersion::parse(u"1.20"), *Platform::parse(u"linux/riscv64")}};
        preset.options = everything();
        const QByteArray json = preset.toJson();
        QCOMPARE(objectOf(json).value(u"plugsmithPreset"_s).toInt(), 1);
        const auto read = Preset::fromJson(json, u"a.json"_s);
        QVERIFY(read);
        QCOMPARE(*read, preset);
        QCOMPARE(read->targets[1].toString(), u"darwin/arm64 · 1.21rc2"_s);
    }

    void presetsWrittenByHandAreRead()
    {
        const auto read =
            Preset::fromJson("{\"plugsmithPreset\":1,\"comment\":\"mine\",\"targets\":[{\"go\":\"go1.22.6\","
                             "\"platform\":\"linux/arm64\"}]}",
                             u"a.json"_s);
        QVERIFY(read);
        QCOMPARE(read->options, BuildOptions());
        QCOMPARE(read->targets.value(0).toString(), u"linux/arm64 · 1.22.6"_s);
    }

    void refusesOtherFiles_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const char *json, const char *reason,
                            const char *message = "a.json is not a preset") {
            QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(message) << QString::fromUtf8(reason);
        };
        const char *other = "It is not JSON with the key “plugsmithPreset”.";
        row("empty", "", other);
        row("cut off", "{\"plugsmithPreset\":1,\"na", other);
        row("list", "[1]", other);
        row("other JSON", "{\"name\":\"x\"}", other);
        row("no layout", "{\"plugsmithPreset\":0}", other);
        row("newer", "{\"plugsmithPreset\":2}", "A newer Plugsmith wrote it.");
        row("no version", "{\"plugsmithPreset\":1,\"targets\":[{\"go\":\"latest\",\"platform\":\"linux/amd64\"}]}",
            "“latest linux/amd64” is not a target.");
        row("no platform", "{\"plugsmithPreset\":1,\"targets\":[{\"go\":\"1.22\",\"platform\":\"linux\"}]}",
            "“1.22 linux” is not a target.");
        row("wrong option", "{\"plugsmithPreset\":1,\"options\":{\"mode\":\"dll\"}}", "“mode” cannot be “dll”.",
            "The options cannot be read");
    }
    void refusesOtherFiles()
    {
        QFETCH(QByteArray, json);
        const auto read = Preset::fromJson(json, u"a.json"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
        QTEST(read.error().message, "message");
        QTEST(read.error().reason, "reason");
    }
};

QTEST_APPLESS_MAIN(tst_BuildOptions)
#include "tst_buildoptions.moc"
