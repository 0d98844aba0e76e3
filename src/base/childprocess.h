// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QVector>

namespace plugsmith {

/// What to start. Arguments are a list, never a shell string; the environment is given whole.
struct ProcessSpec
{
    QString program;
    QStringList arguments;
    QString workingFolder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

    // For programs that are talked to over pipes of the caller. The caller keeps and closes its descriptors.
    QVector<int> descriptors = {}; ///< stay open in the process, under the same numbers
    int standardOutput = -1;       ///< a descriptor; -1: outputArrived() delivers it
    int standardError = -1;        ///< a descriptor; -1: errorOutputArrived() delivers it

    int niceness = 0;       ///< 0 to 19
    qint64 memoryLimit = 0; ///< bytes of writable memory of its own; 0: no limit. Has no effect outside of Linux
    bool mayDumpCore = true;
};

/// How a process ended. Exactly one of the four ways.
struct ProcessEnd
{
    enum class Way { Exited, Crashed, FailedToStart, Cancelled };

    Way way = Way::Exited;
    int exitCode = 0;
    QString problem; ///< the system's words when it failed to start

    bool isSuccess() const { return way == Way::Exited && exitCode == 0; }
};

/// One external program together with everything that it starts. The process leads a process group of its own; cancel()
/// and the destructor end the whole tree at once (SIGKILL: these are compilers, they have nothing to save), and it ends
/// too when this program dies. Asynchronous; lives in, and starts from, one thread with an event loop.
class ChildProcess : public QObject
{
    Q_OBJECT

public:
    explicit ChildProcess(QObject *parent = nullptr);
    ~ChildProcess() override;

    void start(const ProcessSpec &spec);
    /// Ends the tree; finished() follows with Way::Cancelled. Harmless when nothing runs.
    void cancel();
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    qint64 processId() const { return m_process.processId(); }

signals:
    void outputArrived(const QByteArray &bytes);
    void errorOutputArrived(const QByteArray &bytes);
    /// Emitted once per start(), after all output was delivered.
    void finished(const plugsmith::ProcessEnd &end);

private:
    void killTree();
    void deliverOutput();
    void end(ProcessEnd::Way way, int exitCode);

    QProcess m_process;
    qint64 m_group = 0; // process group while it may still have members
    bool m_cancelled = false;
    bool m_active = false;
};

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::ProcessEnd)
