// SPDX-License-Identifier: Apache-2.0
#include "build/localexecutor.h"

#include "base/deliver.h"
#include "base/shellwords.h"
#include "build/binarycheck.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace plugsmith {

using namespace Qt::StringLiterals;

LocalExecutor::LocalExecutor(Request request, const LocalServices &services, QObject *parent)
    : JobExecutor(parent)
    , m_request(std::move(request))
    , m_services(services)
    , m_gate(std::make_shared<StoreGate>())
{
    connect(&m_go, &GoBuildRun::stateReached, this, &JobExecutor::stateReached);
    connect(&m_go, &GoBuildRun::progressed, this, &JobExecutor::progressed);
    connect(&m_go, &GoBuildRun::line, this, &JobExecutor::line);
    connect(&m_go, &GoBuildRun::finished, this, &LocalExecutor::onGoFinished);
    connect(&m_services.preflight, &Preflight::finished, this, [this](int id, const Result<PreflightReport> &report) {
        if (id != m_preflightRequest || m_gate->isCancelled())
            return;
        m_preflightRequest = 0;
        if (!report)
            return fail(report.error());
        useLinker(*report);
    });
}

LocalExecutor::~LocalExecutor()
{
    cancel();
    if (!m_folder.isEmpty()) {
        QThreadPool::globalInstance()->start([folder = m_areFilesKept ? m_folder + u"/tmp"_s : m_folder,
                                              snapshot = m_request.snapshot->area()] { removeFolder(folder); });
    }
}

void LocalExecutor::start()
{
    emit stateReached(JobState::Preparing);
    sayHeader();
    if (m_request.job.blocked)
        return fail(*m_request.job.blocked);
    reserveScn();
}

bool LocalExecutor::cancel()
{
    if (!m_gate->cancel())
        return false;
    if (m_preflightRequest != 0)
        m_services.preflight.cancel(std::exchange(m_preflightRequest, 0));
    m_go.cancel();
    return true;
}

void LocalExecutor::retire()
{
    m_isRetired = true;
    cancel();
    if (m_go.isRunning()) // its end is waited for here and not in a destructor, which would block
        connect(&m_go, &GoBuildRun::finished, this, &QObject::deleteLater);
    else
        deleteLater();
}

void LocalExecutor::fail(const Error &error)
{
    if (m_gate->isCancelled())
        return;
    if (m_request.keepsFailed && m_request.snapshot->area())
        keepFiles();
    emit finished(error);
}

/// The sources as they were unpacked, and what was laid over them.
void LocalExecutor::keepFiles()
{
    m_areFilesKept = true;
    m_request.snapshot->keep();
    const QString folder = m_request.snapshot->area()->folder();
    say(JobState::Failed, u"the files of this build are kept in "_s + folder);
    emit filesKept(folder);
}

void LocalExecutor::sayHeader()
{
    const PlannedJob &job = m_request.job;
    const auto fact = [this](const QString &name, const QString &value) {
        say(JobState::Preparing, name + u": " + value);
    };
    fact(u"source"_s, job.sources.join(u", "_s));
    fact(u"module"_s, job.modules.isEmpty() ? QString() : job.modules[0].path);
    fact(u"package"_s, job.packageFolder.isEmpty() ? u"."_s : u"./"_s + job.packageFolder);
    fact(u"target"_s, job.target.toString());
    fact(u"toolchain"_s, job.toolchain.root);
    fact(u"C compiler"_s, job.compiler.versionText + u" ("_s + job.compiler.program + u')');
    fact(u"writes"_s, outputPath());
    for (const PlanNote &note : job.notes)
        fact(note.kind == PlanNote::Kind::Caution ? u"caution"_s : u"note"_s, note.text);
}

void LocalExecutor::reserveScn()
{
    if (m_request.job.options.fixedScn) {
        m_scn = *m_request.job.options.fixedScn;
        return checkTools();
    }
    const Scn time = Scn::now();
    const QString name = m_request.job.output.name;
    runInPool(
        this, [folder = m_request.job.destination, name] { return newestScnIn(folder, name); },
        [this, name, time](Scn newest) {
            deliver(m_services.history.reserveScn(name, time, newest), this, [this](Scn scn) {
                m_scn = scn;
                if (!m_gate->isCancelled())
                    checkTools();
            });
        });
}

void LocalExecutor::checkTools()
{
    // The check may take some seconds the first time; its result is remembered. A word that is unknown was refused by
    // whoever read it.
    const QString word = m_request.job.options.linker;
    const LinkerChoice wanted = LinkerChoice::parse(word.isEmpty() ? u"auto"_s : word).value_or(LinkerChoice());
    const PlannedJob &job = m_request.job;
    m_preflightRequest =
        m_services.preflight.check({job.toolchain, job.compiler, m_services.linkers, wanted, job.target.platform});
}

void LocalExecutor::useLinker(const PreflightReport &report)
{
    if (!report.compilerWorks)
        return fail(report.compilerProblem);
    m_linker = report.linker;
    say(JobState::Preparing, u"linker: "_s + (m_linker.versionText.isEmpty() ? m_linker.word() : m_linker.versionText));
    if (!report.loadProblem.isEmpty())
        say(JobState::Preparing, u"linkers could not be tried with a plugin: "_s + report.loadProblem);
    for (const RejectedLinker &rejected : report.rejected)
        say(JobState::Preparing, u"linker "_s + rejected.linker.word() + u" is not used: "_s + rejected.reason);
    digestSource();
}

void LocalExecutor::digestSource()
{
    m_request.snapshot->whenDigested(this, [this](const Result<QByteArray> &digest) {
        if (m_gate->isCancelled())
            return;
        if (!digest)
            return fail(digest.error());
        if (mayReuse())
            lookForStoredOutput(*digest);
        else
            unpackSource();
    });
}

bool LocalExecutor::mayReuse() const
{
    return !m_request.force && m_request.job.mayBeReused();
}

QString LocalExecutor::outputPath() const
{
    return m_request.job.destination + u'/' + m_request.job.output.fileName();
}

void LocalExecutor::lookForStoredOutput(const QByteArray &digest)
{
    m_digest = digest;
    m_fingerprint = m_request.job.fingerprint(digest, m_linker);
    deliver(m_services.history.findOutput(m_fingerprint, outputPath()), this,
            [this](const std::optional<StoredOutput> &stored) {
                if (m_gate->isCancelled())
                    return;
                if (!stored)
                    return unpackSource();
                readStoredInfo(*stored);
            });
}

/// What the first build found out about the binary still holds. Without that, or with a build info that speaks of
/// another file, there is nothing to stamp.
void LocalExecutor::readStoredInfo(const StoredOutput &stored)
{
    runInPool(
        this, [path = stored.infoPath] { return PluginInfo::read(path); },
        [this, stored](const Result<PluginInfo> &info) {
            if (m_gate->isCancelled())
                return;
            if (info && info->plugsmith.value(QLatin1StringView(infokeys::Sha256)).toString() == stored.sha256)
                stampStored(stored, info->plugsmith);
            else
                unpackSource();
        });
}

void LocalExecutor::stampStored(const StoredOutput &stored, const QJsonObject &facts)
{
    emit stateReached(JobState::Stamping);
    say(JobState::Stamping,
        u"nothing has changed since "_s + stored.built.toString() + u": "_s + stored.path + u" is stamped anew"_s);
    PluginInfo info = makeInfo();
    info.plugsmith = facts;
    const StoreRequest copy{stored.path, false, true, m_request.job.output, m_request.job.destination, info};
    const QString path = outputPath();
    const QString infoPath = m_request.job.destination + u'/' + m_request.job.output.infoFileName();
    runInPool(
        this,
        [=, gate = m_gate]() -> Result<StoredPlugin> {
            if (stored.path != path)
                return storePlugin(copy, *gate);
            if (auto stamped = stampAnew(path, infoPath, info, *gate); !stamped)
                return stamped.error();
            return StoredPlugin{path, infoPath, stored.bytes, stored.sha256};
        },
        [this](const Result<StoredPlugin> &result) { onStored(result, true); });
}

void LocalExecutor::unpackSource()
{
    m_request.snapshot->whenUnpacked(this, [this](const Result<SourceSnapshot::Unpacked> &unpacked) {
        if (m_gate->isCancelled())
            return;
        if (!unpacked)
            return fail(unpacked.error());
        prepareTree(*unpacked);
    });
}

void LocalExecutor::prepareTree(const SourceSnapshot::Unpacked &unpacked)
{
    m_digest = unpacked.digest; // of what is really built, should a folder have changed in between
    m_fingerprint = m_request.job.fingerprint(m_digest, m_linker);
    m_folder = m_request.snapshot->area()->folder() + u"/job-" + m_request.id;
    BuildTreeRequest request{m_request.job, unpacked.roots, m_folder, {}};
    if (m_request.job.options.mode == BuildMode::Plugin)
        request.suffix = m_request.job.options.identity == Identity::Time ? timeSuffix(m_scn)
                                                                          : contentSuffix(m_digest, m_request.job);
    runInPool(
        this,
        [request] {
            QDir().mkpath(request.folder + u"/tmp");
            return makeBuildTree(request);
        },
        [this](const Result<BuildTree> &tree) {
            if (m_gate->isCancelled())
                return;
            if (!tree)
                return fail(tree.error());
            runGo(*tree);
        });
}

ProcessSpec LocalExecutor::goSpec(const QStringList &arguments, const BuildTree &tree) const
{
    ProcessSpec spec;
    spec.program = m_request.job.toolchain.program;
    spec.arguments = arguments;
    spec.workingFolder = tree.moduleFolder;
    spec.environment = m_services.environment;
    // Whatever a killed compiler leaves behind goes with the job's folder.
    spec.environment.insert(u"GOTMPDIR"_s, m_folder + u"/tmp"_s);
    spec.environment.insert(u"TMPDIR"_s, m_folder + u"/tmp"_s);
    spec.environment.insert(u"PWD"_s, tree.moduleFolder);
    spec.environment.insert(u"GOWORK"_s, tree.workspaceFile.isEmpty() ? u"off"_s : tree.workspaceFile);
    for (const EnvironmentEntry &entry : m_request.job.environment)
        spec.environment.insert(entry.name, entry.value);
    return spec;
}

void LocalExecutor::runGo(const BuildTree &tree)
{
    m_tree = tree;
    m_built = m_folder + u'/' + m_request.job.output.stem();
    const RunDetails details{m_built, tree.overlayFile, tree.modFile,
                             m_linker.kind == Linker::Kind::Default ? QString() : m_linker.word(), tree.renames};
    auto arguments = goArguments(m_request.job, details);
    if (!arguments)
        return fail(arguments.error());
    m_arguments = *arguments;
    if (!tree.suffix.isEmpty())
        say(JobState::Preparing, u"identity: module "_s + m_request.job.modules[0].path + u" is built as "_s +
                                     suffixedModulePath(m_request.job.modules[0].path, tree.suffix));
    say(JobState::Preparing, u"$ "_s + shownCommand(m_request.job, m_arguments));
    const QString modulePath =
        tree.renames.ofModule(m_request.job.modules[0].path).value_or(m_request.job.modules[0].path);
    const QString mainPackage =
        m_request.job.packageFolder.isEmpty() ? modulePath : QString(modulePath + u'/' + m_request.job.packageFolder);
    m_go.start({goSpec(m_arguments, tree), goSpec(goListArguments(m_request.job, details), tree), mainPackage, tree});
}

void LocalExecutor::onGoFinished(const ProcessEnd &end)
{
    if (m_gate->isCancelled() || end.way == ProcessEnd::Way::Cancelled)
        return;
    if (!end.isSuccess())
        return fail(goError(end));
    emit progressed({m_go.packages(), m_go.packages()});
    stamp();
}

Error LocalExecutor::goError(const ProcessEnd &end) const
{
    const QString version = m_request.job.target.version.toString();
    const QStringList &lines = m_go.errorLines();
    const QString detail = lines.join(u'\n');
    if (end.way == ProcessEnd::Way::FailedToStart)
        return {ErrorCode::ProcessFailed, tr("Go %1 cannot be started").arg(version), end.problem, detail};
    if (end.way == ProcessEnd::Way::Crashed)
        return {ErrorCode::ProcessFailed, tr("Go %1 was stopped by the system").arg(version),
                tr("Memory may have run out, or somebody ended the process."), detail};
    const QString first = firstErrorOf(lines);
    if (const DiagnosticSummary summary = summarise(lines); summary.count > 0)
        return {ErrorCode::ProcessFailed, tr("%n error(s) in %1", nullptr, summary.count).arg(summary.file), first,
                detail};
    return {ErrorCode::ProcessFailed,
            first.isEmpty() ? tr("go build ended with exit code %1").arg(end.exitCode) : first,
            {},
            detail};
}

PluginInfo LocalExecutor::makeInfo() const
{
    const PlannedJob &job = m_request.job;
    PluginInfo info;
    info.name = job.output.name;
    info.scn = m_scn;
    info.compression = job.options.compression;
    info.platform = job.target.platform;
    info.version = job.target.version.toString();
    const auto put = [&info](const char *key, const QJsonValue &value) {
        info.plugsmith.insert(QLatin1StringView(key), value);
    };
    put(infokeys::Module, job.modules[0].path);
    put(infokeys::Package, job.packageFolder.isEmpty() ? u"."_s : u"./"_s + job.packageFolder);
    QJsonArray flags;
    for (const QString &argument : m_arguments) {
        const bool isOurs =
            argument.contains(m_folder) || argument == "-v"_L1 || argument == "-o"_L1 || argument == "build"_L1;
        if (argument.startsWith(u'-') && !isOurs)
            flags += argument;
    }
    put(infokeys::Flags, flags);
    put(infokeys::Source, QFileInfo(job.sources[0]).fileName());
    put(infokeys::SourceDigest, QString::fromLatin1(m_digest.toHex()));
    put(infokeys::Toolchain, job.toolchain.versionText);
    put(infokeys::Compiler, job.compiler.versionText);
    put(infokeys::Linker, m_linker.versionText.isEmpty() ? m_linker.word() : m_linker.versionText);
    put(infokeys::Fingerprint, m_fingerprint);
    put(infokeys::Built, m_scn.value());
    return info;
}

void LocalExecutor::stamp()
{
    emit stateReached(JobState::Stamping);
    StoreRequest request{m_built, true, false, m_request.job.output, m_request.job.destination, makeInfo()};
    const BinaryExpectation expected{m_request.job.target, m_request.job.options.mode};
    runInPool(
        this,
        [request, expected, scn = m_scn, gate = m_gate]() mutable -> Result<StoredPlugin> {
            const auto facts = checkBinary(request.file, expected);
            if (!facts)
                return facts.error();
            if (!facts->pluginPath.isEmpty())
                request.info.plugsmith.insert(QLatin1StringView(infokeys::PluginPath),
                                              QString::fromUtf8(facts->pluginPath));
            auto stored = storePlugin(request, *gate);
            if (stored || stored.error().code == ErrorCode::Cancelled)
                return stored;
            Error error = stored.error();
            const QString rescued = rescueBinary(request.file, request.name, scn);
            error.reason += u' ' + tr("The built file is kept as %1.").arg(rescued);
            return error;
        },
        [this](const Result<StoredPlugin> &stored) { onStored(stored, false); });
}

void LocalExecutor::onStored(const Result<StoredPlugin> &stored, bool upToDate)
{
    if (m_isRetired)
        return;
    if (!stored)
        return fail(stored.error());
    succeed(*stored, upToDate);
}

void LocalExecutor::succeed(const StoredPlugin &stored, bool upToDate)
{
    if (!m_fingerprint.isEmpty() && !upToDate)
        m_services.history.rememberOutput(m_fingerprint,
                                          {stored.path, stored.infoPath, stored.sha256, stored.bytes, m_scn});
    say(JobState::Stamping,
        u"SCN "_s + m_scn.toString() + u", "_s + QString::number(stored.bytes) + u" bytes, SHA-256 "_s + stored.sha256);
    JobResult result;
    result.path = stored.path;
    result.infoPath = stored.infoPath;
    result.scn = m_scn;
    result.bytes = stored.bytes;
    result.sha256 = stored.sha256;
    result.upToDate = upToDate;
    result.goSeconds = m_go.seconds();
    result.packages = m_go.packages();
    emit finished(result);
}

} // namespace plugsmith
