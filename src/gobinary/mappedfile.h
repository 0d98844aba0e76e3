// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArrayView>

#include <memory>

class QFile;

namespace plugsmith {

class ShrinkGuard;

/// By which a file is known again: the same while nobody has replaced it or written into it. (Two writes within one
/// tick of the file system's clock cannot be told apart.)
struct FileIdentity
{
    quint64 device = 0;
    quint64 inode = 0;
    qint64 size = 0;
    qint64 modified = 0; ///< nanoseconds
    qint64 changed = 0;  ///< nanoseconds; nobody can set this time

    bool operator==(const FileIdentity &) const = default;
};

/// A regular file mapped for reading, at the size that it has when it is opened. Owns the mapping: views into bytes()
/// end with it. Movable; may be read from several threads.
///
/// When another program cuts the file short meanwhile, what is missing reads as zeros and wasCut() is true; ask it
/// before you believe what you have read. (Plugsmith and the go command replace files by renaming, which is harmless.)
class MappedFile
{
public:
    /// NotFound, PermissionDenied or ReadFailed; Foreign for folders, pipes and devices, which are not waited for.
    static Result<MappedFile> open(const QString &path);
    ~MappedFile();
    MappedFile(MappedFile &&other) noexcept;
    MappedFile &operator=(MappedFile &&other) noexcept;

    QByteArrayView bytes() const { return m_bytes; }
    bool wasCut() const;
    /// When it was opened.
    const FileIdentity &identity() const { return m_identity; }
    /// Its descriptor, which it keeps.
    int handle() const;
    /// Whether it is still as it was when it was opened. What replaced it under its path does not count.
    bool isUnchanged() const;

private:
    MappedFile();

    std::unique_ptr<QFile> m_file;
    std::unique_ptr<ShrinkGuard> m_guard; // after m_file: must go before the mapping does
    QByteArrayView m_bytes;
    FileIdentity m_identity;
};

} // namespace plugsmith
