// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/archivelimits.h"
#include "gui/settingsdialog.h"

#include <QStringList>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace plugsmith {

/// Language, look, page at start, notifications.
class GeneralSettings : public SettingsPage
{
    Q_OBJECT

public:
    struct Choice
    {
        QString id;
        QString title;
    };
    /// `pages` that the window can begin with.
    explicit GeneralSettings(const QVector<Choice> &pages, QWidget *parent = nullptr);

    void load(const Settings &settings) override;
    void apply(Settings &settings) override;

private:
    QComboBox *m_language;
    QComboBox *m_theme;
    QComboBox *m_page;
    QCheckBox *m_notify;
};

/// What builds begin with, and where they work.
class BuildSettings : public SettingsPage
{
    Q_OBJECT

public:
    explicit BuildSettings(QWidget *parent = nullptr);

    void load(const Settings &settings) override;
    void apply(Settings &settings) override;

private:
    QWidget *makeFolder(QLineEdit *line, const QString &name, const QString &title);

    QSpinBox *m_parallel;
    QLineEdit *m_output;
    QComboBox *m_compression;
    QLineEdit *m_work;
    QSpinBox *m_keep;
    ArchiveLimits m_limits;
    QLineEdit *m_editor;
};

class AdvancedSettings : public SettingsPage
{
    Q_OBJECT

public:
    explicit AdvancedSettings(QWidget *parent = nullptr);

    void load(const Settings &settings) override;
    void apply(Settings &settings) override;

private:
    QPushButton *m_reset;
    bool m_isReset = false;
};

} // namespace plugsmith
