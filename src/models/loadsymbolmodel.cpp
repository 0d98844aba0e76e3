// SPDX-License-Identifier: Apache-2.0
#include "models/loadsymbolmodel.h"

#include "models/sessionwords.h"

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

void LoadSymbolModel::setSymbols(const QVector<SessionSymbol> &symbols)
{
    beginResetModel();
    m_symbols.clear();
    m_isMethod.clear();
    m_values.clear();
    for (const SessionSymbol &symbol : symbols) {
        m_symbols += symbol;
        m_isMethod += false;
        for (SessionSymbol method : symbol.methods) {
            method.name = symbol.name + u'.' + method.name;
            method.isFunction = true;
            m_symbols += method;
            m_isMethod += true;
        }
    }
    endResetModel();
}

const SessionSymbol *LoadSymbolModel::symbolAt(int row) const
{
    return row >= 0 && row < m_symbols.size() ? &m_symbols[row] : nullptr;
}

int LoadSymbolModel::rowOf(const QString &name) const
{
    const auto found = std::ranges::find(m_symbols, name, &SessionSymbol::name);
    return found == m_symbols.end() ? -1 : static_cast<int>(found - m_symbols.begin());
}

int LoadSymbolModel::firstCallable() const
{
    const auto found = std::ranges::find_if(m_symbols, [](const SessionSymbol &symbol) {
        return symbol.isFunction && symbol.problem == SessionSymbol::Problem::None;
    });
    return found == m_symbols.end() ? -1 : static_cast<int>(found - m_symbols.begin());
}

void LoadSymbolModel::setValue(const QString &name, const QString &value)
{
    const int row = rowOf(name);
    if (row < 0)
        return;
    m_values.insert(name, value);
    emit dataChanged(index(row), index(row));
}

QStringList LoadSymbolModel::variables() const
{
    QStringList names;
    for (const SessionSymbol &symbol : m_symbols) {
        if (!symbol.isFunction)
            names += symbol.name;
    }
    return names;
}

int LoadSymbolModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_symbols.size());
}

QVariant LoadSymbolModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const SessionSymbol &symbol = m_symbols[index.row()];
    const QString value = m_values.value(symbol.name);
    const QString type = shownSignature(symbol) + (value.isEmpty() ? QString() : u" = "_s + value);
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return symbol.name;
    case Qt::ToolTipRole:
        return shownDeclaration(symbol);
    case Qt::AccessibleTextRole:
        return symbol.problem == SessionSymbol::Problem::None
                   ? (symbol.isFunction ? tr("Function %1%2") : tr("Variable %1, %2")).arg(symbol.name, type)
                   : tr("Function %1%2, cannot be called with JSON: %3").arg(symbol.name, type, symbol.problemText());
    case TypeRole:
        return type;
    case ProblemRole:
        return symbol.problemText();
    case IsFunctionRole:
        return symbol.isFunction;
    case IsMethodRole:
        return m_isMethod[index.row()];
    default:
        return {};
    }
}

} // namespace plugsmith
