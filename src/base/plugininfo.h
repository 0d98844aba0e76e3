// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/pluginname.h"
#include "base/result.h"
#include "base/scn.h"

#include <QByteArray>
#include <QJsonObject>

namespace plugsmith {

/// The build info next to a plugin: NAME.pinf, one JSON object as viant/pgo writes it (struct Info of build/info.go).
///
/// Reading follows Go's encoding/json: keys match without regard to case, unknown keys are kept and written back. What
/// Plugsmith adds lives under the one key "Plugsmith", which pgo's hosts ignore.
struct PluginInfo
{
    QString name;
    Scn scn;
    Compression compression = Compression::None;
    Platform platform;
    QString version; ///< as in the file, without "go"; not every file has one that parses
    bool useContainer = false;
    QJsonObject plugsmith; ///< our own facts; empty in files of others
    QJsonObject unknown;   ///< top-level keys that are neither pgo's nor ours

    bool operator==(const PluginInfo &) const = default;

    /// Bytes that Go decodes into pgo's struct; the part that pgo knows is byte for byte what Go's encoder writes.
    QByteArray toJson() const;
    /// `fileName` only words the error. Damaged for anything that is not such an object.
    static Result<PluginInfo> fromJson(const QByteArray &json, const QString &fileName);
    static Result<PluginInfo> read(const QString &path);
};

/// The keys of what Plugsmith adds to the build info.
namespace infokeys {
inline constexpr auto Sha256 = "sha256";
inline constexpr auto Bytes = "bytes";
inline constexpr auto Module = "module";
inline constexpr auto Package = "package";
inline constexpr auto PluginPath = "pluginPath";
inline constexpr auto Flags = "flags";
inline constexpr auto SourceDigest = "sourceDigest";
inline constexpr auto Source = "source";
inline constexpr auto Toolchain = "toolchain";
inline constexpr auto Compiler = "compiler";
inline constexpr auto Linker = "linker";
inline constexpr auto Fingerprint = "fingerprint";
inline constexpr auto Built = "built"; ///< SCN of the build that made the binary; older than Scn when only stamped anew
} // namespace infokeys

} // namespace plugsmith
