// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/cataloguecontent.h"

#include <QAbstractListModel>

namespace plugsmith {

class PluginsSession;

/// Where plugins can be looked for: everything, each folder, and what lists can be narrowed to, with counts.
class PluginPlacesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { Heading, All, Folder, Show };
    enum Role {
        KindRole = Qt::UserRole, ///< Kind
        PathRole,                ///< of folders
        ShowRole,                ///< CatalogueShow, of Show
        CountRole,               ///< int; -1: none
        SecondTextRole,          ///< "watched", "not there"
        ProblemRole,             ///< bool: the folder cannot be read, wholly or in part
        DimmedRole,              ///< bool: not there
    };

    explicit PluginPlacesModel(PluginsSession &session, QObject *parent = nullptr);

    /// Narrows the list of the session to a place.
    void choose(const QModelIndex &index);
    /// The place that the list is narrowed to.
    QModelIndex chosen() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Place
    {
        Kind kind = Kind::Heading;
        QString text;
        QString second;
        QString path;
        QString toolTip;
        CatalogueShow show = CatalogueShow::All;
        int count = -1;
        bool isProblem = false;
        bool isDimmed = false;

        bool operator==(const Place &) const = default;
    };

    void refresh();
    QList<Place> places() const;

    PluginsSession &m_session;
    QList<Place> m_places;
};

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::PluginPlacesModel::Kind)
