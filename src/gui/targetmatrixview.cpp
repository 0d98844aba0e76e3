// SPDX-License-Identifier: Apache-2.0
#include "gui/targetmatrixview.h"

#include "gui/checkableheaderview.h"
#include "gui/pageparts.h"
#include "gui/symbolicicon.h"
#include "gui/targetcelldelegate.h"
#include "models/buildtext.h"
#include "models/targetmatrixmodel.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QToolButton>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int VersionWidth = 98;
constexpr int VersionCharacters = 14; // where the font is large
constexpr int ReasonCharacters = 36;  // of a C compiler to install, and the link
constexpr int ShownRows = 4;          // the least that is worth showing

/// Whether a click in this cell changes the selection: not where a job runs or has ended.
bool isToggledByClick(const QModelIndex &index)
{
    const QVariant job = index.data(TargetMatrixModel::JobStateRole);
    if (!job.isValid())
        return index.data(Qt::CheckStateRole).isValid();
    const auto state = job.value<JobState>();
    return state == JobState::Queued || state == JobState::Held;
}

} // namespace

TargetMatrixView::TargetMatrixView(TargetMatrixModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_corner(new QLabel(tr("Platform"), this))
    , m_addVersion(new QToolButton(this))
{
    m_corner->setContentsMargins(10, 0, 0, 0);
    m_corner->setAutoFillBackground(true);
    m_corner->setBackgroundRole(QPalette::Window);
    m_addVersion->setObjectName(u"build.matrix.addVersion"_s);
    m_addVersion->setText(tr("Go version"));
    m_addVersion->setIcon(symbolicIcon(u"list-add"_s));
    m_addVersion->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_addVersion->setAutoRaise(true);
    m_addVersion->setAutoFillBackground(true); // it may lie over the heading of a version
    m_addVersion->setBackgroundRole(QPalette::Window);
    m_addVersion->setToolTip(tr("Choose which Go versions have a column"));
    m_addVersion->setAccessibleName(tr("Choose Go versions"));
    setObjectName(u"build.matrix"_s);
    setAccessibleName(tr("Targets: platforms and Go versions"));
    setHorizontalHeader(new CheckableHeaderView(Qt::Horizontal));
    setVerticalHeader(new CheckableHeaderView(Qt::Vertical));
    setModel(&model);
    setItemDelegate(new TargetCellDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setShowGrid(true);
    setMouseTracking(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed); // the widest word fits; nothing to make wider
    horizontalHeader()->setStretchLastSection(true);
    connectHeadings();
    connect(m_addVersion, &QToolButton::clicked, this,
            [this] { emit versionsRequested(QRect(m_addVersion->mapToGlobal(QPoint()), m_addVersion->size())); });
    connect(&model, &QAbstractItemModel::modelReset, this, &TargetMatrixView::layOut);
    layOut();
}

void TargetMatrixView::connectHeadings()
{
    auto *columns = static_cast<CheckableHeaderView *>(horizontalHeader());
    auto *rows = static_cast<CheckableHeaderView *>(verticalHeader());
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
    columns->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(columns, &QWidget::customContextMenuRequested, this,
            [this, columns](const QPoint &at) { emit columnMenuRequested(columns->mapToGlobal(at)); });
    rows->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(rows, &QWidget::customContextMenuRequested, this, [this, rows](const QPoint &at) {
        if (const int row = rows->logicalIndexAt(at); row >= 0)
            emit platformMenuRequested(m_model.platforms()[row], rows->mapToGlobal(at));
    });
    connect(&m_model, &QAbstractItemModel::headerDataChanged, this, &TargetMatrixView::updateGeometries); // of a width
    connect(&m_model, &TargetMatrixModel::selectionChanged, this, [this, columns, rows] {
        columns->viewport()->update();
        rows->viewport()->update();
        hideRows(); // a module may forbid what could be built before
    });
}

void TargetMatrixView::layOut()
{
    const int rowHeight = qMax(32, fontMetrics().height() + 14);
    verticalHeader()->setDefaultSectionSize(rowHeight);
    m_wordWidth = 0;
    for (const JobState state : {JobState::Queued, JobState::Preparing, JobState::Compiling, JobState::Linking,
                                 JobState::Stamping, JobState::Done, JobState::Failed, JobState::Cancelled})
        m_wordWidth = qMax(m_wordWidth, fontMetrics().horizontalAdvance(shownState(state)));
    fitColumns();
    hideRows();
    updateGeometry();
}

/// Every word of a state fits, unless the reasons in the last column would get too little then.
void TargetMatrixView::fitColumns()
{
    const int count = m_model.compilerColumn();
    if (count <= 0)
        return;
    const int least = qMax(VersionWidth, fontMetrics().averageCharWidth() * VersionCharacters);
    const int wanted = m_wordWidth + TargetCellDelegate::symbolSpace();
    const int room = (viewport()->width() - fontMetrics().averageCharWidth() * ReasonCharacters) / count;
    for (int column = 0; column < count; ++column)
        setColumnWidth(column, qMax(least, qMin(wanted, room)));
}

void TargetMatrixView::setUnbuildableHidden(bool hidden)
{
    if (hidden == m_hidesUnbuildable)
        return;
    m_hidesUnbuildable = hidden;
    hideRows();
}

int TargetMatrixView::hiddenCount() const
{
    int count = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        count += isRowHidden(row) ? 1 : 0;
    return count;
}

void TargetMatrixView::hideRows()
{
    const int before = hiddenCount();
    // While nothing is known yet, nothing builds; that is no reason to take everything away.
    const bool known = m_model.compilerColumn() > 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        setRowHidden(row, m_hidesUnbuildable && known && row > 0 && !m_model.buildsHere(m_model.platforms()[row]));
    if (before == hiddenCount())
        return;
    updateGeometry();
    emit hiddenCountChanged();
}

void TargetMatrixView::setCurrentTarget(const Target &target)
{
    const QModelIndex cell = m_model.indexOf(target);
    if (cell.isValid() && cell != currentIndex())
        setCurrentIndex(cell);
}

QSize TargetMatrixView::sizeHint() const
{
    const int rows = verticalHeader()->defaultSectionSize() * (m_model.rowCount() - hiddenCount());
    return {600, horizontalHeader()->sizeHint().height() + rows + 2 * frameWidth()};
}

QSize TargetMatrixView::minimumSizeHint() const
{
    const int rows = qMin(ShownRows, m_model.rowCount() - hiddenCount());
    return {300, horizontalHeader()->sizeHint().height() + verticalHeader()->defaultSectionSize() * rows};
}

void TargetMatrixView::updateGeometries()
{
    QTableView::updateGeometries();
    // One pixel less: the lines of the headings go on around it.
    const QRect heading(frameWidth(), frameWidth(), verticalHeader()->width() - 1, horizontalHeader()->height() - 1);
    m_corner->setGeometry(heading);
    const QSize size = m_addVersion->sizeHint();
    // To the very edge: no letter of the heading below it looks out.
    const int right = horizontalHeader()->geometry().right() + 1;
    m_addVersion->setGeometry(right - size.width() - 2, heading.top(), size.width() + 2, heading.height());
    m_addVersion->raise();
}

void TargetMatrixView::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QTableView::resizeEvent(event);
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

void TargetMatrixView::askHow(const QModelIndex &index)
{
    const QRect cell = visualRect(index);
    emit howRequested(index, QRect(viewport()->mapToGlobal(cell.topLeft()), cell.size()));
}

bool TargetMatrixView::isOnLink(const QPoint &at) const
{
    const QModelIndex index = indexAt(at);
    return index.data(TargetMatrixModel::HowRole).toBool() &&
           TargetCellDelegate::howRect(visualRect(index), fontMetrics()).adjusted(-6, 0, 6, 0).contains(at);
}

void TargetMatrixView::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    QTableView::mousePressEvent(event);
    const QModelIndex index = indexAt(at);
    if (event->button() != Qt::LeftButton)
        return;
    if (isOnLink(at))
        return askHow(index);
    if (!isToggledByClick(index))
        return;
    const bool isChecked = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    m_paints = !index.data(TargetMatrixModel::JobStateRole).isValid();
    m_paintsState = !isChecked;
    setCell(index, m_paintsState);
}

void TargetMatrixView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (!m_paints) {
        viewport()->setCursor(isOnLink(at) ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return QTableView::mouseMoveEvent(event);
    }
    const QModelIndex index = indexAt(at);
    if (isToggledByClick(index) && !index.data(TargetMatrixModel::JobStateRole).isValid())
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
    if (event->key() == Qt::Key_Space && isToggledByClick(index))
        return setCell(index, index.data(Qt::CheckStateRole).value<Qt::CheckState>() != Qt::Checked);
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !index.data(TargetMatrixModel::ReasonRole).toString().isEmpty())
        return askHow(index);
    if (event == QKeySequence::SelectAll)
        return m_model.select(m_model.buildable());
    if (index.isValid() && event->modifiers() == Qt::NoModifier &&
        (event->key() == Qt::Key_Home || event->key() == Qt::Key_End))
        return setCurrentIndex(index.siblingAtColumn(event->key() == Qt::Key_Home ? 0 : m_model.compilerColumn() - 1));
    QTableView::keyPressEvent(event);
}

void TargetMatrixView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = menuIndex(*this, *event);
    if (!index.isValid())
        return;
    if (index.column() == m_model.compilerColumn()) {
        emit platformMenuRequested(m_model.platforms()[index.row()], menuPlace(*this, index, *event));
        return;
    }
    setCurrentIndex(index);
    emit cellMenuRequested(index, menuPlace(*this, index, *event));
}

} // namespace plugsmith
