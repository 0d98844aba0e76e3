// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QAction;
class QMenu;

namespace plugsmith {

struct Actions;

/// Undo to Select All: go to the widget that has the focus. Paste where no text can be typed is said to the owner.
class EditCommands : public QObject
{
    Q_OBJECT

public:
    /// `menu` is the Edit menu: while it is open, it shows what the focused widget can do.
    EditCommands(Actions &actions, QMenu &menu, QObject *parent = nullptr);

signals:
    void pasteRequested();

private:
    void run(const QAction *action);
    void showPossible(bool all);

    Actions &m_actions;
};

} // namespace plugsmith
