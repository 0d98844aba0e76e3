// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/jobstate.h"
#include "gui/semanticcolors.h"

#include <QString>
#include <QStyleOptionViewItem>

class QPainter;

namespace plugsmith {

/// Background of a row: the selection as a tint with a bar at the leading edge, so that coloured states stay readable
/// on it. `isFirst` says that the cell is the leading one.
void paintRowBackground(QPainter *painter, const QStyleOptionViewItem &option, bool isFirst);

/// Of rows with one line of text.
int rowHeight(const QStyleOptionViewItem &option);

/// The palette of the view, whatever state the item is in: the texts of tinted rows stay the normal ones.
QPalette rowPalette(const QStyleOptionViewItem &option);

/// The icon and the meaning of a state; they are the same wherever the state is shown.
QString iconOf(JobState state);
std::optional<SemanticRole> roleOf(JobState state);
/// The colour for the icon and word of a state.
QColor colorOf(JobState state, const QPalette &palette);

} // namespace plugsmith
