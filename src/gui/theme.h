// SPDX-License-Identifier: Apache-2.0
#pragma once

class QApplication;
class QFont;
class QPushButton;

namespace plugsmith {

/// Forces a light or dark look (Fusion with its own palette) where PLUGSMITH_THEME says so; otherwise the desktop
/// decides.
void applyTheme(QApplication &application);

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
