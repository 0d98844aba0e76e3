// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/jobstate.h"

#include <QString>

namespace plugsmith {

/// The words for states in the window, translated; the same everywhere.
QString shownState(JobState state);
/// "Compiling · 214 / 318", "Done · 18.4 MB"
QString shownStep(JobState state, const JobProgress &progress, const JobResult &result, const Error &error);
/// "0:23", "1:02:03"
QString shownDuration(double seconds);
/// "24 s", "1 min 20 s": a guess, or long ago.
QString shownRoughly(double seconds);
/// "18.4 MB"
QString shownSize(qint64 bytes);
/// "14 Nov 2026, 15:32", local time.
QString shownDate(const Scn &scn);
QString shownDate(const QDateTime &time);
/// "14 Nov, 15:32" in this year, "14 Nov 2025" before: for columns.
QString shownShortDate(const Scn &scn);

/// "15:32" or "15:32:07", local time; the seconds are those since 1970.
QString shownClock(qint64 seconds, bool withSeconds = false);

/// A job goes through six segments: prepare, modules, compile, link, stamp, done. Fetching a toolchain counts into the
/// first. How many are full (0 to 6), and how far the next one is.
struct StepSegments
{
    int full = 0;
    double partial = 0; ///< of the segment behind the full ones
};
StepSegments segmentsOf(JobState state, JobState lastStep, const JobProgress &progress);

} // namespace plugsmith
