// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QLineEdit;

namespace plugsmith {

/// Asks which modules are private (GOPRIVATE), and says how git gets the credentials. Not modal; deletes itself.
class PrivateModulesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `pattern` is what is proposed.
    PrivateModulesDialog(const QString &pattern, QWidget *parent);

signals:
    void chosen(const QString &patterns);

private:
    QLineEdit *m_patterns;
};

} // namespace plugsmith
