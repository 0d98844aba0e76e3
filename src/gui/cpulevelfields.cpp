// SPDX-License-Identifier: Apache-2.0
#include "gui/cpulevelfields.h"

#include "toolchain/targets.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Columns = 3;

} // namespace

CpuLevelFields::CpuLevelFields(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    for (const CpuLevel &level : cpuLevels()) {
        auto *field = new QComboBox;
        field->setObjectName(u"build.advanced.level."_s + level.variable);
        field->setAccessibleName(tr("Least processor of %1").arg(level.arch));
        field->setToolTip(level.variable);
        field->addItem(defaultText(level.byDefault), QString());
        for (const QString &value : level.values)
            field->addItem(value, value);
        auto *label = new QLabel(level.arch);
        label->setBuddy(field);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        const int row = static_cast<int>(m_fields.size()) / Columns;
        const int column = static_cast<int>(m_fields.size()) % Columns * 2;
        grid->addWidget(label, row, column);
        grid->addWidget(field, row, column + 1);
        grid->setColumnStretch(column + 1, 1);
        m_fields.insert(level.variable, field);
    }
}

QString CpuLevelFields::defaultText(const QString &value)
{
    //: %1 is a level of processors, such as v1
    return tr("Default, %1").arg(value);
}

QMap<QString, QString> CpuLevelFields::levels() const
{
    QMap<QString, QString> levels;
    for (auto it = m_fields.begin(); it != m_fields.end(); ++it) {
        if (const QString value = (*it)->currentData().toString(); !value.isEmpty())
            levels.insert(it.key(), value);
    }
    return levels;
}

void CpuLevelFields::setLevels(const QMap<QString, QString> &levels)
{
    for (auto it = m_fields.begin(); it != m_fields.end(); ++it)
        (*it)->setCurrentIndex(qMax(0, (*it)->findData(levels.value(it.key()))));
}

} // namespace plugsmith
