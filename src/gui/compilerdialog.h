// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "toolchain/crosscompiler.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;

namespace plugsmith {

/// Which C compiler is used for a platform: program, target, sysroot and flags. Shows a command and gives one back;
/// whether it links is found out by whoever takes it.
class CompilerDialog : public QDialog
{
    Q_OBJECT

public:
    /// `command` as CC; empty: nothing was chosen for the platform yet.
    CompilerDialog(const Platform &platform, const QString &command, QWidget *parent = nullptr);

    /// As CC; empty: Plugsmith is to choose.
    QString command() const;

private:
    static QString targetHint(const Platform &platform);
    QFormLayout *makeForm(const Platform &platform);
    void refresh();

    QLineEdit *m_program;
    QLineEdit *m_target;
    QLineEdit *m_sysroot;
    QLineEdit *m_flags;
    QLabel *m_preview;
};

} // namespace plugsmith
