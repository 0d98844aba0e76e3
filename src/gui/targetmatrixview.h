// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

class QLabel;

namespace plugsmith {

class TargetMatrixModel;

/// The matrix of targets. A click or Space toggles a cell, dragging paints the same state over cells, a click on a
/// heading toggles its row or column.
class TargetMatrixView : public QTableView
{
    Q_OBJECT

public:
    explicit TargetMatrixView(TargetMatrixModel &model, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void updateGeometries() override;

private:
    void layOut();
    void toggleAll(const QVector<QModelIndex> &cells);
    void setCell(const QModelIndex &index, bool selected);

    TargetMatrixModel &m_model;
    QLabel *m_corner;           // lies over the corner, which has no text of its own
    bool m_paints = false;      // the mouse draws over cells ...
    bool m_paintsState = false; // ... this state
};

} // namespace plugsmith
