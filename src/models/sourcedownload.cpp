// SPDX-License-Identifier: Apache-2.0
#include "models/sourcedownload.h"

#include "base/atomicfile.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QThreadPool>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int StallMilliseconds = 30'000;
constexpr int ProgressMilliseconds = 100;
constexpr int MaxNameLength = 200;
constexpr int KeepDays = 30;

/// A name that stays in its folder, whatever the server called it.
QString safeName(QString name)
{
    name = name.section(u'/', -1).section(u'\\', -1);
    name.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return name.right(MaxNameLength);
}

/// From "attachment; filename=pricing-1.8.0.zip".
QString namedBy(const QNetworkReply &reply)
{
    static const QRegularExpression pattern(u"filename\\s*=\\s*\"?([^\";]+)\"?"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QString header =
        QString::fromUtf8(reply.rawHeader("Content-Disposition")
                              .first(qMin(reply.rawHeader("Content-Disposition").size(), qsizetype(1000))));
    return safeName(pattern.match(header).captured(1).trimmed());
}

/// Old downloads are only a cache.
void removeOld(const QString &folder)
{
    const QDateTime limit = QDateTime::currentDateTimeUtc().addDays(-KeepDays);
    for (const QFileInfo &entry : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (entry.lastModified() < limit)
            QDir(entry.absoluteFilePath()).removeRecursively();
    }
}

} // namespace

SourceDownload::SourceDownload(QString folder, QObject *parent, qint64 maxBytes)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_maxBytes(maxBytes)
{
}

SourceDownload::~SourceDownload()
{
    drop();
    qDeleteAll(findChildren<Download *>()); // before what they load with
}

void SourceDownload::drop()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->deleteLater(); // which ends it; abort() may come while Qt tells of an error of its own
        m_reply = nullptr;
    }
    if (m_download) {
        m_download->disconnect(this);
        m_download->deleteLater(); // it may be what called this
        m_download = nullptr;
        QFile::remove(m_part);
    }
}

void SourceDownload::ask(const QUrl &url)
{
    drop();
    m_offer = {url, url.host(), safeName(url.fileName()), -1, url.scheme() == "https"_L1};
    QNetworkRequest request = downloadRequest(url);
    request.setTransferTimeout(StallMilliseconds);
    m_reply = m_manager.head(request);
    connect(m_reply, &QNetworkReply::finished, this, &SourceDownload::onAnswered);
}

void SourceDownload::onAnswered()
{
    QNetworkReply &reply = *m_reply;
    reply.deleteLater();
    m_reply = nullptr;
    // Some servers answer only requests for the content.
    const bool isMute = reply.error() == QNetworkReply::ContentOperationNotPermittedError ||
                        reply.error() == QNetworkReply::OperationNotImplementedError ||
                        reply.error() == QNetworkReply::ContentAccessDenied;
    if (reply.error() != QNetworkReply::NoError && !isMute)
        return emit asked(errorOf(reply));
    m_offer.host = reply.url().host();
    m_offer.isEncrypted = reply.url().scheme() == "https"_L1;
    if (!isMute) {
        const QVariant length = reply.header(QNetworkRequest::ContentLengthHeader);
        m_offer.bytes = length.isValid() ? length.toLongLong() : -1;
        if (const QString name = namedBy(reply); !name.isEmpty())
            m_offer.fileName = name;
    }
    if (m_offer.bytes > m_maxBytes)
        return emit asked(tooLarge(m_offer.bytes));
    emit asked(m_offer);
}

void SourceDownload::fetch()
{
    drop();
    QThreadPool::globalInstance()->start([folder = m_folder] { removeOld(folder); });
    const QByteArray digest = QCryptographicHash::hash(m_offer.url.toEncoded(), QCryptographicHash::Sha256).toHex();
    m_path = m_folder + u'/' + QString::fromLatin1(digest.first(16)) + u'/' + m_offer.fileName;
    m_part = temporaryNameFor(m_path);
    m_sinceProgress.start();
    m_download = new Download(m_manager, this);
    m_download->setPatience(m_patience);
    connect(m_download, &Download::progressed, this, [this](qint64 done, qint64 total) {
        if (m_sinceProgress.elapsed() < ProgressMilliseconds)
            return;
        m_sinceProgress.start();
        emit progressed(done, total);
    });
    connect(m_download, &Download::finished, this, &SourceDownload::onFetched);
    m_download->start({m_offer.url, m_part, {}, -1, m_maxBytes});
}

void SourceDownload::onFetched(const Result<void> &result)
{
    Result<void> moved = result;
    if (result)
        moved = renameOver(m_part, m_path);
    else if (result.error().code == ErrorCode::TooLarge)
        moved = tooLarge(m_maxBytes);
    drop();
    if (moved)
        emit finished(m_path);
    else
        emit finished(moved.error());
}

void SourceDownload::cancel()
{
    const bool isAsking = m_reply != nullptr;
    if (!isAsking && !m_download)
        return;
    drop();
    const Error error{ErrorCode::Cancelled, tr("The download was cancelled"), {}, {}};
    if (isAsking)
        emit asked(error);
    else
        emit finished(error);
}

Error SourceDownload::errorOf(const QNetworkReply &reply) const
{
    const QString host = reply.url().host();
    const QString words = reply.errorString();
    switch (reply.error()) {
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::ContentGoneError:
        return {ErrorCode::NotFound, tr("%1 has no such file").arg(host), tr("The address may be old or mistyped."),
                words};
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentAccessDenied:
        return {ErrorCode::PermissionDenied, tr("%1 wants a login").arg(host),
                tr("Download the archive with a browser and drop the file."), words};
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::UnknownNetworkError:
        return {ErrorCode::ReadFailed, tr("%1 cannot be reached").arg(host),
                tr("The network or the server may be down."), words};
    case QNetworkReply::InsecureRedirectError:
        return {ErrorCode::Unsafe, tr("%1 was not downloaded").arg(m_offer.fileName),
                tr("The server leads to an address that is not encrypted."), words};
    default:
        break;
    }
    return {ErrorCode::ReadFailed, tr("%1 did not answer").arg(host), tr("The network or the server may be down."),
            words};
}

Error SourceDownload::tooLarge(qint64 bytes) const
{
    const QLocale locale;
    return {ErrorCode::TooLarge,
            tr("%1 is too large to download").arg(m_offer.fileName),
            tr("It has %1 or more; the limit is %2.")
                .arg(locale.formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat),
                     locale.formattedDataSize(m_maxBytes, 1, QLocale::DataSizeSIFormat)),
            {}};
}

} // namespace plugsmith
