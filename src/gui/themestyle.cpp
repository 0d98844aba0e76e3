// SPDX-License-Identifier: Apache-2.0
#include "gui/themestyle.h"

#include "gui/semanticcolors.h"

#include <QPainter>
#include <QStyleOption>
#include <QToolBar>

namespace plugsmith {

ThemeStyle::ThemeStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void ThemeStyle::drawCheckBox(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const bool isEnabled = option->state & State_Enabled;
    const bool isSet = option->state & (State_On | State_NoChange);
    const QColor accent = palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::Highlight);
    const QColor edge = mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), isEnabled ? 0.45 : 0.25);
    const QColor inside = isDark(palette) ? mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.12)
                                          : palette.color(QPalette::Base);
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(isSet ? accent : option->state & State_MouseOver ? accent : edge);
    painter->setBrush(option->state & State_On ? accent : inside);
    painter->drawRoundedRect(box, 3, 3);
    if (option->state & State_On) {
        painter->setPen(QPen(palette.color(QPalette::HighlightedText), box.width() / 8, Qt::SolidLine, Qt::RoundCap,
                             Qt::RoundJoin));
        painter->setBrush(Qt::NoBrush);
        const auto at = [&box](qreal x, qreal y) {
            return QPointF(box.x() + box.width() * x, box.y() + box.height() * y);
        };
        painter->drawPolyline(QPolygonF{at(0.24, 0.54), at(0.43, 0.72), at(0.77, 0.32)});
    } else if (option->state & State_NoChange) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(accent);
        const qreal inset = box.width() * 0.25;
        painter->drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 1, 1);
    }
    painter->restore();
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck)
        return drawCheckBox(option, painter);
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_FrameLineEdit && isDark(option->palette) && !(option->state & State_HasFocus)) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(lineColor(option->palette));
        painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter->restore();
    }
}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (element != CE_ToolBar)
        return QProxyStyle::drawControl(element, option, painter, widget);
    painter->fillRect(option->rect, option->palette.window());
    painter->setPen(lineColor(option->palette));
    const QRect &rect = option->rect;
    if (option->state & State_Horizontal)
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    else
        painter->drawLine(rect.topRight(), rect.bottomRight());
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returnData) const
{
    if (hint == SH_Table_GridLineColor && option)
        return static_cast<int>(lineColor(option->palette).rgba());
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace plugsmith
