// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/childprocess.h"

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>

namespace plugsmith {

/// All that a tool said before it ended.
struct ToolAnswer
{
    ProcessEnd end;
    bool timedOut = false; ///< ended by the time limit; end.way is Cancelled then
    QByteArray output;
    QByteArray errorOutput;
    double seconds = 0;

    bool isSuccess() const { return end.isSuccess(); }
    /// Both outputs as text, the error output first, for logs.
    QString text() const;
};

/// One run of a short-lived tool whose whole output is wanted, ended by force after a time limit. Keeps the first
/// MaxOutputBytes of each channel. Lives in one thread with an event loop; destroying it ends the tool.
class ToolRun : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxOutputBytes = 256 << 10;

    explicit ToolRun(QObject *parent = nullptr);

    void start(const ProcessSpec &spec, std::chrono::milliseconds limit);
    void cancel() { m_process.cancel(); }
    bool isRunning() const { return m_process.isRunning(); }

signals:
    /// Once per start(), never from within it.
    void finished(const plugsmith::ToolAnswer &answer);

private:
    void onFinished(const ProcessEnd &end);

    ChildProcess m_process;
    QTimer m_limit;
    QElapsedTimer m_clock;
    ToolAnswer m_answer;
};

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::ToolAnswer)
