// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>
#include <QVector>

namespace plugsmith {

/// A value that is set on this machine and that Plugsmith does not use, so that a plan can say so: "GOFLAGS=-mod=vendor
/// is set on this machine and not used".
struct SetAside
{
    enum class Source {
        Environment,
        GoEnvFile, ///< written by `go env -w`
    };

    QString name;
    QString value;
    Source source = Source::Environment;

    bool operator==(const SetAside &) const = default;
};

/// The environment that every go command of Plugsmith starts from, and what was left out of the user's.
///
/// Kept: everything that says where things are and how to reach them (PATH, HOME, GOPATH, GOCACHE, GOMODCACHE, GOPROXY,
/// GOPRIVATE, GONOSUMDB, GOSUMDB, GOAUTH, NETRC, proxies, certificates, SSH_AUTH_SOCK, GIT_*, PKG_CONFIG*). Left out:
/// everything that changes what is built without showing in a plan (GOFLAGS, GOOS, GOARCH and its levels, GOROOT,
/// GOEXPERIMENT, GOWORK, CGO_*, CC ...). Whoever builds sets those as the plan says.
///
/// The file of `go env -w` works like the environment for each variable that is unset *or empty* there, so leaving a
/// variable out, or setting it to nothing, would bring the file's value back. Therefore the file is read here, split by
/// the same rule, its kept values are put into the environment, and GOENV=off stops the go command from reading it.
/// The third place, go.env in the GOROOT, belongs to the toolchain and stays in force. Sources: cmd/go/internal/cfg
/// (EnvFile, Getenv, initEnvCache) and internal/cfg (KnownEnv) of Go 1.15, 1.19 and 1.26.
struct GoEnvironment
{
    QProcessEnvironment variables; ///< with GOENV=off and GOTOOLCHAIN=local
    QVector<SetAside> setAside;    ///< sorted by name; only values that are not empty
    /// What the user set for `name`, whether it was set aside or not: the environment first, then the file.
    QString userValue(const QString &name) const;
};

/// Pure. `goEnvFile` holds the bytes of the file at goEnvFilePath(). Applying it to its own result changes nothing.
GoEnvironment goEnvironment(const QProcessEnvironment &user, const QByteArray &goEnvFile);
/// Where `go env -w` writes; empty if the user switched it off (GOENV=off).
QString goEnvFilePath(const QProcessEnvironment &user);
/// Reads the file (a few hundred bytes on a local disk, as a rule) and applies goEnvironment().
GoEnvironment goEnvironmentOf(const QProcessEnvironment &user);

} // namespace plugsmith
