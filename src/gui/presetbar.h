// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/presetstore.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace plugsmith {

struct Actions;
class BuildSession;

/// The preset that is chosen, and the button that saves one. Provides the preset commands of the menus.
class PresetBar : public QWidget
{
    Q_OBJECT

public:
    PresetBar(BuildSession &session, Actions &actions, QWidget *parent = nullptr);

    PresetStore &store() { return m_store; }
    /// Files of presets; the last one is chosen, if there is a source to choose it for.
    void importFiles(const QStringList &paths);

signals:
    void said(const QString &sentence);

private:
    void refresh();
    void choose(int index);
    void apply(const QString &name);
    void askForName();
    void save(const QString &name);
    void showDialog();

    BuildSession &m_session;
    PresetStore m_store;
    QComboBox *m_choice;
    QToolButton *m_save;
};

} // namespace plugsmith
