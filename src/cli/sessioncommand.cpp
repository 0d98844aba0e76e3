// SPDX-License-Identifier: Apache-2.0
#include "cli/sessioncommand.h"

#include "cli/output.h"
#include "cli/sessiontext.h"
#include "session/rawjson.h"
#include "session/sandbox.h"
#include "toolchain/goenvironment.h"

#include <QJsonDocument>

#include <cstdio>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Refused = 3;

void printLine(FILE *stream, const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

} // namespace

SessionSetup sessionSetup(const SessionCommandLine &line, const HostProgram &host)
{
    SessionSetup setup;
    setup.host = host;
    setup.initialScn = line.initialScn;
    setup.isSandboxed = line.isSandboxed;
    setup.sandboxProgram = sandboxProgram();
    return setup;
}

SessionCommand::SessionCommand(SessionCommandLine line)
    : m_line(std::move(line))
    , m_finder(QProcessEnvironment::systemEnvironment())
    , m_opener(QProcessEnvironment::systemEnvironment())
{
    connect(&m_finder, &ToolchainFinder::found, this,
            [this](const QVector<GoToolchain> &toolchains) { m_opener.open(m_line.plugin, toolchains); });
    connect(&m_opener, &SessionOpener::preparing, this, [this](const GoToolchain &toolchain) {
        if (!m_line.json)
            printLine(stderr, tr("Preparing a session for Go %1").arg(toolchain.version.toString()).toUtf8());
    });
    connect(&m_opener, &SessionOpener::opened, this, &SessionCommand::onOpened);
    connect(&m_opener, &SessionOpener::failed, this, [this](const Error &error) {
        const bool isRefusal = error.code == ErrorCode::Unsupported || error.code == ErrorCode::Foreign;
        fail(error, isRefusal ? Refused : 1);
    });
    connect(&m_signals, &SignalWatcher::stopRequested, this, [this] {
        m_opener.cancel();
        finish(1);
    });
}

SessionCommand::~SessionCommand() = default;

void SessionCommand::start()
{
    if (m_line.isSandboxed && sandboxProgram().isEmpty()) {
        return fail(
            {ErrorCode::NotFound, tr("The sandbox needs bubblewrap"), tr("The program bwrap is not installed."), {}});
    }
    const GoEnvironment environment = goEnvironmentOf(QProcessEnvironment::systemEnvironment());
    m_finder.find(SearchPlaces::of(environment.variables, m_line.goRoots));
}

void SessionCommand::onOpened(const PluginFile &file, const HostProgram &host)
{
    m_session = std::make_unique<Session>(sessionSetup(m_line, host));
    connect(m_session.get(), &Session::generationChanged, this, &SessionCommand::onGenerationChanged);
    connect(m_session.get(), &Session::callFinished, this, &SessionCommand::onCalled);
    connect(m_session.get(), &Session::callOverdue, this, [this](qint64, const Whereabouts &where) {
        const double seconds = static_cast<double>(m_line.limit.count()) / 1000;
        fail({ErrorCode::TimedOut, tr("%1 did not return within %2 s").arg(m_line.symbol).arg(seconds), where.words(),
              where.stack});
    });
    connect(m_session.get(), &Session::loadOverdue, this, [this](int, const Whereabouts &where) {
        fail({ErrorCode::TimedOut, tr("Loading did not finish"),
              tr("An init function has been running for 10 s. %1").arg(where.words()), where.stack});
    });
    connect(m_session.get(), &Session::stateChanged, this, [this](Session::State state) {
        if (state == Session::State::NotAnswering) {
            fail({ErrorCode::TimedOut,
                  tr("The session does not answer"),
                  tr("The plugin keeps its process from doing anything."),
                  {}});
        }
    });
    connect(
        m_session.get(), &Session::endedUnexpectedly, this, [this](const EndReason &reason) { fail(reason.words); },
        Qt::QueuedConnection);
    connect(m_session.get(), &Session::printed, this, [this](HostProcess::Channel, const QByteArray &bytes) {
        if (!m_line.json && !m_isFinished)
            std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    });
    m_session->load(file);
    m_session->start();
}

void SessionCommand::onGenerationChanged(int number)
{
    const Generation generation = *m_session->generation(number);
    if (generation.state == Generation::State::Answers)
        onLoaded(generation);
    else if (generation.state == Generation::State::NotLoaded)
        fail(generation.problem, generation.problem.code == ErrorCode::Unsupported ? Refused : 1);
}

void SessionCommand::onLoaded(const Generation &generation)
{
    if (m_line.command == SessionCommandLine::Command::Call) {
        CallRequest request;
        request.symbol = m_line.symbol;
        request.arguments = m_line.arguments;
        request.limit = m_line.limit;
        m_session->call(request);
        return;
    }
    if (m_line.json) {
        QJsonObject object = generationToJson(generation);
        object.insert("event"_L1, u"loaded"_s);
        object.insert("process"_L1, m_session->processId());
        printJson(object);
    } else {
        std::fputs(qUtf8Printable(generationToText(generation)), stdout);
    }
    finish(0);
}

void SessionCommand::onCalled(const CallOutcome &outcome)
{
    const bool isReturned = outcome.kind == CallOutcome::Kind::Returned;
    const bool isGood = isReturned && outcome.errorText().isEmpty();
    if (m_line.json && !m_isFinished) {
        printLine(stdout, outcomeToJson(outcome));
        return finish(isGood ? 0 : 1);
    }
    if (!isReturned) {
        for (const StackFrame &frame : outcome.frames) {
            if (!frame.isOfGo && !m_isFinished)
                printLine(stderr, u"  %1  %2:%3"_s.arg(frame.function, frame.file).arg(frame.line).toUtf8());
        }
        return fail(outcome.problem);
    }
    if (m_isFinished)
        return;
    const QByteArrayList values = rawElements(outcome.json);
    for (qsizetype i = 0; i < values.size() && i < outcome.results.size(); ++i) {
        if (!outcome.results[i].isError)
            printLine(stdout, values[i]);
        else if (!outcome.results[i].errorText.isEmpty())
            printLine(stderr, tr("error: %1").arg(outcome.results[i].errorText).toUtf8());
    }
    finish(isGood ? 0 : 1);
}

void SessionCommand::fail(const Error &error, int exitCode)
{
    if (m_isFinished)
        return;
    if (m_line.json) {
        QJsonObject object = errorToJson(error);
        object.insert("event"_L1, u"error"_s);
        printJson(object);
    } else {
        printLine(stderr, error.message.toUtf8());
        if (!error.reason.isEmpty())
            printLine(stderr, error.reason.toUtf8());
    }
    finish(exitCode);
}

void SessionCommand::finish(int exitCode)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    emit finished(exitCode);
}

} // namespace plugsmith
