// SPDX-License-Identifier: Apache-2.0
#include "gui/plugindelegate.h"

#include "gui/rowpainting.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 8;
constexpr int Gap = 6;
constexpr int Symbol = 16;

/// Texts and badges one behind the other, from the leading edge, as long as there is room.
class CellPainter
{
public:
    CellPainter(QPainter *painter, const QStyleOptionViewItem &option, bool isFirstColumn)
        : m_painter(painter)
        , m_option(option)
        , m_palette(rowPalette(option))
        , m_room(option.rect.adjusted(isFirstColumn ? 2 : Margin, 0, -Margin, 0))
    {
    }

    void text(const QString &text, const QFont &font, const QColor &color, Qt::TextElideMode elide)
    {
        if (text.isEmpty() || m_room.width() < Margin)
            return;
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(text, elide, m_room.width());
        const int width = std::min(metrics.horizontalAdvance(shown), m_room.width());
        m_painter->setFont(font);
        m_painter->setPen(color);
        m_painter->drawText(take(width), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                            shown);
    }
    void badge(const Badge &badge)
    {
        const QSize size = badgeSize(badge, m_option.font);
        if (m_room.width() < std::min(size.width(), 48))
            return;
        const int width = std::min(size.width(), m_room.width());
        paintBadge(m_painter, take(width), badge, m_option.font, m_palette, m_option.direction);
    }
    void symbol(const QString &icon, const QColor &color)
    {
        const QRect place = take(Symbol);
        paintSymbol(m_painter, icon, QRectF(place.left(), place.center().y() - Symbol / 2.0 + 0.5, Symbol, Symbol),
                    color);
    }
    void reserve(int width) { m_room.setWidth(std::max(0, m_room.width() - width)); }
    void release(int width) { m_room.setWidth(m_room.width() + width); }
    int roomLeft() const { return m_room.width(); }

private:
    QRect take(int width)
    {
        const QRect logical(m_room.left(), m_room.top(), width, m_room.height());
        m_room.setLeft(m_room.left() + width + Gap);
        return QStyle::visualRect(m_option.direction, m_option.rect, logical);
    }

    QPainter *m_painter;
    const QStyleOptionViewItem &m_option;
    QPalette m_palette;
    QRect m_room;
};

void paintFileName(CellPainter *cell, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QPalette palette = rowPalette(option);
    auto badges = index.data(CatalogueModel::BadgesRole).value<QList<PluginBadge>>();
    // The badges keep their room as long as half of it is left for the name.
    int wanted = 0;
    for (const PluginBadge &badge : badges)
        wanted += badgeSize(badgeOf(badge), option.font).width() + Gap;
    const int reserved = std::min(wanted, cell->roomLeft() / 2);
    if (reserved < wanted) // what is wrong is said before what is new
        std::ranges::stable_sort(badges, {}, &PluginBadge::meaning);
    cell->reserve(reserved);
    cell->text(index.data().toString(), option.font, palette.color(QPalette::Text), Qt::ElideMiddle);
    const QString second = index.data(CatalogueModel::SecondTextRole).toString();
    if (QFontMetrics(smallFont()).horizontalAdvance(second) <= cell->roomLeft()) // cut, it would say nothing
        cell->text(second, smallFont(), secondaryText(palette), Qt::ElideMiddle);
    cell->release(reserved);
    for (const PluginBadge &badge : badges)
        cell->badge(badgeOf(badge));
}

} // namespace

Badge badgeOf(MachineVerdict::Fit fit, const QString &word)
{
    using Fit = MachineVerdict::Fit;
    switch (fit) {
    case Fit::Loads:
        return {word, u"state-ok"_s, SemanticRole::Positive};
    case Fit::Unknown:
        return {word, u"state-information"_s, std::nullopt};
    case Fit::NeedsGo:
        return {word, u"state-warning"_s, SemanticRole::Caution};
    default:
        return {word, u"state-error"_s, SemanticRole::Negative};
    }
}

Badge badgeOf(const PluginBadge &badge)
{
    switch (badge.meaning) {
    case PluginBadge::Meaning::Newest:
        return {badge.word, u"rating"_s, SemanticRole::Caution};
    case PluginBadge::Meaning::Caution:
        return {badge.word, u"state-warning"_s, SemanticRole::Caution};
    case PluginBadge::Meaning::Problem:
        return {badge.word, u"state-error"_s, SemanticRole::Negative};
    case PluginBadge::Meaning::Note:
        break;
    }
    return {badge.word, {}, std::nullopt};
}

QSize PluginDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {80, rowHeight(option)};
}

void PluginDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QPalette palette = rowPalette(option);
    const QColor normal = palette.color(QPalette::Text);
    const QColor quiet = secondaryText(palette);
    const bool isGroup = index.data(CatalogueModel::IsGroupRole).toBool();
    CellPainter cell(painter, option, index.column() == 0);
    const QString second = index.data(CatalogueModel::SecondTextRole).toString();
    if (isGroup) {
        if (index.column() == CatalogueModel::NameColumn) {
            QFont bold = option.font;
            bold.setBold(true);
            cell.symbol(u"preferences-plugin"_s, semanticColors(SemanticRole::Information, palette).text);
            cell.text(index.data().toString(), bold, normal, Qt::ElideMiddle);
            cell.text(second, smallFont(), quiet, Qt::ElideRight);
        } else {
            cell.text(index.data().toString(), smallFont(), quiet, Qt::ElideRight);
        }
    } else if (index.column() == CatalogueModel::NameColumn) {
        paintFileName(&cell, option, index);
    } else if (index.column() == CatalogueModel::ScnColumn) {
        cell.text(index.data().toString(), codeFont(), normal, Qt::ElideMiddle);
        QFont small = smallFont();
        small.setItalic(index.data(CatalogueModel::IsGuessRole).toBool());
        cell.text(second, small, quiet, Qt::ElideRight);
    } else if (index.column() == CatalogueModel::FitColumn) {
        cell.badge(badgeOf(index.data(CatalogueModel::FitRole).value<MachineVerdict::Fit>(), index.data().toString()));
    } else if (index.column() == CatalogueModel::SizeColumn) {
        painter->setPen(normal);
        painter->drawText(option.rect.adjusted(Margin, 0, -Margin, 0),
                          static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), index.data().toString());
    } else {
        cell.text(index.data().toString(), option.font, normal, Qt::ElideRight);
    }
    painter->restore();
}

} // namespace plugsmith
