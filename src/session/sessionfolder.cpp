// SPDX-License-Identifier: Apache-2.0
#include "session/sessionfolder.h"

#include "base/folders.h"

#include <QCoreApplication>
#include <QDir>

#include <cerrno>
#include <csignal>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

QString sessionsFolder()
{
    const QString folder = folders::cache() + u"/sessions";
    QDir().mkpath(folder);
    return folder;
}

bool isAlive(qint64 process)
{
    return ::kill(static_cast<pid_t>(process), 0) == 0 || errno != ESRCH;
}

} // namespace

SessionFolder::SessionFolder()
    : m_folder(sessionsFolder() + u'/' + QString::number(QCoreApplication::applicationPid()) + u"-XXXXXX")
{
}

QString SessionFolder::newPluginPath(const QString &name)
{
    return u"%1/%2-%3.so"_s.arg(m_folder.path(), name).arg(++m_count);
}

void SessionFolder::removeStale()
{
    for (const QFileInfo &entry : QDir(sessionsFolder()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isNumber = false;
        const qint64 owner = entry.fileName().section(u'-', 0, 0).toLongLong(&isNumber);
        if (isNumber && owner > 0 && !isAlive(owner))
            QDir(entry.filePath()).removeRecursively();
    }
}

} // namespace plugsmith
