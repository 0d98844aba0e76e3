// SPDX-License-Identifier: Apache-2.0
#include "unpack/commands.h"

#include "unpack/archive.h"
#include "unpack/packer.h"
#include "unpack/sandbox.h"
#include "unpack/treewriter.h"
#include "unpack/unpacktree.h"

#include <cerrno>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace plugsmith::unpack {
namespace {

constexpr qint64 MostOfModuleFile = qint64(16) << 20;
constexpr qint64 WholeGoFile = qint64(128) << 10;
constexpr qint64 StartOfGoFile = qint64(64) << 10;
constexpr qint64 MostContent = qint64(256) << 20;

Outcome<int> openFile(const QByteArray &path)
{
    // O_NONBLOCK: opening a pipe must not wait for a writer.
    const int descriptor = ::open(path.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    struct stat status
    {
    };
    if (descriptor < 0 || ::fstat(descriptor, &status) != 0)
        return systemProblem(Problem::Code::Read, errno, {});
    if (!S_ISREG(status.st_mode))
        return systemProblem(Problem::Code::Read, S_ISDIR(status.st_mode) ? EISDIR : EINVAL, {});
    return descriptor;
}

/// A file without a name, below `folder`. -1 if the system cannot make one.
int openScratch(const QByteArray &folder)
{
#ifdef O_TMPFILE
    const int nameless = ::open(folder.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (nameless >= 0)
        return nameless;
#endif
    QByteArray name = folder + "/.plugsmith-scratch-XXXXXX";
    const int descriptor = ::mkstemp(name.data());
    if (descriptor >= 0)
        ::unlink(name.constData());
    return descriptor;
}

QByteArray temporaryFolder()
{
    const QByteArray stated = qgetenv("TMPDIR");
    return stated.isEmpty() ? QByteArray("/var/tmp") : stated; // large files, so not /tmp, which may be memory
}

/// Progress as a share of the work in bytes. Of a stream, decompressing is the first half.
class Share
{
public:
    Share(Frames &frames, qint64 archiveBytes, bool hasTwoHalves)
        : m_frames(frames)
        , m_half(hasTwoHalves ? archiveBytes : 0)
    {
    }

    void decompressed(qint64 position) { m_frames.progress(position, m_half * 2, {}); }
    void done(qint64 bytes, qint64 total, const QByteArray &name)
    {
        if (m_half == 0 || total == 0) {
            m_frames.progress(bytes, total, name);
            return;
        }
        const double part = static_cast<double>(bytes) / static_cast<double>(total);
        m_frames.progress(m_half + static_cast<qint64>(part * static_cast<double>(m_half)), m_half * 2, name);
    }

private:
    Frames &m_frames;
    qint64 m_half;
};

/// What all commands that read an archive share.
class Reading
{
public:
    Reading(const Arguments &arguments, Frames &frames)
        : m_arguments(arguments)
        , m_frames(frames)
    {
    }

    /// Opens the archive and, if it will be needed, a scratch file in `scratchFolder`.
    Outcome<void> prepare(const QByteArray &scratchFolder)
    {
        const auto descriptor = openFile(m_arguments.paths.first());
        if (!descriptor)
            return descriptor.error();
        m_source = std::make_unique<FileSource>(*descriptor);
        const Format format = detectFormat(*m_source);
        if (format != Format::Foreign)
            m_frames.format(format);
        m_scratch = std::make_unique<FileScratch>(isStream(format) ? openScratch(scratchFolder) : -1);
        m_share = std::make_unique<Share>(m_frames, m_source->size(), isStream(format));
        return {};
    }

    Outcome<void> open(CaseRule caseRule)
    {
        auto archive = Archive::open(*m_source, *m_scratch, m_arguments.limits, caseRule,
                                     [this](qint64 position) { m_share->decompressed(position); });
        if (!archive)
            return archive.error();
        m_archive = std::move(*archive);
        for (const Entry &entry : m_archive->entries())
            m_totalBytes += entry.size;
        return {};
    }

    Archive &archive() { return *m_archive; }
    qint64 totalBytes() const { return m_totalBytes; }
    void reportDone(qint64 bytes, const QByteArray &name) { m_share->done(bytes, m_totalBytes, name); }

private:
    const Arguments &m_arguments;
    Frames &m_frames;
    std::unique_ptr<FileSource> m_source;
    std::unique_ptr<FileScratch> m_scratch;
    std::unique_ptr<Share> m_share;
    std::unique_ptr<Archive> m_archive;
    qint64 m_totalBytes = 0;
};

/// How much of a file a scan of Go sources wants to see; 0 for most files.
qint64 wantedBytes(const Entry &entry)
{
    const QByteArray name = entry.path.mid(entry.path.lastIndexOf('/') + 1);
    if (entry.kind != Entry::Kind::File)
        return 0;
    if (name == "go.mod" || name == "go.sum" || name == "go.work" || entry.path == "vendor/modules.txt" ||
        entry.path.endsWith("/vendor/modules.txt"))
        return qMin(entry.size, MostOfModuleFile);
    if (name.endsWith(".go"))
        return entry.size <= WholeGoFile ? entry.size : StartOfGoFile;
    return 0;
}

Outcome<void> list(const Arguments &arguments, Frames &frames, bool withContent)
{
    Reading reading(arguments, frames);
    if (auto prepared = reading.prepare(temporaryFolder()); !prepared)
        return prepared;
    const int landlock = closeSandbox({});
    if (auto opened = reading.open(CaseRule::Matters); !opened)
        return opened;
    qint64 contentBytes = 0;
    qint64 passedBytes = 0;
    for (const Entry &entry : reading.archive().entries()) {
        passedBytes += entry.size;
        const qint64 wanted = withContent ? wantedBytes(entry) : 0;
        if (wanted == 0 || contentBytes + wanted > MostContent) {
            frames.entry(entry);
            continue;
        }
        QByteArray content;
        content.reserve(static_cast<int>(wanted));
        auto read = reading.archive().read(entry, wanted, [&content](const char *bytes, qint64 count) -> Outcome<void> {
            content.append(bytes, static_cast<int>(count));
            return {};
        });
        if (!read)
            return read;
        contentBytes += wanted;
        frames.entryWithContent(entry, content);
        reading.reportDone(passedBytes, entry.path);
    }
    frames.done(static_cast<qint64>(reading.archive().entries().size()), reading.totalBytes(), landlock);
    return {};
}

/// The destination, made if it is not there. It must be empty, for nothing may be overwritten or mixed.
Outcome<int> openDestination(const QByteArray &path)
{
    if (::mkdir(path.constData(), 0755) != 0 && errno != EEXIST)
        return systemProblem(Problem::Code::Write, errno, {});
    const int folder = ::open(path.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        return systemProblem(Problem::Code::Write, errno, {});
    DIR *content = ::fdopendir(::dup(folder));
    if (content == nullptr)
        return systemProblem(Problem::Code::Write, errno, {});
    int count = 0;
    while (::readdir(content) != nullptr)
        ++count;
    ::closedir(content);
    if (count > 2) // "." and ".."
        return systemProblem(Problem::Code::Write, ENOTEMPTY, {});
    return folder;
}

Outcome<void> unpack(const Arguments &arguments, Frames &frames)
{
    Reading reading(arguments, frames);
    const QByteArray &destination = arguments.paths[1];
    const auto folder = openDestination(destination);
    if (!folder)
        return folder.error();
    if (auto prepared = reading.prepare(destination); !prepared)
        return prepared;
    const CaseRule caseRule = probeCase(*folder);
    const int landlock = closeSandbox({{*folder, Allowance::Access::Create}});
    if (auto opened = reading.open(caseRule); !opened)
        return opened;
    const auto report = [&reading](qint64 done, const QByteArray &name) { reading.reportDone(done, name); };
    if (auto written = unpackTree(reading.archive(), *folder, report); !written)
        return written;
    frames.done(static_cast<qint64>(reading.archive().entries().size()), reading.totalBytes(), landlock);
    return {};
}

Outcome<void> pack(const Arguments &arguments, Frames &frames)
{
    const auto list = openFile(arguments.paths[2]);
    if (!list)
        return list.error();
    const FileSource listSource(*list);
    QByteArrayList names = listSource.bytesAt(0, listSource.size()).split('\0');
    names.removeAll({});
    const int folder = ::open(arguments.paths[0].constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return systemProblem(Problem::Code::Read, errno, {});
    const int output = ::open(arguments.paths[1].constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (output < 0)
        return systemProblem(Problem::Code::Write, errno, {});
    const int landlock = closeSandbox({{folder, Allowance::Access::Read}});
    const auto packed =
        packZip(folder, names, output, arguments.limits, [&frames](qint64 done, const QByteArray &name) {
            frames.progress(done, 0, name); // how much is to come, the asking side knows
        });
    if (!packed)
        return packed.error();
    if (::fsync(output) != 0 || ::close(output) != 0)
        return systemProblem(Problem::Code::Write, errno, {});
    frames.done(packed->entries, packed->bytes, landlock);
    return {};
}

} // namespace

Outcome<void> run(const Arguments &arguments, Frames &frames)
{
    switch (arguments.command) {
    case Command::List:
        return list(arguments, frames, false);
    case Command::Read:
        return list(arguments, frames, true);
    case Command::Unpack:
        return unpack(arguments, frames);
    case Command::Pack:
        return pack(arguments, frames);
    }
    return {};
}

} // namespace plugsmith::unpack
