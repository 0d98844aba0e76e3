// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "toolchain/download.h"
#include "toolchain/gorelease.h"
#include "toolchain/gotoolchain.h"
#include "toolchain/toolrun.h"

#include <QLockFile>
#include <QProcessEnvironment>

#include <functional>
#include <memory>

namespace plugsmith {

using UnpackDone = std::function<void(const Result<void> &)>;
/// Unpacks an archive into a folder that does not exist yet and calls `done` later, once. Destroying `owner` ends it
/// without a call. This room knows no archives; who makes the store brings it.
using Unpacker = std::function<void(const QString &archive, const QString &folder, QObject *owner, UnpackDone done)>;

/// One place to get a toolchain from.
struct ToolchainSource
{
    enum class Kind {
        ModuleProxy, ///< golang.org/toolchain, fetched and checked against the checksum database by an installed go
        Server,      ///< go.dev or a mirror of it
        File,        ///< an archive of Go from disk
    };

    Kind kind = Kind::Server;
    QString goProgram; ///< ModuleProxy: a go of 1.21 or later
    QUrl url;          ///< Server
    QByteArray sha256; ///< Server
    qint64 bytes = -1; ///< Server; -1: not known
    QString path;      ///< File
};

/// Where an install is.
struct InstallProgress
{
    enum class Step { Waiting, Downloading, Verifying, Unpacking, Checking };

    Step step = Step::Waiting;
    qint64 done = 0;   ///< bytes, while downloading
    qint64 total = -1; ///< -1: not known
    QString note;      ///< why it is tried again, or why another source is; one sentence
};

struct InstallRequest
{
    QString versionText;              ///< "go1.22.6"; empty for a file: what it holds counts
    QVector<ToolchainSource> sources; ///< in the order to try
    QString folder;                   ///< where toolchains lie, each in a folder of its name
    QString downloads;                ///< where parts of downloads lie
    QProcessEnvironment environment;  ///< of goEnvironmentOf()
    Unpacker unpack;
    DownloadPatience patience;
};

/// Brings one toolchain into the store's folder: whole and seen to run under its final name, or not at all. Everything
/// happens in a temporary folder there, whose name tells the process that made it; a lock file keeps a second program
/// from doing the same work, and makes it take the first one's result. A source that does not have the version, or
/// cannot be reached, is followed by the next; a wrong checksum ends the install. Asynchronous; lives in the thread of
/// the network. Destroying it ends what runs; what was begun is removed in the pool.
class ToolchainInstall : public QObject
{
    Q_OBJECT

public:
    ToolchainInstall(QNetworkAccessManager &network, InstallRequest request, QObject *parent = nullptr);
    ~ToolchainInstall() override;

    void start();
    /// finished() follows with ErrorCode::Cancelled; the part of a download is removed, too.
    void cancel();

signals:
    void progressed(const plugsmith::InstallProgress &progress);
    /// Once.
    void finished(const plugsmith::Result<plugsmith::GoToolchain> &toolchain);

private:
    void takeLock();
    void begin();
    void trySource();
    void nextSource(const Error &reason);
    void runProxy();
    void onProxyDone(const ToolAnswer &answer);
    void watchProxy();
    void download();
    void unpack(const QString &archive);
    void checkTree(const QString &tree);
    void verify(const GoToolchain &candidate);
    void place(const GoToolchain &verified);
    void report(InstallProgress::Step step, qint64 done = 0, qint64 total = -1, const QString &note = {});
    void end(const Result<GoToolchain> &result);
    void removeTemporary();
    const ToolchainSource &source() const { return m_request.sources[m_source]; }
    QString finalFolder(const QString &versionText) const { return m_request.folder + u'/' + versionText; }
    QString partPath() const;

    InstallRequest m_request;
    Download m_download;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QObject> m_work; // owns what runs for the current source
    QTimer m_lockTimer;
    QTimer m_proxyTimer;
    QString m_temporary; // the folder in which everything happens; empty: none
    qsizetype m_source = 0;
    Error m_firstError; // of the sources that were tried
    bool m_isEnded = false;
};

/// What stands beside the files of a toolchain that was fetched.
struct FetchedInfo
{
    static constexpr const char *FileName = ".plugsmith.json";

    QString from;      ///< host, "module proxy" or a path, for people
    QByteArray sha256; ///< that was compared; empty for those of the module proxy and files
    qint64 bytes = 0;  ///< on disk

    QByteArray toJson() const;
    static FetchedInfo fromJson(const QByteArray &json);
};

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::InstallProgress)
