// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildoptions.h"

#include <QTableView>

class QLabel;
class QToolButton;

namespace plugsmith {

class TargetMatrixModel;

/// The matrix of targets. A click or Space toggles a cell, dragging paints the same state over cells, a click on a
/// heading toggles its row or column. A cell with a job is only selected by a click, unless the job waits: then the
/// click takes it back.
class TargetMatrixView : public QTableView
{
    Q_OBJECT

public:
    explicit TargetMatrixView(TargetMatrixModel &model, QWidget *parent = nullptr);

    /// Leaves out the rows of platforms that cannot be built here.
    void setUnbuildableHidden(bool hidden);
    bool isUnbuildableHidden() const { return m_hidesUnbuildable; }
    /// How many platforms have no row now.
    int hiddenCount() const;
    /// Selects the cell of a target, if it has one.
    void setCurrentTarget(const Target &target);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// Rows are there or gone.
    void hiddenCountChanged();
    /// Why a cell, or the platform of a cell in the last column, cannot be built; `anchor` is global.
    void howRequested(const QModelIndex &index, const QRect &anchor);
    void cellMenuRequested(const QModelIndex &index, const QPoint &at);
    void columnMenuRequested(const QPoint &at);
    void platformMenuRequested(const plugsmith::Platform &platform, const QPoint &at);
    void versionsRequested(const QRect &anchor);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void updateGeometries() override;

private:
    void connectHeadings();
    void layOut();
    void hideRows();
    void fitColumns();
    void toggleAll(const QVector<QModelIndex> &cells);
    void setCell(const QModelIndex &index, bool selected);
    void askHow(const QModelIndex &index);
    bool isOnLink(const QPoint &at) const;

    TargetMatrixModel &m_model;
    QLabel *m_corner; // lies over the corner, which has no text of its own
    QToolButton *m_addVersion;
    int m_wordWidth = 0; // of the longest state
    bool m_hidesUnbuildable = false;
    bool m_paints = false;      // the mouse draws over cells ...
    bool m_paintsState = false; // ... this state
};

} // namespace plugsmith
