// SPDX-License-Identifier: Apache-2.0
#include "catalog/catalog.h"

#include "base/deliver.h"
#include "base/folders.h"
#include "catalog/entryreader.h"

#include <QDir>

#include <algorithm>

namespace plugsmith {

namespace {

constexpr qsizetype BatchFiles = 32; // one task of the pool; about 20 ms
constexpr int MostWatched = 4096;    // the system has a limit for all programs together
constexpr int ChangeDelay = 300;     // ms

bool isBelow(const QString &path, const CatalogFolder &folder)
{
    return folders::isBelow(path, folder.path) && (folder.recursive || path.indexOf(u'/', folder.path.size() + 1) < 0);
}

} // namespace

Catalog::Catalog(const QString &indexFile, QObject *parent)
    : QObject(parent)
{
    if (!indexFile.isEmpty())
        m_index = std::make_unique<CatalogIndex>(indexFile);
    m_changes.setSingleShot(true);
    m_changes.setInterval(ChangeDelay);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this](const QString &path) {
        m_changedFolders << path;
        m_changes.start();
    });
    connect(&m_changes, &QTimer::timeout, this, [this] {
        const QSet<QString> changed = std::exchange(m_changedFolders, {});
        for (const FolderStatus &each : QList<FolderStatus>(m_folders)) {
            const bool isConcerned = std::ranges::any_of(
                changed, [&](const QString &path) { return path == each.folder.path || isBelow(path, each.folder); });
            if (isConcerned)
                list(each.folder.path);
        }
    });
}

Catalog::~Catalog()
{
    *m_cancelled = true;
}

QList<Catalog::FolderStatus> Catalog::folders() const
{
    return m_folders;
}

Catalog::FolderStatus *Catalog::status(const QString &folder)
{
    const auto found =
        std::ranges::find_if(m_folders, [&](const FolderStatus &each) { return each.folder.path == folder; });
    return found == m_folders.end() ? nullptr : &*found;
}

bool Catalog::isCovered(const QString &path) const
{
    return std::ranges::any_of(m_folders, [&](const FolderStatus &each) { return isBelow(path, each.folder); });
}

void Catalog::setFolders(const QList<CatalogFolder> &folders)
{
    const QList<FolderStatus> before = std::exchange(m_folders, {});
    QList<CatalogFolder> added;
    for (CatalogFolder folder : folders) {
        folder.path = QDir::cleanPath(folder.path);
        const auto known =
            std::ranges::find_if(before, [&](const FolderStatus &each) { return each.folder == folder; });
        if (known != before.end()) {
            m_folders << *known;
        } else if (!status(folder.path)) {
            FolderStatus fresh;
            fresh.folder = folder;
            m_folders << fresh;
            added << folder;
        }
    }
    QStringList gone;
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        if (isCovered(entry.key())) {
            ++entry;
        } else {
            gone << entry.key();
            entry = m_entries.erase(entry);
        }
    }
    m_pending.removeIf([&](const FoundFile &file) { return !isCovered(file.path); });
    const QStringList watched = m_watcher.directories();
    for (const QString &path : watched) {
        if (!status(path) && !isCovered(path))
            m_watcher.removePath(path);
    }
    if (!gone.isEmpty())
        emit entriesRemoved(gone);
    for (const CatalogFolder &folder : std::as_const(added))
        loadFromIndex(folder);
}

/// First what is known, then what has changed since.
void Catalog::loadFromIndex(const CatalogFolder &folder)
{
    status(folder.path)->isBusy = true;
    emit folderChanged(folder.path);
    const auto then = [this, folder](const QList<PluginEntry> &known) {
        FolderStatus *const state = status(folder.path);
        if (state == nullptr)
            return;
        state->isBusy = false;
        QList<PluginEntry> fresh;
        for (const PluginEntry &entry : known) {
            if (isBelow(entry.path, folder) && !m_entries.contains(entry.path)) {
                m_entries.insert(entry.path, entry);
                fresh << entry;
            }
        }
        if (!fresh.isEmpty())
            emit entriesChanged(fresh);
        list(folder.path);
    };
    if (m_index) {
        deliver(m_index->load(folder.path), this, then);
    } else {
        then({});
    }
}

void Catalog::refresh(const QString &folder)
{
    for (const FolderStatus &each : QList<FolderStatus>(m_folders)) {
        if (folder.isEmpty() || each.folder.path == QDir::cleanPath(folder))
            list(each.folder.path);
    }
}

void Catalog::list(const QString &folder)
{
    FolderStatus *const state = status(folder);
    if (state == nullptr)
        return;
    if (state->isBusy) {
        m_again << folder;
        return;
    }
    state->isBusy = true;
    emit folderChanged(folder);
    runInPool(
        this,
        [folder, recursive = state->folder.recursive, cancelled = m_cancelled] {
            return listFolder(folder, recursive, *cancelled);
        },
        [this, folder](const FolderListing &listing) { takeListing(folder, listing); });
}

bool Catalog::isUnchanged(const FoundFile &file) const
{
    const auto known = m_entries.constFind(file.path);
    return known != m_entries.constEnd() && known->state != PluginEntry::State::Pending && known->stamp == file.stamp &&
           known->infoPath == file.infoPath && known->infoStamp == file.infoStamp;
}

void Catalog::takeFiles(const FolderListing &listing, const CatalogFolder &folder)
{
    QSet<QString> found;
    for (const FoundFile &file : listing.files)
        found << file.path;
    m_pending.removeIf([&](const FoundFile &waiting) { return found.contains(waiting.path); });
    QList<PluginEntry> fresh;
    for (const FoundFile &file : listing.files) {
        if (isUnchanged(file))
            continue;
        m_pending << file;
        if (!m_entries.contains(file.path)) {
            const PluginEntry entry = entryFromName(file);
            m_entries.insert(file.path, entry);
            fresh << entry;
        }
    }
    if (!fresh.isEmpty())
        emit entriesChanged(fresh);
    removeMissing(folder, found, listing.unreadable);
}

void Catalog::takeListing(const QString &folder, const FolderListing &listing)
{
    FolderStatus *const state = status(folder);
    if (state == nullptr) {
        settleIfDone();
        return; // was taken out meanwhile
    }
    state->isBusy = false;
    state->error = listing.error;
    state->unreadable = listing.unreadable;
    switch (listing.state) {
    case FolderListing::State::Listed:
        state->state = FolderState::Listed;
        break;
    case FolderListing::State::Missing:
        state->state = FolderState::Missing;
        break;
    case FolderListing::State::Unreadable:
        state->state = FolderState::Unreadable;
        break;
    }
    if (listing.state == FolderListing::State::Listed) {
        takeFiles(listing, state->folder);
        watch(state->folder, listing.folders);
    }
    emit folderChanged(folder);
    if (m_again.remove(folder))
        list(folder);
    readNext();
    settleIfDone();
}

/// What is in folders that refused may still be there.
void Catalog::removeMissing(const CatalogFolder &folder, const QSet<QString> &found, const QStringList &closed)
{
    QSet<QString> gone;
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        const QString &path = entry.key();
        const bool isGone =
            isBelow(path, folder) && !found.contains(path) &&
            std::ranges::none_of(closed, [&](const QString &each) { return folders::isBelow(path, each); });
        if (isGone) {
            gone << path;
            entry = m_entries.erase(entry);
        } else {
            ++entry;
        }
    }
    if (gone.isEmpty())
        return;
    m_pending.removeIf([&](const FoundFile &file) { return gone.contains(file.path); });
    const QStringList paths(gone.begin(), gone.end());
    if (m_index)
        m_index->remove(paths);
    emit entriesRemoved(paths);
}

void Catalog::watch(const CatalogFolder &folder, const QStringList &inside)
{
    if (!folder.watched)
        return;
    const QStringList known = m_watcher.directories();
    const QSet<QString> watched(known.begin(), known.end());
    QStringList missing;
    for (const QString &path : inside) {
        if (!watched.contains(path) && watched.size() + missing.size() < MostWatched)
            missing << path;
    }
    if (!missing.isEmpty())
        m_watcher.addPaths(missing);
}

void Catalog::readFirst(const QStringList &paths)
{
    const QSet<QString> wanted(paths.begin(), paths.end());
    std::stable_partition(m_pending.begin(), m_pending.end(),
                          [&](const FoundFile &file) { return wanted.contains(file.path); });
}

/// Keeps each thread of the pool busy, and not more: what waits here can still change its order.
void Catalog::readNext()
{
    const int most = QThreadPool::globalInstance()->maxThreadCount() + 1;
    while (!m_pending.isEmpty() && m_batches < most) {
        const QList<FoundFile> batch = m_pending.first(std::min(BatchFiles, m_pending.size()));
        m_pending.remove(0, batch.size());
        m_reading += batch.size();
        ++m_batches;
        runInPool(
            this,
            [batch, cancelled = m_cancelled] {
                QList<PluginEntry> entries;
                for (const FoundFile &file : batch) {
                    if (*cancelled)
                        break;
                    entries << readEntry(file);
                }
                return entries;
            },
            [this, size = batch.size()](const QList<PluginEntry> &entries) {
                m_reading -= size;
                --m_batches;
                takeEntries(entries);
                readNext();
                settleIfDone();
            });
    }
}

void Catalog::takeEntries(const QList<PluginEntry> &entries)
{
    QList<PluginEntry> current;
    QList<PluginEntry> stable;
    for (const PluginEntry &entry : entries) {
        if (!m_entries.contains(entry.path))
            continue; // was removed while it was read
        m_entries.insert(entry.path, entry);
        current << entry;
        // A file that could not be read may be readable next time without having changed.
        if (entry.state != PluginEntry::State::Unreadable)
            stable << entry;
    }
    if (m_index && !stable.isEmpty())
        m_index->store(stable);
    if (!current.isEmpty())
        emit entriesChanged(current);
}

bool Catalog::isBusy() const
{
    return m_batches > 0 || !m_pending.isEmpty() ||
           std::ranges::any_of(m_folders, [](const FolderStatus &each) { return each.isBusy; });
}

void Catalog::settleIfDone()
{
    if (!isBusy())
        emit settled();
}

} // namespace plugsmith
