// SPDX-License-Identifier: Apache-2.0
#include "gui/privatemodules.h"

#include "gui/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace plugsmith {

using namespace Qt::StringLiterals;

PrivateModulesDialog::PrivateModulesDialog(const QString &pattern, QWidget *parent)
    : QDialog(parent)
    , m_patterns(new QLineEdit(pattern))
{
    setObjectName(u"build.privateModules"_s);
    setWindowTitle(tr("Private modules"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_patterns->setObjectName(u"build.privateModules.patterns"_s);
    m_patterns->setAccessibleName(tr("Private modules"));
    m_patterns->setFont(codeFont());
    m_patterns->setMinimumWidth(m_patterns->fontMetrics().averageCharWidth() * 48);
    auto *about = new QLabel(
        tr("Modules whose path begins like this are fetched from their code host and not through the module proxy. "
           "Several are separated by commas. git asks no questions during a build: give it your credentials with a "
           "credential helper, an SSH key or a .netrc file."));
    about->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *accepting = buttons->addButton(tr("Set and Retry"), QDialogButtonBox::AcceptRole);
    accepting->setObjectName(u"build.privateModules.set"_s);
    auto *form = new QFormLayout(this);
    form->addRow(about);
    form->addRow(u"GOPRIVATE"_s, m_patterns);
    form->addRow(buttons);
    accepting->setDefault(true); // of this dialog, so not before it is in it
    m_patterns->setFocus();
    const auto refresh = [this, accepting] { accepting->setEnabled(!m_patterns->text().trimmed().isEmpty()); };
    connect(m_patterns, &QLineEdit::textChanged, this, refresh);
    refresh();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(m_patterns->text().trimmed());
        accept();
    });
}

} // namespace plugsmith
