// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/semanticcolors.h"

#include <QStyledItemDelegate>

#include <optional>

namespace plugsmith {

/// Paints rows of two lines: icon, title and a quiet note beside it, a second line in the fixed font, something at the
/// end. What stands where is said by a subclass.
class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    struct Row
    {
        QString icon; ///< of the bundled set; empty: none
        std::optional<SemanticRole> role;
        QString title;
        QString note;   ///< behind the title
        QString second; ///< empty: the row has one line
        QString end;    ///< at the trailing edge
        bool isStrong = false;
        bool isCode = false; ///< the title is in the fixed font
        bool isDimmed = false;
        int indent = 0; ///< pixels
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    virtual Row rowOf(const QModelIndex &index) const = 0;

private:
    static void paintTitle(QPainter *painter, const QStyleOptionViewItem &option, const Row &row, const QRect &line);
};

} // namespace plugsmith
