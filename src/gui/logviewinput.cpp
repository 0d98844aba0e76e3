// SPDX-License-Identifier: Apache-2.0
// What the user does with a log: mouse, keys, menu, clipboard.
#include "gui/logview.h"

#include "base/deliver.h"
#include "gui/logscrollbar.h"
#include "models/logcopy.h"
#include "models/logdocument.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDrag>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QStyleHints>

#include <algorithm>
#include <utility>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int AutoScrollInterval = 30; // ms
constexpr int DirectCopyLines = 1000;  // copied at once; more goes to the pool
constexpr int LongestFoundText = 200;  // of a selection that is looked for
constexpr int WheelStep = 120;         // the angle of one notch
constexpr int LinesPerAutoScrollPixel = 8;

/// As bytes: much text is converted only if somebody takes it.
QMimeData *mimeOf(const QByteArray &text)
{
    auto *mime = new QMimeData;
    mime->setData(u"text/plain"_s, text);
    return mime;
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || u"_./-:"_s.contains(c);
}

} // namespace

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || itemCount() == 0)
        return;
    const QPoint point = event->position().toPoint();
    const Position at = positionAt(point);
    const bool isTriple = m_sinceDoubleClick.isValid() &&
                          m_sinceDoubleClick.elapsed() < QApplication::styleHints()->mouseDoubleClickInterval() &&
                          at.line == m_caret.line;
    m_sinceDoubleClick.invalidate();
    m_drag = Drag::None;
    if (isTriple) {
        m_anchor = Position{at.line, 0};
        m_caret = {at.line, LineEnd};
    } else if (!(event->modifiers() & Qt::ShiftModifier) && isSelectedAt(point)) {
        m_pressedInside = point; // moved or not tells what is meant
        return;
    } else {
        if (!(event->modifiers() & Qt::ShiftModifier))
            m_anchor = at;
        else if (!m_anchor)
            m_anchor = m_caret;
        m_caret = at;
        if (linkAt(point))
            m_pressed = at;
    }
    viewport()->update();
    emit caretMoved();
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    m_mouse = event->position().toPoint();
    if (!(event->buttons() & Qt::LeftButton) || !m_anchor) {
        m_pressedInside.reset();
        m_drag = Drag::None;
        viewport()->setCursor(linkAt(m_mouse)         ? Qt::PointingHandCursor
                              : isSelectedAt(m_mouse) ? Qt::ArrowCursor
                                                      : Qt::IBeamCursor);
        return;
    }
    if (m_pressedInside && (m_mouse - *m_pressedInside).manhattanLength() >= QApplication::startDragDistance())
        startDrag();
    if (m_pressedInside || m_drag != Drag::None)
        return;
    if (viewport()->rect().contains(m_mouse))
        m_autoScroll.stop();
    else if (!m_autoScroll.isActive())
        m_autoScroll.start(AutoScrollInterval, this);
    scrollTowards(m_mouse);
}

/// Extends the selection to a point, which may be outside.
void LogView::scrollTowards(const QPoint &point)
{
    const QRect inside = viewport()->rect();
    const int beyond = point.y() < 0 ? point.y() : qMax(0, point.y() - inside.bottom());
    if (beyond != 0)
        scrollRows(beyond / LinesPerAutoScrollPixel + (beyond < 0 ? -1 : 1));
    if (point.x() < marginWidth() || point.x() > inside.right())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() +
                                        (point.x() > inside.right() ? 1 : -1) * characterWidth() * 2);
    m_caret = positionAt({point.x(), std::clamp(point.y(), 0, qMax(0, inside.bottom() - lineHeight() / 2))});
    if (hasSelection()) // what is being selected must not run away
        setFollowing(false);
    viewport()->update();
}

void LogView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_autoScroll.timerId())
        scrollTowards(m_mouse);
    else
        QAbstractScrollArea::timerEvent(event);
}

void LogView::mouseReleaseEvent(QMouseEvent *event)
{
    m_autoScroll.stop();
    if (event->button() != Qt::LeftButton)
        return;
    m_drag = Drag::None;
    if (std::exchange(m_pressedInside, std::nullopt)) { // a click like any other
        const QPoint point = event->position().toPoint();
        m_caret = positionAt(point);
        m_anchor = m_caret;
        if (linkAt(point))
            m_pressed = m_caret;
        viewport()->update();
    }
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    if (pressed && !hasSelection()) {
        if (const auto link = linkAt(event->position().toPoint()))
            activate(*link);
    } else if (hasSelection() && QApplication::clipboard()->supportsSelection()) {
        startCopy(false, true);
    }
    emit caretMoved();
}

/// Whether there is selected text under a point.
bool LogView::isSelectedAt(const QPoint &point) const
{
    if (!hasSelection() || itemCount() == 0 || point.x() < marginWidth())
        return false;
    const Position at = positionAt(point);
    const auto [from, to] = selection();
    return at.column != LineEnd && at >= from && at < to && point.y() <= rectOf(at).bottom();
}

void LogView::startDrag()
{
    m_pressedInside.reset();
    m_drag = Drag::Reading;
    readSelection(false, [this](const QByteArray &text) {
        if (m_drag != Drag::Reading)
            return; // the button was released meanwhile
        m_drag = Drag::Begun;
        drag(text);
    });
}

void LogView::drag(const QByteArray &text)
{
    const QPointer<QDrag> drag = new QDrag(this); // goes with the view, which may be closed meanwhile
    drag->setMimeData(mimeOf(text));
    if (m_dragger)
        m_dragger(*drag);
    else
        drag->exec(Qt::CopyAction);
    if (drag)
        drag->deleteLater();
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || itemCount() == 0)
        return;
    const Position at = positionAt(event->position().toPoint());
    if (isGap(at.line)) // shows what is left out
        return select(at.line, 0, 0);
    selectWord(at);
    m_sinceDoubleClick.start();
}

void LogView::selectWord(const Position &at)
{
    const QString text = m_layouts.line(at.line)->text;
    int begin = qMin(at.column, static_cast<int>(text.size()));
    int end = begin;
    while (begin > 0 && isWordCharacter(text[begin - 1]))
        --begin;
    while (end < text.size() && isWordCharacter(text[end]))
        ++end;
    m_anchor = Position{at.line, begin};
    m_caret = {at.line, end};
    viewport()->update();
    emit caretMoved();
}

std::optional<LogLink> LogView::linkAt(const QPoint &point) const
{
    if (itemCount() == 0 || point.x() < marginWidth())
        return std::nullopt;
    const Place place = moved({m_top, m_topRow}, qMax(0, (point.y() - Padding / 2) / lineHeight()));
    const int line = lineOf(place.item);
    if (isGap(line))
        return std::nullopt;
    const auto layout = m_layouts.line(line);
    const int column = layout->columnAt(place.row, point.x() - marginWidth() + horizontalScrollBar()->value(), true);
    const LogLink *link = column < 0 ? nullptr : layout->linkAt(column);
    // Below the last line there is nothing, though it is the nearest.
    return link && point.y() <= rectOf({line, column}).bottom() ? std::optional(*link) : std::nullopt;
}

void LogView::activate(const LogLink &link)
{
    emit linkActivated(link.file, link.line, link.column);
}

std::optional<LogLink> LogView::currentLink() const
{
    if (m_document.lineCount() == 0 || isGap(m_caret.line))
        return std::nullopt;
    const auto line = m_layouts.line(m_caret.line);
    if (const LogLink *link = line->linkAt(m_caret.column))
        return *link;
    return line->links.isEmpty() ? std::nullopt : std::optional(line->links.first());
}

void LogView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        setZoomLevel(m_zoom + (event->angleDelta().y() > 0 ? 1 : -1));
        return;
    }
    if (!m_wrapping || event->angleDelta().y() == 0)
        return QAbstractScrollArea::wheelEvent(event);
    m_wheel += event->angleDelta().y() * QApplication::wheelScrollLines();
    const int rows = m_wheel / WheelStep;
    m_wheel -= rows * WheelStep;
    scrollRows(-rows);
    event->accept();
}

/// Keys that a menu may also have: an action that has them comes first.
bool LogView::handleShortcut(QKeyEvent *event)
{
    if (event == QKeySequence::Copy)
        copy();
    else if (event == QKeySequence::SelectAll)
        selectAll();
    else if (event == QKeySequence::Find)
        emit findRequested(m_anchor && m_anchor->line == m_caret.line ? selectedText() : QString());
    else if (event == QKeySequence::FindNext || event == QKeySequence::FindPrevious)
        emit findNextRequested(event == QKeySequence::FindNext);
    else if (event->key() == Qt::Key_F4)
        goToError(!(event->modifiers() & Qt::ShiftModifier));
    else if (event == QKeySequence::ZoomIn)
        zoomIn();
    else if (event == QKeySequence::ZoomOut)
        zoomOut();
    else if (event->key() == Qt::Key_0 && event->modifiers() == Qt::ControlModifier)
        resetZoom();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (const auto link = currentLink())
            activate(*link);
    } else
        return false;
    return true;
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (handleShortcut(event))
        return;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (event->modifiers() & Qt::AltModifier)
            break;
        return moveCaret(event->key() | static_cast<int>(event->modifiers() & Qt::ControlModifier),
                         event->modifiers() & Qt::ShiftModifier);
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void LogView::moveCaret(int key, bool keepAnchor)
{
    if (itemCount() == 0)
        return;
    const auto size = static_cast<int>(shownText(m_caret.line).size());
    const auto below = [this](int items) {
        return Position{lineOf(std::clamp(itemOf(m_caret.line) + items, 0, itemCount() - 1)), m_caret.column};
    };
    Position to = m_caret;
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        to = below(key == Qt::Key_Up ? -1 : 1);
        break;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        to = below(key == Qt::Key_PageUp ? -visibleRows() : visibleRows());
        break;
    case Qt::Key_Home:
        to.column = 0;
        break;
    case Qt::Key_End:
        to.column = LineEnd;
        break;
    case Qt::Key_Left:
        to = m_caret.column > 0 ? Position{m_caret.line, qMin(m_caret.column, size) - 1}
                                : Position{below(-1).line, LineEnd};
        break;
    case Qt::Key_Right:
        to = m_caret.column < size ? Position{m_caret.line, m_caret.column + 1} : Position{below(1).line, 0};
        break;
    case Qt::Key_Home | static_cast<int>(Qt::ControlModifier):
        to = {};
        break;
    case Qt::Key_End | static_cast<int>(Qt::ControlModifier):
        to = {m_document.lineCount() - 1, LineEnd};
        break;
    default: // words and paragraphs are not worth it in a log
        return;
    }
    setCaret(to, keepAnchor);
}

QString LogView::selectedText() const
{
    if (!hasSelection())
        return {};
    auto [from, to] = selection();
    if (to.line - from.line > DirectCopyLines)
        to = {from.line + DirectCopyLines, LineEnd};
    const auto text = copiedText(copyOf(from, to));
    return text ? QString::fromUtf8(*text) : QString();
}

LogCopy LogView::copyOf(Position from, Position to) const
{
    const LogIndex &index = m_document.index();
    LogCopy copy{m_document.file(), index.blockOf(from.line), index.blockOf(to.line), from.line, to.line};
    copy.begin = from.column;
    copy.end = to.column == LineEnd ? -1 : to.column;
    if (m_filter)
        copy.only = m_filter->shown();
    return copy;
}

void LogView::selectAll()
{
    if (m_document.lineCount() == 0)
        return;
    m_anchor = Position{0, 0};
    m_caret = {m_document.lineCount() - 1, LineEnd};
    viewport()->update();
    emit caretMoved();
}

void LogView::copy()
{
    if (hasSelection())
        startCopy(false, false);
}

void LogView::copyWithTime()
{
    if (m_document.lineCount() > 0)
        startCopy(true, false);
}

void LogView::startCopy(bool withTime, bool toSelection)
{
    const auto [from, to] = selection();
    readSelection(withTime, [this, toSelection, lines = to.line - from.line + 1](const QByteArray &text) {
        QApplication::clipboard()->setMimeData(mimeOf(text),
                                               toSelection ? QClipboard::Selection : QClipboard::Clipboard);
        if (!toSelection)
            emit said(tr("%n line(s) copied.", nullptr, lines));
    });
}

void LogView::readSelection(bool withTime, std::function<void(const QByteArray &)> use)
{
    const auto [from, to] = selection();
    const int lines = to.line - from.line + 1;
    LogCopy work = copyOf(from, to);
    work.withTime = withTime;
    if (!work.file)
        return;
    const auto give = [this, use = std::move(use)](const Result<QByteArray> &text) {
        if (text)
            use(*text);
        else
            emit said(text.error().sentence());
    };
    if (lines <= DirectCopyLines)
        give(copiedText(work));
    else
        runInPool(
            this, [work = std::move(work)] { return copiedText(work); }, give);
}

void LogView::saveLog()
{
    if (!m_document.file())
        return;
    auto *dialog = new QFileDialog(this, tr("Save the log"));
    dialog->setObjectName(u"build.log.saveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Logs (%1)").arg(u"*.log *.txt"_s), tr("All files (*)")});
    dialog->setDefaultSuffix(u"log"_s);
    dialog->selectFile(u"build.log"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, file = m_document.file()](const QString &path) {
        runInPool(
            this, [file, path] { return plugsmith::saveLog(*file, path); },
            [this, path](const Result<void> &saved) {
                emit said(saved ? tr("The log was saved as %1.").arg(QFileInfo(path).fileName())
                                : saved.error().sentence());
            });
    });
    dialog->open();
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QPoint point = byMouse ? viewport()->mapFromGlobal(event->globalPos()) : rectOf(m_caret).bottomLeft();
    if (byMouse && !hasSelection() && itemCount() > 0) {
        m_caret = positionAt(point);
        m_anchor.reset();
        viewport()->update();
        emit caretMoved();
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(u"build.log.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(viewport()->mapToGlobal(point));
}

void LogView::fillMenu(QMenu &menu)
{
    const bool hasLines = m_document.lineCount() > 0;
    const QString selected = m_anchor && m_anchor->line == m_caret.line ? selectedText() : QString();
    const auto add = [this, &menu](const char *name, const QString &text, auto does, bool enabled) {
        QAction *action = menu.addAction(text, this, does);
        action->setObjectName(QLatin1StringView(name));
        action->setEnabled(enabled);
        return action;
    };
    add("build.log.copy", tr("Copy"), &LogView::copy, hasSelection())->setShortcut(QKeySequence::Copy);
    add("build.log.copyWithTime", tr("Copy Line With Time"), &LogView::copyWithTime, hasLines);
    if (const auto link = currentLink()) {
        add(
            "build.log.openLink", tr("Open %1:%2").arg(QFileInfo(link->file).fileName()).arg(link->line),
            [this, link = *link] { activate(link); }, true);
    }
    menu.addSeparator();
    if (!selected.isEmpty()) {
        const QString shown =
            fontMetrics().elidedText(QString(selected).replace(u'&', u"&&"_s), Qt::ElideRight, characterWidth() * 30);
        add(
            "build.log.findSelection", tr("Find “%1”").arg(shown),
            [this, text = selected.left(LongestFoundText)] { emit findRequested(text); }, true);
        menu.addSeparator();
    }
    QAction *wrap = add(
        "build.log.wrap", tr("Wrap Lines"), [this] { setWrapping(!m_wrapping); }, true);
    wrap->setCheckable(true);
    wrap->setChecked(m_wrapping);
    add("build.log.save", tr("Save Log…"), &LogView::saveLog, hasLines);
}

void LogView::focusInEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void LogView::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace plugsmith
