// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/popover.h"

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace plugsmith {

class TargetMatrixModel;

/// All Go versions, to search and to give a column or take it away.
class VersionsPopover : public Popover
{
    Q_OBJECT

public:
    VersionsPopover(TargetMatrixModel &matrix, QWidget *parent);

private:
    void fill();
    void addTyped();

    TargetMatrixModel &m_matrix;
    QStandardItemModel *m_items;
    QSortFilterProxyModel *m_filtered;
    QLineEdit *m_filter;
    QListView *m_list;
};

} // namespace plugsmith
