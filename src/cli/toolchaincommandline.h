// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/goversion.h"
#include "base/result.h"
#include "build/buildengine.h"

#include <QStringList>
#include <QVector>

namespace plugsmith {

class Settings;

/// What was asked of `toolchain` and `targets`. A value.
struct ToolchainCommandLine
{
    enum class Command { Help, Toolchain, Targets };
    enum class Action { List, Available, Add, Remove, Verify };

    Command command = Command::Help;
    Action action = Action::List;
    QString helpText;            ///< of Help
    QVector<GoVersion> versions; ///< to add, remove or verify
    QStringList files;           ///< archives to add
    QStringList goRoots;
    QVector<UserCompiler> compilers;
    bool isOffline = false;
    bool json = false;

    /// With what the settings say.
    BuildEngine::Setup setup(const Settings &settings) const;

    static bool isCommand(const QString &word);
    /// `arguments` begin behind the program's name. An error is a wrong usage: exit code 2.
    static Result<ToolchainCommandLine> parse(const QStringList &arguments);
};

} // namespace plugsmith
