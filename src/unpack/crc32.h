// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace plugsmith::unpack {

/// The CRC-32 of zip, gzip and 7z. Feed it in pieces; start with 0.
quint32 crc32(quint32 crc, const char *bytes, qint64 count);
inline quint32 crc32(const QByteArray &bytes)
{
    return crc32(0, bytes.constData(), bytes.size());
}

} // namespace plugsmith::unpack
