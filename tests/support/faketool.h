// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/platform.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>

#ifdef Q_OS_LINUX
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#endif

/// Lays out fake tools and Go installations in a folder of the test.
namespace plugsmith::test {

using namespace Qt::StringLiterals;

inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// A process that was started while a program was being written holds it open until its own begins, and until then the
/// system refuses to start that program ("text file busy").
inline bool waitUntilStartable(const QString &path)
{
#ifdef Q_OS_LINUX
    constexpr int Tries = 1000; // of 5 ms
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    // A lease for reading is refused as long as anybody has the file open for writing.
    for (int i = 0; i < Tries && ::fcntl(descriptor, F_SETLEASE, F_RDLCK) != 0 && errno == EAGAIN; ++i)
        ::usleep(5000);
    ::close(descriptor); // the lease ends with it
#else
    Q_UNUSED(path);
#endif
    return true;
}

/// A program at `path` that plays `script`; see fakego.cpp.
inline bool makeTool(const QString &path, const QByteArray &script)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile::remove(path);
    // A copy, not a link: what links lead to is part of what is tested.
    return QFile::copy(qEnvironmentVariable("PLUGSMITH_BIN") + u"/fakego", path) &&
           writeFile(path + u".script", script) && waitUntilStartable(path);
}

/// A shell script at `path`.
inline bool makeShellScript(const QString &path, const QByteArray &body)
{
    return writeFile(path, "#!/bin/sh\n" + body) && QFile::setPermissions(path, QFile::Permissions(0x7755)) &&
           waitUntilStartable(path);
}

/// A Go installation whose `go version` tells the truth unless `script` is given. `version` is what VERSION says.
inline bool makeGoRoot(const QString &root, const QByteArray &version, QByteArray script = {},
                       const Platform &platform = Platform::thisMachine())
{
    const QString tools = root + u"/pkg/tool/"_s + platform.os + u'_' + platform.arch;
    if (script.isEmpty())
        script = "[version]\nout go version " + version + ' ' + platform.toString().toLatin1() + '\n';
    return makeTool(root + u"/bin/go", script) && writeFile(root + u"/VERSION", version) &&
           makeTool(tools + u"/compile", "") && makeTool(tools + u"/link", "") && QDir().mkpath(root + u"/src/runtime");
}

} // namespace plugsmith::test
