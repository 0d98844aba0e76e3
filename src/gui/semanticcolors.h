// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPalette>

namespace plugsmith {

enum class SemanticRole { Positive, Caution, Negative, Information };

/// A meaning as colours: text (also for icons), a tint for backgrounds, a line around it.
struct SemanticColors
{
    QColor text;
    QColor tint;
    QColor line;
};

/// The only fixed colours of the program (ui.md 14.1), for light and dark palettes. The text is moved towards
/// WindowText where an unusual palette would make it hard to read.
SemanticColors semanticColors(SemanticRole role, const QPalette &palette);
/// Moves a colour of text towards WindowText until it can be read on the backgrounds of the palette.
QColor readableText(QColor text, const QPalette &palette);

bool isDark(const QPalette &palette);
/// Second lines, units, headings: 70 % of the way from the background to the text.
QColor secondaryText(const QPalette &palette);
/// One-pixel lines between and around things.
QColor lineColor(const QPalette &palette);
/// The tint behind a selected row: the text on it stays the normal one.
QColor selectionTint(const QPalette &palette);
/// Contrast of two colours as WCAG 2 defines it, 1 to 21.
double contrast(const QColor &one, const QColor &other);
QColor mixed(const QColor &from, const QColor &to, double share);

} // namespace plugsmith
