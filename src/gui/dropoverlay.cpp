// SPDX-License-Identifier: Apache-2.0
#include "gui/dropoverlay.h"

#include "gui/semanticcolors.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"

#include <QApplication>
#include <QCursor>
#include <QPainter>

namespace plugsmith {

namespace {

constexpr int Gap = 16;
constexpr int Symbol = 40;

/// While something is dragged, widgets are told that the pointer came, but not that it left again.
void forgetHovers(QWidget *window)
{
    const QList<QWidget *> widgets = window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->testAttribute(Qt::WA_UnderMouse) || widget->rect().contains(widget->mapFromGlobal(QCursor::pos())))
            continue;
        widget->setAttribute(Qt::WA_UnderMouse, false);
        QEvent left(QEvent::Leave);
        QApplication::sendEvent(widget, &left);
        widget->update();
    }
}

} // namespace

DropOverlay::DropOverlay(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setObjectName(QStringLiteral("window.dropOverlay"));
    hide();
}

void DropOverlay::showOffers(const QVector<Offer> &offers)
{
    m_offers = offers;
    m_current = offers.size() == 1 && offers[0].isPossible ? 0 : -1;
    QStringList titles;
    for (const Offer &offer : offers)
        titles += offer.title;
    setAccessibleName(titles.join(QStringLiteral(", ")));
    show();
    raise();
    update();
}

QRect DropOverlay::areaOf(int number) const
{
    const int count = static_cast<int>(m_offers.size());
    const int wide = qMin(width() - 2 * Gap, count == 1 ? 520 : 1000);
    const int high = qMin(height() - 2 * Gap, 300);
    const QRect whole((width() - wide) / 2, (height() - high) / 2, wide, high);
    const int each = (wide - Gap * (count - 1)) / count;
    return {whole.x() + number * (each + Gap), whole.y(), each, high};
}

int DropOverlay::setPointer(const QPoint &position)
{
    int current = m_offers.size() == 1 ? 0 : -1;
    for (int i = 0; i < m_offers.size(); ++i) {
        // The areas share the whole height: nobody should have to aim.
        const QRect area = areaOf(i);
        if (position.x() >= area.left() - Gap / 2 && position.x() <= area.right() + Gap / 2)
            current = i;
    }
    if (current >= 0 && !m_offers[current].isPossible)
        current = -1;
    if (current != m_current) {
        m_current = current;
        update();
    }
    return m_current;
}

void DropOverlay::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    forgetHovers(window());
}

void DropOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Window);
    veil.setAlphaF(0.9F);
    painter.fillRect(rect(), veil);
    for (int i = 0; i < m_offers.size(); ++i) {
        const Offer &offer = m_offers[i];
        const bool current = i == m_current;
        const QRectF area = QRectF(areaOf(i)).adjusted(1, 1, -1, -1);
        const QColor accent = palette().color(QPalette::Highlight);
        painter.setPen(QPen(current ? accent : mixed(lineColor(palette()), palette().color(QPalette::WindowText), 0.15),
                            1.5, current ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(current ? selectionTint(palette()) : palette().color(QPalette::Base));
        painter.drawRoundedRect(area, 5, 5);

        const QColor strong =
            palette().color(offer.isPossible ? QPalette::Active : QPalette::Disabled, QPalette::WindowText);
        qreal y = area.center().y() - 60;
        const QColor symbolColor =
            offer.isPossible ? semanticColors(SemanticRole::Information, palette()).text : strong;
        paintSymbol(&painter, offer.icon, QRectF(area.center().x() - Symbol / 2.0, y, Symbol, Symbol), symbolColor);
        y += Symbol + 20;
        painter.setPen(strong);
        QFont titleFace = titleFont();
        titleFace.setBold(current);
        const QFontMetricsF metrics(titleFace);
        painter.setFont(titleFace);
        const QRectF title(area.x() + 16, y, area.width() - 32, metrics.height());
        painter.drawText(title, static_cast<int>(Qt::AlignCenter),
                         metrics.elidedText(offer.title, Qt::ElideMiddle, title.width()));
        y += title.height() + 8;
        painter.setFont(font());
        painter.setPen(secondaryText(palette()));
        painter.drawText(QRectF(area.x() + 32, y, area.width() - 64, area.bottom() - y),
                         static_cast<int>(Qt::AlignHCenter | Qt::TextWordWrap), offer.text);
    }
}

} // namespace plugsmith
