// SPDX-License-Identifier: Apache-2.0
#include "gui/logview.h"

#include "gui/logscrollbar.h"
#include "gui/logviewaccessible.h"
#include "gui/semanticcolors.h"
#include "gui/theme.h"
#include "models/logdocument.h"
#include "models/logsearch.h"

#include <QPainter>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int TimeCharacters = 8;  // HH:MM:SS
constexpr int StepCharacters = 11; // "toolchain" and a gap
constexpr int ErrorBar = 3;
constexpr int LeastZoom = -8;
constexpr int MostZoom = 40;

QTextLayout::FormatRange formatRange(qsizetype begin, qsizetype length, const QBrush &background)
{
    QTextLayout::FormatRange range;
    range.start = static_cast<int>(begin);
    range.length = static_cast<int>(length);
    range.format.setBackground(background);
    return range;
}

} // namespace

LogView::LogView(LogDocument &document, LogSearch &search, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_document(document)
    , m_search(search)
    , m_bar(new LogScrollBar)
    , m_layouts(document)
{
    installLogViewAccessibility();
    setObjectName(u"build.log.view"_s);
    setAccessibleName(tr("Build log"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBar(m_bar);
    m_bar->setMarks({&document.errors(), &document.warnings(), &search.lines()});
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    viewport()->setLayoutDirection(Qt::LeftToRight);
    updateLook();
    connect(&document, &LogDocument::reset, this, &LogView::onReset);
    connect(&document, &LogDocument::linesAdded, this, &LogView::onLinesAdded);
    connect(&document, &LogDocument::linesPrepended, this, &LogView::onLinesPrepended);
    connect(&search, &LogSearch::changed, this, [this] {
        viewport()->update();
        m_bar->update();
    });
}

void LogView::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    viewport()->update();
}

void LogView::updateLook()
{
    QFont font = codeFont();
    font.setPointSizeF(std::clamp(font.pointSizeF() + m_zoom * 0.5, 6.0, 30.0));
    viewport()->setFont(font);
    const int width = qMax(characterWidth() * 8, viewport()->width() - marginWidth() - Padding);
    m_layouts.setLook(font, palette(), lineHeight(), m_wrapping ? width : 0);
    updateScrollBars();
    viewport()->update();
}

int LogView::lineHeight() const
{
    return viewport()->fontMetrics().height() + 1;
}

int LogView::characterWidth() const
{
    return viewport()->fontMetrics().horizontalAdvance(u'0');
}

int LogView::marginWidth() const
{
    return Padding + characterWidth() * (TimeCharacters + StepCharacters);
}

int LogView::visibleRows() const
{
    return qMax(1, (viewport()->height() - Padding) / lineHeight());
}

int LogView::itemCount() const
{
    return m_filter ? m_filter->rows() : m_document.lineCount();
}

int LogView::lineOf(int item) const
{
    return m_filter ? qMax(0, m_filter->lineOf(item)) : item;
}

int LogView::itemOf(int line) const
{
    return m_filter ? m_filter->rowOf(line) : line;
}

int LogView::rowsOf(int item) const
{
    if (!m_wrapping || isGap(lineOf(item)))
        return 1;
    return m_layouts.line(lineOf(item))->rows;
}

QString LogView::shownText(int line) const
{
    if (isGap(line))
        return u"… "_s + tr("%n line(s)", nullptr, m_filter->gapAt(line));
    return m_layouts.line(line)->text;
}

void LogView::onReset()
{
    m_layouts.clear();
    m_anchor.reset();
    m_pressed.reset();
    m_caret = {};
    m_top = m_topRow = 0;
    if (m_unseen != 0)
        emit unseenChanged(m_unseen = 0);
    if (m_filter) {
        m_filter.emplace();
        m_filter->update(m_document.errors(), 0, m_document.lineCount());
    }
    updateScrollBars();
    setFollowing(true);
    viewport()->update();
}

void LogView::onLinesAdded(int first)
{
    if (m_filter)
        m_filter->update(m_document.errors(), first, m_document.lineCount());
    if (m_following && !hasSelection())
        m_caret = {qMax(0, m_document.lineCount() - 1), LineEnd};
    updateScrollBars();
    if (!m_following)
        emit unseenChanged(m_unseen += m_document.lineCount() - first);
    viewport()->update();
}

/// Everything that is seen or selected keeps its place, below lines that were not known.
void LogView::onLinesPrepended(int count)
{
    m_layouts.clear();
    const int top = lineOf(m_top) + count;
    m_caret.line += count;
    if (m_anchor)
        m_anchor->line += count;
    if (m_pressed)
        m_pressed->line += count;
    if (m_filter)
        m_filter->update(m_document.errors(), 0, m_document.lineCount());
    m_top = itemOf(top);
    updateScrollBars();
    viewport()->update();
}

/// The place so many rows below or above, within the items there are.
LogView::Place LogView::moved(Place place, int rows) const
{
    const int items = itemCount();
    if (items == 0)
        return {};
    if (!m_wrapping)
        return {std::clamp(place.item + rows, 0, items - 1), 0};
    for (; rows > 0; --rows) {
        if (place.row + 1 < rowsOf(place.item))
            ++place.row;
        else if (place.item + 1 < items)
            place = {place.item + 1, 0};
    }
    for (; rows < 0; ++rows) {
        if (place.row > 0)
            --place.row;
        else if (place.item > 0)
            place = {place.item - 1, rowsOf(place.item - 1) - 1};
    }
    return place;
}

/// The top when the last row is at the bottom.
LogView::Place LogView::endTop() const
{
    const int last = itemCount() - 1;
    return last < 0 ? Place{} : moved({last, rowsOf(last) - 1}, 1 - visibleRows());
}

void LogView::updateScrollBars()
{
    const Place end = endTop();
    m_scrollingItself = true;
    m_bar->setPageStep(visibleRows());
    m_bar->setRange(0, end.item);
    m_bar->setRows(itemCount(), [this](int row) { return lineOf(row); });
    // In bytes: a line is never wider, and counting characters would mean reading all of them.
    const qint64 longest = qMin<qint64>(m_document.longestLine(), LogLayouts::MaxCharacters + 1);
    const qint64 wide = m_wrapping ? 0 : marginWidth() + Padding + longest * characterWidth();
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(characterWidth() * 4);
    horizontalScrollBar()->setRange(0, static_cast<int>(std::clamp<qint64>(wide - viewport()->width(), 0, INT_MAX)));
    m_scrollingItself = false;
    setTop(m_following ? end : qMin(Place{m_top, m_topRow}, end));
}

void LogView::setTop(Place top)
{
    m_scrollingItself = true;
    m_top = top.item;
    m_topRow = top.row;
    m_bar->setValue(top.item);
    m_scrollingItself = false;
    viewport()->update();
}

/// By the user: at the end, following begins anew.
void LogView::scrollRows(int rows)
{
    const Place end = endTop();
    const Place top = qMin(moved({m_top, m_topRow}, rows), end);
    setTop(top);
    setFollowing(top == end);
}

void LogView::setFollowing(bool following)
{
    if (following) {
        const int last = qMax(0, m_document.lineCount() - 1);
        if (!hasSelection() && m_caret.line != last)
            m_caret = {last, LineEnd};
        setTop(endTop());
        if (m_unseen != 0)
            emit unseenChanged(m_unseen = 0);
    }
    if (following == m_following)
        return;
    m_following = following;
    emit followingChanged(following);
}

void LogView::setWrapping(bool wrapping)
{
    if (wrapping == m_wrapping)
        return;
    m_wrapping = wrapping;
    m_topRow = 0;
    updateLook();
    emit wrappingChanged(wrapping);
}

void LogView::setErrorsOnly(bool only)
{
    if (only == m_filter.has_value())
        return;
    const int top = lineOf(m_top);
    m_filter.reset();
    if (only)
        m_filter.emplace().update(m_document.errors(), 0, m_document.lineCount());
    m_top = itemOf(top);
    m_topRow = 0;
    updateScrollBars();
    emit errorsOnlyChanged(only);
}

void LogView::setZoomLevel(int level)
{
    level = std::clamp(level, LeastZoom, MostZoom);
    if (level == m_zoom)
        return;
    m_zoom = level;
    updateLook();
    emit zoomChanged(level);
}

void LogView::scrollContentsBy(int, int dy)
{
    if (!m_scrollingItself && dy != 0) {
        m_top = m_bar->value();
        m_topRow = 0;
        const Place end = endTop();
        if (m_top >= end.item)
            setTop(end);
        setFollowing(m_top >= end.item);
    }
    viewport()->update();
}

void LogView::resizeEvent(QResizeEvent *)
{
    if (m_wrapping)
        updateLook();
    else
        updateScrollBars();
}

void LogView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::StyleChange)
        updateLook();
    QAbstractScrollArea::changeEvent(event);
}

void LogView::ensureVisible(const Position &position, bool inTheMiddle)
{
    if (position.line >= m_document.lineCount())
        return;
    const int item = itemOf(position.line);
    const bool gap = isGap(position.line);
    const auto line = m_layouts.line(position.line);
    const Place place{item, m_wrapping && !gap ? line->rowOf(position.column) : 0};
    const Place top{m_top, m_topRow};
    const Place bottom = moved(top, visibleRows() - 1);
    if (place < top || place > bottom) {
        const int above = inTheMiddle ? visibleRows() / 2 : place < top ? 0 : visibleRows() - 1;
        setTop(qMin(moved(place, -above), endTop()));
    }
    setFollowing(Place{m_top, m_topRow} >= endTop() && position.line >= m_document.lineCount() - 1);
    if (m_wrapping || gap)
        return;
    const int x = static_cast<int>(line->xOf(position.column));
    const int width = viewport()->width() - marginWidth() - Padding;
    QScrollBar *bar = horizontalScrollBar();
    if (x < bar->value())
        bar->setValue(qMax(0, x - characterWidth() * 4));
    else if (x > bar->value() + width)
        bar->setValue(x - width + characterWidth() * 4);
}

void LogView::select(int line, int begin, int length)
{
    if (m_filter && !m_filter->isShown(line))
        setErrorsOnly(false);
    m_anchor = Position{line, begin};
    m_caret = {line, begin + length};
    setFollowing(false);
    ensureVisible(m_caret, true);
    ensureVisible(*m_anchor, false);
    setFollowing(false);
    viewport()->update();
    emit caretMoved();
}

void LogView::setCaret(const Position &position, bool keepAnchor)
{
    if (m_document.lineCount() == 0)
        return;
    if (keepAnchor && !m_anchor)
        m_anchor = m_caret;
    else if (!keepAnchor)
        m_anchor.reset();
    m_caret = {std::clamp(position.line, 0, m_document.lineCount() - 1), qMax(0, position.column)};
    ensureVisible(m_caret, false);
    viewport()->update();
    emit caretMoved();
}

void LogView::goToError(bool forward)
{
    const LineSet &errors = m_document.errors();
    if (errors.isEmpty())
        return emit said(tr("There are no errors in this log."));
    // Who follows the end looks for the first error, or for the last one.
    const bool anew = m_following && !hasSelection();
    int line = forward ? errors.next(anew ? 0 : m_caret.line + 1) : errors.previous(m_caret.line - (anew ? 0 : 1));
    if (line < 0)
        line = forward ? errors.next(0) : errors.previous(m_document.lineCount());
    select(line, 0, static_cast<int>(m_layouts.line(line)->text.size()));
}

std::pair<LogView::Position, LogView::Position> LogView::selection() const
{
    const Position anchor = m_anchor.value_or(m_caret);
    return {std::min(anchor, m_caret), std::max(anchor, m_caret)};
}

QVector<int> LogView::visibleLineNumbers() const
{
    QVector<int> lines;
    int rows = -m_topRow;
    for (int item = m_top; item < itemCount() && rows < visibleRows(); rows += rowsOf(item++))
        lines += lineOf(item);
    return lines;
}

LogView::Position LogView::positionAt(const QPoint &point) const
{
    if (itemCount() == 0)
        return {};
    const int row = qMax(0, (point.y() - Padding / 2) / lineHeight());
    const Place place = moved({m_top, m_topRow}, row);
    const int line = lineOf(place.item);
    if (isGap(line))
        return {line, 0};
    const auto layout = m_layouts.line(line);
    const int column = layout->columnAt(place.row, point.x() - marginWidth() + horizontalScrollBar()->value());
    return {line, column >= layout->text.size() ? LineEnd : column};
}

QRect LogView::rectOf(const Position &position) const
{
    int rows = -m_topRow;
    for (int item = m_top; item < itemCount() && rows <= visibleRows(); rows += rowsOf(item++)) {
        if (lineOf(item) != position.line)
            continue;
        if (isGap(position.line))
            return {marginWidth(), Padding / 2 + rows * lineHeight(), characterWidth(), lineHeight()};
        const auto line = m_layouts.line(position.line);
        const int x = marginWidth() - horizontalScrollBar()->value() + static_cast<int>(line->xOf(position.column));
        return {x, Padding / 2 + (rows + line->rowOf(position.column)) * lineHeight(), characterWidth(), lineHeight()};
    }
    return {};
}

QVector<QTextLayout::FormatRange> LogView::selectionsIn(const LogLayout &line, int number) const
{
    QVector<QTextLayout::FormatRange> ranges;
    const bool plain = isHighContrast(palette());
    if (m_search.matcher() && m_search.lines().contains(number)) {
        const SemanticColors colors = semanticColors(SemanticRole::Caution, palette());
        for (const LogMatcher::Hit &hit : m_search.matcher()->hitsIn(line.text)) {
            auto range = formatRange(hit.begin, hit.length, plain ? palette().brush(QPalette::Highlight) : colors.line);
            range.format.setForeground(palette().color(plain ? QPalette::HighlightedText : QPalette::Text));
            ranges += range;
        }
    }
    if (!hasSelection())
        return ranges;
    const auto [from, to] = selection();
    if (number < from.line || number > to.line)
        return ranges;
    const auto size = static_cast<int>(line.text.size());
    const int begin = number == from.line ? qMin(from.column, size) : 0;
    const int end = number == to.line ? qMin(to.column, size) : size;
    auto range =
        formatRange(begin, end - begin, plain ? palette().color(QPalette::Highlight) : selectionTint(palette()));
    if (plain)
        range.format.setForeground(palette().color(QPalette::HighlightedText));
    if (range.length > 0)
        ranges += range;
    return ranges;
}

void LogView::paintText(QPainter &painter, const LogLayout &line, int number, const QPointF &at) const
{
    painter.setPen(palette().color(QPalette::Text));
    const auto ranges = selectionsIn(line, number);
    const auto [from, to] = selection();
    if (number >= from.line && number < to.line) { // the end of the line, too
        painter.fillRect(QRectF(at.x() + line.xOf(LineEnd), at.y() + line.rowOf(LineEnd) * lineHeight(),
                                characterWidth(), lineHeight()),
                         isHighContrast(palette()) ? palette().color(QPalette::Highlight) : selectionTint(palette()));
    }
    line.layout.draw(&painter, at, ranges, viewport()->rect());
    if (hasFocus() && number == m_caret.line)
        line.layout.drawCursor(&painter, at, static_cast<int>(qMin<qsizetype>(m_caret.column, line.text.size())));
}

void LogView::paintMargin(QPainter &painter, const LogLayout &line, int top) const
{
    const int flags = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine);
    painter.setPen(secondaryText(palette()));
    painter.drawText(QRect(Padding, top, marginWidth(), lineHeight()), flags, line.time);
    painter.drawText(QRect(Padding + characterWidth() * (TimeCharacters + 1) - characterWidth() / 2, top, marginWidth(),
                           lineHeight()),
                     flags, line.step);
}

void LogView::paintItem(QPainter &painter, int item, int top) const
{
    const int number = lineOf(item);
    const int margin = marginWidth();
    if (isGap(number)) {
        painter.setPen(secondaryText(palette()));
        painter.drawText(QRect(margin, top, viewport()->width() - margin, lineHeight()),
                         static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), shownText(number));
        return;
    }
    const auto line = m_layouts.line(number);
    if (line->kind == LogLineKind::Error) {
        const SemanticColors colors = semanticColors(SemanticRole::Negative, palette());
        const QRect row(0, top, viewport()->width(), lineHeight() * (m_wrapping ? line->rows : 1));
        if (!isHighContrast(palette()))
            painter.fillRect(row, colors.tint);
        painter.fillRect(QRect(0, top, ErrorBar, row.height()), colors.text);
    }
    painter.setClipRect(QRect(margin, 0, viewport()->width() - margin, viewport()->height()));
    paintText(painter, *line, number, QPointF(margin - horizontalScrollBar()->value(), top));
    painter.setClipping(false);
    paintMargin(painter, *line, top);
}

void LogView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const bool hasNoErrors = m_filter && m_document.errors().isEmpty() && m_document.lineCount() > 0;
    if (itemCount() == 0 || hasNoErrors) {
        painter.setFont(font());
        painter.setPen(secondaryText(palette()));
        painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24),
                         static_cast<int>(Qt::AlignCenter | Qt::TextWordWrap),
                         hasNoErrors ? tr("There are no errors in this log.") : m_placeholder);
        return;
    }
    int top = Padding / 2 - m_topRow * lineHeight();
    for (int item = m_top; item < itemCount() && top < viewport()->height(); ++item) {
        paintItem(painter, item, top);
        top += rowsOf(item) * lineHeight();
    }
}

} // namespace plugsmith
