// SPDX-License-Identifier: Apache-2.0
#include "models/logfile.h"

#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

namespace plugsmith {
namespace {

constexpr qint64 BufferBytes = 1 << 20;

} // namespace

std::shared_ptr<const LogFile> LogFile::open(const QString &path)
{
    std::shared_ptr<LogFile> file(new LogFile(path)); // NOLINT(modernize-make-shared): the constructor is private
    if (path.isEmpty() || !file->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return nullptr;
    return file;
}

QByteArray LogFile::read(qint64 offset, qint64 count) const
{
    if (count <= 0)
        return {};
    QByteArray bytes(count, Qt::Uninitialized);
    qint64 done = 0;
    while (done < count) {
        const auto got =
            ::pread(m_file.handle(), bytes.data() + done, static_cast<std::size_t>(count - done), offset + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        done += got;
    }
    bytes.truncate(done);
    return bytes;
}

qint64 LogFile::size() const
{
    struct stat facts = {};
    return ::fstat(m_file.handle(), &facts) == 0 ? static_cast<qint64>(facts.st_size) : 0;
}

bool LogFile::isReplaced() const
{
    struct stat ours = {};
    struct stat theirs = {};
    return ::fstat(m_file.handle(), &ours) == 0 &&
           ::stat(QFile::encodeName(m_file.fileName()).constData(), &theirs) == 0 &&
           (ours.st_ino != theirs.st_ino || ours.st_dev != theirs.st_dev);
}

bool LogLineReader::readMore()
{
    const QByteArray more = m_file.read(m_from, qMin(BufferBytes, m_to - m_from));
    if (more.isEmpty())
        return false;
    m_from += more.size();
    m_buffer = m_at < m_buffer.size() ? m_buffer.sliced(m_at) + more : more;
    m_at = 0;
    return true;
}

bool LogLineReader::next(QByteArrayView *line)
{
    qsizetype searched = m_at;
    for (;;) {
        const auto *begin = m_buffer.constData();
        const void *end = searched < m_buffer.size() ? std::memchr(begin + searched, '\n',
                                                                   static_cast<std::size_t>(m_buffer.size() - searched))
                                                     : nullptr;
        if (end) {
            const qsizetype at = static_cast<const char *>(end) - begin;
            *line = QByteArrayView(m_buffer).sliced(m_at, at - m_at);
            m_at = at + 1;
            return true;
        }
        const qsizetype rest = m_buffer.size() - m_at;
        if (!readMore()) {
            *line = QByteArrayView(m_buffer).sliced(m_at);
            m_at = m_buffer.size();
            return rest > 0;
        }
        searched = rest;
    }
}

} // namespace plugsmith
