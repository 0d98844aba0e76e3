// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/endwords.h"
#include "session/hostbuilder.h"
#include "session/linkcheck.h"
#include "session/sessionfolder.h"
#include "session/sessiontypes.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace plugsmith {

/// How a session is run. A value.
struct SessionSetup
{
    HostProgram host;
    Scn initialScn; ///< see ManagerState
    bool isSandboxed = false;
    QString sandboxProgram; ///< of sandboxProgram()
    qint64 memoryLimit = 0; ///< bytes; 0: none
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
};

/// One process with plugins in it: loads, calls, gives the memory back by starting again. Nothing that a plugin does
/// reaches this program. Loads happen one after the other, calls beside each other. All times are milliseconds unless a
/// name says otherwise. Lives in one thread with an event loop and never blocks it.
class Session : public QObject
{
    Q_OBJECT

public:
    enum class State { Starting, Running, NotAnswering, Ended };

    explicit Session(SessionSetup setup, QObject *parent = nullptr);
    ~Session() override;

    /// What load() was called with before is loaded soonest.
    void start();
    /// Ends the process; ended() follows.
    void stop();
    /// Ends the process, starts a new one and loads what answers calls again.
    void restart();

    State state() const { return m_state; }
    const SessionSetup &setup() const { return m_setup; }
    qint64 processId() const { return m_processId; }
    /// Changes what later loads are measured against.
    void setInitialScn(const Scn &scn) { m_setup.initialScn = scn; }
    /// Counts from the next start on.
    void setSandboxed(bool on) { m_setup.isSandboxed = on; }
    ManagerState managerState() const;

    /// Puts a plugin into the queue of loads, and returns the number of its generation. It is refused by the manager's
    /// rules and the comparison of link hashes before anything of it runs.
    int load(const PluginFile &file);
    const QVector<Generation> &generations() const { return m_generations; }
    const Generation *generation(int number) const;
    /// The one that answers for a plugin; for an empty name, that of the only plugin.
    const Generation *answering(const QString &name) const;
    /// Lets an older (or newer) generation in memory answer the calls by its plugin's name.
    bool makeAnswer(int number);

    /// callFinished() follows, never from within, exactly once for each id.
    qint64 call(const CallRequest &request);
    /// Cancels the context of a call; one that does not look at it goes on.
    void cancelCall(qint64 id);
    int runningCalls() const { return static_cast<int>(m_calls.size()); }
    /// Reads a variable, field or handle; valueArrived() follows. `limit`: bytes of JSON, 0 for any number.
    qint64 readValue(const CallRequest &what, int limit = 0);
    qint64 writeValue(const CallRequest &what, const QByteArray &json);

    /// After which time loadOverdue() speaks, and a host counts as not answering; 10 s and 2 s unless set.
    void setOverdueTimes(int loadMs, int answerMs);

signals:
    void stateChanged(plugsmith::Session::State state);
    void generationAdded(int number);
    void generationChanged(int number);
    void callFinished(const plugsmith::CallOutcome &outcome);
    /// A call is past its time limit and still runs.
    void callOverdue(qint64 id, const plugsmith::Whereabouts &where);
    void loadOverdue(int number, const plugsmith::Whereabouts &where);
    void valueArrived(qint64 id, const QString &type, const QByteArray &json);
    void valueFailed(qint64 id, const plugsmith::Error &problem);
    void printed(plugsmith::HostProcess::Channel channel, const QByteArray &bytes);
    void memorySampled(const plugsmith::MemorySample &sample);
    /// The process ended and nobody asked for it: the words say why.
    void endedUnexpectedly(const plugsmith::EndReason &reason);
    /// It ended because it was asked to.
    void stopped();
    /// A new process runs, after restart() or a load that failed; what answered is being loaded again.
    void restarted();

private:
    struct RunningCall
    {
        CallOutcome outcome;
        qint64 hostId = 0;
        std::unique_ptr<QTimer> overdue;
    };
    enum class Then { Report, Stop, Restart }; // what follows upon the end of the process

    void startProcess();
    void onHello(const HostFrame &reply);
    void onEnded(const HostEnd &end);
    void onPrinted(HostProcess::Channel channel, const QByteArray &bytes);
    void setState(State state);
    void sampleMemory();
    void heardFromHost();

    void loadNext();
    Result<void> admit(const PluginFile &file) const;
    void open();
    void onOpened(int number, const HostFrame &reply);
    void refuseLoad(int number, const Error &problem);
    void refuseQueued(const Error &problem);
    void copyAndOpen(int number);
    void forgetCopy(int number);
    void settleGenerations();
    void askWhere(qint64 hostId, std::function<void(const Whereabouts &)> use);
    Generation *find(int number);

    Result<QJsonObject> target(const CallRequest &request, const QString &action) const;
    void finishCall(qint64 id, const std::function<void(CallOutcome *)> &fill);
    void finishSoon(CallOutcome outcome);
    void onOverdue(qint64 id);
    qint64 exchangeValue(const CallRequest &what, const QString &action, QJsonObject more, const QByteArray &json);
    void failValue(qint64 id, const Error &problem);
    void loseCalls(const Error &problem);

    SessionSetup m_setup;
    std::shared_ptr<SessionFolder> m_folder; // with whoever still writes into it
    std::unique_ptr<HostProcess> m_host;
    State m_state = State::Ended;
    Then m_then = Then::Report;
    qint64 m_processId = 0;
    bool m_isWrapped = false; // the process runs in the sandbox
    LinkScope m_scope;

    QVector<Generation> m_generations;
    QVector<int> m_queue; // generations to load
    int m_opening = 0;    // the one that is being loaded; 0: none
    bool m_isCopied = false;
    QVector<int> m_reloads;
    QHash<int, QString> m_copies; // private files of what is in memory or will be again, by generation
    qint64 m_openHostId = 0;

    std::map<qint64, RunningCall> m_calls;
    QSet<qint64> m_reads; // values asked for
    qint64 m_lastCall = 0;

    QTimer m_memoryTimer;
    QTimer m_loadTimer;
    QTimer m_answerTimer;
    QTimer m_stopTimer;
};

} // namespace plugsmith
