// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/settings.h"
#include "build/buildengine.h"
#include "models/awaitedtoolchains.h"
#include "models/buildestimates.h"
#include "models/buildrun.h"
#include "models/buildsummary.h"
#include "models/jobmodel.h"
#include "models/sourcewatch.h"
#include "models/targetmatrixmodel.h"
#include "models/uptodatecheck.h"

#include <QObject>

namespace plugsmith {

/// What the Build page is about: the source that is open, what was chosen for it, the plan that follows, and the jobs
/// of the last build. Knows no widgets. Estimates, the bookkeeping of a run, remembered choices and the watch over the
/// source are classes of their own beside it. GUI thread.
class BuildSession : public QObject
{
    Q_OBJECT

public:
    enum class SourceState { None, Scanning, Ready, Problem };
    Q_ENUM(SourceState)

    BuildSession(BuildEngine &engine, Settings &settings, QObject *parent = nullptr);

    BuildEngine &engine() { return m_engine; }
    TargetMatrixModel &matrix() { return m_matrix; }
    JobModel &jobs() { return m_jobs; }
    Settings &settings() { return m_settings; }
    PackageManager packageManager() const { return m_engine.machine().packageManager; }

    /// The first path is the source with the plugin; the others supply modules. While jobs run, it is opened when they
    /// have ended.
    void open(const QStringList &paths);
    /// The path that is to be opened when the jobs have ended; empty if there is none.
    QString waitingSource() const { return m_nextPaths.value(0); }
    /// Opens it at once. The jobs go on.
    void switchNow();
    void forgetWaiting();
    void addLocalModule(const QString &path);
    /// Lets supplied modules stand for ones of another path, as long as this source is open.
    void acceptOtherPaths();
    bool acceptsOtherPaths() const { return m_acceptsOtherPaths; }
    void scanAgain();
    void cancelScan();
    /// How large sources may become; kept. The one that is open is read again.
    void setArchiveLimits(const ArchiveLimits &limits);
    void close();

    SourceState sourceState() const { return m_state; }
    /// The path that is open or being scanned; empty if there is none.
    QString sourcePath() const { return m_paths.value(0); }
    const QVector<SourceScan> &scans() const { return m_scans; } ///< Ready only
    const Error &problem() const { return m_problem; }           ///< Problem only
    /// All paths that are open, the one with the plugin first.
    const QStringList &sourcePaths() const { return m_paths; }
    /// When it was seen that the source is no longer as it was read; invalid if it is.
    const QDateTime &changedOnDiskAt() const { return m_watch.changedAt(); }
    QStringList recentSources() const;

    int mainIndex() const { return m_main; } ///< into scans()[0].mains; -1: none
    void setMain(int index);
    /// The package in a folder as people write it: "./cmd/plugin". False if the source has none there.
    bool setMainFolder(const QString &folder);
    /// The first package of another module of the source.
    void setModule(int module);
    /// Whether go.mod of the chosen module replaces modules with paths.
    bool hasLocalReplaces() const;
    const ScannedModule *module() const; ///< of the chosen package; nullptr if there is none
    QString name() const { return m_name; }
    void setName(const QString &name);
    QString destination() const { return m_destination; }
    void setDestination(const QString &folder);
    const BuildOptions &options() const { return m_options; }
    void setOptions(const BuildOptions &options);
    /// Targets and options of a preset; versions that are not installed get their column all the same.
    void applyPreset(const Preset &preset);
    /// Of the preset that was chosen last; empty if none was. Options may have changed since.
    QString presetName() const { return m_presetName; }
    void setPresetName(const QString &name);

    /// What would be built now; an error says why nothing can be.
    const std::optional<BuildPlan> &plan() const { return m_plan; }
    const Error &planProblem() const { return m_planProblem; }
    BuildSummary summary() const;

    /// Builds the selected targets; while jobs run, those that have no job yet. `force` builds even what has not
    /// changed.
    void build(bool force = false);
    void buildOnly(const Target &target);
    /// Builds targetsToAdd(); those that have ended before stay as they are.
    void buildAdded() { enqueue(targetsToAdd(), false); }
    /// Targets whose Go is being fetched; they are built then.
    const AwaitedToolchains &awaited() const { return m_awaited; }
    /// Selected while or after jobs ran, without a job of their own.
    QVector<Target> targetsToAdd() const;
    const BuildRun &run() const { return m_run; }
    void cancelAll();
    void retryFailed();
    void retry(const QString &jobId);
    /// Tries a failed job again with other options or for another target, in its place. False if that is not possible:
    /// its source is no longer the one that is open.
    bool retryAs(const QString &jobId, const BuildOptions &options, const Target &target);
    /// Builds jobs of an earlier start of the program that were interrupted.
    void resume(const QVector<JobRecord> &records);
    /// Builds the targets that were cancelled.
    void buildCancelled();
    /// Whether jobs of the last build wait or run, or a Go version for them is being fetched.
    bool isBuilding() const;
    /// Builds as soon as the source is read and the toolchains are known; for a source given on the command line.
    void buildWhenReady() { m_buildsWhenReady = true; }

signals:
    void sourceChanged();
    void waitingSourceChanged();
    /// Name, package, folder, options or plan.
    void choicesChanged();
    void summaryChanged();
    /// One sentence about the last event, for the status bar.
    void said(const QString &sentence);
    /// The jobs of a build were put into the queue; the first of them.
    void started(const QString &jobId);
    /// The last job of a build has ended.
    void ended();

private:
    void onLoaded(const Result<QVector<SourceScan>> &scans);
    void onMachineFound();
    void onKnownVersions();
    void onFetchFailed(const GoVersion &version, const Error &error);
    void buildFetched();
    void explainFetches();
    QString fetchDetail() const;
    void onJobAdded(int index);
    void onJobChanged(int index);
    void onIdle();
    void openNow(const QStringList &paths);
    void onSelectionChanged();
    void onChangedOnDisk();
    void checkUpToDate();
    void enqueue(const QVector<Target> &targets, bool force);
    void moveFailedUp();
    void load(const QStringList &tags);
    int wantedMain() const;
    void chooseDefaults();
    void onChosen();
    void replan();
    void scanSoon();
    void remember();
    double secondsLeft() const; // of the run
    void startIfWanted();
    void startAfresh();
    void beginRun();
    void retryAll(JobState state);
    void continueAs(const QString &jobId, const QString &nextId);
    void updateMatrixStates();
    void setState(SourceState state);
    QString defaultDestination() const;

    BuildEngine &m_engine;
    Settings &m_settings;
    TargetMatrixModel m_matrix;
    JobModel m_jobs;
    SourceLoader m_loader;

    SourceState m_state = SourceState::None;
    QStringList m_paths;
    QStringList m_nextPaths; // to open when the jobs have ended
    QVector<SourceScan> m_scans;
    Error m_problem;
    int m_main = -1;
    std::optional<MainPackage> m_wanted; // of the source before it was read again
    QStringList m_scannedTags;
    bool m_acceptsOtherPaths = false;
    int m_rescans = 0; // by itself, since it was opened
    QString m_name;
    QString m_destination;
    bool m_isDestinationChosen = false;
    BuildOptions m_options;
    std::optional<BuildPlan> m_plan;
    Error m_planProblem;

    QString m_presetName;
    QVector<Target> m_selectedBefore; // to see what was cleared

    BuildRun m_run; // the last build
    AwaitedToolchains m_awaited;
    BuildEstimates m_estimates;
    SourceWatch m_watch;
    UpToDateCheck m_upToDate;
    bool m_buildsWhenReady = false;
    bool m_goesOn = false;     // jobs that are put into the queue belong to the run that was
    bool m_isChoosing = false; // several choices change together
};

} // namespace plugsmith
