// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/hostprocess.h"

namespace plugsmith {

/// Why a session process ended, as far as its exit status and its last words tell.
struct EndReason
{
    enum class Kind {
        Exit,          ///< the plugin ended the process: os.Exit
        FatalError,    ///< of Go's runtime: concurrent map writes, out of memory
        Deadlock,      ///< the runtime saw that nothing can go on
        StackOverflow, ///< a recursion without end
        Panic,         ///< in a goroutine of the plugin's own, where nobody can catch it
        Crash,         ///< a signal: C code, a file that was changed while loaded
        Memory,        ///< a limit, or the system's
        NoSandbox,
        NoStart,
        Killed, ///< from outside
    };

    Kind kind = Kind::Exit;
    Error words;      ///< "The session ended" and why
    QString lastLine; ///< of Go: "fatal error: concurrent map writes"
};

/// Pure. For an end that nobody asked for.
EndReason explainEnd(const HostEnd &end);

} // namespace plugsmith
