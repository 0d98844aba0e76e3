// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/sourcetree.h"
#include "base/result.h"

#include <functional>
#include <stop_token>
#include <sys/stat.h>

namespace plugsmith {

/// A file descriptor that closes itself; -1 if opening failed.
class FolderDescriptor
{
public:
    explicit FolderDescriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~FolderDescriptor();
    Q_DISABLE_COPY_MOVE(FolderDescriptor)

    int get() const { return m_descriptor; }
    bool isOpen() const { return m_descriptor >= 0; }

private:
    int m_descriptor;
};

/// Something that a walk has found. The descriptor is open during the call only.
struct FoundEntry
{
    SourceEntry entry; ///< without content
    int folder = -1;   ///< the open folder that it is in
    QByteArray name;   ///< its name there, as the system has it
    struct stat status
    {
    };
};

/// Walks a folder of sources in no particular order, folders before what is in them.
class FolderWalk
{
public:
    using Visitor = std::function<Result<void>(const FoundEntry &found)>;

    FolderWalk(QString path, std::stop_token stop)
        : m_path(std::move(path))
        , m_stop(std::move(stop))
    {
    }

    Result<void> run(const Visitor &visit);
    /// Sorted names of what the ignore rules left out.
    QStringList leftOut() const;

private:
    Result<void> walk(int folder, const QString &prefix, int depth, const Visitor &visit);
    Result<void> take(FoundEntry &found, int depth, const Visitor &visit);
    Error readError(int systemError, const QString &path) const;

    QString m_path;
    std::stop_token m_stop;
    QStringList m_leftOut;
};

Error cancelledError(const QString &path);
/// "The source changed during the scan": `file` was written at the time in `status`.
Error changedError(const QString &file, const struct stat &status);
Error leavingLinkError(const QString &source, const SourceEntry &link);

} // namespace plugsmith
