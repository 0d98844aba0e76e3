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

/// The only fixed colours of the program (ui.md 14.1), for light and dark palettes. Text keeps a contrast of 4.5 on
/// windows, bases, selected rows and its own tint: it is moved towards WindowText, and tints towards Base, where an
/// unusual palette asks for it.
SemanticColors semanticColors(SemanticRole role, const QPalette &palette);
/// Moves a colour of text towards WindowText until it can be read on the backgrounds of the palette.
QColor readableText(const QColor &text, const QPalette &palette);

bool isDark(const QPalette &palette);
/// Whether somebody needs strong contrast: lines are then drawn like text.
bool isHighContrast(const QPalette &palette);
/// Second lines, units, headings: 70 % of the way from the background to the text, more where that cannot be read.
QColor secondaryText(const QPalette &palette);
/// One-pixel lines between and around things.
QColor lineColor(const QPalette &palette);
/// The tint behind a selected row: the text on it stays the normal one.
QColor selectionTint(const QPalette &palette);
/// Contrast of two colours as WCAG 2 defines it, 1 to 21.
double contrast(const QColor &one, const QColor &other);
QColor mixed(const QColor &from, const QColor &to, double share);

} // namespace plugsmith
