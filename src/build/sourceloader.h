// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/archivejob.h"
#include "build/sourcescan.h"

#include <QObject>

#include <memory>
#include <stop_token>

namespace plugsmith {

/// Opens sources: archives through the worker, folders and .go files in the pool, and scans each. GUI thread, never
/// blocks it.
class SourceLoader : public QObject
{
    Q_OBJECT

public:
    explicit SourceLoader(QObject *parent = nullptr);
    ~SourceLoader() override;

    /// From the next load() on.
    void setLimits(const ArchiveLimits &limits) { m_limits = limits; }
    /// `paths[0]` is the source with the plugin, the others supply modules; modules that lie on disk beside a folder
    /// are added by themselves. loaded() follows. Called again while busy, it starts over.
    void load(const QStringList &paths, const QStringList &tags = {});
    /// loaded() follows with ErrorCode::Cancelled. Harmless when idle.
    void cancel();
    bool isBusy() const { return m_isBusy; }

signals:
    /// Once per load(). The scans stand in the order of the paths.
    void loaded(const plugsmith::Result<QVector<plugsmith::SourceScan>> &scans);

private:
    void loadNext();
    void onTree(const Result<SourceTree> &tree);
    void addModulesOnDisk();
    void conclude(const Result<QVector<SourceScan>> &result);

    QStringList m_paths;
    QStringList m_tags;
    ArchiveLimits m_limits;
    QVector<SourceScan> m_scans;
    std::unique_ptr<ArchiveJob> m_archiveJob;
    std::stop_source m_stop;
    std::unique_ptr<QObject> m_load; // dies with the load that it stands for, and so do its deliveries
    bool m_isBusy = false;
};

} // namespace plugsmith
