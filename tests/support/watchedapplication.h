// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>
#include <QElapsedTimer>

#include <ctime>

namespace plugsmith::test {

/// Measures how long each event keeps the window's thread: meanwhile no paint, click or key is answered.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        const QByteArray name = receiver->metaObject()->className(); // it may be gone afterwards
        const auto type = event->type();
        QElapsedTimer clock;
        clock.start();
        const double before = processorMilliseconds();
        const bool result = QApplication::notify(receiver, event);
        const double milliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        const double work = processorMilliseconds() - before;
        --m_depth;
        ++m_events;
        m_over += milliseconds > 16 ? 1 : 0;
        m_longest = qMax(m_longest, milliseconds);
        if (work > m_longestWork) {
            m_longestWork = work;
            m_worst = name + ", event " + QByteArray::number(type);
        }
        return result;
    }
    void restart()
    {
        m_longest = m_longestWork = 0;
        m_events = m_over = 0;
    }
    double longest() const { return m_longest; }
    double longestWork() const { return m_longestWork; } ///< of this thread alone, however busy the machine is
    QByteArray worst() const { return m_worst; }         ///< the event with the most work
    int events() const { return m_events; }
    int eventsOver16() const { return m_over; }

private:
    static double processorMilliseconds()
    {
        timespec time = {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    QByteArray m_worst;
    double m_longest = 0;
    double m_longestWork = 0;
    int m_depth = 0;
    int m_events = 0;
    int m_over = 0;
};

} // namespace plugsmith::test
