// SPDX-License-Identifier: Apache-2.0
#include "unpack/treewriter.h"

#include <QByteArrayList>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace plugsmith::unpack {
namespace {

QByteArray nameIn(const QByteArray &path)
{
    return path.mid(path.lastIndexOf('/') + 1);
}

std::array<timespec, 2> timesOf(const Entry &entry)
{
    timespec modified{};
    modified.tv_sec = static_cast<time_t>(entry.modified);
    timespec accessed{};
    accessed.tv_nsec = UTIME_OMIT;
    return {accessed, modified};
}

} // namespace

CaseRule probeCase(int folder)
{
    constexpr auto Name = ".plugsmith-case-probe";
    constexpr auto Other = ".PLUGSMITH-CASE-PROBE";
    struct stat status
    {
    };
    if (::mkdirat(folder, Name, 0700) != 0)
        return CaseRule::Matters; // writing will fail with a better message
    const bool isSame = ::fstatat(folder, Other, &status, AT_SYMLINK_NOFOLLOW) == 0;
    ::unlinkat(folder, Name, AT_REMOVEDIR);
    return isSame ? CaseRule::Ignored : CaseRule::Matters;
}

TreeWriter::~TreeWriter()
{
    closeFile();
    if (m_parent >= 0)
        ::close(m_parent);
}

void TreeWriter::closeFile()
{
    if (m_file >= 0)
        ::close(m_file);
    m_file = -1;
}

Outcome<int> TreeWriter::openParent(const QByteArray &path)
{
    const int slash = static_cast<int>(path.lastIndexOf('/'));
    if (slash < 0)
        return m_root;
    const QByteArray wanted = path.left(slash);
    if (m_parent >= 0 && m_parentPath == wanted)
        return m_parent;
    int at = m_root;
    const auto components = wanted.split('/');
    for (const QByteArray &component : components) {
        const int next = ::openat(at, component.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        const int problem = errno;
        if (at != m_root)
            ::close(at);
        if (next < 0)
            return systemProblem(Problem::Code::Write, problem, path);
        at = next;
    }
    if (m_parent >= 0)
        ::close(m_parent);
    m_parent = at;
    m_parentPath = wanted;
    return at;
}

Outcome<void> TreeWriter::makeFolder(const Entry &entry)
{
    const auto parent = openParent(entry.path);
    if (!parent)
        return parent.error();
    if (::mkdirat(*parent, nameIn(entry.path).constData(), 0755) != 0)
        return systemProblem(Problem::Code::Write, errno, entry.path);
    return {};
}

Outcome<void> TreeWriter::beginFile(const Entry &entry)
{
    const auto parent = openParent(entry.path);
    if (!parent)
        return parent.error();
    closeFile();
    m_filePath = entry.path;
    m_file = ::openat(*parent, nameIn(entry.path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                      entry.executable ? 0755 : 0644);
    if (m_file < 0)
        return systemProblem(Problem::Code::Write, errno, entry.path);
    return {};
}

Outcome<void> TreeWriter::write(const char *bytes, qint64 count)
{
    while (count > 0) {
        const ssize_t written = ::write(m_file, bytes, static_cast<size_t>(count));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return systemProblem(Problem::Code::Write, errno, m_filePath);
        bytes += written;
        count -= written;
    }
    return {};
}

Outcome<void> TreeWriter::endFile(const Entry &entry)
{
    if (entry.modified >= 0)
        ::futimens(m_file, timesOf(entry).data()); // a time that cannot be kept is no reason to stop
    const bool isClosed = ::close(m_file) == 0;    // network file systems report a full disk here
    m_file = -1;
    return isClosed ? Outcome<void>() : Outcome<void>(systemProblem(Problem::Code::Write, errno, entry.path));
}

Outcome<void> TreeWriter::makeLink(const Entry &entry)
{
    const auto parent = openParent(entry.path);
    if (!parent)
        return parent.error();
    const QByteArray name = nameIn(entry.path);
    if (::symlinkat(entry.target.constData(), *parent, name.constData()) != 0)
        return systemProblem(Problem::Code::Write, errno, entry.path);
    if (entry.modified >= 0)
        ::utimensat(*parent, name.constData(), timesOf(entry).data(), AT_SYMLINK_NOFOLLOW);
    return {};
}

void TreeWriter::setFolderTime(const Entry &entry)
{
    const auto parent = entry.modified >= 0 ? openParent(entry.path) : Outcome<int>(-1);
    if (parent && *parent >= 0)
        ::utimensat(*parent, nameIn(entry.path).constData(), timesOf(entry).data(), AT_SYMLINK_NOFOLLOW);
}

} // namespace plugsmith::unpack
