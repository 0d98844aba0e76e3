// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/settings.h"
#include "build/jobhistory.h"
#include "models/loadsession.h"
#include "session/sessionopener.h"

#include <QFuture>
#include <QSet>

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace plugsmith {

class BuildEngine;

/// All sessions of the window, and the way into them: a plugin is read, its host is compiled where that was not done
/// before, somebody is asked where the plugin is not from here, and then it goes to a session that fits or to a new
/// one. One load after the other. Outlives windows. GUI thread.
class LoadSessions : public QObject
{
    Q_OBJECT

public:
    enum class Step { Idle, WaitingForGo, Reading, Preparing, Asking };

    struct Wish
    {
        QString path;              ///< of the plugin or its build info
        bool isNewSession = false; ///< even if one fits

        bool operator==(const Wish &) const = default;
    };

    LoadSessions(BuildEngine &engine, Settings &settings, QObject *parent = nullptr);
    ~LoadSessions() override;

    int count() const { return static_cast<int>(m_sessions.size()); }
    LoadSession *at(int index) const { return m_sessions[static_cast<size_t>(index)].get(); }
    int indexOf(const LoadSession *session) const;
    LoadSession *find(int id) const;
    int liveCount() const;

    void load(const Wish &wish);
    /// Where a plugin that was read goes: to a session of that host, or to a new one. Returns it.
    LoadSession *take(const PluginFile &file, const HostProgram &host, bool isNewSession = false);
    /// An empty session of a Go version, without special flags.
    void openEmpty(const GoToolchain &toolchain);
    /// Ends its process and forgets it.
    void close(LoadSession *session);

    Step step() const { return m_step; }
    const QString &loadingPath() const { return m_wish.path; }   ///< not in Idle
    const QString &preparedVersion() const { return m_version; } ///< Preparing
    const PluginFile &asked() const { return m_file; }           ///< Asking
    /// The answer to Asking.
    void allow();
    /// Ends what load() began; of a plugin that is asked about, too.
    void cancel();
    /// Paths that were loaded before, the newest first.
    QStringList recent() const;
    /// The build on this machine that made a plugin, as far as it is remembered.
    QFuture<std::optional<JobSpec>> findBuild(const PluginFile &file) const;
    /// The toolchains in which an empty session can be opened.
    QVector<GoToolchain> toolchains() const;

signals:
    void added(plugsmith::LoadSession *session);
    /// It is deleted after this.
    void removed(plugsmith::LoadSession *session);
    void stepChanged();
    /// A load went to this session.
    void taken(plugsmith::LoadSession *session);
    /// A plugin could not be loaded into any session.
    void failed(const QString &path, const plugsmith::Error &error);
    /// Once in a lifetime: what loading means.
    void firstLoad();
    /// Number of sessions, or the state or memory of one.
    void changed();

private:
    void next();
    void read();
    void onOpened(const PluginFile &file, const HostProgram &host);
    void onFailed(const Error &error);
    void setStep(Step step);
    bool mustAsk(const PluginFile &file) const;
    LoadSession *make(const HostProgram &host, bool isSandboxed); // not started
    void remember(const QString &path);
    void prepareInBackground();

    BuildEngine &m_engine;
    Settings &m_settings;
    SessionOpener m_opener;
    HostBuilder m_emptyBuilder; // for sessions without a plugin
    HostBuilder m_background;
    std::vector<std::unique_ptr<LoadSession>> m_sessions;
    std::deque<Wish> m_wishes;
    Wish m_wish;
    Step m_step = Step::Idle;
    QString m_version;
    PluginFile m_file;
    HostProgram m_host;
    QSet<QString> m_allowed; // paths
    bool m_isReading = false;
    int m_lastId = 0;
};

} // namespace plugsmith
