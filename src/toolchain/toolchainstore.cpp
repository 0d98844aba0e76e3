// SPDX-License-Identifier: Apache-2.0
#include "toolchain/toolchainstore.h"

#include "base/atomicfile.h"
#include "base/deliver.h"
#include "base/folders.h"
#include "base/settingkeys.h"
#include "toolchain/goenvironment.h"
#include "toolchain/preflightrun.h"

#include <QDir>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimeZone>
#include <QUrlQuery>

#include <algorithm>
#include <cerrno>
#include <compare>
#include <csignal>

namespace plugsmith {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype MostAtOnce = 2;
constexpr auto ListLimit = 60s;
constexpr qint64 MostIndexBytes = 64 << 20; // go.dev's has 2 MB
constexpr qint64 KeptPartSeconds = 7 * qint64(86'400);
const GoVersion FirstWithToolchains = *GoVersion::parse(u"1.21");

QString cacheFile()
{
    return folders::cache() + u"/goversions.json";
}

bool isAlive(qint64 process)
{
    return ::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM;
}

/// What programs that died left behind. A lock file is removed by whoever takes it next.
void removeLeftovers(const QString &folder, const QString &downloads)
{
    for (const QString &name : QDir(folder).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot)) {
        const auto owner = ownerOfTemporaryName(name);
        if (owner && !isAlive(*owner))
            QDir(folder + u'/' + name).removeRecursively();
    }
    const QDateTime limit = QDateTime::currentDateTimeUtc().addSecs(-KeptPartSeconds);
    for (const QFileInfo &part : QDir(downloads).entryInfoList({u"*.part"_s}, QDir::Files)) {
        if (part.lastModified() < limit)
            QFile::remove(part.filePath());
    }
}

QVector<FetchedToolchain> readInstalled(const QString &folder)
{
    QVector<FetchedToolchain> found;
    for (const QFileInfo &entry : QDir(folder).entryInfoList({u"go*"_s}, QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(entry.filePath() + u'/' + QLatin1StringView(FetchedInfo::FileName));
        const auto version = GoVersion::parse(entry.fileName());
        if (!version || !file.open(QIODevice::ReadOnly))
            continue;
        const FetchedInfo info = FetchedInfo::fromJson(file.read(1 << 16));
        found += {entry.fileName(),
                  *version,
                  entry.canonicalFilePath(),
                  info.from,
                  !info.sha256.isEmpty(),
                  info.bytes,
                  QFileInfo(file).lastModified().toUTC()};
    }
    std::ranges::sort(found, [](const FetchedToolchain &a, const FetchedToolchain &b) {
        return std::is_gt(a.version <=> b.version);
    });
    return found;
}

QByteArray readCachedList()
{
    QFile file(cacheFile());
    return file.open(QIODevice::ReadOnly) ? file.read(MostIndexBytes) : QByteArray();
}

QString downloadsFolder()
{
    return folders::cache() + u"/downloads";
}

} // namespace

ToolchainSources ToolchainSources::of(const Settings &settings)
{
    ToolchainSources sources;
    sources.useModuleProxy = settings.get(keys::UseModuleProxy);
    sources.useIndex = settings.get(keys::UseGoDev);
    QString mirror = settings.get(keys::GoMirror);
    if (!mirror.isEmpty() && !mirror.endsWith(u'/'))
        mirror += u'/';
    sources.mirror = QUrl(mirror);
    return sources;
}

ToolchainStore::ToolchainStore(const Setup &setup, QObject *parent)
    : QObject(parent)
    , m_setup(setup)
    , m_folder(setup.folder.isEmpty() ? folders::data() + u"/toolchains"_s : setup.folder)
    , m_environment(goEnvironmentOf(setup.environment).variables)
{
    QNetworkProxyFactory::setUseSystemConfiguration(true);
}

ToolchainStore::~ToolchainStore()
{
    qDeleteAll(m_installs); // while the network that they use is there
}

void ToolchainStore::load()
{
    const auto read = [folder = m_folder] {
        removeLeftovers(folder, downloadsFolder());
        return readCachedList();
    };
    runInPool(this, read, [this](const QByteArray &json) {
        if (ReleaseList cached = ReleaseList::fromJson(json); cached.readAt > m_known.readAt) {
            m_known = std::move(cached);
            emit knownChanged();
        }
        readFolder();
    });
}

void ToolchainStore::readFolder()
{
    runInPool(
        this, [folder = m_folder] { return readInstalled(folder); },
        [this](const QVector<FetchedToolchain> &found) {
            m_installed = found;
            emit installedChanged();
        });
}

QDateTime ToolchainStore::knownAt() const
{
    return m_known.readAt == 0 ? QDateTime() : QDateTime::fromSecsSinceEpoch(m_known.readAt, QTimeZone::utc());
}

QString ToolchainStore::proxyGo() const
{
    for (const GoToolchain &toolchain : m_toolchains) {
        if (toolchain.isUsable() && toolchain.version.satisfies(FirstWithToolchains))
            return toolchain.program;
    }
    return {};
}

void ToolchainStore::refreshKnown()
{
    if (isRefreshing())
        return;
    m_fresh.clear();
    m_refreshError = {};
    m_isAnySourceRead = false;
    m_refreshes = 1; // this function itself: nobody may find the list complete before all are asked
    if (!m_sources.isOffline) {
        if (m_sources.useModuleProxy && !proxyGo().isEmpty())
            askProxy();
        if (m_sources.useIndex)
            askIndex(m_sources.index);
        if (!m_sources.mirror.isEmpty())
            askIndex(m_sources.mirror);
    }
    std::optional<Error> nobody;
    if (m_refreshes == 1) {
        nobody = Error{ErrorCode::NotFound,
                       tr("The list of Go versions was not read."),
                       tr("No source may be asked, or the network is not to be used."),
                       {}};
    }
    QTimer::singleShot(0, this, [this, nobody] { refreshEnded(nobody); });
}

void ToolchainStore::askProxy()
{
    ++m_refreshes;
    ProcessSpec spec{proxyGo(),
                     {u"list"_s, u"-m"_s, u"-versions"_s, u"-json"_s, u"golang.org/toolchain"_s},
                     QDir::tempPath(),
                     m_environment};
    spec.environment.insert(u"GO111MODULE"_s, u"on"_s);
    spec.environment.insert(u"GOFLAGS"_s, u"-mod=mod"_s);
    spec.environment.insert(u"GOWORK"_s, u"off"_s);
    // Some hundred kilobytes in one line: more than a ToolRun keeps.
    auto *process = new ChildProcess(this);
    auto *limit = new QTimer(process);
    auto output = std::make_shared<QByteArray>();
    auto errors = std::make_shared<QByteArray>();
    connect(limit, &QTimer::timeout, process, &ChildProcess::cancel);
    connect(process, &ChildProcess::outputArrived, this, [output](const QByteArray &bytes) { *output += bytes; });
    connect(process, &ChildProcess::errorOutputArrived, this, [errors](const QByteArray &bytes) { *errors += bytes; });
    const auto take = [this, process, output, errors](const ProcessEnd &end) {
        process->deleteLater();
        if (!end.isSuccess()) {
            return refreshEnded(Error{ErrorCode::ProcessFailed, tr("The module proxy cannot be read."),
                                      decisiveLine(QString::fromUtf8(*errors)), QString::fromUtf8(*errors)});
        }
        const auto releases = parseProxyVersions(*output, Platform::thisMachine());
        if (!releases)
            return refreshEnded(releases.error());
        takeReleases(*releases);
    };
    connect(process, &ChildProcess::finished, this, take, Qt::QueuedConnection);
    process->start(spec);
    limit->start(ListLimit);
}

void ToolchainStore::askIndex(const QUrl &base)
{
    ++m_refreshes;
    QUrl url = base;
    url.setQuery(u"mode=json&include=all"_s);
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(10);
    request.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(m_setup.patience.watchEvery).count()));
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 done) {
        if (done > MostIndexBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, host = base.host()] {
        reply->deleteLater();
        if (reply->error() != QNetworkReply::NoError) {
            return refreshEnded(Error{ErrorCode::ReadFailed, tr("%1 cannot be reached.").arg(host),
                                      reply->errorString(), reply->url().toString()});
        }
        const auto releases = parseReleaseIndex(reply->readAll(), Platform::thisMachine());
        if (!releases)
            return refreshEnded(releases.error());
        takeReleases(*releases);
    });
}

void ToolchainStore::takeReleases(const QVector<GoRelease> &releases)
{
    m_isAnySourceRead = true;
    m_fresh = mergedReleases(m_fresh, releases);
    refreshEnded(std::nullopt);
}

void ToolchainStore::refreshEnded(const std::optional<Error> &error)
{
    if (error && m_refreshError.message.isEmpty())
        m_refreshError = *error;
    if (--m_refreshes > 0)
        return;
    if (m_isAnySourceRead) {
        m_known = {m_fresh, QDateTime::currentSecsSinceEpoch()};
        QThreadPool::globalInstance()->start(
            [json = m_known.toJson()] { (void)writeFileAtomically(cacheFile(), json); });
        emit knownChanged();
    } else {
        emit problem(m_refreshError); // one source is enough: what another says is of no use to anybody then
    }
    emit refreshed();
}

GoVersion ToolchainStore::resolved(const GoVersion &wanted) const
{
    if (wanted.patch >= 0 || wanted.stage != GoVersion::Stage::Release)
        return wanted;
    for (const GoRelease &release : known()) { // newest first
        if (!release.isPreview() && release.version.languageVersion() == wanted)
            return release.version;
    }
    return wanted;
}

QVector<ToolchainSource> ToolchainStore::sourcesFor(const QString &versionText) const
{
    QVector<ToolchainSource> sources;
    if (m_sources.isOffline)
        return sources;
    using Kind = ToolchainSource::Kind;
    if (const QString go = proxyGo(); m_sources.useModuleProxy && !go.isEmpty())
        sources += {Kind::ModuleProxy, go, {}, {}, -1, {}};
    const auto release = std::ranges::find(known(), versionText, &GoRelease::versionText);
    if (release == known().end() || !release->archive || release->archive->sha256.isEmpty())
        return sources; // what cannot be checked is not taken from a server
    const GoArchive &archive = *release->archive;
    for (const QUrl &base : {m_sources.useIndex ? m_sources.index : QUrl(), m_sources.mirror}) {
        if (!base.isEmpty())
            sources += {Kind::Server, {}, base.resolved(QUrl(archive.fileName)), archive.sha256, archive.bytes, {}};
    }
    return sources;
}

void ToolchainStore::install(const GoVersion &version)
{
    const auto begin = [this, version] {
        const QString name = releaseName(resolved(version));
        enqueue(name,
                {name, sourcesFor(name), m_folder, downloadsFolder(), m_environment, m_setup.unpack, m_setup.patience});
    };
    const QString name = releaseName(resolved(version));
    const bool isKnown =
        std::ranges::any_of(known(), [&name](const GoRelease &release) { return release.versionText == name; });
    if (isKnown || m_sources.isOffline)
        return begin();
    connect(this, &ToolchainStore::refreshed, this, begin, Qt::SingleShotConnection);
    refreshKnown();
}

void ToolchainStore::installFile(const QString &path)
{
    if (m_installs.contains(path))
        return;
    ToolchainSource source;
    source.kind = ToolchainSource::Kind::File;
    source.path = path;
    enqueue(path, {{}, {source}, m_folder, downloadsFolder(), m_environment, m_setup.unpack, m_setup.patience});
}

void ToolchainStore::enqueue(const QString &name, InstallRequest request)
{
    if (m_installs.contains(name))
        return;
    auto *install = new ToolchainInstall(m_network, std::move(request), this);
    m_installs.insert(name, install);
    m_waiting += name;
    connect(install, &ToolchainInstall::progressed, this,
            [this, name](const InstallProgress &progress) { emit installChanged(name, progress); });
    connect(install, &ToolchainInstall::finished, this, [this, name, install](const Result<GoToolchain> &result) {
        install->deleteLater();
        m_installs.remove(name);
        m_waiting.removeAll(name);
        startNext();
        if (result)
            readFolder();
        emit installFinished(name, result);
    });
    emit installChanged(name, {});
    startNext();
}

void ToolchainStore::startNext()
{
    while (!m_waiting.isEmpty() && m_installs.size() - m_waiting.size() < MostAtOnce)
        m_installs[m_waiting.takeFirst()]->start();
}

void ToolchainStore::cancel(const QString &name)
{
    if (ToolchainInstall *install = m_installs.value(name))
        install->cancel();
}

void ToolchainStore::remove(const QString &versionText)
{
    const auto found = std::ranges::find(m_installed, versionText, &FetchedToolchain::versionText);
    if (found == m_installed.end()) {
        const Error error{ErrorCode::NotFound,
                          tr("%1 was not removed.").arg(versionText),
                          tr("Only versions that Plugsmith fetched can be removed by it."),
                          {}};
        QTimer::singleShot(0, this, [this, versionText, error] { emit removed(versionText, error); });
        return;
    }
    const auto work = [root = found->root]() -> Result<void> {
        // Under another name first: nobody may find half a toolchain.
        const QString doomed = temporaryNameFor(root);
        if (const auto renamed = renameOver(root, doomed); !renamed)
            return renamed.error();
        QDir(doomed).removeRecursively();
        return {};
    };
    runInPool(this, work, [this, versionText](const Result<void> &result) {
        readFolder();
        emit removed(versionText, result);
    });
}

void ToolchainStore::noteUse(const GoToolchain &toolchain) const
{
    if (toolchain.origin != GoToolchain::Origin::Fetched)
        return;
    QThreadPool::globalInstance()->start(
        [path = QString(toolchain.root + u'/' + QLatin1StringView(FetchedInfo::FileName))] {
            QFile file(path);
            if (file.open(QIODevice::ReadWrite))
                file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
        });
}

} // namespace plugsmith
