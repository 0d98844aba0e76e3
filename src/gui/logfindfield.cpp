// SPDX-License-Identifier: Apache-2.0
#include "gui/logfindfield.h"

#include "gui/semanticcolors.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int NoteGap = 6;

} // namespace

LogFindField::LogFindField(QWidget *parent)
    : QLineEdit(parent)
    , m_caseSensitive(new QAction(tr("Case Sensitive"), this))
    , m_regularExpression(new QAction(tr("Regular Expression"), this))
    , m_note(new QLabel(this))
{
    setObjectName(u"build.log.find"_s);
    setPlaceholderText(tr("Find in log"));
    setAccessibleName(tr("Find in log"));
    setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    m_note->setObjectName(u"build.log.findCount"_s);
    m_note->setFont(smallFont());
    m_note->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_note->hide();
    m_caseSensitive->setObjectName(u"build.log.find.caseSensitive"_s);
    m_regularExpression->setObjectName(u"build.log.find.regularExpression"_s);
    auto *menu = new QMenu(this);
    for (QAction *action : {m_caseSensitive, m_regularExpression}) {
        action->setCheckable(true);
        menu->addAction(action);
        connect(action, &QAction::toggled, this, &LogFindField::queryChanged);
    }
    QAction *icon = addAction(symbolicIcon(u"edit-find"_s), LeadingPosition);
    icon->setObjectName(u"build.log.find.options"_s);
    icon->setText(tr("How to find"));
    icon->setToolTip(tr("Case sensitive, regular expression"));
    connect(icon, &QAction::triggered, this, [this, menu] { menu->popup(mapToGlobal(QPoint(0, height()))); });
    connect(this, &QLineEdit::textChanged, this, &LogFindField::queryChanged);
}

void LogFindField::setCount(int current, int total, bool isComplete)
{
    const QLocale locale;
    if (total == 0)
        setNote(isComplete ? tr("none") : u"…"_s, false);
    else if (current == 0)
        setNote(locale.toString(total), false);
    else
        setNote(tr("%1 of %2", "hit 3 of 12").arg(locale.toString(current), locale.toString(total)), false);
}

void LogFindField::clearCount()
{
    setNote({}, false);
}

void LogFindField::setInvalid()
{
    setNote(tr("not valid", "a regular expression"), true);
}

void LogFindField::setNote(const QString &text, bool isBad)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    m_isBad = isBad;
    setAccessibleDescription(text);
    placeNote();
}

void LogFindField::placeNote()
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText,
                    m_isBad ? semanticColors(SemanticRole::Negative, palette()).text : secondaryText(palette()));
    if (colors != m_note->palette())
        m_note->setPalette(colors);
    const int wide = m_note->isHidden() ? 0 : m_note->sizeHint().width();
    setTextMargins(0, 0, wide == 0 ? 0 : wide + NoteGap, 0);
    m_note->setGeometry(width() - wide - NoteGap, 0, wide, height());
}

void LogFindField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeNote();
}

void LogFindField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        placeNote();
}

void LogFindField::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn)
        emit nextRequested(!(event->modifiers() & Qt::ShiftModifier));
    else if (event == QKeySequence::FindNext || event == QKeySequence::FindPrevious)
        emit nextRequested(event == QKeySequence::FindNext);
    else if (event->key() == Qt::Key_Escape)
        emit left();
    else
        QLineEdit::keyPressEvent(event);
}

void LogFindField::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    menu->addActions({m_caseSensitive, m_regularExpression});
    menu->popup(event->globalPos());
}

} // namespace plugsmith
