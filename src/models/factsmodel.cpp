// SPDX-License-Identifier: Apache-2.0
#include "models/factsmodel.h"

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

QStringList rowOf(const BuildModule &module)
{
    QStringList row{module.path, module.version, module.sum, {}};
    if (module.replacement) {
        row[ModuleModel::ReplacementColumn] =
            QString(module.replacement->path + u' ' + module.replacement->version).trimmed();
        if (row[ModuleModel::SumColumn].isEmpty())
            row[ModuleModel::SumColumn] = module.replacement->sum;
    }
    return row;
}

} // namespace

FactsModel::FactsModel(QStringList headings, QObject *parent)
    : QAbstractTableModel(parent)
    , m_headings(std::move(headings))
{
}

void FactsModel::setRows(const QList<QStringList> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int FactsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FactsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headings.size());
}

QVariant FactsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? m_rows[index.row()].value(index.column()) : QVariant();
}

QVariant FactsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(m_headings.value(section)) : QVariant();
}

ModuleModel::ModuleModel(QObject *parent)
    : FactsModel({tr("Module"), tr("Version"), tr("Checksum"), tr("Replaced by")}, parent)
{
}

void ModuleModel::setBuildInfo(const BuildInfo &info)
{
    QList<QStringList> rows;
    if (!info.main.path.isEmpty())
        rows << rowOf(info.main);
    for (const BuildModule &module : info.modules)
        rows << rowOf(module);
    setRows(rows);
}

BuildSettingModel::BuildSettingModel(QObject *parent)
    : FactsModel({tr("Setting"), tr("Value")}, parent)
{
}

void BuildSettingModel::setBuildInfo(const BuildInfo &info)
{
    QList<QStringList> rows;
    for (const BuildSetting &setting : info.settings)
        rows << QStringList{setting.key, setting.value};
    setRows(rows);
}

} // namespace plugsmith
