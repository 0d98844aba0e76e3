// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/buildinfo.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace plugsmith {

/// A plain table of texts that is set as a whole: modules, settings of a build and the like.
class FactsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit FactsModel(QStringList headings, QObject *parent = nullptr);

    void setRows(const QList<QStringList> &rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QStringList m_headings;
    QList<QStringList> m_rows; // each as long as the headings
};

/// Path, version, sum, and what was compiled instead; the module of the plugin comes first.
class ModuleModel : public FactsModel
{
    Q_OBJECT

public:
    enum Column { PathColumn, VersionColumn, SumColumn, ReplacementColumn };

    explicit ModuleModel(QObject *parent = nullptr);
    void setBuildInfo(const BuildInfo &info);
};

/// What the go command recorded about how it built.
class BuildSettingModel : public FactsModel
{
    Q_OBJECT

public:
    enum Column { KeyColumn, ValueColumn };

    explicit BuildSettingModel(QObject *parent = nullptr);
    void setBuildInfo(const BuildInfo &info);
};

} // namespace plugsmith
