// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/goversion.h"
#include "base/platform.h"

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace plugsmith {

/// One Go installation: what its files say about it, and whether its `go` was seen to run. A value.
struct GoToolchain
{
    /// How it got here. Decides what may be done with it: only what Plugsmith fetched may be removed by it.
    enum class Origin {
        Path,           ///< known only because `go` on PATH leads to it
        System,         ///< a place of distributions, packages and Go's own installer
        Sdk,            ///< ~/sdk, where golang.org/dl puts releases
        ModuleCache,    ///< fetched by the go command itself (GOTOOLCHAIN)
        VersionManager, ///< asdf, mise, goenv, gvm, gimme
        Added,          ///< in a folder that the user named
        Fetched,        ///< by Plugsmith, into its own folder
    };

    QString root;        ///< GOROOT, canonical: without symbolic links
    QString program;     ///< root/bin/go
    GoVersion version;   ///< invalid while there is a problem with VERSION
    QString versionText; ///< first line of VERSION, "go1.22.6"; of `go version` in a tree built from source
    Platform platform;   ///< what the toolchain itself runs on
    Origin origin = Origin::System;
    /// GOOS/GOARCH pairs for which its own source says that it builds plugins; empty if that source is not there.
    QStringList pluginPlatforms;
    bool isOnPath = false;   ///< `go` in the user's shell is this one
    bool isVerified = false; ///< its `go` ran and named this version
    /// All that is wrong is that its programs may not be executed: `go mod download` leaves a toolchain so in the
    /// module cache until the go command first uses it. allowPrograms() does what that would do.
    bool isUnfinished = false;
    QString problem; ///< why it cannot be used, in a sentence; empty if nothing is known against it

    bool operator==(const GoToolchain &) const = default;

    bool isUsable() const { return isVerified && problem.isEmpty(); }
    /// Whether its go command has the flag -buildvcs, which came with Go 1.18; older ones refuse it.
    bool knowsBuildVcs() const;
    /// Text that changes when the toolchain changes: root, version, size and time of bin/go and of VERSION as they are
    /// now (two stats). For cache keys; says nothing about single changed files below src.
    QString identity() const;
};

/// What `go version` printed, taken apart: "go version go1.22.6 linux/amd64".
struct GoVersionAnswer
{
    QString versionText;
    GoVersion version;
    Platform platform;
};
std::optional<GoVersionAnswer> parseGoVersionAnswer(const QString &output);

/// Newest first; among equals the one on PATH, then by root. Those without a version come last.
void sortNewestFirst(QVector<GoToolchain> &toolchains);

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::GoToolchain)
