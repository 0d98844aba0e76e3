// SPDX-License-Identifier: Apache-2.0
#include "gui/pluginsfilterfield.h"

#include "gui/symbolicicon.h"
#include "models/cataloguemodel.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>

#include <set>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostValues = 200;   // in the list behind a key
constexpr qsizetype MostEntries = 5000; // that are looked at for them: this happens while somebody types

/// What entries have for a key, sorted.
QStringList valuesOf(const QString &key, const CatalogueContent &content)
{
    std::set<QString> values;
    for (qsizetype i = 0; i < qMin(content.entries.size(), MostEntries); ++i) {
        const PluginEntry &entry = content.entries[i];
        if (key == "go:"_L1 && entry.go.isValid()) {
            values.insert(entry.go.languageVersion().toString());
            values.insert(entry.go.toString());
        } else if (key == "os:"_L1 && !entry.platform.os.isEmpty()) {
            values.insert(entry.platform.os);
        } else if (key == "arch:"_L1 && !entry.platform.arch.isEmpty()) {
            values.insert(entry.platform.arch);
        } else if (key == "platform:"_L1 && entry.platform.isValid()) {
            values.insert(entry.platform.toString());
        } else if (key == "symbol:"_L1) {
            values.insert(entry.exportNames.begin(), entry.exportNames.end());
        } else if (key == "module:"_L1) {
            for (const QString &module : entry.modules)
                values.insert(module.section(u'@', 0, 0));
        }
    }
    QStringList list;
    for (const QString &value : values) {
        if (list.size() < MostValues)
            list << value;
    }
    return list;
}

} // namespace

PluginsFilterField::PluginsFilterField(const CatalogueModel &model, QWidget *parent)
    : QLineEdit(parent)
    , m_model(model)
    , m_completer(new QCompleter(&m_words, this))
{
    setObjectName(u"plugins.filter"_s);
    setPlaceholderText(tr("Filter by name, go:1.22, os:linux, symbol:Quote, is:newest"));
    setAccessibleName(tr("Filter plugins"));
    setClearButtonEnabled(true);
    addAction(symbolicIcon(u"edit-find"_s), QLineEdit::LeadingPosition);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->popup()->setObjectName(u"plugins.filter.completions"_s);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &PluginsFilterField::complete);
    connect(this, &QLineEdit::textEdited, this, &PluginsFilterField::offerCompletions);
    connect(this, &QLineEdit::textChanged, this, &PluginsFilterField::filterChanged);
}

QString PluginsFilterField::wordAtCursor() const
{
    return text().first(cursorPosition()).section(u' ', -1);
}

QStringList PluginsFilterField::completions() const
{
    const QString word = wordAtCursor();
    const qsizetype colon = word.indexOf(u':');
    QStringList candidates;
    if (colon < 0) {
        candidates = PluginFilter::keys();
    } else {
        const QString key = word.first(colon + 1).toLower();
        const QStringList values = key == "is:"_L1 ? PluginFilter::states() : valuesOf(key, *m_model.content());
        for (const QString &value : values)
            candidates << key + (value.contains(u' ') ? u'"' + value + u'"' : value);
    }
    candidates.removeIf([&](const QString &each) {
        return word.isEmpty() || !each.startsWith(word, Qt::CaseInsensitive) || each.size() == word.size();
    });
    return candidates;
}

void PluginsFilterField::offerCompletions()
{
    const QStringList words = completions();
    m_words.setStringList(words);
    if (words.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = cursorRect();
    place.setWidth(m_completer->popup()->sizeHintForColumn(0) + 40);
    m_completer->complete(place);
}

void PluginsFilterField::complete(const QString &word)
{
    const qsizetype start = cursorPosition() - wordAtCursor().size();
    // Behind a value goes the next word, behind a key its value.
    const QString inserted = word.endsWith(u':') ? word : word + u' ';
    QString whole = text();
    whole.replace(start, cursorPosition() - start, inserted);
    setText(whole);
    setCursorPosition(static_cast<int>(start + inserted.size()));
    if (word.endsWith(u':'))
        offerCompletions();
}

void PluginsFilterField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        return clear();
    QLineEdit::keyPressEvent(event);
}

} // namespace plugsmith
