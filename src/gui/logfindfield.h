// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/logsearch.h"

#include <QLineEdit>

class QLabel;

namespace plugsmith {

/// Where the user types what to find in a log, with the count of hits in it; its icon opens a menu of switches.
class LogFindField : public QLineEdit
{
    Q_OBJECT

public:
    explicit LogFindField(QWidget *parent = nullptr);

    LogQuery query() const { return {text(), m_caseSensitive->isChecked(), m_regularExpression->isChecked()}; }
    /// Which hit is shown (0: none) of how many; more may come.
    void setCount(int current, int total, bool isComplete);
    void clearCount();
    /// The text is no regular expression.
    void setInvalid();

signals:
    void queryChanged();
    void nextRequested(bool forward);
    /// The user is done here.
    void left();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setNote(const QString &text, bool isBad);
    void placeNote();

    QAction *m_caseSensitive;
    QAction *m_regularExpression;
    QLabel *m_note;
    bool m_isBad = false;
};

} // namespace plugsmith
