// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/navigator.h"
#include "models/loadsession.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QCheckBox;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QTreeView;

namespace plugsmith {

struct Actions;
class LoadCallPanel;
class LoadResultPanel;
class LoadSessionPanel;
class LoadStartPanel;
class LoadSymbolsPanel;
class MessageCard;
class LoadSessions;
class PluginsSession;
class Settings;
class SourceOpener;

/// The page where plugins are loaded and called: a tab for each session; its process, generations and memory on the
/// left, symbols in the middle, a call with its result and the calls before it on the right. Owns no data.
class LoadPage : public QWidget
{
    Q_OBJECT

public:
    LoadPage(LoadSessions &sessions, PluginsSession &plugins, Actions &actions, Settings &settings,
             QWidget *parent = nullptr);

    /// What the frame has to know. As a subject it takes the path of a plugin, which is loaded then.
    PageEntry entry();
    void load(const QString &path);
    /// Asks for a file.
    void openPlugin();
    void closeCurrent();
    LoadSession *current() const { return m_current; }

signals:
    void said(const QString &sentence);
    /// For the desktop: title and text.
    void notified(const QString &title, const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeNewMenu();
    QWidget *makeToolBar();
    QWidget *makeTabs();
    QWidget *makeWork();
    void fillNewMenu();
    void connectActions();
    void connectSessions();
    void connectCalls();
    void show(LoadSession *session);
    void add(LoadSession *session);
    void remove(LoadSession *session);
    void refreshTab(LoadSession *session);
    void refresh();
    void selectCall(qint64 id);
    void stepThroughCalls(bool earlier);
    void showCallMenu(const QPoint &at);
    void openFrame(const StackFrame &frame);
    /// `sandbox`: what the switch is to be after that.
    void askRestart(std::optional<bool> sandbox = std::nullopt);
    void restart();
    void focusNextPane(bool forward);
    void saveState(Settings &settings) const;
    QString subject() const;

    // loadmessages.cpp
    void showMessage();
    void fillMessage();
    void showStep();
    void showNotice();
    void showNotLoaded();
    void showEnded();
    void showOverdue();
    QPushButton *addButton(const QString &text, const QString &name, const std::function<void()> &run);

    LoadSessions &m_sessions;
    Actions &m_actions;
    QPointer<LoadSession> m_current;
    QTabBar *m_tabs;
    QCheckBox *m_following = nullptr;
    QWidget *m_messageArea;
    MessageCard *m_card;
    QStackedWidget *m_stack;
    LoadStartPanel *m_start;
    LoadSessionPanel *m_session;
    LoadSymbolsPanel *m_symbols;
    LoadCallPanel *m_call;
    LoadResultPanel *m_result;
    QTreeView *m_history;
    QSplitter *m_splitter;
    QSplitter *m_callSplitter;
    SourceOpener *m_opener;
    bool m_asksRestart = false;
    std::optional<bool> m_sandbox; // wanted with the next restart
    bool m_explains = false;       // what loading means
    QString m_failedPath;          // a plugin that went to no session ...
    QString m_failedTitle;         // ... and why
    QString m_failedReason;
};

} // namespace plugsmith
