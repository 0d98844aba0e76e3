// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/goversion.h"

namespace plugsmith {

/// The Go releases that lay out a module record alike, as far as a file without build info can tell: 1.18–1.19,
/// 1.21–1.22. A program and a plugin of different families never fit together. A value.
struct ReleaseFamily
{
    GoVersion lowest;  ///< release series such as 1.18, invalid when the family is unknown
    GoVersion highest; ///< invalid when releases that are newer than this program may belong to it

    /// `magic` starts the pclntab, `hashesWord` is the position of pkghashes in the module record and `recordWords` the
    /// record's length, both in words; 0 when unknown. Invalid for a magic that is none of Go's.
    static ReleaseFamily of(quint32 magic, int hashesWord, int recordWords);
    /// Whether `magic` starts a pclntab; also true for the numbers that Go's scheme leaves for its next formats.
    static bool isMagic(quint32 magic);

    bool isValid() const { return lowest.isValid(); }
    bool contains(const GoVersion &version) const;
    /// "1.18–1.19", "1.26", "1.20 or newer"; the words are translated.
    QString toString() const;

    bool operator==(const ReleaseFamily &) const = default;
};

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::ReleaseFamily)
