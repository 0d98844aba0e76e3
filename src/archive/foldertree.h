// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/archivelimits.h"
#include "archive/sourcetree.h"
#include "archive/treedigest.h"
#include "base/result.h"

#include <stop_token>

namespace plugsmith {

/// Sources that are folders. These functions wait for the disk; call them from a worker. Each follows the ignore rules,
/// leaves out devices, sockets and names that are no text, follows no link below the folder, and refuses links that
/// lead out of it (Unsafe). A file that changes while it is read is an error. When `stop` is requested they end soon
/// with Cancelled.

/// What is there; `withContent` adds what a scan needs.
Result<SourceTree> readFolder(const QString &path, const ArchiveLimits &limits = {}, bool withContent = true,
                              const std::stop_token &stop = {});
/// Copies what is there into the folder `to`, which must not exist, sharing blocks where the file system can. Modes are
/// 0644 and 0755, times of files are kept. Removes `to` when it fails.
Result<TreeDigest> copyFolder(const QString &from, const QString &to, const std::stop_token &stop = {});
/// The digest that copyFolder() returns, without a copy.
Result<TreeDigest> digestFolder(const QString &path, const std::stop_token &stop = {});

} // namespace plugsmith
