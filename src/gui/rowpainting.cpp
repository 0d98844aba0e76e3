// SPDX-License-Identifier: Apache-2.0
#include "gui/rowpainting.h"

#include <QPainter>
#include <QWidget>

namespace plugsmith {

using namespace Qt::StringLiterals;

void paintRowBackground(QPainter *painter, const QStyleOptionViewItem &option, bool isFirst)
{
    if (!(option.state & QStyle::State_Selected))
        return;
    painter->fillRect(option.rect, selectionTint(option.palette));
    if (isFirst) {
        const bool rightToLeft = option.direction == Qt::RightToLeft;
        const int x = rightToLeft ? option.rect.right() - 2 : option.rect.left();
        painter->fillRect(QRect(x, option.rect.top(), 3, option.rect.height()),
                          option.palette.color(QPalette::Highlight));
    }
}

int rowHeight(const QStyleOptionViewItem &option)
{
    return qMax(28, option.fontMetrics.height() + 10);
}

QPalette rowPalette(const QStyleOptionViewItem &option)
{
    return option.widget ? option.widget->palette() : option.palette;
}

QString iconOf(JobState state)
{
    switch (state) {
    case JobState::Held:
    case JobState::Queued:
        return u"chronometer"_s;
    case JobState::Done:
        return u"state-ok"_s;
    case JobState::Failed:
        return u"state-error"_s;
    case JobState::Cancelled:
        return u"dialog-cancel"_s;
    default:
        return u"view-refresh"_s;
    }
}

std::optional<SemanticRole> roleOf(JobState state)
{
    if (state == JobState::Done)
        return SemanticRole::Positive;
    if (state == JobState::Failed)
        return SemanticRole::Negative;
    if (isRunning(state))
        return SemanticRole::Information;
    return std::nullopt;
}

QColor colorOf(JobState state, const QPalette &palette)
{
    const auto role = roleOf(state);
    return role ? semanticColors(*role, palette).text : secondaryText(palette);
}

} // namespace plugsmith
