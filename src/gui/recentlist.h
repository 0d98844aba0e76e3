// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/card.h"

#include <QString>

class QVBoxLayout;

namespace plugsmith {

/// A few paths that were used before, each a button with its file's name and folder. Invisible while there are none.
class RecentList : public Card
{
    Q_OBJECT

public:
    /// `icon` is one of the bundled set; `rowName` the object name of every button.
    RecentList(const QString &heading, const QString &icon, const QString &rowName, QWidget *parent = nullptr);

    /// The newest first; the first ones are shown.
    void setPaths(const QStringList &paths);

signals:
    void chosen(const QString &path);

private:
    QString m_icon;
    QString m_rowName;
    QVBoxLayout *m_rows;
};

} // namespace plugsmith
