// SPDX-License-Identifier: Apache-2.0
#include "gui/settingsdialog.h"

#include "gui/symbolicicon.h"
#include "gui/theme.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

SettingsDialog::SettingsDialog(Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_list(new QListWidget)
    , m_stack(new QStackedWidget)
{
    setObjectName(u"settings"_s);
    setWindowTitle(tr("Settings"));
    m_list->setObjectName(u"settings.pages"_s);
    m_list->setAccessibleName(tr("Pages of settings"));
    m_list->setIconSize({16, 16});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::Apply);
    const auto name = [buttons](QDialogButtonBox::StandardButton which, const char *objectName, const QString &text) {
        buttons->button(which)->setObjectName(QLatin1StringView(objectName));
        buttons->button(which)->setText(text);
    };
    name(QDialogButtonBox::Ok, "settings.ok", tr("OK"));
    name(QDialogButtonBox::Cancel, "settings.cancel", tr("Cancel"));
    name(QDialogButtonBox::Apply, "settings.apply", tr("Apply"));
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        apply();
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::Apply), &QPushButton::clicked, this, &SettingsDialog::apply);

    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_list);
    row->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addLayout(row, 1);
    layout->addWidget(buttons);
}

void SettingsDialog::addPage(const QString &id, const QString &icon, const QString &title, SettingsPage *page)
{
    page->setObjectName(u"settings."_s + id);
    page->load(m_settings);
    m_pages += page;
    auto *heading = new QLabel(title);
    heading->setFont(titleFont());
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"settings."_s + id + u".scroll");
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    scroll->setMinimumWidth(page->minimumSizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
    auto *framed = new QWidget;
    auto *column = new QVBoxLayout(framed);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(heading);
    column->addWidget(scroll, 1);
    m_stack->addWidget(framed);
    auto *item = new QListWidgetItem(symbolicIcon(icon), title, m_list);
    item->setData(Qt::UserRole, id);
    item->setSizeHint({item->sizeHint().width(), fontMetrics().height() + 16});
    m_list->setFixedWidth(qMax(m_list->sizeHintForColumn(0) + 24, 140));
    if (m_list->count() == 1)
        m_list->setCurrentRow(0);
}

void SettingsDialog::showPage(const QString &id)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == id)
            m_list->setCurrentRow(row);
    }
}

void SettingsDialog::apply()
{
    for (SettingsPage *page : m_pages)
        page->apply(m_settings);
    emit applied();
}

} // namespace plugsmith
