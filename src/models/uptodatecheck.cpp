// SPDX-License-Identifier: Apache-2.0
#include "models/uptodatecheck.h"

#include "base/deliver.h"

namespace plugsmith {

namespace {

QString outputOf(const PlannedJob &job)
{
    return job.destination + u'/' + job.output.fileName();
}

/// Which one a build takes is only known once it has tried them.
QVector<Linker> possibleLinkers(const PlannedJob &job, const QVector<Linker> &installed)
{
    const LinkerChoice choice = LinkerChoice::parse(job.options.linker).value_or(LinkerChoice());
    QVector<Linker> linkers = installed;
    linkers.prepend(Linker());
    if (!choice.isAuto)
        linkers.removeIf([&choice](const Linker &linker) { return linker.kind != choice.kind; });
    return linkers;
}

} // namespace

UpToDateCheck::UpToDateCheck(BuildEngine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
}

void UpToDateCheck::clear()
{
    m_check.reset();
    m_snapshot.reset();
    m_found.clear();
}

void UpToDateCheck::check(const QVector<PlannedJob> &jobs)
{
    clear();
    m_check = std::make_unique<QObject>();
    QVector<PlannedJob> possible;
    QStringList paths;
    for (const PlannedJob &job : jobs) {
        if (job.blocked || !job.mayBeReused())
            continue;
        possible += job;
        paths += outputOf(job);
    }
    deliver(m_engine.history().knownOutputs(paths), m_check.get(), [this, possible](const QStringList &known) {
        QVector<PlannedJob> candidates = possible;
        candidates.removeIf([&known](const PlannedJob &job) { return !known.contains(outputOf(job)); });
        if (candidates.isEmpty())
            emit checked({});
        else
            digest(candidates);
    });
}

void UpToDateCheck::digest(const QVector<PlannedJob> &jobs)
{
    m_snapshot = std::make_shared<SourceSnapshot>(jobs.first().sources, m_engine.history());
    m_snapshot->setMayUnpack(false);
    m_snapshot->whenDigested(m_check.get(), [this, jobs](const Result<QByteArray> &digest) {
        if (digest)
            ask(jobs, *digest);
        else
            emit checked({});
    });
}

void UpToDateCheck::ask(const QVector<PlannedJob> &jobs, const QByteArray &digest)
{
    m_open = 0;
    for (const PlannedJob &job : jobs) {
        for (const Linker &linker : possibleLinkers(job, m_engine.linkers())) {
            ++m_open;
            deliver(m_engine.history().findOutput(job.fingerprint(digest, linker), outputOf(job)), m_check.get(),
                    [this, path = outputOf(job), key = job.target.toString()](const auto &stored) {
                        if (stored && stored->path == path)
                            m_found.insert(key, stored->built);
                        if (--m_open == 0)
                            emit checked(m_found);
                    });
        }
    }
}

} // namespace plugsmith
