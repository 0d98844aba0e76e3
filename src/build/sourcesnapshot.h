// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/archivejob.h"
#include "base/result.h"
#include "build/jobhistory.h"
#include "build/workarea.h"

#include <QObject>
#include <QStringList>
#include <QVector>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace plugsmith {

/// Sources as they were when a build of them began, shared by all jobs of a run. First only their digest is found,
/// which is enough to see that nothing has changed; they are unpacked or copied when a job really needs the files. GUI
/// thread; the work is done by the archive worker and the pool. Goes, with the files, when the last job lets it go.
class SourceSnapshot : public QObject
{
    Q_OBJECT

public:
    struct Unpacked
    {
        QStringList roots; ///< one for each source
        QByteArray digest; ///< of exactly these files
    };

    /// `sources` are absolute paths of archives, folders and .go files. `history` remembers digests of archives.
    SourceSnapshot(QStringList sources, JobHistory &history, QObject *parent = nullptr);
    void setLimits(const ArchiveLimits &limits) { m_limits = limits; }
    /// For a digest only: an archive that was never unpacked stays so, and has none.
    void setMayUnpack(bool may) { m_mayUnpack = may; }
    ~SourceSnapshot() override;

    /// Calls back once the digest is known, perhaps at once; never if `receiver` is gone by then.
    void whenDigested(QObject *receiver, std::function<void(const Result<QByteArray> &)> use);
    /// Calls back once the files lie in a work area.
    void whenUnpacked(QObject *receiver, std::function<void(const Result<Unpacked> &)> use);

    /// Where the files lie; empty before they do.
    std::shared_ptr<WorkArea> area() const { return m_area; }
    /// Keeps the files when the snapshot goes, for looking at a failed build.
    void keep();

signals:
    void digested();
    void unpacked();

private:
    void digestFrom(int index);
    void digestArchive(int index);
    void setDigest(int index, const Result<QByteArray> &digest);
    void startUnpack();
    void unpackFrom(int index);
    void unpackArchive(int index, const QString &root);
    void setUnpacked(int index, const Result<QByteArray> &digest);
    void conclude(const Result<Unpacked> &result);
    static QByteArray combined(const QVector<QByteArray> &digests);

    QStringList m_sources;
    JobHistory &m_history;
    std::shared_ptr<WorkArea> m_area;
    std::stop_source m_stop; // for work in the pool, which may outlive this
    std::unique_ptr<ArchiveJob> m_archiveJob;

    QVector<QByteArray> m_digests;
    QVector<QString> m_archiveSums; // SHA-256 of archives; empty for others
    bool m_mayUnpack = true;
    ArchiveLimits m_limits;
    bool m_digestStarted = false;
    bool m_unpackStarted = false;
    Unpacked m_unpacking;
    std::optional<Result<QByteArray>> m_digest;
    std::optional<Result<Unpacked>> m_unpacked;
};

} // namespace plugsmith
