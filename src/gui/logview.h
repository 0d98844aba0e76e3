// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/loglayout.h"
#include "models/logfilter.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>

#include <climits>
#include <functional>
#include <optional>
#include <utility>

class QDrag;
class QMenu;

namespace plugsmith {

class LogDocument;
class LogScrollBar;
class LogSearch;
struct LogCopy;

/// A window on a log file: only visible lines are read and laid out, so that a log of any length scrolls like a short
/// one. Time and step stand in a margin and are not part of what is copied. Follows the end until the user scrolls up.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// A place between two characters. Past the end of a line counts as its end.
    struct Position
    {
        int line = 0;
        int column = 0;
        auto operator<=>(const Position &) const = default;
    };
    static constexpr int LineEnd = INT_MAX;
    static constexpr int Padding = 8; ///< around the text, in pixels

    /// Document and search must live longer.
    LogView(LogDocument &document, LogSearch &search, QWidget *parent = nullptr);

    bool isFollowing() const { return m_following; }
    /// Lines that arrived below the visible ones since following ended.
    int unseenLines() const { return m_unseen; }
    bool isWrapping() const { return m_wrapping; }
    bool showsErrorsOnly() const { return m_filter.has_value(); }
    int zoomLevel() const { return m_zoom; }

    Position caret() const { return m_caret; }
    bool hasSelection() const { return m_anchor && *m_anchor != m_caret; }
    /// From where to where; both the caret if nothing is selected.
    std::pair<Position, Position> selection() const;
    /// Of the selection, its first thousand lines at most; copy() takes all of it.
    QString selectedText() const;
    /// Selects a part of a line and brings it into view; ends following.
    void select(int line, int begin, int length);
    /// The first line in view, for a search to begin at.
    int firstVisibleLine() const { return lineOf(m_top); }
    /// The lines in view, for assistive tools. A gap counts by the first line it leaves out.
    QVector<int> visibleLineNumbers() const;
    QRect rectOf(const Position &position) const;
    Position positionAt(const QPoint &point) const;
    void setCaret(const Position &position, bool keepAnchor);
    QString shownText(int line) const;
    /// The link the caret is at, or else the first one in its line.
    std::optional<LogLink> currentLink() const;

    /// What an empty log says.
    void setPlaceholder(const QString &text);
    /// How a drag of selected text is carried out; tests have a way of their own, for a real one waits for a mouse.
    void setDragger(std::function<void(QDrag &)> dragger) { m_dragger = std::move(dragger); }

public slots:
    void setFollowing(bool following);
    void setWrapping(bool wrapping);
    /// Only lines with errors and two lines around each.
    void setErrorsOnly(bool only);
    /// Half points more than the normal size.
    void setZoomLevel(int level);
    void zoomIn() { setZoomLevel(m_zoom + 1); }
    void zoomOut() { setZoomLevel(m_zoom - 1); }
    void resetZoom() { setZoomLevel(0); }
    void selectAll();
    /// Puts the selection on the clipboard. Much of it is read in the pool.
    void copy();
    void copyWithTime();
    /// Selects the next or previous line with an error, round and round.
    void goToError(bool forward);
    /// Asks for a file and writes the log to it.
    void saveLog();

signals:
    void followingChanged(bool following);
    void unseenChanged(int lines);
    void wrappingChanged(bool wrapping);
    void errorsOnlyChanged(bool only);
    void zoomChanged(int level);
    void caretMoved();
    /// The user wants to see the source: file as the tool wrote it, line, column or 0.
    void linkActivated(const QString &file, int line, int column);
    /// The user looks for something; empty: not yet known what.
    void findRequested(const QString &text);
    void findNextRequested(bool forward);
    /// A short sentence for the status bar.
    void said(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// The place of a row: the item, and how many of its rows are above.
    struct Place
    {
        int item = 0;
        int row = 0;
        auto operator<=>(const Place &) const = default;
    };

    void onReset();
    void onLinesAdded(int first);
    void onLinesPrepended(int count);
    void updateLook();
    void updateScrollBars();

    // Items are what stands below each other: lines, and gaps where errors only are shown.
    int itemCount() const;
    int lineOf(int item) const;
    int itemOf(int line) const;
    bool isGap(int line) const { return m_filter && !m_filter->isShown(line); }
    int rowsOf(int item) const;

    int lineHeight() const;
    int marginWidth() const;
    int characterWidth() const;
    int visibleRows() const;
    Place moved(Place place, int rows) const;
    Place endTop() const;
    void setTop(Place top);
    void scrollRows(int rows);
    void ensureVisible(const Position &position, bool inTheMiddle);

    void paintItem(QPainter &painter, int item, int top) const;
    void paintText(QPainter &painter, const LogLayout &line, int number, const QPointF &at) const;
    void paintMargin(QPainter &painter, const LogLayout &line, int top) const;
    QVector<QTextLayout::FormatRange> selectionsIn(const LogLayout &line, int number) const;

    void moveCaret(int key, bool keepAnchor);
    void scrollTowards(const QPoint &point);
    void selectWord(const Position &at);
    bool handleShortcut(QKeyEvent *event);
    std::optional<LogLink> linkAt(const QPoint &point) const;
    void activate(const LogLink &link);
    void startCopy(bool withTime, bool toSelection);
    /// Gives what is selected to `use`: at once, or much of it from the pool.
    void readSelection(bool withTime, std::function<void(const QByteArray &)> use);
    bool isSelectedAt(const QPoint &point) const;
    void startDrag();
    void drag(const QByteArray &text);
    LogCopy copyOf(Position from, Position to) const;
    void fillMenu(QMenu &menu);

    LogDocument &m_document;
    LogSearch &m_search;
    LogScrollBar *m_bar;
    mutable LogLayouts m_layouts;
    std::optional<LogFilter> m_filter;
    int m_top = 0;    // item
    int m_topRow = 0; // rows of it that are above the view
    std::optional<Position> m_anchor;
    Position m_caret;
    std::optional<Position> m_pressed;     // where a click began that may follow a link
    std::optional<QPoint> m_pressedInside; // the selection: it may be dragged away from there
    /// Of the text that is selected, from the first move until the button is seen released.
    enum class Drag { None, Reading, Begun } m_drag = Drag::None;
    std::function<void(QDrag &)> m_dragger;
    QPoint m_mouse; // while selecting
    QBasicTimer m_autoScroll;
    QElapsedTimer m_sinceDoubleClick;
    QString m_placeholder;
    int m_wheel = 0; // angle that is not yet a row
    int m_zoom = 0;
    int m_unseen = 0;
    bool m_following = true;
    bool m_wrapping = false;
    bool m_scrollingItself = false;
};

} // namespace plugsmith
