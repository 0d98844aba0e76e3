// SPDX-License-Identifier: Apache-2.0
// Plugins and programs that a real toolchain builds, against what the toolchain and readelf say about them.
#include "gobinary/binaryfile.h"
#include "gobinary/elfsymbols.h"
#include "gobinary/gzipfile.h"
#include "gobinary/inspection.h"
#include "gobinary/mappedfile.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <elf.h>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

const std::pair<QString, QByteArray> Sources[] = {
    {u"go.mod"_s, "module example.com/shop\n\ngo 1.18\n\nrequire example.com/dep v0.1.0\n\n"
                  "replace example.com/dep => ./dep\n"},
    {u"dep/go.mod"_s, "module example.com/dep\n\ngo 1.18\n"},
    {u"dep/dep.go"_s, "package dep\n\nfunc Twice(n int) int { return 2 * n }\n"},
    {u"plug.v1/main.go"_s, "package main\n\nimport \"example.com/dep\"\n\nvar Version = \"1\"\n\n"
                           "func Add(a, b int) int { return dep.Twice(a) + b }\n\nfunc main() {}\n"},
    {u"tool/main.go"_s, "package main\n\nimport \"example.com/dep\"\n\nfunc main() { println(dep.Twice(2)) }\n"},
};

struct Output
{
    bool isGood = false;
    QByteArray out;
    QByteArray err;
};

Output run(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : std::initializer_list<std::pair<QString, QString>>{{u"GOFLAGS"_s, u"-mod=mod"_s},
                                                                                        {u"GOPROXY"_s, u"off"_s},
                                                                                        {u"GOTOOLCHAIN"_s, u"local"_s},
                                                                                        {u"GOWORK"_s, u"off"_s},
                                                                                        {u"CGO_ENABLED"_s, u"1"_s}})
        environment.insert(name, value);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    const bool ended = process.waitForStarted() && process.waitForFinished(10 * 60 * 1000);
    return {ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

/// What `go version -m` prints, in our words: a line "FILE: go1.24.4", then the lines of the text behind a tab.
std::optional<BuildInfo> goVersionM(const QString &go, const QString &file)
{
    const Output answer = run(go, {u"version"_s, u"-m"_s, file}, u"."_s);
    QByteArrayList lines = answer.out.split('\n');
    if (!answer.isGood || lines.size() < 2)
        return std::nullopt;
    const QByteArray version = lines.takeFirst();
    for (QByteArray &line : lines)
        line = line.mid(1);
    auto info = parseBuildInfo(lines.join('\n'), file);
    if (!info)
        return std::nullopt;
    info->goVersion = QString::fromUtf8(version.mid(version.lastIndexOf(": ") + 2));
    return *info;
}

/// Zeros in the header fields that name the section headers (64-bit, little endian).
bool removeSectionHeaders(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
    for (const auto &[offset, length] :
         {std::pair(offsetof(Elf64_Ehdr, e_shoff), 8), std::pair(offsetof(Elf64_Ehdr, e_shnum), 2),
          std::pair(offsetof(Elf64_Ehdr, e_shstrndx), 2)}) {
        if (!file.seek(static_cast<qint64>(offset)) || file.write(QByteArray(length, '\0')) != length)
            return false;
    }
    return true;
}

/// The toolchain on PATH and those that distributions install beside it.
QStringList toolchains()
{
    QStringList found = {QStandardPaths::findExecutable(u"go"_s)};
    const QDir libraries(u"/usr/lib"_s);
    for (const QString &name : libraries.entryList({u"go-1.*"_s}, QDir::Dirs, QDir::Name))
        found << libraries.filePath(name + u"/bin/go"_s);
    found.removeIf([](const QString &path) { return path.isEmpty() || !QFileInfo(path).isExecutable(); });
    return found;
}

} // namespace

class tst_RealPlugin : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (toolchains().isEmpty())
            QSKIP("no go command on PATH");
        if (QStandardPaths::findExecutable(u"gcc"_s).isEmpty())
            QSKIP("no gcc on PATH, which plugins are linked with");
        if (Platform::thisMachine().os != "linux"_L1)
            QSKIP("plugins of this system are not ELF files");
        for (const auto &[name, content] : Sources) {
            const QString path = m_dir.filePath(name);
            QVERIFY(QDir().mkpath(QFileInfo(path).path()));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        }
    }

    void reads_data()
    {
        QTest::addColumn<QString>("go");
        QTest::addColumn<QString>("treatment");
        for (const QString &go : toolchains()) {
            for (const char *treatment :
                 {"program", "plain", "linked without tables", "stripped", "no section headers"})
                QTest::addRow("%s %s", qPrintable(go), treatment) << go << QString::fromLatin1(treatment);
        }
    }
    void reads()
    {
        QFETCH(QString, go);
        QFETCH(QString, treatment);
        const bool isPlugin = treatment != "program"_L1;
        const QString file = build(go, treatment);
        if (file.isEmpty())
            return; // skipped or failed, and said why

        const auto facts = readBinaryFacts(file);
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().sentence()));
        QCOMPARE(facts->format, BinaryFormat::Elf);
        QCOMPARE(facts->platform, Platform::thisMachine());
        QCOMPARE(facts->isPlugin, isPlugin);
        QCOMPARE(facts->isSharedObject, isPlugin);
        QCOMPARE(facts->pluginPath, isPlugin ? "example.com/shop/plug%2ev1" : "");
        QCOMPARE(facts->buildInfo, goVersionM(go, file));

        const auto inspection = inspectFile(file, InspectPart::Types | InspectPart::Packages | InspectPart::Names);
        QVERIFY(inspection);
        QCOMPARE(inspection->kind, isPlugin ? BinaryKind::GoPlugin : BinaryKind::GoProgram);
        GoExport add{u"Add"_s, GoExport::Kind::Function, u"func(int, int) int"_s};
        if (treatment == "plain"_L1)
            add.signature = u"func(a int, b int) int"_s; // from debug information, which is found by section headers
        const QList<GoExport> exports = {add, {u"Version"_s, GoExport::Kind::Variable, u"*string"_s}};
        QCOMPARE(inspection->exports, isPlugin ? exports : QList<GoExport>());
        QVERIFY(!inspection->loadsPlugins);
        QCOMPARE(inspection->packages.isEmpty(), !isPlugin);

        const Output version = run(go, {u"env"_s, u"GOVERSION"_s}, m_dir.path());
        const auto toolchain = GoVersion::parse(QString::fromUtf8(version.out));
        QVERIFY(toolchain);
        QVERIFY(facts->hasBuildInfo() || toolchain->series < 21);
        if (facts->hasBuildInfo())
            QCOMPARE(facts->goVersion, *toolchain);
        if (isPlugin)
            QVERIFY2(facts->family.contains(*toolchain), qPrintable(facts->family.toString()));
    }

    void agreesWithReadelf()
    {
        const QString readelf = QStandardPaths::findExecutable(u"readelf"_s);
        if (readelf.isEmpty())
            QSKIP("no readelf on PATH");
        const QString path = build(toolchains().constFirst(), u"plain"_s);
        QVERIFY(!path.isEmpty());
        const auto file = MappedFile::open(path);
        const auto image = ElfImage::parse(file->bytes(), path);
        QVERIFY(image);
        const Output listing = run(readelf, {u"-W"_s, u"--dyn-syms"_s, path}, u"."_s);
        QVERIFY(listing.isGood);
        const ElfSymbols symbols(*image);
        const QByteArray title = "contains " + QByteArray::number(symbols.count()) + " entries";
        QVERIFY2(listing.out.contains(title), title.constData());
        for (const char *name : {"example.com/shop/plug%2ev1.Add", "example.com/shop/plug%2ev1.Version"})
            QVERIFY2(symbols.find(name), name);
        QVERIFY(!symbols.find("example.com/shop/plug%2ev1.Missing"));
        QCOMPARE(image->neededLibraries(), QList<QByteArrayView>{"libc.so.6"});
    }

    void readsCompressedPlugins()
    {
        const QString path = build(toolchains().constFirst(), u"plain"_s);
        QVERIFY(!path.isEmpty());
        const std::atomic<bool> notCancelled = false;
        const QString packed = m_dir.filePath(u"plain.so.gz"_s);
        QVERIFY(gzipCompress(path, packed, notCancelled));
        auto expected = readBinaryFacts(path);
        const auto facts = readBinaryFacts(packed);
        QVERIFY(facts && expected);
        QVERIFY(facts->isCompressed);
        QCOMPARE(facts->buildInfo, expected->buildInfo);
        QCOMPARE(facts->pluginPath, expected->pluginPath);
        QCOMPARE(facts->contentSize, expected->contentSize);
        QFile half(packed);
        QVERIFY(half.resize(half.size() / 2));
        const auto cut = readBinaryFacts(packed);
        QVERIFY(!cut);
        QCOMPARE(cut.error().code, ErrorCode::Damaged);
    }

private:
    /// Builds once for each toolchain and treats a copy; an empty path means that the test has been skipped or failed.
    QString build(const QString &go, const QString &treatment)
    {
        const QString file = m_dir.filePath(treatment + QString::number(qHash(go)));
        if (QFile::exists(file))
            return file;
        QStringList arguments = {u"build"_s, u"-o"_s, file};
        if (treatment == "linked without tables"_L1)
            arguments << u"-ldflags=-s -w"_s;
        if (treatment == "stripped"_L1 || treatment == "no section headers"_L1)
            return treated(build(go, u"plain"_s), file, treatment);
        if (treatment != "program"_L1)
            arguments << u"-buildmode=plugin"_s;
        const QString package = treatment == "program"_L1 ? u"./tool"_s : u"./plug.v1"_s;
        const Output built = run(go, arguments << package, m_dir.path());
        if (!built.isGood)
            QTest::qFail(built.err.constData(), __FILE__, __LINE__);
        return built.isGood ? file : QString();
    }

    QString treated(const QString &plain, const QString &file, const QString &treatment)
    {
        if (plain.isEmpty() || !QFile::copy(plain, file))
            return {};
        if (treatment == "no section headers"_L1)
            return removeSectionHeaders(file) ? file : QString();
        const QString strip = QStandardPaths::findExecutable(u"strip"_s);
        if (strip.isEmpty() || !run(strip, {file}, m_dir.path()).isGood) {
            QTest::qSkip("no strip on PATH", __FILE__, __LINE__);
            return {};
        }
        return file;
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(tst_RealPlugin)
#include "tst_realplugin.moc"
