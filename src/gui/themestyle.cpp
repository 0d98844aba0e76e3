// SPDX-License-Identifier: Apache-2.0
#include "gui/themestyle.h"

#include "gui/semanticcolors.h"
#include "gui/symbolicicon.h"

#include <QAbstractButton>
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>

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

void ThemeStyle::drawButtonPanel(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const bool isEnabled = option->state & State_Enabled;
    const bool isDown = option->state & (State_Sunken | State_On);
    const QColor accent = palette.color(QPalette::Highlight);
    const bool isAccent = isEnabled && palette.color(QPalette::Button) == accent;
    QColor fill = palette.color(QPalette::Button);
    QColor edge = isAccent ? accent : lineColor(palette);
    if (option->state & State_Sunken)
        fill = mixed(fill, palette.color(QPalette::ButtonText), 0.15);
    else if (option->state & State_On)
        fill = selectionTint(palette);
    else if (isEnabled && option->state & State_MouseOver)
        fill = mixed(fill, isAccent ? palette.color(QPalette::ButtonText) : accent, 0.08);
    if (isEnabled && !isAccent && (isDown || option->state & (State_MouseOver | State_HasFocus)))
        edge = accent;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge);
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (option->state & State_HasFocus && option->state & State_KeyboardFocusChange) {
        painter->setPen(isAccent ? palette.color(QPalette::ButtonText) : accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(2.5, 2.5, -2.5, -2.5), 3, 3);
    }
    painter->restore();
}

void ThemeStyle::drawTab(const QStyleOption *option, QPainter *painter)
{
    const bool isSelected = option->state & State_Selected;
    if (!isSelected && !(option->state & State_MouseOver))
        return;
    const QColor accent = option->palette.color(QPalette::Highlight);
    const QRect &rect = option->rect;
    painter->fillRect(QRect(rect.left(), rect.bottom() - 2, rect.width(), 3),
                      isSelected ? accent : mixed(option->palette.color(QPalette::Window), accent, 0.35));
}

void ThemeStyle::drawHeaderSection(const QStyleOption *option, QPainter *painter)
{
    const QRect &rect = option->rect;
    painter->fillRect(rect, option->palette.color(QPalette::Window));
    painter->setPen(lineColor(option->palette));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());
}

void ThemeStyle::drawToolBar(const QStyleOption *option, QPainter *painter)
{
    const QRect &rect = option->rect;
    painter->fillRect(rect, option->palette.window());
    painter->setPen(lineColor(option->palette));
    if (option->state & State_Horizontal)
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    else
        painter->drawLine(rect.topRight(), rect.bottomRight());
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheckBox(option, painter);
    case PE_PanelButtonCommand:
        return drawButtonPanel(option, painter);
    case PE_PanelButtonTool: {
        const auto *button = qobject_cast<const QToolButton *>(widget);
        if (button && !button->autoRaise())
            return drawButtonPanel(option, painter);
        break;
    }
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractButton *>(widget))
            return; // drawn with the panel
        break;
    default:
        break;
    }
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
    switch (element) {
    case CE_ToolBar:
        return drawToolBar(option, painter);
    case CE_TabBarTabShape:
        return drawTab(option, painter);
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return drawHeaderSection(option, painter);
    default:
        return QProxyStyle::drawControl(element, option, painter, widget);
    }
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    return metric == PM_HeaderMargin ? 8 : QProxyStyle::pixelMetric(metric, option, widget);
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returnData) const
{
    if (hint == SH_Table_GridLineColor && option)
        return static_cast<int>(lineColor(option->palette).rgba());
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

QIcon ThemeStyle::standardIcon(StandardPixmap standardIcon, const QStyleOption *option, const QWidget *widget) const
{
    // Each tool bar asks for one of these at once. The pictures of Qt are loaded then; ours only if they are painted.
    if (standardIcon == SP_ToolBarHorizontalExtensionButton)
        return symbolicIcon(QStringLiteral("go-next"));
    if (standardIcon == SP_ToolBarVerticalExtensionButton)
        return symbolicIcon(QStringLiteral("go-down"));
    return QProxyStyle::standardIcon(standardIcon, option, widget);
}

} // namespace plugsmith
