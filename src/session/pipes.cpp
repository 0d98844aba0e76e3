// SPDX-License-Identifier: Apache-2.0
#include "session/pipes.h"

#include <QPointer>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace plugsmith {
namespace {

constexpr int PipeBytes = 1 << 20;        // fewer turns for large values
constexpr qsizetype ChunkBytes = 1 << 18; // what is read before other events have their turn

bool makePipe(int *readEnd, int *writeEnd)
{
    int ends[2];
#ifdef Q_OS_LINUX
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return false;
    ::fcntl(ends[0], F_SETPIPE_SZ, PipeBytes); // where it is refused, the usual size does
#else
    if (::pipe(ends) != 0)
        return false;
    for (const int end : ends)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
#endif
    *readEnd = ends[0];
    *writeEnd = ends[1];
    return true;
}

void closeDescriptor(int *descriptor)
{
    if (*descriptor >= 0)
        ::close(*descriptor);
    *descriptor = -1;
}

void doNotWait(int descriptor)
{
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
}

/// Writing into a pipe that nobody reads must be an error, not the end of this program.
void ignoreBrokenPipes()
{
    [[maybe_unused]] static const auto previous = std::signal(SIGPIPE, SIG_IGN);
}

} // namespace

IncomingPipe::IncomingPipe(QObject *parent)
    : QObject(parent)
{
    if (!makePipe(&m_near, &m_far))
        return;
    doNotWait(m_near);
    m_notifier = new QSocketNotifier(m_near, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] { drain(ChunkBytes); });
}

IncomingPipe::~IncomingPipe()
{
    closeNearEnd();
    closeDescriptor(&m_far);
}

void IncomingPipe::closeFarEnd()
{
    closeDescriptor(&m_far);
}

void IncomingPipe::closeNearEnd()
{
    if (m_notifier)
        m_notifier->setEnabled(false);
    closeDescriptor(&m_near);
}

void IncomingPipe::drain(qsizetype most)
{
    const QPointer<IncomingPipe> alive(this);
    for (qsizetype total = 0; total < most && m_near >= 0;) {
        QByteArray bytes(ChunkBytes, Qt::Uninitialized);
        const ssize_t count = ::read(m_near, bytes.data(), static_cast<size_t>(bytes.size()));
        if (count > 0) {
            bytes.truncate(count);
            total += count;
            emit arrived(bytes);
            if (!alive)
                return;
        } else if (count < 0 && (errno == EAGAIN || errno == EINTR)) {
            return;
        } else {
            closeNearEnd();
            emit ended();
            return;
        }
    }
}

OutgoingPipe::OutgoingPipe(QObject *parent)
    : QObject(parent)
{
    ignoreBrokenPipes();
    if (!makePipe(&m_far, &m_near))
        return;
    doNotWait(m_near);
    m_notifier = new QSocketNotifier(m_near, QSocketNotifier::Write, this);
    m_notifier->setEnabled(false);
    connect(m_notifier, &QSocketNotifier::activated, this, &OutgoingPipe::flush);
}

OutgoingPipe::~OutgoingPipe()
{
    close();
    closeDescriptor(&m_far);
}

void OutgoingPipe::closeFarEnd()
{
    closeDescriptor(&m_far);
}

void OutgoingPipe::close()
{
    if (m_notifier)
        m_notifier->setEnabled(false);
    closeDescriptor(&m_near);
    m_waiting.clear();
    m_written = 0;
}

void OutgoingPipe::write(const QByteArray &bytes)
{
    if (m_near < 0 || bytes.isEmpty())
        return;
    m_waiting.push_back(bytes);
    if (!m_notifier->isEnabled())
        flush();
}

void OutgoingPipe::flush()
{
    qsizetype total = 0;
    while (!m_waiting.empty() && total < qsizetype(4) * PipeBytes) {
        const QByteArray &first = m_waiting.front();
        const ssize_t count =
            ::write(m_near, first.constData() + m_written, static_cast<size_t>(first.size() - m_written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && errno != EAGAIN)
            return close(); // the reader is gone; its end says so elsewhere
        if (count < 0)
            break;
        total += count;
        m_written += count;
        if (m_written == first.size()) {
            m_waiting.pop_front();
            m_written = 0;
        }
    }
    m_notifier->setEnabled(!m_waiting.empty());
}

} // namespace plugsmith
