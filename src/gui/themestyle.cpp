// SPDX-License-Identifier: Apache-2.0
#include "gui/themestyle.h"

#include "gui/semanticcolors.h"
#include "gui/symbolicicon.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>

namespace plugsmith {

namespace {

constexpr int FieldPadding = 10; // what is around the words of buttons and fields, of both sides together
constexpr int IconGap = 6;
constexpr int ChevronSize = 12;
constexpr int HeaderMargin = 8;

bool hasWordsInFrame(const QStyleOptionToolButton &button)
{
    return !(button.state & QStyle::State_AutoRaise) && button.toolButtonStyle == Qt::ToolButtonTextBesideIcon;
}

/// Whether a press opens a menu; the small arrow that Fusion puts into the corner of those is left out.
bool isMenuButton(const QStyleOptionToolButton &button)
{
    return (button.features & QStyleOptionToolButton::HasMenu) &&
           !(button.features & QStyleOptionToolButton::MenuButtonPopup);
}

} // namespace

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
    const bool isReached = option->state & State_HasFocus && option->state & State_KeyboardFocusChange;
    if (isEnabled && !isAccent && (isDown || isReached || option->state & State_MouseOver))
        edge = accent;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge);
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (isReached) {
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
    case PE_IndicatorHeaderArrow: {
        // Qt leaves twice the margin and five pixels to it, which is nothing in headings of this height.
        QStyleOptionHeader arrow;
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            arrow = *header;
        const int center = option->rect.top() - 5 + (option->rect.height() + 2 * HeaderMargin + 5) / 2;
        arrow.rect = QRect(option->rect.right() - ChevronSize, center - ChevronSize / 2, ChevronSize, ChevronSize);
        return QProxyStyle::drawPrimitive(element, &arrow, painter, widget);
    }
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractButton *>(widget))
            return; // drawn with the panel
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_FrameLineEdit || (element == PE_Frame && qobject_cast<const QAbstractScrollArea *>(widget)))
        drawFieldEdge(option, painter);
}

/// In dark palettes the frame of Fusion is darker than what is around it, and so cannot be seen.
void ThemeStyle::drawFieldEdge(const QStyleOption *option, QPainter *painter)
{
    if (!isDark(option->palette) || option->state & State_HasFocus)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(lineColor(option->palette));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter->restore();
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (button && hasWordsInFrame(*button) && isMenuButton(*button)) {
        QStyleOptionToolButton plain = *button;
        plain.features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
        return QProxyStyle::drawComplexControl(control, &plain, painter, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox)
        drawFieldEdge(option, painter);
}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    switch (element) {
    case CE_ToolBar:
        return drawToolBar(option, painter);
    case CE_PushButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool hasBoth = button && !button->icon.isNull() && !button->text.isEmpty();
        if (hasBoth && !(button->features & QStyleOptionButton::HasMenu))
            return drawLabel({button->icon, button->iconSize, button->text, false}, *button, painter, widget);
        break;
    }
    case CE_ToolButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (!button || !hasWordsInFrame(*button))
            break;
        return drawLabel(labelOf(*button, widget), *button, painter, widget);
    }
    case CE_TabBarTabShape:
        return drawTab(option, painter);
    case CE_HeaderLabel: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (!header)
            break;
        QStyleOptionHeader whole = *header; // the margin is for the sides; above and below it would cut the words
        whole.rect.adjust(0, -HeaderMargin, 0, HeaderMargin);
        return QProxyStyle::drawControl(element, &whole, painter, widget);
    }
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return drawHeaderSection(option, painter);
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    return metric == PM_HeaderMargin ? HeaderMargin : QProxyStyle::pixelMetric(metric, option, widget);
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

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                   const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const int height = option ? option->fontMetrics.height() + FieldPadding : 0;
    switch (type) {
    case CT_PushButton:
        return {size.width() + FieldPadding, qMax(size.height(), height)};
    case CT_ComboBox:
    case CT_LineEdit:
    case CT_SpinBox:
        return {size.width(), qMax(size.height(), height)};
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (!button || button->state & State_AutoRaise)
            return size;
        const int chevron = hasWordsInFrame(*button) && isMenuButton(*button) ? IconGap + ChevronSize : 0;
        return {size.width() + (hasWordsInFrame(*button) ? FieldPadding : 0) + chevron, qMax(size.height(), height)};
    }
    default:
        return size;
    }
}

/// Of tool buttons, whether there is a menu is asked from the button: drawComplexControl() hides it from Fusion.
ThemeStyle::Label ThemeStyle::labelOf(const QStyleOptionToolButton &button, const QWidget *widget)
{
    const auto *toolButton = qobject_cast<const QToolButton *>(widget);
    const bool hasMenu = toolButton && toolButton->menu() && toolButton->popupMode() != QToolButton::MenuButtonPopup;
    return {button.icon, button.iconSize, button.text, hasMenu};
}

/// As Qt draws the words of push buttons, with the room between them that they need.
void ThemeStyle::drawLabel(const Label &label, const QStyleOption &button, QPainter *painter,
                           const QWidget *widget) const
{
    const bool isEnabled = button.state & State_Enabled;
    const QSize iconSize = label.icon.isNull() ? QSize() : label.icon.actualSize(label.iconSize);
    const int iconWidth = label.icon.isNull() ? 0 : iconSize.width() + IconGap;
    const int mnemonic =
        proxy()->styleHint(SH_UnderlineShortcut, &button, widget) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    const int textWidth = button.fontMetrics.size(mnemonic, label.text).width();
    const int width = iconWidth + textWidth + (label.hasMenu ? IconGap + ChevronSize : 0);
    QRect rest = alignedRect(button.direction, Qt::AlignCenter, QSize(width, button.rect.height()), button.rect);
    const auto part = [&](Qt::Alignment side, QSize size) {
        return alignedRect(button.direction, side | Qt::AlignVCenter, size, rest);
    };
    if (iconWidth > 0)
        label.icon.paint(painter, part(Qt::AlignLeft, iconSize), Qt::AlignCenter,
                         isEnabled ? QIcon::Normal : QIcon::Disabled, button.state & State_On ? QIcon::On : QIcon::Off);
    if (label.hasMenu)
        paintSymbol(painter, QStringLiteral("go-down"), part(Qt::AlignRight, QSize(ChevronSize, ChevronSize)),
                    button.palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
    rest = part(Qt::AlignLeft, QSize(iconWidth + textWidth, rest.height()));
    proxy()->drawItemText(painter, part(Qt::AlignRight, QSize(textWidth, rest.height())), Qt::AlignCenter | mnemonic,
                          button.palette, isEnabled, label.text, QPalette::ButtonText);
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
