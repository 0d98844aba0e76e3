// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/binaryfile.h"

#include <QByteArrayView>
#include <QProcessEnvironment>
#include <QStringList>

namespace plugsmith {

/// How a program must be built to open a plugin: with the same flags, as far as they change what the linker hashes.
/// A value; equal flags mean that one host serves both.
struct HostFlags
{
    bool trimPath = false;
    bool race = false;
    bool msan = false;
    bool asan = false;
    QString tags;          ///< separated by commas
    QString compilerFlags; ///< of all packages: "all=-N -l"; flags for the main package alone do not count
    QString experiment;    ///< GOEXPERIMENT
    QString level;         ///< "GOAMD64=v3": the processor level of the plugin

    /// From what the go command recorded. Plugins without build info (up to Go 1.19) show only `trimPath`, in the paths
    /// of their own standard library: `content` is searched for them. `content` may be empty.
    static HostFlags of(const BinaryFacts &plugin, QByteArrayView content);

    QStringList goArguments() const;
    void addTo(QProcessEnvironment *environment) const;
    /// For people and cache keys: "-trimpath -tags=a,b".
    QString toString() const;

    bool operator==(const HostFlags &) const = default;
};

} // namespace plugsmith
