// SPDX-License-Identifier: Apache-2.0
#include "toolchain/preflightrun.h"

#include "base/deliver.h"
#include "toolchain/targets.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Workspace = PreflightWorkspace;

// The first build of a toolchain compiles the standard library; on a small machine that takes a minute.
constexpr auto BuildLimit = 10min;
constexpr auto LoadLimit = 10s;

const QString FirstPlugin = u"plugin.so"_s;
const QString Host = u"preflight-host"_s;

struct PreflightText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::Preflight)
};

QString goName(const GoToolchain &toolchain)
{
    return u"Go "_s + toolchain.version.toString();
}

QString compilerName(const CCompiler &compiler)
{
    return compiler.versionText.isEmpty() ? compiler.name : compiler.versionText;
}

Error compilerIsMissing(const Platform &platform)
{
    return {ErrorCode::NotFound,
            PreflightText::tr("No C compiler was found."),
            PreflightText::tr("Plugins need cgo, and cgo needs a C compiler for %1.").arg(platform.toString()),
            {}};
}

Error compilerDoesNotWork(const PreflightRequest &request, const ToolAnswer &build, const QString &line)
{
    return {ErrorCode::ProcessFailed,
            //: %1 is a C compiler and its version, %2 "Go" and its version
            PreflightText::tr("%1 cannot build plugins with %2.")
                .arg(compilerName(request.compiler), goName(request.toolchain)),
            PreflightText::tr("A small plugin with C code was not built: %1").arg(line), build.text()};
}

Error toolchainDoesNotWork(const GoToolchain &toolchain, const ToolAnswer &build, const QString &line)
{
    const QString action = PreflightText::tr("%1 cannot build on this machine.").arg(goName(toolchain));
    if (build.timedOut)
        return {ErrorCode::TimedOut, action, PreflightText::tr("A small program was not built within 10 minutes."),
                build.text()};
    if (build.end.way == ProcessEnd::Way::FailedToStart)
        return {ErrorCode::ProcessFailed, action, PreflightText::tr("%1 does not start.").arg(toolchain.program),
                build.end.problem};
    return {ErrorCode::ProcessFailed, action,
            PreflightText::tr("A small program without C was not built: %1").arg(line), build.text()};
}

/// Why a plugin did not pass, in a sentence; empty if it did.
QString problemWithLoad(const ToolAnswer &answer, const QString &line)
{
    if (answer.isSuccess())
        return {};
    if (answer.timedOut)
        return PreflightText::tr("The plugin hangs when it is used.");
    if (answer.end.way == ProcessEnd::Way::FailedToStart)
        return PreflightText::tr("The program that loads it does not start: %1").arg(answer.end.problem);
    if (answer.end.way == ProcessEnd::Way::Exited) {
        if (answer.end.exitCode == Workspace::NotOpened)
            return PreflightText::tr("The plugin does not open: %1").arg(line);
        if (answer.end.exitCode == Workspace::NoSymbol || answer.end.exitCode == Workspace::WrongType)
            return PreflightText::tr("The plugin lost its function: %1").arg(line);
        if (answer.end.exitCode == Workspace::WrongAnswer)
            return PreflightText::tr("The plugin computes wrong results.");
    }
    return PreflightText::tr("The plugin ends the program that loads it.");
}

} // namespace

QString decisiveLine(const QString &output)
{
    constexpr qsizetype longest = 300;
    QStringList lines = output.split(u'\n', Qt::SkipEmptyParts);
    lines.removeIf([](const QString &line) { return line.startsWith(u"# ") || line.trimmed().isEmpty(); });
    for (const auto mark : {"error:"_L1, "fatal:"_L1}) {
        const auto found = std::ranges::find_if(lines, [mark](const QString &line) { return line.contains(mark); });
        if (found != lines.cend())
            return found->trimmed().left(longest);
    }
    return lines.value(0).trimmed().left(longest);
}

PreflightRun::PreflightRun(const PreflightRequest &request, const QProcessEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_environment(environment)
{
    if (request.wanted.isAuto) {
        if (!request.isForeign())
            m_candidates = request.linkers;
    } else if (request.wanted.kind != Linker::Kind::Default) {
        for (const Linker &linker : request.linkers) {
            if (linker.kind == request.wanted.kind)
                m_candidates = {linker};
        }
    }
    m_mustLoad = !m_candidates.isEmpty() && !request.isForeign();
}

PreflightRun::~PreflightRun()
{
    qDeleteAll(findChildren<ToolRun *>(Qt::FindDirectChildrenOnly)); // before the folder that they write to
    if (!m_workspace)
        return;
    QThreadPool::globalInstance()->start([workspace = std::exchange(m_workspace, {})]() mutable { workspace.reset(); });
}

void PreflightRun::start()
{
    m_clock.start();
    if (!m_request.compiler.isValid()) {
        m_report.compilerProblem = compilerIsMissing(m_request.platform);
        m_isLasting = false;
        finish(m_report);
        return;
    }
    if (!m_request.wanted.isAuto && m_request.wanted.kind != Linker::Kind::Default && m_candidates.isEmpty())
        reject({m_request.wanted.kind, {}, {}}, PreflightText::tr("It is not installed."));
    runInPool(this, &Workspace::make, [this](const Result<std::shared_ptr<Workspace>> &made) {
        if (!made) {
            finish(made.error());
            return;
        }
        m_workspace = *made;
        m_building = m_mustLoad ? 2 : 1;
        buildFirstPlugin();
        // At the same time: neither build keeps all cores busy.
        if (m_mustLoad)
            buildHost();
    });
}

void PreflightRun::run(const ProcessSpec &spec, std::chrono::milliseconds limit,
                       std::function<void(const ToolAnswer &)> use)
{
    auto *tool = new ToolRun(this);
    connect(tool, &ToolRun::finished, this, [tool, use = std::move(use)](const ToolAnswer &answer) {
        tool->deleteLater();
        use(answer);
    });
    tool->start(spec, limit);
}

ProcessSpec PreflightRun::buildSpec(const QString &package, const QString &output, const QStringList &flags) const
{
    ProcessSpec spec;
    spec.program = m_request.toolchain.program;
    spec.arguments = QStringList{u"build"_s, u"-trimpath"_s} + flags;
    if (m_request.toolchain.knowsBuildVcs())
        spec.arguments += u"-buildvcs=false"_s;
    spec.arguments += {u"-o"_s, m_workspace->pathOf(output), package};
    spec.workingFolder = m_workspace->path();
    spec.environment = m_environment;
    const std::pair<QString, QString> settings[] = {
        {u"GO111MODULE"_s, u"on"_s},
        {u"GOFLAGS"_s, u"-mod=mod"_s},
        {u"GOWORK"_s, u"off"_s},
        {u"GOPROXY"_s, u"off"_s},
        {u"GOSUMDB"_s, u"off"_s},
        {u"CGO_ENABLED"_s, u"1"_s},
        {u"GOOS"_s, m_request.platform.os},
        {u"GOARCH"_s, m_request.platform.arch},
        {u"CC"_s, m_request.compiler.command()},
        {u"GOTMPDIR"_s, m_workspace->temporaryFolder()},
        {u"TMPDIR"_s, m_workspace->temporaryFolder()},
    };
    for (const auto &[name, value] : settings)
        spec.environment.insert(name, value);
    if (const auto level = cpuLevelOf(m_request.platform); level && !level->usual.isEmpty())
        spec.environment.insert(level->variable, level->usual);
    return spec;
}

ProcessSpec PreflightRun::loadSpec(const QString &plugin) const
{
    ProcessSpec spec;
    spec.program = m_workspace->pathOf(Host);
    spec.workingFolder = m_workspace->path();
    spec.environment = m_environment;
    spec.environment.insert(QLatin1StringView(Workspace::PluginVariable), m_workspace->pathOf(plugin));
    return spec;
}

QString PreflightRun::lineOf(const ToolAnswer &answer) const
{
    if (answer.timedOut)
        return PreflightText::tr("no answer within 10 minutes");
    if (answer.end.way == ProcessEnd::Way::FailedToStart)
        return answer.end.problem;
    if (answer.end.way == ProcessEnd::Way::Crashed && answer.text().isEmpty())
        return PreflightText::tr("the system ended it");
    // The folder has another name each time, and is gone when somebody reads this.
    QString text = answer.text().remove(m_workspace->path() + u'/');
    static const QRegularExpression prefix(u"^plugin\\.Open\\(\"[^\"]*\"\\): "_s);
    const QString line = decisiveLine(text.remove(prefix));
    return line.isEmpty() ? PreflightText::tr("exit code %1").arg(answer.end.exitCode) : line;
}

void PreflightRun::buildFirstPlugin()
{
    const QString package = QLatin1StringView(Workspace::PluginPackage);
    run(buildSpec(package, FirstPlugin, {u"-buildmode=plugin"_s}), BuildLimit, [this](const ToolAnswer &answer) {
        m_pluginBuild = answer;
        afterFirstBuilds();
    });
}

void PreflightRun::buildHost()
{
    const QString package = QLatin1StringView(Workspace::HostPackage);
    run(buildSpec(package, Host, {}), BuildLimit, [this](const ToolAnswer &answer) {
        m_hostBuild = answer;
        afterFirstBuilds();
    });
}

void PreflightRun::afterFirstBuilds()
{
    if (--m_building > 0)
        return;
    if (!m_pluginBuild.isSuccess()) {
        diagnose();
        return;
    }
    m_report.compilerWorks = true;
    if (m_candidates.isEmpty()) {
        finish(m_report);
        return;
    }
    if (!m_mustLoad) {
        tryNextLinker();
        return;
    }
    if (!m_hostBuild.isSuccess()) {
        m_report.loadProblem =
            PreflightText::tr("The program that loads plugins was not built: %1").arg(lineOf(m_hostBuild));
        m_isLasting = false;
        finish(m_report);
        return;
    }
    loadFirstPlugin();
}

void PreflightRun::diagnose()
{
    // Who is to blame, Go or the C compiler? A program without C tells.
    m_isLasting = false;
    ProcessSpec spec = buildSpec(QLatin1StringView(Workspace::PlainPackage), u"plain-program"_s, {});
    spec.environment.insert(u"CGO_ENABLED"_s, u"0"_s);
    run(spec, BuildLimit, [this](const ToolAnswer &answer) {
        if (!answer.isSuccess()) {
            finish(toolchainDoesNotWork(m_request.toolchain, answer, lineOf(answer)));
            return;
        }
        m_report.compilerProblem = compilerDoesNotWork(m_request, m_pluginBuild, lineOf(m_pluginBuild));
        finish(m_report);
    });
}

void PreflightRun::loadFirstPlugin()
{
    // If not even the plugin of the default linker loads, it is no linker's fault (a cache folder on a file system
    // without execution, for example), and nothing can be learned about the others.
    run(loadSpec(FirstPlugin), LoadLimit, [this](const ToolAnswer &answer) {
        m_report.loadProblem = problemWithLoad(answer, lineOf(answer));
        if (m_report.loadProblem.isEmpty()) {
            tryNextLinker();
            return;
        }
        m_isLasting = false;
        finish(m_report);
    });
}

void PreflightRun::tryNextLinker()
{
    if (m_candidates.isEmpty()) {
        finish(m_report);
        return;
    }
    const Linker linker = m_candidates.takeFirst();
    const QStringList flags{u"-buildmode=plugin"_s, u"-ldflags=-extldflags="_s + linker.flag()};
    const QString package = QLatin1StringView(Workspace::PluginPackage);
    run(buildSpec(package, linker.word() + u".so", flags), BuildLimit, [this, linker](const ToolAnswer &answer) {
        if (answer.isSuccess() && m_mustLoad) {
            loadWith(linker);
            return;
        }
        if (answer.isSuccess()) {
            m_report.linker = linker;
            finish(m_report);
            return;
        }
        m_isLasting = m_isLasting && !answer.timedOut;
        reject(linker, PreflightText::tr("No plugin was linked: %1").arg(lineOf(answer)));
        tryNextLinker();
    });
}

void PreflightRun::loadWith(const Linker &linker)
{
    run(loadSpec(linker.word() + u".so"), LoadLimit, [this, linker](const ToolAnswer &answer) {
        if (const QString problem = problemWithLoad(answer, lineOf(answer)); !problem.isEmpty()) {
            m_isLasting = m_isLasting && !answer.timedOut && answer.end.way != ProcessEnd::Way::FailedToStart;
            reject(linker, problem);
            tryNextLinker();
            return;
        }
        m_report.linker = linker;
        finish(m_report);
    });
}

void PreflightRun::reject(const Linker &linker, const QString &reason)
{
    m_report.rejected.append({linker, reason});
}

void PreflightRun::finish(const Result<PreflightReport> &result)
{
    Result<PreflightReport> last = result;
    if (last)
        last->seconds = static_cast<double>(m_clock.nsecsElapsed()) / 1e9;
    const auto removeFolder = [workspace = std::exchange(m_workspace, {})]() mutable {
        workspace.reset();
        return true;
    };
    runInPool(this, removeFolder, [this, last](bool) { emit done(last, last.has_value() && m_isLasting); });
}

} // namespace plugsmith
