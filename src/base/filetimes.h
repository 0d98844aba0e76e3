// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <sys/stat.h>

namespace plugsmith {

/// The times of a file as stat() gives them, whose fields have other names on macOS.

inline timespec modifiedTime(const struct stat &status)
{
#ifdef Q_OS_MACOS
    return status.st_mtimespec;
#else
    return status.st_mtim;
#endif
}

/// Of content or inode; nobody can set this one.
inline timespec changedTime(const struct stat &status)
{
#ifdef Q_OS_MACOS
    return status.st_ctimespec;
#else
    return status.st_ctim;
#endif
}

/// Since 1970, UTC.
inline qint64 nanoseconds(const timespec &time)
{
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace plugsmith
