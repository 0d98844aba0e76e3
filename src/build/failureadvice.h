// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildplan.h"
#include "toolchain/installpackages.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace plugsmith {

/// What a failed build turned out to be: a row of ui.md 18.3.
enum class FailureKind {
    NewerGo,         ///< the code uses what a later release brought
    OldDirective,    ///< the code uses what go.mod's go line does not allow
    Overflow,        ///< a constant that 32-bit platforms have no room for
    RequiredGo,      ///< a module asks for a later release
    MissingSums,     ///< go.sum is incomplete
    MissingModule,   ///< go.mod names no module for an import
    PrivateModule,   ///< a module is private or gone
    Unreachable,     ///< no network, or no proxy
    NotInCache,      ///< building without network, and a module is not there
    StaleVendor,     ///< the vendor folder is not what go.mod says
    Checksum,        ///< a module is not what go.sum says
    MissingReplace,  ///< a local module is missing
    NoCCompiler,     ///< there is none, or it was not found
    MissingCLibrary, ///< a library or header
    CgoOff,          ///< CGO_ENABLED=0
    NoPlugins,       ///< Go has no plugins for the platform
    ImportCycle,     ///< packages that import each other
    MissingEmbed,    ///< a file for go:embed
    CompileErrors,   ///< any others of a compiler
    NoMainFunction,  ///< a plugin's package, built as a program
    Killed,          ///< the system ended a compiler
    DiskFull,        ///<
    BlockedTarget,   ///< the plan said so before
    Unknown,
};

/// Something a person can do about a failure, with what is needed to do it.
struct FailureAction
{
    enum class Kind {
        OpenFile,     ///< data: the file as the log names it, with line and column (0: none)
        Retry,        ///<
        LeaveOut,     ///< data: "linux/386"; takes the platform out of the selection
        BuildWith,    ///< data: the lowest Go version that will do, "1.23"
        AddSums,      ///< lets go complete the job's copies of go.mod and go.sum, then retries
        LookUp,       ///< the same, for a module that go.mod does not name
        SetPrivate,   ///< data: the pattern to propose for GOPRIVATE
        BuildOffline, ///< GOPROXY=off, then retries
        UseNetwork,   ///< takes GOPROXY=off away, then retries
        IgnoreVendor, ///< builds without the vendor folder, then retries
        ShowSums,     ///< data: the two sums, one a line
        AddModule,    ///< data: path of the local module that is missing
        CopyCommand,  ///< data: the command for a terminal
        SwitchCgoOn,  ///< takes CGO_ENABLED=0 out of the options, then retries
        MakePlugin,   ///< result: plugin, then retries
        RetryAlone,   ///< one build at a time, then retries
        OpenFolder,   ///< data: a path on the disk that is full
        CopyReport,   ///< the words of the card and the log's errors
    };

    Kind kind = Kind::Retry;
    QString data = {};
    int line = 0;
    int column = 0;

    bool operator==(const FailureAction &) const = default;
};

/// What a failed job says to a person, in the three parts of ui.md 18, and what can be done, the best first. `file`,
/// `line` and `column` are where to look; empty and 0 where that is not known.
struct FailureAdvice
{
    FailureKind kind = FailureKind::Unknown;
    QString title = {};
    QString why = {};
    QString fix = {};
    QVector<FailureAction> actions = {};
    QString file = {}; ///< as the log names it: relative to the module, or absolute for files of other modules
    int line = 0;
    int column = 0;

    bool has(FailureAction::Kind wanted) const;
};

/// What is known about a job that failed.
struct FailureFacts
{
    GoVersion version;
    Platform target;   ///< the cell of the matrix
    Platform platform; ///< what was compiled for, if the options say something else
    QString modulePath;
    bool mayAddModules = true; ///< whether go could complete go.mod and go.sum
    PlanObstacle obstacle = PlanObstacle::None;
    QString obstacleSubject;
    Error error;
    QStringList lines; ///< what the go command said, without the names of packages
    PackageManager manager = PackageManager::None;
};

FailureFacts failureFacts(const PlannedJob &job, const Error &error, PackageManager manager);
/// The lines of the go command in a job's log.
QStringList goLinesOf(const QString &log);

/// Recognises a failure. Pure and fast: at most a thousand lines are read.
FailureAdvice adviceFor(const FailureFacts &facts);

} // namespace plugsmith
