// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/childprocess.h"
#include "base/linesplitter.h"
#include "build/buildtree.h"
#include "build/gooutput.h"
#include "build/jobstate.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace plugsmith {

/// One run of `go build -v`, with its output turned into steps, package counts and log lines. Where a build takes
/// longer than a moment, `go list -deps` beside it says of how many packages it consists and which come from the cache.
/// Lives in the GUI thread.
class GoBuildRun : public QObject
{
    Q_OBJECT

public:
    explicit GoBuildRun(QObject *parent = nullptr);

    struct Request
    {
        ProcessSpec build;
        ProcessSpec list;
        QString mainPackage; ///< import path under which the go command will name it
        BuildTree tree;      ///< to turn copies and new paths back
    };
    void start(const Request &request);
    /// finished() follows with Way::Cancelled.
    void cancel();
    bool isRunning() const { return m_build.isRunning() || m_list.isRunning(); }

    /// What the error output said, for the reason of a failure: its first thousand lines and its last.
    const QStringList &errorLines() const { return m_errorLines; }
    double seconds() const { return m_seconds; }
    int packages() const { return m_counter.total(); }

signals:
    /// ResolvingModules, Compiling or Linking.
    void stateReached(plugsmith::JobState state);
    void progressed(const plugsmith::JobProgress &progress);
    void line(plugsmith::JobState step, const QString &text);
    void finished(const plugsmith::ProcessEnd &end);

private:
    void readLine(const QString &raw);
    void reach(JobState state);
    void startList();
    void onFinished(const ProcessEnd &end);
    void finish();

    Request m_request;
    ChildProcess m_build;
    ChildProcess m_list;
    LineSplitter m_output;
    LineSplitter m_errorOutput;
    QByteArray m_listOutput;
    PackageCounter m_counter;
    QStringList m_errorLines;
    QTimer m_listDelay;
    QTimer m_linkDelay;
    QElapsedTimer m_clock;
    double m_seconds = 0;
    JobState m_state = JobState::Preparing;
    std::optional<ProcessEnd> m_ended; // of the build, while the list is still being collected
};

} // namespace plugsmith
