// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/settingsdialog.h"

#include <QHash>
#include <QKeySequence>

class QAction;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace plugsmith {

/// Every command with its keys, to look up and to change. Keys that another command has are refused with its name.
class ShortcutsPage : public SettingsPage
{
    Q_OBJECT

public:
    /// `actions` with their menus: the object names begin with them.
    explicit ShortcutsPage(const QVector<QAction *> &actions, QWidget *parent = nullptr);

    void load(const Settings &settings) override;
    /// Gives the actions their keys, too.
    void apply(Settings &settings) override;

private:
    void filter(const QString &words);
    void showCurrent();
    void setKeys(const QList<QKeySequence> &keys);
    void showKeys(QTreeWidgetItem *item);
    QAction *currentAction() const;
    QAction *ownerOf(const QKeySequence &keys, const QAction *except) const;

    QVector<QAction *> m_actions;
    QHash<const QAction *, QList<QKeySequence>> m_keys; // as they will be
    QLineEdit *m_filter;
    QTreeWidget *m_tree;
    QKeySequenceEdit *m_edit;
    QPushButton *m_clear;
    QPushButton *m_reset;
    QLabel *m_problem;
};

} // namespace plugsmith
