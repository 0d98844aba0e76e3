// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/buildinfo.h"
#include "gobinary/elfsymbols.h"
#include "gobinary/machoimage.h"

namespace plugsmith {

/// The two texts of a build information blob, as they are in the file: "go1.24.4" and the lines for parseBuildInfo().
struct BuildInfoBlob
{
    QByteArrayView goVersion;
    QByteArrayView text; ///< empty for programs built outside of a module

    bool operator==(const BuildInfoBlob &) const = default;
};

/// Decodes the inline format (Go 1.18 and later) at the start of `bytes`, which may be longer; nullopt if they are
/// something else. Format: debug/buildinfo of Go.
std::optional<BuildInfoBlob> decodeInlineBuildInfo(QByteArrayView bytes);

/// The build information of an image: nullopt when it has none (C libraries, plugins of Go 1.19 and older), Damaged
/// when it is marked as such and cannot be read. Looked for by symbol and by section, then in the writable
/// segments.
Result<std::optional<BuildInfo>> readBuildInfo(const ElfImage &image, const ElfSymbols &symbols,
                                               const QString &fileName);
Result<std::optional<BuildInfo>> readBuildInfo(const MachOImage &image, const QString &fileName);

} // namespace plugsmith
