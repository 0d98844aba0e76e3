// SPDX-License-Identifier: Apache-2.0
#include "gui/card.h"

#include "gui/semanticcolors.h"

#include <QPainter>

namespace plugsmith {

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(lineColor(palette()));
    painter.setBrush(palette().base());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace plugsmith
