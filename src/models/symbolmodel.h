// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/inspection.h"
#include "models/twolevelmodel.h"

namespace plugsmith {

/// What a plugin exports: functions, then variables, then the named types that occur in them, with their fields and
/// methods one level below.
class SymbolModel : public TwoLevelModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, KindColumn, TypeColumn, PlaceColumn };
    static constexpr int ColumnCount = 4;
    enum class Kind { Function, Variable, Type, Field, Method };
    enum Role {
        KindRole = Qt::UserRole, ///< Kind
        DeclarationRole,         ///< as one would write it in Go: "func Quote(string) error"
        FileRole,                ///< where it is declared, as the compiler wrote it; empty if nobody knows
        LineRole,                ///< int
    };

    using TwoLevelModel::TwoLevelModel;

    void setInspection(const Inspection &inspection);
    /// Functions and variables, without types.
    int exportCount() const { return m_exports; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    int topCount() const override { return static_cast<int>(m_rows.size()); }
    int childCount(int top) const override { return static_cast<int>(m_rows[top].members.size()); }

private:
    struct Row
    {
        QString name;
        Kind kind = Kind::Function;
        QString type;
        QString note; ///< tooltip
        GoPlace place;
        QList<Row> members; ///< of types
    };

    static Row rowOf(const GoExport &symbol);
    static Row rowOf(const GoTypeDetails &type);
    const Row &rowAt(const QModelIndex &index) const;

    QList<Row> m_rows;
    int m_exports = 0;
};

/// The word for a kind, translated.
QString shownSymbolKind(SymbolModel::Kind kind);

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::SymbolModel::Kind)
