// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildoptions.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QTableWidget;

namespace plugsmith {

class CpuLevelFields;

/// The options that few builds need. Shows a value and gives one back; what becomes of it is for the caller.
class AdvancedDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AdvancedDialog(const BuildOptions &options, QWidget *parent = nullptr);

    BuildOptions options() const;

    /// What differs from the defaults, one small sentence each, for showing beside the other options.
    static QStringList summaryOf(const BuildOptions &options);

private:
    QWidget *makeArguments();
    QWidget *makeEnvironment();
    void fill();
    void pasteArguments();
    void addVariable(const QString &name, const QString &value);

    BuildOptions m_options;
    QListWidget *m_arguments;
    QTableWidget *m_environment;
    QLineEdit *m_proxy;
    QLineEdit *m_goFlags;
    QLineEdit *m_compilerFlags;
    CpuLevelFields *m_levels;
    QCheckBox *m_vendor;
    QComboBox *m_identity;
    QComboBox *m_linker;
};

} // namespace plugsmith
