// SPDX-License-Identifier: Apache-2.0
#include "gui/logview.h"

#include "build/gooutput.h"
#include "build/joblog.h"
#include "gui/semanticcolors.h"
#include "gui/theme.h"
#include "models/logdocument.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Padding = 8;
constexpr int MaxCopiedLines = 5'000'000;
constexpr int TimeCharacters = 8;  // HH:MM:SS
constexpr int StepCharacters = 11; // "toolchain" and a gap

QString withoutEscapes(QString text)
{
    static const QRegularExpression escape(u"\x1b\\[[0-9;?]*[A-Za-z]|\x1b\\][^\x07]*(?:\x07|\x1b\\\\)"_s);
    if (text.contains(u'\x1b'))
        text.remove(escape);
    return text.replace(u'\t', u"    "_s);
}

/// Failures and diagnostics carry the negative colour, warnings the caution one; the words stay those of the tool.
std::optional<SemanticRole> roleOf(QStringView step, const QString &text)
{
    if (step == u"failed")
        return SemanticRole::Negative;
    if (step == u"done")
        return SemanticRole::Positive;
    if (step != u"compile" && step != u"link" && step != u"modules")
        return std::nullopt;
    if (text.contains("warning:"_L1))
        return SemanticRole::Caution;
    const auto kind = GoOutputLine::parse(text).kind;
    const bool isError = kind == GoOutputLine::Kind::Diagnostic || kind == GoOutputLine::Kind::Failure;
    return isError ? std::optional(SemanticRole::Negative) : std::nullopt;
}

} // namespace

LogView::LogView(LogDocument &document, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_document(document)
{
    setObjectName(u"build.log.view"_s);
    setAccessibleName(tr("Build log"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    updateFont();
    connect(&document, &LogDocument::reset, this, &LogView::onReset);
    connect(&document, &LogDocument::linesAdded, this, &LogView::onLinesAdded);
    connect(&document, &LogDocument::linesPrepended, this, &LogView::onReset);
}

void LogView::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    viewport()->update();
}

void LogView::updateFont()
{
    QFont font = codeFont();
    font.setPointSizeF(std::clamp(font.pointSizeF() + m_zoom * 0.5, 6.0, 30.0));
    viewport()->setFont(font);
    updateScrollBars();
    viewport()->update();
}

int LogView::lineHeight() const
{
    return viewport()->fontMetrics().height() + 1;
}

int LogView::marginWidth() const
{
    return Padding + viewport()->fontMetrics().horizontalAdvance(u'0') * (TimeCharacters + StepCharacters);
}

int LogView::visibleLines() const
{
    return qMax(1, (viewport()->height() - Padding) / lineHeight());
}

QString LogView::textOf(int line) const
{
    return withoutEscapes(JobLogLine::parse(m_document.line(line)).text.toString());
}

void LogView::onReset()
{
    m_anchor.reset();
    m_cursor = {};
    m_unseen = 0;
    setFollowing(true);
    updateScrollBars();
    viewport()->update();
}

void LogView::onLinesAdded(int first)
{
    updateScrollBars();
    if (!m_following)
        emit unseenChanged(m_unseen += m_document.lineCount() - first);
    viewport()->update();
}

void LogView::updateScrollBars()
{
    m_scrollingItself = true;
    verticalScrollBar()->setPageStep(visibleLines());
    verticalScrollBar()->setRange(0, qMax(0, m_document.lineCount() - visibleLines()));
    // In bytes: a line is never wider, and counting characters would mean reading all of them.
    const qint64 wide =
        marginWidth() + Padding + m_document.longestLine() * viewport()->fontMetrics().horizontalAdvance(u'0');
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(viewport()->fontMetrics().horizontalAdvance(u'0') * 4);
    horizontalScrollBar()->setRange(0, static_cast<int>(std::clamp<qint64>(wide - viewport()->width(), 0, 10'000'000)));
    if (m_following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_scrollingItself = false;
}

void LogView::setFollowing(bool following)
{
    if (following) {
        m_scrollingItself = true;
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        m_scrollingItself = false;
        if (m_unseen != 0)
            emit unseenChanged(m_unseen = 0);
    }
    if (following == m_following)
        return;
    m_following = following;
    emit followingChanged(following);
}

void LogView::scrollContentsBy(int, int dy)
{
    if (!m_scrollingItself && dy != 0)
        setFollowing(verticalScrollBar()->value() == verticalScrollBar()->maximum());
    viewport()->update();
}

void LogView::resizeEvent(QResizeEvent *)
{
    updateScrollBars();
}

void LogView::paintLine(QPainter &painter, int line, int top) const
{
    const QString raw = m_document.line(line);
    const JobLogLine parts = JobLogLine::parse(raw);
    const QString text = withoutEscapes(parts.text.toString());
    const int high = lineHeight();
    const int margin = marginWidth();
    const int left = margin - horizontalScrollBar()->value();
    const int wide = viewport()->fontMetrics().horizontalAdvance(u'0');
    const auto role = roleOf(parts.step, text);
    const QRect row(0, top, viewport()->width(), high);

    if (role == SemanticRole::Negative) {
        const SemanticColors colors = semanticColors(*role, palette());
        painter.fillRect(row, colors.tint);
        painter.fillRect(QRect(0, top, 3, high), colors.text);
    }
    if (m_anchor) {
        const Position from = std::min(*m_anchor, m_cursor);
        const Position to = std::max(*m_anchor, m_cursor);
        if (line >= from.line && line <= to.line && from != to) {
            const int begin = line == from.line ? from.column : 0;
            const int end = line == to.line ? to.column : static_cast<int>(text.size()) + 1;
            const auto x = [&](int column) {
                return left +
                       viewport()->fontMetrics().horizontalAdvance(text.first(qMin<qsizetype>(column, text.size())));
            };
            const int over = end > text.size() ? wide : 0;
            painter.fillRect(QRect(x(begin), top, x(end) - x(begin) + over, high), selectionTint(palette()));
        }
    }
    painter.setClipRect(QRect(margin, top, viewport()->width() - margin, high));
    painter.setPen(role ? semanticColors(*role, palette()).text : palette().color(QPalette::Text));
    painter.drawText(QRect(left, top, viewport()->width() - left, high),
                     static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), text);
    painter.setClipping(false);
    painter.setPen(secondaryText(palette()));
    painter.drawText(QRect(Padding, top, margin, high), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                     parts.time.first(qMin<qsizetype>(TimeCharacters, parts.time.size())).toString());
    painter.drawText(QRect(Padding + wide * (TimeCharacters + 1), top, margin, high),
                     static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), parts.step.toString());
}

void LogView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    if (m_document.lineCount() == 0) {
        painter.setFont(font());
        painter.setPen(secondaryText(palette()));
        painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24),
                         static_cast<int>(Qt::AlignCenter | Qt::TextWordWrap), m_placeholder);
        return;
    }
    const int first = verticalScrollBar()->value();
    const int last = qMin(m_document.lineCount(), first + visibleLines() + 2);
    for (int line = first; line < last; ++line)
        paintLine(painter, line, Padding / 2 + (line - first) * lineHeight());
}

LogView::Position LogView::positionAt(const QPoint &point) const
{
    const int line = std::clamp(verticalScrollBar()->value() + (point.y() - Padding / 2) / lineHeight(), 0,
                                qMax(0, m_document.lineCount() - 1));
    const QString text = textOf(line);
    const int x = point.x() - marginWidth() + horizontalScrollBar()->value();
    int column = 0;
    const QFontMetrics metrics = viewport()->fontMetrics();
    while (column < text.size() &&
           metrics.horizontalAdvance(text.first(column + 1)) - metrics.horizontalAdvance(text[column]) / 2 <= x)
        ++column;
    return {line, column};
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_cursor = positionAt(event->position().toPoint());
    if (!(event->modifiers() & Qt::ShiftModifier) || !m_anchor)
        m_anchor = m_cursor;
    viewport()->update();
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton) || !m_anchor)
        return;
    const QPoint point = event->position().toPoint();
    if (point.y() < 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - 1);
    else if (point.y() > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + 1);
    m_cursor = positionAt(point);
    viewport()->update();
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Position at = positionAt(event->position().toPoint());
    const QString text = textOf(at.line);
    const auto isWord = [&text](int i) { return text[i].isLetterOrNumber() || u"_./-:"_s.contains(text[i]); };
    int begin = at.column;
    int end = at.column;
    while (begin > 0 && isWord(begin - 1))
        --begin;
    while (end < text.size() && isWord(end))
        ++end;
    m_anchor = Position{at.line, begin};
    m_cursor = {at.line, end};
    viewport()->update();
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event == QKeySequence::Copy)
        return copy();
    if (event == QKeySequence::SelectAll)
        return selectAll();
    switch (event->key()) {
    case Qt::Key_Up:
        return bar->setValue(bar->value() - 1);
    case Qt::Key_Down:
        return bar->setValue(bar->value() + 1);
    case Qt::Key_PageUp:
        return bar->setValue(bar->value() - bar->pageStep());
    case Qt::Key_PageDown:
        return bar->setValue(bar->value() + bar->pageStep());
    case Qt::Key_Home:
        return bar->setValue(0);
    case Qt::Key_End:
        return setFollowing(true);
    case Qt::Key_Left:
        return horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
    case Qt::Key_Right:
        return horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LogView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier)
        zoom(event->angleDelta().y() > 0 ? 1 : -1);
    else
        QAbstractScrollArea::wheelEvent(event);
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyAction = menu->addAction(tr("Copy"), this, &LogView::copy);
    copyAction->setEnabled(m_anchor && *m_anchor != m_cursor);
    menu->addAction(tr("Select All"), this, &LogView::selectAll);
    menu->popup(event->globalPos());
}

void LogView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateFont();
    QAbstractScrollArea::changeEvent(event);
}

QString LogView::selectedText() const
{
    if (!m_anchor || *m_anchor == m_cursor)
        return {};
    const Position from = std::min(*m_anchor, m_cursor);
    const Position to = std::max(*m_anchor, m_cursor);
    QStringList lines;
    for (int line = from.line; line <= qMin(to.line, from.line + MaxCopiedLines); ++line) {
        QString text = textOf(line);
        if (line == to.line)
            text = text.first(qMin<qsizetype>(to.column, text.size()));
        if (line == from.line)
            text = text.sliced(qMin<qsizetype>(from.column, text.size()));
        lines += text;
    }
    return lines.join(u'\n');
}

void LogView::selectAll()
{
    if (m_document.lineCount() == 0)
        return;
    const int last = m_document.lineCount() - 1;
    m_anchor = Position{0, 0};
    m_cursor = {last, static_cast<int>(textOf(last).size())};
    viewport()->update();
}

void LogView::copy() const
{
    if (const QString text = selectedText(); !text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void LogView::zoom(int steps)
{
    m_zoom = steps == 0 ? 0 : std::clamp(m_zoom + steps, -8, 40);
    updateFont();
}

} // namespace plugsmith
