// SPDX-License-Identifier: Apache-2.0
#include "gui/loadmemorygraph.h"

#include "gui/semanticcolors.h"
#include "gui/theme.h"
#include "models/buildtext.h"
#include "models/memoryhistory.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr double Megabyte = 1e6;
constexpr int Steps = 4;             // lines above the ground
constexpr qint64 ShortestSpan = 120; // seconds; a new session should not look dramatic
constexpr double MarkSize = 14;

/// The next of 4, 8, 20, 40, 80, 200 … megabytes that is not below: four even steps with round numbers.
qint64 roundTop(double megabytes)
{
    for (qint64 power = 1;; power *= 10) {
        for (const qint64 factor : {4, 8, 20}) {
            if (static_cast<double>(factor * power) >= megabytes)
                return factor * power;
        }
    }
}

} // namespace

LoadMemoryGraph::LoadMemoryGraph(QWidget *parent)
    : QWidget(parent)
{
    setMinimumHeight(110);
    setAccessibleName(tr("Memory of the session"));
}

void LoadMemoryGraph::setHistory(MemoryHistory *history)
{
    if (m_history)
        m_history->disconnect(this);
    m_history = history;
    if (history)
        connect(history, &MemoryHistory::changed, this, &LoadMemoryGraph::measure);
    measure();
}

void LoadMemoryGraph::measure()
{
    if (!m_history)
        return update();
    setAccessibleDescription(m_history->summary());
    if (const auto &samples = m_history->samples(); !samples.isEmpty()) {
        m_from = samples.first().secondsSinceEpoch;
        m_to = qMax(samples.last().secondsSinceEpoch, m_from + ShortestSpan);
        m_top = roundTop(static_cast<double>(m_history->largest()) * 1.05 / Megabyte);
    }
    update();
}

QRectF LoadMemoryGraph::plot() const
{
    const QFontMetrics small(smallFont());
    const int left = small.horizontalAdvance(QString::number(m_top)) + 14;
    return QRectF(rect()).adjusted(left, MarkSize + 4, -10, -small.height() - 6);
}

double LoadMemoryGraph::xOf(qint64 seconds) const
{
    const QRectF area = plot();
    return area.left() + area.width() * static_cast<double>(seconds - m_from) / static_cast<double>(m_to - m_from);
}

double LoadMemoryGraph::yOf(qint64 bytes) const
{
    const QRectF area = plot();
    return area.bottom() - area.height() * static_cast<double>(bytes) / Megabyte / static_cast<double>(m_top);
}

void LoadMemoryGraph::paintGrid(QPainter &painter) const
{
    const QRectF area = plot();
    painter.setFont(smallFont());
    const QColor quiet = secondaryText(palette());
    const int line = painter.fontMetrics().height();
    for (int step = 0; step <= Steps; ++step) {
        const double y = area.bottom() - area.height() * step / Steps;
        painter.setPen(lineColor(palette()));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(quiet);
        painter.drawText(QRectF(0, y - line / 2.0, area.left() - 6, line), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(m_top * step / Steps));
    }
    const double below = area.bottom() + 4;
    painter.drawText(QRectF(4, below, area.left(), line), Qt::AlignLeft, tr("MB"));
    const auto labelsOf = [&](const QString &widest) {
        return qBound(2, static_cast<int>(area.width() / (painter.fontMetrics().horizontalAdvance(widest) + 30)), 5);
    };
    int labels = labelsOf(u"00:00"_s);
    const bool withSeconds = (m_to - m_from) / (labels - 1) < 60; // or two of them would say the same
    if (withSeconds)
        labels = labelsOf(u"00:00:00"_s);
    for (int i = 0; i < labels; ++i) {
        const qint64 at = m_from + (m_to - m_from) * i / (labels - 1);
        const QRectF room(xOf(at) - 40, below, 80, line);
        const auto side = i == 0 ? Qt::AlignLeft : i == labels - 1 ? Qt::AlignRight : Qt::AlignHCenter;
        painter.drawText(i == 0            ? room.translated(40, 0)
                         : i == labels - 1 ? room.translated(-40, 0)
                                           : room,
                         side, shownClock(at, withSeconds));
    }
}

void LoadMemoryGraph::paintMarks(QPainter &painter) const
{
    const QColor color = semanticColors(SemanticRole::Caution, palette()).text;
    const QRectF area = plot();
    QFont font = smallFont();
    font.setPointSizeF(font.pointSizeF() - 1);
    painter.setFont(font);
    double lastEnd = -1;
    for (const MemoryHistory::Mark &mark : m_history->marks()) {
        const double x = xOf(mark.secondsSinceEpoch);
        painter.setPen(QPen(color, 1, Qt::DotLine));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        const QString text = QString::number(mark.generation);
        const double width = qMax(MarkSize, painter.fontMetrics().horizontalAdvance(text) + 6.0);
        if (x - width / 2 < lastEnd)
            continue; // its line is enough where there are many
        lastEnd = x + width / 2 + 1;
        const QRectF badge(x - width / 2, area.top() - MarkSize - 1, width, MarkSize);
        painter.setPen(color);
        painter.setBrush(palette().base());
        painter.drawRoundedRect(badge, MarkSize / 2, MarkSize / 2);
        painter.drawText(badge, Qt::AlignCenter, text);
    }
}

void LoadMemoryGraph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(lineColor(palette()));
    painter.setBrush(palette().base());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    if (!m_history || m_history->samples().isEmpty()) {
        painter.setPen(secondaryText(palette()));
        painter.drawText(rect(), Qt::AlignCenter, tr("Not measured yet"));
        return;
    }
    paintGrid(painter);
    QPainterPath line;
    for (const MemorySample &sample : m_history->samples()) {
        const QPointF point(xOf(sample.secondsSinceEpoch), yOf(sample.residentBytes));
        line.elementCount() == 0 ? line.moveTo(point) : line.lineTo(point);
    }
    QPainterPath area = line;
    area.lineTo(area.currentPosition().x(), plot().bottom());
    area.lineTo(xOf(m_from), plot().bottom());
    area.closeSubpath();
    const SemanticColors colors = semanticColors(SemanticRole::Information, palette());
    painter.fillPath(area, mixed(palette().color(QPalette::Base), colors.text, 0.12));
    paintMarks(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors.text, 1.6));
    painter.drawPath(line);
    painter.setBrush(colors.text);
    painter.drawEllipse(line.currentPosition(), 2.5, 2.5);
}

bool LoadMemoryGraph::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !m_history)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QRectF area = plot();
    const double share = area.width() > 0 ? (help->pos().x() - area.left()) / area.width() : 0;
    const MemorySample *sample = m_history->nearest(m_from + qRound64(share * static_cast<double>(m_to - m_from)));
    QToolTip::showText(
        help->globalPos(),
        sample ? tr("%1 at %2").arg(shownSize(sample->residentBytes), shownClock(sample->secondsSinceEpoch, true))
               : QString(),
        this);
    return true;
}

} // namespace plugsmith
