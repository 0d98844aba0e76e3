// SPDX-License-Identifier: Apache-2.0
#include "models/pluginssession.h"

#include "base/folders.h"
#include "base/settingkeys.h"
#include "build/buildengine.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Watched = u'+'; // in the setting, before the path
constexpr auto Unwatched = u'-';

/// Where builds go when nobody says otherwise.
CatalogFolder folderOfBuilds(const Settings &settings)
{
    const QString chosen = settings.get(keys::OutputFolder);
    return {QDir::cleanPath(chosen.isEmpty() ? QDir::homePath() + u"/plugins"_s : folders::expanded(chosen)), true,
            true};
}

} // namespace

PluginsSession::PluginsSession(BuildEngine &engine, Settings &settings, const QString &indexFile, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_catalog(indexFile)
    , m_model(m_catalog)
{
    connect(&m_catalog, &Catalog::folderChanged, this, &PluginsSession::foldersChanged);
    connect(&engine, &BuildEngine::machineFound, this, &PluginsSession::takeMachine);
    takeMachine();
}

void PluginsSession::takeMachine()
{
    LocalMachine machine = LocalMachine::current();
    machine.isKnown = m_engine.isMachineKnown();
    for (const GoToolchain &toolchain : m_engine.machine().toolchains)
        machine.toolchains << toolchain.version;
    m_model.setMachine(machine);
}

QList<CatalogFolder> PluginsSession::folders() const
{
    QList<CatalogFolder> list;
    for (const Catalog::FolderStatus &each : m_catalog.folders())
        list << each.folder;
    return list;
}

void PluginsSession::start()
{
    if (m_hasStarted)
        return;
    m_hasStarted = true;
    const QStringList kept = m_settings.get(keys::PluginFolders);
    QList<CatalogFolder> list;
    for (const QString &each : kept) {
        if (each.size() > 1)
            list << CatalogFolder{each.sliced(1), true, each.front() == Watched};
    }
    if (kept.isEmpty() && QFileInfo(folderOfBuilds(m_settings).path).isDir())
        list << folderOfBuilds(m_settings);
    m_catalog.setFolders(list);
    emit foldersChanged();
}

void PluginsSession::applyFolders(const QList<CatalogFolder> &folders)
{
    QStringList kept;
    for (const CatalogFolder &folder : folders)
        kept << (folder.watched ? Watched : Unwatched) + folder.path;
    // An empty list is what nobody has ever touched; this one was.
    m_settings.set(keys::PluginFolders, kept.isEmpty() ? QStringList(QString(Watched)) : kept);
    m_hasStarted = true;
    m_catalog.setFolders(folders);
    emit foldersChanged();
}

void PluginsSession::addFolder(const QString &path, bool isWatched)
{
    start();
    const QString folder = QDir::cleanPath(path);
    QList<CatalogFolder> list = folders();
    const bool isCovered = std::ranges::any_of(
        list, [&](const CatalogFolder &each) { return folder == each.path || folders::isBelow(folder, each.path); });
    if (isCovered) {
        m_catalog.refresh();
        return;
    }
    list << CatalogFolder{folder, true, isWatched};
    applyFolders(list);
}

void PluginsSession::removeFolder(const QString &path)
{
    QList<CatalogFolder> list = folders();
    list.removeIf([&](const CatalogFolder &each) { return each.path == path; });
    if (m_model.query().folder == path)
        setPlace({}, m_model.query().show);
    applyFolders(list);
}

void PluginsSession::setWatched(const QString &path, bool isWatched)
{
    QList<CatalogFolder> list = folders();
    for (CatalogFolder &each : list) {
        if (each.path == path)
            each.watched = isWatched;
    }
    applyFolders(list);
}

QStringList PluginsSession::addPaths(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (info.isDir()) {
            addFolder(info.absoluteFilePath(), true);
        } else {
            addFolder(info.absolutePath(), false);
            files << QDir::cleanPath(info.absoluteFilePath());
        }
    }
    return files;
}

Result<void> PluginsSession::setFilter(const QString &text)
{
    auto filter = PluginFilter::parse(text);
    if (!filter)
        return filter.error();
    m_filterText = text;
    CatalogueQuery query = m_model.query();
    query.filter = std::move(*filter);
    m_model.setQuery(query);
    return {};
}

void PluginsSession::setPlace(const QString &folder, CatalogueShow show)
{
    CatalogueQuery query = m_model.query();
    query.folder = folder;
    query.show = show;
    m_model.setQuery(query);
}

} // namespace plugsmith
