// SPDX-License-Identifier: Apache-2.0
#include "models/pluginplacesmodel.h"

#include "base/folders.h"
#include "models/pluginssession.h"

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

PluginPlacesModel::PluginPlacesModel(PluginsSession &session, QObject *parent)
    : QAbstractListModel(parent)
    , m_session(session)
    , m_places(places())
{
    connect(&session, &PluginsSession::foldersChanged, this, &PluginPlacesModel::refresh);
    connect(&session.model(), &CatalogueModel::arranged, this, &PluginPlacesModel::refresh);
}

QList<PluginPlacesModel::Place> PluginPlacesModel::places() const
{
    const CatalogueContent &content = *m_session.model().content();
    QList<Place> list;
    const auto add = [&list](Kind kind, const QString &text, int count = -1) -> Place & {
        Place place;
        place.kind = kind;
        place.text = text;
        place.count = count;
        list << place;
        return list.last();
    };
    add(Kind::Heading, tr("Folders"));
    add(Kind::All, tr("All plugins"), static_cast<int>(content.entries.size()));
    for (const Catalog::FolderStatus &status : m_session.catalog().folders()) {
        const QString path = status.folder.path;
        Place &place = add(Kind::Folder, folders::shortened(path), content.countBelow(path));
        place.path = path;
        place.toolTip = path;
        place.second = status.folder.watched ? tr("watched") : tr("not watched");
        if (status.state == Catalog::FolderState::Missing) {
            place.second = tr("not there");
            place.isDimmed = true;
        } else if (status.state == Catalog::FolderState::Unreadable) {
            place.second = tr("cannot be read");
            place.isProblem = true;
        } else if (!status.unreadable.isEmpty()) {
            place.second =
                tr("%n folder(s) inside cannot be read", nullptr, static_cast<int>(status.unreadable.size()));
            place.toolTip += u'\n' + status.unreadable.join(u'\n');
            place.isProblem = true;
        }
    }
    add(Kind::Heading, tr("Show"));
    const std::pair<CatalogueShow, QString> shows[] = {{CatalogueShow::Newest, tr("Newest of each")},
                                                       {CatalogueShow::LoadsHere, tr("Loads on this machine")},
                                                       {CatalogueShow::RefusedHere, tr("Does not load here")},
                                                       {CatalogueShow::WithoutInfo, tr("Without build info")}};
    for (const auto &[show, text] : shows)
        add(Kind::Show, text, content.counts[static_cast<std::size_t>(show)]).show = show;
    return list;
}

void PluginPlacesModel::refresh()
{
    const QList<Place> now = places();
    const bool hasSameRows = std::ranges::equal(now, m_places, [](const Place &one, const Place &other) {
        return one.kind == other.kind && one.path == other.path;
    });
    if (!hasSameRows) {
        beginResetModel();
        m_places = now;
        endResetModel();
    } else if (now != m_places) {
        m_places = now;
        emit dataChanged(index(0), index(rowCount() - 1));
    }
}

void PluginPlacesModel::choose(const QModelIndex &index)
{
    if (!index.isValid() || !checkIndex(index))
        return;
    const Place place = m_places[index.row()];
    if (place.kind != Kind::Heading)
        m_session.setPlace(place.path, place.show);
}

QModelIndex PluginPlacesModel::chosen() const
{
    const CatalogueQuery &query = m_session.model().query();
    for (int row = 0; row < m_places.size(); ++row) {
        const Place &place = m_places[row];
        if (place.kind != Kind::Heading && place.path == query.folder && place.show == query.show)
            return index(row);
    }
    return {};
}

int PluginPlacesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

QVariant PluginPlacesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Place &place = m_places[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return place.text;
    case Qt::ToolTipRole:
        return place.toolTip;
    case Qt::AccessibleTextRole: {
        QStringList words{place.text, place.second};
        if (place.count >= 0)
            words << tr("%n file(s)", nullptr, place.count);
        words.removeAll(QString());
        return words.join(u", "_s);
    }
    case KindRole:
        return QVariant::fromValue(place.kind);
    case PathRole:
        return place.path;
    case ShowRole:
        return static_cast<int>(place.show);
    case CountRole:
        return place.count;
    case SecondTextRole:
        return place.second;
    case ProblemRole:
        return place.isProblem;
    case DimmedRole:
        return place.isDimmed;
    default:
        return {};
    }
}

Qt::ItemFlags PluginPlacesModel::flags(const QModelIndex &index) const
{
    const bool isHeading = index.isValid() && m_places[index.row()].kind == Kind::Heading;
    return isHeading ? Qt::ItemFlags(Qt::NoItemFlags) : QAbstractListModel::flags(index);
}

} // namespace plugsmith
