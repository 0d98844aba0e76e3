// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/settings.h"
#include "models/compilermodel.h"
#include "models/toolchainmodel.h"
#include "toolchain/preflight.h"

#include <QObject>

namespace plugsmith {

class BuildEngine;

/// What the Toolchains page is about: Go versions and C compilers, and what can be done with them. Contacts nothing
/// before the user has asked for something that needs it; that is kept. Knows no widgets. GUI thread.
class ToolchainSession : public QObject
{
    Q_OBJECT

public:
    ToolchainSession(BuildEngine &engine, Settings &settings, QObject *parent = nullptr);

    BuildEngine &engine() { return m_engine; }
    ToolchainModel &versions() { return m_versions; }
    CompilerModel &compilers() { return m_compilers; }
    Settings &settings() { return m_settings; }

    /// Takes sources and folders from the settings anew.
    void applySettings();
    /// Whether the user has allowed to contact the sources.
    bool mayAsk() const;
    /// Who is asked, for people: "proxy.golang.org, go.dev". Empty: every source is switched off.
    QString askedSources() const;
    /// Asks the sources for their versions; to call this is the permission to.
    void askForVersions();
    /// The same, if it was permitted before and the list is older than a day; as soon as that is known.
    void askIfOld();
    bool isAsking() const;
    /// The last list is not from now: no source could be read. Empty message: all is well.
    const Error &listProblem() const { return m_listProblem; }

    /// Fetches a version: "go1.22.6" or "1.22". To call this is the permission to.
    void get(const QString &version);
    /// What the button of a row does. Remove goes by removeProblem().
    void act(const QString &key);
    void cancel(const QString &key);
    /// Why it cannot be removed now; nullopt if it can.
    std::optional<Error> removeProblem(const QString &key) const;
    void remove(const QString &key);
    /// Builds a small plugin with it; the row says how that went.
    void verify(const QString &key);
    /// An archive of Go, or a folder that has one.
    void add(const QString &path);
    /// Whether `path` looks like something that add() takes. Reads names only.
    static bool looksLikeGo(const QString &path);
    /// Looks for Go and compilers again, then tries out every compiler by building a plugin.
    void checkCompilers();
    /// The C compiler that the user wants for a platform, as CC; empty: Plugsmith chooses. Kept, looked for and tried
    /// out at once.
    void setUserCompiler(const Platform &platform, const QString &command);
    bool isCheckingCompilers() const { return !m_checks.isEmpty() || m_checksWhenFound; }

    /// Versions that were brought here and not used for so long. Names of ToolchainStore.
    QVector<FetchedToolchain> unused() const;
    static constexpr int UnusedDays = 60;

signals:
    /// Anything that is not in the rows of the models.
    void changed();
    /// One sentence about the last event.
    void said(const QString &sentence);
    /// Something that needs more words than a row has.
    void problem(const plugsmith::Error &error);

private:
    void askWhenReady();
    void finish(const GoToolchain &toolchain);
    void addFolder(const QString &folder);
    void onInstallFinished(const QString &name, const Result<GoToolchain> &result);
    void onChecked(int id, const Result<PreflightReport> &report);
    void startChecks();

    BuildEngine &m_engine;
    Settings &m_settings;
    QStringList m_goFolders;               // as they were in the settings ...
    QVector<UserCompiler> m_userCompilers; // ... as were these
    ToolchainModel m_versions;
    CompilerModel m_compilers;
    Error m_listProblem;
    QHash<int, QString> m_verifying; // request of the preflight -> row
    QHash<int, Platform> m_checks;   // the same for compilers
    QString m_addedFolder;           // to say whether there was a Go in it
    bool m_checksWhenFound = false;
    QVector<Platform> m_checkOnly; // of the next check; empty: every platform
    bool m_isLoaded = false;       // what the store remembers
    bool m_asksIfOld = false;
};

} // namespace plugsmith
