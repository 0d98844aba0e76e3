// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <QDialog>

class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace plugsmith {

class MessageCard;
class PresetStore;

/// All presets: rename, duplicate, delete, import, export. What is done is done at once.
class PresetsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PresetsDialog(PresetStore &store, QWidget *parent = nullptr);

private:
    QPushButton *addButton(const QString &text, const char *objectName);
    QString current() const;
    void fill(const QString &select = {});
    void report(const Error &error);
    void rename(int row);
    void importFile();
    void exportFile();

    PresetStore &m_store;
    MessageCard *m_message;
    QListWidget *m_list;
    QVBoxLayout *m_buttons;
    QVector<QPushButton *> m_ofCurrent; // need a preset
};

} // namespace plugsmith
