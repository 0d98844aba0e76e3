// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/catalogindex.h"
#include "catalog/folderscan.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <atomic>
#include <memory>

namespace plugsmith {

struct CatalogFolder
{
    QString path;
    bool recursive = true;
    bool watched = true; ///< changes are seen by themselves, else with refresh()

    bool operator==(const CatalogFolder &) const = default;
};

/// Folders of plugins and what is in them. Starts with what the index has, then looks for changes and reads only
/// changed files, in the pool. Lives in the GUI thread, which never waits for it.
///
/// An unplugged folder keeps its entries; they are there again when it comes back.
class Catalog : public QObject
{
    Q_OBJECT

public:
    enum class FolderState { Waiting, Listed, Missing, Unreadable };

    struct FolderStatus
    {
        CatalogFolder folder;
        FolderState state = FolderState::Waiting;
        Error error;            ///< of Unreadable
        QStringList unreadable; ///< folders inside that refused
        bool isBusy = false;    ///< being listed
    };

    /// An empty `indexFile` keeps nothing between runs.
    explicit Catalog(const QString &indexFile, QObject *parent = nullptr);
    ~Catalog() override;

    /// Entries of folders that are not in the new list go.
    void setFolders(const QList<CatalogFolder> &folders);
    QList<FolderStatus> folders() const;
    /// Looks for changes in all folders or in one.
    void refresh(const QString &folder = {});
    /// These are read before the others: what somebody looks at just now.
    void readFirst(const QStringList &paths);

    /// All entries; the order is arbitrary.
    const QHash<QString, PluginEntry> &entries() const { return m_entries; }
    /// Whether folders are being listed or files read.
    bool isBusy() const;
    /// Files that wait to be read.
    int pendingCount() const { return static_cast<int>(m_pending.size() + m_reading); }

signals:
    /// New and changed entries, at most some hundred at a time but for what comes from the index.
    void entriesChanged(const QList<plugsmith::PluginEntry> &entries);
    void entriesRemoved(const QStringList &paths);
    void folderChanged(const QString &folder);
    /// Nothing is left to be done; comes after each refresh, also when nothing has changed.
    void settled();

private:
    void loadFromIndex(const CatalogFolder &folder);
    void list(const QString &folder);
    void takeListing(const QString &folder, const FolderListing &listing);
    bool isUnchanged(const FoundFile &file) const;
    void takeFiles(const FolderListing &listing, const CatalogFolder &folder);
    void removeMissing(const CatalogFolder &folder, const QSet<QString> &found, const QStringList &closed);
    void watch(const CatalogFolder &folder, const QStringList &inside);
    void readNext();
    void takeEntries(const QList<PluginEntry> &entries);
    void settleIfDone();
    FolderStatus *status(const QString &folder);
    bool isCovered(const QString &path) const;

    std::unique_ptr<CatalogIndex> m_index;
    QList<FolderStatus> m_folders;
    QHash<QString, PluginEntry> m_entries;
    QList<FoundFile> m_pending;
    QSet<QString> m_again; ///< folders that changed while they were being listed
    qsizetype m_reading = 0;
    int m_batches = 0;
    QFileSystemWatcher m_watcher;
    QSet<QString> m_changedFolders;
    QTimer m_changes; ///< many changes come at once
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
};

} // namespace plugsmith
