// SPDX-License-Identifier: Apache-2.0
// Measures how long the ten toolchains of a machine take to be found at start, and builds of two Go versions for six
// platforms against the same go commands in a shell loop. Both sides use the same compilers and warm caches, in turns.
#include "base/folders.h"
#include "toolchain/ctoolfinder.h"
#include "toolchain/targets.h"
#include "toolchain/toolchainfinder.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThreadPool>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

constexpr int Toolchains = 10;
constexpr int MostPlatforms = 6;
const QString OtherVersion = u"1.25.3"_s;
constexpr double MostDiscoveryMs = 50;
constexpr double MostRatio = 0.85;

[[noreturn]] void fail(const QString &what)
{
    std::fprintf(stderr, "bench: %s\n", qUtf8Printable(what));
    std::exit(1);
}

void write(const QString &path, const QByteArray &bytes, bool isProgram = false)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        fail(u"cannot write "_s + path);
    if (isProgram)
        file.setPermissions(QFile::Permissions(0x7755));
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

QVector<GoToolchain> find(const SearchPlaces &places)
{
    ToolchainFinder finder(QProcessEnvironment::systemEnvironment());
    QEventLoop loop;
    QObject::connect(&finder, &ToolchainFinder::found, &loop, &QEventLoop::quit);
    finder.find(places);
    loop.exec();
    return finder.toolchains();
}

/// Roots that look and answer like real ones, with Go's own table of platforms.
bool discovery()
{
    QTemporaryDir home;
    const QString here = Platform::thisMachine().toString();
    for (int i = 0; i < Toolchains; ++i) {
        const QString root = home.filePath(u"sdk/go1.22.%1"_s.arg(i));
        const QByteArray version = "go1.22." + QByteArray::number(i);
        const QString tools = root + u"/pkg/tool/"_s + QString(here).replace(u'/', u'_');
        write(root + u"/VERSION", version + '\n');
        write(root + u"/bin/go", "#!/bin/sh\necho go version " + version + ' ' + here.toLatin1() + '\n', true);
        write(tools + u"/compile", "#!/bin/sh\n", true);
        write(tools + u"/link", "#!/bin/sh\n", true);
        write(root + u"/src/runtime/a.go", "package runtime\n");
        write(root + u"/src/internal/platform/supported.go",
              "func BuildModeSupported() bool {\n\tcase \"plugin\":\n\t\tcase \"" + here.toLatin1() +
                  "\":\n\t\t\treturn true\n");
    }
    SearchPlaces places;
    places.home = home.path();
    places.systemPrefix = home.filePath(u"none"_s);
    QList<double> times;
    for (int round = 0; round < 21; ++round) {
        QElapsedTimer clock;
        clock.start();
        if (find(places).size() != Toolchains)
            fail(u"not every toolchain was found"_s);
        if (round > 0) { // the first one asks each and writes the cache
            times += static_cast<double>(clock.nsecsElapsed()) / 1e6;
        } else {
            QThreadPool::globalInstance()->waitForDone();
        }
    }
    const double ms = median(times);
    std::printf("%-58s %8.1f ms (at most %.0f) %s\n", "(e) ten toolchains found, warm cache", ms, MostDiscoveryMs,
                ms <= MostDiscoveryMs ? "ok" : "MISSED");
    return ms <= MostDiscoveryMs;
}

double secondsOf(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    QElapsedTimer clock;
    clock.start();
    process.start(program, arguments);
    if (!process.waitForFinished(3'600'000) || process.exitCode() != 0)
        fail(QString::fromUtf8(process.readAll()));
    return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

QString quoted(const QString &word)
{
    return u'\'' + word + u'\'';
}

class Matrix
{
public:
    explicit Matrix(int platforms)
        : m_platforms(platforms)
        , m_source(m_folder.filePath(u"source"_s))
    {
        chooseVersions();
        chooseCompilers();
        write(m_source + u"/go.mod", "module example.com/matrix\n\ngo 1.18\n");
    }

    bool run()
    {
        if (m_versions.size() < 2 || m_compilers.size() < m_platforms) {
            std::printf("(f) 2 Go versions x %d platforms: skipped, %d versions and %d compilers are here\n",
                        m_platforms, static_cast<int>(m_versions.size()), static_cast<int>(m_compilers.size()));
            return true;
        }
        QList<double> ours;
        QList<double> theirs;
        const int asked = qEnvironmentVariableIntValue("PLUGSMITH_ROUNDS");
        const int rounds = asked > 0 ? asked : 3;
        for (int round = -1; round < rounds; ++round) { // the first one fills the caches
            change();
            const double plain = secondsOf(u"/bin/sh"_s, {u"-ec"_s, script()}, m_source);
            change();
            const double made =
                secondsOf(QCoreApplication::applicationDirPath() + u"/plugsmith-cli", arguments(), m_source);
            if (round >= 0) {
                theirs += plain;
                ours += made;
            }
        }
        const double ratio = median(ours) / median(theirs);
        std::printf(
            "(f) 2 Go versions x %d platforms, two at once: %.1f s, a shell loop %.1f s, ratio %.2f (at most %.2f) "
            "%s\n",
            m_platforms, median(ours), median(theirs), ratio, MostRatio, ratio <= MostRatio ? "ok" : "MISSED");
        return ratio <= MostRatio;
    }

private:
    /// Where there are fewer than two, Plugsmith fetches one.
    void chooseVersions()
    {
        chooseInstalled();
        if (m_versions.size() != 1)
            return;
        if (m_versions[0].version != *GoVersion::parse(OtherVersion) && fetch())
            chooseInstalled();
    }

    static bool fetch()
    {
        std::printf("Go %s is fetched\n", OtherVersion.toLatin1().constData());
        std::fflush(stdout);
        const QString cli = QCoreApplication::applicationDirPath() + u"/plugsmith-cli"_s;
        return QProcess::execute(cli, {u"toolchain"_s, u"add"_s, OtherVersion}) == 0;
    }

    void chooseInstalled()
    {
        SearchPlaces places = SearchPlaces::of(QProcessEnvironment::systemEnvironment(), {});
        places.fetchedFolder = folders::data() + u"/toolchains"_s;
        for (const GoToolchain &toolchain : find(places)) {
            const bool isKnown = std::ranges::any_of(
                m_versions, [&](const GoToolchain &other) { return other.version == toolchain.version; });
            if (toolchain.isUsable() && !isKnown && m_versions.size() < 2 &&
                toolchain.version >= *GoVersion::parse(u"1.18"))
                m_versions += toolchain;
        }
    }

    void chooseCompilers()
    {
        CToolFinder finder(QProcessEnvironment::systemEnvironment());
        QEventLoop loop;
        QObject::connect(&finder, &CToolFinder::found, &loop, &QEventLoop::quit);
        finder.find({});
        loop.exec();
        for (const CCompiler &compiler :
             finder.tools().compilers.first(qMin<qsizetype>(1, finder.tools().compilers.size())) +
                 finder.tools().cross) {
            const bool isForAll = std::ranges::all_of(m_versions, [&](const GoToolchain &toolchain) {
                return canBuildPlugins(toolchain, compiler.platform);
            });
            if (isForAll && m_compilers.size() < m_platforms)
                m_compilers += compiler;
        }
    }

    void change()
    {
        write(m_source + u"/main.go", "package main\n\nimport \"fmt\"\n\nfunc Say() string { return fmt.Sprint(" +
                                          QByteArray::number(QCoreApplication::applicationPid()) +
                                          QByteArray::number(++m_changes) + ") }\n\nfunc main() {}\n");
    }

    QString script() const
    {
        QString text = u"export GOTOOLCHAIN=local GOFLAGS= CGO_ENABLED=1\n"_s;
        for (const GoToolchain &toolchain : m_versions) {
            for (const CCompiler &compiler : m_compilers) {
                const auto level = cpuLevelOf(compiler.platform);
                const bool isSet = level && !level->usual.isEmpty();
                text += u"GOOS=%1 GOARCH=%2 CC=%3 %4 %5 build -trimpath -buildmode=plugin -o %6 .\n"_s.arg(
                    compiler.platform.os, compiler.platform.arch, quoted(compiler.command()),
                    isSet ? QString(level->variable + u'=' + level->usual) : QString(), quoted(toolchain.program),
                    quoted(m_folder.filePath(u"plain.so"_s)));
            }
        }
        return text;
    }

    QStringList arguments() const
    {
        QStringList list{u"build"_s, m_source, u"--dest"_s, m_folder.filePath(u"out"_s), u"--jobs"_s, u"2"_s};
        for (const GoToolchain &toolchain : m_versions)
            list += {u"--go"_s, toolchain.version.toString()};
        for (const CCompiler &compiler : m_compilers)
            list += {u"--platform"_s, compiler.platform.toString()};
        return list;
    }

    int m_platforms;
    QTemporaryDir m_folder;
    QString m_source;
    QVector<GoToolchain> m_versions;
    QVector<CCompiler> m_compilers;
    int m_changes = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const bool isFast = discovery();
    // Fewer are for trying out whether it works.
    const int platforms = QCoreApplication::arguments().value(1).toInt();
    return Matrix(platforms > 0 ? platforms : MostPlatforms).run() && isFast ? 0 : 1;
}
