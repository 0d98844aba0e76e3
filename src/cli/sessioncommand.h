// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/sessioncommandline.h"
#include "cli/signalwatcher.h"
#include "session/session.h"
#include "session/sessionopener.h"
#include "toolchain/toolchainfinder.h"

#include <QObject>

#include <memory>

namespace plugsmith {

/// How a command's session is run.
SessionSetup sessionSetup(const SessionCommandLine &line, const HostProgram &host);

/// `plugsmith-cli load` and `call`: one plugin in one session, and a report. Exit code 1 if the call or load failed, 3
/// if the plugin was refused before anything of it ran.
class SessionCommand : public QObject
{
    Q_OBJECT

public:
    explicit SessionCommand(SessionCommandLine line);
    ~SessionCommand() override;

    void start();

signals:
    void finished(int exitCode);

private:
    void onOpened(const PluginFile &file, const HostProgram &host);
    void onGenerationChanged(int number);
    void onLoaded(const Generation &generation);
    void onCalled(const CallOutcome &outcome);
    void fail(const Error &error, int exitCode = 1);
    void finish(int exitCode);

    SessionCommandLine m_line;
    ToolchainFinder m_finder;
    SessionOpener m_opener;
    SignalWatcher m_signals;
    std::unique_ptr<Session> m_session;
    bool m_isFinished = false;
};

} // namespace plugsmith
