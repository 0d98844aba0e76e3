// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/scn.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>

namespace plugsmith {

/// What was asked of the commands that load plugins: load, call and serve. A value.
struct SessionCommandLine
{
    enum class Command { Help, Load, Call, Serve };

    Command command = Command::Load;
    QString helpText; ///< of Help

    QString plugin; ///< a plugin or its build info; of serve, the folder
    QString name;   ///< of serve
    QString symbol;
    QByteArray arguments = "[]"; ///< JSON; as given, so that no digit gets lost
    Scn initialScn;
    std::chrono::milliseconds limit = std::chrono::seconds(5);
    bool isSandboxed = false;
    bool json = false;
    QStringList goRoots;

    static bool isCommand(const QString &word);
    /// `arguments` begin with the command. An error is a wrong usage: exit code 2.
    static Result<SessionCommandLine> parse(const QStringList &arguments);
};

} // namespace plugsmith
