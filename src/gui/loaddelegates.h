// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/twolinedelegate.h"

namespace plugsmith {

/// Rows of GenerationModel: plugins in one line, generations in two.
class LoadGenerationDelegate : public TwoLineDelegate
{
    Q_OBJECT

public:
    using TwoLineDelegate::TwoLineDelegate;

protected:
    Row rowOf(const QModelIndex &index) const override;
};

/// Rows of LoadSymbolModel; what cannot be called with JSON is dimmed and says why.
class LoadSymbolDelegate : public TwoLineDelegate
{
    Q_OBJECT

public:
    using TwoLineDelegate::TwoLineDelegate;

protected:
    Row rowOf(const QModelIndex &index) const override;
};

/// Rows of CallModel: an icon for the state, calls in the fixed font.
class LoadCallDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace plugsmith
