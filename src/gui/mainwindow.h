// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/actions.h"

#include <QMainWindow>

class QStackedWidget;

namespace plugsmith {

struct JobRecord;
class BackgroundRun;
class BuildSession;
class DesktopNotifier;
class LoadSessions;
class MessageCard;
class Navigator;
class Settings;
class PluginsSession;
class SourceIntake;
class WindowMessages;
class WindowPages;

/// The frame: page bar, menus, pages, messages above them, and status bar.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(BuildSession &session, PluginsSession &plugins, LoadSessions &sessions, Settings &settings,
               QWidget *parent = nullptr);

    /// Where the sample source lies; empty if it was not installed.
    void setSamplePath(const QString &path);
    /// Paths and addresses, as from a command line.
    void openSources(const QStringList &words);
    /// What is kept until the next start.
    void saveState();
    Navigator &navigator() { return *m_navigator; }
    BackgroundRun &background() { return *m_background; }

signals:
    /// The window was painted for the first time: everything that takes time may begin.
    void firstPainted();
    /// Another language was chosen and stored; this window keeps its words.
    void languageChanged();
    /// The window was hidden while it built, and there is nothing left to do.
    void quitRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeFrame();
    void connectActions();
    void connectSession();
    void paste();
    void refresh();
    void offerInterrupted(const QVector<JobRecord> &records);
    void notifyEnd();
    void tellEnd();
    bool mayClose();
    void showJobs();
    void showSettings(const QString &page);
    void applySettings();

    BuildSession &m_session;
    Settings &m_settings;
    Actions m_actions;
    QStackedWidget *m_stack;
    MessageCard *m_card;
    WindowMessages *m_messages;
    SourceIntake *m_intake;
    Navigator *m_navigator;
    WindowPages *m_pages;
    DesktopNotifier *m_notifier;
    BackgroundRun *m_background;
    QString m_samplePath;
    QString m_language; // of this window
    bool m_wasPainted = false;
    bool m_mayQuit = false;
};

} // namespace plugsmith
