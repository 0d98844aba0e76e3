// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "gui/semanticcolors.h"

#include <QFrame>
#include <QIcon>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace plugsmith {

class FlowLayout;

/// Says something that needs a decision, in place: icon, bold sentence, explanation, buttons. Never a modal box.
class MessageCard : public QFrame
{
    Q_OBJECT

public:
    explicit MessageCard(QWidget *parent = nullptr);

    /// Replaces text and buttons.
    void show(SemanticRole role, const QString &title, const QString &text);
    void show(const Error &error) { show(SemanticRole::Negative, error.message, error.reason); }
    /// A button for the message that is shown now. At most four are useful.
    QPushButton *addButton(const QString &text, const QString &objectName, const QIcon &icon = {});
    /// One that stands back behind the others.
    QPushButton *addQuietButton(const QString &text, const QString &objectName, const QIcon &icon = {});
    /// What would help, as a sentence of its own below the explanation; empty: none.
    void setFix(const QString &sentence);
    QString fix() const;
    /// Lines to be read letter by letter, such as checksums; empty: none.
    void setDetail(const QString &lines);
    void setClosable(bool closable);
    /// Another text, and a bar that is `percent` full (-1: something goes on, nobody knows how far it is).
    void update(const QString &text, int percent);
    using QFrame::update;
    QString title() const;
    QString text() const;

signals:
    void closed();

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();
    void keepWhole();

    SemanticRole m_role = SemanticRole::Information;
    QString m_fixSentence;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QProgressBar *m_bar;
    QLabel *m_fix;
    QLabel *m_detail;
    FlowLayout *m_buttons;
    QToolButton *m_close;
};

} // namespace plugsmith
