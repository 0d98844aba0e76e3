// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessibleWidget>

namespace plugsmith {

class LogView;

/// The lines of a log that are in view, as one read-only text for assistive tools; its caret is that of the view. A
/// screen reader moves with the keys of the view, which scroll.
class LogViewAccessible : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit LogViewAccessible(LogView *view);

    void *interface_cast(QAccessible::InterfaceType type) override;
    QAccessible::State state() const override;

    void selection(int index, int *begin, int *end) const override;
    int selectionCount() const override;
    void addSelection(int begin, int end) override;
    void removeSelection(int index) override;
    void setSelection(int index, int begin, int end) override;
    int cursorPosition() const override;
    void setCursorPosition(int position) override;
    using QAccessibleWidget::text; // of name and description, which the next one would hide
    QString text(int begin, int end) const override;
    int characterCount() const override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int begin, int end) override;
    QString attributes(int offset, int *begin, int *end) const override;

private:
    LogView *view() const;
    QString visibleText() const;
};

/// Makes views of logs known to QAccessible; more than once does no harm.
void installLogViewAccessibility();

} // namespace plugsmith
