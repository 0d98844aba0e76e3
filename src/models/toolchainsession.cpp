// SPDX-License-Identifier: Apache-2.0
#include "models/toolchainsession.h"

#include "base/deliver.h"
#include "base/settingkeys.h"
#include "build/buildengine.h"
#include "toolchain/discovery.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 OldSeconds = 86'400;

QString hostOf(const QUrl &url)
{
    return url.port() > 0 ? u"%1:%2"_s.arg(url.host()).arg(url.port()) : url.host();
}

} // namespace

ToolchainSession::ToolchainSession(BuildEngine &engine, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_goFolders(settings.get(keys::GoFolders))
    , m_userCompilers(UserCompiler::of(settings))
    , m_versions(engine)
    , m_compilers(engine)
{
    ToolchainStore &store = engine.store();
    connect(&store, &ToolchainStore::refreshed, this, &ToolchainSession::changed);
    connect(&store, &ToolchainStore::knownChanged, this, [this] {
        m_listProblem = {};
        emit changed();
    });
    connect(&store, &ToolchainStore::installedChanged, this, [this] {
        m_isLoaded = true;
        askWhenReady();
    });
    connect(&store, &ToolchainStore::problem, this, [this](const Error &error) {
        m_listProblem = error;
        emit changed();
    });
    connect(&store, &ToolchainStore::installFinished, this, &ToolchainSession::onInstallFinished);
    connect(&store, &ToolchainStore::removed, this, [this](const QString &name, const Result<void> &result) {
        if (!result)
            emit problem(result.error());
        else
            emit said(tr("%1 was removed").arg(name));
    });
    connect(&engine.preflight(), &Preflight::finished, this, &ToolchainSession::onChecked);
    connect(&engine, &BuildEngine::machineFound, this, [this] {
        if (std::exchange(m_checksWhenFound, false))
            startChecks();
        if (const QString folder = std::exchange(m_addedFolder, {}); !folder.isEmpty()) {
            const auto &found = m_engine.machine().toolchains;
            const bool isThere = std::ranges::any_of(
                found, [&folder](const GoToolchain &one) { return one.root.startsWith(folder) && one.isUsable(); });
            emit said(isThere ? tr("The Go in %1 was added").arg(folder)
                              : tr("There is no usable Go in %1").arg(folder));
        }
        askWhenReady();
        emit changed();
    });
    m_compilers.setUserCompilers(m_userCompilers);
    applySettings();
    store.load();
}

void ToolchainSession::applySettings()
{
    m_engine.store().setSources(ToolchainSources::of(m_settings));
    const QStringList folders = m_settings.get(keys::GoFolders);
    const QVector<UserCompiler> compilers = UserCompiler::of(m_settings);
    if (folders != m_goFolders || compilers != m_userCompilers) {
        m_goFolders = folders;
        m_userCompilers = compilers;
        m_engine.setGoFolders(folders);
        m_engine.setCompilers(compilers);
        m_compilers.setUserCompilers(compilers);
        if (m_engine.isMachineKnown())
            m_engine.findToolchains();
    }
    emit changed();
}

bool ToolchainSession::mayAsk() const
{
    return m_settings.get(keys::MayFetch);
}

QString ToolchainSession::askedSources() const
{
    const ToolchainSources &sources = m_engine.store().sources();
    QStringList names;
    if (sources.useModuleProxy)
        names += tr("the Go module proxy");
    if (sources.useIndex)
        names += hostOf(sources.index);
    if (!sources.mirror.isEmpty())
        names += hostOf(sources.mirror);
    return names.join(u", "_s);
}

bool ToolchainSession::isAsking() const
{
    return m_engine.store().isRefreshing();
}

void ToolchainSession::askForVersions()
{
    m_settings.set(keys::MayFetch, true);
    m_engine.store().refreshKnown();
    emit changed();
}

void ToolchainSession::askIfOld()
{
    m_asksIfOld = true;
    askWhenReady();
}

/// The list may be in the cache, and the module proxy is asked by a Go that has to be found.
void ToolchainSession::askWhenReady()
{
    if (!m_isLoaded || !m_engine.isMachineKnown() || !std::exchange(m_asksIfOld, false))
        return;
    const QDateTime at = m_engine.store().knownAt();
    const bool isOld = !at.isValid() || at.secsTo(QDateTime::currentDateTimeUtc()) > OldSeconds;
    if (mayAsk() && isOld && m_listProblem.message.isEmpty())
        askForVersions();
}

void ToolchainSession::get(const QString &version)
{
    const auto wanted = GoVersion::parse(version);
    if (!wanted)
        return;
    m_settings.set(keys::MayFetch, true);
    m_engine.store().install(*wanted);
    emit changed();
}

void ToolchainSession::act(const QString &key)
{
    const int row = m_versions.find(key);
    if (row < 0)
        return;
    switch (m_versions.index(row, 0).data(ToolchainRow::ActionRole).value<ToolchainRow::Action>()) {
    case ToolchainRow::Action::Get:
        return get(key);
    case ToolchainRow::Action::Retry:
        m_versions.forgetError(key);
        return GoVersion::parse(key) ? get(key) : add(key);
    case ToolchainRow::Action::Cancel:
        return cancel(key);
    case ToolchainRow::Action::Remove:
        return remove(key);
    case ToolchainRow::Action::Finish:
        return finish(m_versions.rowAt(row).toolchain);
    default:
        break;
    }
}

void ToolchainSession::finish(const GoToolchain &toolchain)
{
    const auto allow = [root = toolchain.root] {
        allowPrograms(root);
        return readToolchain({root, GoToolchain::Origin::ModuleCache, false}).problem;
    };
    runInPool(this, allow, [this, root = toolchain.root](const QString &problem) {
        if (problem.isEmpty())
            m_engine.findToolchains();
        else
            emit said(tr("%1 could not be set up: its files cannot be changed.").arg(root));
    });
}

void ToolchainSession::cancel(const QString &key)
{
    m_engine.store().cancel(key);
}

std::optional<Error> ToolchainSession::removeProblem(const QString &key) const
{
    const BuildQueue &queue = m_engine.queue();
    for (int i = 0; i < queue.count(); ++i) {
        const BuildJob *job = queue.at(i);
        const GoToolchain &used = job->plan().toolchain;
        if (!isFinished(job->state()) && used.origin == GoToolchain::Origin::Fetched &&
            QFileInfo(used.root).fileName() == key) {
            return Error{ErrorCode::Unsupported,
                         tr("Go %1 cannot be removed now").arg(used.version.toString()),
                         tr("A build uses it."),
                         {}};
        }
    }
    return std::nullopt;
}

void ToolchainSession::remove(const QString &key)
{
    if (const auto why = removeProblem(key))
        emit problem(*why);
    else
        m_engine.store().remove(key);
}

void ToolchainSession::verify(const QString &key)
{
    const int row = m_versions.find(key);
    if (row < 0)
        return;
    PreflightRequest request;
    request.toolchain = m_versions.rowAt(row).toolchain;
    request.compiler = m_engine.machine().compiler.value_or(CCompiler());
    request.linkers = m_engine.linkers();
    m_versions.setVerdict(key, ToolchainModel::Verdict::Running);
    m_verifying.insert(m_engine.preflight().check(request), key);
}

void ToolchainSession::checkCompilers()
{
    if (isCheckingCompilers())
        return;
    m_checksWhenFound = true;
    m_engine.findToolchains();
    emit changed();
}

void ToolchainSession::setUserCompiler(const Platform &platform, const QString &command)
{
    QStringList kept;
    for (const UserCompiler &compiler : UserCompiler::of(m_settings)) {
        if (compiler.platform != platform)
            kept += compiler.toString();
    }
    if (!command.isEmpty())
        kept += UserCompiler{platform, command}.toString();
    m_settings.set(keys::UserCompilers, kept);
    m_checkOnly = {platform};
    m_checksWhenFound = true;
    applySettings();
    m_engine.findToolchains(); // also if it is the same command as before
}

void ToolchainSession::startChecks()
{
    const QVector<Platform> only = std::exchange(m_checkOnly, {});
    const BuildMachine &machine = m_engine.machine();
    for (const Platform &platform : m_compilers.platforms()) {
        const CCompiler *compiler = machine.compilerFor(platform);
        const auto toolchain = std::ranges::find_if(machine.toolchains, [&platform](const GoToolchain &one) {
            return one.isUsable() && canBuildPlugins(one, platform);
        });
        if (!compiler || toolchain == machine.toolchains.end() || (!only.isEmpty() && !only.contains(platform)))
            continue;
        PreflightRequest request;
        request.toolchain = *toolchain;
        request.compiler = *compiler;
        request.platform = platform;
        if (!request.isForeign())
            request.linkers = m_engine.linkers();
        m_compilers.setCheck(platform, CompilerModel::Check::Running);
        m_checks.insert(m_engine.preflight().check(request), platform);
    }
}

void ToolchainSession::onChecked(int id, const Result<PreflightReport> &report)
{
    const bool isGood = report && report->compilerWorks;
    const Error error = isGood ? Error() : report ? report->compilerProblem : report.error();
    if (m_verifying.contains(id)) {
        const QString key = m_verifying.take(id);
        m_versions.setVerdict(key, isGood ? ToolchainModel::Verdict::Good : ToolchainModel::Verdict::Bad, error);
        emit said(isGood ? tr("%1 builds plugins").arg(QFileInfo(key).fileName()) : error.sentence());
    } else if (m_checks.contains(id)) {
        m_compilers.setCheck(m_checks.take(id), isGood ? CompilerModel::Check::Good : CompilerModel::Check::Bad,
                             error.sentence());
        if (m_checks.isEmpty())
            emit said(tr("%n platform(s) build on this machine", nullptr, m_compilers.readyCount()));
        emit changed();
    }
}

void ToolchainSession::onInstallFinished(const QString &name, const Result<GoToolchain> &result)
{
    if (result)
        emit said(tr("Go %1 was installed").arg(result->version.toString()));
    else if (result.error().code != ErrorCode::Cancelled)
        emit said(result.error().sentence());
    else
        emit said(tr("%1 was cancelled").arg(QFileInfo(name).fileName()));
}

bool ToolchainSession::looksLikeGo(const QString &path)
{
    static const QRegularExpression archive(u"^(go1\\.[0-9][^/]*|v0\\.0\\.1-go1\\.[0-9][^/]*)\\.(tar\\.gz|tgz|zip)$"_s);
    const QFileInfo file(path);
    if (file.isDir())
        return QFileInfo::exists(path + u"/VERSION") && QFileInfo::exists(path + u"/bin/go");
    return archive.match(file.fileName()).hasMatch();
}

void ToolchainSession::add(const QString &path)
{
    if (QFileInfo(path).isDir())
        addFolder(QFileInfo(path).canonicalFilePath());
    else
        m_engine.store().installFile(path);
}

void ToolchainSession::addFolder(const QString &folder)
{
    QStringList folders = m_settings.get(keys::GoFolders);
    if (!folders.contains(folder))
        folders += folder;
    m_settings.set(keys::GoFolders, folders);
    m_goFolders = folders;
    m_addedFolder = folder;
    m_engine.setGoFolders(m_engine.goFolders() + QStringList{folder});
    m_engine.findToolchains();
}

QVector<FetchedToolchain> ToolchainSession::unused() const
{
    const QDateTime limit = QDateTime::currentDateTimeUtc().addDays(-UnusedDays);
    QVector<FetchedToolchain> found;
    for (const FetchedToolchain &one : m_engine.store().installed()) {
        if (one.lastUse < limit && !removeProblem(one.versionText))
            found += one;
    }
    return found;
}

} // namespace plugsmith
