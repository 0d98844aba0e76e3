// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/settings.h"
#include "build/buildengine.h"
#include "cli/commandline.h"
#include "cli/reporter.h"
#include "cli/signalwatcher.h"

#include <memory>

namespace plugsmith {

/// `plugsmith-cli build`: opens the sources, plans, builds and reports. Exit code 1 if anything failed, 2 if what was
/// asked for does not fit the source.
class BuildCommand : public QObject
{
    Q_OBJECT

public:
    explicit BuildCommand(CommandLine line);
    ~BuildCommand() override;

    void start();

signals:
    void finished(int exitCode);

private:
    void buildWhenReady();
    void connectStore();
    bool fetchMissing();
    Result<BuildRequest> makeRequest() const;
    Result<MainPackage> chooseMain() const;
    Result<QVector<Target>> chooseTargets(const MainPackage &main) const;
    void showPlan(const BuildRequest &request);
    void onIdle();
    void refuse(const Error &error, int exitCode);

    CommandLine m_line;
    Settings m_settings;
    std::unique_ptr<Reporter> m_reporter;
    BuildEngine m_engine;
    SourceLoader m_loader;
    SignalWatcher m_signals;
    std::optional<QVector<SourceScan>> m_scans;
    QStringList m_jobs;
    bool m_isFetching = false; // Go versions are on their way
    bool m_hasFetched = false;
};

} // namespace plugsmith
