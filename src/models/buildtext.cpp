// SPDX-License-Identifier: Apache-2.0
#include "models/buildtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct BuildTextText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::BuildText)
};

int segmentOf(JobState state)
{
    switch (state) {
    case JobState::Preparing:
    case JobState::FetchingToolchain:
        return 0;
    case JobState::ResolvingModules:
        return 1;
    case JobState::Compiling:
        return 2;
    case JobState::Linking:
        return 3;
    case JobState::Stamping:
        return 4;
    default:
        return 0;
    }
}

} // namespace

QString shownState(JobState state)
{
    switch (state) {
    case JobState::Held:
        return BuildTextText::tr("Held");
    case JobState::Queued:
        return BuildTextText::tr("Queued");
    case JobState::Preparing:
        return BuildTextText::tr("Preparing");
    case JobState::FetchingToolchain:
        return BuildTextText::tr("Fetching toolchain");
    case JobState::ResolvingModules:
        return BuildTextText::tr("Resolving modules");
    case JobState::Compiling:
        return BuildTextText::tr("Compiling");
    case JobState::Linking:
        return BuildTextText::tr("Linking");
    case JobState::Stamping:
        return BuildTextText::tr("Stamping");
    case JobState::Done:
        return BuildTextText::tr("Done");
    case JobState::Failed:
        return BuildTextText::tr("Failed");
    case JobState::Cancelled:
        return BuildTextText::tr("Cancelled");
    }
    return {};
}

QString shownStep(JobState state, const JobProgress &progress, const JobResult &result, const Error &error)
{
    switch (state) {
    case JobState::Compiling:
        if (progress.total > 0)
            return BuildTextText::tr("Compiling · %1 / %2").arg(progress.compiled).arg(progress.total);
        break;
    case JobState::Done:
        return (result.upToDate ? BuildTextText::tr("Up to date · %1") : BuildTextText::tr("Done · %1"))
            .arg(shownSize(result.bytes));
    case JobState::Failed:
        return error.message.isEmpty() ? shownState(state) : error.message;
    default:
        break;
    }
    return shownState(state);
}

QString shownDuration(double seconds)
{
    const auto whole = static_cast<qint64>(std::floor(seconds));
    const QString rest =
        u"%1:%2"_s.arg(whole / 60 % 60, whole >= 3600 ? 2 : 1, 10, QChar(u'0')).arg(whole % 60, 2, 10, QChar(u'0'));
    return whole >= 3600 ? QString::number(whole / 3600) + u':' + rest : rest;
}

QString shownRoughly(double seconds)
{
    const int whole = qMax(1, static_cast<int>(std::lround(seconds)));
    if (whole < 60)
        return BuildTextText::tr("%1 s").arg(whole);
    return BuildTextText::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
}

QString shownSize(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 10'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString shownDate(const Scn &scn)
{
    return shownDate(scn.toUtc());
}

QString shownDate(const QDateTime &utc)
{
    const QDateTime time = utc.toLocalTime();
    return QLocale().toString(time.date(), BuildTextText::tr("d MMM yyyy")) + u", "_s +
           QLocale().toString(time.time(), u"HH:mm"_s);
}

QString shownShortDate(const Scn &scn)
{
    const QDateTime time = scn.toUtc().toLocalTime();
    if (time.date().year() != QDate::currentDate().year())
        return QLocale().toString(time.date(), BuildTextText::tr("d MMM yyyy"));
    return QLocale().toString(time.date(), BuildTextText::tr("d MMM")) + u", "_s +
           QLocale().toString(time.time(), u"HH:mm"_s);
}

QString shownClock(qint64 seconds, bool withSeconds)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds).time(), withSeconds ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

StepSegments segmentsOf(JobState state, JobState lastStep, const JobProgress &progress)
{
    if (state == JobState::Done)
        return {6, 0};
    const JobState at = isFinished(state) ? lastStep : state;
    if (!isRunning(at))
        return {};
    StepSegments segments{segmentOf(at), 0.5};
    if (at == JobState::Compiling && progress.total > 0)
        segments.partial = static_cast<double>(progress.compiled) / progress.total;
    return segments;
}

} // namespace plugsmith
