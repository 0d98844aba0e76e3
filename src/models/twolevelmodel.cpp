// SPDX-License-Identifier: Apache-2.0
#include "models/twolevelmodel.h"

namespace plugsmith {

QModelIndex TwoLevelModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : TopId);
}

QModelIndex TwoLevelModel::parent(const QModelIndex &index) const
{
    return !index.isValid() || isTop(index) ? QModelIndex() : createIndex(topOf(index), 0, TopId);
}

int TwoLevelModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return topCount();
    return isTop(parent) && parent.column() == 0 ? childCount(parent.row()) : 0;
}

} // namespace plugsmith
