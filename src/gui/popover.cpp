// SPDX-License-Identifier: Apache-2.0
#include "gui/popover.h"

#include "gui/semanticcolors.h"

#include <QLayout>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace plugsmith {

namespace {

constexpr int Gap = 4;

} // namespace

Popover::Popover(QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setContentsMargins(1, 1, 1, 1);
}

void Popover::showAt(const QRect &anchor)
{
    adjustSize();
    // That looks at the narrowest shape of words that wrap, and leaves room for lines they do not need.
    if (layout() && layout()->hasHeightForWidth())
        resize(width(), layout()->totalHeightForWidth(width()));
    const QRect room = parentWidget()->screen()->availableGeometry();
    const int x = std::clamp(anchor.left(), room.left(), std::max(room.left(), room.right() - width()));
    int y = anchor.bottom() + Gap;
    if (y + height() > room.bottom())
        y = std::max(room.top(), anchor.top() - Gap - height());
    move(x, y);
    show();
}

void Popover::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    painter.setPen(mixed(lineColor(palette()), palette().color(QPalette::WindowText), 0.2));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace plugsmith
