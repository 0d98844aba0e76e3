// SPDX-License-Identifier: Apache-2.0
#include "gui/limitsdialog.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <cmath>
#include <limits>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr double Gigabyte = 1 << 30;
constexpr double MostGigabytes = 100'000;

template<class Field, class Value>
Field *makeField(const QString &name, const QString &title, Value most, const QString &suffix)
{
    auto *field = new Field;
    field->setObjectName(name);
    field->setAccessibleName(title);
    field->setRange(1, most);
    field->setGroupSeparatorShown(true);
    field->setSuffix(suffix);
    return field;
}

} // namespace

LimitsDialog::LimitsDialog(const ArchiveLimits &limits, QWidget *parent)
    : QDialog(parent)
    , m_total(makeField<QDoubleSpinBox>(u"limits.total"_s, tr("All files"), MostGigabytes, tr(" GB", "after a number")))
    , m_file(makeField<QDoubleSpinBox>(u"limits.file"_s, tr("One file"), MostGigabytes, tr(" GB", "after a number")))
    , m_entries(makeField<QSpinBox>(u"limits.entries"_s, tr("Files and folders"), 100'000'000, {}))
    , m_ratio(makeField<QSpinBox>(u"limits.ratio"_s, tr("Growth"), 1'000'000, tr(" times its size", "after a number")))
{
    setObjectName(u"limits"_s);
    setWindowTitle(tr("Limits for sources"));
    setAttribute(Qt::WA_DeleteOnClose);
    for (QDoubleSpinBox *field : {m_total, m_file})
        field->setDecimals(0);
    auto *about =
        new QLabel(tr("A source that would become larger is refused before anything is unpacked: some archives "
                      "are made to fill a disk. The limits hold for all sources from now on."));
    about->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults);
    QPushButton *accepting = buttons->addButton(tr("Use These Limits"), QDialogButtonBox::AcceptRole);
    accepting->setObjectName(u"limits.use"_s);
    buttons->button(QDialogButtonBox::RestoreDefaults)->setObjectName(u"limits.defaults"_s);
    auto *form = new QFormLayout(this);
    form->addRow(about);
    form->addRow(tr("All &files"), m_total);
    form->addRow(tr("&One file"), m_file);
    form->addRow(tr("Files a&nd folders"), m_entries);
    form->addRow(tr("&Growth"), m_ratio);
    form->addRow(buttons);
    accepting->setDefault(true);
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    fill(limits);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this, [this] { fill({}); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(this->limits());
        accept();
    });
}

void LimitsDialog::fill(const ArchiveLimits &limits)
{
    m_total->setValue(std::ceil(static_cast<double>(limits.maxTotalBytes) / Gigabyte));
    m_file->setValue(std::ceil(static_cast<double>(limits.maxEntryBytes) / Gigabyte));
    m_entries->setValue(static_cast<int>(qMin<qint64>(limits.maxEntries, std::numeric_limits<int>::max())));
    m_ratio->setValue(static_cast<int>(qMin<qint64>(limits.maxRatio, std::numeric_limits<int>::max())));
}

ArchiveLimits LimitsDialog::limits() const
{
    ArchiveLimits limits;
    limits.maxTotalBytes = static_cast<qint64>(m_total->value() * Gigabyte);
    limits.maxEntryBytes = static_cast<qint64>(m_file->value() * Gigabyte);
    limits.maxEntries = m_entries->value();
    limits.maxRatio = m_ratio->value();
    return limits;
}

} // namespace plugsmith
