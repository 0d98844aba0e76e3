// SPDX-License-Identifier: Apache-2.0
#include "models/symbolmodel.h"

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

QString shownSymbolKind(SymbolModel::Kind kind)
{
    switch (kind) {
    case SymbolModel::Kind::Function:
        return SymbolModel::tr("function");
    case SymbolModel::Kind::Variable:
        return SymbolModel::tr("variable");
    case SymbolModel::Kind::Type:
        return SymbolModel::tr("type");
    case SymbolModel::Kind::Field:
        return SymbolModel::tr("field");
    case SymbolModel::Kind::Method:
        return SymbolModel::tr("method");
    }
    return {};
}

/// The file with its folder: whole paths are those of the building machine, and long.
QString shownPlace(const GoPlace &place)
{
    return GoPlace{place.file.section(u'/', -2), place.line}.toString();
}

/// Lookup returns a pointer to a variable; people think of the variable.
SymbolModel::Row SymbolModel::rowOf(const GoExport &symbol)
{
    Row row;
    row.name = symbol.name;
    row.place = symbol.place;
    row.kind = symbol.kind == GoExport::Kind::Function ? Kind::Function : Kind::Variable;
    const bool isPointer = row.kind == Kind::Variable && symbol.type.startsWith(u'*');
    row.type = isPointer ? symbol.type.sliced(1) : symbol.type;
    if (!symbol.signature.isEmpty()) {
        row.type = symbol.signature;
        row.note = symbol.type;
    }
    if (row.kind == Kind::Variable && !symbol.type.isEmpty())
        row.note = tr("plugin.Lookup returns a %1.").arg(symbol.type);
    return row;
}

SymbolModel::Row SymbolModel::rowOf(const GoTypeDetails &type)
{
    Row row;
    row.name = type.name;
    row.kind = Kind::Type;
    row.type = type.underlying;
    row.note = type.packagePath;
    for (const GoField &field : type.fields) {
        Row member;
        member.name = field.name;
        member.kind = Kind::Field;
        member.type = field.tag.isEmpty() ? field.type : field.type + u" `"_s + field.tag + u'`';
        if (field.isEmbedded)
            member.note = tr("embedded");
        row.members << member;
    }
    for (const GoMethod &method : type.methods) {
        Row member;
        member.name = method.name;
        member.kind = Kind::Method;
        member.type = method.type;
        if (method.type.isEmpty())
            member.note = tr("The linker removed it, because nothing calls it.");
        else if (method.needsPointer)
            member.note = tr("only of *%1").arg(type.name);
        row.members << member;
    }
    return row;
}

void SymbolModel::setInspection(const Inspection &inspection)
{
    beginResetModel();
    m_rows.clear();
    for (const auto kind : {GoExport::Kind::Function, GoExport::Kind::Variable}) {
        for (const GoExport &symbol : inspection.exports) {
            if (symbol.kind == kind)
                m_rows << rowOf(symbol);
        }
    }
    m_exports = static_cast<int>(m_rows.size());
    for (const GoTypeDetails &type : inspection.types)
        m_rows << rowOf(type);
    endResetModel();
}

const SymbolModel::Row &SymbolModel::rowAt(const QModelIndex &index) const
{
    const Row &top = m_rows[topOf(index)];
    return isTop(index) ? top : top.members[index.row()];
}

int SymbolModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant SymbolModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Row &row = rowAt(index);
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case NameColumn:
            return row.name;
        case KindColumn:
            return shownSymbolKind(row.kind);
        case TypeColumn:
            return row.type.isEmpty() && row.note.isEmpty() ? tr("Load to see the type") : row.type;
        case PlaceColumn:
            return row.place.file.isEmpty() ? u"–"_s : shownPlace(row.place);
        default:
            return {};
        }
    case Qt::ToolTipRole:
        if (index.column() == PlaceColumn)
            return row.place.toString();
        return index.column() == TypeColumn && !row.note.isEmpty() ? QVariant(row.type + u'\n' + row.note)
                                                                   : QVariant(row.note);
    case KindRole:
        return QVariant::fromValue(row.kind);
    case FileRole:
        return row.place.file;
    case LineRole:
        return row.place.line;
    case DeclarationRole:
        if (row.kind == Kind::Function || row.kind == Kind::Method)
            return QString(u"func "_s + row.name + (row.type.startsWith("func"_L1) ? row.type.sliced(4) : QString()));
        if (row.kind == Kind::Variable)
            return QString(u"var "_s + row.name + u' ' + row.type).trimmed();
        if (row.kind == Kind::Type)
            return QString(u"type "_s + row.name.section(u'.', -1) + u' ' + row.type).trimmed();
        return QString(row.name + u' ' + row.type);
    default:
        return {};
    }
}

QVariant SymbolModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case KindColumn:
        return tr("Kind");
    case TypeColumn:
        return tr("Go type");
    case PlaceColumn:
        return tr("Declared in");
    default:
        return {};
    }
}

} // namespace plugsmith
