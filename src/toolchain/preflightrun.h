// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "toolchain/preflight.h"
#include "toolchain/preflightworkspace.h"
#include "toolchain/toolrun.h"

#include <QElapsedTimer>

#include <functional>
#include <memory>

namespace plugsmith {

/// One run of the check of Preflight, from making the folder to removing it. Lives in the GUI thread; destroying it
/// ends what runs and removes the folder in the pool.
class PreflightRun : public QObject
{
    Q_OBJECT

public:
    /// `environment` as goEnvironment() makes it.
    PreflightRun(const PreflightRequest &request, const QProcessEnvironment &environment, QObject *parent = nullptr);
    ~PreflightRun() override;

    void start();

signals:
    /// Once, after the folder is gone. `isLasting`: the same tools will give the same result again.
    void done(const plugsmith::Result<plugsmith::PreflightReport> &result, bool isLasting);

private:
    void run(const ProcessSpec &spec, std::chrono::milliseconds limit, std::function<void(const ToolAnswer &)> use);
    ProcessSpec buildSpec(const QString &package, const QString &output, const QStringList &flags) const;
    ProcessSpec loadSpec(const QString &plugin) const;

    QString lineOf(const ToolAnswer &answer) const;
    void buildFirstPlugin();
    void buildHost();
    void afterFirstBuilds();
    void diagnose();
    void loadFirstPlugin();
    void tryNextLinker();
    void loadWith(const Linker &linker);
    void reject(const Linker &linker, const QString &reason);
    void finish(const Result<PreflightReport> &result);

    PreflightRequest m_request;
    QProcessEnvironment m_environment;
    std::shared_ptr<PreflightWorkspace> m_workspace;
    QElapsedTimer m_clock;
    PreflightReport m_report;
    QVector<Linker> m_candidates; // not tried yet
    ToolAnswer m_pluginBuild;
    ToolAnswer m_hostBuild;
    int m_building = 0; // of the two first builds
    bool m_isLasting = true;
    bool m_mustLoad = false; // there are linkers to try, and what they make runs here
};

/// The line of a build's output that says what is wrong, without "# package" lines. For people and the log.
QString decisiveLine(const QString &output);

} // namespace plugsmith
