// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/jobhistory.h"

#include <QAbstractTableModel>

namespace plugsmith {

/// Builds of this and earlier starts of the program, newest first. GUI thread.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StateColumn, NameColumn, TargetColumn, DateColumn, TimeColumn, ColumnCount };
    enum Role { StateRole = Qt::UserRole }; ///< JobState

    using QAbstractTableModel::QAbstractTableModel;

    void setRecords(const QVector<JobRecord> &records);
    const JobRecord &recordAt(int row) const { return m_records[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVector<JobRecord> m_records;
};

} // namespace plugsmith
