// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/output.h"

#include <QStringList>

namespace plugsmith {

/// Reads a command line and does what it says, unless it is wrong or asks for help. Returns the exit code.
template<class Line, class Do>
int withLine(const QStringList &arguments, const Do &doIt)
{
    const auto line = Line::parse(arguments);
    if (!line) {
        printError(line.error().sentence());
        return 2;
    }
    if (line->command == Line::Command::Help) {
        print(line->helpText);
        return 0;
    }
    return doIt(*line);
}

} // namespace plugsmith
