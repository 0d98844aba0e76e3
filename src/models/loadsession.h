// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/callmodel.h"
#include "models/generationmodel.h"
#include "models/loadsymbolmodel.h"
#include "models/memoryhistory.h"
#include "session/folderfollower.h"
#include "session/session.h"

#include <QElapsedTimer>

namespace plugsmith {

/// Something about a session that somebody has to decide.
struct SessionNotice
{
    enum class Kind {
        None,
        NotLoaded,    ///< `generation` was refused, or ended the process
        LoadOverdue,  ///< `generation` has been loading for long
        CallOverdue,  ///< `call` is past its time limit
        NotAnswering, ///< the process takes no requests
        Ended,        ///< nobody asked for it
    };

    Kind kind = Kind::None;
    Error words; ///< the detail is what the process said last, or where it is
    int generation = 0;
    qint64 call = 0;
};

/// A session as the window shows it: its models, the generation that is looked at, drafts of arguments, the folder that
/// it follows, and what somebody has to decide. Knows no widgets. GUI thread.
class LoadSession : public QObject
{
    Q_OBJECT

public:
    /// `id` is unique within this run of the program.
    LoadSession(int id, const SessionSetup &setup, QObject *parent = nullptr);

    int id() const { return m_id; }
    Session &session() { return m_session; }
    const Session &session() const { return m_session; }
    GenerationModel &generations() { return m_generations; }
    LoadSymbolModel &symbols() { return m_symbols; }
    CallModel &calls() { return m_calls; }
    MemoryHistory &memory() { return m_memory; }

    /// "Go 1.22.6 · pricing"
    QString title() const;
    /// Names of the plugins in memory, or that are to be.
    QStringList plugins() const;
    /// "Running 17 min", "Ended"
    QString stateText() const;
    /// What generations that do not answer any more hold, in bytes, as far as it was seen.
    qint64 replacedBytes() const;
    /// The numbers of those generations.
    QVector<int> replaced() const;

    /// Its SCN and symbols are shown, and calls go to it. 0: none.
    int shown() const { return m_shown; }
    const Generation *shownGeneration() const { return m_session.generation(m_shown); }
    void show(int generation);

    void load(const PluginFile &file);
    void restart();
    /// Starts the process again, inside the sandbox or without it. From then on it is somebody's decision, whatever is
    /// loaded.
    void setSandboxed(bool on);
    bool isSandboxChosen() const { return m_isSandboxChosen; }
    /// Calls a symbol of the shown generation; callChanged() follows at once and when it has ended.
    qint64 call(const QString &symbol, const QByteArray &arguments, std::chrono::milliseconds limit);
    /// Reads a variable of the shown generation; with a value (JSON), sets it before. callChanged() follows as for a
    /// call.
    qint64 access(const QString &variable, const QByteArray &value = {});
    /// The newest call that runs; 0 if none does.
    qint64 runningCall() const { return m_running.isEmpty() ? 0 : m_running.last(); }
    /// Asks the process for the values of the shown variables.
    void readValues();
    /// What was typed for a symbol; its zero arguments if nothing was.
    QByteArray draft(const QString &symbol) const;
    void setDraft(const QString &symbol, const QByteArray &arguments) { m_drafts.insert(symbol, arguments); }

    /// Follows a folder and loads what is newer there, for plugins that are in memory. Empty: none.
    void follow(const QString &folder);
    QString followedFolder() const;
    bool isFollowing() const { return m_isFollowing; }
    void setFollowing(bool on);

    const SessionNotice &notice() const { return m_notice; }
    void dismissNotice() { setNotice({}); }
    /// What the process printed outside of calls, the newest 64 KB.
    const QByteArray &output() const { return m_output; }

signals:
    /// Title, state, plugins or memory.
    void changed();
    void shownChanged();
    void callChanged(qint64 id);
    void noticeChanged();
    /// A load has ended, one way or the other.
    void loadEnded(int generation);
    /// A newer SCN was loaded by itself.
    void loadedByItself(int generation);
    void said(const QString &sentence);

private:
    void connectSession();
    void onGenerationChanged(int number);
    void onMemory(const MemorySample &sample);
    void onValue(qint64 id, const QString &type, const QByteArray &json);
    void onValueFailed(qint64 id, const Error &problem);
    void onCallFinished(const CallOutcome &outcome);
    void onNewer(const QVector<PluginFile> &files);
    void onStateChanged(Session::State state);
    void setNotice(const SessionNotice &notice);

    int m_id;
    Session m_session;
    GenerationModel m_generations;
    LoadSymbolModel m_symbols;
    CallModel m_calls;
    MemoryHistory m_memory;
    int m_shown = 0;
    QVector<qint64> m_running;
    QHash<qint64, QString> m_reads; // variables whose values were asked for
    QHash<QString, QByteArray> m_drafts;
    int m_measured = 0; // the generation that was loaded last, until its memory is known
    qint64 m_before = 0;
    QElapsedTimer m_sinceStart;
    std::unique_ptr<FolderFollower> m_follower;
    QString m_folder;
    QSet<int> m_byThemselves;
    bool m_isFollowing = false;
    bool m_isSandboxChosen = false;
    SessionNotice m_notice;
    QByteArray m_output;
};

} // namespace plugsmith
