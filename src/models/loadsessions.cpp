// SPDX-License-Identifier: Apache-2.0
#include "models/loadsessions.h"

#include "base/deliver.h"
#include "base/settingkeys.h"
#include "build/buildengine.h"
#include "session/sandbox.h"

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxRecent = 10;
constexpr int RememberedBuilds = 500; // that are looked through for where a plugin comes from

QProcessEnvironment userEnvironment()
{
    return QProcessEnvironment::systemEnvironment();
}

} // namespace

LoadSessions::LoadSessions(BuildEngine &engine, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_opener(userEnvironment())
    , m_emptyBuilder(userEnvironment())
    , m_background(userEnvironment())
{
    connect(&m_opener, &SessionOpener::preparing, this, [this](const GoToolchain &toolchain) {
        m_version = toolchain.version.toString();
        setStep(Step::Preparing);
    });
    connect(&m_opener, &SessionOpener::opened, this, &LoadSessions::onOpened);
    connect(&m_opener, &SessionOpener::failed, this, &LoadSessions::onFailed);
    connect(&m_emptyBuilder, &HostBuilder::built, this, [this](const Result<HostProgram> &host) {
        if (!host) {
            if (host.error().code != ErrorCode::Cancelled)
                emit failed({}, host.error());
            return;
        }
        LoadSession *session = make(*host, false);
        session->session().start();
        emit taken(session);
    });
    connect(&engine, &BuildEngine::machineFound, this, [this] {
        if (m_step == Step::WaitingForGo)
            read();
    });
    connect(&engine.queue(), &BuildQueue::idle, this, &LoadSessions::prepareInBackground);
}

LoadSessions::~LoadSessions() = default;

int LoadSessions::indexOf(const LoadSession *session) const
{
    const auto found = std::ranges::find(m_sessions, session, &std::unique_ptr<LoadSession>::get);
    return found == m_sessions.end() ? -1 : static_cast<int>(found - m_sessions.begin());
}

LoadSession *LoadSessions::find(int id) const
{
    const auto found = std::ranges::find(m_sessions, id, [](const auto &session) { return session->id(); });
    return found == m_sessions.end() ? nullptr : found->get();
}

int LoadSessions::liveCount() const
{
    return static_cast<int>(std::ranges::count_if(
        m_sessions, [](const auto &session) { return session->session().state() != Session::State::Ended; }));
}

void LoadSessions::load(const Wish &wish)
{
    m_wishes.push_back(wish);
    if (m_step == Step::Idle)
        next();
}

void LoadSessions::next()
{
    if (m_wishes.empty() || m_isReading)
        return;
    m_wish = m_wishes.front();
    m_wishes.pop_front();
    if (m_engine.isMachineKnown())
        read();
    else
        setStep(Step::WaitingForGo);
}

void LoadSessions::read()
{
    setStep(Step::Reading);
    m_isReading = true;
    m_background.cancel(); // it may be about the same host, and somebody waits
    m_opener.open(m_wish.path, m_engine.machine().toolchains);
}

void LoadSessions::onOpened(const PluginFile &file, const HostProgram &host)
{
    m_isReading = false;
    if (m_step == Step::Idle) // cancelled meanwhile
        return next();
    m_file = file;
    m_host = host;
    if (mustAsk(file))
        return setStep(Step::Asking);
    allow();
}

void LoadSessions::onFailed(const Error &error)
{
    m_isReading = false;
    const bool isWanted = m_step != Step::Idle;
    setStep(Step::Idle);
    if (isWanted && error.code != ErrorCode::Cancelled)
        emit failed(m_wish.path, error);
    next();
}

bool LoadSessions::mustAsk(const PluginFile &file) const
{
    return !file.isBuiltHere && m_settings.get(keys::AskBeforeForeign) && !m_allowed.contains(file.path);
}

void LoadSessions::allow()
{
    m_allowed += m_file.path;
    setStep(Step::Idle);
    take(m_file, m_host, m_wish.isNewSession);
    if (!m_settings.get(keys::LoadWasExplained)) {
        m_settings.set(keys::LoadWasExplained, true);
        emit firstLoad();
    }
    next();
}

void LoadSessions::cancel()
{
    m_opener.cancel();
    setStep(Step::Idle);
    next();
}

LoadSession *LoadSessions::take(const PluginFile &file, const HostProgram &host, bool isNewSession)
{
    const bool isSandboxed = !file.isBuiltHere && !sandboxProgram().isEmpty();
    const auto fits = [&](const auto &session) {
        const SessionSetup &setup = session->session().setup();
        return setup.host.path == host.path && (setup.isSandboxed == isSandboxed || session->isSandboxChosen());
    };
    const auto found = isNewSession ? m_sessions.end() : std::ranges::find_if(m_sessions, fits);
    LoadSession *session = found == m_sessions.end() ? make(host, isSandboxed) : found->get();
    session->load(file);
    remember(file.path);
    emit taken(session);
    return session;
}

LoadSession *LoadSessions::make(const HostProgram &host, bool isSandboxed)
{
    SessionSetup setup;
    setup.host = host;
    setup.isSandboxed = isSandboxed;
    setup.sandboxProgram = sandboxProgram();
    m_sessions.push_back(std::make_unique<LoadSession>(++m_lastId, setup));
    LoadSession *session = m_sessions.back().get();
    connect(session, &LoadSession::changed, this, &LoadSessions::changed);
    emit added(session);
    emit changed();
    return session;
}

void LoadSessions::openEmpty(const GoToolchain &toolchain)
{
    if (!m_emptyBuilder.isBusy())
        m_emptyBuilder.build(toolchain, HostFlags());
}

void LoadSessions::close(LoadSession *session)
{
    const int index = indexOf(session);
    if (index < 0)
        return;
    emit removed(session);
    // Its signals may be what led here.
    m_sessions[static_cast<size_t>(index)].release()->deleteLater();
    m_sessions.erase(m_sessions.begin() + index);
    emit changed();
}

void LoadSessions::setStep(Step step)
{
    if (std::exchange(m_step, step) != step)
        emit stepChanged();
}

QStringList LoadSessions::recent() const
{
    return m_settings.get(keys::RecentPlugins);
}

void LoadSessions::remember(const QString &path)
{
    QStringList paths = recent();
    paths.removeAll(path);
    paths.prepend(path);
    m_settings.set(keys::RecentPlugins, paths.mid(0, MaxRecent));
}

QFuture<std::optional<JobSpec>> LoadSessions::findBuild(const PluginFile &file) const
{
    const auto isOf = [path = file.path, name = file.name(), scn = file.scn()](const JobRecord &record) {
        // A plugin may have been moved since then, and there may be another one in its place.
        return record.state == JobState::Done && record.result.scn == scn &&
               (record.result.path == path || record.spec.name == name);
    };
    return m_engine.history().recent(RememberedBuilds).then([isOf](const QVector<JobRecord> &records) {
        const auto found = std::ranges::find_if(records, isOf);
        return found == records.end() ? std::nullopt : std::optional(found->spec);
    });
}

QVector<GoToolchain> LoadSessions::toolchains() const
{
    QVector<GoToolchain> usable = m_engine.machine().toolchains;
    usable.removeIf([](const GoToolchain &toolchain) {
        return !toolchain.isUsable() || toolchain.platform != Platform::thisMachine();
    });
    return usable;
}

/// Compiling a host takes a while; who has built a plugin will want to load it.
void LoadSessions::prepareInBackground()
{
    const BuildQueue &queue = m_engine.queue();
    for (int i = 0; i < queue.count(); ++i) {
        const BuildJob *job = queue.at(i);
        if (job->state() != JobState::Done || job->plan().target.platform != Platform::thisMachine())
            continue;
        const auto find = [path = job->result().path,
                           toolchains = m_engine.machine().toolchains]() -> std::pair<Result<GoToolchain>, HostFlags> {
            const auto file = readPluginFile(path);
            if (!file)
                return {file.error(), {}};
            return {toolchainFor(*file, toolchains), file->flags};
        };
        runInPool(this, find, [this](const std::pair<Result<GoToolchain>, HostFlags> &found) {
            if (found.first && !m_background.isBusy() && !m_isReading)
                m_background.build(*found.first, found.second, HostBuilder::Priority::Background);
        });
        return;
    }
}

} // namespace plugsmith
