// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/sessiontypes.h"

#include <QAbstractListModel>
#include <QHash>

namespace plugsmith {

/// What can be called and read in one generation: functions, then variables, each followed by its methods. GUI thread.
class LoadSymbolModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::UserRole, ///< as calls name it: "Total", "Counter.Add"
        TypeRole,                ///< "(main.Order) (int, error)", "string = \"1.8.0\""
        ProblemRole,             ///< why it cannot be called with JSON; empty if it can
        IsFunctionRole,
        IsMethodRole,
    };

    using QAbstractListModel::QAbstractListModel;

    void setSymbols(const QVector<SessionSymbol> &symbols);
    /// The name of a method is that of its variable and its own, "Counter.Add". nullptr outside.
    const SessionSymbol *symbolAt(int row) const;
    int rowOf(const QString &name) const;
    /// The first that can be called; -1 if none can.
    int firstCallable() const;
    /// What a variable holds, as JSON or in words.
    void setValue(const QString &name, const QString &value);
    QStringList variables() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QVector<SessionSymbol> m_symbols;
    QVector<bool> m_isMethod;
    QHash<QString, QString> m_values;
};

} // namespace plugsmith
