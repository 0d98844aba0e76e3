// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/undocard.h"
#include "models/plugintrash.h"

namespace plugsmith {

/// Moves plugins to the wastebasket and says so.
class PluginTrashCard : public UndoCard
{
    Q_OBJECT

public:
    explicit PluginTrashCard(QWidget *parent = nullptr);

    void moveToTrash(const QStringList &paths);

private:
    void report(const TrashResult &result);
    void undo(const QList<TrashedFile> &files);
};

} // namespace plugsmith
