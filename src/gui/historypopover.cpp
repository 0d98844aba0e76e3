// SPDX-License-Identifier: Apache-2.0
#include "gui/historypopover.h"

#include "base/deliver.h"
#include "gui/rowpainting.h"
#include "gui/rowview.h"
#include "gui/symbolicicon.h"

#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Shown = 50;
constexpr int Width = 620;
constexpr int Height = 380;

/// The icon of the state; its word is the tooltip.
class StateDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto state = index.data(HistoryModel::StateRole).value<JobState>();
        paintSymbol(painter, iconOf(state), QRectF(option.rect.left() + 8, option.rect.center().y() - 7.5, 16, 16),
                    colorOf(state, rowPalette(option)));
    }
};

} // namespace

HistoryPopover::HistoryPopover(JobHistory &history, QWidget *parent)
    : Popover(parent)
    , m_list(new RowView)
{
    setObjectName(u"build.history"_s);
    setAccessibleName(tr("History of builds"));
    setFixedSize(Width, Height);
    m_list->setObjectName(u"build.history.list"_s);
    m_list->setAccessibleName(tr("Builds, newest first"));
    m_list->setModel(&m_model);
    m_list->setItemDelegateForColumn(HistoryModel::StateColumn, new StateDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setMinimumSectionSize(32);
    m_list->header()->setSectionResizeMode(HistoryModel::NameColumn, QHeaderView::Stretch);
    auto *empty = new QLabel(tr("Builds that have ended are listed here."), m_list);
    empty->setAlignment(Qt::AlignCenter);
    empty->setGeometry(0, 0, Width, Height);
    empty->hide();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(1, 1, 1, 1);
    rows->addWidget(m_list);
    connect(m_list, &QTreeView::clicked, this, &HistoryPopover::choose);
    connect(m_list, &QTreeView::activated, this, &HistoryPopover::choose);
    deliver(history.recent(Shown), this, [this, empty](const QVector<JobRecord> &records) {
        QVector<JobRecord> ended = records;
        ended.removeIf([](const JobRecord &record) { return !isFinished(record.state); });
        m_model.setRecords(ended);
        empty->setVisible(ended.isEmpty());
        if (!ended.isEmpty())
            m_list->setCurrentIndex(m_model.index(0, 0));
    });
    m_list->setFocus();
}

void HistoryPopover::choose(const QModelIndex &index)
{
    if (!index.isValid() || !isVisible())
        return; // a click may count twice
    const JobRecord record = m_model.recordAt(index.row());
    close();
    emit chosen(record);
}

} // namespace plugsmith
