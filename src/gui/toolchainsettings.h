// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/settingsdialog.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace plugsmith {

/// Where Go versions come from, and where others are looked for.
class ToolchainSettings : public SettingsPage
{
    Q_OBJECT

public:
    explicit ToolchainSettings(QWidget *parent = nullptr);

    void load(const Settings &settings) override;
    void apply(Settings &settings) override;

private:
    void refreshHint();

    QCheckBox *m_proxy;
    QCheckBox *m_goDev;
    QLineEdit *m_mirror;
    QPlainTextEdit *m_folders;
    QPlainTextEdit *m_compilers;
    QLabel *m_compilerHint;
    QCheckBox *m_mayFetch;
};

} // namespace plugsmith
