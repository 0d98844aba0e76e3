// SPDX-License-Identifier: Apache-2.0
// Measures plugsmith-cli and the window against the go command and an empty window, in one run, and prints ratios.
// Both sides use the same sources and the same warm caches, in turns; the medians are compared.
#include "base/goversion.h"
#include "toolchain/toolchainfinder.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

constexpr int Packages = 10;

[[noreturn]] void fail(const QString &what)
{
    std::fprintf(stderr, "bench: %s\n", qUtf8Printable(what));
    std::exit(1);
}

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        fail(u"cannot write "_s + path);
}

/// A module of ten packages below a main package; two of them use net/http.
void writeModule(const QString &root)
{
    write(root + u"/go.mod", "module example.com/ten\n\ngo 1.18\n");
    QByteArray imports;
    QByteArray uses;
    for (int i = 1; i < Packages; ++i) {
        const QByteArray name = "p" + QByteArray::number(i);
        QByteArray body = "package " + name + "\n\nimport (\n\t\"fmt\"\n\t\"net/http\"\n\t\"strings\"\n)\n\n";
        for (int function = 0; function < 20; ++function) {
            const QByteArray number = QByteArray::number(function);
            body += "func Handle" + number + "(w http.ResponseWriter, r *http.Request) {\n\tfmt.Fprintln(w, \"" + name +
                    "\", strings.ToUpper(r.URL.Path), " + number + ")\n}\n\n";
        }
        write(root + u'/' + QString::fromLatin1(name) + u"/code.go", body);
        imports += "\t\"example.com/ten/" + name + "\"\n";
        uses += "\tmux.HandleFunc(\"/" + name + "\", " + name + ".Handle1)\n";
    }
    write(root + u"/main.go", "package main\n\nimport (\n\t\"net/http\"\n" + imports +
                                  ")\n\nfunc Register(mux *http.ServeMux) {\n" + uses + "}\n");
}

/// The one-line change: a value that was never compiled before.
void change(const QString &root)
{
    static int count = 0;
    write(root + u"/p5/changed.go",
          "package p5\n\nvar Change = " + QByteArray::number(QCoreApplication::applicationPid()) +
              QByteArray::number(++count) + "\n");
}

struct Run
{
    double seconds = 0;
    QByteArray output;
};

Run run(const QString &program, const QStringList &arguments, const QString &folder = {},
        const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer clock;
    clock.start();
    process.start(program, arguments);
    if (!process.waitForFinished(600'000) || process.exitCode() != 0)
        fail(u"%1 %2 failed: %3"_s.arg(program, arguments.join(u' '), QString::fromUtf8(process.readAll())));
    return {static_cast<double>(clock.nsecsElapsed()) / 1e9, process.readAll()};
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// "name   ours   theirs   ratio (at most …)"; returns whether the bar holds.
bool report(const char *name, double ours, double theirs, double bar)
{
    const double ratio = ours / theirs;
    std::printf("%-58s %8.1f ms %8.1f ms   ratio %.2f (at most %.2f) %s\n", name, ours * 1e3, theirs * 1e3, ratio, bar,
                ratio <= bar ? "ok" : "MISSED");
    std::fflush(stdout);
    return ratio <= bar;
}

class Bench
{
public:
    Bench(QString programs, int rounds)
        : m_programs(std::move(programs))
        , m_rounds(rounds)
        , m_source(m_folder.filePath(u"ten"_s))
        , m_destination(m_folder.filePath(u"out"_s))
    {
        writeModule(m_source);
    }

    bool changedAndUnchanged()
    {
        const QString newest = versions().last();
        const QString go = goOf(newest);
        const QStringList build{u"build"_s,  m_source, u"--dest"_s, m_destination, u"--json"_s,
                                u"--name"_s, u"ten"_s, u"--go"_s,   newest};
        QList<double> ours;
        QList<double> theirs;
        QList<double> beside;
        for (int round = -1; round < m_rounds; ++round) { // the first one warms the caches
            change(m_source);
            const Run plain = plainBuild(go, u"plain.so"_s);
            change(m_source);
            const Run made = run(m_programs + u"/plugsmith-cli", build);
            if (round < 0)
                continue;
            const QJsonObject job = jobOf(made.output);
            theirs += plain.seconds;
            ours += made.seconds;
            beside += made.seconds - job.value("goSeconds"_L1).toDouble();
        }
        std::printf("Go %s, %d rounds, medians; ours first, then the rival's\n", qUtf8Printable(newest), m_rounds);
        bool good = report("(a) a changed line in ten packages: go build", median(ours), median(theirs), 0.9);
        const bool isLean = median(beside) <= 0.060;
        std::printf("%-58s %8.1f ms (at most 60) %s\n", "    of which beside the go command", median(beside) * 1e3,
                    isLean ? "ok" : "MISSED");
        good &= isLean;

        ours.clear();
        theirs.clear();
        QList<double> again;
        plainBuild(go, u"plain.so"_s); // of the source as it is now
        for (int round = 0; round < m_rounds; ++round) {
            again += plainBuild(go, u"plain.so"_s).seconds;
            QFile::remove(m_folder.filePath(u"fresh.so"_s));
            theirs += plainBuild(go, u"fresh.so"_s).seconds;
            const Run made = run(m_programs + u"/plugsmith-cli", build);
            if (!jobOf(made.output).value("upToDate"_L1).toBool())
                fail(u"an unchanged source was built again"_s);
            ours += made.seconds;
        }
        good &= report("(b) nothing changed: go build", median(ours), median(theirs), 0.1);
        std::printf("%-58s %8.1f ms %8.1f ms   ratio %.2f\n", "    the same onto the file that is already there",
                    median(ours) * 1e3, median(again) * 1e3, median(ours) / median(again));
        return good;
    }

    bool severalTargets()
    {
        const QStringList six = versions().last(qMin<qsizetype>(6, versions().size()));
        QStringList build{u"build"_s,  m_source, u"--dest"_s, m_destination, u"--json"_s,
                          u"--name"_s, u"ten"_s, u"--jobs"_s, u"2"_s};
        for (const QString &version : six)
            build << u"--go"_s << version;
        QList<double> ours;
        QList<double> theirs;
        for (int round = -1; round < qMax(3, m_rounds / 3); ++round) {
            change(m_source);
            double plain = 0;
            for (const QString &version : six)
                plain += plainBuild(goOf(version), u"plain.so"_s).seconds;
            change(m_source);
            const Run made = run(m_programs + u"/plugsmith-cli", build);
            if (round < 0)
                continue;
            theirs += plain;
            ours += made.seconds;
        }
        const QByteArray name =
            "(c) " + QByteArray::number(six.size()) + " Go versions, two at once: go build one by one";
        return report(name.constData(), median(ours), median(theirs), 0.75);
    }

    bool firstFrame()
    {
        if (!qEnvironmentVariableIsSet("DISPLAY")) {
            std::printf("(d) first painted frame: skipped, there is no display\n");
            return true;
        }
        QList<double> ours;
        QList<double> theirs;
        for (int round = -2; round < m_rounds * 2; ++round) {
            const double empty = run(m_programs + u"/emptywindow", {}).seconds;
            const double full = run(m_programs + u"/firstframe", {}).seconds;
            if (round >= 0) {
                ours += full;
                theirs += empty;
            }
        }
        return report("(d) first painted frame: an empty QMainWindow", median(ours), median(theirs), 1.5);
    }

    bool matrix()
    {
        if (!qEnvironmentVariableIsSet("DISPLAY")) {
            std::printf("(m) matrix: skipped, there is no display\n");
            return true;
        }
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(m_programs + u"/benchmatrix", QStringList());
        return process.waitForFinished(60'000) && process.exitCode() == 0;
    }

private:
    /// The installed versions whose plugins can be told apart, oldest first, as the programs themselves find them.
    const QStringList &versions()
    {
        if (m_versions.isEmpty()) {
            const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            ToolchainFinder finder(environment);
            QEventLoop loop;
            QObject::connect(&finder, &ToolchainFinder::found, &loop, &QEventLoop::quit);
            finder.find(SearchPlaces::of(environment, {}));
            loop.exec();
            QVector<GoToolchain> usable = finder.toolchains();
            usable.removeIf([](const GoToolchain &toolchain) {
                return !toolchain.isUsable() || toolchain.version < *GoVersion::parse(u"1.18"_s);
            });
            std::ranges::sort(usable, {}, &GoToolchain::version);
            for (const GoToolchain &toolchain : usable) {
                if (!m_programsOfGo.contains(toolchain.version.toString()))
                    m_versions += toolchain.version.toString();
                m_programsOfGo.insert(toolchain.version.toString(), toolchain.program);
            }
        }
        if (m_versions.isEmpty())
            fail(u"no Go was found"_s);
        return m_versions;
    }
    QString goOf(const QString &version) { return m_programsOfGo.value(version); }

    Run plainBuild(const QString &go, const QString &output)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"GOTOOLCHAIN"_s, u"local"_s);
        environment.remove(u"GOFLAGS"_s);
        return run(go, {u"build"_s, u"-trimpath"_s, u"-buildmode=plugin"_s, u"-o"_s, m_folder.filePath(output), u"."_s},
                   m_source, environment);
    }

    static QJsonObject jobOf(const QByteArray &output)
    {
        for (const QByteArray &line : output.split('\n')) {
            const QJsonObject event = QJsonDocument::fromJson(line).object();
            if (event.value("event"_L1) == "job"_L1 && event.value("state"_L1) == "done"_L1)
                return event;
        }
        fail(u"no job was done: "_s + QString::fromUtf8(output));
    }

    QTemporaryDir m_folder;
    QString m_programs;
    int m_rounds;
    QString m_source;
    QString m_destination;
    QStringList m_versions;
    QHash<QString, QString> m_programsOfGo;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList wanted = QCoreApplication::arguments().sliced(1);
    const auto isWanted = [&wanted](const QString &name) { return wanted.isEmpty() || wanted.contains(name); };
    Bench bench(QCoreApplication::applicationDirPath(), qEnvironmentVariableIntValue("PLUGSMITH_ROUNDS") > 0
                                                            ? qEnvironmentVariableIntValue("PLUGSMITH_ROUNDS")
                                                            : 9);
    bool good = true;
    if (isWanted(u"build"_s))
        good &= bench.changedAndUnchanged();
    if (isWanted(u"targets"_s))
        good &= bench.severalTargets();
    if (isWanted(u"start"_s))
        good &= bench.firstFrame();
    if (isWanted(u"matrix"_s))
        good &= bench.matrix();
    return good ? 0 : 1;
}
