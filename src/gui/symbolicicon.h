// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/semanticcolors.h"

#include <QIcon>

#include <optional>

namespace plugsmith {

/// An icon of the bundled set (resources/icons), drawn in the colour of the text around it, or in that of a meaning. It
/// follows palette changes by itself. For state icons always the bundled ones: their shapes differ, and the text relies
/// on that.
QIcon symbolicIcon(const QString &name, std::optional<SemanticRole> role = std::nullopt);

/// For a button in the accent colour.
QIcon accentIcon(const QString &name);

/// The desktop theme's icon of that name, and the bundled one where it has none.
QIcon themedIcon(const QString &name);

/// Draws a bundled icon in a given colour, for delegates.
void paintSymbol(QPainter *painter, const QString &name, const QRectF &rect, const QColor &color);

} // namespace plugsmith
