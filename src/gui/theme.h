// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

class QApplication;
class QFont;
class QIcon;
class QLabel;
class QPalette;
class QPushButton;
class QString;
class QWidget;

namespace plugsmith {

/// Forces a look, "light" or "dark" (Fusion with a palette of its own); anything else leaves it to the desktop.
/// PLUGSMITH_THEME in the environment has the last word. Can be called again at any time.
void applyTheme(QApplication &application, const QString &theme);
/// The palette of a forced look.
QPalette themePalette(bool dark);

/// Calls `update` now and whenever the palette of `widget` changes, or whether it is enabled: for what Qt does not
/// recolour by itself. A later call for the same widget takes the place of an earlier one.
void followPalette(QWidget *widget, std::function<void()> update);
/// A label in the colour of secondary text.
void setQuiet(QLabel *label);
/// An icon in a label, which follows palette and screen.
void setIcon(QLabel *label, const QIcon &icon, int size = 16);
/// Makes a button the one that stands out: in the accent colour while it can be pressed.
void setAccent(QPushButton *button, bool accented);

/// The sizes of ui.md 14.2, from the body font.
QFont smallFont();
QFont sectionFont();
QFont titleFont();
QFont displayFont();
QFont codeFont();

} // namespace plugsmith
