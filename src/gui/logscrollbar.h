// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollBar>

#include <functional>

namespace plugsmith {

class LineSet;

/// The scroll bar of a log, with marks where errors, warnings and hits are: each kind in a column of its own, so that
/// they differ by more than their colour.
class LogScrollBar : public QScrollBar
{
    Q_OBJECT

public:
    struct Marks
    {
        const LineSet *errors = nullptr;
        const LineSet *warnings = nullptr;
        const LineSet *hits = nullptr;
    };

    explicit LogScrollBar(QWidget *parent = nullptr);

    /// The sets must live as long as the scroll bar; update() when they have changed.
    void setMarks(const Marks &marks) { m_marks = marks; }
    /// How many rows there are, and the line that one shows.
    void setRows(int rows, std::function<int(int row)> lineOf);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintMarks(QPainter &painter, const QRect &groove, const LineSet *lines, const QColor &color, int column);

    Marks m_marks;
    int m_rows = 0;
    std::function<int(int)> m_lineOf;
};

} // namespace plugsmith
