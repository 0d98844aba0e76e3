// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace plugsmith {

/// Names with the icon of their kind, and Go types in the fixed font with coloured keywords, packages and type names.
/// The text is complete without the colours. The view paints the selection.
class SymbolDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

enum class GoTokenKind { Plain, Keyword, Package, TypeName };

struct GoToken
{
    QString text;
    GoTokenKind kind = GoTokenKind::Plain;

    bool operator==(const GoToken &) const = default;
};

/// The text of a type in pieces; together they are the text.
QList<GoToken> goTokens(const QString &type);

} // namespace plugsmith
