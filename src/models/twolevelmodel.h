// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>

namespace plugsmith {

/// Rows, and rows below them, and nothing deeper: where the rows of such a model are. What is in them is for those who
/// inherit it.
class TwoLevelModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;

protected:
    using QAbstractItemModel::QAbstractItemModel;

    virtual int topCount() const = 0;
    virtual int childCount(int top) const = 0;

    static bool isTop(const QModelIndex &index) { return index.internalId() == TopId; }
    /// The top row that a valid index is or is below of.
    static int topOf(const QModelIndex &index)
    {
        return isTop(index) ? index.row() : static_cast<int>(index.internalId()) - 1;
    }

private:
    static constexpr quintptr TopId = 0; // rows below have the row of their parent + 1
};

} // namespace plugsmith
