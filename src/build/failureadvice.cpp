// SPDX-License-Identifier: Apache-2.0
#include "build/failureadvice.h"

#include "build/failurerules.h"
#include "build/gooutput.h"
#include "build/joblog.h"
#include "toolchain/targets.h"

#include <QCoreApplication>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

using Action = FailureAction::Kind;

struct FailureText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::FailureAdvice)
};

QString valueIn(const QVector<EnvironmentEntry> &environment, QLatin1StringView name)
{
    for (const EnvironmentEntry &entry : environment) {
        if (entry.name == name)
            return entry.value;
    }
    return {};
}

/// A target of which the plan knew beforehand that it cannot be built: its words, and what can be done.
FailureAdvice blockedAdvice(const FailureFacts &facts)
{
    FailureAdvice advice{FailureKind::BlockedTarget, facts.error.message, facts.error.reason};
    switch (facts.obstacle) {
    case PlanObstacle::OldGo:
        advice.kind = FailureKind::RequiredGo;
        advice.actions = {{Action::BuildWith, facts.obstacleSubject}};
        break;
    case PlanObstacle::LocalModule:
        advice.kind = FailureKind::MissingReplace;
        advice.actions = {{Action::AddModule, facts.obstacleSubject}};
        break;
    case PlanObstacle::UnknownModules:
        advice.kind = FailureKind::MissingModule;
        advice.actions = {{Action::LookUp}};
        break;
    case PlanObstacle::NoCompiler: {
        advice.kind = FailureKind::NoCCompiler;
        const auto cross = crossCompilerFor(facts.target);
        const bool isNative = facts.target == Platform::thisMachine();
        const InstallPackages packages = cross && !isNative ? cross->packages : nativeCompilerPackages();
        if (const QString command = packages.command(facts.manager); !command.isEmpty())
            advice.actions += {Action::CopyCommand, command};
        advice.actions += {Action::LeaveOut, facts.target.toString()};
        break;
    }
    case PlanObstacle::NoPlugins:
        advice.kind = FailureKind::NoPlugins;
        [[fallthrough]];
    case PlanObstacle::NoSdk:
        advice.actions = {{Action::LeaveOut, facts.target.toString()}};
        break;
    case PlanObstacle::NoToolchain:
    case PlanObstacle::None:
        break;
    }
    return advice;
}

/// The first error as title. A failure of ours has its words already.
FailureAdvice unknownAdvice(const FailureFacts &facts)
{
    FailureAdvice advice;
    advice.title = facts.error.message;
    advice.why = facts.error.reason;
    if (facts.error.code == ErrorCode::ProcessFailed && !facts.lines.isEmpty() && advice.why.isEmpty()) {
        advice.title = firstErrorOf(facts.lines);
        while (advice.title.endsWith(u':'))
            advice.title.chop(1);
        advice.why = FailureText::tr("Plugsmith does not know this error. The log has all of it.");
    }
    advice.actions = {{Action::Retry}};
    return advice;
}

} // namespace

bool FailureAdvice::has(FailureAction::Kind wanted) const
{
    return std::ranges::any_of(actions, [wanted](const FailureAction &action) { return action.kind == wanted; });
}

FailureFacts failureFacts(const PlannedJob &job, const Error &error, PackageManager manager)
{
    FailureFacts facts;
    facts.version = job.target.version;
    facts.target = facts.platform = job.target.platform;
    if (const QString os = valueIn(job.environment, "GOOS"_L1); !os.isEmpty())
        facts.platform.os = os;
    if (const QString arch = valueIn(job.environment, "GOARCH"_L1); !arch.isEmpty())
        facts.platform.arch = arch;
    facts.modulePath = job.modules.value(0).path;
    facts.mayAddModules = !job.isVendored && !job.usesWorkspace;
    facts.obstacle = job.obstacle;
    facts.obstacleSubject = job.obstacleSubject;
    facts.error = error;
    if (error.code == ErrorCode::ProcessFailed)
        facts.lines = error.detail.split(u'\n', Qt::SkipEmptyParts);
    facts.manager = manager;
    return facts;
}

QStringList goLinesOf(const QString &log)
{
    QStringList lines;
    for (const QStringView raw : QStringView(log).split(u'\n')) {
        const JobLogLine line = JobLogLine::parse(raw);
        const bool isOurs = line.step == u"prepare" || line.step == u"failed" || line.step == u"stamp" ||
                            raw.startsWith(QLatin1StringView(JobLog::FirstLine));
        if (isOurs || line.text.isEmpty())
            continue;
        const QString text = line.text.toString();
        const auto kind = GoOutputLine::parse(text).kind;
        if (kind != GoOutputLine::Kind::Package && kind != GoOutputLine::Kind::Download)
            lines += text;
    }
    return lines;
}

FailureAdvice adviceFor(const FailureFacts &facts)
{
    FailureAdvice advice;
    bool isKnown = false;
    if (facts.obstacle != PlanObstacle::None) {
        advice = blockedAdvice(facts);
        isKnown = true;
    }
    for (qsizetype i = 0; i < failurerules::rules().size() && !isKnown; ++i) {
        if (auto recognised = failurerules::rules()[i](facts)) {
            advice = *recognised;
            isKnown = true;
        }
    }
    if (!isKnown)
        advice = unknownAdvice(facts);
    advice.actions += {Action::CopyReport};
    return advice;
}

} // namespace plugsmith
