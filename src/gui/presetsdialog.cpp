// SPDX-License-Identifier: Apache-2.0
#include "gui/presetsdialog.h"

#include "gui/messagecard.h"
#include "models/presetstore.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

PresetsDialog::PresetsDialog(PresetStore &store, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_message(new MessageCard)
    , m_list(new QListWidget)
    , m_buttons(new QVBoxLayout)
{
    setObjectName(u"presets"_s);
    setWindowTitle(tr("Presets"));
    m_message->setObjectName(u"presets.message"_s);
    m_list->setObjectName(u"presets.list"_s);
    m_list->setAccessibleName(tr("Presets"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    QPushButton *renaming = addButton(tr("&Rename"), "presets.rename");
    QPushButton *duplicate = addButton(tr("&Duplicate"), "presets.duplicate");
    QPushButton *remove = addButton(tr("De&lete"), "presets.delete");
    QPushButton *exporting = addButton(tr("&Export…"), "presets.export");
    m_ofCurrent = {renaming, duplicate, remove, exporting};
    QPushButton *importing = addButton(tr("&Import…"), "presets.import");
    m_buttons->addStretch(1);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *row = new QHBoxLayout;
    row->addWidget(m_list, 1);
    row->addLayout(m_buttons);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(m_message);
    rows->addLayout(row, 1);
    rows->addWidget(close);
    resize(460, 340);

    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(renaming, &QPushButton::clicked, this, [this] {
        if (m_list->currentItem() && !m_list->viewport()->findChild<QLineEdit *>()) // it is not edited already
            m_list->editItem(m_list->currentItem());
    });
    connect(duplicate, &QPushButton::clicked, this, [this] {
        const auto name = m_store.duplicate(current());
        name ? fill(*name) : report(name.error());
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        if (const auto removed = m_store.remove(current()); !removed)
            report(removed.error());
        fill();
    });
    connect(importing, &QPushButton::clicked, this, &PresetsDialog::importFile);
    connect(exporting, &QPushButton::clicked, this, &PresetsDialog::exportFile);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) { rename(m_list->row(item)); });
    fill();
}

QPushButton *PresetsDialog::addButton(const QString &text, const char *objectName)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1StringView(objectName));
    button->setAutoDefault(false);
    m_buttons->addWidget(button);
    return button;
}

QString PresetsDialog::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void PresetsDialog::fill(const QString &select)
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const QString &name : m_store.names()) {
        auto *item = new QListWidgetItem(name, m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setData(Qt::UserRole, name);
        if (name == select)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    for (QPushButton *button : std::as_const(m_ofCurrent))
        button->setEnabled(m_list->count() > 0);
}

void PresetsDialog::report(const Error &error)
{
    m_message->show(error);
    m_message->setClosable(true);
}

void PresetsDialog::rename(int row)
{
    const QListWidgetItem *item = m_list->item(row);
    const QString before = item->data(Qt::UserRole).toString();
    const QString name = item->text().trimmed();
    if (name == before)
        return;
    const auto renamed = m_store.rename(before, name);
    if (!renamed)
        report(renamed.error());
    // Not while the view still ends its editing.
    QMetaObject::invokeMethod(
        this, [this, select = renamed ? name : before] { fill(select); }, Qt::QueuedConnection);
}

void PresetsDialog::importFile()
{
    auto *dialog = new QFileDialog(this, tr("Import a preset"), {}, tr("Presets (%1)").arg(u"*.json"_s));
    dialog->setObjectName(u"presets.importDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto name = m_store.importFile(path);
        name ? fill(*name) : report(name.error());
    });
    dialog->open();
}

void PresetsDialog::exportFile()
{
    const QString name = current();
    auto *dialog = new QFileDialog(this, tr("Export the preset"), {}, tr("Presets (%1)").arg(u"*.json"_s));
    dialog->setObjectName(u"presets.exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(name + u".json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, name](const QString &path) {
        if (const auto written = m_store.exportFile(name, path); !written)
            report(written.error());
    });
    dialog->open();
}

} // namespace plugsmith
