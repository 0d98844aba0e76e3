// SPDX-License-Identifier: Apache-2.0
#include "support/workerrun.h"

#include <QProcess>

namespace plugsmith {

using namespace Qt::StringLiterals;

const Frame *WorkerRun::entry(const QString &path) const
{
    for (const Frame &frame : frames) {
        if (frame.fields.value("entry"_L1).toString() == path)
            return &frame;
    }
    return nullptr;
}

QStringList WorkerRun::paths() const
{
    QStringList paths;
    for (const Frame &frame : frames) {
        if (frame.fields.contains("entry"_L1))
            paths.append(frame.fields.value("entry"_L1).toString());
    }
    return paths;
}

QString builtProgram(const QString &name)
{
    return qEnvironmentVariable("PLUGSMITH_BIN") + u'/' + name;
}

WorkerRun runWorker(const QStringList &arguments, const QString &program)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    WorkerRun run;
    if (!process.waitForFinished(50'000))
        return run;
    run.hasCrashed = process.exitStatus() == QProcess::CrashExit;
    run.exitCode = process.exitCode();
    FrameReader reader;
    reader.feed(process.readAllStandardOutput());
    while (const auto frame = reader.next())
        run.frames.append(*frame);
    run.isProtocol = reader.isAtBoundary() && !run.frames.isEmpty();
    if (run.isProtocol) {
        const Frame last = run.frames.takeLast();
        run.done = last.fields.value("done"_L1).toObject();
        run.error = last.fields.value("error"_L1).toObject();
        run.isProtocol = run.done.isEmpty() != run.error.isEmpty();
    }
    return run;
}

} // namespace plugsmith
