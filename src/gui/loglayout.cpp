// SPDX-License-Identifier: Apache-2.0
#include "gui/loglayout.h"

#include "build/joblog.h"
#include "gui/semanticcolors.h"
#include "models/logdocument.h"

#include <QFontMetricsF>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t KeptLines = 500;  // several screens
constexpr qsizetype TimeCharacters = 8; // HH:MM:SS
constexpr qreal Unlimited = 1e6;

QTextLayout::FormatRange range(qsizetype begin, qsizetype length)
{
    QTextLayout::FormatRange result;
    result.start = static_cast<int>(begin);
    result.length = static_cast<int>(length);
    return result;
}

QTextLayout::FormatRange coloured(qsizetype begin, qsizetype length, const QColor &color)
{
    auto result = range(begin, length);
    result.format.setForeground(color);
    return result;
}

} // namespace

QColor colorOf(AnsiColor color, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (color) {
    case AnsiColor::Red:
        return semanticColors(SemanticRole::Negative, palette).text;
    case AnsiColor::Green:
        return semanticColors(SemanticRole::Positive, palette).text;
    case AnsiColor::Yellow:
        return semanticColors(SemanticRole::Caution, palette).text;
    case AnsiColor::Blue:
        return semanticColors(SemanticRole::Information, palette).text;
    case AnsiColor::Magenta:
        return readableText(QColor(dark ? 0xd19cf0 : 0x7a3e9d), palette);
    case AnsiColor::Cyan:
        return readableText(QColor(dark ? 0x5fd0d6 : 0x0b6e75), palette);
    case AnsiColor::None:
    case AnsiColor::Black:
    case AnsiColor::White:
        break;
    }
    return palette.color(QPalette::Text);
}

int LogLayout::rowOf(int column) const
{
    return layout.lineForTextPosition(qMin(column, static_cast<int>(text.size()))).lineNumber();
}

qreal LogLayout::xOf(int column) const
{
    column = qMin(column, static_cast<int>(text.size()));
    return layout.lineForTextPosition(column).cursorToX(column);
}

int LogLayout::columnAt(int row, qreal x, bool isOnText) const
{
    const QTextLine line = layout.lineAt(std::clamp(row, 0, rows - 1));
    if (isOnText && (x < 0 || x >= line.naturalTextWidth()))
        return -1;
    return line.xToCursor(x, isOnText ? QTextLine::CursorOnCharacter : QTextLine::CursorBetweenCharacters);
}

const LogLink *LogLayout::linkAt(int column) const
{
    const auto found = std::ranges::find_if(
        links, [column](const LogLink &link) { return column >= link.begin && column < link.begin + link.length; });
    return found == links.end() ? nullptr : &*found;
}

void LogLayouts::setLook(const QFont &font, const QPalette &palette, int lineHeight, qreal width)
{
    m_font = font;
    m_palette = palette;
    m_lineHeight = lineHeight;
    m_width = width;
    clear();
}

QVector<QTextLayout::FormatRange> LogLayouts::formatsOf(const LogLayout &line, const AnsiText &ansi) const
{
    QVector<QTextLayout::FormatRange> formats;
    if (line.kind == LogLineKind::Error)
        formats += coloured(0, line.text.size(), semanticColors(SemanticRole::Negative, m_palette).text);
    else if (line.step == u"done")
        formats += coloured(0, line.text.size(), semanticColors(SemanticRole::Positive, m_palette).text);
    else if (line.text.startsWith("# "_L1))
        formats += coloured(0, line.text.size(), secondaryText(m_palette));
    else if (line.text.startsWith("$ "_L1))
        formats += coloured(0, 1, semanticColors(SemanticRole::Information, m_palette).text);
    if (line.kind == LogLineKind::Warning)
        formats += coloured(line.text.indexOf("warning:"_L1), 8, semanticColors(SemanticRole::Caution, m_palette).text);
    for (const AnsiRun &run : ansi.runs) {
        auto format = range(run.begin, run.length);
        if (run.color != AnsiColor::None)
            format.format.setForeground(colorOf(run.color, m_palette));
        if (run.bold)
            format.format.setFontWeight(QFont::Bold);
        format.format.setFontUnderline(run.underline);
        formats += format;
    }
    for (const LogLink &link : line.links) {
        auto format = coloured(link.begin, link.length, semanticColors(SemanticRole::Information, m_palette).text);
        format.format.setFontUnderline(true);
        formats += format;
    }
    formats.removeIf([&line](const auto &format) { return format.start < 0 || format.start >= line.text.size(); });
    return formats;
}

std::shared_ptr<const LogLayout> LogLayouts::line(int number)
{
    if (const auto found = m_lines.find(number); found != m_lines.end())
        return found->second;
    if (m_lines.size() >= KeptLines)
        m_lines.clear();
    auto line = std::make_shared<LogLayout>();
    const QString raw = m_document.line(number);
    const JobLogLine parts = JobLogLine::parse(raw);
    AnsiText ansi = AnsiText::parse(parts.text.toString());
    line->text = std::move(ansi.text);
    line->isCut = line->text.size() > MaxCharacters;
    if (line->isCut)
        line->text = QString(line->text.first(MaxCharacters) + u'…');
    line->time = parts.time.first(qMin(TimeCharacters, parts.time.size())).toString();
    line->step = parts.step.toString();
    if (m_document.errors().contains(number))
        line->kind = LogLineKind::Error;
    else if (m_document.warnings().contains(number))
        line->kind = LogLineKind::Warning;
    line->links = linksOf(line->text);

    QTextLayout &layout = line->layout;
    layout.setText(line->text);
    layout.setFont(m_font);
    layout.setFormats(formatsOf(*line, ansi));
    layout.setCacheEnabled(true);
    QTextOption option(Qt::AlignLeft);
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(m_width > 0 ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    option.setTabStopDistance(QFontMetricsF(m_font).horizontalAdvance(u' ') * 4);
    layout.setTextOption(option);
    layout.beginLayout();
    int rows = 0;
    for (QTextLine row = layout.createLine(); row.isValid(); row = layout.createLine()) {
        row.setLineWidth(m_width > 0 ? m_width : Unlimited);
        row.setPosition(QPointF(0, rows++ * m_lineHeight));
    }
    layout.endLayout();
    line->rows = qMax(1, rows);
    m_lines.emplace(number, line);
    return line;
}

} // namespace plugsmith
