// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/sourcetree.h"

namespace plugsmith {

/// What a tree is, as one value: two trees with the same digest build the same. Times, owners, and what the ignore
/// rules leave out, do not count.
struct TreeDigest
{
    QByteArray sha256; ///< 32 bytes, over path, kind, execute bit, link target and content of every entry in order
    qint64 files = 0;
    qint64 bytes = 0;

    bool operator==(const TreeDigest &) const = default;
};

/// Puts a digest together from entries in any order.
class TreeDigestBuilder
{
public:
    /// `contentSha256` is that of the content of a file; empty for folders and links.
    void add(const SourceEntry &entry, const QByteArray &contentSha256);
    TreeDigest finish();

private:
    struct Part
    {
        QString path;
        QByteArray bytes;
    };

    QList<Part> m_parts;
    TreeDigest m_digest;
};

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::TreeDigest)
