// SPDX-License-Identifier: Apache-2.0
#include "models/toolchainfilter.h"

#include "models/toolchainmodel.h"

namespace plugsmith {

void ToolchainFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

void ToolchainFilter::setShowsAll(bool all)
{
    m_showsAll = all;
    invalidateFilter();
}

void ToolchainFilter::setAlsoShown(const QString &key)
{
    m_alsoShown = key;
    invalidateFilter();
}

bool ToolchainFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const auto *model = qobject_cast<const ToolchainModel *>(sourceModel());
    if (!model)
        return false;
    const ToolchainModel::Row &item = model->rowAt(row);
    if (!m_alsoShown.isEmpty() && item.key == m_alsoShown)
        return true;
    if (!m_text.isEmpty()) {
        const QModelIndex cell = model->index(row, ToolchainModel::VersionColumn);
        return cell.data(Qt::AccessibleTextRole).toString().contains(m_text, Qt::CaseInsensitive);
    }
    if (m_showsAll || item.state != ToolchainModel::State::Available)
        return true;
    if (!item.release || item.release->isPreview() || !item.release->isSupported())
        return false;
    // Newest first: the one before it is of another series, or a preview of its own.
    for (int before = row - 1; before >= 0; --before) {
        const ToolchainModel::Row &newer = model->rowAt(before);
        if (newer.version.series != item.version.series || !newer.version.isValid())
            return true;
        if (newer.version.stage == GoVersion::Stage::Release)
            return false;
    }
    return true;
}

} // namespace plugsmith
