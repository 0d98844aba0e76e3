// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "toolchain/ccompiler.h"
#include "toolchain/gotoolchain.h"
#include "toolchain/linker.h"

#include <QHash>
#include <QObject>
#include <QProcessEnvironment>

namespace plugsmith {

class PreflightRun;

/// What is to be tried. A value.
struct PreflightRequest
{
    GoToolchain toolchain;
    CCompiler compiler;
    QVector<Linker> linkers; ///< installed ones, fastest first (CTools::linkers)
    LinkerChoice wanted;
    Platform platform = Platform::thisMachine(); ///< what is built for

    bool isForeign() const { return platform != Platform::thisMachine(); }
};

struct RejectedLinker
{
    Linker linker;
    QString reason; ///< one sentence

    bool operator==(const RejectedLinker &) const = default;
};

/// What was found out. A value.
struct PreflightReport
{
    bool compilerWorks = false; ///< a plugin with C in it was compiled and linked
    Error compilerProblem;      ///< meaningful unless compilerWorks
    Linker linker;              ///< the one to use; Kind::Default unless another one passed
    QVector<RejectedLinker> rejected;
    QString loadProblem; ///< why no plugin could be loaded for the check, whatever its linker; empty normally
    double seconds = 0;  ///< that the check took, when it was made
    bool fromCache = false;

    bool operator==(const PreflightReport &) const = default;
};

/// Tries out whether a Go toolchain and a C compiler make plugins, and which linker is the fastest whose plugins really
/// load: each is built with the toolchain, opened and called in a process of its own. Good results are remembered in
/// cache()/preflight.json until a tool changes; whatever may get better by itself (a compiler without a C library, a
/// time limit that struck) is tried again each time. Uses the user's GOCACHE and never the network. What is built for
/// another platform cannot be loaded: there a linker is used only if the user names it, and linking is all that is
/// checked.
///
/// Lives in the GUI thread and never blocks it. Requests for the same tools at the same time share one run.
class Preflight : public QObject
{
    Q_OBJECT

public:
    /// Raised whenever the check checks more, so that older results do not count.
    static constexpr int Version = 1;

    /// `environment` is the user's; it is used as goEnvironmentOf() makes it.
    explicit Preflight(const QProcessEnvironment &environment, QObject *parent = nullptr);
    ~Preflight() override;

    /// Returns the number of the request. Each gets exactly one finished(), later.
    int check(const PreflightRequest &request);
    /// finished() follows with ErrorCode::Cancelled. The tools are ended with the last request that waits for them.
    void cancel(int request);

signals:
    /// An error says that the toolchain cannot build anything here; a compiler that does not work is a report.
    void finished(int request, const plugsmith::Result<plugsmith::PreflightReport> &result);

private:
    struct Key
    {
        QString subject;
        QString stamp;
    };
    struct LookedUp
    {
        Key key;
        QProcessEnvironment environment;
        std::optional<PreflightReport> report;
    };
    static LookedUp lookUp(const PreflightRequest &request, const QProcessEnvironment &user, const QString &cacheFile);
    void onLookedUp(int id, const PreflightRequest &request, const LookedUp &found);
    void conclude(int id, const Result<PreflightReport> &result);

    QProcessEnvironment m_environment;
    QString m_cacheFile;
    int m_lastId = 0;
    QHash<int, QString> m_waiting;         // request -> subject and stamp of its run; empty during the look-up
    QHash<QString, PreflightRun *> m_runs; // children
};

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::PreflightReport)
Q_DECLARE_METATYPE(plugsmith::Result<plugsmith::PreflightReport>)
