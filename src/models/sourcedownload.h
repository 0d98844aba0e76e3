// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "toolchain/download.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QUrl>

class QNetworkReply;

namespace plugsmith {

/// What a server says of an archive before it is downloaded.
struct DownloadOffer
{
    QUrl url;          ///< as given
    QString host;      ///< that sends it, after redirects
    QString fileName;  ///< it will have
    qint64 bytes = -1; ///< -1: the server does not say
    bool isEncrypted = false;
};

/// A source archive from the network, into the cache folder. First ask(), which downloads nothing; then, if a person
/// wants it, fetch(). Redirects never lead from https to http. GUI thread, never blocks it.
class SourceDownload : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 MaxBytes = qint64(2) << 30;

    /// `folder` gets a folder for each address; `maxBytes` is for tests.
    explicit SourceDownload(QString folder, QObject *parent = nullptr, qint64 maxBytes = MaxBytes);
    ~SourceDownload() override;

    void setPatience(const DownloadPatience &patience) { m_patience = patience; }
    /// asked() follows. Whatever ran is cancelled without a word.
    void ask(const QUrl &url);
    /// Of the offer that came last; finished() follows.
    void fetch();
    /// finished() follows with ErrorCode::Cancelled, or asked() if that is awaited. Harmless when idle.
    void cancel();

    const DownloadOffer &offer() const { return m_offer; }

signals:
    void asked(const plugsmith::Result<plugsmith::DownloadOffer> &offer);
    /// At most ten times a second; `total` is -1 if unknown.
    void progressed(qint64 done, qint64 total);
    /// The path of the archive.
    void finished(const plugsmith::Result<QString> &path);

private:
    void drop();
    void onAnswered();
    void onFetched(const Result<void> &result);
    Error errorOf(const QNetworkReply &reply) const;
    Error tooLarge(qint64 bytes) const;

    QNetworkAccessManager m_manager;
    QString m_folder;
    qint64 m_maxBytes;
    DownloadPatience m_patience;
    DownloadOffer m_offer;
    QPointer<QNetworkReply> m_reply; // while it asks
    Download *m_download = nullptr;  // while it fetches
    QString m_path;
    QString m_part; // gathers what will be `m_path`
    QElapsedTimer m_sinceProgress;
};

} // namespace plugsmith
