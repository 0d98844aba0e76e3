// SPDX-License-Identifier: Apache-2.0
#include "build/buildengine.h"

#include "base/deliver.h"
#include "base/folders.h"
#include "build/workerunpacker.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int KeptJobs = 500; // rows of history with their logs

QString stateFolder(const BuildEngine::Setup &setup)
{
    return setup.stateFolder.isEmpty() ? folders::state() : setup.stateFolder;
}

} // namespace

BuildEngine::BuildEngine(const Setup &setup, QObject *parent)
    : QObject(parent)
    , m_setup(setup)
    , m_goEnvironment(goEnvironmentOf(setup.environment))
    , m_history(stateFolder(setup) + u"/history.sqlite"_s)
    , m_preflight(setup.environment)
    , m_toolchainFinder(setup.environment)
    , m_cToolFinder(setup.environment)
    , m_store({setup.environment, {}, workerUnpacker()})
    , m_queue(std::make_unique<BuildQueue>(m_history, stateFolder(setup) + u"/logs"_s,
                                           [this](const BuildJob &job, std::shared_ptr<SourceSnapshot> snapshot) {
                                               return makeExecutor(job, std::move(snapshot));
                                           }))
{
    const auto findAgain = [this](const QString &, const auto &result) {
        if (result)
            findToolchains();
    };
    connect(&m_store, &ToolchainStore::installFinished, this, findAgain);
    connect(&m_store, &ToolchainStore::removed, this, findAgain);
    m_cToolFinder.setUserCompilers(setup.compilers);
    m_cToolFinder.setPlatforms(setup.platforms);
    connect(&m_toolchainFinder, &ToolchainFinder::found, this, [this] {
        m_hasToolchains = true;
        onFound();
    });
    connect(&m_cToolFinder, &CToolFinder::found, this, [this] {
        m_hasCTools = true;
        onFound();
    });
}

BuildEngine::~BuildEngine()
{
    m_queue.reset(); // while everything that jobs use is still there
}

void BuildEngine::start()
{
    m_isRecovering = true;
    findToolchains();
    takeInterrupted();
    QThreadPool::globalInstance()->start(&WorkArea::removeStale);
    m_history.prune(KeptJobs);
}

void BuildEngine::findToolchains()
{
    m_hasToolchains = m_hasCTools = false;
    SearchPlaces places = SearchPlaces::of(m_goEnvironment.variables, m_setup.goFolders);
    places.fetchedFolder = m_store.folder();
    m_toolchainFinder.find(places);
    m_cToolFinder.find(m_goEnvironment.userValue(u"CC"_s));
}

void BuildEngine::onFound()
{
    if (!m_hasToolchains || !m_hasCTools || m_isRecovering)
        return;
    m_machine.toolchains = m_toolchainFinder.toolchains();
    m_machine.setAside = m_goEnvironment.setAside;
    const CTools &tools = m_cToolFinder.tools();
    m_machine.compiler = tools.compilers.isEmpty() ? std::nullopt : std::optional(tools.compilers.first());
    m_machine.crossCompilers = tools.cross;
    m_machine.rejectedCompilers = tools.rejected;
    m_machine.packageManager = tools.packageManager;
    m_linkers = tools.linkers;
    m_store.setToolchains(m_machine.toolchains);
    m_isMachineKnown = true;
    emit machineFound();
}

void BuildEngine::onRecovered()
{
    m_isRecovering = false;
    onFound();
}

void BuildEngine::takeInterrupted()
{
    deliver(m_history.takeInterrupted(), this, [this](const QVector<JobRecord> &records) {
        if (records.isEmpty())
            return onRecovered();
        QStringList destinations;
        for (const JobRecord &record : records)
            destinations += record.spec.destination;
        destinations.removeDuplicates();
        runInPool(
            this,
            [destinations] {
                std::ranges::for_each(destinations, recoverStore);
                return true;
            },
            [this, records](bool) {
                onRecovered();
                emit interrupted(records);
            });
    });
}

std::unique_ptr<JobExecutor> BuildEngine::makeExecutor(const BuildJob &job, std::shared_ptr<SourceSnapshot> snapshot)
{
    m_store.noteUse(job.plan().toolchain);
    LocalExecutor::Request request{job.id(), job.plan(), std::move(snapshot), job.record().spec.force,
                                   m_queue->keepsFailed()};
    return std::make_unique<LocalExecutor>(std::move(request),
                                           LocalServices{m_history, m_preflight, m_goEnvironment.variables, m_linkers});
}

Result<QStringList> BuildEngine::build(const BuildRequest &request, bool force)
{
    const auto plan = makePlan(request, m_machine);
    if (!plan)
        return plan.error();
    QVector<BuildQueue::NewJob> jobs;
    for (const PlannedJob &job : plan->jobs) {
        JobSpec spec;
        spec.sources = job.sources;
        spec.packageFolder = request.main.folder;
        spec.singleFile = request.main.singleFile;
        spec.name = request.name;
        spec.destination = request.destination;
        spec.target = job.target;
        spec.options = request.options;
        spec.force = force;
        jobs += {job, spec};
    }
    return m_queue->enqueue(jobs);
}

void BuildEngine::buildAgain(const QVector<JobRecord> &records)
{
    QMap<QStringList, QVector<JobRecord>> bySources;
    for (const JobRecord &record : records)
        bySources[record.spec.sources] += record;
    for (auto it = bySources.begin(); it != bySources.end(); ++it) {
        auto *loader = new SourceLoader(this);
        loader->setLimits(m_queue->archiveLimits());
        connect(loader, &SourceLoader::loaded, this,
                [this, loader, group = *it](const Result<QVector<SourceScan>> &scans) {
                    loader->deleteLater();
                    if (!scans) {
                        emit problem(scans.error());
                        return;
                    }
                    for (const JobRecord &record : group) {
                        const auto main = mainPackageOf(record.spec, scans->first());
                        if (!main) {
                            emit problem({ErrorCode::NotFound,
                                          tr("%1 has changed").arg(scans->first().displayName),
                                          tr("There is no package %1 in it any more.")
                                              .arg(scans->first().shownFolder(record.spec.packageFolder)),
                                          {}});
                            continue;
                        }
                        const BuildRequest request{*scans,
                                                   *main,
                                                   record.spec.name,
                                                   record.spec.destination,
                                                   record.spec.options,
                                                   {record.spec.target}};
                        if (const auto ids = build(request, record.spec.force); !ids)
                            emit problem(ids.error());
                    }
                });
        loader->load(it.key(), it->first().spec.options.tags);
    }
}

std::optional<MainPackage> mainPackageOf(const JobSpec &spec, const SourceScan &scan)
{
    const auto found = std::ranges::find_if(scan.mains, [&spec](const MainPackage &main) {
        return main.folder == spec.packageFolder && main.singleFile == spec.singleFile;
    });
    return found == scan.mains.end() ? std::nullopt : std::optional(*found);
}

} // namespace plugsmith
