// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <cstdio>

namespace plugsmith {

/// Reads a command line and does what it says, unless it is wrong or asks for help. Returns the exit code.
template<class Line, class Do>
int withLine(const QStringList &arguments, const Do &doIt)
{
    const auto line = Line::parse(arguments);
    if (!line) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(line.error().sentence()));
        return 2;
    }
    if (line->command == Line::Command::Help) {
        std::fputs(qUtf8Printable(line->helpText), stdout);
        return 0;
    }
    return doIt(*line);
}

} // namespace plugsmith
