// SPDX-License-Identifier: Apache-2.0
#include "gui/settingspages.h"

#include "base/folders.h"
#include "base/settingkeys.h"
#include "build/buildqueue.h"
#include "gui/limitsdialog.h"
#include "gui/settingsform.h"
#include "gui/symbolicicon.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QThread>
#include <QToolButton>
#include <QUrl>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxKeepDays = 365;

/// A row of a form, whose label names the field for everybody.
template<class Field>
Field *named(Field *field, const QString &objectName, const QString &title)
{
    field->setObjectName(objectName);
    field->setAccessibleName(title);
    return field;
}

void choose(QComboBox *box, const QString &id)
{
    box->setCurrentIndex(qMax(0, box->findData(id)));
}

} // namespace

GeneralSettings::GeneralSettings(const QVector<Choice> &pages, QWidget *parent)
    : SettingsPage(parent)
    , m_language(named(new QComboBox, u"settings.general.language"_s, tr("Language")))
    , m_theme(named(new QComboBox, u"settings.general.theme"_s, tr("Colours")))
    , m_page(named(new QComboBox, u"settings.general.startPage"_s, tr("Page at start")))
    , m_notify(new QCheckBox(tr("when builds have ended and the window is not in front")))
{
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(u"Deutsch"_s, u"de"_s); // languages are written in themselves
    m_language->addItem(u"English"_s, u"en"_s);
    m_theme->addItem(tr("As the system"), QString());
    m_theme->addItem(tr("Light"), u"light"_s);
    m_theme->addItem(tr("Dark"), u"dark"_s);
    m_page->addItem(tr("The last one"), QString());
    for (const Choice &page : pages)
        m_page->addItem(page.title, page.id);
    m_notify->setObjectName(u"settings.general.notifyBuilds"_s);
    QFormLayout *form = makeSettingsForm(this);
    form->addRow(tr("Language"), m_language);
    form->addRow(tr("Colours"), m_theme);
    form->addRow(tr("Page at start"), m_page);
    form->addRow(tr("Notify"), m_notify);
}

void GeneralSettings::load(const Settings &settings)
{
    choose(m_language, settings.get(keys::Language));
    choose(m_theme, settings.get(keys::Theme));
    choose(m_page, settings.get(keys::StartPage));
    m_notify->setChecked(settings.get(keys::NotifyBuilds));
}

void GeneralSettings::apply(Settings &settings)
{
    settings.set(keys::Language, m_language->currentData().toString());
    settings.set(keys::Theme, m_theme->currentData().toString());
    settings.set(keys::StartPage, m_page->currentData().toString());
    settings.set(keys::NotifyBuilds, m_notify->isChecked());
}

BuildSettings::BuildSettings(QWidget *parent)
    : SettingsPage(parent)
    , m_parallel(named(new QSpinBox, u"settings.build.parallel"_s, tr("Parallel builds")))
    , m_output(named(new QLineEdit, u"settings.build.output"_s, tr("Save plugins to")))
    , m_compression(named(new QComboBox, u"settings.build.compression"_s, tr("Compress")))
    , m_work(named(new QLineEdit, u"settings.build.work"_s, tr("Work folder")))
    , m_keep(named(new QSpinBox, u"settings.build.keepFailed"_s, tr("Keep failed sources")))
    , m_editor(named(new QLineEdit, u"settings.build.editor"_s, tr("Editor")))
{
    m_parallel->setRange(0, qMax(1, QThread::idealThreadCount()));
    m_parallel->setSpecialValueText(tr("half of the processors (%1)").arg(BuildQueue::defaultParallel()));
    m_output->setPlaceholderText(u"~/plugins"_s);
    m_compression->addItem(tr("No compression"), QString());
    m_compression->addItem(u"gzip (.so.gz)"_s, u"gzip"_s);
    m_work->setPlaceholderText(folders::shortened(folders::cache() + u"/work"));
    m_keep->setRange(0, MaxKeepDays);
    m_editor->setPlaceholderText(tr("the system's choice"));
    QFormLayout *form = makeSettingsForm(this);
    form->addRow(tr("Parallel builds"), m_parallel);
    form->addRow(tr("Save plugins to"), makeFolder(m_output, u"settings.build.chooseOutput"_s, tr("Save plugins to")));
    form->addRow({}, makeHint(tr("Each module has a folder of its name there.")));
    form->addRow(tr("Compress"), m_compression);
    form->addRow(tr("Work folder"), makeFolder(m_work, u"settings.build.chooseWork"_s, tr("Work folder")));
    form->addRow({}, makeHint(tr("Sources are unpacked and built there. It takes effect with the next build.")));
    auto *limits = named(new QPushButton(tr("Limits…")), u"settings.build.limits"_s, tr("Limits for sources"));
    connect(limits, &QPushButton::clicked, this, [this] {
        auto *dialog = new LimitsDialog(m_limits, window());
        connect(dialog, &LimitsDialog::chosen, this, [this](const ArchiveLimits &chosen) { m_limits = chosen; });
        dialog->open();
    });
    auto *limitsRow = new QHBoxLayout;
    limitsRow->addWidget(limits);
    limitsRow->addStretch(1);
    form->addRow(tr("Large sources"), limitsRow);
    form->addRow(tr("Keep failed sources"), m_keep);
    form->addRow(tr("Editor"), m_editor);
    form->addRow(
        {},
        makeHint(
            tr("A command such as %1, for the places in files that messages name.").arg(u"code -g FILE:LINE:COL"_s)));
    connect(m_keep, &QSpinBox::valueChanged, this,
            [this](int days) { m_keep->setSuffix(tr(" day(s)", "after a number in a field", days)); });
    m_keep->setSpecialValueText(tr("no"));
}

QWidget *BuildSettings::makeFolder(QLineEdit *line, const QString &name, const QString &title)
{
    auto *button = named(new QToolButton, name, tr("Choose a folder"));
    button->setIcon(symbolicIcon(u"folder"_s));
    button->setToolTip(tr("Choose a folder"));
    connect(button, &QToolButton::clicked, this, [this, line, title] {
        auto *dialog = new QFileDialog(this, title);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        connect(dialog, &QFileDialog::fileSelected, line, &QLineEdit::setText);
        dialog->open();
    });
    auto *field = new QWidget;
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(line, 1);
    row->addWidget(button);
    return field;
}

void BuildSettings::load(const Settings &settings)
{
    m_parallel->setValue(settings.get(keys::ParallelBuilds));
    m_output->setText(settings.get(keys::OutputFolder));
    choose(m_compression, settings.get(keys::DefaultCompression));
    m_work->setText(settings.get(keys::WorkFolder));
    m_keep->setValue(settings.get(keys::KeepFailedDays));
    m_limits = ArchiveLimits::of(settings);
    m_editor->setText(settings.get(keys::EditorCommand));
}

void BuildSettings::apply(Settings &settings)
{
    settings.set(keys::ParallelBuilds, m_parallel->value());
    settings.set(keys::OutputFolder, m_output->text().trimmed());
    settings.set(keys::DefaultCompression, m_compression->currentData().toString());
    settings.set(keys::WorkFolder, m_work->text().trimmed());
    settings.set(keys::KeepFailedDays, m_keep->value());
    m_limits.keep(settings);
    settings.set(keys::EditorCommand, m_editor->text().trimmed());
}

AdvancedSettings::AdvancedSettings(QWidget *parent)
    : SettingsPage(parent)
    , m_reset(new QPushButton(tr("Show All Messages Again")))
{
    m_reset->setObjectName(u"settings.advanced.resetMessages"_s);
    auto *open = new QPushButton(tr("Open Settings Folder"));
    open->setObjectName(u"settings.advanced.openFolder"_s);
    QFormLayout *form = makeSettingsForm(this);
    form->addRow(tr("Messages"), m_reset);
    form->addRow({}, makeHint(tr("Those that you chose not to see again.")));
    form->addRow(tr("Files"), open);
    form->addRow({}, makeHint(folders::shortened(folders::config())));
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_isReset = true;
        m_reset->setEnabled(false);
    });
    connect(open, &QPushButton::clicked, this,
            [] { QDesktopServices::openUrl(QUrl::fromLocalFile(folders::config())); });
}

void AdvancedSettings::load(const Settings &settings)
{
    m_reset->setEnabled(!settings.get(keys::AskBeforeQuitting));
}

void AdvancedSettings::apply(Settings &settings)
{
    if (m_isReset)
        settings.set(keys::AskBeforeQuitting, true);
}

} // namespace plugsmith
