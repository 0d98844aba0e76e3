// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace plugsmith {

/// Shows a report exactly as it will be written, before it is. Nothing is sent anywhere. Deletes itself.
class DiagnosticDialog : public QDialog
{
    Q_OBJECT

public:
    DiagnosticDialog(const QString &report, QWidget *parent);

    /// Writes what is shown.
    void saveTo(const QString &path);

signals:
    void said(const QString &sentence);

private:
    void askWhere();

    QPlainTextEdit *m_text;
};

} // namespace plugsmith
