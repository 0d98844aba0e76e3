// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace plugsmith {

/// What was asked for with inspect, list, compare and stamp. A value.
struct CatalogCommandLine
{
    enum class Command { Help, Inspect, List, Compare, Stamp };

    Command command = Command::Help;
    QString helpText;  ///< of Help
    QStringList paths; ///< absolute
    QString filter;    ///< of List
    bool json = false;
    bool symbols = false; ///< of Inspect
    bool modules = false;
    bool dryRun = false; ///< of Stamp

    static bool isCommand(const QString &word);
    /// `arguments` begin with the command. An error is a wrong usage: exit code 2.
    static Result<CatalogCommandLine> parse(const QStringList &arguments);
};

} // namespace plugsmith
