// SPDX-License-Identifier: Apache-2.0
#include "archive/foldertree.h"

#include "archive/folderwalk.h"
#include "archive/pathrules.h"
#include "archive/scancontent.h"
#include "base/filetimes.h"
#include "base/sha256.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

#ifdef Q_OS_LINUX
#include <linux/fs.h>
#include <sys/ioctl.h>
#endif

namespace plugsmith {
namespace {

constexpr qsizetype Chunk = 1 << 20;

struct FolderTreeText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::FolderTree)
};

/// `what` and `needed` are told as the archive worker does, so that whoever offers to raise the limit knows which.
Error tooLarge(const QString &path, const QString &reason, QLatin1StringView what, qint64 needed)
{
    const QJsonObject report{{QStringLiteral("what"), what}, {QStringLiteral("needed"), needed}};
    return {ErrorCode::TooLarge, FolderTreeText::tr("%1 is too large").arg(QFileInfo(path).fileName()), reason,
            QString::fromUtf8(QJsonDocument(report).toJson(QJsonDocument::Compact))};
}

/// Takes the bytes of a file piece by piece; false when it could not (errno).
using Taker = std::function<bool(QByteArrayView bytes)>;

/// Reads files of one source and notices when somebody writes to them meanwhile.
class FileReader
{
public:
    FileReader(QString source, const std::stop_token &stop)
        : m_source(std::move(source))
        , m_stop(stop)
    {
    }

    FolderDescriptor open(const FoundEntry &found) const
    {
        return FolderDescriptor(::openat(found.folder, found.name.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    }

    /// Hands the first `most` bytes of an open file to `take`.
    Result<void> read(int file, const FoundEntry &found, qint64 most, const Taker &take)
    {
        qint64 done = 0;
        while (done < most) {
            if (m_stop.stop_requested())
                return cancelledError(m_source);
            const auto wanted = static_cast<size_t>(std::min<qint64>(m_buffer.size(), most - done));
            const ssize_t got = ::read(file, m_buffer.data(), wanted);
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return problem(found);
            if (got == 0)
                return changedError(found.entry.path, found.status);
            if (!take(QByteArrayView(m_buffer.constData(), got)))
                return problem(found);
            done += got;
        }
        struct stat now
        {
        };
        if (::fstat(file, &now) != 0)
            return problem(found);
        const bool isSame = now.st_size == found.status.st_size &&
                            nanoseconds(modifiedTime(now)) == nanoseconds(modifiedTime(found.status));
        return isSame ? Result<void>() : changedError(found.entry.path, now);
    }

    Error problem(const FoundEntry &found) const
    {
        const QString path = m_source + u'/' + found.entry.path;
        return errorFromErrno(errno, FolderTreeText::tr("%1 cannot be read").arg(found.entry.path), path);
    }

private:
    QString m_source;
    const std::stop_token &m_stop;
    QByteArray m_buffer = QByteArray(Chunk, Qt::Uninitialized);
};

Result<void> readContent(FileReader &reader, const FoundEntry &found, SourceEntry &entry, qint64 wanted)
{
    const FolderDescriptor file = reader.open(found);
    if (!file.isOpen())
        return reader.problem(found);
    entry.content.reserve(wanted);
    entry.contentIsWhole = wanted == entry.size;
    return reader.read(file.get(), found, wanted, [&entry](QByteArrayView bytes) {
        entry.content.append(bytes);
        return true;
    });
}

Result<void> checkLimits(const SourceTree &tree, const ArchiveLimits &limits)
{
    if (tree.entries.size() > limits.maxEntries) {
        return tooLarge(
            tree.originPath,
            FolderTreeText::tr("It holds more than %1 files and folders.").arg(QLocale().toString(limits.maxEntries)),
            QLatin1StringView("entries"), tree.entries.size());
    }
    if (tree.totalBytes > limits.maxTotalBytes) {
        return tooLarge(
            tree.originPath,
            FolderTreeText::tr("It holds more than %1.").arg(QLocale().formattedDataSize(limits.maxTotalBytes)),
            QLatin1StringView("total"), tree.totalBytes);
    }
    return {};
}

/// Shares the blocks of `from` with `to` where the file system can.
bool cloneFile(int from, int to)
{
#ifdef FICLONE
    return ::ioctl(to, FICLONE, from) == 0;
#else
    Q_UNUSED(from)
    Q_UNUSED(to)
    return false;
#endif
}

bool writeAll(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(file, bytes.data(), static_cast<size_t>(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}

/// Copies entries one by one into a new folder, hashing them on the way.
class Copy
{
public:
    Copy(const QString &from, QString to, const std::stop_token &stop)
        : m_reader(from, stop)
        , m_to(std::move(to))
    {
    }

    Result<void> add(const FoundEntry &found)
    {
        m_current = found.entry.path;
        const QByteArray target = targetOf(found.entry);
        switch (found.entry.kind) {
        case EntryKind::Folder:
            if (::mkdir(target.constData(), 0755) != 0)
                return writeError();
            m_builder.add(found.entry, {});
            return {};
        case EntryKind::Link:
            m_links.append(found.entry);
            m_builder.add(found.entry, {});
            return {};
        case EntryKind::File:
            break;
        }
        return addFile(found, target);
    }

    /// Links come last: nothing is ever written through one.
    Result<TreeDigest> finish(const QString &source)
    {
        sortByPath(m_links);
        if (const SourceEntry *link = linkThatLeaves(m_links))
            return leavingLinkError(source, *link);
        for (const SourceEntry &link : std::as_const(m_links)) {
            m_current = link.path;
            if (::symlink(link.linkTarget.toUtf8().constData(), targetOf(link).constData()) != 0)
                return writeError();
        }
        return m_builder.finish();
    }

    Error writeError() const
    {
        return errorFromErrno(errno, FolderTreeText::tr("%1 was not copied").arg(m_current), m_to);
    }

private:
    QByteArray targetOf(const SourceEntry &entry) const { return QFile::encodeName(m_to + u'/' + entry.path); }

    Result<void> addFile(const FoundEntry &found, const QByteArray &target)
    {
        const FolderDescriptor from = m_reader.open(found);
        if (!from.isOpen())
            return m_reader.problem(found);
        const FolderDescriptor to(::open(target.constData(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                                         found.entry.executable ? 0755 : 0644));
        if (!to.isOpen())
            return writeError();
        const bool isCloned = cloneFile(from.get(), to.get());
        Sha256 hash;
        bool isWritten = true;
        auto read = m_reader.read(from.get(), found, found.entry.size, [&](QByteArrayView bytes) {
            hash.add(bytes);
            isWritten = isCloned || writeAll(to.get(), bytes);
            return isWritten;
        });
        if (!isWritten)
            return writeError();
        if (!read)
            return read;
        const timespec times[] = {modifiedTime(found.status), modifiedTime(found.status)};
        ::futimens(to.get(), times); // a time that cannot be kept is no reason to stop
        m_builder.add(found.entry, hash.take());
        return {};
    }

    FileReader m_reader;
    QString m_to;
    QString m_current;
    TreeDigestBuilder m_builder;
    QList<SourceEntry> m_links;
};

} // namespace

Result<SourceTree> readFolder(const QString &path, const ArchiveLimits &limits, bool withContent,
                              const std::stop_token &stop)
{
    SourceTree tree;
    tree.originPath = path;
    tree.isFolder = true;
    FileReader reader(path, stop);
    FolderWalk walk(path, stop);
    qint64 contentBytes = 0;
    auto walked = walk.run([&](const FoundEntry &found) -> Result<void> {
        SourceEntry entry = found.entry;
        tree.totalBytes += entry.size;
        const bool isFile = withContent && entry.kind == EntryKind::File;
        const qint64 wanted = isFile ? scanContentBytes(entry.path, entry.size) : 0;
        if (wanted > 0 && contentBytes + wanted <= MaxScanContent) {
            if (auto read = readContent(reader, found, entry, wanted); !read)
                return read;
            contentBytes += wanted;
        }
        tree.entries.append(std::move(entry));
        return checkLimits(tree, limits);
    });
    if (!walked)
        return walked.error();
    sortByPath(tree.entries);
    if (const SourceEntry *link = linkThatLeaves(tree.entries))
        return leavingLinkError(path, *link);
    tree.leftOut = walk.leftOut();
    return tree;
}

Result<TreeDigest> copyFolder(const QString &from, const QString &to, const std::stop_token &stop)
{
    Copy copy(from, to, stop);
    if (::mkdir(QFile::encodeName(to).constData(), 0755) != 0)
        return errorFromErrno(errno, FolderTreeText::tr("%1 was not copied").arg(QFileInfo(from).fileName()), to);
    auto walked = FolderWalk(from, stop).run([&copy](const FoundEntry &found) { return copy.add(found); });
    auto digest = walked ? copy.finish(from) : Result<TreeDigest>(walked.error());
    if (!digest)
        QDir(to).removeRecursively();
    return digest;
}

Result<TreeDigest> digestFolder(const QString &path, const std::stop_token &stop)
{
    FileReader reader(path, stop);
    TreeDigestBuilder builder;
    QList<SourceEntry> links;
    auto walked = FolderWalk(path, stop).run([&](const FoundEntry &found) -> Result<void> {
        Sha256 hash;
        if (found.entry.kind == EntryKind::Link)
            links.append(found.entry);
        if (found.entry.kind == EntryKind::File) {
            const FolderDescriptor file = reader.open(found);
            if (!file.isOpen())
                return reader.problem(found);
            auto read = reader.read(file.get(), found, found.entry.size, [&hash](QByteArrayView bytes) {
                hash.add(bytes);
                return true;
            });
            if (!read)
                return read;
        }
        builder.add(found.entry, found.entry.kind == EntryKind::File ? hash.take() : QByteArray());
        return {};
    });
    if (!walked)
        return walked.error();
    sortByPath(links);
    if (const SourceEntry *link = linkThatLeaves(links))
        return leavingLinkError(path, *link);
    return builder.finish();
}

} // namespace plugsmith
