// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/archivelimits.h"
#include "archive/sourcetree.h"
#include "base/childprocess.h"
#include "base/result.h"

#include <QObject>

#include <memory>
#include <optional>

namespace plugsmith {

struct Frame;

struct UnpackReport
{
    qint64 entries = 0;
    qint64 bytes = 0;
    bool isLandlocked = false; ///< whether the kernel kept the worker in its folder

    bool operator==(const UnpackReport &) const = default;
};

struct PackReport
{
    qint64 entries = 0;
    qint64 bytes = 0; ///< of the files, before compression

    bool operator==(const PackReport &) const = default;
};

/// One archive, read, unpacked or packed once, by the worker program. Asynchronous: call one of the three functions,
/// one at a time, and exactly one finished signal follows, never before the call returns. Lives in one thread with an
/// event loop. Destroying it ends the worker and removes what it has written.
class ArchiveJob : public QObject
{
    Q_OBJECT

public:
    explicit ArchiveJob(QObject *parent = nullptr);
    ~ArchiveJob() override;

    /// Lists an archive and reads what a scan needs. Nothing is written.
    void read(const QString &archive, const ArchiveLimits &limits = {});
    /// Unpacks into `folder`, which must not exist or be empty. On failure it is as before.
    void unpack(const QString &archive, const QString &folder, const ArchiveLimits &limits = {});
    /// Packs a folder of sources, without what is no part of it, into a zip like those of pgo. `zip` appears in one
    /// step; an older file of that name is replaced.
    void pack(const QString &folder, const QString &zip, const ArchiveLimits &limits = {});
    /// Ends at once; the finished signal follows with ErrorCode::Cancelled. Harmless when nothing runs.
    void cancel();

signals:
    /// At most 20 a second. The bytes are a measure of the work; `totalBytes` is 0 if unknown and does not change.
    void progressed(qint64 doneBytes, qint64 totalBytes, const QString &currentName);
    void readFinished(const plugsmith::Result<plugsmith::SourceTree> &tree);
    void unpackFinished(const plugsmith::Result<plugsmith::UnpackReport> &report);
    void packFinished(const plugsmith::Result<plugsmith::PackReport> &report);

private:
    struct Run; // what belongs to one call

    void start(std::unique_ptr<Run> run, const QStringList &arguments, const ArchiveLimits &limits);
    void startPacking(const Result<SourceTree> &tree, const ArchiveLimits &limits);
    void takeOutput(const QByteArray &bytes);
    void takeFrame(const Frame &frame);
    void workerEnded(const ProcessEnd &end);
    std::optional<Error> problemOf(const ProcessEnd &end) const;
    void conclude(const std::optional<Error> &problem);
    void announce(std::unique_ptr<Run> run);
    void failSoon(std::unique_ptr<Run> run, const Error &error);

    std::unique_ptr<ChildProcess> m_process;
    std::unique_ptr<Run> m_run; // nullptr: nothing runs
};

} // namespace plugsmith
