// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "build/buildoptions.h"
#include "toolchain/crosscompiler.h"

#include <QString>
#include <QStringList>

namespace plugsmith {

/// What was asked for on the command line, checked as far as that needs no files. A value.
struct CommandLine
{
    enum class Command { Help, Version, Scan, Build };

    Command command = Command::Help;
    QString helpText; ///< of Help

    QStringList sources;
    bool json = false;

    // build
    QString name; ///< empty: "main", as viant/pgo names plugins
    QString destination;
    QVector<GoVersion> versions;
    QVector<Platform> platforms;
    QString mainFolder; ///< relative to the source; may name a .go file; empty: by itself
    QString modulePath;
    BuildOptions options;
    QVector<Target> presetTargets;
    QStringList goRoots; ///< further places of Go
    QVector<UserCompiler> compilers;
    bool mayFetch = false;  ///< versions that are not installed
    bool isOffline = false; ///< never contact anything for them
    int parallel = 0;       ///< 0: the default
    bool force = false;
    bool dryRun = false;
    bool showLog = false;

    /// Options of the command line win over those of a preset. `arguments` begin behind the program's name. An error is
    /// a wrong usage: exit code 2.
    static Result<CommandLine> parse(const QStringList &arguments);
};

} // namespace plugsmith
