// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/infowriter.h"
#include "gui/undocard.h"

namespace plugsmith {

/// Writes and corrects the build infos of plugins and says so.
class PluginInfoCard : public UndoCard
{
    Q_OBJECT

public:
    explicit PluginInfoCard(QWidget *parent = nullptr);

    void write(const QStringList &plugins);

private:
    struct Report
    {
        QList<InfoChange> changes;
        QStringList problems;
    };

    void report(const Report &result);
    void undo(const QList<InfoChange> &changes);
};

} // namespace plugsmith
