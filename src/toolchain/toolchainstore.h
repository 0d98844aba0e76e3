// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/settings.h"
#include "toolchain/toolchaininstall.h"

#include <QDateTime>
#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>

#include <memory>

namespace plugsmith {

/// A toolchain that Plugsmith fetched. A value.
struct FetchedToolchain
{
    QString versionText; ///< "go1.22.6", which is also the name of its folder
    GoVersion version;
    QString root;
    QString from;            ///< for people
    bool isCompared = false; ///< whether a published SHA-256 was compared
    qint64 bytes = 0;        ///< on disk
    QDateTime lastUse;       ///< UTC; of the installation, if nothing was built since

    bool operator==(const FetchedToolchain &) const = default;
};

/// Where toolchains may come from; each can be switched off. Tried in this order.
struct ToolchainSources
{
    bool useModuleProxy = true; ///< through the user's GOPROXY and checksum database
    bool useIndex = true;
    QUrl index{QStringLiteral("https://go.dev/dl/")}; ///< with a slash at the end
    QUrl mirror;                                      ///< of the same layout; empty: none
    bool isOffline = false;                           ///< nothing is contacted

    bool operator==(const ToolchainSources &) const = default;

    static ToolchainSources of(const Settings &settings);
};

/// The Go toolchains that Plugsmith itself brings here: which versions there are to have, which it has, fetching and
/// removing them. Never contacts anything by itself: only refreshKnown() and install() do. Lives in the GUI thread and
/// never blocks it.
class ToolchainStore : public QObject
{
    Q_OBJECT

public:
    struct Setup
    {
        QProcessEnvironment environment; ///< the user's
        QString folder;                  ///< of toolchains; empty: folders::data()/toolchains
        Unpacker unpack;
        DownloadPatience patience = {};
    };

    explicit ToolchainStore(const Setup &setup, QObject *parent = nullptr);
    ~ToolchainStore() override;

    /// For SearchPlaces::fetchedFolder.
    const QString &folder() const { return m_folder; }
    void setSources(const ToolchainSources &sources) { m_sources = sources; }
    const ToolchainSources &sources() const { return m_sources; }
    /// What is installed already; the module proxy is asked by one of them.
    void setToolchains(const QVector<GoToolchain> &toolchains) { m_toolchains = toolchains; }

    /// Reads the folder and the cached list of versions, removes what dead programs left half done; installedChanged()
    /// and knownChanged() follow.
    void load();
    const QVector<FetchedToolchain> &installed() const { return m_installed; }
    /// Versions that can be fetched, newest first; may be old, see knownAt().
    const QVector<GoRelease> &known() const { return m_known.releases; }
    QDateTime knownAt() const; ///< invalid: never asked

    /// Asks the sources for their versions. knownChanged() or problem() follows, then refreshed().
    void refreshKnown();
    bool isRefreshing() const { return m_refreshes > 0; }

    /// "1.22" is the newest known 1.22; anything else stays as it is.
    GoVersion resolved(const GoVersion &wanted) const;
    /// installChanged() and installFinished() follow. Asked for twice, it is installed once. Two at a time; the others
    /// wait. Reads the list of versions first if it does not know this one.
    void install(const GoVersion &version);
    /// From an archive on disk, tar.gz or zip. Its name in signals is the path.
    void installFile(const QString &path);
    void cancel(const QString &name); ///< "go1.22.6" or the path of a file
    QStringList installing() const { return m_installs.keys(); }

    /// Removes a fetched toolchain: gone from its name at once, from disk a moment later. removed() follows.
    void remove(const QString &versionText);
    /// Notes that something was built with it. Other toolchains are ignored.
    void noteUse(const GoToolchain &toolchain) const;

signals:
    void installedChanged();
    void knownChanged();
    void refreshed();
    /// A source that cannot be read; installed versions work all the same.
    void problem(const plugsmith::Error &error);
    void installChanged(const QString &name, const plugsmith::InstallProgress &progress);
    void installFinished(const QString &name, const plugsmith::Result<plugsmith::GoToolchain> &toolchain);
    void removed(const QString &versionText, const plugsmith::Result<void> &result);

private:
    QString proxyGo() const;
    void readFolder();
    void askProxy();
    void askIndex(const QUrl &base);
    void takeReleases(const QVector<GoRelease> &releases);
    void refreshEnded(const std::optional<Error> &error);
    QVector<ToolchainSource> sourcesFor(const QString &versionText) const;
    void enqueue(const QString &name, InstallRequest request);
    void startNext();

    Setup m_setup;
    QString m_folder;
    QProcessEnvironment m_environment; // of goEnvironmentOf()
    QNetworkAccessManager m_network;
    ToolchainSources m_sources;
    QVector<GoToolchain> m_toolchains;
    QVector<FetchedToolchain> m_installed;
    ReleaseList m_known;
    QVector<GoRelease> m_fresh; // of the refresh that runs
    int m_refreshes = 0;        // answers that are missing
    bool m_isAnySourceRead = false;
    Error m_refreshError;
    QHash<QString, ToolchainInstall *> m_installs; // children; by name
    QStringList m_waiting;                         // names that have not been started
};

} // namespace plugsmith
