// SPDX-License-Identifier: Apache-2.0
#include "gui/backgroundrun.h"

#include "gui/desktopnotifier.h"
#include "models/buildsession.h"

#include <QGuiApplication>
#include <QMenu>
#include <QSystemTrayIcon>
#include <QTimer>
#include <QWidget>

#include <utility>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int GraceMs = 5000; // for the desktop to take a notification

} // namespace

BackgroundRun::BackgroundRun(QWidget &window, BuildSession &session, DesktopNotifier &notifier, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_session(session)
    , m_notifier(notifier)
    , m_hasTray(&QSystemTrayIcon::isSystemTrayAvailable)
{
    // Queued: jobs that end may be followed by others, whose Go has just been fetched.
    connect(&session, &BuildSession::summaryChanged, this, &BackgroundRun::onChanged, Qt::QueuedConnection);
    connect(&session, &BuildSession::ended, this, &BackgroundRun::onChanged, Qt::QueuedConnection);
    connect(&notifier, &DesktopNotifier::settled, this, &BackgroundRun::quitIfTold);
    connect(&session.awaited(), &AwaitedToolchains::failed, this, [this](const GoVersion &, const Error &error) {
        m_hasFailed = m_hasFailed || error.code != ErrorCode::Cancelled;
    });
}

BackgroundRun::~BackgroundRun()
{
    if (isActive())
        QGuiApplication::setQuitOnLastWindowClosed(true);
}

void BackgroundRun::begin()
{
    if (isActive())
        return;
    m_isOver = false;
    m_hasFailed = false;
    m_menu = std::make_unique<QMenu>();
    m_menu->setObjectName(u"window.tray.menu"_s);
    m_menu->addAction(tr("&Show Plugsmith"), this, &BackgroundRun::end)->setObjectName(u"window.tray.show"_s);
    m_menu->addAction(tr("&Quit"), this, &BackgroundRun::quitRequested)->setObjectName(u"window.tray.quit"_s);
    m_icon = std::make_unique<QSystemTrayIcon>(m_window.windowIcon());
    m_icon->setObjectName(u"window.tray"_s);
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            end();
    });
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &BackgroundRun::end);
    refresh();
    m_icon->show();
    // A dialog that is closed from now on is not the last window of somebody who wants to leave.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    for (QWidget *child : m_window.findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (child->isWindow() && child->isVisible())
            child->close();
    }
    m_window.hide();
}

void BackgroundRun::end()
{
    leaveTray();
    if (m_window.isMinimized())
        m_window.showNormal();
    else
        m_window.show(); // as large as it was
    m_window.raise();
    m_window.activateWindow();
}

void BackgroundRun::leaveTray()
{
    m_quitsWhenTold = false;
    if (!isActive())
        return;
    m_icon->hide();
    m_icon.release()->deleteLater(); // one of them may be what the user has pressed
    m_menu.release()->deleteLater();
    QGuiApplication::setQuitOnLastWindowClosed(true);
}

void BackgroundRun::refresh()
{
    const BuildSummary summary = m_session.summary();
    m_icon->setToolTip(tr("Plugsmith: %1").arg(summary.title));
}

void BackgroundRun::onChanged()
{
    if (!isActive() || m_isOver)
        return;
    refresh();
    if (m_session.isBuilding())
        return;
    m_isOver = true;
    emit ended();
    if (!DesktopNotifier::isSupported())
        m_icon->showMessage(m_icon->toolTip(), {}, m_window.windowIcon());
    if (m_hasFailed || m_session.summary().failed > 0)
        return; // to be looked at
    m_quitsWhenTold = true;
    if (m_notifier.isBusy() || !DesktopNotifier::isSupported())
        QTimer::singleShot(GraceMs, this, &BackgroundRun::quitIfTold);
    else
        quitIfTold();
}

/// Unless the window was called back meanwhile.
void BackgroundRun::quitIfTold()
{
    if (std::exchange(m_quitsWhenTold, false))
        emit quitRequested();
}

} // namespace plugsmith
