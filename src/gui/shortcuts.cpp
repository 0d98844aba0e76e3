// SPDX-License-Identifier: Apache-2.0
#include "gui/shortcuts.h"

#include "base/settingkeys.h"

#include <QAction>

#include <algorithm>

namespace plugsmith::shortcuts {

using namespace Qt::StringLiterals;

namespace {

/// An empty text would be a list with one empty sequence.
QList<QKeySequence> listOf(const QString &text)
{
    return text.isEmpty() ? QList<QKeySequence>() : QKeySequence::listFromString(text);
}

constexpr char DefaultsProperty[] = "plugsmithDefaultKeys";

} // namespace

void setDefaults(QAction *action, const QList<QKeySequence> &keys)
{
    action->setProperty(DefaultsProperty, QKeySequence::listToString(keys));
    set(action, keys);
}

QList<QKeySequence> defaultsOf(const QAction *action)
{
    return listOf(action->property(DefaultsProperty).toString());
}

void set(QAction *action, const QList<QKeySequence> &keys)
{
    action->setShortcuts(keys);
    QString words = action->property(TipProperty).toString();
    if (!keys.isEmpty())
        words += u" ("_s + keys.first().toString(QKeySequence::NativeText) + u')';
    action->setToolTip(words);
}

void load(const QVector<QAction *> &actions, const Settings &settings)
{
    for (QAction *action : actions)
        set(action, defaultsOf(action));
    for (const QString &entry : settings.get(keys::Shortcuts)) {
        const QString name = entry.section(u'=', 0, 0);
        const auto action = std::ranges::find(actions, name, &QAction::objectName);
        if (action == actions.end())
            continue; // of a later or earlier version
        QList<QKeySequence> wanted = listOf(entry.section(u'=', 1));
        wanted.removeIf([&actions, action](const QKeySequence &sequence) {
            return sequence.isEmpty() || ownerOf(sequence, actions, *action);
        });
        set(*action, wanted);
    }
}

void save(const QVector<QAction *> &actions, Settings &settings)
{
    QStringList entries;
    for (const QAction *action : actions) {
        if (action->shortcuts() != defaultsOf(action))
            entries += action->objectName() + u'=' + QKeySequence::listToString(action->shortcuts());
    }
    settings.set(keys::Shortcuts, entries);
}

QAction *ownerOf(const QKeySequence &sequence, const QVector<QAction *> &actions, const QAction *except)
{
    for (QAction *action : actions) {
        if (action == except)
            continue;
        for (const QKeySequence &other : action->shortcuts()) {
            if (other.matches(sequence) != QKeySequence::NoMatch || sequence.matches(other) != QKeySequence::NoMatch)
                return action;
        }
    }
    return nullptr;
}

} // namespace plugsmith::shortcuts
