// SPDX-License-Identifier: Apache-2.0
#include "gui/loaddelegates.h"

#include "gui/rowpainting.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/buildtext.h"
#include "models/callmodel.h"
#include "models/generationmodel.h"
#include "models/loadsymbolmodel.h"

#include <QPainter>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

std::pair<QString, std::optional<SemanticRole>> iconOf(Generation::State state)
{
    switch (state) {
    case Generation::State::Opening:
        return {u"view-refresh"_s, SemanticRole::Information};
    case Generation::State::Answers:
        return {u"media-playback-start"_s, SemanticRole::Positive};
    case Generation::State::Replaced:
        return {u"view-history"_s, std::nullopt};
    case Generation::State::NotLoaded:
        return {u"emblem-unavailable"_s, SemanticRole::Caution};
    case Generation::State::Ended:
        return {u"dialog-cancel"_s, std::nullopt};
    }
    return {};
}

std::pair<QString, SemanticRole> iconOf(CallModel::State state)
{
    switch (state) {
    case CallModel::State::Running:
        return {u"view-refresh"_s, SemanticRole::Information};
    case CallModel::State::Good:
        return {u"state-ok"_s, SemanticRole::Positive};
    case CallModel::State::ReturnedError:
        return {u"state-warning"_s, SemanticRole::Caution};
    case CallModel::State::Failed:
        return {u"state-error"_s, SemanticRole::Negative};
    }
    return {};
}

} // namespace

TwoLineDelegate::Row LoadGenerationDelegate::rowOf(const QModelIndex &index) const
{
    Row row;
    row.title = index.data().toString();
    row.note = index.data(GenerationModel::StateTextRole).toString();
    if (index.data(GenerationModel::NumberRole).toInt() == 0) {
        row.icon = u"preferences-plugin"_s;
        row.role = SemanticRole::Information;
        row.isStrong = true;
        return row;
    }
    const auto state = index.data(GenerationModel::StateRole).value<Generation::State>();
    std::tie(row.icon, row.role) = iconOf(state);
    row.second = index.data(GenerationModel::ScnRole).toString();
    const qint64 bytes = index.data(GenerationModel::MemoryRole).toLongLong();
    row.end = bytes > 0 ? shownSize(bytes) : u"–"_s;
    row.isStrong = state == Generation::State::Answers;
    row.isDimmed = state == Generation::State::Ended;
    return row;
}

TwoLineDelegate::Row LoadSymbolDelegate::rowOf(const QModelIndex &index) const
{
    Row row;
    const bool isFunction = index.data(LoadSymbolModel::IsFunctionRole).toBool();
    row.icon = isFunction ? u"code-function"_s : u"code-variable"_s;
    row.role = isFunction ? SemanticRole::Information : SemanticRole::Caution;
    row.title = index.data().toString();
    row.isCode = true;
    row.second = index.data(LoadSymbolModel::TypeRole).toString();
    row.end = index.data(LoadSymbolModel::ProblemRole).toString();
    row.isDimmed = !row.end.isEmpty();
    row.indent = index.data(LoadSymbolModel::IsMethodRole).toBool() ? 16 : 0;
    return row;
}

QSize LoadCallDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {60, option.fontMetrics.height() + 9};
}

void LoadCallDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowBackground(painter, option, index.column() == CallModel::StateColumn);
    const QRect room = option.rect.adjusted(8, 0, -8, 0);
    if (index.column() == CallModel::StateColumn) {
        const auto [icon, role] = iconOf(index.data(CallModel::StateRole).value<CallModel::State>());
        const QRectF rect(option.rect.center().x() - 7.5, option.rect.center().y() - 7.5, 16, 16);
        paintSymbol(painter, icon, rect, semanticColors(role, option.palette).text);
    } else {
        const bool isCode = index.column() == CallModel::CallColumn;
        painter->setFont(isCode ? codeFont() : option.font);
        painter->setPen(index.column() == CallModel::TimeColumn ? secondaryText(option.palette)
                                                                : option.palette.color(QPalette::Text));
        const auto alignment = index.column() == CallModel::TookColumn ? Qt::AlignRight | Qt::AlignVCenter
                                                                       : Qt::AlignLeft | Qt::AlignVCenter;
        painter->drawText(room, static_cast<int>(alignment),
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    }
    painter->restore();
}

} // namespace plugsmith
