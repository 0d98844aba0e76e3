// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPoint>
#include <QString>
#include <QVector>

#include <functional>

class QAbstractItemView;
class QAction;
class QContextMenuEvent;
class QFrame;
class QLabel;
class QMenu;
class QModelIndex;
class QToolButton;
class QWidget;

namespace plugsmith {

/// Small parts and habits that all pages share.

/// The name of a part of a page.
QLabel *makeSectionLabel(const QString &text);
/// One line in the quieter colour: facts, the name of a field.
QLabel *makeQuietLine(const QString &text);
/// Text in that colour that wraps, and that one may want to copy.
QLabel *makeQuietLabel(const QString &text);
/// Makes a label speak of something that is wrong, by its colour too.
void setNegative(QLabel *label);
/// The thin line between parts of a bar.
QFrame *makeVerticalLine();
/// A button of a bar for a command: its icon and words, named after it.
QToolButton *makeActionButton(QAction *action);

/// Makes the labels of the forms in `area`, which stand below each other, equally wide.
void alignLabels(const QWidget *area);

/// F6: gives the focus to the next of `panes` (nullptr: none there) after the one that has it.
void focusNextPane(const QVector<QWidget *> &panes, bool forward);
/// Shows the folder of a file, or a folder, in the file manager. Returns what to say if none answered.
QString showFolderOf(const QString &path);

/// What a context menu of a view is about: the row at the pointer, or the current one if a key asked for it.
QModelIndex menuIndex(const QAbstractItemView &view, const QContextMenuEvent &event);
/// And where it opens, on the screen.
QPoint menuPlace(const QAbstractItemView &view, const QModelIndex &index, const QContextMenuEvent &event);
/// An entry that copies `text` and says so.
QAction *addCopyAction(QMenu *menu, const QString &title, const QString &text, std::function<void()> say);

} // namespace plugsmith
