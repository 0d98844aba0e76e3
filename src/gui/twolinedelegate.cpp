// SPDX-License-Identifier: Apache-2.0
#include "gui/twolinedelegate.h"

#include "gui/rowpainting.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"

#include <QPainter>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Symbol = 16;
constexpr int Padding = 10;
constexpr int Gap = 8;

QFont secondFont()
{
    QFont font = codeFont();
    font.setPointSizeF(qMax(8.0, font.pointSizeF() - 0.5));
    return font;
}

} // namespace

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int second = rowOf(index).second.isEmpty() ? 0 : QFontMetrics(secondFont()).height() + 1;
    return {100, option.fontMetrics.height() + second + (second > 0 ? 6 : 9)};
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowBackground(painter, option, true);
    const Row row = rowOf(index);
    const QColor quiet = secondaryText(option.palette);
    QRect room = option.rect.adjusted(Padding + row.indent, 0, -Padding, 0);
    const int first = option.fontMetrics.height();
    const int second = row.second.isEmpty() ? 0 : QFontMetrics(secondFont()).height() + 1;
    const int top = room.top() + (room.height() - first - second) / 2;
    if (!row.icon.isEmpty()) {
        const QRect icon(room.left(), second > 0 ? room.center().y() - Symbol / 2 : top + (first - Symbol) / 2, Symbol,
                         Symbol);
        const QColor color = row.role && !row.isDimmed ? semanticColors(*row.role, option.palette).text : quiet;
        paintSymbol(painter, row.icon, icon, color);
        room.setLeft(icon.right() + Gap);
    }
    if (!row.end.isEmpty()) {
        const QString end = option.fontMetrics.elidedText(row.end, Qt::ElideRight, room.width() / 2);
        const int width = option.fontMetrics.horizontalAdvance(end);
        painter->setPen(row.isDimmed ? quiet : option.palette.color(QPalette::Text));
        painter->drawText(room, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), end);
        room.setRight(room.right() - width - Gap);
    }
    paintTitle(painter, option, row, QRect(room.left(), top, room.width(), first));
    if (second > 0) {
        painter->setFont(secondFont());
        painter->setPen(quiet);
        painter->drawText(QRect(room.left(), top + first + 1, room.width(), second),
                          static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                          painter->fontMetrics().elidedText(row.second, Qt::ElideRight, room.width()));
    }
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        painter->setPen(QPen(option.palette.color(QPalette::Highlight), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

void TwoLineDelegate::paintTitle(QPainter *painter, const QStyleOptionViewItem &option, const Row &row,
                                 const QRect &line)
{
    QFont font = row.isCode ? codeFont() : option.font;
    font.setBold(row.isStrong);
    painter->setFont(font);
    painter->setPen(row.isDimmed ? secondaryText(option.palette) : option.palette.color(QPalette::Text));
    const auto alignment = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    const QString title = painter->fontMetrics().elidedText(row.title, Qt::ElideMiddle, line.width());
    painter->drawText(line, alignment, title);
    const int used = painter->fontMetrics().horizontalAdvance(title) + 6;
    if (row.note.isEmpty() || used >= line.width())
        return;
    painter->setFont(option.font);
    painter->setPen(secondaryText(option.palette));
    painter->drawText(line.adjusted(used, 0, 0, 0), alignment,
                      painter->fontMetrics().elidedText(row.note, Qt::ElideRight, line.width() - used));
}

} // namespace plugsmith
