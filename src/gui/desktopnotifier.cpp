// SPDX-License-Identifier: Apache-2.0
#include "gui/desktopnotifier.h"

#ifdef PLUGSMITH_HAS_DBUS
#include "base/deliver.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFile>
#endif

#include <cmath>

namespace plugsmith {

using namespace Qt::StringLiterals;

#ifdef PLUGSMITH_HAS_DBUS

namespace {

constexpr auto Service = "org.freedesktop.Notifications"_L1;
constexpr auto Path = "/org/freedesktop/Notifications"_L1;
constexpr auto BusName = "plugsmith-desktop"_L1;
constexpr double ProgressStep = 0.01;

/// Where the session bus listens. Without an address libdbus would start a bus of its own, and wait for it.
QString sessionAddress()
{
    const QString address = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    const QString socket = qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s;
    return !address.isEmpty() ? address : QFile::exists(socket) ? u"unix:path="_s + socket : QString();
}

QDBusConnection bus()
{
    return QDBusConnection(BusName);
}

} // namespace

DesktopNotifier::DesktopNotifier(QString address, QObject *parent)
    : QObject(parent)
    , m_address(address.isEmpty() ? sessionAddress() : std::move(address))
{
}

DesktopNotifier::~DesktopNotifier()
{
    if (m_state == State::Connected)
        QDBusConnection::disconnectFromBus(BusName);
}

void DesktopNotifier::notify(const QString &title, const QString &text)
{
    m_title = title;
    m_text = text;
    send();
}

void DesktopNotifier::setProgress(double progress)
{
    m_progress = progress;
    const bool isStep = std::abs(progress - m_sentProgress) >= ProgressStep || (progress < 0) != (m_sentProgress < 0);
    if (isStep)
        send();
}

bool DesktopNotifier::isSupported()
{
    return true;
}

bool DesktopNotifier::isBusy() const
{
    return m_pending > 0 || (m_state != State::Failed && !m_title.isEmpty());
}

/// Saying hello to the bus waits for its answer, so that it is done in the pool.
void DesktopNotifier::connectToBus()
{
    m_state = State::Connecting;
    runInPool(
        this,
        [address = m_address] {
            return !address.isEmpty() && QDBusConnection::connectToBus(address, BusName).isConnected();
        },
        [this](bool isConnected) {
            m_state = isConnected ? State::Connected : State::Failed;
            if (!isConnected) {
                m_title.clear();
                emit settled();
                return;
            }
            bus().connect(Service, Path, Service, u"ActionInvoked"_s, this, SLOT(onActionInvoked(uint, QString)));
            bus().connect(Service, Path, Service, u"NotificationClosed"_s, this, SLOT(onClosed(uint)));
            send();
        });
}

void DesktopNotifier::send()
{
    if (m_state == State::Unconnected)
        connectToBus();
    if (m_state != State::Connected)
        return;
    if (!m_title.isEmpty()) {
        QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Service, u"Notify"_s);
        call.setArguments({u"Plugsmith"_s, m_id, u"plugsmith"_s, m_title, m_text,
                           QStringList{u"default"_s, tr("Show"), u"show"_s, tr("Show")},
                           QVariantMap{{u"desktop-entry"_s, u"plugsmith"_s}}, -1});
        m_title.clear();
        auto *watcher = new QDBusPendingCallWatcher(bus().asyncCall(call), this);
        ++m_pending;
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
            watcher->deleteLater();
            --m_pending;
            if (const QDBusPendingReply<uint> reply = *watcher; !reply.isError())
                m_id = reply.value();
            if (!isBusy())
                emit settled();
        });
    }
    if (m_progress != m_sentProgress) {
        m_sentProgress = m_progress;
        QDBusMessage signal = QDBusMessage::createSignal(u"/com/canonical/unity/launcherentry/plugsmith"_s,
                                                         u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
        signal.setArguments(
            {u"application://plugsmith.desktop"_s,
             QVariantMap{{u"progress"_s, qMax(0.0, m_progress)}, {u"progress-visible"_s, m_progress >= 0}}});
        bus().send(signal);
    }
}

void DesktopNotifier::onActionInvoked(uint id, const QString &)
{
    if (id == m_id && id != 0)
        emit showRequested();
}

void DesktopNotifier::onClosed(uint id)
{
    if (id == m_id)
        m_id = 0;
}

#else

DesktopNotifier::DesktopNotifier(QString, QObject *parent)
    : QObject(parent)
{
}
DesktopNotifier::~DesktopNotifier() = default;
void DesktopNotifier::notify(const QString &, const QString &) {}
void DesktopNotifier::setProgress(double) {}
bool DesktopNotifier::isSupported()
{
    return false;
}
bool DesktopNotifier::isBusy() const
{
    return false;
}

#endif

} // namespace plugsmith
