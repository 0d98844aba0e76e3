// SPDX-License-Identifier: Apache-2.0
#include "unpack/bytesource.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

namespace plugsmith::unpack {
namespace {

qint64 readDescriptor(int descriptor, qint64 position, char *to, qint64 count)
{
    qint64 done = 0;
    while (done < count) {
        const ssize_t got = ::pread(descriptor, to + done, static_cast<size_t>(count - done), position + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        done += got;
    }
    return done;
}

qint64 readMemory(const QByteArray &bytes, qint64 position, char *to, qint64 count)
{
    if (position < 0 || position >= bytes.size())
        return 0;
    const qint64 got = std::min<qint64>(count, bytes.size() - position);
    if (got > 0)
        std::memcpy(to, bytes.constData() + position, static_cast<size_t>(got));
    return got;
}

} // namespace

QByteArray ByteSource::bytesAt(qint64 position, qint64 count) const
{
    QByteArray bytes(static_cast<int>(std::clamp<qint64>(size() - position, 0, count)), Qt::Uninitialized);
    bytes.resize(static_cast<int>(readAt(position, bytes.data(), bytes.size())));
    return bytes;
}

FileSource::FileSource(int descriptor)
    : m_descriptor(descriptor)
{
    struct stat status
    {
    };
    if (::fstat(descriptor, &status) == 0)
        m_size = status.st_size;
}

FileSource::~FileSource()
{
    ::close(m_descriptor);
}

qint64 FileSource::readAt(qint64 position, char *to, qint64 count) const
{
    return readDescriptor(m_descriptor, position, to, std::min(count, m_size - position));
}

qint64 MemorySource::readAt(qint64 position, char *to, qint64 count) const
{
    return readMemory(m_bytes, position, to, count);
}

FileScratch::~FileScratch()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

qint64 FileScratch::readAt(qint64 position, char *to, qint64 count) const
{
    return readDescriptor(m_descriptor, position, to, std::min(count, m_size - position));
}

bool FileScratch::append(const char *bytes, qint64 count)
{
    while (count > 0) {
        const ssize_t written = ::pwrite(m_descriptor, bytes, static_cast<size_t>(count), m_size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        count -= written;
        m_size += written;
    }
    return true;
}

qint64 MemoryScratch::readAt(qint64 position, char *to, qint64 count) const
{
    return readMemory(m_bytes, position, to, count);
}

bool MemoryScratch::append(const char *bytes, qint64 count)
{
    m_bytes.append(bytes, static_cast<int>(count));
    return true;
}

} // namespace plugsmith::unpack
