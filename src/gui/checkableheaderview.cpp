// SPDX-License-Identifier: Apache-2.0
#include "gui/checkableheaderview.h"

#include "gui/semanticcolors.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/targetmatrixmodel.h"

#include <QMouseEvent>
#include <QPainter>

#include <optional>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Inset = 10;
constexpr int SymbolStep = 23; // from box or icon to the words

} // namespace

CheckableHeaderView::CheckableHeaderView(Qt::Orientation orientation, QWidget *parent)
    : QHeaderView(orientation, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMouseTracking(true);
}

/// Checked if everything that can be built is selected; nothing if nothing can be.
std::optional<Qt::CheckState> CheckableHeaderView::stateOf(int section) const
{
    const QAbstractItemModel *matrix = model();
    const bool isColumn = orientation() == Qt::Horizontal;
    const int count = isColumn ? matrix->rowCount() : matrix->columnCount() - 1;
    int possible = 0;
    int selected = 0;
    for (int i = 0; i < count; ++i) {
        const QVariant state =
            (isColumn ? matrix->index(i, section) : matrix->index(section, i)).data(Qt::CheckStateRole);
        possible += state.isValid() ? 1 : 0;
        selected += state.isValid() && state.value<Qt::CheckState>() == Qt::Checked ? 1 : 0;
    }
    if (possible == 0)
        return std::nullopt;
    return selected == 0 ? Qt::Unchecked : selected == possible ? Qt::Checked : Qt::PartiallyChecked;
}

QSize CheckableHeaderView::sectionSizeFromContents(int section) const
{
    const int line = fontMetrics().height();
    if (orientation() == Qt::Horizontal)
        return {98, line + QFontMetrics(smallFont()).height() + 12};
    const QString text = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    const QString detail = model()->headerData(section, orientation(), TargetMatrixModel::DetailRole).toString();
    const int beside = detail.isEmpty() ? 0 : QFontMetrics(smallFont()).horizontalAdvance(detail);
    return {fontMetrics().horizontalAdvance(text) + beside + Inset * 2 + 44, qMax(32, line + 14)};
}

void CheckableHeaderView::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    const bool isColumn = orientation() == Qt::Horizontal;
    const QColor edge = lineColor(palette());
    painter->fillRect(rect, palette().color(isColumn ? QPalette::Window : QPalette::Base));
    painter->setPen(edge);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());

    const auto state = stateOf(section);
    int x = rect.left() + Inset;
    const bool isCompiler = isColumn && section == model()->columnCount() - 1;
    const QString detail = model()->headerData(section, orientation(), TargetMatrixModel::DetailRole).toString();
    const bool isBelow = isColumn && !detail.isEmpty(); // else beside the text
    const int high = fontMetrics().height() + (isBelow ? QFontMetrics(smallFont()).height() : 0);
    const int top = rect.center().y() - high / 2;
    if (state && !isCompiler) {
        QStyleOptionButton box;
        const int size = style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this);
        box.rect = QRect(x - 1, top + (fontMetrics().height() - size) / 2 + (isBelow ? 1 : 0), size, size);
        box.palette = palette();
        box.state = QStyle::State_Enabled;
        box.state |= *state == Qt::Checked            ? QStyle::State_On
                     : *state == Qt::PartiallyChecked ? QStyle::State_NoChange
                                                      : QStyle::State_Off;
        style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, this);
        x += qMax(size + 7, SymbolStep);
    } else if (!isColumn) {
        paintSymbol(painter, u"emblem-unavailable"_s, QRectF(x, rect.center().y() - 7, 14, 14),
                    secondaryText(palette()));
        x += SymbolStep;
    }
    const QRect room(x, top, rect.right() - x - 4, fontMetrics().height());
    QFont font = this->font();
    font.setBold(isColumn && !isCompiler);
    painter->setFont(font);
    painter->setPen(state || isCompiler ? palette().color(QPalette::WindowText) : secondaryText(palette()));
    const QString text = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    painter->drawText(room, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
    if (!detail.isEmpty()) {
        painter->setFont(smallFont());
        painter->setPen(secondaryText(palette()));
        const QRect line = isBelow ? QRect(x, room.bottom() + 1, room.width(), QFontMetrics(smallFont()).height())
                                   : room.adjusted(fontMetrics().horizontalAdvance(text) + 8, 0, 0, 0);
        painter->drawText(line, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), detail);
    }
    painter->restore();
}

void CheckableHeaderView::mouseReleaseEvent(QMouseEvent *event)
{
    const int section = logicalIndexAt(event->position().toPoint());
    const bool isResizing = cursor().shape() == Qt::SplitHCursor || cursor().shape() == Qt::SplitVCursor;
    QHeaderView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && section >= 0 && !isResizing)
        emit toggled(section);
}

} // namespace plugsmith
