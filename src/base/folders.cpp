// SPDX-License-Identifier: Apache-2.0
#include "base/folders.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMutex>
#include <QStandardPaths>

namespace plugsmith::folders {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ProgramName = "plugsmith"_L1;

QMutex workMutex;
QString workFolder; // what was set

QString made(const QString &path)
{
    QDir().mkpath(path);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

} // namespace

QString config()
{
    return made(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u'/' + ProgramName);
}

QString state()
{
#ifdef Q_OS_MACOS
    return made(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u'/' + ProgramName + u"/state");
#else
    // QStandardPaths knows the state folder only from Qt 6.7 on.
    QString base = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(base))
        base = QDir::homePath() + u"/.local/state";
    return made(base + u'/' + ProgramName);
#endif
}

QString data()
{
    return made(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u'/' + ProgramName);
}

QString cache()
{
    return made(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u'/' + ProgramName);
}

QString work()
{
    const QMutexLocker locker(&workMutex);
    if (workFolder.isEmpty())
        return cache() + u"/work";
    return workFolder + u"/plugsmith-work";
}

void setWork(const QString &folder)
{
    const QMutexLocker locker(&workMutex);
    workFolder = expanded(folder);
}

QString helperProgram(const QString &name)
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const char *folder : {"", "/../libexec/plugsmith", "/../lib/plugsmith"}) {
        const QFileInfo program(here + QLatin1StringView(folder) + u'/' + name);
        if (program.isExecutable())
            return program.canonicalFilePath();
    }
    return {};
}

QString shortened(const QString &path)
{
    const QString home = QDir::homePath();
    if (path == home)
        return u"~"_s;
    return path.startsWith(home + u'/') ? u'~' + path.sliced(home.size()) : path;
}

QString expanded(const QString &path)
{
    if (path == "~"_L1 || path.startsWith("~/"_L1))
        return QDir::homePath() + path.sliced(1);
    return path;
}

bool isBelow(const QString &path, const QString &folder)
{
    if (folder.endsWith(u'/')) // the root
        return path.size() > folder.size() && path.startsWith(folder);
    return path.size() > folder.size() && path[folder.size()] == u'/' && path.startsWith(folder);
}

} // namespace plugsmith::folders
