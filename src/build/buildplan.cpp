// SPDX-License-Identifier: Apache-2.0
#include "build/buildplan.h"

#include "base/shellwords.h"
#include "toolchain/targets.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

/// Goes into the fingerprint: changes when the way plugins are built changes without a trace in the arguments.
constexpr int RecipeVersion = 1;
constexpr int FirstSeriesWithBuildVcs = 18;

struct BuildPlanText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::BuildPlan)
};

/// Flags of go build that are options of their own here. `name` has one dash.
bool hasOwnOption(const QString &name)
{
    return name == "-ldflags"_L1 || name == "-gcflags"_L1 || name == "-tags"_L1;
}

/// Flags that Plugsmith sets itself; a second one would undo what the plan says.
std::optional<Error> reservedArgument(const QStringList &arguments)
{
    for (const QString &argument : arguments) {
        const QString name = u'-' + argument.section(u'=', 0, 0).remove(u'-');
        for (const auto reserved : {"-o"_L1, "-overlay"_L1, "-modfile"_L1, "-buildmode"_L1, "-C"_L1, "-mod"_L1}) {
            if (argument.startsWith(u'-') && name == reserved) {
                return Error{ErrorCode::InvalidInput,
                             BuildPlanText::tr("The build argument %1 cannot be used").arg(argument),
                             BuildPlanText::tr("Plugsmith sets %1 itself.").arg(reserved),
                             {}};
            }
        }
        if (hasOwnOption(name)) { // those with a value are no longer here
            return Error{ErrorCode::InvalidInput,
                         BuildPlanText::tr("The build argument %1 cannot be used").arg(argument),
                         BuildPlanText::tr("Its value is missing."),
                         {}};
        }
    }
    return std::nullopt;
}

/// Takes -ldflags, -gcflags, -tags and -trimpath out of free arguments and into their own options, where they are
/// merged with what Plugsmith adds instead of one silently overriding the other.
BuildOptions normalised(BuildOptions options)
{
    QStringList rest;
    for (qsizetype i = 0; i < options.arguments.size(); ++i) {
        QString argument = options.arguments[i];
        if (argument.startsWith("--"_L1))
            argument.remove(0, 1); // the go command makes no difference
        const QString name = argument.section(u'=', 0, 0);
        if (argument == "-trimpath"_L1 || argument == "-trimpath=true"_L1) {
            options.trimPath = true;
        } else if (argument == "-trimpath=false"_L1) {
            options.trimPath = false;
        } else if (hasOwnOption(name) && (argument.contains(u'=') || i + 1 < options.arguments.size())) {
            const QString value = argument.contains(u'=') ? argument.section(u'=', 1) : options.arguments[++i];
            if (name == "-tags"_L1)
                options.tags += value.split(u',', Qt::SkipEmptyParts);
            else if (name == "-ldflags"_L1)
                options.linkerFlags = QString(options.linkerFlags + u' ' + value).trimmed();
            else
                options.compilerFlags = QString(options.compilerFlags + u' ' + value).trimmed();
        } else {
            rest += options.arguments[i];
        }
    }
    options.arguments = rest;
    options.tags.removeDuplicates();
    return options;
}

/// The linker flags of the user with renamed -X paths and the C linker to use.
Result<QStringList> linkerFlags(const PlannedJob &job, const RunDetails &details)
{
    auto words = splitGoFlags(job.options.linkerFlags);
    if (!words)
        return words.error();
    QStringList flags = rewriteLinkerFlags(*words, details.renames);
    if (details.linkerWord.isEmpty())
        return flags;
    QString external;
    for (qsizetype i = 0; i < flags.size();) {
        const QString name = flags[i].section(u'=', 0, 0);
        if (name != "-extldflags"_L1 && name != "--extldflags"_L1) {
            ++i;
            continue;
        }
        const bool separate = !flags[i].contains(u'=') && i + 1 < flags.size();
        external = separate ? flags[i + 1] : flags[i].section(u'=', 1); // the last one counts, as for Go
        flags.remove(i, separate ? 2 : 1);
    }
    if (!external.contains("-fuse-ld="_L1)) // whoever names a linker gets it
        external = QString(external + u" -fuse-ld=" + details.linkerWord).trimmed();
    flags += u"-extldflags="_s + external;
    return flags;
}

/// Flags that decide which packages there are and how they are compiled.
QStringList selectingFlags(const PlannedJob &job, const RunDetails &details)
{
    QStringList flags{job.options.mode == BuildMode::Plugin ? u"-buildmode=plugin"_s : u"-buildmode=exe"_s};
    if (!details.modFile.isEmpty())
        flags += {u"-mod=mod"_s, u"-modfile="_s + details.modFile}; // the job's own copy, which may grow
    else
        flags += job.isVendored ? u"-mod=vendor"_s : u"-mod=readonly"_s;
    if (job.options.trimPath)
        flags += u"-trimpath"_s;
    if (job.target.version.series >= FirstSeriesWithBuildVcs)
        flags += u"-buildvcs=false"_s;
    if (!job.options.tags.isEmpty())
        flags += u"-tags="_s + job.options.tags.join(u',');
    if (!job.options.compilerFlags.isEmpty())
        flags += u"-gcflags="_s + job.options.compilerFlags;
    if (!details.overlay.isEmpty())
        flags += u"-overlay="_s + details.overlay;
    return flags + job.options.arguments;
}

QString packageArgument(const PlannedJob &job)
{
    return job.packageFolder.isEmpty() ? u"."_s : u"./"_s + job.packageFolder;
}

/// Makes the part of a job that is the same for all targets, then the jobs.
class Planner
{
public:
    Planner(const BuildRequest &request, const BuildMachine &machine)
        : m_request(request)
        , m_machine(machine)
        , m_scan(request.scans[0])
        , m_module(m_scan.modules[request.main.module])
    {
    }

    Result<BuildPlan> plan()
    {
        m_common.options = normalised(m_request.options);
        if (const auto problem = problemWithRequest())
            return *problem;
        m_common.destination = m_request.destination;
        for (const SourceScan &scan : m_request.scans)
            m_common.sources += scan.origin;
        const qsizetype moduleLength = m_module.folder.isEmpty() ? 0 : m_module.folder.size() + 1;
        m_common.packageFolder =
            m_request.main.folder.size() < moduleLength ? QString() : m_request.main.folder.sliced(moduleLength);
        m_common.singleFile = m_request.main.singleFile;
        m_common.isVendored = m_module.isVendored && m_common.options.useVendor;
        addModules();
        addNotes();

        BuildPlan plan;
        for (const Target &target : m_request.targets)
            plan.jobs += jobFor(target);
        return plan;
    }

private:
    std::optional<Error> problemWithRequest() const
    {
        if (const QString problem = PluginName::problemWithGivenName(m_request.name); !problem.isEmpty()) {
            return Error{ErrorCode::InvalidInput,
                         BuildPlanText::tr("The name “%1” cannot be used").arg(m_request.name),
                         problem,
                         {}};
        }
        if (m_request.destination.isEmpty()) {
            return Error{ErrorCode::InvalidInput,
                         BuildPlanText::tr("There is no folder to save to"),
                         BuildPlanText::tr("Choose where plugins go."),
                         {}};
        }
        for (const QString &flags : {m_common.options.linkerFlags, m_common.options.compilerFlags}) {
            if (const auto words = splitGoFlags(flags); !words)
                return words.error();
        }
        for (const EnvironmentEntry &entry : m_common.options.environment) {
            if (entry.name.isEmpty() || entry.name.contains(u'=') || entry.name.contains(u' ')) {
                return Error{ErrorCode::InvalidInput,
                             BuildPlanText::tr("The environment variable “%1” has no usable name").arg(entry.name),
                             {},
                             {}};
            }
        }
        return reservedArgument(m_common.options.arguments);
    }

    int moduleAt(const QString &path, int source, const QString &folder)
    {
        for (int i = 0; i < m_common.modules.size(); ++i) {
            if (m_common.modules[i].source == source && m_common.modules[i].folder == folder)
                return i;
        }
        PlannedModule module{path, source, folder, {}};
        for (const ScannedModule &scanned : m_request.scans[source].modules) {
            if (scanned.folder == folder)
                module.packages = scanned.packages;
        }
        m_common.modules += module;
        return static_cast<int>(m_common.modules.size()) - 1;
    }

    void addModules()
    {
        moduleAt(m_module.mod.module.text, 0, m_module.folder);
        if (m_common.isVendored)
            return; // everything else comes from vendor
        const QVector<SourceScan> others = m_request.scans.sliced(1);
        for (const LocalReplace &match : matchLocalReplaces(m_scan, m_request.main.module, others)) {
            const bool isAccepted = match.state == LocalReplace::State::OtherPath && m_request.acceptsOtherPaths;
            if ((!match.isMet() && !isAccepted) || match.state == LocalReplace::State::OnDisk) {
                m_blocked = missingModule(match);
                m_missingModule = match.modulePath;
                continue;
            }
            const int source = match.state == LocalReplace::State::InTree ? 0 : match.source + 1;
            m_common.replaces += {match.modulePath, moduleAt(match.modulePath, source, match.folder)};
        }
        const auto &workspace = m_scan.workspace;
        if (!workspace || !workspace->moduleFolders.contains(m_module.folder))
            return;
        if (!workspace->isComplete) {
            note(PlanNote::Kind::Caution,
                 BuildPlanText::tr("go.work is not used: it names folders that are not in the source."));
            return;
        }
        m_common.usesWorkspace = true;
        m_common.workspaceFolder = workspace->folder;
        for (const ScannedModule &module : m_scan.modules) {
            if (workspace->moduleFolders.contains(module.folder))
                moduleAt(module.mod.module.text, 0, module.folder);
        }
    }

    static Error missingModule(const LocalReplace &match)
    {
        if (match.state == LocalReplace::State::OtherPath) {
            return {ErrorCode::InvalidInput,
                    BuildPlanText::tr("The supplied module has another path"),
                    BuildPlanText::tr("It is %1; go.mod expects %2.").arg(match.foundPath, match.modulePath),
                    {}};
        }
        return {ErrorCode::NotFound,
                BuildPlanText::tr("A local module is missing"),
                BuildPlanText::tr("go.mod replaces %1 with %2, which is outside the source.")
                    .arg(match.modulePath, match.writtenPath),
                {}};
    }

    void note(PlanNote::Kind kind, const QString &text) { m_common.notes += {kind, text}; }

    void addNotes()
    {
        const auto info = PlanNote::Kind::Information;
        for (const SetAside &value : m_machine.setAside) {
            const QString found = m_machine.compiler ? m_machine.compiler->name : QString();
            if (value.name == "CC"_L1 && !found.isEmpty() && value.value.contains(found))
                continue; // it was found to be the one that works
            note(info,
                 BuildPlanText::tr(
                     "%1=%2 is set on this machine and not used. Add it to the environment of the build to use it.")
                     .arg(value.name, value.value));
        }
        if (m_module.isSynthetic)
            note(info, BuildPlanText::tr("The source has no go.mod. The build makes one in its own copy: module %1.")
                           .arg(m_module.mod.module.text));
        if (m_request.main.isProgram && m_common.options.mode == BuildMode::Plugin)
            note(info, BuildPlanText::tr("The package is a program. In a plugin its main function is never called."));
        if (m_common.isVendored)
            note(info, BuildPlanText::tr("Dependencies come from the vendor folder."));
        else if (m_common.usesWorkspace && m_common.options.resolveImports)
            note(PlanNote::Kind::Caution,
                 BuildPlanText::tr("No modules are looked up: those of a workspace stand in go.work."));
        if (m_module.isVendored && !m_common.isVendored)
            note(info, BuildPlanText::tr("The vendor folder is not used: dependencies come from the module cache or "
                                         "the network."));
        const QString folder = m_request.destination;
        if (folder.contains(".so"_L1) || folder.contains(".pinf"_L1)) {
            note(PlanNote::Kind::Caution,
                 BuildPlanText::tr("The path of the folder contains “.so” or “.pinf”. Hosts that use viant/pgo then "
                                   "look for the build info in the wrong place."));
        }
    }

    PlannedJob jobFor(const Target &target) const
    {
        PlannedJob job = m_common;
        job.target = target;
        if (const GoToolchain *toolchain = m_machine.toolchainFor(target.version))
            job.toolchain = *toolchain;
        if (const CCompiler *compiler = m_machine.compilerFor(target.platform))
            job.compiler = *compiler;
        job.output = {PluginName::stemOfGivenName(m_request.name), target.version, target.platform, job.options.mode,
                      job.options.compression};
        if (m_module.isSynthetic)
            job.syntheticMod = m_module.text + "\ngo " + target.version.languageVersion().toString().toUtf8() + '\n';
        job.environment = {
            {u"GOOS"_s, target.platform.os},
            {u"GOARCH"_s, target.platform.arch},
            {u"GO111MODULE"_s, u"on"_s},
            {u"CGO_ENABLED"_s, u"1"_s},
            {u"CC"_s, job.compiler.command()},
            // The go tools live for a moment and then free everything: collecting garbage on the way costs a tenth of a
            // build.
            {u"GOGC"_s, u"400"_s},
        };
        if (!job.compiler.cxx.isEmpty())
            job.environment += {u"CXX"_s, job.compiler.cxx};
        addLevel(job);
        for (const EnvironmentEntry &entry : job.options.environment) {
            job.environment.removeIf([&entry](const EnvironmentEntry &own) { return own.name == entry.name; });
            job.environment += entry;
        }
        if (job.output.version.patch < 0 && job.output.version.stage == GoVersion::Stage::Release) {
            job.notes += {PlanNote::Kind::Information,
                          BuildPlanText::tr("The file name %1 has only two version numbers. Tools that expect three "
                                            "read the name wrongly, so keep the build info file next to it.")
                              .arg(job.output.fileName())};
        }
        job.blocked = blockedReason(target, job);
        return job;
    }

    /// The least processor. Levels of other kinds of processors are not for this target, and would only make its
    /// result another one.
    static void addLevel(PlannedJob &job)
    {
        const QMap<QString, QString> chosen = std::exchange(job.options.levels, {});
        const auto level = cpuLevelOf(job.target.platform);
        if (!level)
            return;
        const QString value = chosen.value(level->variable);
        if (value.isEmpty() || !level->isKnownTo(job.target.version, value)) {
            if (!level->usual.isEmpty())
                job.environment += {level->variable, level->usual};
            if (!value.isEmpty()) {
                job.notes += {PlanNote::Kind::Caution,
                              //: %1 is a Go version, %2 a setting such as GOAMD64=v3
                              BuildPlanText::tr("Go %1 does not know %2. The plugin is built for any processor.")
                                  .arg(job.target.version.toString(), level->variable + u'=' + value)};
            }
            return;
        }
        job.options.levels.insert(level->variable, value);
        job.environment += {level->variable, value};
    }

    /// Says in the job what kind of obstacle it is.
    std::optional<Error> blockedReason(const Target &target, PlannedJob &job) const
    {
        const auto because = [&job](PlanObstacle obstacle, const QString &subject = {}) {
            job.obstacle = obstacle;
            job.obstacleSubject = subject;
        };
        if (const auto tooOld = tooOldFor(target.version, m_module.mod)) {
            because(PlanObstacle::OldGo, m_module.mod.goDirective);
            return tooOld;
        }
        if (const auto obstacle = m_machine.obstacleFor(target)) {
            because(obstacle->kind == BuildObstacle::Kind::NoPluginSupport ? PlanObstacle::NoPlugins
                    : obstacle->kind == BuildObstacle::Kind::NoSdk         ? PlanObstacle::NoSdk
                                                                           : PlanObstacle::NoCompiler);
            return Error{ErrorCode::Unsupported, obstacle->title, obstacle->reason, {}};
        }
        if (job.toolchain.root.isEmpty()) {
            because(PlanObstacle::NoToolchain);
            return Error{ErrorCode::NotFound,
                         BuildPlanText::tr("Go %1 is not installed").arg(target.version.toString()),
                         BuildPlanText::tr("Choose one of the installed versions, or install it."),
                         {}};
        }
        if (m_blocked) {
            because(PlanObstacle::LocalModule, m_missingModule);
            return m_blocked;
        }
        if (!m_module.foreignImports.isEmpty() && !job.options.resolveImports) {
            because(PlanObstacle::UnknownModules);
            const int count = static_cast<int>(m_module.foreignImports.size());
            return Error{ErrorCode::InvalidInput,
                         BuildPlanText::tr("%n imported package(s) belong to no module", nullptr, count),
                         BuildPlanText::tr("The source has no go.mod that names the versions of %1. Allow Plugsmith to "
                                           "look them up, which uses the network.")
                             .arg(m_module.foreignImports.first(qMin(count, 3)).join(u", "_s)),
                         m_module.foreignImports.join(u'\n')};
        }
        return std::nullopt;
    }

    const BuildRequest &m_request;
    const BuildMachine &m_machine;
    const SourceScan &m_scan;
    const ScannedModule &m_module;
    PlannedJob m_common;
    std::optional<Error> m_blocked;
    QString m_missingModule; // of m_blocked
};

} // namespace

const GoToolchain *BuildMachine::toolchainFor(const GoVersion &version) const
{
    const auto found = std::ranges::find_if(toolchains, [&version](const GoToolchain &toolchain) {
        return toolchain.isUsable() && toolchain.version == version;
    });
    return found == toolchains.end() ? nullptr : &*found;
}

const CCompiler *BuildMachine::compilerFor(const Platform &platform) const
{
    // What was found for exactly this platform wins over a compiler of this machine that does several.
    for (const CCompiler &cross : crossCompilers) {
        if (cross.platform == platform && platform != Platform::thisMachine())
            return &cross;
    }
    return compiler && compiler->compilesFor(platform) ? &*compiler : nullptr;
}

QVector<CCompiler> BuildMachine::compilers() const
{
    return (compiler ? QVector<CCompiler>{*compiler} : QVector<CCompiler>()) + crossCompilers;
}

std::optional<BuildObstacle> BuildMachine::obstacleFor(const Target &target) const
{
    const GoToolchain *toolchain = toolchainFor(target.version);
    auto obstacle = toolchain ? whyNotBuildable(*toolchain, target.platform, compilers())
                              : whyNotBuildable(target.version, target.platform, compilers());
    const QString rejection = rejectionFor(target.platform);
    if (obstacle && obstacle->kind != BuildObstacle::Kind::NoPluginSupport && !rejection.isEmpty())
        obstacle->reason += u' ' + rejection;
    return obstacle;
}

QString BuildMachine::rejectionFor(const Platform &platform) const
{
    for (const RejectedCompiler &rejected : rejectedCompilers) {
        if (rejected.compiler.platform == platform)
            return BuildPlanText::tr("%1 was tried and does not link: %2")
                .arg(rejected.compiler.command(), rejected.reason);
    }
    return {};
}

QJsonObject PlannedJob::identityFacts() const
{
    QJsonArray facts;
    for (const EnvironmentEntry &entry : environment)
        facts += QString(entry.name + u'=' + entry.value);
    QJsonArray moduleFacts;
    for (const PlannedModule &module : modules)
        moduleFacts += QJsonArray{module.path, module.source, module.folder};
    QJsonObject chosen = options.toJson();
    chosen.remove("scn"_L1); // part of the stamp, not of the binary
    return {
        {u"recipe"_s, RecipeVersion},
        {u"target"_s, target.toString()},
        {u"toolchain"_s, toolchain.identity()},
        {u"compiler"_s, compiler.identity()},
        {u"modules"_s, moduleFacts},
        {u"package"_s, packageFolder},
        {u"file"_s, singleFile},
        {u"goMod"_s, QString::fromUtf8(syntheticMod)},
        {u"environment"_s, facts},
        {u"options"_s, chosen},
    };
}

bool PlannedJob::mayBeReused() const
{
    return options.identity == Identity::Content && !mayAddModules();
}

QString PlannedJob::fingerprint(const QByteArray &sourceDigest, const Linker &linker) const
{
    QJsonObject facts = identityFacts();
    facts.insert(u"source"_s, QString::fromLatin1(sourceDigest.toHex()));
    facts.insert(u"usedLinker"_s, linker.identity());
    return QString::fromLatin1(
        QCryptographicHash::hash(QJsonDocument(facts).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256)
            .toHex());
}

bool PlannedJob::mayAddModules() const
{
    return options.resolveImports && !isVendored && !usesWorkspace;
}

bool BuildPlan::isBuildable() const
{
    return std::ranges::any_of(jobs, [](const PlannedJob &job) { return !job.blocked; });
}

Result<BuildPlan> makePlan(const BuildRequest &request, const BuildMachine &machine)
{
    Q_ASSERT(!request.scans.isEmpty());
    if (request.main.module < 0 || request.main.module >= request.scans[0].modules.size()) {
        return Error{ErrorCode::NotFound,
                     BuildPlanText::tr("No “package main” was found"),
                     BuildPlanText::tr("A plugin is built from a main package."),
                     {}};
    }
    return Planner(request, machine).plan();
}

Result<QStringList> goArguments(const PlannedJob &job, const RunDetails &details)
{
    auto linkFlags = linkerFlags(job, details);
    if (!linkFlags)
        return linkFlags.error();
    QStringList arguments{u"build"_s};
    arguments += selectingFlags(job, details);
    if (!linkFlags->isEmpty()) {
        auto joined = joinGoFlags(*linkFlags);
        if (!joined)
            return joined.error();
        arguments += u"-ldflags="_s + *joined;
    }
    arguments += {u"-v"_s, u"-o"_s, details.output, packageArgument(job)};
    return arguments;
}

QStringList goListArguments(const PlannedJob &job, const RunDetails &details)
{
    return QStringList{u"list"_s, u"-deps"_s} + selectingFlags(job, details) +
           QStringList{u"-f"_s, u"{{.Stale}} {{.ImportPath}} {{.StaleReason}}"_s, packageArgument(job)};
}

QString shownCommand(const PlannedJob &job, const QStringList &arguments)
{
    QStringList words{u"GOTOOLCHAIN=local"_s};
    for (const EnvironmentEntry &entry : job.environment)
        words += quoteShellWord(entry.name + u'=' + entry.value);
    words += quoteShellWord(job.toolchain.program.isEmpty() ? u"go"_s : job.toolchain.program);
    return words.join(u' ') + u' ' + joinShellWords(arguments);
}

std::optional<Error> tooOldFor(const GoVersion &version, const GoMod &mod)
{
    if (!mod.goVersion || version.satisfies(*mod.goVersion))
        return std::nullopt;
    return Error{ErrorCode::Unsupported,
                 BuildPlanText::tr("Go %1 is too old for this module").arg(version.toString()),
                 BuildPlanText::tr("go.mod asks for Go %1 or later.").arg(mod.goDirective),
                 {}};
}

} // namespace plugsmith
