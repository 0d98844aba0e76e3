// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QList>
#include <QVector>

class QAction;

namespace plugsmith {

class Settings;

/// The keys of commands: each has defaults, and a person may set others. Kept under the object names of the actions, so
/// that they outlive texts and languages.
namespace shortcuts {

/// The dynamic property with an action's tooltip without the keys.
constexpr char TipProperty[] = "plugsmithTip";

void setDefaults(QAction *action, const QList<QKeySequence> &keys);
QList<QKeySequence> defaultsOf(const QAction *action);
/// Gives an action its keys and writes them into its tooltip.
void set(QAction *action, const QList<QKeySequence> &keys);

/// Applies what is stored. Keys that another action has already are left out.
void load(const QVector<QAction *> &actions, const Settings &settings);
/// Stores what differs from the defaults.
void save(const QVector<QAction *> &actions, Settings &settings);

/// The action, other than `except`, that has `keys` or begins with them or the other way round; nullptr: they are free.
QAction *ownerOf(const QKeySequence &keys, const QVector<QAction *> &actions, const QAction *except);

} // namespace shortcuts

} // namespace plugsmith
