// SPDX-License-Identifier: Apache-2.0
#include "cli/servecommand.h"

#include "cli/output.h"
#include "cli/sessioncommand.h"
#include "cli/sessiontext.h"
#include "session/rawjson.h"
#include "session/sandbox.h"
#include "toolchain/goenvironment.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <unistd.h>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int ReadBytes = 1 << 16;
constexpr qint64 RestartPauseMs = 2000; // a session that ends sooner than that will do so again

QProcessEnvironment userEnvironment()
{
    return QProcessEnvironment::systemEnvironment();
}

void printLine(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

/// An event with the id of the request that it answers, as it was written there.
QByteArray withId(const QByteArray &event, const QByteArray &id)
{
    return id.isEmpty() ? event : QByteArray("{\"id\":" + id + ',' + event.sliced(1));
}

QByteArray toLine(const QJsonObject &event)
{
    return QJsonDocument(event).toJson(QJsonDocument::Compact);
}

} // namespace

ServeCommand::ServeCommand(SessionCommandLine line)
    : m_line(std::move(line))
    , m_finder(userEnvironment())
    , m_opener(userEnvironment())
{
    connect(&m_finder, &ToolchainFinder::found, this, [this] { m_follower.follow(m_line.plugin); });
    connect(&m_follower, &FolderFollower::pluginsReady, this, &ServeCommand::onPlugins);
    connect(&m_follower, &FolderFollower::unreadable, this,
            [this](const QString &, const Error &problem) { report(problem); });
    connect(&m_follower, &FolderFollower::caughtUp, this, [this] {
        m_isReady = m_isReady || (!m_isOpening && !m_session); // nothing there: say so to every call
        takeLines();
    });
    connect(&m_opener, &SessionOpener::opened, this, &ServeCommand::onOpened);
    connect(&m_opener, &SessionOpener::failed, this, [this](const Error &error) {
        m_isOpening = false;
        m_isReady = true;
        report(error);
        takeLines();
    });
    connect(&m_signals, &SignalWatcher::stopRequested, this, [this] { emit finished(0); });
}

ServeCommand::~ServeCommand() = default;

void ServeCommand::start()
{
    if (m_line.isSandboxed && sandboxProgram().isEmpty()) {
        report(
            {ErrorCode::NotFound, tr("The sandbox needs bubblewrap"), tr("The program bwrap is not installed."), {}});
        emit finished(1);
        return;
    }
    m_inputNotifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_inputNotifier.get(), &QSocketNotifier::activated, this, &ServeCommand::readInput);
    m_finder.find(SearchPlaces::of(goEnvironmentOf(userEnvironment()).variables, m_line.goRoots));
}

void ServeCommand::onPlugins(QVector<PluginFile> files)
{
    files.removeIf([this](const PluginFile &file) { return file.name() != m_line.name; });
    if (files.isEmpty())
        return;
    if (m_isOpening) {
        m_next += files;
        return;
    }
    if (m_session) {
        // Of several builds at once only the newest is wanted; those for another Go are refused by the rules, in words.
        const QString version = m_session->setup().host.toolchain.version.toString();
        const auto fits = [&version](const PluginFile &file) { return file.candidate.version == version; };
        const auto newest = std::find_if(files.crbegin(), files.crend(), fits);
        for (auto file = files.crbegin(); file != files.crend(); ++file) {
            if (file == newest || !fits(*file))
                m_session->load(*file);
        }
        return;
    }
    const auto canOpen = [this](const PluginFile &file) {
        return toolchainFor(file, m_finder.toolchains()).has_value();
    };
    const auto chosen = std::find_if(files.crbegin(), files.crend(), canOpen);
    m_isOpening = true;
    m_opener.open(chosen == files.crend() ? files.last().path : chosen->path, m_finder.toolchains());
}

void ServeCommand::onOpened(const PluginFile &file, const HostProgram &host)
{
    m_isOpening = false;
    m_session = std::make_unique<Session>(sessionSetup(m_line, host));
    Session *session = m_session.get();
    connect(session, &Session::generationChanged, this, &ServeCommand::onGenerationChanged);
    connect(session, &Session::endedUnexpectedly, this, &ServeCommand::onEnded, Qt::QueuedConnection);
    connect(session, &Session::callFinished, this, [this](const CallOutcome &outcome) {
        printLine(withId(outcomeToJson(outcome), m_calls.take(outcome.id)));
        endIfDone();
    });
    connect(session, &Session::callOverdue, this, [this](qint64 id, const Whereabouts &where) {
        printLine(withId(toLine({{u"event"_s, u"overdue"_s}, {u"reason"_s, where.words()}, {u"stack"_s, where.stack}}),
                         m_calls.value(id)));
    });
    connect(session, &Session::loadOverdue, this, [this](int, const Whereabouts &where) {
        report({ErrorCode::TimedOut, tr("Loading did not finish"), where.words(), where.stack});
    });
    connect(session, &Session::stateChanged, this, [this](Session::State state) {
        if (state == Session::State::Running) {
            printLine(toLine({{u"event"_s, u"running"_s},
                              {u"go"_s, m_session->setup().host.toolchain.version.toString()},
                              {u"process"_s, m_session->processId()}}));
        }
    });
    connect(session, &Session::printed, this, [](HostProcess::Channel, const QByteArray &bytes) {
        std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    });
    session->start();
    session->load(file);
    onPlugins(std::exchange(m_next, {}));
}

void ServeCommand::onGenerationChanged(int number)
{
    const Generation *generation = m_session->generation(number);
    if (generation->state == Generation::State::Opening)
        return;
    QJsonObject event = generationToJson(*generation);
    event.insert("event"_L1, u"generation"_s);
    printJson(event);
    const bool isSettled =
        generation->state == Generation::State::Answers || generation->state == Generation::State::NotLoaded;
    if (isSettled && !m_isReady) {
        m_isReady = true;
        // Queued: this may come out of the session's own work.
        QMetaObject::invokeMethod(this, &ServeCommand::takeLines, Qt::QueuedConnection);
    }
}

void ServeCommand::onEnded(const EndReason &reason)
{
    QJsonObject event = errorToJson(reason.words);
    event.insert("event"_L1, u"ended"_s);
    printJson(event);
    if (m_session->state() != Session::State::Ended)
        return; // it runs again
    if (m_sinceRestart.isValid() && m_sinceRestart.elapsed() < RestartPauseMs) {
        emit finished(1);
        return;
    }
    m_sinceRestart.start();
    m_session->restart();
}

// ---- what comes in --------------------------------------------------------------------------------------------------

void ServeCommand::readInput()
{
    char bytes[ReadBytes];
    const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (count > 0) {
        m_input.append(bytes, count);
    } else if (count == 0 || (errno != EAGAIN && errno != EINTR)) {
        m_inputNotifier->setEnabled(false);
        m_hasInputEnded = true;
        if (!m_input.isEmpty() && !m_input.endsWith('\n'))
            m_input += '\n';
    }
    takeLines();
}

void ServeCommand::takeLines()
{
    if (!m_isReady)
        return;
    const QPointer<ServeCommand> alive(this);
    qsizetype end = 0;
    while (alive && (end = m_input.indexOf('\n')) >= 0) {
        const QByteArray line = m_input.first(end).trimmed();
        m_input.remove(0, end + 1);
        if (!line.isEmpty())
            takeLine(line);
    }
    if (alive)
        endIfDone();
}

void ServeCommand::takeLine(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return report(
            {ErrorCode::InvalidInput, tr("A line is not a JSON object"), {}, QString::fromUtf8(line.left(200))});
    const QJsonObject request = document.object();
    const QString what = request.value("do"_L1).toString();
    if (what.isEmpty() || what == "call"_L1)
        return call(line, request);
    if (what == "quit"_L1) {
        emit finished(0);
    } else if (what == "generations"_L1) {
        listGenerations();
    } else if (what == "answer"_L1) {
        makeAnswer(request.value("generation"_L1).toInt());
    } else if (what == "restart"_L1 && m_session) {
        m_session->restart();
    } else {
        report({ErrorCode::InvalidInput, tr("There is no request “%1”").arg(what), {}, {}}, rawMember(line, "id"));
    }
}

void ServeCommand::call(const QByteArray &line, const QJsonObject &request)
{
    const QByteArray id = rawMember(line, "id");
    if (!m_session) {
        return report({ErrorCode::NotFound,
                       tr("%1 was not called").arg(request.value("symbol"_L1).toString()),
                       tr("There is no %1 in %2 that can be loaded.").arg(m_line.name, m_line.plugin),
                       {}},
                      id);
    }
    CallRequest call;
    call.plugin = m_line.name;
    call.generation = request.value("generation"_L1).toInt();
    call.symbol = request.value("symbol"_L1).toString();
    call.handle = request.value("handle"_L1).toInteger();
    if (const QByteArray arguments = rawMember(line, "args"); !arguments.isEmpty())
        call.arguments = arguments;
    if (const double seconds = request.value("timeout"_L1).toDouble(); seconds > 0)
        call.limit = std::chrono::milliseconds(qRound64(qMin(seconds, 1e6) * 1000));
    m_calls.insert(m_session->call(call), id);
}

void ServeCommand::makeAnswer(int number)
{
    if (!m_session || !m_session->makeAnswer(number))
        report({ErrorCode::NotFound, tr("Generation %1 is not in memory").arg(number), {}, {}});
}

void ServeCommand::listGenerations()
{
    QJsonArray list;
    if (m_session) {
        for (const Generation &generation : m_session->generations()) {
            QJsonObject object = generationToJson(generation);
            object.remove("symbols"_L1);
            list += object;
        }
    }
    printJson({{u"event"_s, u"generations"_s}, {u"generations"_s, list}});
}

void ServeCommand::endIfDone()
{
    if (m_hasInputEnded && m_isReady && m_input.isEmpty() && m_calls.isEmpty())
        emit finished(0);
}

void ServeCommand::report(const Error &error, const QByteArray &id)
{
    QJsonObject event = errorToJson(error);
    event.insert("event"_L1, u"error"_s);
    printLine(withId(toLine(event), id));
}

} // namespace plugsmith
