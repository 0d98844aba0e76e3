// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/messagecard.h"

#include <QTimer>

#include <functional>

namespace plugsmith {

/// Says what was done to files, with a way back for a while. Hidden as long as there is nothing to say.
class UndoCard : public MessageCard
{
    Q_OBJECT

public:
    explicit UndoCard(QWidget *parent = nullptr);

signals:
    /// Files have changed, or are as they were.
    void changed();
    void said(const QString &sentence);

protected:
    /// What has been done; goes by itself after a while. Without `undo` there is no way back.
    void sayDone(const QString &title, const std::function<void()> &undo);
    /// What was not possible; stays until somebody closes it.
    void sayFailed(const QString &title, const QString &text, const std::function<void()> &undo = {});

private:
    void offer(const std::function<void()> &undo);

    QTimer m_end;
};

} // namespace plugsmith
