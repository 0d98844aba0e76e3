// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/messagecard.h"
#include "models/plugintrash.h"

#include <QTimer>

namespace plugsmith {

/// Moves plugins to the wastebasket and says so, with a way back for a while. Hidden as long as there is nothing to
/// say.
class PluginTrashCard : public MessageCard
{
    Q_OBJECT

public:
    explicit PluginTrashCard(QWidget *parent = nullptr);

    void moveToTrash(const QStringList &paths);

signals:
    /// Files have gone or come back.
    void changed();
    void said(const QString &sentence);

private:
    void report(const TrashResult &result);
    void undo(const QList<TrashedFile> &files);

    QTimer m_end;
};

} // namespace plugsmith
