// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/ansitext.h"
#include "models/logline.h"

#include <QFont>
#include <QPalette>
#include <QTextLayout>

#include <memory>
#include <unordered_map>

namespace plugsmith {

class LogDocument;

/// The colour that a terminal colour has here (ui.md 14.1).
QColor colorOf(AnsiColor color, const QPalette &palette);

/// A line as it is painted.
struct LogLayout
{
    QString text; ///< what is laid out: long lines are cut, and end with "…"
    QString time;
    QString step;
    LogLineKind kind = LogLineKind::Plain;
    bool isCut = false;
    QVector<LogLink> links;
    QTextLayout layout;
    int rows = 1;

    int rowOf(int column) const;
    qreal xOf(int column) const;
    /// The column at a point; -1 if it is right of the text and `isOnText` is asked for.
    int columnAt(int row, qreal x, bool isOnText = false) const;
    const LogLink *linkAt(int column) const;
};

/// Lays out the lines that are seen, and keeps them while they are.
class LogLayouts
{
public:
    explicit LogLayouts(const LogDocument &document)
        : m_document(document)
    {
    }

    /// `width` is where lines are wrapped, in pixels; 0: nowhere.
    void setLook(const QFont &font, const QPalette &palette, int lineHeight, qreal width);
    void clear() { m_lines.clear(); }
    std::shared_ptr<const LogLayout> line(int number);

    /// More of a line is not laid out.
    static constexpr qsizetype MaxCharacters = 4000;

private:
    QVector<QTextLayout::FormatRange> formatsOf(const LogLayout &line, const AnsiText &ansi) const;

    const LogDocument &m_document;
    QFont m_font;
    QPalette m_palette;
    int m_lineHeight = 1;
    qreal m_width = 0;
    std::unordered_map<int, std::shared_ptr<const LogLayout>> m_lines;
};

} // namespace plugsmith
