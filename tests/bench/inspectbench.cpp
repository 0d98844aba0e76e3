// SPDX-License-Identifier: Apache-2.0
// Measures inspection and catalogue against the tools that people have: one plugin against `go tool nm` and readelf, a
// folder of a thousand against `go version -m`, the filter over 100,000 entries, and a file with a million symbols.
#include "catalog/catalog.h"
#include "gobinary/elfsymbols.h"
#include "gobinary/inspection.h"
#include "gobinary/mappedfile.h"
#include "models/cataloguemodel.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 9;
constexpr int Plugins = 1000;
constexpr int Entries = 100'000;
constexpr int Symbols = 1'000'000;

[[noreturn]] void fail(const QString &what)
{
    std::fprintf(stderr, "inspectbench: %s\n", qUtf8Printable(what));
    std::exit(1);
}

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        fail(u"cannot write "_s + path);
}

/// Seconds; what the program prints goes nowhere.
double run(const QString &program, const QStringList &arguments, const QString &folder = {})
{
    QProcess process;
    process.setWorkingDirectory(folder.isEmpty() ? QDir::tempPath() : folder);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    QElapsedTimer clock;
    clock.start();
    process.start(program, arguments);
    if (!process.waitForFinished(600'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        fail(u"%1 %2 failed"_s.arg(program, arguments.join(u' ')));
    return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// The first round warms the caches and does not count.
double medianOf(const std::function<double()> &measure, int rounds = Rounds)
{
    QList<double> values;
    for (int round = -1; round < rounds; ++round) {
        const double seconds = measure();
        if (round >= 0)
            values << seconds;
    }
    return median(values);
}

double timed(const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

bool reportFaster(const char *name, double ours, double theirs, double bar)
{
    const double factor = theirs / ours;
    std::printf("%-56s %9.2f ms %9.2f ms   %6.1f times faster (at least %.0f) %s\n", name, ours * 1e3, theirs * 1e3,
                factor, bar, factor >= bar ? "ok" : "MISSED");
    std::fflush(stdout);
    return factor >= bar;
}

bool reportBelow(const char *name, double seconds, double bar)
{
    std::printf("%-56s %9.2f ms   (at most %.0f ms) %s\n", name, seconds * 1e3, bar * 1e3,
                seconds <= bar ? "ok" : "MISSED");
    std::fflush(stdout);
    return seconds <= bar;
}

QString go()
{
    const QString found = QStandardPaths::findExecutable(u"go"_s);
    return found.isEmpty() ? u"/usr/local/go/bin/go"_s : found;
}

QString buildPlugin(const QString &folder, const QByteArray &code, const QStringList &flags)
{
    write(folder + u"/go.mod"_s, "module example.com/bench\n\ngo 1.18\n");
    write(folder + u"/main.go"_s, code);
    const QString plugin = folder + u"/bench.so"_s;
    run(go(), QStringList{u"build"_s, u"-buildmode=plugin"_s, u"-o"_s, plugin} + flags + QStringList{u"."_s}, folder);
    return plugin;
}

/// A plugin that imports net/http: whole processes, and inside of one.
bool onePlugin(const QString &programs, const QString &folder)
{
    const QString plugin = buildPlugin(
        folder, "package main\n\nimport \"net/http\"\n\nfunc New() http.Handler { return http.NewServeMux() }\n", {});
    const QString cli = programs + u"/plugsmith-cli"_s;
    QList<double> ours;
    QList<double> nm;
    QList<double> readelf;
    for (int round = -1; round < Rounds; ++round) { // in turns, so that all meet the same load
        const double one = run(cli, {u"inspect"_s, u"--json"_s, u"--symbols"_s, plugin});
        const double other = run(go(), {u"tool"_s, u"nm"_s, plugin});
        const double third = run(u"readelf"_s, {u"-sW"_s, plugin});
        if (round < 0)
            continue;
        ours << one;
        nm << other;
        readelf << third;
    }
    const double inside = medianOf(
        [&] {
            return timed([&] {
                if (!inspectFile(plugin, InspectPart::Types | InspectPart::Packages))
                    fail(u"inspectFile failed"_s);
            });
        },
        50);
    std::printf("a plugin of %.1f MB with net/http\n", static_cast<double>(QFileInfo(plugin).size()) / 1e6);
    bool ok = reportFaster("  inspect --symbols / go tool nm", median(ours), median(nm), 10);
    ok &= reportFaster("  inspect --symbols / readelf -sW", median(ours), median(readelf), 10);
    std::printf("%-56s %9.2f ms\n", "  the same inside of one process", inside * 1e3);
    return ok;
}

/// Copies that differ in their build id and plugin path.
void writeCopies(const QByteArray &original, const QString &folder)
{
    const QByteArray path = "example.com/bench";
    for (int i = 0; i < Plugins; ++i) {
        QByteArray bytes = original;
        const QByteArray number = QByteArray::number(i).rightJustified(path.size(), 'x');
        bytes.replace(path, number);
        const QString name = folder + u"/p%1/bench%2_1_26_0_linux_amd64.so"_s.arg(i % 10).arg(i);
        write(name, bytes);
        QFile::setPermissions(name, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
}

/// From nothing to the first rows of the model.
double firstRows(const QString &index, const QString &folder)
{
    QElapsedTimer clock;
    clock.start();
    Catalog catalog(index);
    CatalogueModel model(catalog);
    QEventLoop loop;
    double seconds = 0;
    QObject::connect(&model, &CatalogueModel::arranged, &loop, [&] {
        if (seconds == 0 && model.fileCount() > 0)
            seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    });
    QObject::connect(&catalog, &Catalog::settled, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    catalog.setFolders({{folder, true, false}});
    loop.exec();
    while (seconds == 0 || model.isArranging())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return seconds;
}

bool aThousand(const QString &programs, const QString &folder)
{
    const QString plugin =
        buildPlugin(folder, "package main\n\nfunc Add(a, b int) int { return a + b }\n", {u"-ldflags=-s -w"_s});
    QFile file(plugin);
    if (!file.open(QIODevice::ReadOnly))
        fail(u"cannot read "_s + plugin);
    const QString plugins = folder + u"/plugins"_s;
    writeCopies(file.readAll(), plugins);
    const QString index =
        qEnvironmentVariable("XDG_CACHE_HOME", QDir::homePath() + u"/.cache"_s) + u"/plugsmith/catalog.sqlite"_s;
    const double ours = medianOf(
        [&] {
            for (const QString &end : {QString(), u"-wal"_s, u"-shm"_s})
                QFile::remove(index + end);
            return run(programs + u"/plugsmith-cli"_s, {u"list"_s, plugins});
        },
        3);
    const double theirs = medianOf([&] { return run(go(), {u"version"_s, u"-m"_s, plugins}); }, 3);
    std::printf("%d plugins of %.1f MB\n", Plugins, static_cast<double>(file.size()) / 1e6);
    bool ok = reportFaster("  list, nothing indexed / go version -m", ours, theirs, 20);
    std::printf("%-56s %9.0f files per second\n", "  list, nothing indexed", Plugins / ours);
    const QString own = folder + u"/own.sqlite"_s;
    firstRows(own, plugins);
    ok &= reportBelow("  first rows of the list, indexed", medianOf([&] { return firstRows(own, plugins); }, 5), 0.3);
    return ok;
}

PluginEntry syntheticEntry(int i)
{
    PluginEntry entry;
    entry.name = u"plugin%1"_s.arg(i / 20);
    entry.path = u"/srv/plugins/%1/%2_1_%3_%4_linux_amd64_%5.so"_s.arg(i % 50)
                     .arg(entry.name)
                     .arg(18 + i % 8)
                     .arg(i % 10)
                     .arg(i);
    entry.stamp = {10'000'000 + i, i, static_cast<quint64>(i)};
    entry.state = PluginEntry::State::Read;
    entry.kind = BinaryKind::GoPlugin;
    entry.platform = {u"linux"_s, i % 3 ? u"amd64"_s : u"arm64"_s};
    entry.go = *GoVersion::parse(u"1.%1.%2"_s.arg(18 + i % 8).arg(i % 10));
    entry.scn = Scn(20260101000000 + i);
    entry.pluginPath = u"example.com/%1_g%2"_s.arg(entry.name).arg(i);
    entry.contentId = QString::number(i);
    for (int symbol = 0; symbol < 12; ++symbol)
        entry.exportNames << u"Symbol%1OfPlugin%2"_s.arg(symbol).arg(i / 20);
    for (int module = 0; module < 15; ++module)
        entry.modules << u"golang.org/x/module%1@v0.%2.0"_s.arg(module).arg(i % 30);
    return entry;
}

/// What happens between a key and the answer of the model, in a catalogue of 100,000.
bool filtering()
{
    Catalog catalog{QString()};
    CatalogueModel model(catalog);
    QList<PluginEntry> entries;
    for (int i = 0; i < Entries; ++i)
        entries << syntheticEntry(i);
    const auto arranged = [&model](const std::function<void()> &change) {
        QEventLoop loop;
        QObject::connect(&model, &CatalogueModel::arranged, &loop, &QEventLoop::quit, Qt::QueuedConnection);
        return timed([&] {
            change();
            loop.exec();
        });
    };
    const double first = arranged([&] { emit catalog.entriesChanged(entries); });
    const QString typed = u"symbol:symbol7ofplugin12 go:1.2 is:newest"_s;
    QList<double> keys;
    for (qsizetype length = 1; length <= typed.size(); ++length) {
        CatalogueQuery query;
        const auto filter = PluginFilter::parse(typed.first(length));
        if (!filter)
            continue; // "is:newe"
        query.filter = *filter;
        keys << arranged([&] { model.setQuery(query); });
    }
    std::printf("%d entries\n", Entries);
    std::printf("%-56s %9.2f ms\n", "  all of them into the model", first * 1e3);
    std::printf("%-56s %9.2f ms\n", "  the filter, median of the keys", median(keys) * 1e3);
    return reportBelow("  the filter, slowest key", *std::ranges::max_element(keys), 0.05);
}

bool aMillionSymbols(const QString &folder)
{
    QByteArray code = "\t.text\n";
    code.reserve(Symbols * 48);
    for (int i = 0; i < Symbols; ++i) {
        const QByteArray name = "bench_symbol_" + QByteArray::number(i);
        code += "\t.globl " + name + "\n" + name + ":\n";
        if (i % 16 == 0)
            code += "\tnop\n";
    }
    const QString assembler = folder + u"/many.s"_s;
    write(assembler, code);
    const QString library = folder + u"/many.so"_s;
    run(u"cc"_s, {u"-shared"_s, u"-nostdlib"_s, u"-o"_s, library, assembler});
    const double inside = medianOf([&] {
        return timed([&] {
            if (!inspectFile(library, InspectPart::Types | InspectPart::Packages))
                fail(u"inspectFile failed"_s);
        });
    });
    // That needs none of them. What a program that loads plugins needs is all of them.
    const double all = medianOf([&] {
        return timed([&] {
            const auto file = MappedFile::open(library);
            const auto image = file ? ElfImage::parse(file->bytes(), u"many.so"_s) : Result<ElfImage>(Error());
            if (!image)
                fail(u"the library cannot be read"_s);
            const ElfSymbols symbols(*image);
            const quint64 count = symbols.count();
            quint64 named = 0;
            for (quint64 i = 0; i < count; ++i)
                named += symbols.at(i).value_or(ElfSymbol()).name.isEmpty() ? 0 : 1;
            if (named < Symbols)
                fail(u"symbols are missing"_s);
        });
    });
    std::printf("a library of %.0f MB with %d dynamic symbols\n", static_cast<double>(QFileInfo(library).size()) / 1e6,
                Symbols);
    bool ok = reportBelow("  inspection inside of one process", inside, 0.3);
    ok &= reportBelow("  a walk over all of its symbols", all, 0.3);
    return ok;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder;
    const QStringList wanted = QCoreApplication::arguments().mid(1);
    const QString programs = QCoreApplication::applicationDirPath();
    const auto isWanted = [&wanted](const QString &part) { return wanted.isEmpty() || wanted.contains(part); };
    bool ok = true;
    if (isWanted(u"plugin"_s))
        ok &= onePlugin(programs, folder.filePath(u"one"_s));
    if (isWanted(u"folder"_s))
        ok &= aThousand(programs, folder.filePath(u"thousand"_s));
    if (isWanted(u"filter"_s))
        ok &= filtering();
    if (isWanted(u"symbols"_s))
        ok &= aMillionSymbols(folder.filePath(u"million"_s));
    return ok ? 0 : 1;
}
