// SPDX-License-Identifier: Apache-2.0
#include "gui/settingsform.h"

#include "gui/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace plugsmith {

QFormLayout *makeSettingsForm(QWidget *page)
{
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

QLineEdit *makeCodeField(const char *objectName, const QString &accessibleName, const QString &placeholder)
{
    auto *field = new QLineEdit;
    field->setObjectName(QLatin1StringView(objectName));
    field->setAccessibleName(accessibleName);
    field->setPlaceholderText(placeholder);
    field->setFont(codeFont());
    return field;
}

QLabel *makeHint(const QString &text)
{
    auto *label = new QLabel(text);
    label->setFont(smallFont());
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace plugsmith
