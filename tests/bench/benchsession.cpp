// SPDX-License-Identifier: Apache-2.0
// Measures sessions: their start against a Go program written by hand that opens the same plugin and looks up the same
// symbols, in turns, medians compared; the round trip of a call; a large argument and a large result. The host is
// compiled before.
#include "session/session.h"
#include "session/sessionopener.h"
#include "toolchain/toolchainfinder.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 41;
constexpr int Calls = 10'000;
constexpr int Functions = 50;
constexpr int Others = 4; // functions of the plugin
constexpr qsizetype LargeBytes = 10'000'000;
constexpr qsizetype ResultBytes = 100'000'000;

[[noreturn]] void fail(const QString &what)
{
    std::fprintf(stderr, "benchsession: %s\n", qUtf8Printable(what));
    std::exit(1);
}

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        fail(u"cannot write "_s + path);
}

/// A plugin that uses net/http, with more than fifty functions.
QByteArray pluginCode()
{
    QByteArray code =
        "package main\n\nimport (\n\t\"net/http\"\n\t\"strings\"\n)\n\ntype Line struct {\n\tSku string\n\tQuantity "
        "int\n}\n\n"
        "func Add(a, b int) int { return a + b }\n"
        "func Count(lines []Line) (n int) {\n\tfor _, l := range lines {\n\t\tn += l.Quantity\n\t}\n\treturn\n}\n"
        "func Handle(w http.ResponseWriter, r *http.Request) { http.NotFound(w, r) }\n"
        "func Text(size int) string { return strings.Repeat(\"x\", size) }\n";
    for (int i = 0; i < Functions; ++i)
        code += "func F" + QByteArray::number(i) + "(text string) string { return text }\n";
    return code;
}

QByteArray byHandCode()
{
    QByteArray names = "\"Add\", \"Count\", \"Handle\", \"Text\"";
    for (int i = 0; i < Functions; ++i)
        names += ", \"F" + QByteArray::number(i) + '"';
    return "package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n\t\"plugin\"\n)\n\nfunc main() {\n\tp, err := "
           "plugin.Open(os.Args[1])\n"
           "\tif err != nil {\n\t\tpanic(err)\n\t}\n\tfor _, name := range []string{" +
           names +
           "} {\n\t\ts, err := p.Lookup(name)\n\t\tif err != nil {\n\t\t\tpanic(err)\n\t\t}\n\t\tfmt.Printf(\"%s "
           "%T\\n\", name, s)\n\t}\n}\n";
}

double seconds(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

double quantile(QList<double> values, double part)
{
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, static_cast<qsizetype>(static_cast<double>(values.size()) * part))];
}

void build(const GoToolchain &toolchain, const QString &folder, const QStringList &arguments)
{
    QProcess go;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GOTOOLCHAIN"_s, u"local"_s);
    environment.insert(u"CGO_ENABLED"_s, u"1"_s);
    environment.remove(u"GOFLAGS"_s);
    go.setProcessEnvironment(environment);
    go.setWorkingDirectory(folder);
    go.setProcessChannelMode(QProcess::ForwardedChannels);
    go.start(toolchain.program, QStringList{u"build"_s, u"-trimpath"_s} + arguments);
    if (!go.waitForFinished(600'000) || go.exitCode() != 0)
        fail(u"go build failed"_s);
}

GoToolchain toolchainOfUser()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    ToolchainFinder finder(environment);
    QEventLoop loop;
    QObject::connect(&finder, &ToolchainFinder::found, &loop, &QEventLoop::quit);
    finder.find(SearchPlaces::of(environment, {}));
    loop.exec();
    for (const GoToolchain &toolchain : finder.toolchains()) {
        if (toolchain.isUsable() && toolchain.isOnPath)
            return toolchain;
    }
    fail(u"no Go is on PATH"_s);
}

class SessionBench
{
public:
    SessionBench()
        : m_toolchain(toolchainOfUser())
    {
        write(at(u"plugin/go.mod"_s), "module example.com/bench\n\ngo 1.18\n");
        write(at(u"plugin/main.go"_s), pluginCode());
        write(at(u"byhand/go.mod"_s), "module byhand\n\ngo 1.18\n");
        write(at(u"byhand/main.go"_s), byHandCode());
        build(m_toolchain, at(u"plugin"_s), {u"-buildmode=plugin"_s, u"-o"_s, m_plugin, u"."_s});
        build(m_toolchain, at(u"byhand"_s), {u"-o"_s, at(u"byhand/byhand"_s), u"."_s});
        m_host = open().second; // compiles it
    }

    bool start()
    {
        QList<double> ours;
        QList<double> theirs;
        for (int round = -3; round < Rounds; ++round) {
            QElapsedTimer clock;
            clock.start();
            QProcess byHand;
            byHand.start(at(u"byhand/byhand"_s), {m_plugin});
            if (!byHand.waitForFinished() || byHand.exitCode() != 0 ||
                byHand.readAll().count('\n') != Functions + Others)
                fail(u"the program written by hand failed"_s);
            const double hand = seconds(clock);
            clock.restart();
            const auto session = startSession();
            const double mine = seconds(clock);
            if (session->generation(1)->symbols.size() != Functions + Others)
                fail(u"the session lists other symbols"_s);
            if (round >= 0) {
                theirs += hand;
                ours += mine;
            }
        }
        std::printf(
            "of that: reading the plugin and its host %.1f ms, until the process runs %.1f ms, until the plugin "
            "is open %.1f ms, of which Go opens it for %.1f ms\n",
            quantile(m_reading, 0.5) * 1e3, quantile(m_starting, 0.5) * 1e3, quantile(m_opening, 0.5) * 1e3,
            quantile(m_loading, 0.5) * 1e3);
        const double ratio = quantile(ours, 0.5) / quantile(theirs, 0.5);
        std::printf("session start + open + list against plugin.Open + Lookup by hand: %.1f ms, %.1f ms, ratio %.2f "
                    "(at most 1.30) %s\n",
                    quantile(ours, 0.5) * 1e3, quantile(theirs, 0.5) * 1e3, ratio, ratio <= 1.3 ? "ok" : "MISSED");
        return ratio <= 1.3;
    }

    bool calls()
    {
        const auto session = startSession();
        QList<double> times;
        QElapsedTimer whole;
        whole.start();
        for (int i = 0; i < Calls; ++i) {
            QElapsedTimer clock;
            clock.start();
            const CallOutcome outcome = call(*session, u"Add"_s, "[" + QByteArray::number(i) + ",1]");
            times += seconds(clock);
            if (outcome.json != "[" + QByteArray::number(i + 1) + "]")
                fail(u"a call returned "_s + QString::fromUtf8(outcome.json));
        }
        const double median = quantile(times, 0.5) * 1e6;
        std::printf("%d calls in %.2f s: median %.0f us (at most 200), 99%% %.0f us %s\n", Calls, seconds(whole),
                    median, quantile(times, 0.99) * 1e6, median <= 200 ? "ok" : "MISSED");
        return median <= 200;
    }

    void largeArgument()
    {
        const auto session = startSession();
        QByteArray lines = "[[";
        qsizetype count = 0;
        for (; lines.size() < LargeBytes; ++count)
            lines += QByteArray(count == 0 ? "" : ",") + "{\"Sku\":\"article number one\",\"Quantity\":1}";
        lines += "]]";
        QList<double> times;
        for (int i = 0; i < 5; ++i) {
            QElapsedTimer clock;
            clock.start();
            if (call(*session, u"Count"_s, lines).json != "[" + QByteArray::number(count) + "]")
                fail(u"the large argument was not counted"_s);
            times += seconds(clock);
        }
        std::printf("an argument of %.1f MB, %lld structs: %.0f ms\n", static_cast<double>(lines.size()) / 1e6,
                    static_cast<long long>(count), quantile(times, 0.5) * 1e3);
    }

    void largeResult()
    {
        const auto session = startSession();
        QList<double> times;
        for (int i = 0; i < 5; ++i) {
            QElapsedTimer clock;
            clock.start();
            if (call(*session, u"Text"_s, '[' + QByteArray::number(ResultBytes) + ']').json.size() != ResultBytes + 4)
                fail(u"the large result was not whole"_s);
            times += seconds(clock);
        }
        std::printf("a result of %.1f MB: %.0f ms\n", static_cast<double>(ResultBytes) / 1e6,
                    quantile(times, 0.5) * 1e3);
    }

private:
    QString at(const QString &path) const { return m_folder.filePath(path); }

    std::pair<PluginFile, HostProgram> open()
    {
        SessionOpener opener(QProcessEnvironment::systemEnvironment());
        std::pair<PluginFile, HostProgram> result;
        QEventLoop loop;
        QObject::connect(&opener, &SessionOpener::failed, &loop, [](const Error &error) { fail(error.sentence()); });
        QObject::connect(&opener, &SessionOpener::opened, &loop, [&](const PluginFile &file, const HostProgram &host) {
            result = {file, host};
            loop.quit();
        });
        opener.open(m_plugin, {m_toolchain});
        loop.exec();
        return result;
    }

    /// Everything that happens between a plugin's path and the list of its symbols.
    std::unique_ptr<Session> startSession()
    {
        QElapsedTimer clock;
        clock.start();
        auto [file, host] = open();
        m_reading += seconds(clock);
        clock.restart();
        file.candidate.version = m_toolchain.version.toString();
        SessionSetup setup;
        setup.host = host;
        auto session = std::make_unique<Session>(setup);
        QEventLoop loop;
        QObject::connect(session.get(), &Session::stateChanged, &loop, [&](Session::State state) {
            if (state == Session::State::Running)
                m_starting += seconds(clock);
        });
        QObject::connect(session.get(), &Session::generationChanged, &loop, [&](int number) {
            const Generation *generation = session->generation(number);
            if (generation->state == Generation::State::NotLoaded)
                fail(generation->problem.sentence());
            if (generation->state == Generation::State::Answers)
                loop.quit();
        });
        session->load(file);
        session->start();
        loop.exec();
        m_opening += seconds(clock) - m_starting.last();
        m_loading += static_cast<double>(session->generation(1)->initNanoseconds) / 1e9;
        return session;
    }

    static CallOutcome call(Session &session, const QString &symbol, const QByteArray &arguments)
    {
        CallRequest request;
        request.symbol = symbol;
        request.arguments = arguments;
        request.limit = std::chrono::minutes(1);
        CallOutcome outcome;
        QEventLoop loop;
        const auto connection =
            QObject::connect(&session, &Session::callFinished, &loop, [&](const CallOutcome &finished) {
                outcome = finished;
                loop.quit();
            });
        session.call(request);
        loop.exec();
        QObject::disconnect(connection);
        return outcome;
    }

    QTemporaryDir m_folder;
    GoToolchain m_toolchain;
    QString m_plugin = at(u"bench.so"_s);
    HostProgram m_host;
    QList<double> m_reading; // seconds, as are the next
    QList<double> m_starting;
    QList<double> m_opening;
    QList<double> m_loading;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    SessionBench bench;
    const bool isFast = bench.start();
    const bool isQuick = bench.calls();
    bench.largeArgument();
    bench.largeResult();
    return isFast && isQuick ? 0 : 1;
}
