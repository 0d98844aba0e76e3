// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/archivebuilder.h"
#include "support/clirun.h"

#include <QStandardPaths>

/// The Go and the C compiler of this machine, for tests that build and load for real.
namespace plugsmith::test {

/// Why nothing can be built here for real; empty if it can.
inline QString whyNoRealBuilds()
{
    if (QStandardPaths::findExecutable(u"go"_s).isEmpty())
        return u"go is not installed"_s;
    if (QStandardPaths::findExecutable(u"gcc"_s).isEmpty() && QStandardPaths::findExecutable(u"clang"_s).isEmpty())
        return u"no C compiler is installed"_s;
    return {};
}

/// Why nothing that is built here can be loaded; empty if it can.
inline QString whyNoRealPlugins()
{
#ifdef Q_OS_LINUX
    return whyNoRealBuilds();
#else
    return u"plugins are loaded on Linux only"_s;
#endif
}

/// How the tests' own Go programs are built: by the Go that is there, as plugins and their hosts have to be.
inline QProcessEnvironment goBuildEnvironment(const QMap<QString, QString> &more = {})
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GOTOOLCHAIN"_s, u"local"_s);
    environment.insert(u"CGO_ENABLED"_s, u"1"_s);
    environment.remove(u"GOFLAGS"_s);
    for (auto variable = more.begin(); variable != more.end(); ++variable)
        environment.insert(variable.key(), *variable);
    return environment;
}

/// Compiles `code`, a host written by hand, in `folder` to the program `file`.
inline CliRun buildHost(const QString &go, const QByteArray &code, const QString &folder, const QString &file,
                        const QProcessEnvironment &environment = goBuildEnvironment(), int patience = 240'000)
{
    builder::writeTree({{"go.mod", "module host\n\ngo 1.17\n"}, {"main.go", code}}, folder);
    return runProgram(go, {u"build"_s, u"-trimpath"_s, u"-o"_s, file, u"."_s}, environment, folder, patience);
}

} // namespace plugsmith::test
