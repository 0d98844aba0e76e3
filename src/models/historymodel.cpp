// SPDX-License-Identifier: Apache-2.0
#include "models/historymodel.h"

#include "models/buildtext.h"

#include <QLocale>

namespace plugsmith {

using namespace Qt::StringLiterals;

void HistoryModel::setRecords(const QVector<JobRecord> &records)
{
    beginResetModel();
    m_records = records;
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const JobRecord &record = m_records[index.row()];
    const QString outcome = shownStep(record.state, {}, record.result, record.error);
    const QString date = shownDate(record.created);
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case NameColumn:
            return record.spec.name;
        case TargetColumn:
            return record.spec.target.toString();
        case DateColumn:
            return date;
        case TimeColumn:
            return shownDuration(record.seconds);
        default:
            return {};
        }
    case Qt::ToolTipRole:
        return record.error.message.isEmpty() ? outcome : record.error.sentence();
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3, %4").arg(record.spec.name, record.spec.target.toString(), date, outcome);
    case Qt::TextAlignmentRole:
        return index.column() == TimeColumn ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case StateRole:
        return QVariant::fromValue(record.state);
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Plugin");
    case TargetColumn:
        return tr("Target");
    case DateColumn:
        return tr("Built");
    case TimeColumn:
        return tr("Time");
    default:
        return {};
    }
}

} // namespace plugsmith
