// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "gobinary/binaryfile.h"
#include "gobinary/linkfacts.h"
#include "gobinary/mappedfile.h"
#include "session/hostflags.h"
#include "session/managerrules.h"

namespace plugsmith {

/// A plugin on disk, with everything that decides whether and how it can be loaded. A value.
struct PluginFile
{
    QString path;     ///< NAME.so or NAME.so.gz, absolute
    QString infoPath; ///< its build info; empty if there is none
    PluginCandidate candidate;
    bool isScnFromInfo = false; ///< else it is the time of the file
    bool isBuiltHere = false;   ///< its build info was written by Plugsmith
    FileIdentity identity;      ///< of the bytes that the facts are about
    BinaryFacts facts;
    LinkFacts link;
    HostFlags flags;

    const QString &name() const { return candidate.name; }
    const Scn &scn() const { return candidate.scn; }
};

/// Reads a plugin, given by its own path or that of its build info, with the build info first and the file's name and
/// time second. Everything that could never be opened is an error: no plugin, a damaged file, another format. A plugin
/// of another platform or Go is none; the rules speak about those. For a worker: a compressed file is unpacked.
Result<PluginFile> readPluginFile(const QString &path);

/// Makes a private copy for one load, unpacked, under the new name `target`. An error if the file is not the one any
/// more that was read: what the checks have seen is what is opened. For a worker.
Result<void> copyForLoading(const PluginFile &plugin, const QString &target);

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::PluginFile)
