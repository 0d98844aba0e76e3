// SPDX-License-Identifier: Apache-2.0
#include "base/childprocess.h"

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace plugsmith {
namespace {

/// Runs between fork and exec: only async-signal-safe calls, and no memory of its own.
void prepareChild(const ProcessSpec &spec)
{
    ::setpgid(0, 0);
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (spec.memoryLimit > 0) {
        const rlimit limit = {static_cast<rlim_t>(spec.memoryLimit), static_cast<rlim_t>(spec.memoryLimit)};
        ::setrlimit(RLIMIT_DATA, &limit);
    }
#endif
    if (!spec.mayDumpCore) {
        const rlimit none = {0, 0};
        ::setrlimit(RLIMIT_CORE, &none);
    }
    if (spec.niceness > 0)
        ::setpriority(PRIO_PROCESS, 0, spec.niceness);
    if (spec.standardOutput >= 0)
        ::dup2(spec.standardOutput, STDOUT_FILENO);
    if (spec.standardError >= 0)
        ::dup2(spec.standardError, STDERR_FILENO);
    for (const int descriptor : spec.descriptors)
        ::fcntl(descriptor, F_SETFD, 0);
}

} // namespace

ChildProcess::ChildProcess(QObject *parent)
    : QObject(parent)
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ChildProcess::deliverOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this, &ChildProcess::deliverOutput);
    connect(&m_process, &QProcess::finished, this, [this](int exitCode, QProcess::ExitStatus status) {
        end(status == QProcess::NormalExit ? ProcessEnd::Way::Exited : ProcessEnd::Way::Crashed, exitCode);
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(ProcessEnd::Way::FailedToStart, -1);
    });
}

ChildProcess::~ChildProcess()
{
    m_process.disconnect(this);
    killTree();
    if (isRunning())
        m_process.waitForFinished(1000); // only reaps: the process was killed a moment ago
}

void ChildProcess::start(const ProcessSpec &spec)
{
    Q_ASSERT(!m_active);
    m_cancelled = false;
    m_active = true;
    m_process.setProgram(spec.program);
    m_process.setArguments(spec.arguments);
    m_process.setWorkingDirectory(spec.workingFolder);
    m_process.setProcessEnvironment(spec.environment);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([spec] { prepareChild(spec); });
    m_process.start();
    m_group = m_process.processId();
    if (m_group > 0)
        ::setpgid(static_cast<pid_t>(m_group), static_cast<pid_t>(m_group)); // whichever of the two sides comes first
}

void ChildProcess::cancel()
{
    if (!m_active)
        return;
    m_cancelled = true;
    killTree();
}

void ChildProcess::killTree()
{
    if (m_group > 0)
        ::kill(-static_cast<pid_t>(m_group), SIGKILL);
}

void ChildProcess::deliverOutput()
{
    if (const QByteArray bytes = m_process.readAllStandardOutput(); !bytes.isEmpty())
        emit outputArrived(bytes);
    if (const QByteArray bytes = m_process.readAllStandardError(); !bytes.isEmpty())
        emit errorOutputArrived(bytes);
}

void ChildProcess::end(ProcessEnd::Way way, int exitCode)
{
    if (!m_active)
        return;
    m_active = false;
    killTree(); // what the leader left behind; the group outlives it as long as it has members
    m_group = 0;
    deliverOutput();
    const QString problem = way == ProcessEnd::Way::FailedToStart ? m_process.errorString() : QString();
    emit finished({m_cancelled ? ProcessEnd::Way::Cancelled : way, exitCode, problem});
}

} // namespace plugsmith
