// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSortFilterProxyModel>

namespace plugsmith {

/// Of the hundreds of Go versions that can be had, shows those that somebody is likely to want: everything that is here
/// or on its way, and of what is to be had the newest of each supported series. A search text looks through all of
/// them.
class ToolchainFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setText(const QString &text);
    void setShowsAll(bool all);
    /// This row is shown whatever the rest says; empty: none.
    void setAlsoShown(const QString &key);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    QString m_alsoShown;
    bool m_showsAll = false;
};

} // namespace plugsmith
