// SPDX-License-Identifier: Apache-2.0
#include "base/pluginname.h"

#include <QRandomGenerator>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

PluginName named(const char *name, const char *version, const char *platform,
                 Compression compression = Compression::None, BuildMode mode = BuildMode::Plugin)
{
    return {QString::fromUtf8(name), *GoVersion::parse(QString::fromLatin1(version)),
            *Platform::parse(QString::fromLatin1(platform)), mode, compression};
}

} // namespace

class tst_PluginName : public QObject
{
    Q_OBJECT

private slots:
    void golden_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<PluginName>("facts");
        const auto row = [](const char *file, const PluginName &facts) {
            QTest::newRow(file) << QString::fromUtf8(file) << facts;
        };
        const auto gz = Compression::Gzip;
        row("main_1_17_6_darwin_amd64.so", named("main", "1.17.6", "darwin/amd64"));
        row("main_1_17_6_darwin_amd64.so.gz", named("main", "1.17.6", "darwin/amd64", gz));
        row("my_plugin_1_21rc2_linux_arm64.so.gz", named("my_plugin", "1.21rc2", "linux/arm64", gz));
        row("my_plugin_1_20_linux_amd64.so", named("my_plugin", "1.20", "linux/amd64"));
        row("my_plugin_1_20_3_linux_amd64.so", named("my_plugin", "1.20.3", "linux/amd64"));
        row("pricing_1_22_6_linux_386.so", named("pricing", "1.22.6", "linux/386"));
        row("a_1_8_linux_amd64.so", named("a", "1.8", "linux/amd64"));
        row("foo_1_1_20_linux_amd64.so", named("foo_1", "1.20", "linux/amd64"));
        row("foo_2_1_22_6_linux_amd64.so", named("foo_2", "1.22.6", "linux/amd64"));
        row("foo_2024_1_19_linux_s390x.so", named("foo_2024", "1.19", "linux/s390x"));
        row("foo_1_19_1_linux_amd64.so", named("foo", "1.19.1", "linux/amd64"));
        row("v1_1_21_0_linux_riscv64.so", named("v1", "1.21.0", "linux/riscv64"));
        row("linux_amd64_1_21_0_linux_amd64.so", named("linux_amd64", "1.21.0", "linux/amd64"));
        row("a__b_1_21_0_linux_amd64.so", named("a__b", "1.21.0", "linux/amd64"));
        row("a__1_21_0_linux_amd64.so", named("a_", "1.21.0", "linux/amd64"));
        row("my-plugin_1_18beta1_freebsd_amd64.so", named("my-plugin", "1.18beta1", "freebsd/amd64"));
        row("with space_1_23_1_linux_arm.so", named("with space", "1.23.1", "linux/arm"));
        row("größe_1_23_1_linux_arm.so", named("größe", "1.23.1", "linux/arm"));
        row("dots.in.name_1_23_1_linux_arm.so", named("dots.in.name", "1.23.1", "linux/arm"));
        row("x_1_22_linux_amd64.so", named("x", "1.22", "linux/amd64"));
        row("x_1_26_10_linux_amd64.so", named("x", "1.26.10", "linux/amd64"));
        row("x_1_26_11_linux_ppc64le.so", named("x", "1.26.11", "linux/ppc64le"));
        row("x_1_15_15_darwin_arm64.so", named("x", "1.15.15", "darwin/arm64"));
        row("x_1_22rc1_linux_loong64.so", named("x", "1.22rc1", "linux/loong64"));
        row("job_1_21_3_linux_amd64", named("job", "1.21.3", "linux/amd64", Compression::None, BuildMode::Program));
        row("job_1_21_3_linux_amd64.gz", named("job", "1.21.3", "linux/amd64", gz, BuildMode::Program));
    }
    void golden()
    {
        QFETCH(QString, file);
        QFETCH(PluginName, facts);
        QCOMPARE(facts.fileName(), file);
        const auto read = PluginName::parse(file);
        QVERIFY(read);
        QCOMPARE(*read, facts);
        const auto fromInfo = PluginName::parse(facts.infoFileName());
        QVERIFY(fromInfo);
        QCOMPARE(fromInfo->name, facts.name);
        QCOMPARE(fromInfo->version, facts.version);
        QCOMPARE(fromInfo->platform, facts.platform);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file :
             {"libc.so", "libc.so.6", "plugin.so", "1_22_6_linux_amd64.so", "_1_22_6_linux_amd64.so",
              "main_linux_amd64.so", "main_1_22_6_linux.so", "main_1_22_6_amd64_linux.so",
              "main_1_22_6_linux_x86_64.so", "name_v5.3.0_linux_amd64.so", "main_x_y_linux_amd64.so",
              "main_go1_22_6_linux_amd64.so", "main_ 1_22_linux_amd64.so", "main_1.22_6_linux_amd64.so",
              "main_1_22-x_linux_amd64.so", "", ".so", "____.so", "a_b_c_d_e.so"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void refuses()
    {
        QFETCH(QString, file);
        QVERIFY(!PluginName::parse(file));
    }

    void recognisesTyk()
    {
        QCOMPARE(PluginName::tykGatewayVersion(u"name_v5.3.0_linux_amd64.so"_s), u"v5.3.0"_s);
        QCOMPARE(PluginName::tykGatewayVersion(u"my_name_v5.3.0-rc4_linux_arm64.so"_s), u"v5.3.0-rc4"_s);
        QVERIFY(!PluginName::tykGatewayVersion(u"name_1_22_6_linux_amd64.so"_s));
        QVERIFY(!PluginName::tykGatewayVersion(u"name_v5.3.0_linux_vax.so"_s));
        QCOMPARE(PluginName::tykGatewayVersion(u"a_v1.2.3+b.C-d_linux_arm64.so"_s), u"v1.2.3+b.C-d"_s);
        for (const QString &no :
             {u"_v5.3.0_linux_amd64.so"_s, u"name_5.3.0_linux_amd64.so"_s, u"v5.3.0_linux_amd64.so"_s,
              u"name_v5.3_linux_amd64.so"_s, u"name_v5.3._linux_amd64.so"_s, u"name_v5.3.0-_linux_amd64.so"_s,
              u"name_v5.3.0x_linux_amd64.so"_s, u"name_v5.3.0-é_linux_amd64.so"_s, u"name_v5.3.0_linux_amd64.so.gz"_s,
              u".so"_s})
            QVERIFY2(!PluginName::tykGatewayVersion(no), qPrintable(no));
    }

    void dropsTheLastExtensionAsPgoDoes()
    {
        QCOMPARE(PluginName::stemOfGivenName(u"my.plugin"_s), u"my"_s);
        QCOMPARE(PluginName::stemOfGivenName(u"v1.2"_s), u"v1"_s);
        QCOMPARE(PluginName::stemOfGivenName(u"a.b.so"_s), u"a.b"_s);
        QCOMPARE(PluginName::stemOfGivenName(QString()), u"main"_s);
        QCOMPARE(PluginName::stemOfGivenName(u".so"_s), u"main"_s);
    }

    void explainsBadNames()
    {
        QVERIFY(PluginName::problemWithGivenName(u"pricing_v2"_s).isEmpty());
        QVERIFY(!PluginName::problemWithGivenName(u"a/b"_s).isEmpty());
        QVERIFY(!PluginName::problemWithGivenName(u"a\nb"_s).isEmpty());
        QVERIFY(!PluginName::problemWithGivenName(u"..so"_s).isEmpty());
        QVERIFY(!PluginName::problemWithGivenName(u"../x"_s).isEmpty());
        QVERIFY(!PluginName::problemWithGivenName(QString(300, u'x')).isEmpty());
    }

    /// Whatever the name, what was written is read back, as long as it does not itself end like a version.
    void roundTripsRandomNames()
    {
        QRandomGenerator random(20261122);
        const QString letters = u"abcXYZ019_-. ü_"_s;
        const QStringList versions = {u"1.20.3"_s, u"1.22.6"_s, u"1.21rc2"_s, u"1.19.13"_s, u"1.26.0"_s};
        for (int round = 0; round < 2000; ++round) {
            QString name(1 + random.bounded(12), u'a');
            for (QChar &c : name)
                c = letters[random.bounded(letters.size())];
            const PluginName facts{
                name, *GoVersion::parse(versions[random.bounded(versions.size())]), {u"linux"_s, u"arm64"_s}, {}, {}};
            const auto read = PluginName::parse(facts.fileName());
            QVERIFY2(read && *read == facts, qPrintable(facts.fileName()));
        }
    }
};

QTEST_GUILESS_MAIN(tst_PluginName)
#include "tst_pluginname.moc"
