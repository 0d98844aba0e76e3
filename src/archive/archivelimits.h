// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <QtGlobal>

namespace plugsmith {

class Settings;

/// What a source may ask for before it is refused as too large. The person may raise each of them.
struct ArchiveLimits
{
    qint64 maxEntries = 200'000;
    qint64 maxEntryBytes = qint64(2) << 30;
    qint64 maxTotalBytes = qint64(4) << 30;
    qint64 maxRatio = 1000; ///< unpacked bytes for each byte of the archive, counted from 64 MB on

    bool operator==(const ArchiveLimits &) const = default;

    /// Those that the person has set; GUI thread.
    static ArchiveLimits of(const Settings &settings);
    void keep(Settings &settings) const;
    /// High enough for what `error` (TooLarge) says is needed, as far as it says so, in round numbers; other limits
    /// stay.
    ArchiveLimits raisedFor(const Error &error) const;
};

} // namespace plugsmith
