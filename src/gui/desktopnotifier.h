// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QVariantMap>

namespace plugsmith {

/// Speaks to the desktop outside the window: a notification, and progress on the icon in the task bar. Over D-Bus where
/// the program was built with it and a session bus is there; else nothing happens. GUI thread, never blocks it.
class DesktopNotifier : public QObject
{
    Q_OBJECT

public:
    /// `address` of the bus; empty: the session's. Tests give their own.
    explicit DesktopNotifier(QString address = {}, QObject *parent = nullptr);
    ~DesktopNotifier() override;

    /// Replaces the one before, if that is still there: one per group of events.
    void notify(const QString &title, const QString &text);
    /// 0 to 1; less than 0 takes the bar away.
    void setProgress(double progress);
    /// Whether this build of the program can speak to the desktop.
    static bool isSupported();
    /// Whether a notification is on its way; settled() follows.
    bool isBusy() const;

signals:
    /// The last notification was taken by the desktop, or there is nobody to take it.
    void settled();
    /// Somebody pressed Show in the notification, or the notification itself.
    void showRequested();

private:
#ifdef PLUGSMITH_HAS_DBUS
    void connectToBus();
    void send();

private slots:
    void onActionInvoked(uint id, const QString &action);
    void onClosed(uint id);

private:
#endif
    QString m_address;
    QString m_title; // waiting to be sent
    QString m_text;
    double m_progress = -1;
    double m_sentProgress = -1;
    int m_pending = 0; // notifications without an answer
    uint m_id = 0;     // of the notification that is shown
    enum class State { Unconnected, Connecting, Connected, Failed } m_state = State::Unconnected;
};

} // namespace plugsmith
