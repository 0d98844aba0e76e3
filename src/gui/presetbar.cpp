// SPDX-License-Identifier: Apache-2.0
#include "gui/presetbar.h"

#include "gui/actions.h"
#include "gui/presetsdialog.h"
#include "gui/symbolicicon.h"
#include "models/buildsession.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

PresetBar::PresetBar(BuildSession &session, Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_choice(new QComboBox)
    , m_save(new QToolButton)
{
    auto *label = new QLabel(tr("P&reset"));
    label->setBuddy(m_choice);
    m_choice->setObjectName(u"build.toolbar.preset"_s);
    m_choice->setAccessibleName(tr("Preset"));
    m_choice->setMinimumContentsLength(16);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_save->setObjectName(u"build.toolbar.savePreset"_s);
    m_save->setIcon(symbolicIcon(u"document-save"_s));
    m_save->setToolTip(tr("Save targets and options as a preset"));
    m_save->setAccessibleName(tr("Save preset"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_choice);
    row->addWidget(m_save);
    connect(m_choice, &QComboBox::activated, this, &PresetBar::choose);
    connect(m_save, &QToolButton::clicked, this, &PresetBar::askForName);
    Actions::provide(actions.savePreset, this, [this] { askForName(); });
    Actions::provide(actions.presets, this, [this] { showDialog(); });
    connect(&m_store, &PresetStore::changed, this, &PresetBar::refresh);
    connect(&session, &BuildSession::choicesChanged, this, &PresetBar::refresh);
    connect(&session, &BuildSession::sourceChanged, this, &PresetBar::refresh);
    refresh();
}

/// A preset that was changed since it was chosen says so.
void PresetBar::refresh()
{
    const QSignalBlocker blocker(m_choice);
    const bool isReady = m_session.sourceState() == BuildSession::SourceState::Ready;
    const QString current = isReady ? m_session.presetName() : QString();
    m_choice->clear();
    m_choice->addItem(tr("None"), QString());
    for (const QString &name : m_store.names())
        m_choice->addItem(name, name);
    m_choice->insertSeparator(m_choice->count());
    m_choice->addItem(tr("Presets…"));
    const int index = current.isEmpty() ? 0 : qMax(0, m_choice->findData(current));
    m_choice->setCurrentIndex(index);
    if (const auto preset = m_store.preset(current); preset && index > 0) {
        const QVector<Target> selected = m_session.matrix().selected();
        const bool same =
            preset->options == m_session.options() && preset->targets.size() == selected.size() &&
            std::ranges::all_of(preset->targets, [&](const Target &target) { return selected.contains(target); });
        if (!same)
            m_choice->setItemText(index, tr("%1, changed").arg(current));
    }
    m_choice->setEnabled(isReady);
    m_save->setEnabled(isReady);
}

void PresetBar::choose(int index)
{
    if (index == m_choice->count() - 1) {
        refresh();
        return showDialog();
    }
    const QString name = m_choice->itemData(index).toString();
    if (name.isEmpty())
        return m_session.setPresetName({});
    apply(name);
}

void PresetBar::apply(const QString &name)
{
    const auto preset = m_store.preset(name);
    if (!preset)
        return emit said(preset.error().sentence());
    m_session.applyPreset(*preset);
}

void PresetBar::importFiles(const QStringList &paths)
{
    QString last;
    for (const QString &path : paths) {
        const auto name = m_store.importFile(path);
        if (!name)
            return emit said(name.error().sentence());
        last = *name;
    }
    if (m_session.sourceState() == BuildSession::SourceState::Ready)
        apply(last);
    emit said(tr("Preset “%1” imported").arg(last));
}

void PresetBar::askForName()
{
    if (m_session.sourceState() != BuildSession::SourceState::Ready)
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"build.savePreset"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save preset"));
    dialog->setLabelText(tr("Name of the preset; one of the same name is replaced"));
    dialog->setTextValue(m_session.presetName());
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) { save(name.trimmed()); });
    dialog->open();
}

void PresetBar::save(const QString &name)
{
    if (name.isEmpty())
        return;
    if (const auto saved = m_store.save({name, m_session.matrix().selected(), m_session.options()}); !saved)
        return emit said(saved.error().sentence());
    m_session.setPresetName(name);
    emit said(tr("Preset “%1” saved").arg(name));
}

void PresetBar::showDialog()
{
    auto *dialog = new PresetsDialog(m_store, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace plugsmith
