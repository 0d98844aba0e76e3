// SPDX-License-Identifier: Apache-2.0
#include "session/hostprocess.h"

#include <QPointer>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype KeptErrorBytes = 64 << 10;
// More than a pipe holds; a program that a plugin left behind may write on for ever.
constexpr qsizetype DrainedBytes = 4 << 20;

} // namespace

HostProcess::HostProcess(QObject *parent)
    : QObject(parent)
{
    connect(&m_replies, &IncomingPipe::arrived, this, &HostProcess::onReplies);
    connect(&m_output, &IncomingPipe::arrived, this,
            [this](const QByteArray &bytes) { emit printed(Channel::Output, bytes); });
    connect(&m_errorOutput, &IncomingPipe::arrived, this, &HostProcess::onErrorOutput);
    connect(&m_process, &ChildProcess::finished, this, &HostProcess::onEnded);
}

HostProcess::~HostProcess()
{
    m_process.disconnect(this);
}

void HostProcess::start(ProcessSpec spec)
{
    spec.arguments += {QString::number(m_requests.farEnd()), QString::number(m_replies.farEnd())};
    spec.descriptors = {m_requests.farEnd(), m_replies.farEnd()};
    spec.standardOutput = m_output.farEnd();
    spec.standardError = m_errorOutput.farEnd();
    spec.mayDumpCore = false;
    m_isRunning = true;
    if (!m_requests.isOpen() || !m_replies.isOpen() || !m_output.isOpen() || !m_errorOutput.isOpen())
        return onEnded({ProcessEnd::Way::FailedToStart, -1, tr("No more files can be opened.")});
    m_process.start(spec);
    m_requests.closeFarEnd();
    m_replies.closeFarEnd();
    m_output.closeFarEnd();
    m_errorOutput.closeFarEnd();
}

qint64 HostProcess::ask(QJsonObject request, const QByteArray &content, const Answer &answer)
{
    const qint64 id = ++m_lastId;
    request.insert("id"_L1, id);
    m_waiting.insert(id, answer);
    m_requests.write(HostFrame{request, content}.toBytes());
    return id;
}

void HostProcess::quit()
{
    m_requests.close();
}

void HostProcess::kill()
{
    m_process.cancel();
}

void HostProcess::onReplies(const QByteArray &bytes)
{
    m_reader.feed(bytes);
    const QPointer<HostProcess> alive(this);
    while (alive) {
        const auto frame = m_reader.next();
        if (!frame)
            break;
        const Answer answer = m_waiting.take(frame->header.value("id"_L1).toInteger());
        if (!answer)
            continue;
        m_output.drain(DrainedBytes);
        m_errorOutput.drain(DrainedBytes);
        if (alive)
            answer(*frame);
    }
    if (alive && m_reader.hasFailed() && !m_end.brokeProtocol) {
        m_end.brokeProtocol = true;
        kill();
    }
}

void HostProcess::onErrorOutput(const QByteArray &bytes)
{
    m_end.errorOutput += bytes;
    if (m_end.errorOutput.size() > 2 * KeptErrorBytes)
        m_end.errorOutput = m_end.errorOutput.last(KeptErrorBytes);
    emit printed(Channel::ErrorOutput, bytes);
}

void HostProcess::onEnded(const ProcessEnd &end)
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    const QPointer<HostProcess> alive(this);
    for (IncomingPipe *pipe : {&m_replies, &m_output, &m_errorOutput}) {
        if (!alive)
            return;
        pipe->drain(pipe == &m_replies ? HostFrameReader::MaxContentBytes : DrainedBytes);
    }
    if (!alive)
        return;
    m_waiting.clear();
    m_requests.close();
    m_end.end = end;
    m_end.errorOutput = m_end.errorOutput.last(qMin(m_end.errorOutput.size(), KeptErrorBytes));
    emit ended(m_end);
}

} // namespace plugsmith
