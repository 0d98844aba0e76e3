// SPDX-License-Identifier: Apache-2.0
#include "unpack/packer.h"

#include "unpack/names.h"

#include <KZip>

#include <QDateTime>
#include <QFile>
#include <QTimeZone>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace plugsmith::unpack {
namespace {

constexpr qint64 MostEntries = 0xFFFF; // KZip writes no zip64
constexpr qint64 MostBytes = 0xFFFFFFFF;
constexpr qint64 Chunk = 1 << 18;

/// Where an entry is to be found, and what is there.
struct Item
{
    int folder;
    QByteArray name;
    struct stat status
    {
    };

    QString text() const { return QString::fromUtf8(name); }
    QDateTime modified() const { return QDateTime::fromSecsSinceEpoch(status.st_mtime, QTimeZone::utc()); }
};

class Packer
{
public:
    Packer(int output, const Limits &limits, const PackProgress &progress)
        : m_zip(&m_file)
        , m_limits(limits)
        , m_progress(progress)
    {
        m_isOpen =
            m_file.open(output, QIODevice::WriteOnly, QFileDevice::DontCloseHandle) && m_zip.open(QIODevice::WriteOnly);
        m_zip.setCompression(KZip::DeflateCompression);
        m_zip.setExtraField(KZip::ModificationTime);
    }

    Outcome<PackReport> run(int folder, const QByteArrayList &names)
    {
        if (!m_isOpen)
            return failed({});
        if (names.size() > MostEntries)
            return tooLarge("zip", names.size(), MostEntries);
        for (const QByteArray &name : names) {
            Item item{folder, name};
            const auto clean = cleanName(name);
            if (!clean || *clean != name)
                return refused(Problem::Code::Outside, name, {});
            if (::fstatat(folder, name.constData(), &item.status, AT_SYMLINK_NOFOLLOW) != 0)
                return systemProblem(Problem::Code::Read, errno, name);
            if (auto added = add(item); !added)
                return added.error();
            ++m_report.entries;
        }
        const bool isWritten = m_zip.close();
        m_file.close(); // flushes
        if (!isWritten || m_file.error() != QFileDevice::NoError)
            return failed({});
        return m_report;
    }

private:
    Problem failed(const QByteArray &name) const
    {
        const bool isFull = m_file.error() == QFileDevice::ResourceError;
        Problem problem = systemProblem(Problem::Code::Write, isFull ? ENOSPC : EIO, name);
        problem.detail = m_zip.errorString().toUtf8();
        return problem;
    }

    Outcome<void> add(const Item &item)
    {
        if (S_ISDIR(item.status.st_mode)) {
            return m_zip.writeDir(item.text(), {}, {}, 040755, {}, item.modified(), {}) ? Outcome<void>()
                                                                                        : failed(item.name);
        }
        if (S_ISLNK(item.status.st_mode))
            return addLink(item);
        if (S_ISREG(item.status.st_mode))
            return addFile(item);
        return refused(Problem::Code::Unsafe, item.name, "device");
    }

    Outcome<void> addLink(const Item &item)
    {
        std::array<char, 4096> target{};
        const ssize_t length = ::readlinkat(item.folder, item.name.constData(), target.data(), target.size());
        if (length <= 0)
            return systemProblem(Problem::Code::Read, errno, item.name);
        const QString text = QString::fromUtf8(target.data(), static_cast<int>(length));
        return m_zip.writeSymLink(item.text(), text, {}, {}, 0120777, {}, item.modified(), {}) ? Outcome<void>()
                                                                                               : failed(item.name);
    }

    Outcome<void> addFile(const Item &item)
    {
        const qint64 size = item.status.st_size;
        if (size > m_limits.maxEntryBytes)
            return tooLarge("entry", size, m_limits.maxEntryBytes, item.name);
        if (m_report.bytes + size > std::min(m_limits.maxTotalBytes, MostBytes))
            return tooLarge("total", m_report.bytes + size, std::min(m_limits.maxTotalBytes, MostBytes));
        const int input = ::openat(item.folder, item.name.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
        if (input < 0)
            return systemProblem(Problem::Code::Read, errno, item.name);
        auto copied = copy(item, input, size);
        ::close(input);
        return copied;
    }

    Outcome<void> copy(const Item &item, int input, qint64 size)
    {
        const mode_t mode = (item.status.st_mode & S_IXUSR) != 0 ? 0100755 : 0100644;
        if (!m_zip.prepareWriting(item.text(), {}, {}, size, mode, {}, item.modified(), {}))
            return failed(item.name);
        qint64 done = 0;
        for (;;) {
            const ssize_t got = ::read(input, m_buffer.data(), static_cast<size_t>(m_buffer.size()));
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return systemProblem(Problem::Code::Read, errno, item.name);
            done += got;
            if (done > size || (got == 0 && done < size)) // someone writes to it
                return refused(Problem::Code::Unsafe, item.name, "changed");
            if (got == 0)
                break;
            if (!m_zip.writeData(m_buffer.constData(), got))
                return failed(item.name);
            m_report.bytes += got;
            m_progress(m_report.bytes, item.name);
        }
        return m_zip.finishWriting(size) ? Outcome<void>() : failed(item.name);
    }

    QFile m_file; // outlives m_zip
    KZip m_zip;
    const Limits &m_limits;
    const PackProgress &m_progress;
    PackReport m_report;
    QByteArray m_buffer = QByteArray(Chunk, Qt::Uninitialized);
    bool m_isOpen = false;
};

} // namespace

Outcome<PackReport> packZip(int folder, const QByteArrayList &names, int output, const Limits &limits,
                            const PackProgress &progress)
{
    return Packer(output, limits, progress).run(folder, names);
}

} // namespace plugsmith::unpack
