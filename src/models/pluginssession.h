// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/settings.h"
#include "catalog/catalog.h"
#include "models/cataloguemodel.h"

#include <QObject>

namespace plugsmith {

class BuildEngine;

/// What the Plugins page is about: the folders that somebody wants to see, what is in them, and which of it was asked
/// for. Knows no widgets. GUI thread.
class PluginsSession : public QObject
{
    Q_OBJECT

public:
    /// An empty `indexFile` keeps nothing between starts.
    PluginsSession(BuildEngine &engine, Settings &settings, const QString &indexFile, QObject *parent = nullptr);

    Catalog &catalog() { return m_catalog; }
    const Catalog &catalog() const { return m_catalog; }
    CatalogueModel &model() { return m_model; }

    /// Looks into the folders for the first time. Harmless when called again.
    void start();

    /// A folder that is there already, alone or below another, stays as it is.
    void addFolder(const QString &path, bool isWatched);
    void removeFolder(const QString &path);
    void setWatched(const QString &path, bool isWatched);
    /// Files and folders that somebody brings: folders are added, of files theirs, not watched. Returns the files.
    QStringList addPaths(const QStringList &paths);

    /// The filter language of PluginFilter. InvalidInput leaves the list as it is.
    Result<void> setFilter(const QString &text);
    const QString &filterText() const { return m_filterText; }
    /// Only what is below `folder` (empty: everywhere) and of one sort.
    void setPlace(const QString &folder, CatalogueShow show);

signals:
    /// The list of folders or the state of one.
    void foldersChanged();

private:
    void applyFolders(const QList<CatalogFolder> &folders);
    QList<CatalogFolder> folders() const;
    void takeMachine();

    BuildEngine &m_engine;
    Settings &m_settings;
    Catalog m_catalog;
    CatalogueModel m_model;
    QString m_filterText;
    bool m_hasStarted = false;
};

} // namespace plugsmith
