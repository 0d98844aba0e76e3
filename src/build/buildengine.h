// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildplan.h"
#include "build/buildqueue.h"
#include "build/jobhistory.h"
#include "build/localexecutor.h"
#include "build/sourceloader.h"
#include "toolchain/ctoolfinder.h"
#include "toolchain/preflight.h"
#include "toolchain/toolchainfinder.h"
#include "toolchain/toolchainstore.h"

#include <QObject>
#include <QProcessEnvironment>

namespace plugsmith {

/// Everything that builds, put together once for the window and once for the command line. GUI thread; nothing blocks.
class BuildEngine : public QObject
{
    Q_OBJECT

public:
    struct Setup
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        QStringList goFolders;                ///< added by the user
        QString stateFolder;                  ///< history and logs; empty: the user's
        QVector<UserCompiler> compilers = {}; ///< that the user names for platforms
        /// That will be built for; C compilers of others are not looked for. nullopt: any.
        std::optional<QVector<Platform>> platforms = std::nullopt;
    };

    explicit BuildEngine(const Setup &setup, QObject *parent = nullptr);
    ~BuildEngine() override;

    /// Looks for toolchains, and cleans up after instances that died. machineFound() and interrupted() follow; not
    /// before folders of plugins are in order again, so that no build meets what a dead one left half done.
    void start();
    void findToolchains();
    /// Folders that the user adds to the places where Go may be; from the next findToolchains() on.
    void setGoFolders(const QStringList &folders) { m_setup.goFolders = folders; }
    /// Compilers that the user names for platforms; from the next findToolchains() on.
    void setCompilers(const QVector<UserCompiler> &compilers) { m_cToolFinder.setUserCompilers(compilers); }
    const QStringList &goFolders() const { return m_setup.goFolders; }
    bool isMachineKnown() const { return m_isMachineKnown; }
    const BuildMachine &machine() const { return m_machine; }

    BuildQueue &queue() { return *m_queue; }
    JobHistory &history() { return m_history; }
    Preflight &preflight() { return m_preflight; }
    /// Toolchains that Plugsmith fetches. What it installs or removes is found at once: machineFound() follows.
    ToolchainStore &store() { return m_store; }
    const QVector<Linker> &linkers() const { return m_linkers; }

    /// Plans a request and puts its jobs into the queue. Targets that cannot be built become jobs that fail with the
    /// reason. Returns the ids, in the order of the targets.
    Result<QStringList> build(const BuildRequest &request, bool force = false);
    /// Opens the sources of jobs that were interrupted and puts the jobs into the queue again.
    void buildAgain(const QVector<JobRecord> &records);

signals:
    void machineFound();
    /// Jobs that a crash or kill interrupted, if there are any; once after start().
    void interrupted(const QVector<plugsmith::JobRecord> &records);
    /// A source of buildAgain() that cannot be opened any more.
    void problem(const plugsmith::Error &error);

private:
    void onFound();
    void onRecovered();
    void takeInterrupted();
    std::unique_ptr<JobExecutor> makeExecutor(const BuildJob &job, std::shared_ptr<SourceSnapshot> snapshot);

    Setup m_setup;
    GoEnvironment m_goEnvironment;
    JobHistory m_history;
    Preflight m_preflight;
    ToolchainFinder m_toolchainFinder;
    CToolFinder m_cToolFinder;
    ToolchainStore m_store;
    std::unique_ptr<BuildQueue> m_queue;
    BuildMachine m_machine;
    QVector<Linker> m_linkers;
    bool m_isMachineKnown = false;
    bool m_isRecovering = false;
    bool m_hasToolchains = false;
    bool m_hasCTools = false;
};

/// The main package that a stored job was built from; nullopt if the source has none in that place any more.
std::optional<MainPackage> mainPackageOf(const JobSpec &spec, const SourceScan &scan);

} // namespace plugsmith
