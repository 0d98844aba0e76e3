// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QList>
#include <QMetaType>

#include <optional>

namespace plugsmith {

/// One version of a module, as go.mod and go.sum name it.
struct ModuleVersion
{
    QString path;
    QString version; ///< "v1.2.3", "(devel)", empty
    QString sum;     ///< "h1:…", empty for the main module and local folders

    bool operator==(const ModuleVersion &) const = default;
};

struct BuildModule : ModuleVersion
{
    std::optional<ModuleVersion> replacement; ///< what was compiled instead

    bool operator==(const BuildModule &) const = default;
};

struct BuildSetting
{
    QString key;
    QString value;

    bool operator==(const BuildSetting &) const = default;
};

/// What the go command wrote into a binary about how it was built; the same facts as `go version -m` prints. Plugins
/// have it from Go 1.21 at the latest, not up to 1.19. With -trimpath the go command leaves -ldflags and the CGO_*
/// flags out; the C compiler is never there. A value.
struct BuildInfo
{
    QString goVersion; ///< as the toolchain names itself: "go1.24.4", "go1.22.6 X:boringcrypto"
    QString path;      ///< of the main package, not escaped
    BuildModule main;  ///< empty path when built without a module
    QList<BuildModule> modules;
    QList<BuildSetting> settings; ///< in the file's order

    /// The value of the first setting of this name; nullopt is "not recorded", which often differs from empty.
    std::optional<QString> setting(QLatin1StringView key) const;

    bool operator==(const BuildInfo &) const = default;
};

/// Reads the text part (lines "path", "mod", "dep", "=>", "build"; runtime/debug.ParseBuildInfo of Go). Lines of an
/// unknown kind are left out, as Go does; a value that should have been quoted and is not is taken as it stands, which
/// Go does not. Everything else that Go refuses is Damaged. `goVersion` stays empty.
Result<BuildInfo> parseBuildInfo(QByteArrayView text, const QString &fileName);

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::BuildInfo)
