// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/comparison.h"
#include "models/twolevelmodel.h"

namespace plugsmith {

/// How one plugin differs from another: a row for each sort of fact, and below it what differs.
class ComparisonModel : public TwoLevelModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ChangeColumn, BeforeColumn, AfterColumn };
    static constexpr int ColumnCount = 4;
    enum class Change { None, Added, Removed, Changed };
    enum Role { ChangeRole = Qt::UserRole }; ///< Change

    using TwoLevelModel::TwoLevelModel;

    /// `before` and `after` head the columns.
    void setComparison(const PluginComparison &comparison, const QString &before, const QString &after);
    /// How many things differ.
    int differenceCount() const;
    /// Whether a section is short enough to be open from the start.
    bool isShort(int section) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    int topCount() const override { return static_cast<int>(m_sections.size()); }
    int childCount(int top) const override { return static_cast<int>(m_sections[top].differences.size()); }

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
