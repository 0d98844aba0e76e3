// SPDX-License-Identifier: Apache-2.0
// Plugins for other platforms: built with the cross compilers that are here, looked at with readelf, loaded and called
// by a Go host of their platform under qemu-user. By default one platform, with the newest Go that is installed. The
// whole table, for the Go versions that PLUGSMITH_MATRIX names and all platforms:
//     PLUGSMITH_MATRIX=1.22.6,1.25.3,1.26.8 ctest -R everyplatform -V
// Versions that are not installed are fetched then.
#include "base/goversion.h"
#include "base/platform.h"
#include "support/realgo.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int BuildPatience = 900'000;

struct ForeignPlatform
{
    const char *name;
    const char *elfClass;
    const char *machine; // as readelf names it
    const char *qemu;    // "qemu-aarch64-static"; empty: loaded by nobody here
    const char *root;    // with the C library, for qemu
};

constexpr ForeignPlatform Platforms[] = {
    {"linux/arm64", "ELF64", "AArch64", "qemu-aarch64-static", "/usr/aarch64-linux-gnu"},
    {"linux/386", "ELF32", "Intel 80386", "qemu-i386-static", "/usr/i686-linux-gnu"},
    {"linux/arm", "ELF32", "ARM", "qemu-arm-static", "/usr/arm-linux-gnueabihf"},
    {"linux/ppc64le", "ELF64", "PowerPC64", "qemu-ppc64le-static", "/usr/powerpc64le-linux-gnu"},
    {"linux/s390x", "ELF64", "IBM S/390", "qemu-s390x-static", "/usr/s390x-linux-gnu"},
    {"linux/riscv64", "ELF64", "RISC-V", "qemu-riscv64-static", "/usr/riscv64-linux-gnu"},
    {"linux/amd64", "ELF64", "Advanced Micro Devices X86-64", "", ""},
};

const ForeignPlatform *platformNamed(const QString &name)
{
    for (const ForeignPlatform &platform : Platforms) {
        if (name == QLatin1StringView(platform.name))
            return &platform;
    }
    return nullptr;
}

/// What stands before a program of the platform to run it here; empty: nothing does.
QStringList runnerOf(const ForeignPlatform &platform)
{
    const QString root = QString::fromLatin1(platform.root);
    const QString qemu = *platform.qemu ? QStandardPaths::findExecutable(QLatin1StringView(platform.qemu)) : QString();
    const QString loader = root + u"/lib/ld-linux.so.2"_s;
    // Threads of Go do not survive qemu-i386; the processor itself runs them.
    if (qstrcmp(platform.name, "linux/386") == 0 && Platform::thisMachine().toString() == "linux/amd64"_L1)
        return QFileInfo(loader).isExecutable() ? QStringList{loader, u"--library-path"_s, QString(root + u"/lib"_s)}
                                                : QStringList();
    return qemu.isEmpty() || !QFileInfo(root).isDir() ? QStringList() : QStringList{qemu, u"-L"_s, root};
}

// The module is the user's; the host knows only names and types of the standard library.
const QByteArray PluginMod = "module example.com/greeter\n\ngo 1.17\n";
const QByteArray PluginMain = R"(package main

import (
	"context"
	"fmt"
	"sort"
)

var Version = "1.0.0"

type Greeting struct {
	Text     string
	Language string
}

func Greet(ctx context.Context, name, language string) (Greeting, error) {
	if language != "de" {
		return Greeting{}, fmt.Errorf("no phrase for %q", language)
	}
	return Greeting{Text: fmt.Sprintf("Guten Tag, %s!", name), Language: language}, ctx.Err()
}

func Languages() []string {
	languages := []string{"fr", "de"}
	sort.Strings(languages)
	return languages
}
)";
const QByteArray HostMain = R"(package main

import (
	"context"
	"fmt"
	"os"
	"plugin"
	"reflect"
	"runtime"
)

func main() {
	opened, err := plugin.Open(os.Args[1])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	greet, err := opened.Lookup("Greet")
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	languages, err := opened.Lookup("Languages")
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	answer := reflect.ValueOf(greet).Call([]reflect.Value{
		reflect.ValueOf(context.Background()), reflect.ValueOf("Ada"), reflect.ValueOf("de")})
	fmt.Println(runtime.GOARCH, answer[0], answer[1].IsNil(), languages.(func() []string)())
}
)";

} // namespace

class tst_EveryPlatform : public QObject
{
    Q_OBJECT

private:
    struct Cell
    {
        QString compiler; // CC; empty: it cannot be built
        QString reason;
    };
    QTemporaryDir m_folder;
    QString m_source;
    QStringList m_versions;
    QMap<QString, QString> m_programs;          // go, by version
    QMap<QString, QMap<QString, Cell>> m_cells; // by version and platform
    bool m_isWhole = false;

    QString at(const QString &path) const { return m_folder.filePath(path); }

    void learnToolchains()
    {
        for (const QJsonObject &event : runCli({u"toolchain"_s, u"list"_s, u"--json"_s}).events()) {
            const QString program = event.value("root"_L1).toString() + u"/bin/go"_s;
            if (event.value("usable"_L1).toBool())
                m_programs.insert(event.value("go"_L1).toString(), program);
        }
    }
    QString newestVersion() const
    {
        std::optional<GoVersion> newest;
        for (const QString &version : m_programs.keys())
            newest = qMax(newest.value_or(GoVersion()), *GoVersion::parse(version));
        return newest ? newest->toString() : QString();
    }
    void learnCells()
    {
        for (const QJsonObject &event : runCli({u"targets"_s, u"--json"_s}).events()) {
            const bool builds = event.value("builds"_L1).toBool();
            m_cells[event.value("go"_L1).toString()][event.value("platform"_L1).toString()] = {
                builds ? event.value("cc"_L1).toString() : QString(),
                event.value("blocked"_L1)["message"_L1].toString() + u". "_s +
                    event.value("blocked"_L1)["reason"_L1].toString()};
        }
    }
    static void report(const QString &platform, const QString &version, const QString &what)
    {
        qInfo("%s", qUtf8Printable(platform.leftJustified(15) + version.leftJustified(10) + what));
    }
    /// A host of the platform, made as hosts of plugins have to be.
    CliRun makeHost(const QString &version, const QString &platform, const QString &compiler, const QString &file)
    {
        QMap<QString, QString> variables{
            {u"GOOS"_s, platform.section(u'/', 0, 0)}, {u"GOARCH"_s, platform.section(u'/', 1)}, {u"CC"_s, compiler}};
        if (platform.endsWith("/arm"_L1))
            variables.insert(u"GOARM"_s, u"7"_s);
        return buildHost(m_programs.value(version), HostMain, at(u"host"_s), file, goBuildEnvironment(variables),
                         BuildPatience);
    }

private slots:
    void initTestCase()
    {
        if (const QString why = whyNoRealBuilds(); !why.isEmpty())
            QSKIP(qPrintable(why));
        m_source = builder::writeFile(at(u"greeter.zip"_s),
                                      builder::zipOf({{"go.mod", PluginMod}, {"greeter.go", PluginMain}}));
        m_versions = qEnvironmentVariable("PLUGSMITH_MATRIX").split(u',', Qt::SkipEmptyParts);
        m_isWhole = !m_versions.isEmpty();
        learnToolchains();
        for (const QString &version : std::as_const(m_versions)) {
            if (m_programs.contains(version))
                continue;
            QElapsedTimer clock;
            clock.start();
            const CliRun added = runCli({u"toolchain"_s, u"add"_s, version, u"--json"_s},
                                        QProcessEnvironment::systemEnvironment(), QDir::currentPath(), BuildPatience);
            QVERIFY2(added.exitCode == 0, added.everything().constData());
            qInfo("Go %s was fetched in %lld s", qUtf8Printable(version), clock.elapsed() / 1000);
        }
        if (m_isWhole)
            learnToolchains();
        else if (const QString newest = newestVersion(); !newest.isEmpty())
            m_versions = QStringList{newest};
        learnCells();
    }

    void buildsAndLoads_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("platform");
        for (const QString &version : std::as_const(m_versions)) {
            int rows = 0;
            const QMap<QString, Cell> &cells = m_cells[version];
            for (auto cell = cells.begin(); cell != cells.end(); ++cell) {
                const bool isOne = rows == 0 && !cell->compiler.isEmpty() && platformNamed(cell.key()) &&
                                   *platformNamed(cell.key())->qemu;
                if (!m_isWhole && !isOne)
                    continue;
                ++rows;
                QTest::newRow(qPrintable(cell.key() + u' ' + version)) << version << cell.key();
            }
        }
    }
    void buildsAndLoads()
    {
        if (m_versions.isEmpty())
            QSKIP("no Go is installed, or no C compiler");
        if (!QTest::currentDataTag() || !*QTest::currentDataTag())
            QSKIP("no cross compiler that links is installed, or none whose programs qemu-user runs");
        QFETCH(QString, version);
        QFETCH(QString, platform);
        const Cell cell = m_cells[version][platform];
        if (cell.compiler.isEmpty()) {
            report(platform, version, cell.reason);
            QVERIFY(cell.reason.size() > 2);
            QSKIP(qPrintable(cell.reason));
        }
        QElapsedTimer clock;
        clock.start();
        const QString destination = at(u"out"_s);
        const CliRun run = runCli({u"build"_s, m_source, u"--dest"_s, destination, u"--name"_s, u"greeter"_s, u"--go"_s,
                                   version, u"--platform"_s, platform, u"--json"_s, u"--offline"_s},
                                  QProcessEnvironment::systemEnvironment(), QDir::currentPath(), BuildPatience);
        const double seconds = static_cast<double>(clock.elapsed()) / 1000;
        QVERIFY2(run.exitCode == 0, run.everything().constData());
        const QString plugin = destination + u"/greeter_"_s + QString(version).replace(u'.', u'_') + u'_' +
                               QString(platform).replace(u'/', u'_') + u".so"_s;
        QVERIFY2(QFileInfo(plugin).isFile(), qPrintable(plugin));
        QString row = u"%1 s  %2 MB"_s.arg(seconds, 6, 'f', 1).arg(QFileInfo(plugin).size() / 1e6, 5, 'f', 1);

        const ForeignPlatform *known = platformNamed(platform);
        const QString readelf = QStandardPaths::findExecutable(u"readelf"_s);
        if (known && !readelf.isEmpty()) {
            const QByteArray header = runProgram(readelf, {u"-h"_s, plugin}).out;
            QVERIFY2(header.contains(known->elfClass) && header.contains(known->machine) && header.contains("DYN"),
                     header.constData());
            row += u"  "_s + QLatin1StringView(known->machine);
        }
        const QStringList runner = known ? runnerOf(*known) : QStringList();
        if (runner.isEmpty()) {
            report(platform, version, row);
            if (known && *known->qemu)
                QSKIP("qemu-user or the C library of the platform is not installed: not loaded");
            return;
        }
        const QString host = at(u"host/host-"_s + QString(platform).replace(u'/', u'-') + u'-' + version);
        const CliRun made = makeHost(version, platform, cell.compiler, host);
        QVERIFY2(made.exitCode == 0, made.everything().constData());
        const CliRun said = runProgram(runner.first(), runner.sliced(1) + QStringList{host, plugin});
        report(platform, version, row + u"  "_s + QString::fromUtf8(QByteArray(said.out + said.err)).trimmed());
        QCOMPARE(said.out, platform.section(u'/', 1).toLatin1() + " {Guten Tag, Ada! de} true [de fr]\n");
    }
};

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "86400000"); // of all rows together; each build has a limit of its own
    QCoreApplication app(argc, argv);
    tst_EveryPlatform test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_everyplatform.moc"
