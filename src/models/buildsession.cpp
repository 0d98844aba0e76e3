// SPDX-License-Identifier: Apache-2.0
#include "models/buildsession.h"

#include "base/deliver.h"
#include "base/folders.h"
#include "base/settingkeys.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxRecent = 20;
constexpr int BuildsToLearnFrom = 5;
constexpr auto ChoicesGroup = "choices-1";

/// "pricing" for git.example.com/shop/pricing/v2: the last element that is no version.
QString nameOfModule(const QString &path)
{
    static const QRegularExpression version(u"(?:/v[0-9]+|\\.v[0-9]+)$"_s);
    QString name = path;
    name.remove(version);
    name = name.section(u'/', -1);
    return name.isEmpty() ? u"main"_s : name.replace(u'.', u'_');
}

double medianOf(QVector<double> values)
{
    std::ranges::sort(values);
    return values.isEmpty() ? -1 : values[values.size() / 2];
}

} // namespace

BuildSession::BuildSession(BuildEngine &engine, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_jobs(engine.queue())
{
    connect(&m_loader, &SourceLoader::loaded, this, &BuildSession::onLoaded);
    connect(&engine, &BuildEngine::machineFound, this, &BuildSession::onMachineFound);
    connect(&m_matrix, &TargetMatrixModel::selectionChanged, this, [this] {
        if (!m_isChoosing)
            onChosen();
    });
    connect(&engine.queue(), &BuildQueue::jobAdded, this, &BuildSession::onJobAdded);
    connect(&engine.queue(), &BuildQueue::jobChanged, this, &BuildSession::onJobChanged);
    connect(&engine.queue(), &BuildQueue::jobProgressed, this, &BuildSession::summaryChanged);
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
    m_nextPaths.clear();
    m_paths.clear();
    for (const QString &path : paths)
        m_paths += QFileInfo(path).absoluteFilePath();
    m_scans.clear();
    m_plan.reset();
    m_main = -1;
    m_wanted.reset();
    load({});
}

/// Which files take part, and so what is found, depends on the build tags.
void BuildSession::load(const QStringList &tags)
{
    m_scannedTags = tags;
    setState(SourceState::Scanning);
    m_loader.load(m_paths, tags);
}

void BuildSession::addLocalModule(const QString &path)
{
    if (!m_paths.isEmpty())
        open(m_paths + QStringList{path});
}

void BuildSession::scanAgain()
{
    if (m_paths.isEmpty())
        return;
    if (m_main >= 0)
        m_wanted = m_scans[0].mains[m_main];
    load(m_options.tags);
}

void BuildSession::cancelScan()
{
    m_loader.cancel();
}

void BuildSession::close()
{
    m_loader.cancel();
    m_nextPaths.clear();
    m_paths.clear();
    m_scans.clear();
    m_plan.reset();
    m_main = -1;
    m_matrix.setModule(std::nullopt);
    m_matrix.setJobStates({});
    m_runIds.clear();
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
        return setState(SourceState::Problem);
    }
    m_scans = *scans;
    QStringList recent = m_settings.get(keys::RecentSources);
    recent.removeAll(m_paths.first());
    recent.prepend(m_paths.first());
    m_settings.set(keys::RecentSources, recent.first(qMin(recent.size(), qsizetype(MaxRecent))));

    if (!isBuilding()) // jobs that are resumed may run already
        m_runIds.clear();
    m_main = wantedMain();
    chooseDefaults();
    if (m_main >= 0 && m_options.tags != m_scannedTags)
        return load(m_options.tags);
    if (m_main < 0) {
        const auto &findings = m_scans[0].findings;
        m_problem = findings.isEmpty() ? Error{} : findings.first().words;
        m_buildsWhenReady = false;
        return setState(SourceState::Problem);
    }
    setState(SourceState::Ready);
    replan();
    emit said(tr("%1 is ready to build").arg(m_scans[0].displayName));
    startIfWanted();
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
}

void BuildSession::startIfWanted()
{
    if (m_buildsWhenReady && m_state == SourceState::Ready && m_engine.isMachineKnown()) {
        m_buildsWhenReady = false;
        build();
    }
}

const ScannedModule *BuildSession::module() const
{
    if (m_main < 0 || m_scans.isEmpty())
        return nullptr;
    return &m_scans[0].modules[m_scans[0].mains[m_main].module];
}

QString BuildSession::defaultDestination() const
{
    QString base = m_settings.get(keys::OutputFolder);
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
        const QByteArray stored =
            m_settings.subjectValue(QLatin1StringView(ChoicesGroup), chosen->mod.module.text).toByteArray();
        const QJsonObject before = QJsonDocument::fromJson(stored).object();
        m_name = before.value("name"_L1).toString(nameOfModule(chosen->mod.module.text));
        m_isDestinationChosen = before.contains("destination"_L1);
        m_destination = before.value("destination"_L1).toString(defaultDestination());
        m_options = {};
        if (const auto preset = Preset::fromJson(stored, {})) {
            m_options = preset->options;
            targets = preset->targets;
        }
    }
    m_matrix.select(targets);
    if (m_matrix.selected().isEmpty()) {
        // The Go that the user works with, else the newest, for this machine.
        const auto &toolchains = m_engine.machine().toolchains;
        const auto fits = [this](const GoToolchain &toolchain) {
            return toolchain.isUsable() && !m_matrix.isBlocked({toolchain.version, Platform::thisMachine()});
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
    const Preset preset{m_name, m_matrix.selected(), m_options};
    QJsonObject object = QJsonDocument::fromJson(preset.toJson()).object();
    if (m_isDestinationChosen)
        object.insert(u"destination"_s, m_destination);
    m_settings.setSubjectValue(QLatin1StringView(ChoicesGroup), chosen->mod.module.text,
                               QJsonDocument(object).toJson(QJsonDocument::Compact));
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
    if (m_state == SourceState::Ready && m_main >= 0) {
        const BuildRequest request{m_scans,   m_scans[0].mains[m_main], m_name, m_destination,
                                   m_options, m_matrix.selected()};
        auto plan = makePlan(request, m_engine.machine());
        if (plan)
            m_plan = *plan;
        else
            m_planProblem = plan.error();
    }
    learnDurations();
    if (!isBuilding()) {
        m_runIds.clear();
        m_matrix.setJobStates({});
        m_jobs.showPlan(m_plan ? m_plan->jobs : QVector<PlannedJob>());
    }
    emit choicesChanged();
    emit summaryChanged();
}

BuildSummary BuildSession::summary() const
{
    if (!m_runIds.isEmpty())
        return summariseJobs(
            runJobs(), isBuilding() ? static_cast<double>(m_runClock.elapsed()) / 1000.0 : m_runSeconds, secondsLeft());
    BuildSummary summary = summarisePlan(m_plan, m_state == SourceState::Ready, estimate());
    if (!m_planProblem.message.isEmpty()) {
        summary.title = m_planProblem.message;
        summary.detail = m_planProblem.reason;
    }
    return summary;
}

/// Asks the history how long earlier builds of the planned targets took.
void BuildSession::learnDurations()
{
    if (!m_plan)
        return;
    for (const PlannedJob &job : m_plan->jobs) {
        const QString key = durationKey(job);
        if (m_durations.contains(key))
            continue;
        m_durations.insert(key, -1);
        deliver(m_engine.history().durations(job.modules.value(0).path, job.target, BuildsToLearnFrom), this,
                [this, key](const QVector<double> &seconds) {
                    m_durations.insert(key, medianOf(seconds));
                    if (!seconds.isEmpty())
                        emit summaryChanged();
                });
    }
}

QString BuildSession::durationKey(const PlannedJob &job)
{
    return job.modules.value(0).path + u' ' + job.target.toString();
}

/// How long so many seconds of work take side by side; -1 if one of them is unknown.
double BuildSession::secondsFor(const QVector<double> &works) const
{
    double sum = 0;
    double longest = 0;
    for (const double work : works) {
        if (work < 0)
            return -1;
        sum += work;
        longest = qMax(longest, work);
    }
    return qMax(longest, sum / m_engine.queue().parallel());
}

double BuildSession::estimate() const
{
    QVector<double> works;
    if (m_plan) {
        for (const PlannedJob &job : m_plan->jobs)
            works += job.blocked ? 0 : m_durations.value(durationKey(job), -1);
    }
    return secondsFor(works);
}

double BuildSession::secondsLeft() const
{
    QVector<double> works;
    for (const BuildJob *job : runJobs()) {
        const double usual = m_durations.value(durationKey(job->plan()), -1);
        if (!isFinished(job->state()))
            works += usual < 0 ? -1 : qMax(0.0, usual - job->seconds());
    }
    return secondsFor(works);
}

QVector<const BuildJob *> BuildSession::runJobs() const
{
    QVector<const BuildJob *> jobs;
    const BuildQueue &queue = m_engine.queue();
    for (const QString &id : m_runIds) {
        if (const BuildJob *job = queue.find(id))
            jobs += job;
    }
    return jobs;
}

bool BuildSession::isBuilding() const
{
    return std::ranges::any_of(runJobs(), [](const BuildJob *job) { return !isFinished(job->state()); });
}

void BuildSession::build(bool force)
{
    if (m_state != SourceState::Ready || m_main < 0 || m_matrix.selected().isEmpty())
        return;
    beginRun();
    // Before the jobs exist: one that fails at once is the next thing to tell of.
    emit said(tr("Building %n plugin(s)", nullptr, static_cast<int>(m_matrix.selected().size())));
    const BuildRequest request{m_scans,   m_scans[0].mains[m_main], m_name, m_destination,
                               m_options, m_matrix.selected()};
    const auto ids = m_engine.build(request, force);
    if (!ids) {
        m_planProblem = ids.error();
        emit summaryChanged();
        return;
    }
    updateMatrixStates();
    emit started(ids->first());
    emit summaryChanged();
}

void BuildSession::beginRun()
{
    if (!isBuilding()) {
        m_engine.queue().clearFinished();
        m_runIds.clear();
        m_runClock.start();
    }
    m_jobs.showQueue();
}

void BuildSession::resume(const QVector<JobRecord> &records)
{
    beginRun();
    m_engine.buildAgain(records);
    if (m_state == SourceState::None && !records.isEmpty())
        open(records.first().spec.sources);
}

bool BuildSession::hasLocalReplaces() const
{
    const ScannedModule *chosen = module();
    return chosen && std::ranges::any_of(chosen->mod.replaces, &GoModReplace::isLocal);
}

void BuildSession::cancelAll()
{
    m_engine.queue().cancelAll();
}

void BuildSession::retryAll(JobState state)
{
    const QStringList ids = m_runIds;
    for (const QString &id : ids) {
        const BuildJob *job = m_engine.queue().find(id);
        if (job && job->state() == state)
            retry(id);
    }
}

void BuildSession::retryFailed()
{
    retryAll(JobState::Failed);
}

void BuildSession::buildCancelled()
{
    retryAll(JobState::Cancelled);
}

void BuildSession::retry(const QString &jobId)
{
    if (!isBuilding())
        m_runClock.start();
    continueAs(jobId, m_engine.queue().retry(jobId));
}

bool BuildSession::retryAs(const QString &jobId, const BuildOptions &options, const Target &target)
{
    const BuildJob *job = m_engine.queue().find(jobId);
    if (!job || m_state != SourceState::Ready || job->plan().sources.value(0) != m_scans[0].origin)
        return false;
    JobSpec spec = job->record().spec;
    spec.options = options;
    spec.target = target;
    const auto main = mainPackageOf(spec, m_scans[0]);
    if (!main)
        return false;
    const auto plan = makePlan({m_scans, *main, spec.name, spec.destination, options, {target}}, m_engine.machine());
    if (!plan)
        return false;
    spec.sources = plan->jobs[0].sources;
    if (!isBuilding())
        m_runClock.start();
    continueAs(jobId, m_engine.queue().replace(jobId, {plan->jobs[0], spec}));
    return true;
}

/// The run goes on with another job in the place of one of its own.
void BuildSession::continueAs(const QString &jobId, const QString &nextId)
{
    if (nextId.isEmpty())
        return;
    m_runIds.replaceInStrings(jobId, nextId);
    updateMatrixStates();
    emit summaryChanged();
}

/// Of build() or of resume(), whose jobs come as their sources are read.
void BuildSession::onJobAdded(int index)
{
    m_runIds += m_engine.queue().at(index)->id();
    m_jobs.showQueue();
    updateMatrixStates();
    emit summaryChanged();
}

void BuildSession::onJobChanged(int index)
{
    if (index >= 0 && m_runIds.contains(m_engine.queue().at(index)->id()))
        updateMatrixStates();
    emit summaryChanged();
}

void BuildSession::updateMatrixStates()
{
    QHash<QString, JobState> states;
    for (const BuildJob *job : runJobs())
        states.insert(job->plan().target.toString(), job->state());
    m_matrix.setJobStates(states);
}

void BuildSession::onIdle()
{
    m_runSeconds = static_cast<double>(m_runClock.elapsed()) / 1000.0;
    m_durations.clear(); // there are newer ones
    learnDurations();
    const BuildSummary end = summary();
    if (end.built > 0)
        emit said(tr("%n plugin(s) written to %1", nullptr, end.built).arg(folders::shortened(m_destination)));
    else
        emit said(end.title);
    emit summaryChanged();
    if (!m_nextPaths.isEmpty())
        open(QStringList(m_nextPaths));
}

} // namespace plugsmith
