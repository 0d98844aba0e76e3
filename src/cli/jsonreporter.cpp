// SPDX-License-Identifier: Apache-2.0
#include "cli/jsonreporter.h"

#include "cli/output.h"

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

QJsonObject wordsOf(const Error &error)
{
    return {{u"message"_s, error.message}, {u"reason"_s, error.reason}};
}

QJsonObject eventOf(const BuildJob &job)
{
    const Target &target = job.plan().target;
    return {{u"event"_s, u"job"_s},
            {u"state"_s, wordOf(job.state())},
            {u"id"_s, job.id()},
            {u"name"_s, job.plan().output.name},
            {u"platform"_s, target.platform.toString()},
            {u"go"_s, target.version.toString()}};
}

} // namespace

void JsonReporter::note(const PlanNote &note)
{
    printJson({{u"event"_s, u"note"_s},
               {u"kind"_s, note.kind == PlanNote::Kind::Caution ? u"caution"_s : u"information"_s},
               {u"text"_s, note.text}});
}

void JsonReporter::jobAdded(const BuildJob &job)
{
    printJson(eventOf(job));
}

void JsonReporter::jobChanged(const BuildJob &job)
{
    QJsonObject event = eventOf(job);
    if (isFinished(job.state())) {
        event.insert(u"seconds"_s, job.seconds());
        event.insert(u"log"_s, job.logPath());
    }
    if (job.state() == JobState::Done) {
        const JobResult &result = job.result();
        event.insert(u"path"_s, result.path);
        event.insert(u"info"_s, result.infoPath);
        event.insert(u"scn"_s, result.scn.value());
        event.insert(u"bytes"_s, result.bytes);
        event.insert(u"sha256"_s, result.sha256);
        event.insert(u"upToDate"_s, result.upToDate);
        event.insert(u"goSeconds"_s, result.goSeconds);
    } else if (job.state() == JobState::Failed) {
        event.insert(u"error"_s, wordsOf(job.error()));
    }
    printJson(event);
}

void JsonReporter::jobProgressed(const BuildJob &job)
{
    QJsonObject event = eventOf(job);
    event.insert(u"event"_s, u"progress"_s);
    event.insert(u"compiled"_s, job.progress().compiled);
    event.insert(u"packages"_s, job.progress().total);
    printJson(event);
}

void JsonReporter::log(const BuildJob &job)
{
    QFile file(job.logPath());
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QString text = QString::fromUtf8(file.readAll());
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line == QLatin1StringView(JobLog::FirstLine))
            continue; // says what the file is, nothing about the build
        const JobLogLine parts = JobLogLine::parse(line);
        printJson({{u"event"_s, u"log"_s},
                   {u"id"_s, job.id()},
                   {u"time"_s, parts.time.toString()},
                   {u"step"_s, parts.step.toString()},
                   {u"text"_s, parts.text.toString()}});
    }
}

void JsonReporter::error(const Error &error)
{
    printJson({{u"event"_s, u"error"_s}, {u"error"_s, wordsOf(error)}});
}

void JsonReporter::finished(int built, int failed)
{
    printJson({{u"event"_s, u"finished"_s}, {u"built"_s, built}, {u"failed"_s, failed}});
}

} // namespace plugsmith
