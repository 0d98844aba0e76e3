// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QVector>

namespace plugsmith {

enum class AnsiColor { None, Black, Red, Green, Yellow, Blue, Magenta, Cyan, White };

/// A piece of text with one look.
struct AnsiRun
{
    qsizetype begin = 0;
    qsizetype length = 0;
    AnsiColor color = AnsiColor::None;
    bool bold = false;
    bool underline = false;

    bool operator==(const AnsiRun &) const = default;
};

/// A line as people read it: text without escape sequences and control characters, and what the sequences said about
/// its look.
struct AnsiText
{
    QString text;
    QVector<AnsiRun> runs; ///< only those that do not look plain, in order

    /// Takes the 16 colours (bright ones are bold), bold and underline; everything else is dropped. Each line begins
    /// plain. Any text is welcome.
    static AnsiText parse(const QString &line);
};

/// Only the text of AnsiText::parse().
QString withoutEscapes(const QString &line);

} // namespace plugsmith
