// SPDX-License-Identifier: Apache-2.0
#include "cli/buildcommand.h"

#include "base/settingkeys.h"
#include "cli/jsonreporter.h"
#include "cli/output.h"
#include "cli/textreporter.h"

#include <QDir>
#include <QJsonArray>
#include <QTimer>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<Reporter> makeReporter(bool json)
{
    if (json)
        return std::make_unique<JsonReporter>();
    return std::make_unique<TextReporter>();
}

Error misfit(const QString &message, const QString &reason = {})
{
    return {ErrorCode::InvalidInput, message, reason, {}};
}

/// "./cmd/plugin/", "cmd/plugin" and "cmd/plugin/main.go" name the same place.
QString cleaned(const QString &folder)
{
    QString clean = QDir::cleanPath(folder);
    while (clean.startsWith("./"_L1))
        clean.remove(0, 2);
    return clean == "."_L1 ? QString() : clean;
}

/// So that no compiler is asked that this run has no use for: with nothing said, it builds for this machine.
QVector<Platform> platformsOf(const CommandLine &line)
{
    if (!line.versions.isEmpty() || !line.platforms.isEmpty())
        return line.platforms;
    QVector<Platform> platforms;
    for (const Target &target : line.presetTargets)
        platforms += target.platform;
    return platforms;
}

} // namespace

BuildCommand::BuildCommand(CommandLine line)
    : m_line(std::move(line))
    , m_reporter(makeReporter(m_line.json))
    , m_engine({QProcessEnvironment::systemEnvironment(),
                m_settings.get(keys::GoFolders) + m_line.goRoots,
                {},
                m_line.compilers + UserCompiler::of(m_settings),
                platformsOf(m_line)})
{
    connect(&m_loader, &SourceLoader::loaded, this, [this](const Result<QVector<SourceScan>> &scans) {
        if (!scans)
            return refuse(scans.error(), 1);
        m_scans = *scans;
        buildWhenReady();
    });
    connect(&m_engine, &BuildEngine::machineFound, this, &BuildCommand::buildWhenReady);
    BuildQueue &queue = m_engine.queue();
    if (m_line.parallel > 0)
        queue.setParallel(m_line.parallel);
    connect(&queue, &BuildQueue::jobAdded, this, [this, &queue](int index) { m_reporter->jobAdded(*queue.at(index)); });
    connect(&queue, &BuildQueue::jobProgressed, this,
            [this, &queue](int index) { m_reporter->jobProgressed(*queue.at(index)); });
    connect(&queue, &BuildQueue::jobChanged, this, [this, &queue](int index) {
        const BuildJob &job = *queue.at(index);
        m_reporter->jobChanged(job);
        if (m_line.showLog && isFinished(job.state()))
            m_reporter->log(job);
    });
    connectStore();
    // Queued: a job that fails at once ends before build() has returned.
    connect(&queue, &BuildQueue::idle, this, &BuildCommand::onIdle, Qt::QueuedConnection);
    connect(&m_signals, &SignalWatcher::stopRequested, this, [this, &queue] {
        queue.cancelAll();
        emit finished(1);
    });
}

BuildCommand::~BuildCommand() = default;

void BuildCommand::connectStore()
{
    ToolchainStore &store = m_engine.store();
    ToolchainSources sources = ToolchainSources::of(m_settings);
    sources.isOffline = m_line.isOffline;
    store.setSources(sources);
    connect(&store, &ToolchainStore::problem, this, [this](const Error &error) { m_reporter->error(error); });
    connect(&store, &ToolchainStore::installChanged, this,
            [this, told = QString()](const QString &name, const InstallProgress &progress) mutable {
                const QString text =
                    progress.step == InstallProgress::Step::Downloading ? tr("%1 is fetched.").arg(name) : QString();
                if (!text.isEmpty() && text != told)
                    m_reporter->note({PlanNote::Kind::Information, text});
                told = text.isEmpty() ? told : text;
            });
    connect(&store, &ToolchainStore::installFinished, this,
            [this, &store](const QString &, const Result<GoToolchain> &toolchain) {
                if (!toolchain)
                    m_reporter->error(toolchain.error()); // its jobs fail, since it is not installed
                m_isFetching = !store.installing().isEmpty() || store.isRefreshing();
                if (!m_isFetching)
                    m_engine.findToolchains(); // machineFound() goes on
            });
}

/// Whether something is fetched; buildWhenReady() is called again then. Only what is named is fetched, and only after
/// the user has agreed to that once.
bool BuildCommand::fetchMissing()
{
    if (m_hasFetched)
        return m_isFetching;
    m_hasFetched = true;
    if (m_line.mayFetch)
        m_settings.set(keys::MayFetch, true);
    if (m_line.isOffline || m_line.dryRun || !m_settings.get(keys::MayFetch))
        return false;
    QVector<GoVersion> wanted = m_line.versions;
    if (wanted.isEmpty() && m_line.platforms.isEmpty()) {
        for (const Target &target : m_line.presetTargets)
            wanted += target.version;
    }
    QSet<QString> missing;
    for (const GoVersion &version : std::as_const(wanted)) {
        const bool isHere =
            std::ranges::any_of(m_engine.machine().toolchains, [&version](const GoToolchain &toolchain) {
                return toolchain.isUsable() && (toolchain.version == version ||
                                                (version.patch < 0 && version.stage == GoVersion::Stage::Release &&
                                                 toolchain.version.languageVersion() == version));
            });
        if (!isHere)
            missing.insert(version.toString());
    }
    m_isFetching = !missing.isEmpty();
    for (const QString &version : std::as_const(missing))
        m_engine.store().install(*GoVersion::parse(version));
    return m_isFetching;
}

void BuildCommand::start()
{
    m_engine.start();
    m_loader.load(m_line.sources, m_line.options.tags);
}

void BuildCommand::refuse(const Error &error, int exitCode)
{
    m_reporter->error(error);
    emit finished(exitCode);
}

void BuildCommand::buildWhenReady()
{
    if (!m_scans || !m_engine.isMachineKnown() || !m_jobs.isEmpty() || fetchMissing())
        return;
    const auto request = makeRequest();
    if (!request)
        return refuse(request.error(), request.error().code == ErrorCode::InvalidInput ? 2 : 1);
    if (m_line.dryRun)
        return showPlan(*request);
    const auto ids = m_engine.build(*request, m_line.force);
    if (!ids)
        return refuse(ids.error(), 2);
    m_jobs = *ids;
}

Result<MainPackage> BuildCommand::chooseMain() const
{
    const SourceScan &scan = m_scans->first();
    QStringList modules;
    for (const ScannedModule &module : scan.modules)
        modules += module.mod.module.text;
    if (!m_line.modulePath.isEmpty() && !modules.contains(m_line.modulePath))
        return misfit(tr("There is no module %1").arg(m_line.modulePath),
                      tr("The source has: %1.").arg(modules.join(u", "_s)));
    QVector<MainPackage> mains;
    for (const MainPackage &main : scan.mains) {
        if (m_line.modulePath.isEmpty() || scan.modules[main.module].mod.module.text == m_line.modulePath)
            mains += main;
    }
    if (m_line.mainFolder.isEmpty()) {
        SourceScan narrowed = scan;
        narrowed.mains = mains;
        const int chosen = narrowed.defaultMain();
        if (chosen >= 0)
            return mains[chosen];
        const Error words =
            scan.mains.isEmpty() && !scan.findings.isEmpty()
                ? scan.findings.first().words
                : misfit(tr("No “package main” was found"), tr("A plugin is built from a main package."));
        return Error{ErrorCode::NotFound, words.message, words.reason, words.detail};
    }
    const QString wanted = cleaned(m_line.mainFolder);
    for (const MainPackage &main : mains) {
        const QString folder = cleaned(scan.shownFolder(main.folder));
        const QString file = main.singleFile.isEmpty() ? folder : cleaned(folder + u'/' + main.singleFile);
        const bool namesAFile = std::ranges::any_of(
            main.files, [&](const QString &name) { return cleaned(folder + u'/' + name) == wanted; });
        if (folder == wanted || file == wanted || main.folder == wanted || (namesAFile && main.singleFile.isEmpty()))
            return main;
    }
    QStringList candidates;
    for (const MainPackage &main : mains)
        candidates += scan.shownFolder(main.folder) + (main.singleFile.isEmpty() ? QString() : u'/' + main.singleFile);
    return misfit(tr("There is no main package %1").arg(m_line.mainFolder),
                  tr("The source has: %1.").arg(candidates.join(u", "_s)));
}

Result<QVector<Target>> BuildCommand::chooseTargets(const MainPackage &main) const
{
    if (m_line.versions.isEmpty() && m_line.platforms.isEmpty() && !m_line.presetTargets.isEmpty())
        return m_line.presetTargets;
    const QVector<GoToolchain> &installed = m_engine.machine().toolchains;
    QVector<GoVersion> versions;
    for (const GoVersion &wanted : m_line.versions) {
        // "1.22" means the newest 1.22 here, unless exactly that exists.
        GoVersion chosen = wanted;
        const bool isSeries = wanted.patch < 0 && wanted.stage == GoVersion::Stage::Release;
        if (isSeries && !m_engine.machine().toolchainFor(wanted)) {
            for (const GoToolchain &toolchain : installed) { // newest first
                if (toolchain.isUsable() && toolchain.version.languageVersion() == wanted) {
                    chosen = toolchain.version;
                    break;
                }
            }
        }
        versions += chosen;
    }
    if (versions.isEmpty()) {
        // The one the user works with, if the module takes it; else the newest.
        const GoMod &mod = m_scans->first().modules[main.module].mod;
        QVector<GoToolchain> fitting;
        std::ranges::copy_if(installed, std::back_inserter(fitting), [&mod](const GoToolchain &toolchain) {
            return toolchain.isUsable() && !tooOldFor(toolchain.version, mod);
        });
        const auto onPath = std::ranges::find_if(fitting, &GoToolchain::isOnPath);
        if (onPath != fitting.end())
            versions += onPath->version;
        else if (!fitting.isEmpty())
            versions += fitting.first().version;
        else {
            return Error{ErrorCode::NotFound,
                         tr("No Go for this module was found"),
                         mod.goDirective.isEmpty() ? tr("Install Go, or name its folder with --goroot.")
                                                   : tr("go.mod asks for Go %1 or later.").arg(mod.goDirective),
                         {}};
        }
    }
    const QVector<Platform> platforms =
        m_line.platforms.isEmpty() ? QVector<Platform>{Platform::thisMachine()} : m_line.platforms;
    QVector<Target> targets;
    for (const Platform &platform : platforms) {
        for (const GoVersion &version : versions)
            targets += {version, platform};
    }
    return targets;
}

Result<BuildRequest> BuildCommand::makeRequest() const
{
    auto main = chooseMain();
    if (!main)
        return main.error();
    auto targets = chooseTargets(*main);
    if (!targets)
        return targets.error();
    return BuildRequest{*m_scans, *main, m_line.name, m_line.destination, m_line.options, *targets};
}

void BuildCommand::showPlan(const BuildRequest &request)
{
    const auto plan = makePlan(request, m_engine.machine());
    if (!plan)
        return refuse(plan.error(), 2);
    for (const PlannedJob &job : plan->jobs) {
        const auto arguments = goArguments(job, {job.output.fileName(), {}, {}, {}, {}});
        const QString command = arguments ? shownCommand(job, *arguments) : QString();
        if (m_line.json) {
            QJsonArray notes;
            for (const PlanNote &note : job.notes)
                notes += note.text;
            QJsonObject event{{u"event"_s, u"plan"_s},
                              {u"platform"_s, job.target.platform.toString()},
                              {u"go"_s, job.target.version.toString()},
                              {u"writes"_s, QJsonArray{job.output.fileName(), job.output.infoFileName()}},
                              {u"command"_s, command},
                              {u"notes"_s, notes}};
            if (job.blocked)
                event.insert(u"blocked"_s,
                             QJsonObject{{u"message"_s, job.blocked->message}, {u"reason"_s, job.blocked->reason}});
            printJson(event);
            continue;
        }
        QStringList lines{job.target.toString()};
        if (job.blocked)
            lines += tr("  cannot be built: %1. %2").arg(job.blocked->message, job.blocked->reason);
        else
            lines += {tr("  writes  %1, %2").arg(job.output.fileName(), job.output.infoFileName()),
                      tr("  runs    %1").arg(command)};
        for (const PlanNote &note : job.notes)
            lines += tr("  note    %1").arg(note.text);
        std::fputs(qUtf8Printable(lines.join(u'\n') + u'\n'), stdout);
    }
    emit finished(plan->isBuildable() ? 0 : 1);
}

void BuildCommand::onIdle()
{
    int built = 0;
    int failed = 0;
    BuildQueue &queue = m_engine.queue();
    for (int i = 0; i < queue.count(); ++i)
        ++(queue.at(i)->state() == JobState::Done ? built : failed);
    m_reporter->finished(built, failed);
    emit finished(failed == 0 ? 0 : 1);
}

} // namespace plugsmith
