// SPDX-License-Identifier: Apache-2.0
#include "toolchain/toolchaininstall.h"

#include "base/atomicfile.h"
#include "base/deliver.h"
#include "toolchain/discovery.h"
#include "toolchain/preflightrun.h"
#include "toolchain/toolchainfinder.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <algorithm>
#include <array>

namespace plugsmith {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Step = InstallProgress::Step;
using Kind = ToolchainSource::Kind;

constexpr auto ProxyLimit = 60min; // a slow line; there is no progress to judge by
constexpr auto VersionLimit = 30s;
constexpr auto LockEvery = 200ms;
/// In what go says when it comes to no server.
constexpr std::array NetworkErrors = {"dial tcp"_L1, "no such host"_L1, "TLS handshake timeout"_L1, "i/o timeout"_L1,
                                      "network is unreachable"_L1};

/// The GOROOT in what was unpacked: archives of go.dev have one folder, "go".
QString rootIn(const QString &tree)
{
    if (QFileInfo::exists(tree + u"/VERSION"))
        return tree;
    const QStringList names = QDir(tree).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return names.size() == 1 ? tree + u'/' + names[0] : tree;
}

qint64 bytesBelow(const QString &folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

qint64 largestDownloadBelow(const QString &folder)
{
    qint64 most = 0;
    QDirIterator files(folder, {u"*.zip*"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        most = qMax(most, files.fileInfo().size());
    }
    return most;
}

/// A process that was killed a moment ago may still finish the system call it is in and make one more file.
bool removeTree(const QString &folder)
{
    constexpr int tries = 20;
    for (int i = 0; i < tries; ++i) {
        if (folder.isEmpty() || !QFileInfo::exists(folder) || QDir(folder).removeRecursively())
            return true;
        QThread::msleep(10);
    }
    return false;
}

bool mayTryNext(const Error &error)
{
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::ReadFailed ||
           error.code == ErrorCode::TimedOut || error.code == ErrorCode::ProcessFailed;
}

} // namespace

QByteArray FetchedInfo::toJson() const
{
    return QJsonDocument(
               QJsonObject{{u"from"_s, from}, {u"sha256"_s, QString::fromLatin1(sha256)}, {u"bytes"_s, bytes}})
        .toJson(QJsonDocument::Compact);
}

FetchedInfo FetchedInfo::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return {object["from"_L1].toString(), object["sha256"_L1].toString().toLatin1(), object["bytes"_L1].toInteger()};
}

ToolchainInstall::ToolchainInstall(QNetworkAccessManager &network, InstallRequest request, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_download(network)
{
    m_download.setPatience(m_request.patience);
    m_lockTimer.setInterval(LockEvery);
    connect(&m_lockTimer, &QTimer::timeout, this, &ToolchainInstall::takeLock);
    m_proxyTimer.setInterval(300ms);
    connect(&m_proxyTimer, &QTimer::timeout, this, &ToolchainInstall::watchProxy);
    connect(&m_download, &Download::progressed, this,
            [this](qint64 done, qint64 total) { report(Step::Downloading, done, total); });
    connect(&m_download, &Download::retrying, this, [this](const Error &reason) {
        report(Step::Downloading, QFileInfo(partPath()).size(), source().bytes, reason.sentence());
    });
    connect(&m_download, &Download::checking, this, [this] { report(Step::Verifying); });
    connect(&m_download, &Download::finished, this, [this](const Result<void> &result) {
        if (m_isEnded)
            return;
        if (!result)
            return nextSource(result.error());
        unpack(partPath());
    });
}

ToolchainInstall::~ToolchainInstall()
{
    m_work.reset();
    removeTemporary();
}

QString ToolchainInstall::partPath() const
{
    return m_request.downloads + u'/' + source().url.fileName() + u".part";
}

void ToolchainInstall::start()
{
    QDir().mkpath(m_request.folder);
    QDir().mkpath(m_request.downloads);
    const QString name = m_request.versionText.isEmpty() ? u"file"_s : m_request.versionText;
    m_lock = std::make_unique<QLockFile>(m_request.folder + u"/."_s + name + u".lock"_s);
    m_lock->setStaleLockTime(0); // held for as long as its process lives
    QTimer::singleShot(0, this, &ToolchainInstall::takeLock);
}

void ToolchainInstall::takeLock()
{
    if (m_isEnded)
        return;
    if (m_lock->tryLock(0)) {
        m_lockTimer.stop();
        begin();
        return;
    }
    if (m_lock->error() != QLockFile::LockFailedError) {
        end(Error{ErrorCode::WriteFailed,
                  tr("Go cannot be installed."),
                  tr("The folder %1 cannot be written.").arg(m_request.folder),
                  {}});
        return;
    }
    if (!m_lockTimer.isActive())
        report(Step::Waiting, 0, -1, tr("Another program installs this version."));
    m_lockTimer.start();
}

void ToolchainInstall::begin()
{
    if (const QString final = finalFolder(m_request.versionText);
        !m_request.versionText.isEmpty() && QFileInfo::exists(final)) {
        // Of another program, a moment ago.
        runInPool(
            this,
            [final] {
                return readToolchain({final, GoToolchain::Origin::Fetched, false});
            },
            [this](const GoToolchain &found) { verify(found); });
        return;
    }
    trySource();
}

void ToolchainInstall::nextSource(const Error &reason)
{
    if (m_firstError.message.isEmpty())
        m_firstError = reason;
    if (!mayTryNext(reason) || m_source + 1 >= m_request.sources.size()) {
        end(mayTryNext(reason) ? m_firstError : reason);
        return;
    }
    ++m_source;
    m_work.reset();
    removeTemporary();
    report(Step::Downloading, 0, -1, reason.sentence());
    trySource();
}

void ToolchainInstall::trySource()
{
    if (m_request.sources.isEmpty()) {
        end(Error{ErrorCode::NotFound,
                  tr("There is no place to get %1 from.").arg(m_request.versionText),
                  tr("Every source is switched off, or none has it."),
                  {}});
        return;
    }
    m_work = std::make_unique<QObject>();
    m_temporary = temporaryNameFor(finalFolder(m_request.versionText.isEmpty() ? u"file"_s : m_request.versionText));
    if (!QDir().mkpath(m_temporary)) {
        const QString folder = std::exchange(m_temporary, {});
        end(Error{ErrorCode::WriteFailed, tr("Go cannot be installed."), tr("No folder can be made."), folder});
        return;
    }
    switch (source().kind) {
    case Kind::ModuleProxy:
        return runProxy();
    case Kind::Server:
        return download();
    case Kind::File:
        return unpack(source().path);
    }
}

void ToolchainInstall::runProxy()
{
    report(Step::Downloading);
    ProcessSpec spec;
    spec.program = source().goProgram;
    const Platform &here = Platform::thisMachine();
    spec.arguments = {u"mod"_s, u"download"_s, u"-json"_s,
                      u"golang.org/toolchain@v0.0.1-%1.%2-%3"_s.arg(m_request.versionText, here.os, here.arch)};
    spec.workingFolder = m_temporary;
    spec.environment = m_request.environment;
    spec.environment.insert(u"GOMODCACHE"_s, m_temporary + u"/mod"_s);
    spec.environment.insert(u"GOFLAGS"_s, u"-modcacherw"_s); // so that it can be moved and removed
    spec.environment.insert(u"GO111MODULE"_s, u"on"_s);
    spec.environment.insert(u"GOWORK"_s, u"off"_s);
    auto *run = new ToolRun(m_work.get());
    connect(run, &ToolRun::finished, this, &ToolchainInstall::onProxyDone);
    run->start(spec, ProxyLimit);
    m_proxyTimer.start();
}

void ToolchainInstall::watchProxy()
{
    runInPool(
        m_work.get(), [folder = QString(m_temporary + u"/mod/cache")] { return largestDownloadBelow(folder); },
        [this](qint64 bytes) {
            if (m_proxyTimer.isActive())
                report(Step::Downloading, bytes);
        });
}

void ToolchainInstall::onProxyDone(const ToolAnswer &answer)
{
    m_proxyTimer.stop();
    if (m_isEnded)
        return;
    const QJsonObject said = QJsonDocument::fromJson(answer.output).object();
    const QString folder = said["Dir"_L1].toString();
    if (answer.isSuccess() && !folder.isEmpty())
        return checkTree(folder);
    const QString problem = said["Error"_L1].toString();
    const QString text = problem.isEmpty() ? answer.text() : problem;
    const bool isUnreachable = std::ranges::any_of(NetworkErrors, [&text](auto sign) { return text.contains(sign); });
    const bool isWrong = text.contains("checksum mismatch"_L1) || text.contains("SECURITY ERROR"_L1);
    nextSource({isWrong ? ErrorCode::Damaged : ErrorCode::ProcessFailed,
                isWrong         ? tr("The download was rejected and deleted.")
                : isUnreachable ? tr("The module proxy cannot be reached.")
                                : tr("The module proxy does not give it."),
                isUnreachable ? QString() : decisiveLine(text), answer.text()});
}

void ToolchainInstall::download()
{
    report(Step::Downloading, 0, source().bytes);
    m_download.start({source().url, partPath(), source().sha256, source().bytes});
}

void ToolchainInstall::unpack(const QString &archive)
{
    report(Step::Unpacking);
    const QString tree = m_temporary + u"/tree"_s;
    m_request.unpack(archive, tree, m_work.get(), [this, tree, archive](const Result<void> &result) {
        if (m_isEnded)
            return;
        if (source().kind == Kind::Server)
            QFile::remove(archive); // whole and unpacked, or damaged: no use either way
        if (!result) {
            end(result.error());
            return;
        }
        checkTree(rootIn(tree));
    });
}

void ToolchainInstall::checkTree(const QString &tree)
{
    report(Step::Checking);
    runInPool(
        m_work.get(),
        [tree] {
            allowPrograms(tree); // zips, those of the module proxy among them, do not say which files are programs
            return readToolchain({QFileInfo(tree).canonicalFilePath(), GoToolchain::Origin::Fetched, false});
        },
        [this](const GoToolchain &found) {
            if (!found.problem.isEmpty() || found.root.isEmpty()) {
                end(Error{ErrorCode::Damaged, tr("This is no whole Go toolchain."), found.problem, {}});
                return;
            }
            verify(found);
        });
}

void ToolchainInstall::verify(const GoToolchain &candidate)
{
    if (!m_work)
        m_work = std::make_unique<QObject>();
    ProcessSpec spec{candidate.program, {u"version"_s}, candidate.root, m_request.environment};
    auto *run = new ToolRun(m_work.get());
    connect(run, &ToolRun::finished, this, [this, candidate](const ToolAnswer &answer) {
        if (m_isEnded)
            return;
        const GoToolchain verified = verifiedToolchain(
            candidate,
            {answer.isSuccess(), answer.timedOut, false,
             answer.isSuccess() ? QString::fromUtf8(answer.output).trimmed() : answer.text(), answer.end.problem});
        const bool isOther = !m_request.versionText.isEmpty() && verified.isVerified &&
                             releaseName(verified.version) != m_request.versionText;
        if (!verified.isUsable() || isOther) {
            end(Error{ErrorCode::Damaged, tr("The toolchain does not work."),
                      isOther ? tr("It says that it is Go %1.").arg(verified.version.toString()) : verified.problem,
                      answer.text()});
            return;
        }
        if (m_temporary.isEmpty()) {
            end(verified); // it was in place already
            return;
        }
        place(verified);
    });
    run->start(spec, VersionLimit);
}

void ToolchainInstall::place(const GoToolchain &verified)
{
    const QString name = releaseName(verified.version);
    const bool isFile = source().kind == Kind::File;
    FetchedInfo info;
    info.from = source().kind == Kind::ModuleProxy ? u"golang.org/toolchain"_s
                : isFile                           ? QFileInfo(source().path).fileName()
                                                   : source().url.host();
    info.sha256 = source().kind == Kind::Server ? source().sha256 : QByteArray();
    // The system replaces no folder that holds something: of two files with one version the second finds the first.
    runInPool(
        this,
        [from = verified.root, to = finalFolder(name), info, temporary = m_temporary]() mutable -> Result<GoToolchain> {
            info.bytes = bytesBelow(from);
            if (const auto written =
                    writeDurably(from + u'/' + QLatin1StringView(FetchedInfo::FileName), info.toJson());
                !written)
                return written.error();
            if (const auto renamed = renameOver(from, to); !renamed && !QFileInfo::exists(to + u"/VERSION"))
                return renamed.error();
            (void)syncFolder(QFileInfo(to).path()); // it is there; a crash of the machine may undo that, and only that
            removeTree(temporary);
            return readToolchain({QFileInfo(to).canonicalFilePath(), GoToolchain::Origin::Fetched, false});
        },
        [this, verified](const Result<GoToolchain> &placed) {
            if (!placed) {
                end(placed.error());
                return;
            }
            GoToolchain done = *placed;
            done.isVerified = verified.isVerified;
            end(done);
        });
}

void ToolchainInstall::cancel()
{
    if (m_isEnded)
        return;
    // Later, since this may be called from what is about to begin.
    const auto tell = [this] {
        m_download.cancel();
        m_work.reset(); // ends what runs, before its folder is removed
        if (m_source < m_request.sources.size() && source().kind == Kind::Server)
            QFile::remove(partPath()); // also a whole one that was being unpacked
        end(Error{ErrorCode::Cancelled, tr("The installation was cancelled."), {}, {}});
    };
    QTimer::singleShot(0, this, tell);
}

void ToolchainInstall::report(Step step, qint64 done, qint64 total, const QString &note)
{
    if (!m_isEnded)
        emit progressed({step, done, total, note});
}

void ToolchainInstall::removeTemporary()
{
    if (!m_temporary.isEmpty())
        QThreadPool::globalInstance()->start([folder = std::exchange(m_temporary, {})] { removeTree(folder); });
}

void ToolchainInstall::end(const Result<GoToolchain> &result)
{
    if (m_isEnded)
        return;
    m_isEnded = true;
    m_lockTimer.stop();
    m_proxyTimer.stop();
    // What runs may be what called this.
    if (m_work)
        m_work.release()->deleteLater();
    // finished() comes after the folder is gone, so that nothing is left when somebody hears of it.
    runInPool(
        this, [folder = std::exchange(m_temporary, {})] { return removeTree(folder); },
        [this, result](bool) {
            m_lock.reset();
            emit finished(result);
        });
}

} // namespace plugsmith
