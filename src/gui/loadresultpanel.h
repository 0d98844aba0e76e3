// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/loadsession.h"

#include <QPointer>
#include <QTabWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTextBrowser;
class QToolButton;

namespace plugsmith {

class BadgeLabel;
class JsonHighlighter;
class MessageCard;

/// What came of a call: values, what it printed, and the stack of a panic.
class LoadResultPanel : public QTabWidget
{
    Q_OBJECT

public:
    enum Tab { ResultTab, OutputTab, StackTab };

    explicit LoadResultPanel(QWidget *parent = nullptr);

    void setSession(LoadSession *session);
    /// A call of the session; 0: none, then the output is what the session printed by itself.
    void showCall(qint64 id);
    qint64 shownCall() const { return m_call; }

signals:
    void callAgainRequested();
    void restartRequested();
    /// A place in the stack of the shown call.
    void openRequested(const plugsmith::StackFrame &frame);
    void said(const QString &sentence);

private:
    QWidget *makeResultPage();
    QWidget *makeStackPage();
    void showNothing();
    void showOutcome(const CallModel::Call &call);
    void showOutput(const CallModel::Call &call);
    void showPanic(const CallModel::Call &call);
    void showFrames(const CallModel::Call &call, bool withRuntime);
    void showBadge(const CallModel::Call &call);
    void copy();
    void saveAll();

    QPointer<LoadSession> m_session;
    qint64 m_call = 0;
    bool m_showsRuntime = false;
    BadgeLabel *m_badge;
    QToolButton *m_copy;
    MessageCard *m_problem;
    QPlainTextEdit *m_result;
    JsonHighlighter *m_highlighter;
    QWidget *m_cut;
    QLabel *m_cutText;
    QPlainTextEdit *m_output;
    MessageCard *m_panic;
    QTextBrowser *m_stack;
};

} // namespace plugsmith
