// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>

#include <deque>

class QSocketNotifier;

namespace plugsmith {

/// A pipe that a child writes into and this program reads. The child gets farEnd(); closeFarEnd() after it was started,
/// or the end of its output is never seen. Lives in one thread with an event loop and never waits.
class IncomingPipe : public QObject
{
    Q_OBJECT

public:
    explicit IncomingPipe(QObject *parent = nullptr);
    ~IncomingPipe() override;

    bool isOpen() const { return m_near >= 0; }
    int farEnd() const { return m_far; }
    void closeFarEnd();
    /// Delivers what is there at this moment, without waiting for the event loop, up to about `most` bytes.
    void drain(qsizetype most);

signals:
    void arrived(const QByteArray &bytes);
    void ended();

private:
    void closeNearEnd();

    int m_near = -1;
    int m_far = -1;
    QSocketNotifier *m_notifier = nullptr;
};

/// A pipe that this program writes into. What the child does not take yet is kept and written when it does.
class OutgoingPipe : public QObject
{
    Q_OBJECT

public:
    explicit OutgoingPipe(QObject *parent = nullptr);
    ~OutgoingPipe() override;

    bool isOpen() const { return m_near >= 0; }
    int farEnd() const { return m_far; }
    void closeFarEnd();
    void write(const QByteArray &bytes);
    void close();

private:
    void flush();

    int m_near = -1;
    int m_far = -1;
    QSocketNotifier *m_notifier = nullptr;
    std::deque<QByteArray> m_waiting;
    qsizetype m_written = 0; // of the first one
};

} // namespace plugsmith
