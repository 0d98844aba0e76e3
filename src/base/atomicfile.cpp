// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef Q_OS_LINUX
#include <linux/fs.h>
#include <sys/ioctl.h>
#endif

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr auto TemporaryMark = ".plugsmith-"_L1;

struct AtomicFileText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::AtomicFile)
};

Error writeError(int systemError, const QString &path)
{
    const QFileInfo info(path);
    const QString folder = info.absolutePath();
    QString name = info.fileName();
    if (isTemporaryName(name))
        name = finalNameOfTemporary(name);
    return errorFromErrno(systemError, AtomicFileText::tr("%1 was not written.").arg(name), folder);
}

/// A file descriptor that closes itself.
class Descriptor
{
public:
    Descriptor(const QString &path, int flags, mode_t mode = 0)
        : m_fd(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, mode))
    {
    }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd;
};

bool writeAll(int fd, const char *data, qint64 size)
{
    while (size > 0) {
        const ssize_t written = ::write(fd, data, static_cast<size_t>(size));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        data += written;
        size -= written;
    }
    return true;
}

bool copyBytes(int from, int to)
{
#ifdef Q_OS_LINUX
    if (::ioctl(to, FICLONE, from) == 0)
        return true;
#endif
    QByteArray buffer(1 << 20, Qt::Uninitialized);
    for (;;) {
        const ssize_t got = ::read(from, buffer.data(), static_cast<size_t>(buffer.size()));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0;
        if (!writeAll(to, buffer.constData(), got))
            return false;
    }
}

} // namespace

QString temporaryNameFor(const QString &path)
{
    const QFileInfo info(path);
    const quint32 random = QRandomGenerator::global()->generate();
    const QString owner = QString::number(::getpid());
    return info.path() + u'/' + TemporaryMark + owner + u'-' + QString::number(random, 16) + u'-' + info.fileName();
}

bool isTemporaryName(const QString &fileName)
{
    return fileName.startsWith(TemporaryMark);
}

std::optional<qint64> ownerOfTemporaryName(const QString &fileName)
{
    if (!isTemporaryName(fileName))
        return std::nullopt;
    bool isNumber = false;
    const qint64 owner = fileName.sliced(TemporaryMark.size()).section(u'-', 0, 0).toLongLong(&isNumber);
    return isNumber && owner > 0 ? std::optional(owner) : std::nullopt;
}

QString finalNameOfTemporary(const QString &fileName)
{
    return fileName.sliced(TemporaryMark.size()).section(u'-', 2);
}

Result<void> syncFile(const QString &path)
{
    const Descriptor file(path, O_RDONLY);
    if (!file.isOpen() || ::fsync(file.get()) != 0)
        return writeError(errno, path);
    return {};
}

Result<void> syncFolder(const QString &folder)
{
    const Descriptor file(folder, O_RDONLY | O_DIRECTORY);
    // Some network file systems cannot sync a folder (EINVAL); the rename itself has happened then all the same.
    if (!file.isOpen() || (::fsync(file.get()) != 0 && errno != EINVAL && errno != ENOTSUP))
        return writeError(errno, folder);
    return {};
}

Result<void> renameOver(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return writeError(errno, to);
    return {};
}

Result<void> copyDurably(const QString &from, const QString &to)
{
    const Descriptor source(from, O_RDONLY);
    struct stat status
    {
    };
    if (!source.isOpen() || ::fstat(source.get(), &status) != 0)
        return errorFromErrno(errno, AtomicFileText::tr("%1 cannot be read.").arg(QFileInfo(from).fileName()), from);
    const Descriptor target(to, O_WRONLY | O_CREAT | O_EXCL, status.st_mode & 0777);
    if (!target.isOpen())
        return writeError(errno, to);
    if (!copyBytes(source.get(), target.get()) || ::fsync(target.get()) != 0) {
        const Error error = writeError(errno, to);
        QFile::remove(to);
        return error;
    }
    return {};
}

Result<void> writeDurably(const QString &path, const QByteArray &bytes)
{
    const Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (!file.isOpen())
        return writeError(errno, path);
    if (!writeAll(file.get(), bytes.constData(), bytes.size()) || ::fsync(file.get()) != 0) {
        const Error error = writeError(errno, path);
        QFile::remove(path);
        return error;
    }
    return {};
}

Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes)
{
    const QString temporary = temporaryNameFor(path);
    if (auto written = writeDurably(temporary, bytes); !written)
        return written;
    if (auto renamed = renameOver(temporary, path); !renamed) {
        QFile::remove(temporary);
        return renamed;
    }
    return syncFolder(QFileInfo(path).absolutePath());
}

} // namespace plugsmith
