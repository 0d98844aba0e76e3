// SPDX-License-Identifier: Apache-2.0
// What is read from plugins against what Go programs said after loading them, and from files of other kinds.
#include "gobinary/inspection.h"
#include "support/goimage.h"
#include "support/gotypedata.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTest>

#include <cstring>
#include <elf.h>

using namespace plugsmith;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

namespace {

/// Plugins of many releases and platforms, each beside what a Go program of its release printed after plugin.Open: the
/// path, then name and %T of each export. They are large, so they are not part of the source.
QDir samples()
{
    const QString chosen = qEnvironmentVariable("PLUGSMITH_SAMPLES");
    return QDir(chosen.isEmpty() ? QStringLiteral(PLUGSMITH_SOURCE_DIR "/../shared/samples/plugins") : chosen);
}

QByteArray unpackedXz(const QString &path)
{
    QProcess xz;
    xz.start(u"xz"_s, {u"-dc"_s, path});
    return xz.waitForStarted() && xz.waitForFinished() && xz.exitCode() == 0 ? xz.readAllStandardOutput()
                                                                             : QByteArray();
}

QByteArrayList exportLines(const Inspection &inspection)
{
    QByteArrayList lines{"PATH " + inspection.facts.pluginPath};
    for (const GoExport &found : inspection.exports)
        lines << (found.name + u'\t' + found.type).toUtf8();
    return lines;
}

/// The strip of binutils for a processor as Go calls it; empty if there is none.
QString stripFor(const QString &arch)
{
    static const QHash<QString, QString> prefixes = {
        {u"amd64"_s, u"x86_64-linux-gnu-"_s},        {u"arm64"_s, u"aarch64-linux-gnu-"_s},
        {u"arm"_s, u"arm-linux-gnueabihf-"_s},       {u"386"_s, u"i686-linux-gnu-"_s},
        {u"ppc64le"_s, u"powerpc64le-linux-gnu-"_s}, {u"s390x"_s, u"s390x-linux-gnu-"_s}};
    const QString own = QStandardPaths::findExecutable(prefixes.value(arch) + u"strip"_s);
    return own.isEmpty() && arch == Platform::thisMachine().arch ? QStandardPaths::findExecutable(u"strip"_s) : own;
}

QByteArray stripped(const QByteArray &bytes, const QString &strip, const QStringList &options)
{
    QTemporaryFile file;
    if (!file.open() || file.write(bytes) != bytes.size() || !file.flush())
        return {};
    if (QProcess::execute(strip, options + QStringList{file.fileName()}) != 0)
        return {};
    QFile result(file.fileName()); // strip may have put another file there
    return result.open(QIODevice::ReadOnly) ? result.readAll() : QByteArray();
}

/// Zeros in the fields of the header that name them.
QByteArray withoutSectionHeaders(QByteArray bytes)
{
    const bool isWide = bytes.at(EI_CLASS) == ELFCLASS64;
    const auto clear = [&](std::size_t wide, std::size_t narrow, qsizetype length) {
        std::memset(bytes.data() + (isWide ? wide : narrow), 0, static_cast<std::size_t>(length));
    };
    clear(offsetof(Elf64_Ehdr, e_shoff), offsetof(Elf32_Ehdr, e_shoff), isWide ? 8 : 4);
    clear(offsetof(Elf64_Ehdr, e_shnum), offsetof(Elf32_Ehdr, e_shnum), 4); // and e_shstrndx
    return bytes;
}

const GoTypeDetails *typeNamed(const Inspection &inspection, const QString &name)
{
    const auto found = std::ranges::find(inspection.types, name, &GoTypeDetails::name);
    return found == inspection.types.end() ? nullptr : &*found;
}

QStringList members(const GoTypeDetails &type)
{
    QStringList list;
    for (const GoField &field : type.fields)
        list << field.name + u' ' + field.type + (field.tag.isEmpty() ? QString() : u" `" + field.tag + u'`') +
                    (field.isEmbedded ? u" embedded"_s : QString());
    for (const GoMethod &method : type.methods)
        list << (method.needsPointer ? u"*."_s : u"."_s) + method.name + u' ' + method.type;
    return list;
}

} // namespace

class tst_Inspection : public QObject
{
    Q_OBJECT

private slots:
    void equalsWhatGoSays_data()
    {
        QTest::addColumn<QString>("file");
        if (!samples().exists() || QStandardPaths::findExecutable(u"xz"_s).isEmpty())
            QSKIP("the sample plugins are not here; PLUGSMITH_SAMPLES names their folder");
        for (const QString &name : samples().entryList({u"*.txt"_s}, QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(name)) << samples().filePath(name.chopped(4));
    }
    void equalsWhatGoSays()
    {
        QFETCH(QString, file);
        const QByteArray bytes = unpackedXz(file + u".so.xz"_s);
        QFile truth(file + u".txt"_s);
        QVERIFY(!bytes.isEmpty() && truth.open(QIODevice::ReadOnly));
        const auto inspection = inspectBytes(bytes, QFileInfo(file).fileName(), InspectPart::Types);
        QVERIFY2(inspection, inspection ? "" : qPrintable(inspection.error().sentence()));
        QCOMPARE(inspection->kind, BinaryKind::GoPlugin);
        QCOMPARE(exportLines(*inspection).join('\n'), truth.readAll().trimmed());
        checkDetails(*inspection, QFileInfo(file).fileName());
    }

    // The same plugins, made smaller as people do it before they ship them.
    void strippedEqualsWhatGoSays_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("treatment");
        if (!samples().exists() || QStandardPaths::findExecutable(u"xz"_s).isEmpty())
            QSKIP("the sample plugins are not here; PLUGSMITH_SAMPLES names their folder");
        for (const QString &name : samples().entryList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
            for (const char *treatment : {"strip", "strip --strip-unneeded", "no section headers"})
                QTest::addRow("%s, %s", qPrintable(name), treatment)
                    << samples().filePath(name.chopped(4)) << QString::fromLatin1(treatment);
        }
    }
    void strippedEqualsWhatGoSays()
    {
        QFETCH(QString, file);
        QFETCH(QString, treatment);
        const QString name = QFileInfo(file).fileName();
        QByteArray bytes = unpackedXz(file + u".so.xz"_s);
        if (treatment == "no section headers"_L1) {
            bytes = withoutSectionHeaders(bytes);
        } else {
            if (name.contains("-ss"_L1))
                QSKIP("strip needs section headers");
            const QString strip = stripFor(name.section(u'_', -1));
            if (strip.isEmpty())
                QSKIP("no strip for this processor on PATH");
            bytes = stripped(bytes, strip, treatment.split(u' ').sliced(1));
        }
        QFile truth(file + u".txt"_s);
        QVERIFY(!bytes.isEmpty() && truth.open(QIODevice::ReadOnly));
        const auto inspection = inspectBytes(bytes, name, InspectPart::Types | InspectPart::Functions);
        QVERIFY2(inspection, inspection ? "" : qPrintable(inspection.error().sentence()));
        QCOMPARE(inspection->kind, BinaryKind::GoPlugin);
        QCOMPARE(exportLines(*inspection).join('\n'), truth.readAll().trimmed());
        const auto release = GoVersion::parse(name.section(u'_', 0, 0).section(u'-', 0, 0));
        QVERIFY(release && inspection->facts.family.contains(*release));
        QVERIFY(!inspection->code.isEmpty());
        for (const GoExport &each : inspection->exports) {
            const bool isFunction = each.kind == GoExport::Kind::Function;
            QVERIFY2(each.place.file.endsWith("/main.go"_L1) == isFunction, qPrintable(each.name));
            QCOMPARE(each.place.line > 0, isFunction);
        }
    }

    void readsTypes_data()
    {
        QTest::addColumn<ElfMachine>("machine");
        QTest::addColumn<QByteArray>("release");
        for (const auto &[arch, release] : std::initializer_list<std::pair<const char *, const char *>>{
                 {"amd64", "1.15"}, {"386", "1.16"}, {"arm", "1.19"}, {"s390x", "1.19"}, {"amd64", "1.26"}})
            QTest::addRow("%s %s", arch, release) << ElfMachine::named(arch) << QByteArray(release);
    }
    void readsTypes()
    {
        QFETCH(ElfMachine, machine);
        QFETCH(QByteArray, release);
        const bool isPlain = release > "1.18";
        const auto inspection = inspectBytes(plugin(machine, release, isPlain), u"x.so"_s, InspectPart::Types);
        QVERIFY2(inspection, inspection ? "" : qPrintable(inspection.error().sentence()));
        const QList<GoExport> expected = {
            {u"Last"_s, GoExport::Kind::Variable, u"**main.Result"_s},
            {u"Quote"_s, GoExport::Kind::Function, u"func(string, ...int) (*main.Result, error)"_s}};
        QCOMPARE(inspection->exports, expected);
        QCOMPARE(inspection->types.size(), 1);
        const GoTypeDetails &result = inspection->types[0];
        QCOMPARE(result.name, u"main.Result"_s);
        QCOMPARE(result.packagePath, u"example.com/shop/plug.v1"_s);
        QCOMPARE(members(result),
                 QStringList({u"Total string `json:\"total\"`"_s, u"Count int"_s, u"Level dep.Level embedded"_s,
                              u"*.Add func(int)"_s, u".String func() string"_s}));
        const auto word = static_cast<quint64>(machine.wordSize);
        QCOMPARE(result.fields[1].offset, 2 * word);
        QCOMPARE(result.fields[2].offset, 3 * word);
        QCOMPARE(inspection->packages.size(), 3);
        QCOMPARE(inspection->packages[1].package, "internal/abi");
    }

    void refusesBrokenExports()
    {
        const ElfMachine machine = ElfMachine::named("amd64");
        auto data = exampleExports(machine, ElfBuilder::RelroAddress, true, true);
        const auto longName = static_cast<quint64>(data.types.size());
        data.types += QByteArray("\1\xff\xff\x03", 4) + QByteArray(0xffff, 'x'); // and a million times the same
        QFETCH(int, count);
        QFETCH(quint64, name);
        data.entries.fill({name == 0 ? longName : name, 0}, count);
        ElfBuilder builder(machine);
        addModuleRecord(&builder,
                        {.layout = ModuleLayout::of("1.24"), .typeData = data.types, .exportEntries = data.entries});
        const auto inspection = inspectBytes(builder.build(), u"x.so"_s);
        QVERIFY(!inspection);
        QCOMPARE(inspection.error().code, ErrorCode::Damaged);
    }
    void refusesBrokenExports_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<quint64>("name");
        QTest::newRow("outside") << 3 << quint64(0x100000);
        QTest::newRow("too much text") << 100'000 << quint64(0);
    }

    void tellsKinds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<BinaryKind>("kind");
        ElfBuilder library(ElfMachine::named("amd64"));
        library.addNeeded("libc.so.6");
        ElfBuilder shared(ElfMachine::named("arm64"));
        addBuildInfo(&shared, "go1.24.4", "path\tx\nbuild\t-buildmode=c-shared\n");
        ElfBuilder program(ElfMachine::named("arm64"));
        program.type = 2;
        addBuildInfo(&program, "go1.24.4", "path\tx\nbuild\tGOARM64=v8.0\n");
        ElfBuilder object(ElfMachine::named("386"));
        object.type = 1;
        ElfBuilder c(ElfMachine::named("386"));
        c.type = 2;
        QTest::newRow("library") << library.build() << BinaryKind::Library;
        QTest::newRow("c-shared") << shared.build() << BinaryKind::GoLibrary;
        QTest::newRow("program") << program.build() << BinaryKind::GoProgram;
        QTest::newRow("other program") << c.build() << BinaryKind::Program;
        QTest::newRow("object") << object.build() << BinaryKind::Object;
        QTest::newRow("archive") << QByteArray("!<arch>\nx") << BinaryKind::Archive;
        QTest::newRow("text") << QByteArray("package main\n") << BinaryKind::Other;
        QTest::newRow("nothing") << QByteArray() << BinaryKind::Other;
    }
    void tellsKinds()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(BinaryKind, kind);
        const auto inspection = inspectBytes(bytes, u"x"_s, InspectPart::Types | InspectPart::Packages);
        QVERIFY(inspection);
        QCOMPARE(inspection->kind, kind);
        QVERIFY(inspection->exports.isEmpty());
        const bool isGo = kind == BinaryKind::GoLibrary || kind == BinaryKind::GoProgram;
        QCOMPARE(inspection->goSource, isGo ? GoVersionSource::BuildInfo : GoVersionSource::None);
        QCOMPARE(inspection->cpuLevel, kind == BinaryKind::GoProgram ? u"GOARM64=v8.0"_s : QString());
    }

    void programsThatLoadPlugins()
    {
        ElfBuilder builder(ElfMachine::named("s390x"));
        builder.type = 2;
        addBuildInfo(&builder, "go1.24.4", "path\tx\n");
        for (const QByteArray &package : {QByteArray("plugin"), QByteArray("fmt")}) {
            const quint64 hash = builder.add(ElfBuilder::Place::ReadOnly, QByteArray(8, package.at(0)));
            builder.addSymbol("go:link.pkghashbytes." + package, hash, 8);
        }
        builder.addSymbol("runtime.firstmoduledata", ElfBuilder::DataAddress, 584);
        const auto inspection = inspectBytes(builder.build(), u"x"_s, InspectPart::Packages);
        QVERIFY(inspection);
        QVERIFY(inspection->loadsPlugins);
        QCOMPARE(inspection->moduleRecordSize, 584);
        QCOMPARE(inspection->packages,
                 (QList<PackageHash>{{"fmt", QByteArray(8, 'f')}, {"plugin", QByteArray(8, 'p')}}));
    }

private:
    static QByteArray plugin(const ElfMachine &machine, const QByteArray &release, bool plainOffsets)
    {
        const ModuleLayout layout = ModuleLayout::of(release);
        const auto data = exampleExports(machine, ElfBuilder::RelroAddress, layout.varintNames, plainOffsets);
        ElfBuilder builder(machine);
        addModuleRecord(&builder, {.layout = layout, .typeData = data.types, .exportEntries = data.entries});
        return builder.build();
    }

    /// What all samples have in common, whatever release and platform they are of.
    static void checkDetails(const Inspection &inspection, const QString &name)
    {
        QVERIFY2(name.startsWith(u"go1."_s + QString::number(inspection.goVersion.series)), qPrintable(name));
        QVERIFY(inspection.facts.family.contains(inspection.goVersion));
        QCOMPARE(inspection.goSource,
                 inspection.goVersion.series < 21 ? GoVersionSource::DebugInfo : GoVersionSource::BuildInfo);
        QCOMPARE(inspection.dependencies.needed, QStringList{u"libc.so.6"_s});
        QCOMPARE(inspection.dependencies.glibc, u"2.34"_s);
        QCOMPARE(inspection.dependencies.library, CLibrary::Glibc);
        QCOMPARE(inspection.packages.last().package, "example.com/shop/plug.v1");
        const qsizetype hashLength = inspection.goVersion.series < 19 ? 40 : 8;
        for (const PackageHash &each : inspection.packages)
            QVERIFY2(!each.package.isEmpty() && each.hash.size() == hashLength, each.package.constData());

        const GoTypeDetails *result = typeNamed(inspection, u"main.Result"_s);
        QVERIFY(result);
        QCOMPARE(result->packagePath, u"example.com/shop/plug.v1"_s);
        QCOMPARE(
            members(*result),
            QStringList({u"Total float64 `json:\"total\"`"_s, u"Items []*dep1.Item `json:\"items\"`"_s,
                         u"At time.Time `json:\"at\"`"_s, u"Extra map[string][]uint8 `json:\"extra\"`"_s,
                         u"hidden int"_s, u"Level dep1.Level embedded"_s, u"*.Add func(float64) error"_s,
                         u".String func() string"_s, u".Sum func(...float64) float64"_s, u".private func() int"_s}));
        const bool isWide = !name.endsWith("386"_L1) && !name.endsWith("arm"_L1);
        QCOMPARE(result->fields[1].offset, 8U);
        QCOMPARE(result->fields[2].offset, isWide ? 32U : 20U);
        QCOMPARE(result->fields[3].offset, isWide ? 56U : 40U);
        const GoTypeDetails *shape = typeNamed(inspection, u"dep1.Shape"_s);
        QVERIFY(shape);
        QCOMPARE(members(*shape), QStringList({u".Area func() float64"_s, u".secret func()"_s}));
    }
};

QTEST_GUILESS_MAIN(tst_Inspection)
#include "tst_inspection.moc"
