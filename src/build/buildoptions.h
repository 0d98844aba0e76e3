// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/goversion.h"
#include "base/platform.h"
#include "base/pluginname.h"
#include "base/result.h"
#include "base/scn.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace plugsmith {

/// One Go version on one platform: a cell of the matrix.
struct Target
{
    GoVersion version;
    Platform platform;

    bool operator==(const Target &) const = default;
    /// "linux/amd64 · 1.22.6"
    QString toString() const;
};

struct EnvironmentEntry
{
    QString name;
    QString value;

    bool operator==(const EnvironmentEntry &) const = default;
};

/// What makes the plugin of a build different from earlier ones of the same module, so that a host can load it beside
/// them.
enum class Identity {
    Content, ///< derived from source and options: an unchanged rebuild is the same plugin
    Time,    ///< a new one with every build, as viant/pgo does
};

/// Everything a person can choose for a build besides source, name and targets. A value with safe defaults.
struct BuildOptions
{
    BuildMode mode = BuildMode::Plugin;
    Compression compression = Compression::None;
    Identity identity = Identity::Content;
    QStringList tags;
    QString linkerFlags;   ///< as for go build -ldflags
    QString compilerFlags; ///< as for go build -gcflags
    QStringList arguments; ///< further arguments of go build, one each
    QVector<EnvironmentEntry> environment;
    QMap<QString, QString> levels; ///< "GOAMD64" → "v3": the least processor, for targets of its kind
    bool trimPath = true;
    bool useVendor = true;       ///< build from the vendor folder of a source that has one
    bool resolveImports = false; ///< may add modules to the job's copy of go.mod, over the network
    QString linker;              ///< empty: the fastest that works; "default", "mold", "lld", "gold"
    std::optional<Scn> fixedScn; ///< for repeatable builds

    bool operator==(const BuildOptions &) const = default;

    QJsonObject toJson() const;
    static Result<BuildOptions> fromJson(const QJsonObject &object);
};

/// Targets and options under a name, as a file:
/// {"plugsmithPreset":1,"name":…,"targets":[{"go":…,"platform":…}],"options":{…}}.
struct Preset
{
    QString name;
    QVector<Target> targets;
    BuildOptions options;

    bool operator==(const Preset &) const = default;

    QByteArray toJson() const;
    /// Unknown keys are ignored; a newer layout is refused.
    static Result<Preset> fromJson(const QByteArray &json, const QString &fileName);
};

} // namespace plugsmith
