// SPDX-License-Identifier: Apache-2.0
#include "gui/badge.h"

#include "gui/symbolicicon.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Padding = 6;
constexpr int IconGap = 4;
constexpr qreal Radius = 4;

QFont badgeFont(QFont font)
{
    font.setPointSizeF(std::max(8.0, font.pointSizeF() - 1));
    font.setBold(false);
    font.setItalic(false);
    return font;
}

int iconSize(const QFontMetrics &metrics)
{
    return std::max(12, metrics.ascent() + 1);
}

SemanticColors colorsOf(const Badge &badge, const QPalette &palette)
{
    if (badge.role)
        return semanticColors(*badge.role, palette);
    const QColor base = palette.color(QPalette::Base);
    return {secondaryText(palette), mixed(base, palette.color(QPalette::Text), 0.07), lineColor(palette)};
}

} // namespace

QSize badgeSize(const Badge &badge, const QFont &font)
{
    const QFontMetrics metrics(badgeFont(font));
    const int icon = badge.icon.isEmpty() ? 0 : iconSize(metrics) + IconGap;
    return {metrics.horizontalAdvance(badge.text) + 2 * Padding + icon + 2, metrics.height() + 3};
}

int paintBadge(QPainter *painter, const QRect &room, const Badge &badge, const QFont &font, const QPalette &palette,
               Qt::LayoutDirection direction)
{
    const QSize wanted = badgeSize(badge, font);
    const QSize size(std::min(wanted.width(), room.width()), wanted.height());
    if (size.width() < 2 * Padding + 12)
        return 0;
    const QRect logical(room.left(), room.center().y() - size.height() / 2 + 1, size.width(), size.height());
    const QRect rect = QStyle::visualRect(direction, room, logical);
    const SemanticColors colors = colorsOf(badge, palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(colors.line);
    painter->setBrush(colors.tint);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), Radius, Radius);
    const QFont small = badgeFont(font);
    const QFontMetrics metrics(small);
    QRect text = logical.adjusted(Padding, 0, -Padding, 0);
    if (!badge.icon.isEmpty()) {
        const int icon = iconSize(metrics);
        const QRect symbol(text.left(), text.center().y() - icon / 2 + 1, icon, icon);
        paintSymbol(painter, badge.icon, QStyle::visualRect(direction, room, symbol), colors.text);
        text.setLeft(text.left() + icon + IconGap);
    }
    painter->setFont(small);
    painter->setPen(colors.text);
    painter->drawText(QStyle::visualRect(direction, room, text), static_cast<int>(Qt::AlignCenter),
                      metrics.elidedText(badge.text, Qt::ElideRight, text.width()));
    painter->restore();
    return size.width();
}

void BadgeLabel::setBadge(const Badge &badge)
{
    m_badge = badge;
    setAccessibleName(badge.text);
    setVisible(!badge.text.isEmpty());
    updateGeometry();
    update();
}

QSize BadgeLabel::sizeHint() const
{
    return m_badge.text.isEmpty() ? QSize() : badgeSize(m_badge, font());
}

void BadgeLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(&painter, rect(), m_badge, font(), palette(), layoutDirection());
}

} // namespace plugsmith
