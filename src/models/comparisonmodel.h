// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/comparison.h"

#include <QAbstractItemModel>

namespace plugsmith {

/// How one plugin differs from another: a row for each sort of fact, and below it what differs.
class ComparisonModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ChangeColumn, BeforeColumn, AfterColumn };
    static constexpr int ColumnCount = 4;
    enum class Change { None, Added, Removed, Changed };
    enum Role { ChangeRole = Qt::UserRole }; ///< Change

    using QAbstractItemModel::QAbstractItemModel;

    /// `before` and `after` head the columns.
    void setComparison(const PluginComparison &comparison, const QString &before, const QString &after);
    void clear() { setComparison({}, {}, {}); }
    /// How many things differ.
    int differenceCount() const;
    /// Whether a section is short enough to be open from the start.
    bool isShort(int section) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Section
    {
        QString name;
        QList<Difference> differences;
        bool isSymbols = false;
        bool isSize = false;
    };

    QString changeText(const Section &section, const Difference &difference) const;

    QList<Section> m_sections;
    QString m_before;
    QString m_after;
};

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::ComparisonModel::Change)
