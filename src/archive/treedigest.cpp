// SPDX-License-Identifier: Apache-2.0
#include "archive/treedigest.h"

#include "base/sha256.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace plugsmith {

void TreeDigestBuilder::add(const SourceEntry &entry, const QByteArray &contentSha256)
{
    // A stream puts lengths in front, so that no two different entries give the same bytes.
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << entry.path.toUtf8() << static_cast<quint8>(entry.kind);
    switch (entry.kind) {
    case EntryKind::File:
        stream << entry.executable << entry.size << contentSha256;
        ++m_digest.files;
        m_digest.bytes += entry.size;
        break;
    case EntryKind::Link:
        stream << entry.linkTarget.toUtf8();
        break;
    case EntryKind::Folder:
        break;
    }
    m_parts.append({entry.path, bytes});
}

TreeDigest TreeDigestBuilder::finish()
{
    std::sort(m_parts.begin(), m_parts.end(), [](const Part &a, const Part &b) { return comesBefore(a.path, b.path); });
    Sha256 hash;
    for (const Part &part : std::as_const(m_parts))
        hash.add(part.bytes);
    m_parts.clear();
    m_digest.sha256 = hash.take();
    return std::exchange(m_digest, {});
}

} // namespace plugsmith
