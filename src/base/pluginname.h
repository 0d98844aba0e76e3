// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/goversion.h"
#include "base/platform.h"

#include <QString>

#include <optional>

namespace plugsmith {

enum class BuildMode { Plugin, Program };
enum class Compression { None, Gzip };

/// What the name of a built file says: "pricing_1_22_6_linux_amd64.so.gz". Names are those of viant/pgo
/// (build/runtime.go); programs, which pgo does not name, follow the same scheme without ".so".
struct PluginName
{
    QString name;
    GoVersion version;
    Platform platform;
    BuildMode mode = BuildMode::Plugin;
    Compression compression = Compression::None;

    bool operator==(const PluginName &) const = default;

    /// The part of a given name that enters file names: its last extension is dropped, as pgo does ("my.plugin" ->
    /// "my"), and an empty name is "main".
    static QString stemOfGivenName(const QString &given);
    /// Why a name cannot be used in a file name, in a sentence; empty if it can.
    static QString problemWithGivenName(const QString &given);

    /// "pricing_1_22_6_linux_amd64"
    QString stem() const;
    QString fileName() const;
    QString infoFileName() const;

    /// Reads a file name from the right: platform, then the version, and everything left of it is the name, underscores
    /// included. Where several splits are possible, the one whose version is a real Go release that can build plugins
    /// wins. The answer is a guess that the sidecar or the binary may overrule. Takes plugin and .pinf names.
    static std::optional<PluginName> parse(const QString &fileName);
    /// Tyk's names look alike but carry the version of the gateway: "name_v5.3.0_linux_amd64.so". Returns "v5.3.0".
    static std::optional<QString> tykGatewayVersion(const QString &fileName);
};

} // namespace plugsmith
