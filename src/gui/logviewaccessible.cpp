// SPDX-License-Identifier: Apache-2.0
#include "gui/logviewaccessible.h"

#include "gui/logview.h"

#include <algorithm>

namespace plugsmith {
namespace {

int offsetOf(const LogView &view, const LogView::Position &position)
{
    int offset = 0;
    for (const int line : view.visibleLineNumbers()) {
        const auto size = static_cast<int>(view.shownText(line).size());
        if (line == position.line)
            return offset + qMin(position.column, size);
        if (line > position.line)
            return offset;
        offset += size + 1;
    }
    return qMax(0, offset - 1);
}

LogView::Position positionOf(const LogView &view, int offset)
{
    LogView::Position position;
    for (const int line : view.visibleLineNumbers()) {
        const auto size = static_cast<int>(view.shownText(line).size());
        position = {line, qMin(offset, size)};
        if (offset <= size)
            break;
        offset -= size + 1;
    }
    return position;
}

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<LogView *>(object);
    return view ? new LogViewAccessible(view) : nullptr;
}

} // namespace

void installLogViewAccessibility()
{
    QAccessible::installFactory(makeInterface);
}

LogViewAccessible::LogViewAccessible(LogView *view)
    : QAccessibleWidget(view, QAccessible::EditableText)
{
}

LogView *LogViewAccessible::view() const
{
    return static_cast<LogView *>(widget());
}

void *LogViewAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State LogViewAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.multiLine = true;
    state.selectableText = true;
    return state;
}

QString LogViewAccessible::visibleText() const
{
    QStringList lines;
    for (const int line : view()->visibleLineNumbers())
        lines += view()->shownText(line);
    return lines.join(u'\n');
}

int LogViewAccessible::selectionCount() const
{
    return view()->hasSelection() ? 1 : 0;
}

void LogViewAccessible::selection(int index, int *begin, int *end) const
{
    *begin = *end = 0;
    if (index != 0 || !view()->hasSelection())
        return;
    const auto [from, to] = view()->selection();
    *begin = offsetOf(*view(), from);
    *end = offsetOf(*view(), to);
}

void LogViewAccessible::addSelection(int begin, int end)
{
    setSelection(0, begin, end);
}

void LogViewAccessible::removeSelection(int)
{
    view()->setCaret(view()->caret(), false);
}

void LogViewAccessible::setSelection(int index, int begin, int end)
{
    if (index != 0)
        return;
    const auto from = positionOf(*view(), begin);
    const auto to = positionOf(*view(), end);
    view()->setCaret(from, false);
    view()->setCaret(to, true);
}

int LogViewAccessible::cursorPosition() const
{
    return offsetOf(*view(), view()->caret());
}

void LogViewAccessible::setCursorPosition(int position)
{
    view()->setCaret(positionOf(*view(), position), false);
}

QString LogViewAccessible::text(int begin, int end) const
{
    const QString all = visibleText();
    begin = std::clamp(begin, 0, static_cast<int>(all.size()));
    end = std::clamp(end, begin, static_cast<int>(all.size()));
    return all.sliced(begin, end - begin);
}

int LogViewAccessible::characterCount() const
{
    return static_cast<int>(visibleText().size());
}

QRect LogViewAccessible::characterRect(int offset) const
{
    const QRect rect = view()->rectOf(positionOf(*view(), offset));
    return {view()->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

int LogViewAccessible::offsetAtPoint(const QPoint &point) const
{
    return offsetOf(*view(), view()->positionAt(view()->viewport()->mapFromGlobal(point)));
}

void LogViewAccessible::scrollToSubstring(int begin, int)
{
    setCursorPosition(begin);
}

/// There is one run of attributes: the look of words says nothing that they do not say themselves.
QString LogViewAccessible::attributes(int, int *begin, int *end) const
{
    *begin = 0;
    *end = characterCount();
    return {};
}

} // namespace plugsmith
