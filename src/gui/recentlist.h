// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/card.h"

#include <QList>
#include <QString>
#include <QStringList>

class QVBoxLayout;

namespace plugsmith {

/// A few files or folders to begin with, such as those that were used before, each a button. Invisible while there are
/// none.
class RecentList : public Card
{
    Q_OBJECT

public:
    struct Row
    {
        QString path;
        QString text;

        bool operator==(const Row &) const = default;
    };

    static constexpr qsizetype MaxRows = 6;

    /// `icon` is one of the bundled set; `rowName` the object name of every button.
    RecentList(const QString &heading, const QString &icon, const QString &rowName, QWidget *parent = nullptr);

    /// The newest first; the first ones are shown, with their names and folders.
    void setPaths(const QStringList &paths);
    /// The same for what has better words than its file name.
    void setRows(const QList<Row> &rows);

signals:
    void chosen(const QString &path);

private:
    QString m_icon;
    QString m_rowName;
    QVBoxLayout *m_rows;
    QList<Row> m_shown;
};

} // namespace plugsmith
