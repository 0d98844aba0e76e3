// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>
#include <memory>

class QMenu;
class QSystemTrayIcon;
class QWidget;

namespace plugsmith {

class BuildSession;
class DesktopNotifier;

/// Builds that go on after their window was closed: the window is hidden, and an icon in the desktop's tray stands for
/// it until it is shown again or the program ends. With the last build the program ends, too; but if something failed,
/// the icon stays, so that one can look at it. GUI thread.
class BackgroundRun : public QObject
{
    Q_OBJECT

public:
    BackgroundRun(QWidget &window, BuildSession &session, DesktopNotifier &notifier, QObject *parent);
    ~BackgroundRun() override;

    /// Whether the desktop has a tray, now.
    bool isPossible() const { return m_hasTray(); }
    bool isActive() const { return m_icon != nullptr; }
    /// Hides the window. Only if isPossible().
    void begin();
    /// Brings the window back; harmless if it is there.
    void end();

    /// Tests have trays of their own.
    void setTray(std::function<bool()> hasTray) { m_hasTray = std::move(hasTray); }
    /// Of the icon; nullptr if there is none.
    QMenu *menu() const { return m_menu.get(); }

signals:
    /// The last build has ended while the window was hidden: to be told.
    void ended();
    /// Everything was built and told, or the user has had enough.
    void quitRequested();

private:
    void refresh();
    void leaveTray();
    void onChanged();
    void quitIfTold();

    QWidget &m_window;
    BuildSession &m_session;
    DesktopNotifier &m_notifier;
    std::function<bool()> m_hasTray;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon; // while the window is hidden
    bool m_isOver = false;                   // nothing is built any more
    bool m_hasFailed = false;                // a version of Go was not fetched
    bool m_quitsWhenTold = false;
};

} // namespace plugsmith
