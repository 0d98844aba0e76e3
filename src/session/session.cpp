// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"

#include "base/deliver.h"
#include "session/callreply.h"
#include "session/sandbox.h"

#include <QDateTime>
#include <QFile>
#include <QPointer>

#include <algorithm>
#include <chrono>
#include <unistd.h>

namespace plugsmith {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto PatienceWithStop = 500ms; // a plugin may have something to do when its process ends; not for long

/// Resident bytes of a process; 0 where the system does not tell.
qint64 residentBytes(qint64 process)
{
    QFile file(u"/proc/%1/statm"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

} // namespace

Session::Session(SessionSetup setup, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
    , m_folder(std::make_shared<SessionFolder>())
{
    m_memoryTimer.setInterval(1s);
    m_loadTimer.setSingleShot(true);
    m_loadTimer.setInterval(10s);
    m_answerTimer.setSingleShot(true);
    m_answerTimer.setInterval(2s);
    m_stopTimer.setSingleShot(true);
    m_stopTimer.setInterval(PatienceWithStop);
    connect(&m_memoryTimer, &QTimer::timeout, this, &Session::sampleMemory);
    connect(&m_answerTimer, &QTimer::timeout, this, [this] { setState(State::NotAnswering); });
    connect(&m_stopTimer, &QTimer::timeout, this, [this] {
        if (m_host)
            m_host->kill();
    });
    connect(&m_loadTimer, &QTimer::timeout, this, [this] {
        const int number = m_opening;
        askWhere(m_openHostId, [this, number](const Whereabouts &where) {
            if (m_opening == number)
                emit loadOverdue(number, where);
        });
    });
}

Session::~Session()
{
    if (m_host)
        m_host->disconnect(this);
}

void Session::setOverdueTimes(int loadMs, int answerMs)
{
    m_loadTimer.setInterval(loadMs);
    m_answerTimer.setInterval(answerMs);
}

void Session::start()
{
    if (m_state != State::Ended || m_host)
        return;
    startProcess();
}

void Session::startProcess()
{
    m_then = Then::Report;
    m_scope = LinkScope(m_setup.host.link);
    m_host = std::make_unique<HostProcess>();
    connect(m_host.get(), &HostProcess::printed, this, &Session::onPrinted);
    // Queued: it may fail to start at once, and its end deletes it.
    connect(m_host.get(), &HostProcess::ended, this, &Session::onEnded, Qt::QueuedConnection);
    ProcessSpec spec;
    spec.program = m_setup.host.path;
    spec.workingFolder = m_folder->path();
    spec.environment = m_setup.environment;
    spec.memoryLimit = m_setup.memoryLimit;
    m_isWrapped = m_setup.isSandboxed;
    if (m_isWrapped)
        spec = sandboxed(spec, m_setup.sandboxProgram, m_folder->path());
    setState(State::Starting);
    m_host->ask({{u"do"_s, u"hello"_s}, {u"protocol"_s, HostProtocol}}, {},
                [this](const HostFrame &reply) { onHello(reply); });
    loadNext(); // first: the copy is made while the process starts
    m_host->start(spec);
    m_processId = m_host->processId();
}

void Session::onHello(const HostFrame &reply)
{
    if (!reply.header.value("ok"_L1).toBool())
        return m_host->kill();
    m_processId = reply.header.value("process"_L1).toInteger(m_processId); // within a sandbox it is not our child
    setState(State::Running);
    m_memoryTimer.start();
    sampleMemory();
    open();
    loadNext();
}

void Session::stop()
{
    if (!m_host)
        return;
    m_then = Then::Stop;
    m_host->quit();
    m_stopTimer.start();
}

void Session::restart()
{
    if (!m_host) {
        settleGenerations();
        startProcess();
        emit restarted();
        return;
    }
    m_then = Then::Restart;
    m_host->kill();
}

/// After the end of a process: what answered will be loaded again, everything else is gone.
void Session::settleGenerations()
{
    for (Generation &generation : m_generations) {
        if (!generation.isInMemory())
            continue;
        if (generation.state == Generation::State::Answers)
            m_reloads += generation.number;
        else
            forgetCopy(generation.number);
        generation.state = Generation::State::Ended;
        emit generationChanged(generation.number);
    }
    m_queue.removeIf([this](int number) { return m_reloads.contains(number); });
    m_queue = m_reloads + m_queue;
}

void Session::onEnded(const HostEnd &end)
{
    m_host.release()->deleteLater();
    m_memoryTimer.stop();
    m_answerTimer.stop();
    m_stopTimer.stop();
    m_processId = 0;
    const EndReason reason =
        explainEnd(m_isWrapped ? HostEnd{endWithin(end.end), end.errorOutput, end.brokeProtocol} : end);
    const Then then = std::exchange(m_then, Then::Report);
    const Error lost =
        then == Then::Report ? reason.words : Error{ErrorCode::Cancelled, tr("The session was ended"), {}, {}};
    const int opening = std::exchange(m_opening, 0);
    m_loadTimer.stop();
    m_openHostId = 0;
    if (opening != 0 && then == Then::Restart) {
        m_queue.prepend(opening);
    } else if (opening != 0) {
        m_reloads.removeAll(opening);
        refuseLoad(opening, {lost.code, tr("Loading %1 ended the session").arg(find(opening)->name()), lost.reason,
                             lost.detail});
    }
    settleGenerations();
    // A plugin that ends the process while it is being loaded must not take the others with it.
    const bool goesOn = then == Then::Restart || (then == Then::Report && opening != 0 && !m_queue.isEmpty());
    if (!goesOn)
        refuseQueued(lost);
    loseCalls(lost);
    setState(State::Ended);
    const QPointer<Session> alive(this);
    if (then == Then::Report)
        emit endedUnexpectedly(reason);
    if (!alive || m_host)
        return;
    if (then == Then::Stop)
        emit stopped();
    if (alive && goesOn) {
        startProcess();
        emit restarted();
    }
}

void Session::onPrinted(HostProcess::Channel channel, const QByteArray &bytes)
{
    constexpr qsizetype Kept = 1 << 20;
    for (auto &[id, call] : m_calls) {
        QByteArray &kept = channel == HostProcess::Channel::Output ? call.outcome.output : call.outcome.errorOutput;
        const qsizetype taken = qMin(bytes.size(), Kept - kept.size());
        kept += bytes.first(taken);
        call.outcome.outputCut += bytes.size() - taken;
    }
    emit printed(channel, bytes);
}

void Session::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged(state);
}

void Session::heardFromHost()
{
    m_answerTimer.stop();
    if (m_state == State::NotAnswering)
        setState(State::Running);
}

void Session::sampleMemory()
{
    if (const qint64 bytes = residentBytes(m_processId); bytes > 0)
        emit memorySampled({QDateTime::currentSecsSinceEpoch(), bytes});
}

void Session::askWhere(qint64 hostId, std::function<void(const Whereabouts &)> use)
{
    if (!m_host)
        return;
    if (!m_answerTimer.isActive())
        m_answerTimer.start();
    m_host->ask({{u"do"_s, u"where"_s}, {u"call"_s, hostId}}, {}, [this, use = std::move(use)](const HostFrame &reply) {
        heardFromHost();
        if (reply.header.value("ok"_L1).toBool())
            use(readWhereabouts(reply));
    });
}

// ---- generations ----------------------------------------------------------------------------------------------------

Generation *Session::find(int number)
{
    return number >= 1 && number <= m_generations.size() ? &m_generations[number - 1] : nullptr;
}

const Generation *Session::generation(int number) const
{
    return number >= 1 && number <= m_generations.size() ? &m_generations[number - 1] : nullptr;
}

const Generation *Session::answering(const QString &name) const
{
    const Generation *found = nullptr;
    for (const Generation &generation : m_generations) {
        if (generation.state != Generation::State::Answers || (!name.isEmpty() && generation.name() != name))
            continue;
        if (found)
            return nullptr; // several plugins, and no name
        found = &generation;
    }
    return found;
}

ManagerState Session::managerState() const
{
    ManagerState state{m_setup.initialScn, m_setup.host.toolchain.version.toString(), Platform::thisMachine(), {}};
    for (const Generation &generation : m_generations) {
        if (!generation.isInMemory())
            continue;
        Scn &newest = state.loaded[generation.name()];
        newest = qMax(newest, generation.file.scn());
    }
    return state;
}

int Session::load(const PluginFile &file)
{
    const int number = static_cast<int>(m_generations.size()) + 1;
    Generation generation;
    generation.number = number;
    generation.file = file;
    m_generations += generation;
    m_queue += number;
    emit generationAdded(number);
    // Queued: the caller is to know the number before it is refused.
    QMetaObject::invokeMethod(this, &Session::loadNext, Qt::QueuedConnection);
    return number;
}

Result<void> Session::admit(const PluginFile &file) const
{
    if (const ManagerVerdict verdict = judge(file.candidate, managerState()); !verdict.fits())
        return verdict.words(file.name());
    return m_scope.check(file.link, file.name());
}

void Session::loadNext()
{
    if (m_opening != 0 || m_queue.isEmpty() || !m_host || m_then != Then::Report)
        return;
    const int number = m_queue.takeFirst();
    Generation &generation = *find(number);
    const auto admitted =
        m_reloads.contains(number) ? m_scope.check(generation.file.link, generation.name()) : admit(generation.file);
    if (!admitted) {
        m_reloads.removeAll(number);
        refuseLoad(number, admitted.error());
        return loadNext();
    }
    m_opening = number;
    generation.state = Generation::State::Opening;
    emit generationChanged(number);
    copyAndOpen(number);
}

/// What was loaded before is opened from the same copy: its file may hold a newer build by now.
void Session::copyAndOpen(int number)
{
    m_isCopied = m_copies.contains(number);
    if (m_isCopied)
        return open();
    const PluginFile &file = find(number)->file;
    runInPool(
        this,
        [file, folder = m_folder, copy = m_folder->newPluginPath(file.name())]() -> Result<QString> {
            if (const auto copied = copyForLoading(file, copy); !copied)
                return copied.error();
            return copy;
        },
        [this, number](const Result<QString> &copy) {
            if (copy && !m_copies.contains(number))
                m_copies.insert(number, *copy);
            else if (copy)
                QFile::remove(*copy); // the process was started again meanwhile
            if (m_opening != number)
                return;
            m_isCopied = copy.has_value();
            if (copy)
                return open();
            m_opening = 0;
            refuseLoad(number, copy.error());
            loadNext();
        });
}

void Session::forgetCopy(int number)
{
    if (const QString copy = m_copies.take(number); !copy.isEmpty())
        QFile::remove(copy);
}

void Session::open()
{
    if (!m_host || m_opening == 0 || !m_isCopied || m_openHostId != 0)
        return;
    const int number = m_opening;
    m_loadTimer.start();
    m_openHostId =
        m_host->ask({{u"do"_s, u"open"_s}, {u"file"_s, m_copies.value(number)}, {u"plugin"_s, QString::number(number)}},
                    {}, [this, number](const HostFrame &reply) { onOpened(number, reply); });
}

void Session::onOpened(int number, const HostFrame &reply)
{
    heardFromHost();
    m_loadTimer.stop();
    m_openHostId = 0;
    m_opening = 0;
    Generation &generation = *find(number);
    if (!reply.header.value("ok"_L1).toBool()) {
        m_reloads.removeAll(number);
        Error problem = replyProblem(reply, generation.name());
        if (reply.header.contains("panic"_L1))
            problem.reason = tr("An init function panicked.");
        // Its symbols stay in the process and would spoil what is loaded next.
        problem.reason += u' ' + tr("The session starts again with what was loaded before.");
        refuseLoad(number, problem);
        return restart();
    }
    m_reloads.removeAll(number);
    m_scope.add(generation.file.link);
    generation.goPath = reply.header.value("path"_L1).toString();
    generation.initNanoseconds = reply.header.value("ns"_L1).toInteger();
    generation.symbols = symbolsFromJson(reply.content);
    generation.problem = {};
    generation.state = Generation::State::Replaced;
    makeAnswer(number);
    sampleMemory();
    loadNext();
}

void Session::refuseLoad(int number, const Error &problem)
{
    forgetCopy(number);
    Generation &generation = *find(number);
    generation.state = Generation::State::NotLoaded;
    generation.problem = problem;
    emit generationChanged(number);
}

/// What was never loaded is not waiting for anything any more; what answered is loaded again after the next start.
void Session::refuseQueued(const Error &problem)
{
    QVector<int> reloads;
    for (const int number : std::exchange(m_queue, {})) {
        if (m_reloads.contains(number))
            reloads += number;
        else
            refuseLoad(number, problem);
    }
    m_queue = reloads + m_queue;
}

bool Session::makeAnswer(int number)
{
    Generation *chosen = find(number);
    if (!chosen || !chosen->isInMemory())
        return false;
    for (Generation &generation : m_generations) {
        if (generation.name() == chosen->name() && generation.state == Generation::State::Answers &&
            generation.number != number) {
            generation.state = Generation::State::Replaced;
            emit generationChanged(generation.number);
        }
    }
    chosen->state = Generation::State::Answers;
    emit generationChanged(number);
    return true;
}

} // namespace plugsmith
