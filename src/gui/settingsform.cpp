// SPDX-License-Identifier: Apache-2.0
#include "gui/settingsform.h"

#include "gui/theme.h"

#include <QFormLayout>
#include <QLabel>

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

QLabel *makeHint(const QString &text)
{
    auto *label = new QLabel(text);
    label->setFont(smallFont());
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace plugsmith
