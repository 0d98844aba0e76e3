// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace plugsmith::unpack {

/// What an archive may ask for. Each can be raised by an option.
struct Limits
{
    qint64 maxEntries = 200'000;
    qint64 maxEntryBytes = qint64(2) << 30;
    qint64 maxTotalBytes = qint64(4) << 30;
    qint64 maxRatio = 1000; ///< unpacked bytes for each byte of the archive

    /// Small archives of zeros are no danger, whatever their ratio.
    static constexpr qint64 RatioAppliesFrom = qint64(64) << 20;

    bool exceedsRatio(qint64 unpacked, qint64 packed) const
    {
        return unpacked > RatioAppliesFrom && unpacked / maxRatio > packed;
    }
};

} // namespace plugsmith::unpack
