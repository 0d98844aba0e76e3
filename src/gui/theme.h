// SPDX-License-Identifier: Apache-2.0
#pragma once

class QApplication;
class QFont;
class QPalette;
class QPushButton;
class QString;

namespace plugsmith {

/// Forces a look, "light" or "dark" (Fusion with a palette of its own); anything else leaves it to the desktop.
/// PLUGSMITH_THEME in the environment has the last word. Can be called again at any time.
void applyTheme(QApplication &application, const QString &theme);
/// The palette of a forced look.
QPalette themePalette(bool dark);

/// Makes a button the one that stands out: in the accent colour while it can be pressed. To be called again when its
/// state changes.
void setAccent(QPushButton *button, bool accented);

/// The sizes of ui.md 14.2, from the body font.
QFont smallFont();
QFont sectionFont();
QFont titleFont();
QFont displayFont();
QFont codeFont();

} // namespace plugsmith
