// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/inspection.h"

#include <QAbstractItemModel>

namespace plugsmith {

/// What a plugin exports: functions, then variables, then the named types that occur in them, with their fields and
/// methods one level below.
class SymbolModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, KindColumn, TypeColumn };
    static constexpr int ColumnCount = 3;
    enum class Kind { Function, Variable, Type, Field, Method };
    enum Role {
        KindRole = Qt::UserRole, ///< Kind
        DeclarationRole,         ///< as one would write it in Go: "func Quote(string) error"
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setInspection(const Inspection &inspection);
    /// Functions and variables, without types.
    int exportCount() const { return m_exports; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QString name;
        Kind kind = Kind::Function;
        QString type;
        QString note;       ///< tooltip
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
