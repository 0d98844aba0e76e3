// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>

class QNetworkReply;
class QNetworkRequest;

namespace plugsmith {

/// How patient downloads are. Tests make them hasty.
struct DownloadPatience
{
    int tries = 5;                               ///< in a row without any progress
    std::chrono::milliseconds firstWait{1000};   ///< before the second try; doubled for each further one
    std::chrono::milliseconds watchEvery{15000}; ///< a connection that brings less than `leastBytes` meanwhile is cut
    qint64 leastBytes = 15'000;
};

struct DownloadRequest
{
    QUrl url;
    QString file;                       ///< where bytes gather; what an earlier download left there is continued
    QByteArray sha256;                  ///< lower-case hexadecimal; empty: not checked
    qint64 bytes = -1;                  ///< -1: not known
    qint64 mostBytes = qint64(2) << 30; ///< where `bytes` is not known: more is refused
};

/// A request of `url` by the rules of all downloads: redirects never lead from https to http, and nothing packs the
/// content once more.
QNetworkRequest downloadRequest(const QUrl &url);

/// One file over HTTP: follows redirects (never from https to http), resumes where a connection broke off, waits and
/// tries again, and compares the checksum at the end. A file that fails the check is deleted; one that is incomplete is
/// kept for the next time unless the download was cancelled. Lives in a thread with an event loop, never blocks it.
class Download : public QObject
{
    Q_OBJECT

public:
    explicit Download(QNetworkAccessManager &network, QObject *parent = nullptr);
    ~Download() override;

    void setPatience(const DownloadPatience &patience) { m_patience = patience; }
    void start(const DownloadRequest &request);
    /// finished() follows with ErrorCode::Cancelled, and the file is removed. Harmless when nothing runs.
    void cancel();
    bool isRunning() const { return m_isRunning; }

signals:
    /// `total` is -1 while unknown.
    void progressed(qint64 done, qint64 total);
    /// It will be tried again in `wait`.
    void retrying(const plugsmith::Error &reason, std::chrono::milliseconds wait);
    /// All bytes are here and are compared with the checksum.
    void checking();
    /// Once per start(), never from within it.
    void finished(const plugsmith::Result<void> &result);

private:
    void request();
    void onHeaders();
    void onBytes();
    void onReplyFinished();
    void watch();
    void retry(const Error &reason);
    void check();
    void end(const Result<void> &result);
    void dropReply();
    Error errorOf(const QNetworkReply &reply, const QString &reason) const;

    QNetworkAccessManager &m_network;
    DownloadPatience m_patience;
    DownloadRequest m_request;
    QNetworkReply *m_reply = nullptr;
    QFile m_file;
    QByteArray m_tag; // of the version of the file that was begun
    QTimer m_watch;
    QTimer m_wait;
    qint64 m_total = -1;
    qint64 m_bytesAtTry = 0;
    qint64 m_bytesAtWatch = 0;
    int m_vainTries = 0;
    bool m_hasHeaders = false;
    bool m_isRunning = false;
};

} // namespace plugsmith
