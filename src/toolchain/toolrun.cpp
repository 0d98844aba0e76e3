// SPDX-License-Identifier: Apache-2.0
#include "toolchain/toolrun.h"

namespace plugsmith {
namespace {

void append(QByteArray &kept, const QByteArray &bytes)
{
    kept += bytes.first(qMin(bytes.size(), ToolRun::MaxOutputBytes - kept.size()));
}

} // namespace

QString ToolAnswer::text() const
{
    return QString::fromUtf8(errorOutput + output).trimmed();
}

ToolRun::ToolRun(QObject *parent)
    : QObject(parent)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        m_answer.timedOut = true;
        m_process.cancel();
    });
    connect(&m_process, &ChildProcess::outputArrived, this,
            [this](const QByteArray &bytes) { append(m_answer.output, bytes); });
    connect(&m_process, &ChildProcess::errorOutputArrived, this,
            [this](const QByteArray &bytes) { append(m_answer.errorOutput, bytes); });
    // Queued: a program that cannot even be forked ends within start().
    connect(&m_process, &ChildProcess::finished, this, &ToolRun::onFinished, Qt::QueuedConnection);
}

void ToolRun::start(const ProcessSpec &spec, std::chrono::milliseconds limit)
{
    m_answer = {};
    m_clock.start();
    m_limit.start(limit);
    m_process.start(spec);
}

void ToolRun::onFinished(const ProcessEnd &end)
{
    m_limit.stop();
    m_answer.end = end;
    m_answer.seconds = static_cast<double>(m_clock.nsecsElapsed()) / 1e9;
    // A tool that was done when the limit struck is not late.
    m_answer.timedOut = m_answer.timedOut && end.way == ProcessEnd::Way::Cancelled;
    emit finished(m_answer);
}

} // namespace plugsmith
