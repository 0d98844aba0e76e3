// SPDX-License-Identifier: Apache-2.0
#include "gui/editcommands.h"

#include "gui/actions.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace plugsmith {

namespace {

/// Whether text can be typed into `widget`.
bool takesText(const QWidget *widget)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return !line->isReadOnly();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return !text->isReadOnly();
    if (const auto *text = qobject_cast<const QTextEdit *>(widget))
        return !text->isReadOnly();
    return false;
}

/// The widget that types: a combo box or spin box that can be edited passes the focus on to its line.
QWidget *focused()
{
    QWidget *widget = QApplication::focusWidget();
    return widget && widget->focusProxy() ? widget->focusProxy() : widget;
}

} // namespace

EditCommands::EditCommands(Actions &actions, QMenu &menu, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
{
    for (QAction *action : {actions.undo, actions.redo, actions.cut, actions.copy, actions.selectEverything})
        connect(action, &QAction::triggered, this, [this, action] { run(action); });
    connect(actions.paste, &QAction::triggered, this, [this] {
        if (takesText(focused()))
            run(m_actions.paste);
        else
            emit pasteRequested();
    });
    connect(&menu, &QMenu::aboutToShow, this, [this] { showPossible(false); });
    connect(&menu, &QMenu::aboutToHide, this, [this] { showPossible(true); });
}

/// Each widget knows its keys; views and the log have no slots that all of them share.
void EditCommands::run(const QAction *action)
{
    QWidget *widget = focused();
    const auto *view = qobject_cast<QAbstractItemView *>(widget);
    if (!widget || (action == m_actions.copy && view && !view->currentIndex().isValid()))
        return;
    const QPair<const QAction *, QKeySequence::StandardKey> meanings[] = {
        {m_actions.undo, QKeySequence::Undo},   {m_actions.redo, QKeySequence::Redo},
        {m_actions.cut, QKeySequence::Cut},     {m_actions.copy, QKeySequence::Copy},
        {m_actions.paste, QKeySequence::Paste}, {m_actions.selectEverything, QKeySequence::SelectAll}};
    for (const auto &[command, meaning] : meanings) {
        if (command != action)
            continue;
        const QKeyCombination keys = QKeySequence(meaning)[0];
        QKeyEvent press(QEvent::KeyPress, keys.key(), keys.keyboardModifiers());
        static_cast<QObject *>(widget)->event(&press); // sent, it would become this command again
        return;
    }
}

/// Disabled commands would lose their keys, so that all are enabled again when the menu has closed.
void EditCommands::showPossible(bool all)
{
    const QWidget *widget = focused();
    const auto *line = qobject_cast<const QLineEdit *>(widget);
    m_actions.undo->setEnabled(all || (line ? line->isUndoAvailable() : takesText(widget)));
    m_actions.redo->setEnabled(all || (line ? line->isRedoAvailable() : takesText(widget)));
    m_actions.cut->setEnabled(all || (line ? takesText(widget) && line->hasSelectedText() : takesText(widget)));
    m_actions.copy->setEnabled(all || (line ? line->hasSelectedText() : widget != nullptr));
    m_actions.selectEverything->setEnabled(all || widget);
}

} // namespace plugsmith
