// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>

namespace plugsmith {

class PluginPlacesModel;

/// The column of folders and choices beside the catalogue.
class PluginPlacesView : public QListView
{
    Q_OBJECT

public:
    explicit PluginPlacesView(PluginPlacesModel &model, QWidget *parent = nullptr);

    /// Marks the place that the list is narrowed to.
    void followChosen();

signals:
    void folderMenuRequested(const QString &path, const QPoint &at); ///< `at` is global

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    PluginPlacesModel &m_model;
    bool m_isFollowing = false;
};

} // namespace plugsmith
