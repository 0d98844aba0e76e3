// SPDX-License-Identifier: Apache-2.0
#include "models/loadsession.h"

#include "models/buildtext.h"

#include <QFileInfo>
#include <QPointer>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int ShownValueBytes = 4096;
constexpr qsizetype ShownValueLength = 80;
constexpr qsizetype KeptOutput = 64 << 10;

} // namespace

LoadSession::LoadSession(int id, const SessionSetup &setup, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_session(setup)
    , m_generations(m_session)
{
    connectSession();
}

void LoadSession::connectSession()
{
    connect(&m_session, &Session::generationAdded, this, &LoadSession::changed);
    connect(&m_session, &Session::generationChanged, this, &LoadSession::onGenerationChanged);
    connect(&m_session, &Session::memorySampled, this, &LoadSession::onMemory);
    connect(&m_session, &Session::callFinished, this, &LoadSession::onCallFinished);
    connect(&m_session, &Session::stateChanged, this, &LoadSession::onStateChanged);
    connect(&m_session, &Session::callOverdue, this, [this](qint64 id, const Whereabouts &where) {
        const CallModel::Call *call = m_calls.find(id);
        if (!call)
            return;
        const double seconds = static_cast<double>(call->request.limit.count()) / 1000;
        setNotice({SessionNotice::Kind::CallOverdue,
                   {ErrorCode::TimedOut, tr("%1 did not return within %2 s").arg(call->request.symbol).arg(seconds),
                    where.words(), where.stack},
                   0,
                   id});
    });
    connect(&m_session, &Session::loadOverdue, this, [this](int number, const Whereabouts &where) {
        setNotice({SessionNotice::Kind::LoadOverdue,
                   {ErrorCode::TimedOut, tr("Loading %1 did not finish").arg(m_session.generation(number)->name()),
                    tr("An init function has been running for 10 s.") + u' ' + where.words(), where.stack},
                   number,
                   0});
    });
    connect(&m_session, &Session::endedUnexpectedly, this, [this](const EndReason &reason) {
        setNotice({SessionNotice::Kind::Ended, reason.words, 0, 0});
    });
    connect(&m_session, &Session::valueArrived, this, &LoadSession::onValue);
    connect(&m_session, &Session::valueFailed, this, &LoadSession::onValueFailed);
    connect(&m_session, &Session::printed, this, [this](HostProcess::Channel, const QByteArray &bytes) {
        if (!m_running.isEmpty())
            return; // it belongs to a call
        m_output += bytes;
        m_output.remove(0, qMax(qsizetype(0), m_output.size() - KeptOutput));
    });
}

QStringList LoadSession::plugins() const
{
    QStringList names;
    for (const Generation &generation : m_session.generations()) {
        if (generation.state != Generation::State::NotLoaded && !names.contains(generation.name()))
            names += generation.name();
    }
    return names;
}

QString LoadSession::title() const
{
    QString text = tr("Go %1").arg(m_session.setup().host.toolchain.version.toString());
    const QStringList names = plugins();
    return names.isEmpty() ? text : text + u" · "_s + names.join(u", "_s);
}

QString LoadSession::stateText() const
{
    switch (m_session.state()) {
    case Session::State::Starting:
        return tr("Starting");
    case Session::State::NotAnswering:
        return tr("Not answering");
    case Session::State::Ended:
        return tr("Ended");
    case Session::State::Running:
        break;
    }
    const qint64 minutes = m_sinceStart.isValid() ? m_sinceStart.elapsed() / 60'000 : 0;
    return minutes == 0 ? tr("Running") : tr("Running %n min", nullptr, static_cast<int>(minutes));
}

QVector<int> LoadSession::replaced() const
{
    QVector<int> numbers;
    for (const Generation &generation : m_session.generations()) {
        if (generation.state == Generation::State::Replaced)
            numbers += generation.number;
    }
    return numbers;
}

qint64 LoadSession::replacedBytes() const
{
    qint64 bytes = 0;
    for (const int number : replaced())
        bytes += m_generations.memoryOf(number);
    return bytes;
}

void LoadSession::show(int generation)
{
    const Generation *chosen = m_session.generation(generation);
    m_shown = chosen ? generation : 0;
    m_symbols.setSymbols(chosen && chosen->isInMemory() ? chosen->symbols : QVector<SessionSymbol>());
    readValues();
    emit shownChanged();
}

void LoadSession::load(const PluginFile &file)
{
    if (m_notice.kind == SessionNotice::Kind::NotLoaded)
        dismissNotice();
    if (m_folder.isEmpty())
        m_folder = QFileInfo(file.path).path();
    m_session.load(file);
    if (m_session.state() == Session::State::Ended)
        m_session.restart();
}

void LoadSession::restart()
{
    dismissNotice();
    m_session.restart();
}

void LoadSession::setSandboxed(bool on)
{
    m_isSandboxChosen = true;
    m_session.setSandboxed(on);
    restart();
    emit changed();
}

qint64 LoadSession::call(const QString &symbol, const QByteArray &arguments, std::chrono::milliseconds limit)
{
    CallRequest request;
    request.generation = m_shown;
    request.symbol = symbol;
    request.arguments = arguments;
    request.limit = limit;
    const qint64 id = m_session.call(request);
    m_running += id;
    m_calls.add(id, request);
    emit callChanged(id);
    return id;
}

qint64 LoadSession::access(const QString &variable, const QByteArray &value)
{
    CallRequest request;
    request.generation = m_shown;
    request.symbol = variable;
    request.arguments = value;
    const qint64 id = value.isEmpty() ? m_session.readValue(request) : m_session.writeValue(request, value);
    m_running += id;
    m_calls.add(id, request, value.isEmpty() ? CallModel::Kind::Read : CallModel::Kind::Set);
    emit callChanged(id);
    return id;
}

/// A value that somebody asked for, or one for the list of symbols.
void LoadSession::onValue(qint64 id, const QString &type, const QByteArray &json)
{
    if (const CallModel::Call *call = m_calls.find(id)) {
        CallOutcome outcome;
        outcome.id = id;
        outcome.request = call->request;
        outcome.json = '[' + json + ']';
        outcome.results = {{type, false, {}, {}, 0}};
        onCallFinished(outcome);
        return readValues();
    }
    const QString text = QString::fromUtf8(json.left(4 * ShownValueLength)).simplified();
    m_symbols.setValue(m_reads.take(id), text.size() > ShownValueLength ? text.first(ShownValueLength) + u'…' : text);
}

void LoadSession::onValueFailed(qint64 id, const Error &problem)
{
    if (const CallModel::Call *call = m_calls.find(id)) {
        CallOutcome outcome;
        outcome.id = id;
        outcome.request = call->request;
        outcome.kind =
            m_session.state() == Session::State::Ended ? CallOutcome::Kind::Lost : CallOutcome::Kind::Refused;
        outcome.problem = problem;
        return onCallFinished(outcome);
    }
    const QString name = m_reads.take(id);
    if (problem.code == ErrorCode::TooLarge)
        m_symbols.setValue(name, tr("a long value"));
}

void LoadSession::readValues()
{
    const Generation *generation = shownGeneration();
    if (!generation || !generation->isInMemory() || m_session.state() != Session::State::Running)
        return;
    m_reads.clear(); // late answers to earlier questions
    for (const QString &name : m_symbols.variables()) {
        CallRequest what;
        what.generation = m_shown;
        what.symbol = name;
        m_reads.insert(m_session.readValue(what, ShownValueBytes), name);
    }
}

QByteArray LoadSession::draft(const QString &symbol) const
{
    if (const auto found = m_drafts.constFind(symbol); found != m_drafts.cend())
        return *found;
    const SessionSymbol *known = m_symbols.symbolAt(m_symbols.rowOf(symbol));
    return known ? known->zeroArguments() : QByteArray("[]");
}

QString LoadSession::followedFolder() const
{
    return m_folder;
}

void LoadSession::follow(const QString &folder)
{
    m_folder = folder;
    if (m_isFollowing)
        setFollowing(true);
    emit changed();
}

void LoadSession::setFollowing(bool on)
{
    m_isFollowing = on && !m_folder.isEmpty();
    m_follower.reset();
    if (m_isFollowing) {
        m_follower = std::make_unique<FolderFollower>();
        connect(m_follower.get(), &FolderFollower::pluginsReady, this, &LoadSession::onNewer);
        m_follower->follow(m_folder);
    }
    emit changed();
}

/// Only what can take over is loaded: others in the folder are none of this session's business.
void LoadSession::onNewer(const QVector<PluginFile> &files)
{
    QMap<QString, const PluginFile *> newest;
    const ManagerState state = m_session.managerState();
    for (const PluginFile &file : files) {
        if (state.loaded.contains(file.name()) && judge(file.candidate, state).fits())
            newest.insert(file.name(), &file); // they come by ascending SCN
    }
    for (const PluginFile *file : std::as_const(newest))
        m_byThemselves += m_session.load(*file);
}

void LoadSession::onGenerationChanged(int number)
{
    const Generation &generation = *m_session.generation(number);
    const bool isShown = number == m_shown;
    switch (generation.state) {
    case Generation::State::Opening:
        m_measured = 0;
        m_before = m_memory.current();
        break;
    case Generation::State::Answers: {
        if (m_notice.kind == SessionNotice::Kind::LoadOverdue)
            dismissNotice();
        m_measured = number;
        const Generation *before = shownGeneration();
        // Who looks at an older build on purpose goes on doing so.
        if (!before || before->name() == generation.name() || !before->isInMemory())
            show(number);
        if (m_byThemselves.remove(number)) {
            emit said(tr("Generation %1 of %2 is loaded").arg(number).arg(generation.name()));
            emit loadedByItself(number);
        }
        emit loadEnded(number);
        break;
    }
    case Generation::State::NotLoaded:
        m_byThemselves.remove(number);
        setNotice({SessionNotice::Kind::NotLoaded, generation.problem, number, 0});
        emit loadEnded(number);
        break;
    case Generation::State::Ended:
    case Generation::State::Replaced:
        break;
    }
    if (isShown && !generation.isInMemory() && generation.state != Generation::State::Ended)
        show(m_shown);
    emit changed();
}

void LoadSession::onMemory(const MemorySample &sample)
{
    m_memory.add(sample);
    if (const int number = std::exchange(m_measured, 0); number != 0) {
        m_generations.setMemory(number, qMax(qint64(0), sample.residentBytes - m_before));
        m_memory.mark(number, sample.secondsSinceEpoch);
    }
    emit changed();
}

void LoadSession::onCallFinished(const CallOutcome &outcome)
{
    m_running.removeAll(outcome.id);
    m_calls.finish(outcome);
    if (m_notice.kind == SessionNotice::Kind::CallOverdue && m_notice.call == outcome.id)
        dismissNotice();
    emit callChanged(outcome.id);
}

void LoadSession::onStateChanged(Session::State state)
{
    if (state == Session::State::Running && m_notice.kind == SessionNotice::Kind::NotAnswering)
        dismissNotice();
    if (state == Session::State::Starting) {
        m_sinceStart.start();
        if (m_notice.kind == SessionNotice::Kind::Ended)
            dismissNotice();
    }
    if (state == Session::State::NotAnswering) {
        setNotice({SessionNotice::Kind::NotAnswering,
                   {ErrorCode::TimedOut,
                    tr("The session does not answer"),
                    tr("The plugin keeps its process from doing anything."),
                    {}},
                   0,
                   0});
    }
    emit changed();
}

void LoadSession::setNotice(const SessionNotice &notice)
{
    m_notice = notice;
    emit noticeChanged();
}

} // namespace plugsmith
