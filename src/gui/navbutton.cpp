// SPDX-License-Identifier: Apache-2.0
#include "gui/navbutton.h"

#include "gui/theme.h"

#include <QAction>
#include <QPainter>
#include <QStyleOptionToolButton>

namespace plugsmith {

NavButton::NavButton(QAction *action, QWidget *parent)
    : QToolButton(parent)
{
    setDefaultAction(action);
    setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    setIconSize({22, 22});
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(action->iconText());
}

void NavButton::setBadge(int count, SemanticRole role, const QString &words)
{
    m_count = count;
    m_role = role;
    setAccessibleDescription(count == 0 ? QString() : words);
    update();
}

QSize NavButton::sizeHint() const
{
    const int wide = fontMetrics().horizontalAdvance(text()) + 16;
    return {qMax(wide, 72), iconSize().height() + 4 + fontMetrics().height() + 22};
}

void NavButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor accent = palette().color(QPalette::Highlight);
    if (isChecked()) {
        painter.setPen(accent);
        painter.setBrush(selectionTint(palette()));
        painter.drawRoundedRect(frame, 5, 5);
    } else if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(palette().color(QPalette::Window), accent, 0.1));
        painter.drawRoundedRect(frame, 5, 5);
    }
    if (hasFocus() && !isChecked()) {
        painter.setPen(QPen(accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
    const int content = iconSize().height() + 4 + fontMetrics().height();
    const int top = (height() - content) / 2;
    icon().paint(&painter, QRect((width() - iconSize().width()) / 2, top, iconSize().width(), iconSize().height()));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(0, top + iconSize().height() + 4, width(), fontMetrics().height()),
                     static_cast<int>(Qt::AlignCenter), text());
    if (m_count == 0)
        return;
    const QString number = QString::number(m_count);
    const QFont font = smallFont();
    const QFontMetrics metrics(font);
    const int high = metrics.height() + 2;
    const int wide = qMax(high, metrics.horizontalAdvance(number) + 8);
    const QRect badge(width() / 2 + 6, top - 6, wide, high);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_role == SemanticRole::Negative ? QColor(0xb3, 0x20, 0x2c) : accent);
    painter.drawRoundedRect(badge, high / 2.0, high / 2.0);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(badge, static_cast<int>(Qt::AlignCenter), number);
}

} // namespace plugsmith
