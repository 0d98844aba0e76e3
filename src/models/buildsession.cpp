// SPDX-License-Identifier: Apache-2.0
#include "models/buildsession.h"

#include "base/folders.h"
#include "base/settingkeys.h"
#include "models/modulechoices.h"

#include <QDir>
#include <QFileInfo>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxRecent = 20;
constexpr int MaxRescans = 3;
constexpr std::chrono::seconds RescanDelay{2};

} // namespace

BuildSession::BuildSession(BuildEngine &engine, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_jobs(engine.queue())
    , m_run(engine.queue())
    , m_awaited(engine.store())
    , m_estimates(engine.history())
    , m_upToDate(engine)
{
    engine.queue().setArchiveLimits(ArchiveLimits::of(settings));
    m_loader.setLimits(engine.queue().archiveLimits());
    m_matrix.setVersionChoices(settings.get(keys::MatrixVersions));
    connect(&m_matrix, &TargetMatrixModel::versionsChosen, this,
            [this] { m_settings.set(keys::MatrixVersions, m_matrix.versionChoices()); });
    connect(&m_estimates, &BuildEstimates::learned, this, [this] {
        if (m_plan)
            m_jobs.setEstimates(m_estimates.secondsOf(m_plan->jobs));
        emit summaryChanged();
    });
    connect(&m_watch, &SourceWatch::changed, this, &BuildSession::onChangedOnDisk);
    connect(&m_upToDate, &UpToDateCheck::checked, &m_matrix, &TargetMatrixModel::setUpToDate);
    connect(&m_loader, &SourceLoader::loaded, this, &BuildSession::onLoaded);
    connect(&engine, &BuildEngine::machineFound, this, &BuildSession::onMachineFound);
    connect(&engine.store(), &ToolchainStore::knownChanged, this, &BuildSession::onKnownVersions);
    connect(&engine.store(), &ToolchainStore::installChanged, this, [this] {
        if (!m_awaited.isEmpty())
            emit summaryChanged();
    });
    connect(&m_awaited, &AwaitedToolchains::failed, this, &BuildSession::onFetchFailed);
    connect(&m_matrix, &TargetMatrixModel::selectionChanged, this, &BuildSession::onSelectionChanged);
    connect(&engine.queue(), &BuildQueue::jobAdded, this, &BuildSession::onJobAdded);
    connect(&engine.queue(), &BuildQueue::jobChanged, this, &BuildSession::onJobChanged);
    connect(&engine.queue(), &BuildQueue::jobProgressed, this, [this](int index) {
        const BuildJob *job = m_engine.queue().at(index);
        m_matrix.setJobProgress(job->plan().target, job->progress());
        emit summaryChanged();
    });
    connect(&engine.queue(), &BuildQueue::idle, this, &BuildSession::onIdle);
}

void BuildSession::setState(SourceState state)
{
    m_state = state;
    emit sourceChanged();
    emit summaryChanged();
}

void BuildSession::open(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    if (isBuilding() && m_state != SourceState::None) {
        m_nextPaths = paths;
        emit said(tr("%1 is opened when the builds have ended").arg(QFileInfo(paths.first()).fileName()));
        emit waitingSourceChanged();
        return;
    }
    openNow(paths);
}

void BuildSession::switchNow()
{
    if (!m_nextPaths.isEmpty())
        openNow(QStringList(m_nextPaths));
}

void BuildSession::forgetWaiting()
{
    m_nextPaths.clear();
    emit waitingSourceChanged();
}

void BuildSession::openNow(const QStringList &paths)
{
    m_awaited.clear();
    m_nextPaths.clear();
    m_paths.clear();
    for (const QString &path : paths)
        m_paths += QFileInfo(path).absoluteFilePath();
    m_scans.clear();
    m_plan.reset();
    m_main = -1;
    m_wanted.reset();
    m_acceptsOtherPaths = false;
    m_rescans = 0;
    load({});
}

/// Which files take part, and so what is found, depends on the build tags.
void BuildSession::load(const QStringList &tags)
{
    m_scannedTags = tags;
    m_watch.watch({});
    setState(SourceState::Scanning);
    m_loader.load(m_paths, tags);
}

void BuildSession::addLocalModule(const QString &path)
{
    if (!m_paths.isEmpty())
        open(m_paths + QStringList{path});
}

void BuildSession::acceptOtherPaths()
{
    m_acceptsOtherPaths = true;
    replan();
}

void BuildSession::scanAgain()
{
    if (m_paths.isEmpty())
        return;
    if (m_main >= 0)
        m_wanted = m_scans[0].mains[m_main];
    load(m_options.tags);
}

/// A folder in which somebody writes just now is likely to be whole a moment later.
void BuildSession::scanSoon()
{
    if (m_problem.code != ErrorCode::ReadFailed || !QFileInfo(m_paths.first()).isDir() || m_rescans >= MaxRescans)
        return;
    ++m_rescans;
    QTimer::singleShot(RescanDelay, this, [this, paths = m_paths] {
        if (m_state == SourceState::Problem && m_paths == paths)
            scanAgain();
    });
}

void BuildSession::setArchiveLimits(const ArchiveLimits &limits)
{
    limits.keep(m_settings);
    m_engine.queue().setArchiveLimits(limits);
    m_loader.setLimits(limits);
    scanAgain();
}

void BuildSession::cancelScan()
{
    m_loader.cancel();
}

void BuildSession::close()
{
    m_awaited.clear();
    m_loader.cancel();
    m_watch.watch({});
    m_upToDate.clear();
    m_nextPaths.clear();
    m_paths.clear();
    m_scans.clear();
    m_plan.reset();
    m_main = -1;
    m_matrix.setModule(std::nullopt);
    m_matrix.setJobStates({});
    m_run.clear();
    setState(SourceState::None);
}

void BuildSession::onLoaded(const Result<QVector<SourceScan>> &scans)
{
    if (m_paths.isEmpty())
        return; // closed in between
    if (!scans) {
        if (scans.error().code == ErrorCode::Cancelled)
            return close();
        m_problem = scans.error();
        m_buildsWhenReady = false;
        m_watch.watch(m_paths); // the next version of it may be a better one
        setState(SourceState::Problem);
        return scanSoon();
    }
    m_scans = *scans;
    QStringList recent = m_settings.get(keys::RecentSources);
    recent.removeAll(m_paths.first());
    recent.prepend(m_paths.first());
    m_settings.set(keys::RecentSources, recent.first(qMin(recent.size(), qsizetype(MaxRecent))));

    if (!isBuilding()) // jobs that are resumed may run already
        m_run.clear();
    m_main = wantedMain();
    chooseDefaults();
    if (m_main >= 0 && m_options.tags != m_scannedTags)
        return load(m_options.tags);
    if (m_main < 0) {
        const auto &findings = m_scans[0].findings;
        m_problem = findings.isEmpty() ? Error{} : findings.first().words;
        m_buildsWhenReady = false;
        m_watch.watch(m_paths);
        return setState(SourceState::Problem);
    }
    m_watch.watch(m_paths);
    setState(SourceState::Ready);
    replan();
    emit said(tr("%1 is ready to build").arg(m_scans[0].displayName));
    startIfWanted();
    buildFetched();
}

/// The package that was chosen before the source was read again, if it is still there.
int BuildSession::wantedMain() const
{
    const auto &mains = m_scans[0].mains;
    const auto same = std::ranges::find_if(mains, [this](const MainPackage &main) {
        return m_wanted && main.folder == m_wanted->folder && main.singleFile == m_wanted->singleFile;
    });
    return same == mains.end() ? m_scans[0].defaultMain() : static_cast<int>(same - mains.begin());
}

void BuildSession::onMachineFound()
{
    m_isChoosing = true;
    m_matrix.setMachine(m_engine.machine());
    m_isChoosing = false;
    if (m_state == SourceState::Ready) {
        chooseDefaults();
        replan();
    }
    startIfWanted();
    buildFetched();
}

void BuildSession::onKnownVersions()
{
    QMap<GoVersion, qint64> versions;
    for (const GoRelease &release : m_engine.store().known())
        versions.insert(release.version, release.archive ? release.archive->bytes : -1);
    m_isChoosing = true;
    m_matrix.setFetchable(versions);
    m_isChoosing = false;
    if (m_state == SourceState::Ready && m_engine.isMachineKnown()) {
        chooseDefaults(); // what was chosen before may need one of them
        replan();
    }
}

void BuildSession::startIfWanted()
{
    if (m_buildsWhenReady && m_state == SourceState::Ready && m_engine.isMachineKnown()) {
        m_buildsWhenReady = false;
        build();
    }
}

/// Reads the source again by itself, unless jobs run: those are of the source as it was.
void BuildSession::onChangedOnDisk()
{
    if (!isBuilding() && m_state != SourceState::Scanning)
        return scanAgain();
    emit sourceChanged();
}

QStringList BuildSession::recentSources() const
{
    return m_settings.get(keys::RecentSources);
}

const ScannedModule *BuildSession::module() const
{
    if (m_main < 0 || m_scans.isEmpty())
        return nullptr;
    return &m_scans[0].modules[m_scans[0].mains[m_main].module];
}

QString BuildSession::defaultDestination() const
{
    QString base = folders::expanded(m_settings.get(keys::OutputFolder));
    if (base.isEmpty())
        base = QDir::homePath() + u"/plugins";
    return base + u'/' + PluginName::stemOfGivenName(m_name);
}

/// What was chosen the last time for this module, or what is safe.
void BuildSession::chooseDefaults()
{
    m_isChoosing = true;
    const ScannedModule *chosen = module();
    m_matrix.setModule(chosen ? std::optional(chosen->mod) : std::nullopt);
    QVector<Target> targets;
    if (chosen) {
        const ModuleChoices before = ModuleChoices::of(m_settings, chosen->mod.module.text);
        m_name = before.name;
        m_isDestinationChosen = before.destination.has_value();
        m_destination = before.destination.value_or(defaultDestination());
        m_options = before.options;
        m_presetName = before.presetName;
        targets = before.targets;
    }
    m_matrix.select(targets);
    if (m_matrix.selected().isEmpty()) {
        // The Go that the user works with, else the newest, for this machine.
        const auto &toolchains = m_engine.machine().toolchains;
        const auto fits = [this](const GoToolchain &toolchain) { // a column that somebody has hidden is not wanted
            return toolchain.isUsable() && !m_matrix.isHidden(toolchain.version) &&
                   !m_matrix.isBlocked({toolchain.version, Platform::thisMachine()});
        };
        auto best = std::ranges::find_if(toolchains, [&fits](const GoToolchain &t) { return t.isOnPath && fits(t); });
        if (best == toolchains.end())
            best = std::ranges::find_if(toolchains, fits);
        if (best != toolchains.end())
            m_matrix.select({{best->version, Platform::thisMachine()}});
    }
    m_isChoosing = false;
}

void BuildSession::remember()
{
    const ScannedModule *chosen = module();
    if (!chosen)
        return;
    const std::optional<QString> destination = m_isDestinationChosen ? std::optional(m_destination) : std::nullopt;
    ModuleChoices{m_name, destination, m_options, m_matrix.selected(), m_presetName}.keep(m_settings,
                                                                                          chosen->mod.module.text);
}

void BuildSession::setMain(int index)
{
    if (m_scans.isEmpty() || index < 0 || index >= m_scans[0].mains.size() || index == m_main)
        return;
    const ScannedModule *before = module();
    m_main = index;
    if (module() != before)
        chooseDefaults();
    replan();
}

bool BuildSession::setMainFolder(const QString &folder)
{
    if (m_scans.isEmpty())
        return false;
    const auto cleaned = [](const QString &path) {
        const QString clean = QDir::cleanPath(path.trimmed());
        return clean.startsWith("./"_L1) ? clean.sliced(2) : clean;
    };
    const SourceScan &scan = m_scans[0];
    for (int i = 0; i < scan.mains.size(); ++i) {
        const MainPackage &main = scan.mains[i];
        const QString shown = scan.shownFolder(main.folder);
        const QString file = main.singleFile.isEmpty() ? shown : QString(shown + u'/' + main.singleFile);
        if (cleaned(file) == cleaned(folder) || cleaned(main.folder) == cleaned(folder)) {
            setMain(i);
            return true;
        }
    }
    return false;
}

void BuildSession::setModule(int module)
{
    if (m_scans.isEmpty())
        return;
    SourceScan narrowed = m_scans[0];
    narrowed.mains.removeIf([module](const MainPackage &main) { return main.module != module; });
    if (const int chosen = narrowed.defaultMain(); chosen >= 0)
        setMain(static_cast<int>(m_scans[0].mains.indexOf(narrowed.mains[chosen])));
}

void BuildSession::setName(const QString &name)
{
    if (name == m_name)
        return;
    m_name = name;
    if (!m_isDestinationChosen)
        m_destination = defaultDestination();
    onChosen();
}

void BuildSession::setDestination(const QString &folder)
{
    if (folder == m_destination)
        return;
    m_destination = folder;
    m_isDestinationChosen = !folder.isEmpty() && folder != defaultDestination();
    onChosen();
}

void BuildSession::setOptions(const BuildOptions &options)
{
    if (options == m_options)
        return;
    m_options = options;
    onChosen();
}

void BuildSession::applyPreset(const Preset &preset)
{
    m_isChoosing = true;
    for (const Target &target : preset.targets)
        m_matrix.setVersionShown(target.version, true);
    m_matrix.select(preset.targets);
    m_isChoosing = false;
    const bool otherTags = preset.options.tags != m_options.tags;
    m_options = preset.options;
    m_presetName = preset.name;
    onChosen();
    if (otherTags)
        scanAgain(); // other files take part now
}

void BuildSession::setPresetName(const QString &name)
{
    m_presetName = name;
    onChosen();
}

/// While jobs run, clearing a cell whose job waits takes the job back.
void BuildSession::onSelectionChanged()
{
    const QVector<Target> selected = m_matrix.selected();
    const QVector<Target> before = std::exchange(m_selectedBefore, selected);
    if (m_isChoosing)
        return;
    if (isBuilding() && m_state == SourceState::Ready) {
        QStringList dropped;
        for (const BuildJob *job : m_run.jobs()) {
            const Target target = job->plan().target;
            if ((job->state() == JobState::Queued || job->state() == JobState::Held) && before.contains(target) &&
                !selected.contains(target))
                dropped += job->id();
        }
        for (const Target &target : m_awaited.targets()) {
            if (!selected.contains(target))
                m_awaited.remove(target);
        }
        for (const QString &id : std::as_const(dropped)) {
            if (m_run.ids().size() > 1)
                m_run.remove(id);
            m_engine.queue().cancel(id);
        }
        updateMatrixStates();
    }
    onChosen();
}

/// What a person chooses is kept for the module at once: a source is often closed or read again before it is built.
void BuildSession::onChosen()
{
    remember();
    replan();
}

void BuildSession::replan()
{
    m_plan.reset();
    m_planProblem = {};
    m_matrix.setLevels(m_options.levels);
    if (m_state == SourceState::Ready && m_main >= 0) {
        const BuildRequest request{m_scans,
                                   m_scans[0].mains[m_main],
                                   m_name,
                                   m_destination,
                                   m_options,
                                   m_matrix.selected(),
                                   m_acceptsOtherPaths};
        auto plan = makePlan(request, m_engine.machine());
        if (plan)
            m_plan = *plan;
        else
            m_planProblem = plan.error();
        explainFetches();
    }
    const QVector<PlannedJob> jobs = m_plan ? m_plan->jobs : QVector<PlannedJob>();
    m_estimates.learn(jobs);
    if (!isBuilding()) {
        m_run.clear();
        m_matrix.setJobStates({});
        m_jobs.showPlan(jobs);
        m_jobs.setEstimates(m_estimates.secondsOf(jobs));
        checkUpToDate();
    }
    emit choicesChanged();
    emit summaryChanged();
}

void BuildSession::checkUpToDate()
{
    if (m_state == SourceState::Ready && m_plan)
        m_upToDate.check(m_plan->jobs);
}

bool BuildSession::hasLocalReplaces() const
{
    const ScannedModule *chosen = module();
    return chosen && std::ranges::any_of(chosen->mod.replaces, &GoModReplace::isLocal);
}

} // namespace plugsmith
