// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/session.h"
#include "session/sessionopener.h"
#include "support/realgo.h"
#include "toolchain/toolchainfinder.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

/// Plugins that plugsmith-cli builds, in real sessions.
namespace plugsmith::e2e {

using namespace Qt::StringLiterals;

inline constexpr int Patience = 60'000;

/// The Go installations of this machine that can build plugins for it, the newest first.
inline QVector<GoToolchain> findToolchains()
{
    ToolchainFinder finder(QProcessEnvironment::systemEnvironment());
    QSignalSpy found(&finder, &ToolchainFinder::found);
    finder.find(SearchPlaces::of(QProcessEnvironment::systemEnvironment(), {}));
    if (!found.wait(Patience))
        return {};
    QVector<GoToolchain> toolchains = finder.toolchains();
    toolchains.removeIf([](const GoToolchain &toolchain) {
        return !toolchain.isUsable() || toolchain.platform != Platform::thisMachine();
    });
    std::ranges::stable_sort(toolchains, std::ranges::greater(), &GoToolchain::version);
    return toolchains;
}

/// The plugin that a folder with Go files makes, in its folder "out"; empty and a warning when it does not build.
inline QString buildPlugin(const QString &source, const QString &name, const QStringList &more = {})
{
    const QString out = source + u"/out";
    const test::CliRun run =
        test::runCli(QStringList{u"build"_s, source, u"--dest"_s, out, u"--name"_s, name, u"--json"_s} + more);
    const QVector<QJsonObject> done = run.jobs(u"done"_s);
    if (run.exitCode != 0 || done.size() != 1) {
        qWarning("%s", run.everything().constData());
        return {};
    }
    return done[0].value("path"_L1).toString();
}

/// The program that can open a plugin; compiled where it is not there yet.
inline std::optional<HostProgram> prepareHost(const QString &plugin, const QVector<GoToolchain> &toolchains)
{
    SessionOpener opener(QProcessEnvironment::systemEnvironment());
    QSignalSpy opened(&opener, &SessionOpener::opened);
    QSignalSpy failed(&opener, &SessionOpener::failed);
    opener.open(plugin, toolchains);
    if (!QTest::qWaitFor([&] { return !opened.isEmpty() || !failed.isEmpty(); }, 4 * Patience) || !failed.isEmpty()) {
        qWarning("%s", failed.isEmpty() ? "timeout" : qPrintable(failed[0][0].value<Error>().detail));
        return std::nullopt;
    }
    return opened[0][1].value<HostProgram>();
}

inline bool isSettled(const Session &session)
{
    return std::ranges::none_of(session.generations(), [](const Generation &generation) {
        return generation.state == Generation::State::Opening;
    });
}

/// A session with these files in it, none of which waits any more; nullptr if that takes too long.
inline std::unique_ptr<Session>
startSession(const HostProgram &host, const QVector<PluginFile> &files,
             const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
{
    SessionSetup setup;
    setup.host = host;
    setup.environment = environment;
    auto session = std::make_unique<Session>(setup);
    session->start();
    for (const PluginFile &file : files)
        session->load(file);
    if (!QTest::qWaitFor([&] { return isSettled(*session); }, Patience))
        return nullptr;
    return session;
}

inline bool waitForAnswering(const Session &session, int generation)
{
    return QTest::qWaitFor([&] { return session.generation(generation)->state == Generation::State::Answers; },
                           Patience);
}

/// Calls and waits; Lost and no id where nothing came back.
inline CallOutcome callAndWait(Session &session, const CallRequest &request)
{
    QSignalSpy finished(&session, &Session::callFinished);
    const qint64 id = session.call(request);
    CallOutcome outcome;
    outcome.kind = CallOutcome::Kind::Lost;
    // Not qWaitFor(), which sleeps 10 ms whenever the pipe is empty: with 100 MB, most of the time would be that.
    if (finished.isEmpty() && !finished.wait(Patience))
        return outcome;
    outcome = finished[0][0].value<CallOutcome>();
    return outcome.id == id ? outcome : CallOutcome();
}

inline CallOutcome callAndWait(Session &session, const QString &symbol, const QByteArray &arguments = "[]",
                               int generation = 0)
{
    CallRequest request;
    request.symbol = symbol;
    request.arguments = arguments;
    request.generation = generation;
    request.limit = std::chrono::minutes(1);
    return callAndWait(session, request);
}

} // namespace plugsmith::e2e
