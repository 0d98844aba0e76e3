// SPDX-License-Identifier: Apache-2.0
#include "build/sourcesnapshot.h"

#include "archive/foldertree.h"
#include "base/deliver.h"
#include "base/sha256.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

bool isGoFile(const QString &path)
{
    return path.endsWith(".go"_L1) && !QFileInfo(path).isDir();
}

Result<QByteArray> bytesOf(const Result<TreeDigest> &digest)
{
    if (!digest)
        return digest.error();
    return digest->sha256;
}

/// A source of one file becomes a folder with that file in it.
Result<QByteArray> copyGoFile(const QString &path, const QString &root, const std::stop_token &stop)
{
    QDir().mkpath(root);
    const QString copy = root + u'/' + QFileInfo(path).fileName();
    if (!QFile::copy(path, copy) || !QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner))
        return errorFromErrno(
            ENOENT, QCoreApplication::translate("plugsmith::SourceSnapshot", "The source cannot be read."), path);
    return bytesOf(digestFolder(root, stop));
}

/// What digestFolder() says of a folder with only this file in it.
Result<QByteArray> digestGoFile(const QString &path)
{
    const auto sum = sha256OfFile(path);
    if (!sum)
        return sum.error();
    SourceEntry entry;
    entry.path = QFileInfo(path).fileName();
    entry.size = QFileInfo(path).size();
    TreeDigestBuilder builder;
    builder.add(entry, QByteArray::fromHex(sum->toLatin1()));
    return builder.finish().sha256;
}

} // namespace

SourceSnapshot::SourceSnapshot(QStringList sources, JobHistory &history, QObject *parent)
    : QObject(parent)
    , m_sources(std::move(sources))
    , m_history(history)
    , m_digests(m_sources.size())
    , m_archiveSums(m_sources.size())
{
}

SourceSnapshot::~SourceSnapshot()
{
    m_stop.request_stop();
}

void SourceSnapshot::whenDigested(QObject *receiver, std::function<void(const Result<QByteArray> &)> use)
{
    if (m_digest)
        return use(*m_digest);
    connect(
        this, &SourceSnapshot::digested, receiver, [this, use = std::move(use)] { use(*m_digest); },
        Qt::SingleShotConnection);
    if (!m_digestStarted) {
        m_digestStarted = true;
        digestFrom(0);
    }
}

void SourceSnapshot::whenUnpacked(QObject *receiver, std::function<void(const Result<Unpacked> &)> use)
{
    if (m_unpacked)
        return use(*m_unpacked);
    connect(
        this, &SourceSnapshot::unpacked, receiver, [this, use = std::move(use)] { use(*m_unpacked); },
        Qt::SingleShotConnection);
    startUnpack();
}

void SourceSnapshot::keep()
{
    if (m_area)
        m_area->keep();
}

void SourceSnapshot::digestFrom(int index)
{
    if (m_digest)
        return; // unpacking was faster
    if (index == m_sources.size()) {
        m_digest = combined(m_digests);
        emit digested();
        return;
    }
    const QString source = m_sources[index];
    if (!isGoFile(source) && !QFileInfo(source).isDir())
        return digestArchive(index);
    runInPool(
        this,
        [source, stop = m_stop.get_token()] {
            return isGoFile(source) ? digestGoFile(source) : bytesOf(digestFolder(source, stop));
        },
        [this, index](const Result<QByteArray> &digest) { setDigest(index, digest); });
}

void SourceSnapshot::digestArchive(int index)
{
    runInPool(
        this, [path = m_sources[index]] { return sha256OfFile(path); },
        [this, index](const Result<QString> &sum) {
            if (!sum)
                return setDigest(index, sum.error());
            m_archiveSums[index] = *sum;
            deliver(m_history.findArchive(*sum), this, [this, index](const QByteArray &known) {
                if (known.isEmpty() && !m_mayUnpack)
                    setDigest(index, Error{ErrorCode::NotFound, {}, {}, m_sources[index]});
                else if (known.isEmpty())
                    startUnpack(); // seen for the first time: only its content can tell
                else
                    setDigest(index, known);
            });
        });
}

void SourceSnapshot::setDigest(int index, const Result<QByteArray> &digest)
{
    if (m_digest)
        return;
    if (!digest) {
        m_digest = digest.error();
        emit digested();
        return;
    }
    m_digests[index] = *digest;
    digestFrom(index + 1);
}

void SourceSnapshot::startUnpack()
{
    if (m_unpackStarted)
        return;
    m_unpackStarted = true;
    auto area = WorkArea::create();
    if (!area)
        return conclude(area.error());
    m_area = *area;
    unpackFrom(0);
}

void SourceSnapshot::unpackFrom(int index)
{
    if (index == m_sources.size()) {
        m_unpacking.digest = combined(m_digests);
        return conclude(m_unpacking);
    }
    const QString source = m_sources[index];
    const QString root = m_area->folder() + u"/src" + QString::number(index);
    m_unpacking.roots += root;
    if (!isGoFile(source) && !QFileInfo(source).isDir()) {
        if (!m_archiveSums[index].isEmpty())
            return unpackArchive(index, root);
        // Nobody has asked for it yet: the digests ended with an archive before this one. It is remembered all the
        // same.
        return runInPool(
            this, [source] { return sha256OfFile(source); },
            [this, index, root](const Result<QString> &sum) {
                m_archiveSums[index] = sum ? *sum : QString();
                unpackArchive(index, root);
            });
    }
    runInPool(
        this,
        [source, root, stop = m_stop.get_token()] {
            return isGoFile(source) ? copyGoFile(source, root, stop) : bytesOf(copyFolder(source, root, stop));
        },
        [this, index](const Result<QByteArray> &digest) { setUnpacked(index, digest); });
}

void SourceSnapshot::unpackArchive(int index, const QString &root)
{
    m_archiveJob = std::make_unique<ArchiveJob>();
    connect(m_archiveJob.get(), &ArchiveJob::unpackFinished, this,
            [this, index, root](const Result<UnpackReport> &report) {
                if (!report)
                    return conclude(report.error());
                runInPool(
                    this, [root, stop = m_stop.get_token()] { return bytesOf(digestFolder(root, stop)); },
                    [this, index](const Result<QByteArray> &digest) {
                        if (digest && !m_archiveSums[index].isEmpty())
                            m_history.rememberArchive(m_archiveSums[index], *digest);
                        setUnpacked(index, digest);
                    });
            });
    m_archiveJob->unpack(m_sources[index], root, m_limits);
}

void SourceSnapshot::setUnpacked(int index, const Result<QByteArray> &digest)
{
    if (!digest)
        return conclude(digest.error());
    m_digests[index] = *digest;
    unpackFrom(index + 1);
}

void SourceSnapshot::conclude(const Result<Unpacked> &result)
{
    m_unpacked = result;
    if (!m_digest) {
        m_digest = result ? Result<QByteArray>(result->digest) : Result<QByteArray>(result.error());
        emit digested();
    }
    emit unpacked();
}

QByteArray SourceSnapshot::combined(const QVector<QByteArray> &digests)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &digest : digests)
        hash.addData(QByteArray(digest + '\n'));
    return hash.result();
}

} // namespace plugsmith
