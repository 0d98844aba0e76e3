// SPDX-License-Identifier: Apache-2.0
#include "gui/targetmatrixview.h"

#include "gui/checkableheaderview.h"
#include "gui/targetcelldelegate.h"
#include "models/targetmatrixmodel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int VersionWidth = 98;
constexpr int ShownRows = 4; // the least that is worth showing

} // namespace

TargetMatrixView::TargetMatrixView(TargetMatrixModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_corner(new QLabel(tr("Platform"), this))
{
    m_corner->setContentsMargins(10, 0, 0, 0);
    m_corner->setAutoFillBackground(true);
    m_corner->setBackgroundRole(QPalette::Window);
    setObjectName(u"build.matrix"_s);
    setAccessibleName(tr("Targets: platforms and Go versions"));
    auto *columns = new CheckableHeaderView(Qt::Horizontal);
    auto *rows = new CheckableHeaderView(Qt::Vertical);
    setHorizontalHeader(columns);
    setVerticalHeader(rows);
    setModel(&model);
    setItemDelegate(new TargetCellDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setShowGrid(true);
    setMouseTracking(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    rows->setSectionResizeMode(QHeaderView::Fixed);
    columns->setStretchLastSection(true);
    connect(columns, &CheckableHeaderView::toggled, this, [this](int column) {
        QVector<QModelIndex> cells;
        for (int row = 0; column != m_model.compilerColumn() && row < m_model.rowCount(); ++row)
            cells += m_model.index(row, column);
        toggleAll(cells);
    });
    connect(rows, &CheckableHeaderView::toggled, this, [this](int row) {
        QVector<QModelIndex> cells;
        for (int column = 0; column < m_model.compilerColumn(); ++column)
            cells += m_model.index(row, column);
        toggleAll(cells);
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &TargetMatrixView::layOut);
    connect(&model, &TargetMatrixModel::selectionChanged, this, [columns, rows] {
        columns->viewport()->update();
        rows->viewport()->update();
    });
    layOut();
}

void TargetMatrixView::layOut()
{
    const int rowHeight = qMax(32, fontMetrics().height() + 14);
    verticalHeader()->setDefaultSectionSize(rowHeight);
    for (int column = 0; column < m_model.compilerColumn(); ++column)
        setColumnWidth(column, qMax(VersionWidth, fontMetrics().horizontalAdvance(u"Resolving m"_s) + 32));
    updateGeometry();
}

QSize TargetMatrixView::sizeHint() const
{
    const int rows = verticalHeader()->defaultSectionSize() * m_model.rowCount();
    return {600, horizontalHeader()->sizeHint().height() + rows + 2 * frameWidth()};
}

QSize TargetMatrixView::minimumSizeHint() const
{
    return {300, horizontalHeader()->sizeHint().height() + verticalHeader()->defaultSectionSize() * ShownRows};
}

void TargetMatrixView::updateGeometries()
{
    QTableView::updateGeometries();
    // One pixel less: the lines of the headings go on around it.
    m_corner->setGeometry(frameWidth(), frameWidth(), verticalHeader()->width() - 1, horizontalHeader()->height() - 1);
}

void TargetMatrixView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        layOut();
    QTableView::changeEvent(event);
}

void TargetMatrixView::setCell(const QModelIndex &index, bool selected)
{
    m_model.setData(index, selected ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
}

/// Selects all that can be built, or clears them when all are selected already.
void TargetMatrixView::toggleAll(const QVector<QModelIndex> &cells)
{
    QVector<Target> targets = m_model.selected();
    QVector<Target> possible;
    for (const QModelIndex &cell : cells) {
        if (const Target target = m_model.targetAt(cell); !m_model.isBlocked(target))
            possible += target;
    }
    const bool all =
        std::ranges::all_of(possible, [&targets](const Target &target) { return targets.contains(target); });
    for (const Target &target : possible) {
        targets.removeAll(target);
        if (!all)
            targets += target;
    }
    m_model.select(targets);
}

void TargetMatrixView::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    const QVariant state = index.data(Qt::CheckStateRole);
    if (event->button() != Qt::LeftButton || !state.isValid() || index.data(TargetMatrixModel::JobStateRole).isValid())
        return;
    m_paints = true;
    m_paintsState = state.value<Qt::CheckState>() != Qt::Checked;
    setCell(index, m_paintsState);
}

void TargetMatrixView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_paints)
        return QTableView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && index.data(Qt::CheckStateRole).isValid())
        setCell(index, m_paintsState);
}

void TargetMatrixView::mouseReleaseEvent(QMouseEvent *event)
{
    m_paints = false;
    QTableView::mouseReleaseEvent(event);
}

void TargetMatrixView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (event->key() == Qt::Key_Space && index.data(Qt::CheckStateRole).isValid())
        return setCell(index, index.data(Qt::CheckStateRole).value<Qt::CheckState>() != Qt::Checked);
    if (event == QKeySequence::SelectAll)
        return m_model.select(m_model.buildable());
    QTableView::keyPressEvent(event);
}

} // namespace plugsmith
