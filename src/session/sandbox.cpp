// SPDX-License-Identifier: Apache-2.0
#include "session/sandbox.h"

#include <QStandardPaths>

namespace plugsmith {

using namespace Qt::StringLiterals;

QString sandboxProgram()
{
    return QStandardPaths::findExecutable(u"bwrap"_s);
}

ProcessSpec sandboxed(const ProcessSpec &spec, const QString &sandboxProgram, const QString &scratch)
{
    ProcessSpec wrapped = spec;
    wrapped.program = sandboxProgram;
    wrapped.arguments = QStringList{u"--ro-bind"_s,
                                    u"/"_s,
                                    u"/"_s,
                                    u"--dev"_s,
                                    u"/dev"_s,
                                    u"--bind"_s,
                                    scratch,
                                    scratch,
                                    u"--unshare-net"_s,
                                    u"--unshare-ipc"_s,
                                    u"--die-with-parent"_s,
                                    u"--chdir"_s,
                                    scratch,
                                    u"--"_s,
                                    spec.program} +
                        spec.arguments;
    wrapped.environment.insert(u"TMPDIR"_s, scratch);
    return wrapped;
}

ProcessEnd endWithin(const ProcessEnd &end)
{
    constexpr int SignalBase = 128;
    constexpr int LastSignal = 64;
    ProcessEnd within = end;
    if (end.way == ProcessEnd::Way::Exited && end.exitCode > SignalBase && end.exitCode <= SignalBase + LastSignal) {
        within.way = ProcessEnd::Way::Crashed;
        within.exitCode -= SignalBase;
    }
    return within;
}

} // namespace plugsmith
