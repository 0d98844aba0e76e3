// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/popover.h"
#include "models/historymodel.h"

class QTreeView;

namespace plugsmith {

/// The last 50 builds; choosing one shows its log and result.
class HistoryPopover : public Popover
{
    Q_OBJECT

public:
    HistoryPopover(JobHistory &history, QWidget *parent);

signals:
    void chosen(const plugsmith::JobRecord &record);

private:
    void choose(const QModelIndex &index);

    HistoryModel m_model;
    QTreeView *m_list;
};

} // namespace plugsmith
