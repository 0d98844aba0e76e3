// SPDX-License-Identifier: Apache-2.0
#include "gui/diagnosticdialog.h"

#include "base/atomicfile.h"
#include "base/deliver.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

DiagnosticDialog::DiagnosticDialog(const QString &report, QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(report))
{
    setObjectName(u"diagnostics"_s);
    setWindowTitle(tr("Diagnostic report"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *about =
        new QLabel(tr("This is what will be written, and nothing else. It stays on this computer until you give "
                      "it to somebody. Values of environment variables are left out."));
    about->setWordWrap(true);
    m_text->setObjectName(u"diagnostics.text"_s);
    m_text->setAccessibleName(tr("Diagnostic report"));
    m_text->setReadOnly(true);
    m_text->setFont(codeFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *save = buttons->addButton(tr("Save…"), QDialogButtonBox::ActionRole);
    QPushButton *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    save->setObjectName(u"diagnostics.save"_s);
    save->setIcon(symbolicIcon(u"document-save"_s));
    copy->setObjectName(u"diagnostics.copy"_s);
    copy->setIcon(symbolicIcon(u"edit-copy"_s));
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(about);
    rows->addWidget(m_text, 1);
    rows->addWidget(buttons);
    save->setDefault(true);
    resize(720, 480);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &DiagnosticDialog::askWhere);
    connect(copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_text->toPlainText());
        emit said(tr("Report copied."));
    });
}

void DiagnosticDialog::askWhere()
{
    auto *dialog = new QFileDialog(this, tr("Save the report"));
    dialog->setObjectName(u"diagnostics.saveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(u"plugsmith-report.txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &DiagnosticDialog::saveTo);
    dialog->open();
}

void DiagnosticDialog::saveTo(const QString &path)
{
    runInPool(
        this, [path, text = m_text->toPlainText().toUtf8()] { return writeFileAtomically(path, text); },
        [this, path](const Result<void> &saved) {
            if (!saved)
                return emit said(saved.error().sentence());
            emit said(tr("The report was saved as %1.").arg(QFileInfo(path).fileName()));
            accept();
        });
}

} // namespace plugsmith
