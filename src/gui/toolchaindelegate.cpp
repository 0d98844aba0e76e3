// SPDX-License-Identifier: Apache-2.0
#include "gui/toolchaindelegate.h"

#include "gui/rowpainting.h"
#include "gui/symbolicicon.h"
#include "models/toolchainrow.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionButton>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

using Tone = ToolchainRow::Tone;
using Action = ToolchainRow::Action;

constexpr int Inset = 8;
constexpr int Gap = 8;
constexpr int Symbol = 16;
constexpr int BarHeight = 6;
constexpr int LeastBar = 40;
constexpr int MostBar = 160;

struct Look
{
    QString icon; // empty: none
    std::optional<SemanticRole> role;
};

Look lookOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return {u"state-ok"_s, SemanticRole::Positive};
    case Tone::Checked:
        return {u"security-high"_s, SemanticRole::Positive};
    case Tone::Busy:
        return {u"view-refresh"_s, SemanticRole::Information};
    case Tone::Caution:
        return {u"state-warning"_s, SemanticRole::Caution};
    case Tone::Bad:
        return {u"state-error"_s, SemanticRole::Negative};
    default:
        return {};
    }
}

QString iconOf(Action action)
{
    switch (action) {
    case Action::Get:
        return u"download"_s;
    case Action::Cancel:
        return u"dialog-cancel"_s;
    case Action::Remove:
        return u"edit-delete"_s;
    case Action::Retry:
    case Action::Finish:
        return u"view-refresh"_s;
    case Action::Copy:
        return u"edit-copy"_s;
    case Action::Choose:
        return u"folder"_s;
    default:
        return {};
    }
}

Action actionOf(const QModelIndex &index)
{
    return index.data(ToolchainRow::ActionRole).value<Action>();
}

void paintBar(QPainter *painter, const QRect &bar, double fraction, const QPalette &palette)
{
    const QColor full = semanticColors(SemanticRole::Information, palette).text;
    painter->setPen(Qt::NoPen);
    painter->setBrush(mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.16));
    painter->drawRoundedRect(bar, 3, 3);
    painter->setBrush(full);
    const double wide = bar.width();
    // Where nobody knows how far it is: a piece in the middle.
    const QRectF part = fraction < 0 ? QRectF(bar.x() + wide / 3, bar.y(), wide / 3, bar.height())
                                     : QRectF(bar.x(), bar.y(), qMax(6.0, wide * qMin(1.0, fraction)), bar.height());
    painter->drawRoundedRect(part, 3, 3);
}

/// Draws words from the left edge of `room` and takes what they need away from it.
void putWords(QPainter *painter, QRect &room, const QString &text, const QFontMetrics &metrics, const QColor &color)
{
    if (text.isEmpty() || room.width() <= 0)
        return;
    painter->setPen(color);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, room.width());
    painter->drawText(room, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), shown);
    room.setLeft(room.left() + metrics.horizontalAdvance(shown) + Gap);
}

} // namespace

QSize ToolchainDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, qMax(34, option.fontMetrics.height() + 16)};
}

QRect ToolchainDelegate::buttonRect(const QRect &cell, const QFontMetrics &metrics, const QModelIndex &index)
{
    const QString text = index.data(ToolchainRow::ActionTextRole).toString();
    if (text.isEmpty())
        return {};
    const int icon = iconOf(actionOf(index)).isEmpty() ? 0 : Symbol + 6;
    const int width = metrics.horizontalAdvance(text) + icon + 22;
    const int height = qMax(26, metrics.height() + 8);
    return {cell.right() - width - Gap + 1, cell.center().y() - height / 2 + 1, width, height};
}

void ToolchainDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    paintRowBackground(painter, option, index.column() == 0);
    if (index.data(ToolchainRow::ActionTextRole).toString().isEmpty() ||
        index.column() + 1 < index.model()->columnCount())
        paintWords(painter, option, index);
    else
        paintButton(painter, option, index);
    painter->setPen(mixed(option.palette.color(QPalette::Base), lineColor(option.palette), 0.5));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

void ToolchainDelegate::paintButton(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QRect rect = buttonRect(option.rect, option.fontMetrics, index);
    const bool isHot = option.state & QStyle::State_MouseOver;
    const Action action = actionOf(index);
    const QString text = index.data(ToolchainRow::ActionTextRole).toString();
    const bool isFlat = action == Action::Remove && !isHot;
    if (!isFlat) {
        QStyleOptionButton button;
        button.rect = rect;
        button.palette = option.palette;
        button.fontMetrics = option.fontMetrics;
        button.state = QStyle::State_Enabled | QStyle::State_Raised;
        if (isHot)
            button.state |= QStyle::State_MouseOver;
        const QWidget *view = option.widget;
        (view ? view->style() : QApplication::style())->drawControl(QStyle::CE_PushButtonBevel, &button, painter, view);
    }
    QRect room = rect.adjusted(11, 0, -6, 0);
    const QColor color = option.palette.color(QPalette::ButtonText);
    if (const QString icon = iconOf(action); !icon.isEmpty()) {
        paintSymbol(painter, icon, QRectF(room.left(), rect.center().y() - Symbol / 2.0 + 0.5, Symbol, Symbol), color);
        room.setLeft(room.left() + Symbol + 6);
    }
    putWords(painter, room, text, option.fontMetrics, color);
}

void ToolchainDelegate::paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QPalette &palette = option.palette;
    const Tone tone = index.data(ToolchainRow::ToneRole).value<Tone>();
    const QString text = index.data().toString();
    const QColor quiet = secondaryText(palette);
    QRect room = option.rect.adjusted(Inset, 0, -Inset, 0);
    if (index.data(Qt::TextAlignmentRole).isValid() || index.column() + 1 == index.model()->columnCount()) {
        painter->setPen(tone == Tone::Quiet ? quiet : palette.color(QPalette::Text));
        painter->drawText(room, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter),
                          option.fontMetrics.elidedText(text, Qt::ElideRight, room.width()));
        return;
    }
    const Look look = lookOf(tone);
    if (!look.icon.isEmpty() && !text.isEmpty()) {
        const QRectF place(room.left(), room.center().y() - Symbol / 2.0 + 0.5, Symbol, Symbol);
        paintSymbol(painter, look.icon, place, semanticColors(*look.role, palette).text);
        room.setLeft(room.left() + Symbol + Gap);
    }
    QFont font = option.font;
    font.setBold(tone == Tone::Strong);
    painter->setFont(font);
    const QColor color = tone == Tone::Quiet ? quiet
                         : tone == Tone::Bad ? semanticColors(SemanticRole::Negative, palette).text
                                             : palette.color(QPalette::Text);
    putWords(painter, room, text, QFontMetrics(font), color);
    painter->setFont(option.font);
    if (const QString link = index.data(ToolchainRow::LinkRole).toString(); !link.isEmpty()) {
        QFont underlined = option.font;
        underlined.setUnderline(true);
        painter->setFont(underlined);
        putWords(painter, room, link, option.fontMetrics, readableText(palette.color(QPalette::Link), palette));
        painter->setFont(option.font);
    }
    const QString detail = index.data(ToolchainRow::DetailRole).toString();
    if (const QVariant fraction = index.data(ToolchainRow::FractionRole); fraction.isValid()) {
        // The bar is worth more than the words behind it.
        const int words = detail.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(detail) + Gap;
        const int width = qMin(MostBar, room.width() - (room.width() - words >= LeastBar ? words : 0));
        if (width >= LeastBar) {
            paintBar(painter, QRect(room.left(), room.center().y() - BarHeight / 2 + 1, width, BarHeight),
                     fraction.toDouble(), palette);
            room.setLeft(room.left() + width + Gap);
        }
    }
    putWords(painter, room, detail, option.fontMetrics, quiet);
}

} // namespace plugsmith
