// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/gobuildrun.h"
#include "build/jobexecutor.h"
#include "build/jobhistory.h"
#include "build/pluginstore.h"
#include "build/sourcesnapshot.h"
#include "toolchain/preflight.h"

#include <memory>

namespace plugsmith {

/// What jobs on this machine share.
struct LocalServices
{
    JobHistory &history;
    Preflight &preflight;
    QProcessEnvironment environment; ///< goEnvironmentOf() of the user's
    QVector<Linker> linkers;         ///< installed ones, fastest first
};

/// Builds a job with the toolchains of this machine. In order: SCN, compiler and linker check, source digest; if the
/// stored binary of the same fingerprint is still there, it is stamped anew; else unpack, rewrite, go build, inspect,
/// store.
class LocalExecutor : public JobExecutor
{
    Q_OBJECT

public:
    struct Request
    {
        QString id;
        PlannedJob job;
        std::shared_ptr<SourceSnapshot> snapshot;
        bool force = false;       ///< build even if nothing has changed
        bool keepsFailed = false; ///< the files stay when it fails
    };

    LocalExecutor(Request request, const LocalServices &services, QObject *parent = nullptr);
    ~LocalExecutor() override;

    void start() override;
    bool cancel() override;
    void retire() override;

private:
    void say(JobState step, const QString &text) { emit line(step, text); }
    void fail(const Error &error);
    void keepFiles();
    void sayHeader();
    void reserveScn();
    void checkTools();
    void useLinker(const PreflightReport &report);
    void digestSource();
    void lookForStoredOutput(const QByteArray &digest);
    void readStoredInfo(const StoredOutput &stored);
    void stampStored(const StoredOutput &stored, const QJsonObject &facts);
    void unpackSource();
    void prepareTree(const SourceSnapshot::Unpacked &unpacked);
    void runGo(const BuildTree &tree);
    void onGoFinished(const ProcessEnd &end);
    void stamp();
    void onStored(const Result<StoredPlugin> &stored, bool upToDate);
    void succeed(const StoredPlugin &stored, bool upToDate);

    QString outputPath() const;
    PluginInfo makeInfo() const;
    ProcessSpec goSpec(const QStringList &arguments, const BuildTree &tree) const;
    Error goError(const ProcessEnd &end) const;
    bool mayReuse() const;

    Request m_request;
    LocalServices m_services;
    std::shared_ptr<StoreGate> m_gate; // shared with what runs in the pool
    bool m_isRetired = false;
    bool m_areFilesKept = false;
    Scn m_scn;
    Linker m_linker;
    int m_preflightRequest = 0;
    QByteArray m_digest;
    QString m_fingerprint;
    QString m_folder; // of this job, in the work area of the snapshot
    QString m_built;  // the binary, until it is stored
    QStringList m_arguments;
    BuildTree m_tree;
    GoBuildRun m_go;
};

} // namespace plugsmith
