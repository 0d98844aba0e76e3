// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

class QStyleOptionToolButton;

namespace plugsmith {

/// Fusion drawn flat: buttons, tabs, headings and tool bars without gradients; check boxes that can be seen on dark
/// palettes, in the accent colour when checked; fields with a frame that is there in dark palettes; buttons and
/// fields of one height, with room around their words. Only used over Fusion: the styles of desktops are left alone.
class ThemeStyle : public QProxyStyle
{
    Q_OBJECT

public:
    ThemeStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap standardIcon, const QStyleOption *option, const QWidget *widget) const override;

private:
    static void drawCheckBox(const QStyleOption *option, QPainter *painter);
    static void drawButtonPanel(const QStyleOption *option, QPainter *painter);
    struct Label
    {
        QIcon icon;
        QSize iconSize;
        QString text;
        bool hasMenu = false;
    };
    void drawLabel(const Label &label, const QStyleOption &button, QPainter *painter, const QWidget *widget) const;
    static Label labelOf(const QStyleOptionToolButton &button, const QWidget *widget);
    static void drawTab(const QStyleOption *option, QPainter *painter);
    static void drawHeaderSection(const QStyleOption *option, QPainter *painter);
    static void drawFieldEdge(const QStyleOption *option, QPainter *painter);
    static void drawToolBar(const QStyleOption *option, QPainter *painter);
};

} // namespace plugsmith
