// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArrayView>

#include <atomic>

namespace plugsmith {

/// Compressed plugins (NAME.so.gz). These calls read and write whole files and take some 10 ms per megabyte; call them
/// from a worker. Sizes are bytes.
///
/// Reading accepts what viant/pgo writes: a stream that was flushed but not closed, so the last block and the checksum
/// are missing. Nothing says then that it is all there, so it is accepted only if an ELF or Mach-O file comes out that
/// is complete in itself. A stream that ends anywhere else, or whose checksum is wrong, is Damaged.

/// What comes out may not be larger; a compressed byte can stand for a thousand.
inline constexpr qint64 DefaultGunzipLimit = qint64(1) << 30;

bool isGzip(QByteArrayView bytes);

/// TooLarge above `limit`. `fileName` only words the error.
Result<QByteArray> gunzip(QByteArrayView compressed, const QString &fileName, qint64 limit = DefaultGunzipLimit);

/// At most the first `length` bytes of what comes out, to see what it is; empty when nothing can be unpacked.
QByteArray gunzipStart(QByteArrayView compressed, qsizetype length);

/// Unpacks `from` into the new file `to`, synced; `to` is removed on failure. Returns the bytes written, Cancelled soon
/// after `cancelled` became true.
Result<qint64> gzipExpand(const QString &from, const QString &to, const std::atomic<bool> &cancelled,
                          qint64 limit = DefaultGunzipLimit);

/// Packs `from` into the new file `to` in the same manner: one complete gzip member without name and time, so that
/// equal content gives equal bytes (with the same zlib).
Result<qint64> gzipCompress(const QString &from, const QString &to, const std::atomic<bool> &cancelled);

} // namespace plugsmith
