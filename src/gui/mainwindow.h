// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/actions.h"

#include <QMainWindow>

class QLabel;
class QStackedWidget;

namespace plugsmith {

struct Error;
struct JobRecord;
class BuildPage;
class BuildSession;
class DropOverlay;
class MessageCard;
class NavButton;
class Settings;

/// The frame: page bar, menus, pages, status bar, and the drop of sources anywhere on it.
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
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makePageBar();
    void makeStatusBar();
    void connectActions();
    void openWithDialog(bool folder);
    void refresh();
    void refreshStatus();
    void offerInterrupted(const QVector<JobRecord> &records);
    void showProblem(const Error &error);
    void placeOverlay();
    void askBeforeQuitting();
    void showAbout();

    BuildSession &m_session;
    Settings &m_settings;
    Actions m_actions;
    QStackedWidget *m_pages;
    BuildPage *m_buildPage;
    MessageCard *m_message;
    NavButton *m_buildButton = nullptr;
    DropOverlay *m_overlay;
    QLabel *m_jobChip;
    QLabel *m_machine;
    QLabel *m_disk;
    QString m_samplePath;
    bool m_wasPainted = false;
    bool m_mayQuit = false;
};

} // namespace plugsmith
