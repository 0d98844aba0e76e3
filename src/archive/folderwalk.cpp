// SPDX-License-Identifier: Apache-2.0
#include "archive/folderwalk.h"

#include "archive/ignorerules.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

namespace plugsmith {
namespace {

constexpr int MaxDepth = 200; // each level keeps a descriptor open

struct FolderTreeText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::FolderTree)
};

QString nameOf(const QString &path)
{
    return QFileInfo(QDir::cleanPath(path)).fileName();
}

struct CloseFolder
{
    void operator()(DIR *folder) const { ::closedir(folder); }
};

/// The names in an open folder; the descriptor stays open.
std::vector<QByteArray> namesIn(int folder)
{
    std::vector<QByteArray> names;
    const std::unique_ptr<DIR, CloseFolder> content(::fdopendir(::fcntl(folder, F_DUPFD_CLOEXEC, 0)));
    while (const dirent *entry = content ? ::readdir(content.get()) : nullptr) {
        const QByteArray name(entry->d_name);
        if (name != "." && name != "..")
            names.push_back(name);
    }
    return names;
}

QByteArray linkTarget(int folder, const QByteArray &name)
{
    std::array<char, 4096> target{};
    const ssize_t length = ::readlinkat(folder, name.constData(), target.data(), target.size());
    return {target.data(), std::max<ssize_t>(length, 0)};
}

} // namespace

FolderDescriptor::~FolderDescriptor()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Error cancelledError(const QString &path)
{
    return {ErrorCode::Cancelled, FolderTreeText::tr("Reading %1 was cancelled").arg(nameOf(path)), {}, {}};
}

Error changedError(const QString &file, const struct stat &status)
{
    const qint64 age = QDateTime::currentSecsSinceEpoch() - static_cast<qint64>(status.st_mtime);
    return {ErrorCode::ReadFailed, FolderTreeText::tr("The source changed during the scan"),
            FolderTreeText::tr("%1 was written %2 s ago.").arg(file).arg(std::max<qint64>(age, 0)), file};
}

Error leavingLinkError(const QString &source, const SourceEntry &link)
{
    return {ErrorCode::Unsafe, FolderTreeText::tr("%1 has a link that leads out of it").arg(nameOf(source)),
            FolderTreeText::tr("The link %1 points to %2.").arg(link.path, link.linkTarget), source};
}

Error FolderWalk::readError(int systemError, const QString &path) const
{
    Error error = errorFromErrno(systemError, FolderTreeText::tr("%1 cannot be read").arg(nameOf(m_path)), path);
    if (error.code == ErrorCode::WriteFailed)
        error.code = ErrorCode::ReadFailed;
    return error;
}

Result<void> FolderWalk::run(const Visitor &visit)
{
    m_leftOut.clear();
    const FolderDescriptor folder(::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen() && errno == ENOTDIR && QFileInfo(m_path).isFile()) {
        return Error{ErrorCode::InvalidInput, FolderTreeText::tr("%1 is not a folder").arg(nameOf(m_path)),
                     FolderTreeText::tr("It is a file, so it can only be read as an archive."), m_path};
    }
    if (!folder.isOpen())
        return readError(errno, m_path);
    return walk(folder.get(), {}, 0, visit);
}

QStringList FolderWalk::leftOut() const
{
    QStringList names = m_leftOut;
    names.sort();
    names.removeDuplicates();
    return names;
}

Result<void> FolderWalk::walk(int folder, const QString &prefix, int depth, const Visitor &visit)
{
    const std::vector<QByteArray> names = namesIn(folder);
    for (const QByteArray &name : names) {
        if (m_stop.stop_requested())
            return cancelledError(m_path);
        FoundEntry found;
        found.folder = folder;
        found.name = name;
        found.entry.path = prefix + QString::fromUtf8(name);
        if (::fstatat(folder, name.constData(), &found.status, AT_SYMLINK_NOFOLLOW) != 0) {
            if (errno == ENOENT) { // removed since the folder was read
                found.status.st_mtime = ::time(nullptr);
                return changedError(found.entry.path, found.status);
            }
            return readError(errno, m_path + u'/' + found.entry.path);
        }
        if (auto taken = take(found, depth, visit); !taken)
            return taken;
    }
    return {};
}

Result<void> FolderWalk::take(FoundEntry &found, int depth, const Visitor &visit)
{
    SourceEntry &entry = found.entry;
    const QString name = QString::fromUtf8(found.name);
    const mode_t mode = found.status.st_mode;
    if (S_ISDIR(mode)) {
        entry.kind = EntryKind::Folder;
    } else if (S_ISLNK(mode)) {
        entry.kind = EntryKind::Link;
        entry.linkTarget = QString::fromUtf8(linkTarget(found.folder, found.name));
    } else {
        entry.size = found.status.st_size;
        entry.contentIsWhole = entry.size == 0;
        entry.executable = (mode & S_IXUSR) != 0;
    }
    const bool isOther = !S_ISDIR(mode) && !S_ISLNK(mode) && !S_ISREG(mode);
    if (isOther || name.toUtf8() != found.name || isLeftOutOfFolder(name, entry.kind)) {
        m_leftOut.append(name);
        return {};
    }
    if (auto visited = visit(found); !visited)
        return visited;
    if (entry.kind != EntryKind::Folder)
        return {};
    if (depth >= MaxDepth)
        return readError(ENAMETOOLONG, m_path + u'/' + entry.path);
    const FolderDescriptor below(
        ::openat(found.folder, found.name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!below.isOpen())
        return readError(errno, m_path + u'/' + entry.path);
    return walk(below.get(), entry.path + u'/', depth + 1, visit);
}

} // namespace plugsmith
