// SPDX-License-Identifier: Apache-2.0
#pragma once

class QFormLayout;
class QLabel;
class QLineEdit;
class QString;
class QWidget;

namespace plugsmith {

/// The layout of a page of the settings: a label and a field in each row.
QFormLayout *makeSettingsForm(QWidget *page);
/// A field for commands, flags and paths.
QLineEdit *makeCodeField(const char *objectName, const QString &accessibleName, const QString &placeholder);
/// Small words below a field.
QLabel *makeHint(const QString &text);

} // namespace plugsmith
