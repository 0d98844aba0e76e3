// SPDX-License-Identifier: Apache-2.0
#include "gui/logscrollbar.h"

#include "gui/semanticcolors.h"
#include "models/lineset.h"

#include <QPainter>
#include <QStyleOptionSlider>

#include <limits>

namespace plugsmith {
namespace {

constexpr int MarkHeight = 2;
constexpr int Columns = 3;

} // namespace

LogScrollBar::LogScrollBar(QWidget *parent)
    : QScrollBar(Qt::Vertical, parent)
{
}

void LogScrollBar::setRows(int rows, std::function<int(int)> lineOf)
{
    m_rows = rows;
    m_lineOf = std::move(lineOf);
    update();
}

void LogScrollBar::paintEvent(QPaintEvent *event)
{
    QScrollBar::paintEvent(event);
    if (m_rows == 0 || maximum() == 0)
        return;
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect groove = style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarGroove, this);
    QPainter painter(this);
    paintMarks(painter, groove, m_marks.warnings, semanticColors(SemanticRole::Caution, palette()).text, 1);
    paintMarks(painter, groove, m_marks.errors, semanticColors(SemanticRole::Negative, palette()).text, 0);
    paintMarks(painter, groove, m_marks.hits, palette().color(QPalette::Highlight), 2);
}

/// One mark for all lines that fall on the same pixels, however many there are.
void LogScrollBar::paintMarks(QPainter &painter, const QRect &groove, const LineSet *lines, const QColor &color,
                              int column)
{
    if (!lines || lines->isEmpty())
        return;
    const qreal width = static_cast<qreal>(groove.width() - 2) / Columns;
    const int steps = groove.height() / MarkHeight;
    const auto lineAt = [this, steps](int step) {
        const auto row = static_cast<int>(static_cast<qint64>(m_rows) * step / steps);
        return row < m_rows ? m_lineOf(row) : std::numeric_limits<int>::max();
    };
    for (int step = 0; step < steps; ++step) {
        const int from = lineAt(step);
        if (lines->containsAny(from, qMax(from + 1, lineAt(step + 1))))
            painter.fillRect(QRectF(groove.x() + 1 + column * width, groove.y() + step * MarkHeight, width, MarkHeight),
                             color);
    }
}

} // namespace plugsmith
