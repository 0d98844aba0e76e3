// SPDX-License-Identifier: Apache-2.0
#include "gobinary/mappedfile.h"

#include "base/filetimes.h"
#include "gobinary/shrinkguard.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace plugsmith {
namespace {

struct BinaryFileText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::BinaryFile)
};

Error readError(int systemError, const QString &path)
{
    Error error =
        errorFromErrno(systemError, BinaryFileText::tr("%1 cannot be read").arg(QFileInfo(path).fileName()), path);
    if (error.code == ErrorCode::WriteFailed)
        error.code = ErrorCode::ReadFailed;
    return error;
}

FileIdentity identityOf(const struct stat &status)
{
    return {status.st_dev, status.st_ino, status.st_size, nanoseconds(modifiedTime(status)),
            nanoseconds(changedTime(status))};
}

} // namespace

MappedFile::MappedFile() = default;
MappedFile::~MappedFile() = default;
MappedFile::MappedFile(MappedFile &&other) noexcept = default;

MappedFile &MappedFile::operator=(MappedFile &&other) noexcept
{
    m_guard = std::move(other.m_guard); // first, while the old mapping is still there
    m_file = std::move(other.m_file);
    m_bytes = std::exchange(other.m_bytes, {});
    m_identity = other.m_identity;
    return *this;
}

Result<MappedFile> MappedFile::open(const QString &path)
{
    MappedFile mapped;
    mapped.m_file = std::make_unique<QFile>();
    // Non-blocking, because opening a pipe would wait for a writer.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return readError(errno, path);
    // Cannot fail: the descriptor is open. From here on the file closes it.
    mapped.m_file->open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return readError(errno, path);
    if (!S_ISREG(status.st_mode)) {
        return Error{ErrorCode::Foreign, BinaryFileText::tr("%1 cannot be read").arg(QFileInfo(path).fileName()),
                     BinaryFileText::tr("It is not a regular file."), path};
    }
    mapped.m_identity = identityOf(status);
    const qint64 size = status.st_size;
    if (size == 0)
        return mapped;
    const uchar *start = mapped.m_file->map(0, size);
    if (start == nullptr) {
        return Error{ErrorCode::ReadFailed, BinaryFileText::tr("%1 cannot be read").arg(QFileInfo(path).fileName()),
                     BinaryFileText::tr("The system cannot map it into memory."), mapped.m_file->errorString()};
    }
    mapped.m_guard = std::make_unique<ShrinkGuard>(start, static_cast<std::size_t>(size));
    mapped.m_bytes = QByteArrayView(start, size);
    return mapped;
}

int MappedFile::handle() const
{
    return m_file->handle();
}

bool MappedFile::isUnchanged() const
{
    struct stat status = {};
    return ::fstat(handle(), &status) == 0 && identityOf(status) == m_identity;
}

bool MappedFile::wasCut() const
{
    return m_guard && m_guard->wasHit();
}

} // namespace plugsmith
