// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/settings.h"
#include "build/buildengine.h"
#include "cli/toolchaincommandline.h"

namespace plugsmith {

/// `plugsmith-cli targets`: which platforms the installed Go versions build plugins for here, with which compiler, and
/// what is missing for the others.
class TargetsCommand : public QObject
{
    Q_OBJECT

public:
    explicit TargetsCommand(ToolchainCommandLine line);

    void start();

signals:
    void finished(int exitCode);

private:
    void show();

    ToolchainCommandLine m_line;
    Settings m_settings;
    BuildEngine m_engine;
};

} // namespace plugsmith
