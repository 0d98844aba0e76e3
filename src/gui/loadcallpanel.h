// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/card.h"
#include "models/loadsession.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

class QDoubleSpinBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace plugsmith {

struct SessionSymbol;
class ElidedLabel;
class LoadCallForm;
class SegmentedButtons;
class Settings;

/// A call before it is made: what is called, its arguments as a form or as JSON, the time limit, and the button. For a
/// variable: its new value, if it is to be set.
class LoadCallPanel : public Card
{
    Q_OBJECT

public:
    explicit LoadCallPanel(Settings &settings, QWidget *parent = nullptr);

    void setSession(LoadSession *session);
    /// Shows a symbol with what was typed for it before. Empty: none.
    void showSymbol(const QString &name);
    void setArguments(const QByteArray &json);
    QString symbol() const { return m_symbol; }
    QByteArray arguments() const;
    /// The widget in which arguments are typed.
    QWidget *editor() const;

    /// Calls; where the arguments cannot be right, puts the caret there instead.
    void call();
    /// Cancels the context of the running call.
    void stop();
    void saveState(Settings &settings) const;

signals:
    /// Alt+Up and Alt+Down among the arguments.
    void earlierRequested(bool earlier);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeArguments();
    QWidget *makeButtons();
    const SessionSymbol *known() const;
    void showForm(bool isForm);
    void onEdited();
    void check();
    void refresh();
    void fitEditor();

    QPointer<LoadSession> m_session;
    QString m_symbol;
    QLabel *m_name;
    ElidedLabel *m_signature;
    QLabel *m_argumentsLabel;
    SegmentedButtons *m_mode;
    QStackedWidget *m_stack;
    QPlainTextEdit *m_json;
    QScrollArea *m_formArea;
    LoadCallForm *m_form;
    QLabel *m_issue;
    QDoubleSpinBox *m_limit;
    QPushButton *m_call;
    QTimer m_checkTimer;
    QTimer m_clock;
    QElapsedTimer m_sinceCall;
    bool m_isFilling = false;
};

} // namespace plugsmith
