// SPDX-License-Identifier: Apache-2.0
#include "session/endwords.h"

#include <QCoreApplication>

#include <csignal>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct EndText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::SessionEnd)
};

using Kind = EndReason::Kind;

/// The first line of the output that starts in a way by which Go begins its last words.
QString lineStartingWith(const QStringList &lines, const QString &start)
{
    for (const QString &line : lines) {
        if (line.startsWith(start))
            return line;
    }
    return {};
}

QString signalName(int number)
{
    switch (number) {
    case SIGSEGV:
        return u"SIGSEGV"_s;
    case SIGBUS:
        return u"SIGBUS"_s;
    case SIGILL:
        return u"SIGILL"_s;
    case SIGABRT:
        return u"SIGABRT"_s;
    case SIGFPE:
        return u"SIGFPE"_s;
    case SIGKILL:
        return u"SIGKILL"_s;
    case SIGTERM:
        return u"SIGTERM"_s;
    default:
        return QString::number(number);
    }
}

EndReason ended(Kind kind, const QString &reason, const QString &line, const HostEnd &end)
{
    return {kind,
            {ErrorCode::ProcessFailed, EndText::tr("The session ended"), reason, QString::fromUtf8(end.errorOutput)},
            line};
}

std::optional<EndReason> fromFatalError(const QStringList &lines, const HostEnd &end)
{
    const QString line = lineStartingWith(lines, u"fatal error: "_s);
    if (line.isEmpty())
        return std::nullopt;
    if (line.contains("stack overflow"_L1))
        return ended(Kind::StackOverflow, EndText::tr("A function called itself without end: “%1”.").arg(line), line,
                     end);
    if (line.contains("deadlock"_L1))
        return ended(Kind::Deadlock, EndText::tr("Nothing in it could go on: “%1”.").arg(line), line, end);
    if (line.contains("out of memory"_L1) || line.contains("cannot allocate memory"_L1))
        return ended(Kind::Memory, EndText::tr("There was no more memory for it: “%1”.").arg(line), line, end);
    return ended(Kind::FatalError, EndText::tr("Exit status %1: “%2”.").arg(end.end.exitCode).arg(line), line, end);
}

std::optional<EndReason> fromGoWords(const HostEnd &end)
{
    const QStringList lines = QString::fromUtf8(end.errorOutput).split(u'\n');
    if (auto fatal = fromFatalError(lines, end))
        return fatal;
    if (const QString line = lineStartingWith(lines, u"panic: "_s); !line.isEmpty()) {
        return ended(Kind::Panic,
                     EndText::tr("A goroutine of the plugin panicked, which nobody could catch: “%1”.").arg(line), line,
                     end);
    }
    for (const QString &start : {u"SIG"_s, u"unexpected fault address"_s, u"runtime: "_s}) {
        const QString line = lineStartingWith(lines, start);
        if (!line.isEmpty())
            return ended(Kind::Crash, EndText::tr("It crashed: “%1”.").arg(line), line, end);
    }
    return std::nullopt;
}

} // namespace

EndReason explainEnd(const HostEnd &end)
{
    const QString output = QString::fromUtf8(end.errorOutput);
    if (end.end.way == ProcessEnd::Way::FailedToStart)
        return ended(Kind::NoStart, EndText::tr("Its program does not start: %1").arg(end.end.problem), {}, end);
    if (end.end.way == ProcessEnd::Way::Crashed && end.end.exitCode == SIGKILL)
        return ended(Kind::Killed, EndText::tr("It was killed from outside, or by the system for its use of memory."),
                     {}, end);
    if (output.startsWith("bwrap: "_L1))
        return ended(Kind::NoSandbox, EndText::tr("The sandbox does not start: %1").arg(output.section(u'\n', 0, 0)),
                     output.section(u'\n', 0, 0), end);
    // os.Exit may follow upon any words of the plugin's own; the runtime's last words come with status 2 or a signal.
    constexpr int RuntimeStatus = 2;
    if (end.end.way == ProcessEnd::Way::Crashed || end.end.exitCode == RuntimeStatus) {
        if (auto reason = fromGoWords(end))
            return *std::move(reason);
    }
    if (end.end.way == ProcessEnd::Way::Crashed)
        return ended(Kind::Crash, EndText::tr("It was ended by signal %1.").arg(signalName(end.end.exitCode)), {}, end);
    if (end.brokeProtocol)
        return ended(Kind::Crash, EndText::tr("It wrote into the pipe of Plugsmith."), {}, end);
    return ended(Kind::Exit, EndText::tr("The plugin ended it, as os.Exit(%1) does.").arg(end.end.exitCode), {}, end);
}

} // namespace plugsmith
