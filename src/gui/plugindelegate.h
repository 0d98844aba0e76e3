// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/badge.h"
#include "models/cataloguemodel.h"

#include <QStyledItemDelegate>

namespace plugsmith {

/// The cells of the catalogue: bold names of groups, a quieter second text, and badges. The view paints the selection.
class PluginDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The look of a verdict, and of a word beside a name; the same everywhere.
Badge badgeOf(MachineVerdict::Fit fit, const QString &word);
Badge badgeOf(const PluginBadge &badge);

} // namespace plugsmith
