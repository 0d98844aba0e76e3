// SPDX-License-Identifier: Apache-2.0
#include "build/binarycheck.h"

#include "support/goimage.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

namespace {

enum class Made { Plugin, PluginWithoutInfo, Program, Archive, Text, CutOff };

QByteArray bytesOf(Made made)
{
    ElfBuilder builder(ElfMachine::named("amd64"));
    const auto layout = ModuleLayout::of("1.24");
    switch (made) {
    case Made::Plugin:
    case Made::CutOff:
        addModuleRecord(&builder, {.layout = layout});
        addBuildInfo(&builder, "go1.24.4", "path\texample.com/p\nbuild\tGOOS=linux\n");
        return made == Made::Plugin ? builder.build() : builder.build().chopped(100);
    case Made::PluginWithoutInfo:
        addModuleRecord(&builder, {.layout = layout});
        return builder.build();
    case Made::Program:
        builder.interpreter = "/lib64/ld-linux-x86-64.so.2";
        addBuildInfo(&builder, "go1.24.4", "path\texample.com/p\nbuild\tGOOS=linux\n");
        return builder.build();
    case Made::Archive:
        return "!<arch>\n__.PKGDEF       0           0     0     644     0         `\n";
    case Made::Text:
        return "#!/bin/sh\n";
    }
    return {};
}

} // namespace

class tst_BinaryCheck : public QObject
{
    Q_OBJECT

private slots:
    void compares_data()
    {
        QTest::addColumn<Made>("made");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("platform");
        QTest::addColumn<BuildMode>("mode");
        QTest::addColumn<QString>("reason"); // empty: it is what was asked for
        const auto row = [](const char *name, Made made, const char *version, const char *platform, const char *reason,
                            BuildMode mode = BuildMode::Plugin) {
            QTest::newRow(name) << made << QString::fromLatin1(version) << QString::fromLatin1(platform) << mode
                                << QString::fromUtf8(reason);
        };
        row("plugin", Made::Plugin, "1.24.4", "linux/amd64", "");
        row("other processor", Made::Plugin, "1.24.4", "linux/arm64",
            "The file is for linux/amd64, the target is linux/arm64.");
        row("other Go", Made::Plugin, "1.24.3", "linux/amd64",
            "The file was built by Go 1.24.4, the target is Go 1.24.3.");
        row("no info, same family", Made::PluginWithoutInfo, "1.24.4", "linux/amd64", "");
        row("no info, other family", Made::PluginWithoutInfo, "1.18.1", "linux/amd64",
            "The file looks like one of Go %1, the target is Go 1.18.1.");
        row("program", Made::Program, "1.24.4", "linux/amd64", "", BuildMode::Program);
        row("program instead of a plugin", Made::Program, "1.24.4", "linux/amd64", "The file is not a Go plugin.");
        row("program of another Go", Made::Program, "1.23.1", "linux/amd64",
            "The file was built by Go 1.24.4, the target is Go 1.23.1.", BuildMode::Program);
        row("package archive", Made::Archive, "1.24.4", "linux/amd64",
            "Go wrote a package archive: the package that was built is not “main”.");
    }
    void compares()
    {
        QFETCH(Made, made);
        QFETCH(QString, version);
        QFETCH(QString, platform);
        QFETCH(BuildMode, mode);
        QFETCH(QString, reason);
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"built"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytesOf(made));
        file.close();

        const auto facts =
            checkBinary(file.fileName(), {{*GoVersion::parse(version), *Platform::parse(platform)}, mode});
        QCOMPARE(facts ? QString() : facts.error().reason,
                 reason.contains(u"%1"_s) ? reason.arg(QString::fromUtf8(ModuleLayout::of("1.24").family)) : reason);
        if (!facts) {
            QCOMPARE(facts.error().code, ErrorCode::Unsupported);
            QCOMPARE(facts.error().message, u"The result is not what was asked for"_s);
        }
    }

    void passesOnWhatIsFound()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"built"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytesOf(Made::Plugin));
        file.close();
        const auto facts =
            checkBinary(file.fileName(), {{*GoVersion::parse(u"1.24.4"), *Platform::parse(u"linux/amd64")}, {}});
        QVERIFY(facts);
        QCOMPARE(facts->pluginPath, "example.com/shop/plug%2ev1");
    }

    void neverPassesForeignBytes_data()
    {
        QTest::addColumn<Made>("made");
        QTest::newRow("text") << Made::Text;
        QTest::newRow("cut off") << Made::CutOff;
    }
    void neverPassesForeignBytes()
    {
        QFETCH(Made, made);
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"built"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytesOf(made));
        file.close();
        for (const auto mode : {BuildMode::Plugin, BuildMode::Program}) {
            const auto facts =
                checkBinary(file.fileName(), {{*GoVersion::parse(u"1.24.4"), *Platform::parse(u"linux/amd64")}, mode});
            QVERIFY(!facts);
            QVERIFY(!facts.error().reason.isEmpty());
        }
    }

    void saysWhenThereIsNoFile() { QCOMPARE(checkBinary(u"/nowhere/built"_s, {}).error().code, ErrorCode::NotFound); }
};

QTEST_APPLESS_MAIN(tst_BinaryCheck)
#include "tst_binarycheck.moc"
