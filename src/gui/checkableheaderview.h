// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHeaderView>

namespace plugsmith {

/// Headings of the matrix: a check box with three states for everything below or beside it, and for versions a second,
/// small line.
class CheckableHeaderView : public QHeaderView
{
    Q_OBJECT

public:
    CheckableHeaderView(Qt::Orientation orientation, QWidget *parent = nullptr);

signals:
    /// A click on a heading that has a box.
    void toggled(int section);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    std::optional<Qt::CheckState> stateOf(int section) const;
};

} // namespace plugsmith
