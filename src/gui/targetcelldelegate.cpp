// SPDX-License-Identifier: Apache-2.0
#include "gui/targetcelldelegate.h"

#include "gui/rowpainting.h"
#include "gui/symbolicicon.h"
#include "models/targetmatrixmodel.h"

#include <QApplication>
#include <QPainter>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Inset = 10;
constexpr int Symbol = 14;
constexpr int SmallSymbol = 10;

/// The width that is left of a cell behind its icon.
QRect behindSymbol(const QRect &cell)
{
    return cell.adjusted(Inset + Symbol + 6, 0, -4, 0);
}

QRectF symbolRect(const QRect &cell)
{
    return {qreal(cell.left() + Inset), cell.center().y() - Symbol / 2.0 + 0.5, qreal(Symbol), qreal(Symbol)};
}

} // namespace

int TargetCellDelegate::symbolSpace()
{
    return Inset + Symbol + 6 + 4;
}

void TargetCellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const auto state = index.data(TargetMatrixModel::CellStateRole).value<TargetMatrixModel::CellState>();
    const bool isCompiler = index.column() == index.model()->columnCount() - 1;
    if (isCompiler) {
        paintCompiler(painter, option, index);
    } else if (index.data(TargetMatrixModel::JobStateRole).isValid()) {
        paintState(painter, option, index);
    } else if (state == TargetMatrixModel::CellState::Blocked) {
        painter->setBrushOrigin(option.rect.topLeft() / 8 * 8); // one pattern across cells, also while scrolling
        painter->fillRect(option.rect, QBrush(lineColor(option.palette), Qt::BDiagPattern));
    } else {
        const bool selected = state == TargetMatrixModel::CellState::Selected;
        if (selected)
            painter->fillRect(option.rect, semanticColors(SemanticRole::Information, option.palette).tint);
        paintCheckBox(painter, option, selected);
        if (!index.data(TargetMatrixModel::UpToDateRole).toString().isEmpty())
            paintUpToDate(painter, option);
    }
    const bool isCurrent = (option.state & (QStyle::State_HasFocus | QStyle::State_Selected)) && !isCompiler;
    if (isCurrent) {
        painter->setPen(QPen(option.palette.color(QPalette::Highlight), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

void TargetCellDelegate::paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto state = index.data(TargetMatrixModel::JobStateRole).value<JobState>();
    if (const auto role = roleOf(state))
        painter->fillRect(option.rect, semanticColors(*role, option.palette).tint);
    paintSymbol(painter, iconOf(state), symbolRect(option.rect), colorOf(state, option.palette));
    painter->setPen(roleOf(state) ? option.palette.color(QPalette::Text) : secondaryText(option.palette));
    const QRect room = behindSymbol(option.rect);
    const QString word = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room.width());
    painter->drawText(room, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), word);
}

/// A small check in the corner: built before, unchanged since.
void TargetCellDelegate::paintUpToDate(QPainter *painter, const QStyleOptionViewItem &option)
{
    const QRectF corner(option.rect.right() - SmallSymbol - 3, option.rect.top() + 4, SmallSymbol, SmallSymbol);
    paintSymbol(painter, u"dialog-ok-apply"_s, corner, semanticColors(SemanticRole::Positive, option.palette).text);
}

void TargetCellDelegate::paintCheckBox(QPainter *painter, const QStyleOptionViewItem &option, bool checked)
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    QStyleOptionViewItem box = option;
    const int size = style->pixelMetric(QStyle::PM_IndicatorWidth, &option, option.widget);
    box.rect = QRect(option.rect.left() + Inset - 1, option.rect.center().y() - size / 2, size, size);
    box.state = QStyle::State_Enabled | (checked ? QStyle::State_On : QStyle::State_Off);
    if (!(option.state & QStyle::State_Enabled))
        box.state &= ~QStyle::State_Enabled;
    box.features |= QStyleOptionViewItem::HasCheckIndicator;
    box.checkState = checked ? Qt::Checked : Qt::Unchecked;
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);
}

QRect TargetCellDelegate::howRect(const QRect &cell, const QFontMetrics &metrics)
{
    const int width = metrics.horizontalAdvance(tr("How"));
    return {cell.right() - Inset - width, cell.top(), width, cell.height()};
}

void TargetCellDelegate::paintCompiler(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool works = index.data(TargetMatrixModel::CellStateRole).value<TargetMatrixModel::CellState>() !=
                       TargetMatrixModel::CellState::Blocked;
    const QString words = index.data().toString();
    if (words.isEmpty())
        return;
    const SemanticRole role = works ? SemanticRole::Positive : SemanticRole::Caution;
    paintSymbol(painter, works ? u"state-ok"_s : u"state-warning"_s, symbolRect(option.rect),
                semanticColors(role, option.palette).text);
    QRect room = behindSymbol(option.rect);
    if (index.data(TargetMatrixModel::HowRole).toBool()) {
        const QRect how = howRect(option.rect, option.fontMetrics);
        QFont link = option.font;
        link.setUnderline(true);
        painter->setFont(link);
        painter->setPen(option.palette.color(QPalette::Link));
        painter->drawText(how, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), tr("How"));
        painter->setFont(option.font);
        room.setRight(how.left() - 8);
    }
    painter->setPen(secondaryText(option.palette));
    const QString text = option.fontMetrics.elidedText(words, Qt::ElideRight, room.width());
    painter->drawText(room, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), text);
}

} // namespace plugsmith
