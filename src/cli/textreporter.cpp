// SPDX-License-Identifier: Apache-2.0
#include "cli/textreporter.h"

#include "base/folders.h"

#include <QFileInfo>
#include <QLocale>

#include <chrono>
#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

namespace plugsmith {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

int terminalColumns()
{
    struct winsize size
    {
    };
    return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 80;
}

QChar markOf(JobState state)
{
    switch (state) {
    case JobState::Done:
        return u'✓';
    case JobState::Failed:
        return u'✗';
    case JobState::Cancelled:
        return u'–';
    case JobState::Queued:
    case JobState::Held:
        return u'·';
    default:
        return u'›';
    }
}

} // namespace

TextReporter::TextReporter()
    : m_isTerminal(::isatty(STDOUT_FILENO) == 1)
    , m_hasColour(m_isTerminal && qEnvironmentVariableIsEmpty("NO_COLOR"))
{
    m_redraw.setInterval(200ms);
    connect(&m_redraw, &QTimer::timeout, this, &TextReporter::draw);
    if (m_isTerminal)
        m_redraw.start();
}

TextReporter::~TextReporter() = default;

void TextReporter::print(const QString &text) const
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

QString TextReporter::coloured(const QString &text, JobState state) const
{
    if (!m_hasColour)
        return text;
    const auto *code = state == JobState::Done     ? u"32"
                       : state == JobState::Failed ? u"31"
                       : isRunning(state)          ? u"34"
                                                   : u"2";
    return u"\x1b["_s + QStringView(code).toString() + u'm' + text + u"\x1b[0m"_s;
}

QString TextReporter::rowOf(const BuildJob &job) const
{
    QString step;
    switch (job.state()) {
    case JobState::Done:
        step = job.result().upToDate ? tr("up to date") : tr("done");
        step += u" · "_s + QFileInfo(job.result().path).fileName() + u" · SCN "_s + job.result().scn.toString();
        break;
    case JobState::Failed:
        step = tr("failed") + u" · "_s + job.error().message;
        break;
    default:
        step = wordOf(job.state());
        if (job.state() == JobState::Compiling && job.progress().total > 0)
            step += u" · %1 / %2"_s.arg(job.progress().compiled).arg(job.progress().total);
        break;
    }
    const QString time = job.seconds() > 0 ? u"%1 s"_s.arg(job.seconds(), 0, 'f', 1) : QString();
    return markOf(job.state()) + u' ' + job.plan().target.toString().leftJustified(22) + time.rightJustified(8) +
           u"  "_s + step;
}

void TextReporter::clearTable()
{
    if (m_drawnRows > 0)
        std::printf("\x1b[%dA\x1b[J", m_drawnRows);
    m_drawnRows = 0;
}

void TextReporter::draw()
{
    if (!m_isTerminal)
        return;
    clearTable();
    const int columns = terminalColumns();
    for (const BuildJob *job : std::as_const(m_jobs)) {
        QString row = rowOf(*job);
        if (row.size() > columns)
            row = row.first(columns - 1) + u'…';
        print(coloured(row, job->state()));
    }
    m_drawnRows = static_cast<int>(m_jobs.size());
}

void TextReporter::note(const PlanNote &note)
{
    print(note.kind == PlanNote::Kind::Caution ? tr("Caution: %1").arg(note.text) : tr("Note: %1").arg(note.text));
}

void TextReporter::jobAdded(const BuildJob &job)
{
    m_jobs += &job;
    draw();
}

void TextReporter::jobChanged(const BuildJob &job)
{
    if (m_isTerminal)
        draw();
    else if (job.state() != JobState::Queued)
        print(rowOf(job));
}

void TextReporter::jobProgressed(const BuildJob &)
{
    draw();
}

void TextReporter::log(const BuildJob &job)
{
    QFile file(job.logPath());
    if (!file.open(QIODevice::ReadOnly))
        return;
    clearTable();
    print(QString::fromUtf8(file.readAll().trimmed()));
    draw();
}

void TextReporter::error(const Error &error)
{
    const QByteArray text =
        (error.reason.isEmpty() ? error.message : error.message + u'\n' + error.reason).toUtf8() + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stderr);
}

void TextReporter::finished(int built, int failed)
{
    m_redraw.stop();
    draw();
    for (const BuildJob *job : std::as_const(m_jobs)) {
        print({});
        print(job->plan().target.toString());
        if (job->state() == JobState::Done) {
            print(tr("  plugin  %1").arg(job->result().path));
            print(tr("  SCN     %1 (%2)")
                      .arg(job->result().scn.toString(),
                           QLocale().toString(job->result().scn.toUtc().toLocalTime(), QLocale::ShortFormat)));
        } else if (job->state() == JobState::Failed) {
            print(u"  "_s + job->error().message);
            if (!job->error().reason.isEmpty())
                print(u"  "_s + job->error().reason);
        }
        print(tr("  log     %1").arg(job->logPath()));
    }
    print({});
    //: %1 plugins were built, %2 were not
    print(tr("%1 built, %2 failed").arg(built).arg(failed));
}

} // namespace plugsmith
