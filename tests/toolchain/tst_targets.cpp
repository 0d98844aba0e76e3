// SPDX-License-Identifier: Apache-2.0
#include "toolchain/targets.h"

#include "toolchain/pluginsupport.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

using Kind = BuildObstacle::Kind;

namespace {

Platform platformOf(const QString &text)
{
    return {text.section(u'/', 0, 0), text.section(u'/', 1, 1)};
}

GoVersion versionOf(const QString &text)
{
    return GoVersion::parse(text).value_or(GoVersion());
}

CCompiler compilerFor(const Platform &platform)
{
    CCompiler compiler;
    compiler.program = u"/usr/bin/cc"_s;
    compiler.platform = platform;
    return compiler;
}

/// A platform of Linux other than this machine's, so that rows mean the same everywhere.
QString foreignLinux()
{
    return Platform::thisMachine().arch == u"arm64"_s ? u"linux/s390x"_s : u"linux/arm64"_s;
}

} // namespace

class tst_Targets : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhatReleasesSupport_data()
    {
        QTest::addColumn<QString>("platform");
        QTest::addColumn<QStringList>("yes"); // as read in the sources of these releases
        QTest::addColumn<QStringList>("no");
        const QStringList all{u"1.15.15"_s, u"1.19.8"_s, u"1.20"_s,    u"1.21.13"_s,
                              u"1.22.12"_s, u"1.24.4"_s, u"1.25rc1"_s, u"1.26.8"_s};
        for (const char *name : {"linux/amd64", "linux/386", "linux/arm", "linux/arm64", "linux/ppc64le", "linux/s390x",
                                 "darwin/amd64", "freebsd/amd64", "android/amd64", "android/386"})
            QTest::newRow(name) << QString::fromLatin1(name) << all << QStringList();
        QTest::newRow("darwin/arm64") << u"darwin/arm64"_s << all.mid(1) << all.mid(0, 1);
        QTest::newRow("linux/loong64") << u"linux/loong64"_s << all.mid(4) << all.mid(0, 4);
        QTest::newRow("linux/riscv64") << u"linux/riscv64"_s << all.mid(6) << all.mid(0, 6);
        for (const char *name : {"windows/amd64", "linux/mips64le", "freebsd/arm64", "openbsd/amd64", "android/arm64",
                                 "js/wasm", "ios/arm64"})
            QTest::newRow(name) << QString::fromLatin1(name) << QStringList() << all;
    }
    void knowsWhatReleasesSupport()
    {
        QFETCH(QString, platform);
        QFETCH(QStringList, yes);
        QFETCH(QStringList, no);
        for (const QString &version : yes)
            QVERIFY2(canBuildPlugins(versionOf(version), platformOf(platform)), qPrintable(version));
        for (const QString &version : no)
            QVERIFY2(!canBuildPlugins(versionOf(version), platformOf(platform)), qPrintable(version));
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("platform");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("reason");
        QTest::newRow("release") << u"1.22.6"_s << u"linux/riscv64"_s << Kind::NoPluginSupport
                                 << u"Go 1.22.6 cannot build plugins for linux/riscv64"_s
                                 << u"Go supports this since 1.25."_s;
        QTest::newRow("never") << u"1.26.8"_s << u"windows/amd64"_s << Kind::NoPluginSupport
                               << u"Go has no plugins for windows/amd64"_s
                               << u"No Go release can build plugins for this platform."_s;
        if (Platform::thisMachine().os == u"linux"_s) {
            const QString foreign = foreignLinux();
            const QString package = u"gcc-%1-linux-gnu"_s.arg(foreign.endsWith(u"arm64") ? u"aarch64"_s : u"s390x"_s);
            QTest::newRow("cross compiler") << u"1.22.6"_s << foreign << Kind::NoCompiler << u"Install "_s + package
                                            << u"Plugins need cgo, and cgo needs a C compiler for %1."_s.arg(foreign);
            QTest::newRow("own compiler")
                << u"1.22.6"_s << Platform::thisMachine().toString() << Kind::NoCompiler << u"Install gcc"_s
                << u"Plugins need cgo, and cgo needs a C compiler for %1."_s.arg(Platform::thisMachine().toString());
            QTest::newRow("no known package")
                << u"1.22.6"_s << u"linux/loong64"_s << Kind::NoCompiler << u"linux/loong64 needs a C compiler"_s
                << u"Plugins need cgo, and cgo needs a C compiler for linux/loong64."_s;
            QTest::newRow("Apple SDK")
                << u"1.22.6"_s << u"darwin/amd64"_s << Kind::NoSdk << u"darwin/amd64 needs an Apple SDK"_s
                << u"Linking for macOS needs Apple's libraries. zig cc does not do: it has no CoreFoundation, "
                   "and its linker does not know the flat namespace of plugins."_s;
            QTest::newRow("sysroot") << u"1.22.6"_s << u"freebsd/amd64"_s << Kind::NoSdk
                                     << u"freebsd/amd64 needs a sysroot"_s
                                     << u"Linking for freebsd needs the C library of that system. zig cc has it."_s;
        }
    }
    void saysWhyNot()
    {
        QFETCH(QString, version);
        QFETCH(QString, platform);
        const auto obstacle = whyNotBuildable(versionOf(version), platformOf(platform), {});
        QVERIFY(obstacle);
        QTEST(obstacle->kind, "kind");
        QTEST(obstacle->title, "title");
        QTEST(obstacle->reason, "reason");
    }

    void theReleaseComesFirst()
    {
        // Installing a compiler would not help, so that is not what is said.
        const Platform platform = platformOf(u"linux/riscv64"_s);
        QCOMPARE(whyNotBuildable(versionOf(u"1.24.4"_s), platform, {})->kind, Kind::NoPluginSupport);
        QCOMPARE(whyNotBuildable(versionOf(u"1.24.4"_s), platform, {compilerFor(platform)})->kind,
                 Kind::NoPluginSupport);
        QVERIFY(!whyNotBuildable(versionOf(u"1.25.0"_s), platform, {compilerFor(platform)}));
    }

    void aCompilerIsAllThatIsMissing_data()
    {
        QTest::addColumn<QString>("platform");
        for (const char *name : {"linux/amd64", "linux/arm64", "linux/386", "linux/arm", "linux/ppc64le", "linux/s390x",
                                 "linux/riscv64", "darwin/arm64", "darwin/amd64", "freebsd/amd64"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void aCompilerIsAllThatIsMissing()
    {
        QFETCH(QString, platform);
        const GoVersion version = versionOf(u"1.26.8"_s);
        const Platform target = platformOf(platform);
        QVERIFY(whyNotBuildable(version, target, {}));
        QVERIFY(whyNotBuildable(version, target, {compilerFor({u"linux"_s, u"mips"_s})}));
        QVERIFY(!whyNotBuildable(version, target, {compilerFor({u"linux"_s, u"mips"_s}), compilerFor(target)}));
    }

    void knowsCrossCompilers_data()
    {
        QTest::addColumn<QString>("platform");
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("apt");
        const auto row = [](const char *platform, const char *program, const char *apt) {
            QTest::newRow(platform) << QString::fromLatin1(platform) << QString::fromLatin1(program)
                                    << QString::fromLatin1(apt);
        };
        row("linux/arm64", "aarch64-linux-gnu-gcc", "gcc-aarch64-linux-gnu libc6-dev-arm64-cross");
        row("linux/arm", "arm-linux-gnueabihf-gcc", "gcc-arm-linux-gnueabihf libc6-dev-armhf-cross");
        row("linux/386", "i686-linux-gnu-gcc", "gcc-i686-linux-gnu libc6-dev-i386-cross");
        row("linux/ppc64le", "powerpc64le-linux-gnu-gcc", "gcc-powerpc64le-linux-gnu libc6-dev-ppc64el-cross");
        row("linux/s390x", "s390x-linux-gnu-gcc", "gcc-s390x-linux-gnu libc6-dev-s390x-cross");
        row("linux/riscv64", "riscv64-linux-gnu-gcc", "gcc-riscv64-linux-gnu libc6-dev-riscv64-cross");
        row("linux/amd64", "x86_64-linux-gnu-gcc", "gcc-x86-64-linux-gnu libc6-dev-amd64-cross");
    }
    void knowsCrossCompilers()
    {
        QFETCH(QString, platform);
        const auto cross = crossCompilerFor(platformOf(platform));
        QVERIFY(cross);
        QTEST(cross->program, "program");
        QTEST(cross->packages.apt.join(u' '), "apt");
        QCOMPARE(cross->packages.dnf, QStringList{u"zig"_s}); // Fedora's cross gcc has no C library
    }

    void knowsZigWhereNoPackageDoes()
    {
        for (const char *platform : {"linux/loong64", "freebsd/amd64"}) {
            const auto cross = crossCompilerFor(platformOf(QString::fromLatin1(platform)));
            QVERIFY2(cross && !cross->zigTarget.isEmpty(), platform);
            QCOMPARE(cross->packages.command(PackageManager::Apt), u"pipx install ziglang"_s);
            QCOMPARE(cross->packages.command(PackageManager::Dnf), u"sudo dnf install zig"_s);
        }
    }

    void readsGosOwnSource_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QStringList>("platforms");
        const QByteArray start = "func BuildModeSupported(compiler, buildmode, goos, goarch string) bool {\n"
                                 "\tswitch buildmode {\n\tcase \"exe\":\n\t\treturn true\n";
        const QByteArray end = "\t\t\treturn true\n\t\t}\n\t\treturn false\n\tcase \"x\", \"linux/mips\":\n";
        QTest::newRow("one") << QByteArray(start +
                                           "\tcase \"plugin\":\n\t\tswitch platform {\n\t\tcase "
                                           "\"linux/amd64\", \"linux/arm\",\n\"darwin/arm64\":\n" +
                                           end)
                             << QStringList{u"darwin/arm64"_s, u"linux/amd64"_s, u"linux/arm"_s};
        QTest::newRow("not Go's words") << QByteArray(start + "\tcase \"plugin\":\n\"a/b\", \"linux\"\n" + end)
                                        << QStringList();
        QTest::newRow("breaks off") << QByteArray(start + "\tcase \"plugin\":\n\"linux/386")
                                    << QStringList{u"linux/386"_s};
        QTest::newRow("no such case") << QByteArray(start + end) << QStringList();
        QTest::newRow("before the function") << QByteArray("case \"plugin\": \"linux/386\"\n" + start) << QStringList();
        QTest::newRow("empty") << QByteArray() << QStringList();
    }
    void readsGosOwnSource()
    {
        QFETCH(QByteArray, source);
        QTEST(parsePluginPlatforms(source), "platforms");
    }

    void believesTheSourceOverTheTable()
    {
        GoToolchain toolchain;
        toolchain.version = versionOf(u"1.30.1"_s);
        toolchain.pluginPlatforms = QStringList{u"linux/sparc64"_s};
        QVERIFY(canBuildPlugins(toolchain, platformOf(u"linux/sparc64"_s)));
        QVERIFY(!canBuildPlugins(toolchain, platformOf(u"linux/amd64"_s)));
        QCOMPARE(whyNotBuildable(toolchain, platformOf(u"linux/amd64"_s), {})->kind, Kind::NoPluginSupport);
        toolchain.pluginPlatforms.clear();
        QVERIFY(canBuildPlugins(toolchain, platformOf(u"linux/amd64"_s)));
    }

    void agreesWithTheInstalledGo()
    {
        const QString go = QStandardPaths::findExecutable(u"go"_s);
        const QString root = QFileInfo(go).canonicalFilePath().section(u"/bin/go"_s, 0, 0);
        const QStringList platforms = go.isEmpty() ? QStringList() : pluginPlatformsOf(root);
        if (platforms.isEmpty())
            QSKIP("no Go with its source is on PATH");
        QVERIFY(platforms.contains(u"linux/amd64"_s));
        QVERIFY(platforms.contains(u"linux/s390x"_s));
        QVERIFY(!platforms.contains(u"windows/amd64"_s));
    }

    void knowsLevels()
    {
        QCOMPARE(cpuLevelOf(platformOf(u"linux/arm"_s))->usual, u"7"_s);
        QCOMPARE(cpuLevelOf(platformOf(u"linux/amd64"_s))->variable, u"GOAMD64"_s);
        QVERIFY(!cpuLevelOf(platformOf(u"linux/s390x"_s)));
        QVERIFY(!cpuLevelNamed(u"GOMAXPROCS"_s));
        for (const CpuLevel &level : cpuLevels()) {
            QCOMPARE(cpuLevelNamed(level.variable)->values, level.values);
            QVERIFY2(level.values.contains(level.byDefault), qPrintable(level.variable));
            for (const QString &value : level.values)
                QVERIFY2(!value.contains(u'@'), qPrintable(value));
        }
    }

    void knowsSinceWhenLevelsCount_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("last"); // release that does not know it; empty: all do
        QTest::addColumn<QString>("first");
        const auto row = [](const char *level, const QString &last, const QString &first) {
            QTest::newRow(level) << QString::fromLatin1(level) << last << first;
        };
        row("GOAMD64=v3", u"1.17.6"_s, u"1.18"_s);
        row("GOARM=5", {}, u"1.17.6"_s);
        row("GO386=softfloat", u"1.15"_s, u"1.16"_s);
        row("GOARM64=v9.0", u"1.22.12"_s, u"1.23.0"_s);
        row("GOPPC64=power9", {}, u"1.17.6"_s);
        row("GOPPC64=power10", u"1.19.13"_s, u"1.20"_s);
        row("GORISCV64=rva22u64", u"1.22.0"_s, u"1.23.0"_s);
        row("GORISCV64=rva23u64", u"1.24.0"_s, u"1.25.0"_s);
    }
    void knowsSinceWhenLevelsCount()
    {
        QFETCH(QString, level);
        QFETCH(QString, last);
        QFETCH(QString, first);
        const auto found = cpuLevelNamed(level.section(u'=', 0, 0));
        QVERIFY(found);
        const QString value = level.section(u'=', 1);
        QVERIFY(found->isKnownTo(versionOf(first), value));
        QVERIFY(last.isEmpty() || !found->isKnownTo(versionOf(last), value));
        QVERIFY(!found->isKnownTo(versionOf(first), u"most"_s));
    }

    void knowsNoOthers()
    {
        for (const char *platform : {"darwin/arm64", "darwin/amd64", "windows/amd64", "linux/mips"})
            QVERIFY2(!crossCompilerFor(platformOf(QString::fromLatin1(platform))), platform);
        QVERIFY(!nativeCompilerPackages().command(PackageManager::Apt).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Targets)
#include "tst_targets.moc"
