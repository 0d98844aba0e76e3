// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/childprocess.h"
#include "session/hostframe.h"
#include "session/pipes.h"

#include <QHash>

#include <functional>
#include <memory>

namespace plugsmith {

/// How the host process ended, with what it last said.
struct HostEnd
{
    ProcessEnd end;
    QByteArray errorOutput; ///< the last 64 KB
    bool brokeProtocol = false;
};

/// A running plugin host: asks, and delivers answers and what plugins print. One run per object. Lives in one thread
/// with an event loop; destroying it ends the process and everything that it started.
class HostProcess : public QObject
{
    Q_OBJECT

public:
    enum class Channel { Output, ErrorOutput };
    using Answer = std::function<void(const HostFrame &)>;

    explicit HostProcess(QObject *parent = nullptr);
    ~HostProcess() override;

    /// The numbers of its pipes are added to the arguments. ended() may come from within.
    void start(ProcessSpec spec);
    bool isRunning() const { return m_isRunning; }
    qint64 processId() const { return m_process.processId(); }

    /// Asks; `answer` gets the one reply, or nothing when the process ends before that. What plugins printed before
    /// they replied was delivered by then. Returns the id of the request.
    qint64 ask(QJsonObject request, const QByteArray &content, const Answer &answer);
    /// Lets the process end by itself; one that does not must be killed.
    void quit();
    void kill();

signals:
    void printed(plugsmith::HostProcess::Channel channel, const QByteArray &bytes);
    /// Once, after all output was delivered.
    void ended(const plugsmith::HostEnd &end);

private:
    void onReplies(const QByteArray &bytes);
    void onErrorOutput(const QByteArray &bytes);
    void onEnded(const ProcessEnd &end);

    ChildProcess m_process;
    OutgoingPipe m_requests;
    IncomingPipe m_replies;
    IncomingPipe m_output;
    IncomingPipe m_errorOutput;
    HostFrameReader m_reader;
    QHash<qint64, Answer> m_waiting;
    qint64 m_lastId = 0;
    HostEnd m_end;
    bool m_isRunning = false;
};

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::HostEnd)
