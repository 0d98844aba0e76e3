// SPDX-License-Identifier: Apache-2.0
#include "gui/shortcutspage.h"

#include "gui/shortcuts.h"
#include "gui/symbolicicon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int ActionRole = Qt::UserRole;

QString shownKeys(const QList<QKeySequence> &keys)
{
    return QKeySequence::listToString(keys, QKeySequence::NativeText);
}

QString menuOf(const QAction *action)
{
    const QString prefix = action->objectName().section(u'.', 0, 0);
    const QPair<QString, QString> menus[] = {{u"file"_s, ShortcutsPage::tr("File")},
                                             {u"edit"_s, ShortcutsPage::tr("Edit")},
                                             {u"view"_s, ShortcutsPage::tr("View")},
                                             {u"build"_s, ShortcutsPage::tr("Build")},
                                             {u"help"_s, ShortcutsPage::tr("Help")}};
    for (const auto &[id, title] : menus) {
        if (id == prefix)
            return title;
    }
    return ShortcutsPage::tr("Other");
}

} // namespace

ShortcutsPage::ShortcutsPage(const QVector<QAction *> &actions, QWidget *parent)
    : SettingsPage(parent)
    , m_actions(actions)
    , m_filter(new QLineEdit)
    , m_tree(new QTreeWidget)
    , m_edit(new QKeySequenceEdit)
    , m_clear(new QPushButton(tr("No Keys")))
    , m_reset(new QPushButton(tr("Default Keys")))
    , m_problem(new QLabel)
{
    m_actions.removeIf([](const QAction *action) { return !action->isVisible(); });
    m_filter->setObjectName(u"settings.shortcuts.filter"_s);
    m_filter->setPlaceholderText(tr("Find a command or keys"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_tree->setObjectName(u"settings.shortcuts.list"_s);
    m_tree->setAccessibleName(tr("Commands and their keys"));
    m_tree->setHeaderLabels({tr("Command"), tr("Keys")});
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_tree->setMinimumHeight(160);
    m_edit->setObjectName(u"settings.shortcuts.keys"_s);
    m_edit->setAccessibleName(tr("New keys"));
    m_clear->setObjectName(u"settings.shortcuts.clear"_s);
    m_reset->setObjectName(u"settings.shortcuts.reset"_s);
    m_problem->setObjectName(u"settings.shortcuts.problem"_s);
    m_problem->setWordWrap(true);

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_clear);
    row->addWidget(m_reset);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_filter);
    column->addWidget(m_tree, 1);
    column->addLayout(row);
    column->addWidget(m_problem);
    connect(m_filter, &QLineEdit::textChanged, this, &ShortcutsPage::filter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ShortcutsPage::showCurrent);
    connect(m_edit, &QKeySequenceEdit::editingFinished, this, [this] {
        if (!m_edit->keySequence().isEmpty())
            setKeys({m_edit->keySequence()});
    });
    connect(m_clear, &QPushButton::clicked, this, [this] { setKeys({}); });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (const QAction *action = currentAction())
            setKeys(shortcuts::defaultsOf(action));
    });
}

void ShortcutsPage::load(const Settings &)
{
    m_tree->clear();
    QHash<QString, QTreeWidgetItem *> menus;
    for (QAction *action : m_actions) {
        m_keys.insert(action, action->shortcuts());
        const QString title = menuOf(action);
        if (!menus.contains(title))
            menus.insert(title, new QTreeWidgetItem(m_tree, {title}));
        auto *item = new QTreeWidgetItem(menus.value(title), {QString(action->text()).remove(u'&').remove(u'…')});
        item->setData(0, ActionRole, QVariant::fromValue(action));
        showKeys(item);
    }
    m_tree->expandAll();
    showCurrent();
}

void ShortcutsPage::apply(Settings &settings)
{
    for (QAction *action : m_actions)
        shortcuts::set(action, m_keys.value(action));
    shortcuts::save(m_actions, settings);
}

void ShortcutsPage::filter(const QString &words)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *menu = m_tree->topLevelItem(i);
        bool isSeen = false;
        for (int j = 0; j < menu->childCount(); ++j) {
            QTreeWidgetItem *item = menu->child(j);
            const bool matches = item->text(0).contains(words, Qt::CaseInsensitive) ||
                                 item->text(1).contains(words, Qt::CaseInsensitive);
            item->setHidden(!matches);
            isSeen = isSeen || matches;
        }
        menu->setHidden(!isSeen);
    }
}

QAction *ShortcutsPage::currentAction() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item ? item->data(0, ActionRole).value<QAction *>() : nullptr;
}

void ShortcutsPage::showCurrent()
{
    const QAction *action = currentAction();
    for (QWidget *widget : QVector<QWidget *>{m_edit, m_clear, m_reset})
        widget->setEnabled(action);
    m_edit->setKeySequence(action ? m_keys.value(action).value(0) : QKeySequence());
    m_problem->clear();
}

void ShortcutsPage::showKeys(QTreeWidgetItem *item)
{
    const auto *action = item->data(0, ActionRole).value<QAction *>();
    item->setText(1, shownKeys(m_keys.value(action)));
    QFont font = m_tree->font();
    font.setBold(m_keys.value(action) != shortcuts::defaultsOf(action));
    item->setFont(1, font);
}

QAction *ShortcutsPage::ownerOf(const QKeySequence &sequence, const QAction *except) const
{
    for (QAction *action : m_actions) {
        if (action == except)
            continue;
        for (const QKeySequence &other : m_keys.value(action)) {
            if (other.matches(sequence) != QKeySequence::NoMatch || sequence.matches(other) != QKeySequence::NoMatch)
                return action;
        }
    }
    return nullptr;
}

void ShortcutsPage::setKeys(const QList<QKeySequence> &sequences)
{
    const QAction *action = currentAction();
    if (!action)
        return;
    for (const QKeySequence &sequence : sequences) {
        if (const QAction *owner = ownerOf(sequence, action)) {
            showCurrent();
            m_problem->setText(tr("%1 belongs to “%2”.")
                                   .arg(sequence.toString(QKeySequence::NativeText),
                                        QString(owner->text()).remove(u'&').remove(u'…')));
            return;
        }
    }
    m_keys.insert(action, sequences);
    showKeys(m_tree->currentItem());
    showCurrent();
}

} // namespace plugsmith
