// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/actions.h"

#include <QMainWindow>

class QStackedWidget;

namespace plugsmith {

struct Error;
struct JobRecord;
class BuildPage;
class BuildSession;
class MessageCard;
class NavButton;
class Settings;

/// The frame: page bar, menus, pages, and status bar.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(BuildSession &session, Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Where the sample source lies; empty if it was not installed.
    void setSamplePath(const QString &path);

signals:
    /// The window was painted for the first time: everything that takes time may begin.
    void firstPainted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makePageBar();
    void connectActions();
    void openWithDialog(bool folder);
    void refresh();
    void offerInterrupted(const QVector<JobRecord> &records);
    void showProblem(const Error &error);
    void askBeforeQuitting();
    void showAbout();

    BuildSession &m_session;
    Settings &m_settings;
    Actions m_actions;
    QStackedWidget *m_pages;
    BuildPage *m_buildPage;
    MessageCard *m_message;
    NavButton *m_buildButton = nullptr;
    QString m_samplePath;
    bool m_wasPainted = false;
    bool m_mayQuit = false;
};

} // namespace plugsmith
