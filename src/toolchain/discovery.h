// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "toolchain/gotoolchain.h"

#include <QProcessEnvironment>
#include <QStringList>
#include <QVector>

namespace plugsmith {

/// Where to look for Go. Everything that differs between users and machines is in here, so that tests can lay out a
/// machine in a folder.
struct SearchPlaces
{
    QStringList pathFolders; ///< of PATH, in order
    QString home;
    QString moduleCache;      ///< GOMODCACHE
    QStringList addedFolders; ///< each a GOROOT, or a folder that holds several
    QString fetchedFolder;    ///< where Plugsmith puts what it fetches; empty: nowhere
    QString systemPrefix;     ///< stands before /usr, /opt and the like; empty outside of tests

    /// `environment` is the user's with the values of `go env -w` in it: GoEnvironment::variables.
    static SearchPlaces of(const QProcessEnvironment &environment, const QStringList &addedFolders);
};

/// A folder that looks like a Go installation.
struct CandidateRoot
{
    QString root; ///< canonical
    GoToolchain::Origin origin = GoToolchain::Origin::System;
    bool isOnPath = false;

    bool operator==(const CandidateRoot &) const = default;
};

/// The functions below but one only read the file system (some hundred stats, a few folder listings: about a
/// millisecond) and never run anything. They are for a worker: a home folder may lie on a network.

/// Every place known to hold Go installations that has one, each once. A `go` on PATH counts where its links lead to;
/// shims and wrapper scripts lead nowhere, and what they would start is found in the folders of their version manager.
QVector<CandidateRoot> candidateRoots(const SearchPlaces &places);
/// What the files of one root say. Something missing is named in `problem`, not hidden: the user sees why a Go is not
/// offered. Never verified.
GoToolchain readToolchain(const CandidateRoot &candidate);
/// Lets the programs of a root be executed. The one that changes something; what may not be changed stays as it is.
void allowPrograms(const QString &root);
/// Both together, newest first.
QVector<GoToolchain> discoverToolchains(const SearchPlaces &places);

} // namespace plugsmith
