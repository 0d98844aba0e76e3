// SPDX-License-Identifier: Apache-2.0
#include "build/workarea.h"

#include "base/folders.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QThreadPool>
#include <QUuid>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr auto LockName = "/.lock"_L1;
constexpr qsizetype IdLength = 12; // see isId()

QString workRoot()
{
    const QString root = folders::work();
    QDir().mkpath(root);
    return root;
}

bool isId(const QString &name)
{
    static const QRegularExpression pattern(u"^[0-9a-f]{12}$"_s);
    return pattern.match(name).hasMatch();
}

int openLock(const QString &folder, int flags)
{
    return ::open(QFile::encodeName(folder + LockName).constData(), flags | O_CLOEXEC, 0600);
}

} // namespace

WorkArea::WorkArea(QString folder, int lock)
    : m_folder(std::move(folder))
    , m_lock(lock)
{
}

Result<std::shared_ptr<WorkArea>> WorkArea::create()
{
    const QString id = QUuid::createUuid().toString(QUuid::Id128).first(IdLength);
    const QString folder = workRoot() + u'/' + id;
    if (!QDir().mkpath(folder)) {
        return errorFromErrno(
            errno, QCoreApplication::translate("plugsmith::WorkArea", "No work folder could be made."), folder);
    }
    const int lock = openLock(folder, O_RDWR | O_CREAT);
    if (lock < 0 || ::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const int systemError = errno;
        if (lock >= 0)
            ::close(lock);
        return errorFromErrno(
            systemError, QCoreApplication::translate("plugsmith::WorkArea", "No work folder could be made."), folder);
    }
    return std::shared_ptr<WorkArea>(new WorkArea(folder, lock));
}

WorkArea::~WorkArea()
{
    if (!m_isKept) {
        // Thousands of files may lie in it: not the business of the thread that drops the last reference. At the end of
        // the program the pool is waited for; should that be cut short, the next start removes the rest.
        QThreadPool::globalInstance()->start([folder = m_folder, lock = m_lock] {
            removeFolder(folder);
            ::close(lock);
        });
        return;
    }
    QFile::remove(m_folder + LockName);
    ::close(m_lock);
}

void WorkArea::removeStale()
{
    const QStringList names = QDir(workRoot()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const QString folder = workRoot() + u'/' + name;
        const int lock = openLock(folder, O_RDWR);
        if (lock < 0)
            continue; // kept on purpose, or just being made by another instance
        if (::flock(lock, LOCK_EX | LOCK_NB) == 0)
            removeFolder(folder);
        ::close(lock);
    }
}

void WorkArea::removeKept(int days)
{
    const QDateTime limit =
        QDateTime::currentDateTimeUtc().addDays(-qMax(1, days)); // never one that is just being made
    const QFileInfoList entries = QDir(workRoot()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        const QString folder = entry.absoluteFilePath();
        if (isId(entry.fileName()) && !QFile::exists(folder + LockName) && entry.lastModified() < limit)
            removeFolder(folder);
    }
}

void removeFolder(const QString &folder)
{
    if (QDir(folder).removeRecursively())
        return;
    // What could not be removed lies in a folder without write permission.
    constexpr auto Owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QDirIterator it(folder, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        if (!it.fileInfo().isWritable())
            QFile::setPermissions(path, Owner);
    }
    QDir(folder).removeRecursively();
}

} // namespace plugsmith
