// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/scn.h"

#include <QMetaType>
#include <QString>

namespace plugsmith {

/// Where a job is. A job moves forward only, and ends in exactly one of the last three.
enum class JobState {
    Held, ///< waits for the user to start it
    Queued,
    Preparing,
    FetchingToolchain,
    ResolvingModules,
    Compiling,
    Linking,
    Stamping,
    Done,
    Failed,
    Cancelled,
};

bool isRunning(JobState state);
bool isFinished(JobState state);
/// The word of a state in files, logs and --json: "compiling". Not translated.
QString wordOf(JobState state);
/// The inverse; Failed for a word that is unknown.
JobState jobStateFromWord(const QString &word);
/// The short word of the step in a log's margin: "prepare", "compile".
QString stepOf(JobState state);

/// Packages compiled, out of those that the build consists of. 0/0 while unknown.
struct JobProgress
{
    int compiled = 0;
    int total = 0;

    bool operator==(const JobProgress &) const = default;
};

/// What a job that is done made.
struct JobResult
{
    QString path;     ///< the plugin or program
    QString infoPath; ///< its build info
    Scn scn;
    qint64 bytes = 0;
    QString sha256;
    bool upToDate = false; ///< nothing was compiled: the stored binary was stamped anew
    double goSeconds = 0;  ///< of the go command
    int packages = 0;      ///< that the build consists of; 0 if nobody counted

    bool operator==(const JobResult &) const = default;
};

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::JobState)
