// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace plugsmith {

/// Fusion with three things mended: check boxes that can be seen on dark palettes, in the accent colour when checked;
/// tool bars without a gradient; and line edits with a frame that is there in dark palettes. Only used over Fusion: the
/// styles of desktops are left alone.
class ThemeStyle : public QProxyStyle
{
    Q_OBJECT

public:
    ThemeStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;

private:
    static void drawCheckBox(const QStyleOption *option, QPainter *painter);
};

} // namespace plugsmith
