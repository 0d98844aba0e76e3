// SPDX-License-Identifier: Apache-2.0
#include "gui/jobdelegate.h"

#include "gui/rowpainting.h"
#include "gui/symbolicicon.h"
#include "models/buildtext.h"
#include "models/jobmodel.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Segments = 6;
constexpr int SegmentHeight = 4;
constexpr int SegmentGap = 2;
constexpr int MaxBarWidth = 160;
constexpr int Symbol = 16;

JobState stateOf(const QModelIndex &index)
{
    return index.data(JobModel::StateRole).value<JobState>();
}

bool isPlan(const QModelIndex &index)
{
    return index.data(JobModel::JobIdRole).toString().isEmpty();
}

QRectF centred(const QRect &cell, int size)
{
    return {cell.center().x() - size / 2.0 + 0.5, cell.center().y() - size / 2.0 + 0.5, qreal(size), qreal(size)};
}

void paintSegments(QPainter *painter, const QRect &bar, const StepSegments &segments, const QColor &full,
                   const QColor &empty, const QColor &at)
{
    const qreal wide = (bar.width() - SegmentGap * (Segments - 1)) / qreal(Segments);
    painter->setPen(Qt::NoPen);
    for (int i = 0; i < Segments; ++i) {
        const QRectF segment(bar.x() + i * (wide + SegmentGap), bar.y(), wide, bar.height());
        painter->setBrush(i < segments.full ? full : empty);
        painter->drawRoundedRect(segment, 1.5, 1.5);
        if (i == segments.full && segments.partial > 0) {
            painter->setBrush(at);
            painter->drawRoundedRect(
                QRectF(segment.x(), segment.y(), segment.width() * segments.partial, segment.height()), 1.5, 1.5);
        }
    }
}

} // namespace

QSize JobDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, qMax(38, option.fontMetrics.height() + SegmentHeight + 16)};
}

void JobDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowBackground(painter, option, index.column() == 0);
    const JobState state = stateOf(index);
    const bool blocked = !index.data(JobModel::BlockedRole).toString().isEmpty();
    const QColor quiet = secondaryText(option.palette);
    switch (index.column()) {
    case JobModel::StateColumn:
        if (isPlan(index)) {
            paintSymbol(painter, blocked ? u"state-warning"_s : u"run-build"_s, centred(option.rect, Symbol),
                        blocked ? semanticColors(SemanticRole::Caution, option.palette).text : quiet);
        } else {
            paintSymbol(painter, iconOf(state), centred(option.rect, Symbol), colorOf(state, option.palette));
        }
        break;
    case JobModel::StepColumn:
        paintStep(painter, option, index);
        break;
    case JobModel::ActionColumn:
        if (const QString icon = actionIcon(index); !icon.isEmpty())
            paintSymbol(painter, icon, centred(option.rect, Symbol),
                        option.state & QStyle::State_MouseOver ? option.palette.color(QPalette::Text) : quiet);
        break;
    default: {
        const QRect room = option.rect.adjusted(8, 0, -8, 0);
        painter->setPen(state == JobState::Queued || state == JobState::Held ? quiet
                                                                             : option.palette.color(QPalette::Text));
        const auto alignment = index.column() == JobModel::TimeColumn ? Qt::AlignRight | Qt::AlignVCenter
                                                                      : Qt::AlignLeft | Qt::AlignVCenter;
        painter->drawText(room, static_cast<int>(alignment),
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, room.width()));
        break;
    }
    }
    painter->restore();
}

void JobDelegate::paintStep(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const JobState state = stateOf(index);
    const QRect room = option.rect.adjusted(8, 0, -8, 0);
    const QString text = index.data().toString();
    const bool waits = state == JobState::Queued || state == JobState::Held;
    painter->setPen(waits ? secondaryText(option.palette) : option.palette.color(QPalette::Text));
    // "Compiling · 214 / 318": where there is little room, the icon and the bar say the first part.
    const bool fits = option.fontMetrics.horizontalAdvance(text) <= room.width();
    const QString most = fits || !text.contains(u" · ") ? text : text.section(u" · "_s, 1);
    const QString shown = option.fontMetrics.elidedText(most, Qt::ElideMiddle, room.width());
    if (isPlan(index) || waits || state == JobState::Cancelled) {
        painter->drawText(room, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), shown);
        return;
    }
    const int line = option.fontMetrics.height();
    const int top = room.top() + (room.height() - line - SegmentHeight - 3) / 2;
    painter->drawText(QRect(room.left(), top, room.width(), line), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                      shown);
    const QColor running = semanticColors(SemanticRole::Information, option.palette).text;
    const QColor full = state == JobState::Done ? semanticColors(SemanticRole::Positive, option.palette).text : running;
    const QColor at = state == JobState::Failed ? semanticColors(SemanticRole::Negative, option.palette).text : running;
    StepSegments segments = segmentsOf(state, index.data(JobModel::LastStepRole).value<JobState>(),
                                       index.data(JobModel::ProgressRole).value<JobProgress>());
    if (state == JobState::Failed)
        segments.partial = 1; // the step that failed is red as a whole
    paintSegments(painter, QRect(room.left(), top + line + 3, qMin(room.width(), MaxBarWidth), SegmentHeight), segments,
                  full, mixed(option.palette.color(QPalette::Base), option.palette.color(QPalette::Text), 0.16), at);
}

QString JobDelegate::actionText(const QModelIndex &index)
{
    if (isPlan(index))
        return {};
    switch (stateOf(index)) {
    case JobState::Done:
        return tr("More");
    case JobState::Failed:
    case JobState::Cancelled:
        return tr("Retry");
    default:
        return tr("Cancel");
    }
}

QString JobDelegate::actionIcon(const QModelIndex &index)
{
    if (isPlan(index))
        return {};
    switch (stateOf(index)) {
    case JobState::Done:
        return u"overflow-menu"_s;
    case JobState::Failed:
    case JobState::Cancelled:
        return u"view-refresh"_s;
    default:
        return u"dialog-cancel"_s;
    }
}

bool JobDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    if (index.column() == JobModel::ActionColumn && !actionText(index).isEmpty()) {
        QToolTip::showText(event->globalPos(), actionText(index), view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace plugsmith
