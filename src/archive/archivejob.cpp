// SPDX-License-Identifier: Apache-2.0
#include "archive/archivejob.h"

#include "archive/archiveerrors.h"
#include "archive/foldertree.h"
#include "archive/framereader.h"
#include "archive/treecollector.h"
#include "base/atomicfile.h"
#include "base/deliver.h"
#include "base/folders.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>
#include <stop_token>

namespace plugsmith {

using namespace Qt::StringLiterals;

struct ArchiveJob::Run
{
    enum class Kind { Read, Unpack, Pack };

    Run(Kind what, QString source, QString target, const ArchiveLimits &limits)
        : kind(what)
        , archive(std::move(source))
        , written(std::move(target))
        , collector(limits)
    {
    }

    Kind kind;
    QString archive;   // or the folder that is packed: what messages speak of
    QString written;   // folder or zip; empty when reading
    QString temporary; // the zip until it is whole
    bool destinationWasThere = false;
    qint64 totalBytes = 0; // to be packed
    std::unique_ptr<QTemporaryFile> names;
    std::stop_source stop;
    bool isCancelled = false;

    FrameReader frames;
    TreeCollector collector;
    QJsonObject done; // the last frame, one of these two
    QJsonObject error;
    QString broken;  // why what the worker says is no protocol
    QByteArray said; // on its standard error

    std::optional<Error> problem; // the result of it all
};

namespace {

constexpr qsizetype MaxSaid = 4096;

QString workerProgram()
{
    const QString stated = qEnvironmentVariable("PLUGSMITH_UNPACK"); // tests
    return stated.isEmpty() ? folders::helperProgram(u"plugsmith-unpack"_s) : stated;
}

QStringList options(const ArchiveLimits &limits)
{
    return {u"--max-entries=%1"_s.arg(limits.maxEntries), u"--max-entry-bytes=%1"_s.arg(limits.maxEntryBytes),
            u"--max-total-bytes=%1"_s.arg(limits.maxTotalBytes), u"--max-ratio=%1"_s.arg(limits.maxRatio)};
}

/// Puts the folder that was to be unpacked into back into the state before: away, or empty.
void restoreDestination(const QString &folder, bool wasThere)
{
    QDir(folder).removeRecursively();
    if (wasThere)
        QDir().mkpath(folder);
}

std::optional<Error> renameIntoPlace(const QString &temporary, const QString &zip)
{
    if (auto renamed = renameOver(temporary, zip); !renamed)
        return renamed.error();
    if (auto synced = syncFolder(QFileInfo(zip).absolutePath()); !synced)
        return synced.error();
    return std::nullopt;
}

} // namespace

ArchiveJob::ArchiveJob(QObject *parent)
    : QObject(parent)
{
}

ArchiveJob::~ArchiveJob()
{
    const bool isWriting = m_process != nullptr;
    m_process.reset(); // ends the worker before its files are removed
    if (!m_run)
        return;
    m_run->stop.request_stop();
    if (isWriting && m_run->kind == Run::Kind::Unpack) {
        static_cast<void>(QtConcurrent::run(restoreDestination, m_run->written, m_run->destinationWasThere));
    } else if (isWriting && m_run->kind == Run::Kind::Pack) {
        QFile::remove(m_run->temporary);
    }
}

void ArchiveJob::read(const QString &archive, const ArchiveLimits &limits)
{
    auto run = std::make_unique<Run>(Run::Kind::Read, archive, QString(), limits);
    if (const auto problem = archiveerrors::problemWithPath(archive))
        return failSoon(std::move(run), *problem);
    start(std::move(run), {u"read"_s, u"--"_s, archive}, limits);
}

void ArchiveJob::unpack(const QString &archive, const QString &folder, const ArchiveLimits &limits)
{
    auto run = std::make_unique<Run>(Run::Kind::Unpack, archive, folder, limits);
    if (const auto problem = archiveerrors::problemWithPath(archive))
        return failSoon(std::move(run), *problem);
    if (const auto problem = archiveerrors::problemWithDestination(archive, folder))
        return failSoon(std::move(run), *problem);
    run->destinationWasThere = QFileInfo(folder).isDir();
    start(std::move(run), {u"unpack"_s, u"--"_s, archive, folder}, limits);
}

void ArchiveJob::pack(const QString &folder, const QString &zip, const ArchiveLimits &limits)
{
    Q_ASSERT(!m_run);
    m_run = std::make_unique<Run>(Run::Kind::Pack, folder, zip, limits);
    runInPool(
        this, [folder, limits, stop = m_run->stop.get_token()] { return readFolder(folder, limits, false, stop); },
        [this, limits](const Result<SourceTree> &tree) { startPacking(tree, limits); });
}

void ArchiveJob::startPacking(const Result<SourceTree> &tree, const ArchiveLimits &limits)
{
    if (m_run->isCancelled || !tree)
        return conclude(m_run->isCancelled ? archiveerrors::cancelled(m_run->archive) : tree.error());
    std::unique_ptr<Run> run = std::move(m_run);
    run->totalBytes = tree->totalBytes;
    run->temporary = temporaryNameFor(run->written);
    run->names = std::make_unique<QTemporaryFile>(folders::cache() + u"/pack-XXXXXX");
    QByteArray names;
    for (const SourceEntry &entry : tree->entries)
        names += entry.path.toUtf8() + '\0';
    if (!run->names->open() || run->names->write(names) != names.size() || !run->names->flush()) {
        const Error problem = archiveerrors::notWritten(run->written, errno);
        return failSoon(std::move(run), problem);
    }
    const QStringList arguments{u"pack"_s, u"--"_s, run->archive, run->temporary, run->names->fileName()};
    start(std::move(run), arguments, limits);
}

void ArchiveJob::start(std::unique_ptr<Run> run, const QStringList &arguments, const ArchiveLimits &limits)
{
    Q_ASSERT(!m_run);
    ProcessSpec spec;
    spec.program = workerProgram();
    if (spec.program.isEmpty()) {
        const Error problem = archiveerrors::workerMissing(run->archive);
        return failSoon(std::move(run), problem);
    }
    spec.arguments = options(limits) + arguments;
    spec.environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    spec.environment.insert(u"TMPDIR"_s, folders::cache());
    m_run = std::move(run);
    m_process = std::make_unique<ChildProcess>();
    connect(m_process.get(), &ChildProcess::outputArrived, this, &ArchiveJob::takeOutput);
    connect(m_process.get(), &ChildProcess::errorOutputArrived, this, [this](const QByteArray &bytes) {
        if (m_run)
            m_run->said += bytes.left(MaxSaid - m_run->said.size());
    });
    // Queued, so that nothing is announced before the caller's call returns.
    connect(m_process.get(), &ChildProcess::finished, this, &ArchiveJob::workerEnded, Qt::QueuedConnection);
    m_process->start(spec);
}

void ArchiveJob::cancel()
{
    if (!m_run || m_run->problem)
        return;
    m_run->isCancelled = true;
    m_run->stop.request_stop();
    if (m_process)
        m_process->cancel();
}

void ArchiveJob::takeOutput(const QByteArray &bytes)
{
    if (!m_run || !m_run->broken.isEmpty() || m_run->isCancelled)
        return;
    m_run->frames.feed(bytes);
    while (const auto frame = m_run->frames.next()) {
        takeFrame(*frame);
        if (!m_run->broken.isEmpty() || m_run->isCancelled) // by a receiver of progress
            return;
    }
    if (m_run->frames.hasFailed()) {
        m_run->broken = u"not a frame"_s;
        m_process->cancel();
    }
}

void ArchiveJob::takeFrame(const Frame &frame)
{
    const QJsonObject &fields = frame.fields;
    if (!m_run->done.isEmpty() || !m_run->error.isEmpty()) {
        m_run->broken = u"a frame after the last"_s;
    } else if (fields.contains("entry"_L1)) {
        if (m_run->kind != Run::Kind::Read || !m_run->collector.add(frame))
            m_run->broken = u"entry "_s + fields.value("entry"_L1).toString();
    } else if (fields.contains("progress"_L1)) {
        const QJsonObject progress = fields.value("progress"_L1).toObject();
        const qint64 total = progress.value("total"_L1).toInteger();
        emit progressed(progress.value("done"_L1).toInteger(), total > 0 ? total : m_run->totalBytes,
                        progress.value("name"_L1).toString());
        return; // the receiver may have cancelled, or destroyed the run
    } else if (fields.contains("done"_L1)) {
        m_run->done = fields.value("done"_L1).toObject();
    } else if (fields.contains("error"_L1)) {
        m_run->error = fields.value("error"_L1).toObject();
    } else if (fields.value("protocol"_L1).toInteger() != 1) {
        m_run->broken = u"unknown frame"_s;
    }
    if (!m_run->broken.isEmpty())
        m_process->cancel();
}

std::optional<Error> ArchiveJob::problemOf(const ProcessEnd &end) const
{
    if (m_run->isCancelled)
        return archiveerrors::cancelled(m_run->archive);
    if (!m_run->broken.isEmpty())
        return archiveerrors::brokenProtocol(m_run->archive, m_run->broken);
    if (!m_run->error.isEmpty())
        return archiveerrors::fromFrame(m_run->error, m_run->archive, m_run->written);
    if (!end.isSuccess() || m_run->done.isEmpty() || !m_run->frames.isAtBoundary())
        return archiveerrors::fromEnd(end, m_run->archive, m_run->said);
    return std::nullopt;
}

void ArchiveJob::workerEnded(const ProcessEnd &end)
{
    m_process.reset();
    conclude(problemOf(end));
}

/// What remains to be done on the disk, away from this thread, and then the news.
void ArchiveJob::conclude(const std::optional<Error> &problem)
{
    m_run->names.reset();
    const auto announceRun = [this](const std::optional<Error> &result) {
        m_run->problem = result;
        announce(std::move(m_run));
    };
    // If somebody else has filled the destination meanwhile, it is not ours to remove.
    const bool isForeign = m_run->error.value("errno"_L1).toInteger() == ENOTEMPTY;
    if (m_run->kind == Run::Kind::Unpack && problem && !isForeign) {
        m_run->problem = problem; // from here on it is too late to cancel
        runInPool(
            this,
            [folder = m_run->written, wasThere = m_run->destinationWasThere, problem] {
                restoreDestination(folder, wasThere);
                return problem;
            },
            announceRun);
    } else if (m_run->kind == Run::Kind::Pack && !m_run->temporary.isEmpty()) {
        runInPool(
            this,
            [temporary = m_run->temporary, zip = m_run->written, problem] {
                const std::optional<Error> result = problem ? problem : renameIntoPlace(temporary, zip);
                QFile::remove(temporary); // not there after success
                return result;
            },
            announceRun);
    } else {
        announceRun(problem);
    }
}

void ArchiveJob::announce(std::unique_ptr<Run> run)
{
    const qint64 entries = run->done.value("entries"_L1).toInteger();
    const qint64 bytes = run->done.value("bytes"_L1).toInteger();
    switch (run->kind) {
    case Run::Kind::Read: {
        auto tree = run->problem ? std::nullopt : run->collector.finish();
        if (tree) {
            tree->originPath = run->archive;
            tree->archiveBytes = QFileInfo(run->archive).size();
            emit readFinished(*std::move(tree));
        } else {
            emit readFinished(run->problem.value_or(archiveerrors::brokenProtocol(run->archive, u"link"_s)));
        }
        break;
    }
    case Run::Kind::Unpack: {
        const UnpackReport report{entries, bytes, run->done.value("landlock"_L1).toInteger() > 0};
        emit unpackFinished(run->problem ? Result<UnpackReport>(*run->problem) : Result<UnpackReport>(report));
        break;
    }
    case Run::Kind::Pack: {
        const PackReport report{entries, bytes};
        emit packFinished(run->problem ? Result<PackReport>(*run->problem) : Result<PackReport>(report));
        break;
    }
    }
}

void ArchiveJob::failSoon(std::unique_ptr<Run> run, const Error &error)
{
    Q_ASSERT(!m_run);
    m_run = std::move(run);
    m_run->problem = error;
    m_run->temporary.clear(); // nothing was written
    QMetaObject::invokeMethod(
        this, [this] { announce(std::move(m_run)); }, Qt::QueuedConnection);
}

} // namespace plugsmith
