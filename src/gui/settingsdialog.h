// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QVector>

class QListWidget;
class QStackedWidget;

namespace plugsmith {

class Settings;

/// A page of the dialog.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Shows what is stored.
    virtual void load(const Settings &settings) = 0;
    /// Stores what is shown.
    virtual void apply(Settings &settings) = 0;
};

/// Everything that can be set, one page beside a list of pages. OK and Apply store it and say so; Cancel changes
/// nothing.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(Settings &settings, QWidget *parent = nullptr);

    /// Takes the page. `id` is for showPage() and the object name.
    void addPage(const QString &id, const QString &icon, const QString &title, SettingsPage *page);
    void showPage(const QString &id);

signals:
    void applied();

private:
    void apply();

    Settings &m_settings;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    QVector<SettingsPage *> m_pages;
};

} // namespace plugsmith
