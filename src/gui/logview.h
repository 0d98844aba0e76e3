// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractScrollArea>

#include <optional>

namespace plugsmith {

class LogDocument;

/// A window on a log file: only visible lines are read and laid out, so that a log of any length scrolls like a short
/// one. Time and step stand in a margin and are not part of what is copied. Follows the end until the user scrolls up.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LogView(LogDocument &document, QWidget *parent = nullptr);

    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    /// Lines that arrived below the visible ones since following ended.
    int unseenLines() const { return m_unseen; }

    QString selectedText() const;
    void selectAll();
    void copy() const;
    /// Steps of half a point; 0 is the normal size.
    void zoom(int steps);

    /// What an empty log says.
    void setPlaceholder(const QString &text);

signals:
    void followingChanged(bool following);
    void unseenChanged(int lines);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Position
    {
        int line = 0;
        int column = 0;
        auto operator<=>(const Position &) const = default;
    };
    void onReset();
    void onLinesAdded(int first);
    void updateScrollBars();
    void updateFont();
    int lineHeight() const;
    int marginWidth() const;
    int visibleLines() const;
    QString textOf(int line) const;
    Position positionAt(const QPoint &point) const;
    void paintLine(QPainter &painter, int line, int top) const;

    LogDocument &m_document;
    std::optional<Position> m_anchor;
    Position m_cursor;
    QString m_placeholder;
    int m_zoom = 0;
    int m_unseen = 0;
    bool m_following = true;
    bool m_scrollingItself = false;
};

} // namespace plugsmith
