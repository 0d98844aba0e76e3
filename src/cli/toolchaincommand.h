// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/settings.h"
#include "build/buildengine.h"
#include "cli/signalwatcher.h"
#include "cli/toolchaincommandline.h"

#include <QSet>

namespace plugsmith {

/// `plugsmith-cli toolchain list|available|add|remove|verify`: the Go versions that are here and that can be had.
class ToolchainCommand : public QObject
{
    Q_OBJECT

public:
    explicit ToolchainCommand(ToolchainCommandLine line);

    void start();

signals:
    void finished(int exitCode);

private:
    void act();
    void list();
    void showAvailable();
    void add();
    void remove();
    void verify();
    void onInstallChanged(const QString &name, const InstallProgress &progress);
    void onInstalled(const QString &name, const Result<GoToolchain> &toolchain);
    void onOneDone(bool isGood);
    void complain(const Error &error);

    ToolchainCommandLine m_line;
    Settings m_settings;
    BuildEngine m_engine;
    SignalWatcher m_signals;
    QHash<QString, InstallProgress::Step> m_steps; // that were told
    QHash<int, GoToolchain> m_checks;              // by preflight request
    bool m_hasMachine = false;
    bool m_hasStore = false;
    bool m_hasStarted = false;
    int m_missing = 0; // answers
    int m_exitCode = 0;
};

} // namespace plugsmith
