// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildqueue.h"

#include <QPointer>
#include <QTemporaryDir>

/// A queue whose jobs do what a test says.
namespace plugsmith::test {

using namespace Qt::StringLiterals;

class FakeExecutor : public JobExecutor
{
public:
    void start() override { emit stateReached(JobState::Preparing); }
    bool cancel() override { return true; }
    void retire() override { deleteLater(); }
};

inline PlannedJob plannedJob(const QString &version = u"1.22.6"_s, const QString &platform = u"linux/amd64"_s)
{
    PlannedJob plan;
    plan.target = {*GoVersion::parse(version), *Platform::parse(platform)};
    plan.output = {u"pricing"_s, plan.target.version, plan.target.platform, BuildMode::Plugin, Compression::None};
    plan.sources = QStringList{u"/src/pricing.zip"_s};
    plan.destination = u"/out"_s;
    return plan;
}

class FakeQueue
{
public:
    QTemporaryDir folder;
    JobHistory history{folder.filePath(u"history.sqlite"_s)};
    QHash<QString, QPointer<FakeExecutor>> executors; // by job
    BuildQueue queue{history, folder.filePath(u"logs"_s),
                     [this](const BuildJob &job, const std::shared_ptr<SourceSnapshot> &) {
                         auto executor = std::make_unique<FakeExecutor>();
                         executors.insert(job.id(), executor.get());
                         return executor;
                     }};

    QStringList add(const QStringList &versions, bool held = false)
    {
        QVector<BuildQueue::NewJob> jobs;
        for (const QString &version : versions)
            jobs += {plannedJob(version), {}};
        return queue.enqueue(jobs, held);
    }
    void reach(const QString &id, JobState state) { emit executors[id]->stateReached(state); }
    void progress(const QString &id, int compiled, int total) { emit executors[id]->progressed({compiled, total}); }
    void succeed(const QString &id, bool upToDate = false)
    {
        JobResult result;
        result.path = u"/out/pricing.so"_s;
        result.scn = Scn(20261122144507);
        result.bytes = 18'400'000;
        result.upToDate = upToDate;
        emit executors[id]->finished(result);
    }
    void fail(const QString &id, const QString &message = u"2 errors in main.go"_s)
    {
        emit executors[id]->finished(
            Error{ErrorCode::ProcessFailed, message, u"main.go:5:2: undefined: x"_s, u"all of it"_s});
    }
};

} // namespace plugsmith::test
