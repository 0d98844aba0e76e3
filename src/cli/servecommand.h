// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/sessioncommandline.h"
#include "cli/signalwatcher.h"
#include "session/folderfollower.h"
#include "session/session.h"
#include "session/sessionopener.h"
#include "toolchain/toolchainfinder.h"

#include <QElapsedTimer>
#include <QMap>
#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace plugsmith {

/// `plugsmith-cli serve`: keeps a session that follows the newest SCN of a plugin in a folder, and takes calls as JSON
/// lines on standard input. Every event is a JSON line on standard output; what plugins print goes to standard error.
/// Ends when the input does and the calls have returned.
class ServeCommand : public QObject
{
    Q_OBJECT

public:
    explicit ServeCommand(SessionCommandLine line);
    ~ServeCommand() override;

    void start();

signals:
    void finished(int exitCode);

private:
    void onPlugins(QVector<PluginFile> files);
    void onOpened(const PluginFile &file, const HostProgram &host);
    void onGenerationChanged(int number);
    void onEnded(const EndReason &reason);
    void readInput();
    void takeLines();
    void takeLine(const QByteArray &line);
    void call(const QByteArray &line, const QJsonObject &request);
    void makeAnswer(int number);
    void listGenerations();
    void endIfDone();
    void report(const Error &error, const QByteArray &id = {});

    SessionCommandLine m_line;
    ToolchainFinder m_finder;
    SessionOpener m_opener;
    FolderFollower m_follower;
    SignalWatcher m_signals;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QSocketNotifier> m_inputNotifier;
    QByteArray m_input;
    QMap<qint64, QByteArray> m_calls; // our id -> the caller's, as it was written
    QVector<PluginFile> m_next;       // found while the session was being prepared
    QElapsedTimer m_sinceRestart;
    bool m_isOpening = false;
    bool m_isReady = false; // calls can be answered, if only by a refusal
    bool m_hasInputEnded = false;
};

} // namespace plugsmith
